"""Bytes become the characters that were meant, whatever the labels say."""

from __future__ import annotations

import codecs
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.decode import decode, is_text, unpack

WORDS = "Grüße aus Zürich – naïve café €5"


def declared(name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?>{WORDS}'


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode(), "text/xml; charset=iso-8859-1"),
        (codecs.BOM_UTF8 + WORDS.encode(), ""),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "text/plain; charset=utf-8"),
        (("<x>" + WORDS).encode("utf-16-le"), ""),
        (declared("utf-16").encode(), ""),
        (declared("utf-8").encode("cp1252"), ""),
        (declared("iso-8859-1").encode("cp1252"), ""),
        (declared("x-martian-9").encode(), "text/xml; charset=nonsense"),
        (WORDS.encode("cp1252"), "text/xml; charset=windows-1252"),
        (WORDS.encode("cp1252"), ""),
    ],
)
def test_the_words_come_out_whatever_the_labels_say(body, content_type):
    assert decode(body, content_type).endswith(WORDS)


@pytest.mark.parametrize(
    ("codec", "name", "words"),
    [
        ("koi8-r", "koi8-r", "встреча во вторник"),
        ("gb18030", "gb2312", "外交部长将于周二会谈"),
        ("cp932", "Shift_JIS", "首相が火曜日に会談"),
        ("iso2022_jp", "iso-2022-jp", "首相が会談"),
        ("cp949", "euc-kr", "총리가 화요일에 회담"),
    ],
)
def test_other_scripts_are_read_as_declared(codec, name, words):
    body = f'<?xml version="1.0" encoding="{name}"?>'.encode() + words.encode(codec)

    assert decode(body).endswith(words)


def test_one_line_in_another_encoding_spoils_no_other():
    body = "Zürich\n".encode() + "Zürich €".encode("cp1252")

    assert decode(body) == "Zürich\nZürich €"


def test_seven_bits_that_hide_a_script_stay_as_they_are():
    body = b'<?xml version="1.0" encoding="utf-7"?>+ADw-script+AD4-'

    assert decode(body).endswith("+ADw-script+AD4-")


@given(st.binary(), st.text(max_size=40))
def test_no_bytes_break_it(body, content_type):
    assert isinstance(decode(body, content_type), str)
    is_text(body)


def test_a_program_or_picture_is_no_text():
    assert not is_text(b"\x7fELF\x02\x01\x01\0\0\0")
    assert not is_text(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert is_text(WORDS.encode("cp1252"))
    assert is_text(codecs.BOM_UTF16_LE + "hi".encode("utf-16-le"))


def test_a_packed_file_is_unpacked_up_to_the_limit():
    assert unpack(gzip.compress(b"words"), 100) == b"words"
    assert unpack(b"words", 100) == b"words"
    with pytest.raises(ValueError, match="unzips to more"):
        unpack(gzip.compress(b" " * 1000), 100)
