"""Foreign text and links, made fit to be shown by any format.

Each format escapes for itself afterwards; here goes only what no format may ever carry.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from briefing.text import one_line

MOST_URL = 2000  # characters; longer ones are not links that people follow

# A pile of combining marks paints over the lines around it; no orthography needs more than five.
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_MARKS}{{5}}){_MARKS}+")
_UNFIT = re.compile(r"[\s\x00-\x20\x7f-\x9f\ufffd]")
# RFC 3986 reserved and unreserved characters but those that end a link in Markdown or HTML.
_KEPT = "%/:?#@!$&*+,;=-._~"


def shown(text: str, most: int | None = None) -> str:
    """The text on one clean line, without piles of marks, cut with an ellipsis at `most`."""
    if most is not None:
        text = text[: most * 20]  # what is cut anyway need not be cleaned
    return one_line(_PILE.sub(r"\1", text), most)


def safe_link(url: str | None) -> str | None:
    """The address percent-encoded, or None unless it is a plain http(s) one."""
    if not url or len(url) > MOST_URL or _UNFIT.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    # A name and password before the host serve to deceive the reader, or are a secret.
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9._:-]+", host):
        return None
    if parts.username is not None or parts.password is not None:
        return None
    host = f"[{host}]" if ":" in host else host
    tail = parts._replace(scheme="", netloc="").geturl()
    return f"{parts.scheme}://{host}{port}{_encoded(tail)}"


def _encoded(text: str) -> str:
    """Percent-encoded, a `%` kept only where it already starts an escape."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(text, safe=_KEPT)
