"""Bytes → characters, the same on every machine: nothing is guessed by statistics."""

from __future__ import annotations

import codecs
import re
import zlib

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_IN_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
# What a name means in practice (WHATWG Encoding): the larger set that holds the declared one.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_TEXT_CODECS = re.compile(
    r"utf-(?:8|16|32)|cp\d+|iso8859|iso2022|koi8|gb|big5|euc|shift|mac|hz|tis|johab|ptcp"
)


def decode(body: bytes, content_type: str = "") -> str:
    """The characters of a document: by its mark, as UTF-8, else as it declares itself.

    Never fails: a byte that does not fit is read as Windows-1252.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if body[:4].count(0) >= 2 or body[:2] in {b"<\0", b"\0<"}:
        return body.decode("utf-16-be" if body[:1] == b"\0" else "utf-16-le", "replace")
    declared = _declared(body, content_type)
    # These speak in 7-bit bytes and would pass for UTF-8; UTF-7 is no web encoding and is not read.
    if declared.startswith(("iso2022", "hz")) and (b"\x1b" in body or b"~{" in body):
        return body.decode(declared, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and not declared.startswith("utf"):
        try:
            return body.decode(declared)
        except UnicodeDecodeError:
            if declared != "cp1252":
                return body.decode(declared, "replace")
    return body.decode("utf-8", "briefing-windows")


def is_text(body: bytes) -> bool:
    """Whether the bytes can be a text at all: no NUL but in UTF-16, few control characters."""
    sample = body[:65536]
    if any(sample.startswith(mark) for mark, _ in _MARKS):
        return True
    if b"\0" in sample:
        return False
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return odd * 100 <= len(sample)


def unpack(body: bytes, most: int) -> bytes:
    """The body, unzipped when it is gzip and did not say so; `ValueError` over `most` bytes."""
    if not body.startswith(b"\x1f\x8b\x08"):
        return body
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(body, most)
    except zlib.error:
        return body
    if unzip.unconsumed_tail:
        raise ValueError(f"the answer unzips to more than {most // 1_000_000} MB")
    return plain


def _declared(body: bytes, content_type: str) -> str:
    """The codec that the document or its header names; "" when there is none of that name."""
    found = _DECLARED.search(body[:1024]) or _IN_META.search(body[:2048])
    in_header = _IN_HEADER.search(content_type)
    for name in (found and found[1].decode("ascii"), in_header and in_header[1]):
        try:
            codec = codecs.lookup(name or "").name
        except (LookupError, ValueError):
            continue
        if _TEXT_CODECS.match(codec):
            return _MEANT.get(codec, codec)
    return ""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is no UTF-8 as Windows-1252: one page of many mixes the two."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("briefing-windows", _as_windows)
