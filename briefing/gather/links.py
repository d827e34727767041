"""Links: which address may be opened, and when two addresses mean one article."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

MOST_URL = 8192

_DROPPED = re.compile(
    "[\t\r\n\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# An address that comes out as it went in.
_USUAL = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::(?:[1-9]\d{0,3}|[1-5]\d{4}))?/[\w.~/%=&,+@!$*()-]*(?:\?[\w.~/%=&,+@!$*()-]+)?",
    re.ASCII,
)
_SIMPLE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[\w.~/%=&,+@!$*()-]*)?", re.ASCII)
_UNSAFE = re.compile(r"""[\s<>"'`\\^{|}]""")
# Parameters that tell where a reader came from and change nothing in what is read.
_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|xtor|ocid|cmp|cmpid|ncid|"
    r"smid|ftag|sr_share|taid|partner|feedtype|feedname|rss|ref_src|s_cid|wt_?mc|wtrid|mkt_tok|ns_\w+|"
    r"traffic_source|icid|source_?code|_hs\w+|guccounter",
    re.IGNORECASE,
)


def clean_url(href: object, base: str = "") -> str | None:
    """The absolute http(s) address that `href` means on the page `base`; None when it is none.

    Blanks and quotes come out percent-encoded, a user name and password are left out.
    """
    if not isinstance(href, str) or not href.strip() or len(href) > 4 * MOST_URL:
        return None
    href = _DROPPED.sub("", href.strip())
    if _USUAL.fullmatch(href) and len(href) <= MOST_URL:
        return href
    if href.rstrip("/").casefold() in {"http:", "https:"}:  # joining it would name the page itself
        return None
    try:
        parts = urlsplit(urljoin(base, href))
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
        is_web = is_web and (parts.port is None or parts.port >= 0)  # asking may raise
    except ValueError:
        return None
    if not is_web:
        return None
    host = parts.netloc.rpartition("@")[2]
    url = urlunsplit((parts.scheme, host, *parts[2:]))
    url = _UNSAFE.sub(lambda found: quote(found[0], safe=""), url)
    return url if len(url) <= MOST_URL and _UNSAFE.search(host) is None else None


def same_article(url: str) -> str:
    """The address without what does not change the article: scheme, fragment, tracking, last slash.

    For comparing and hashing only, never for opening.
    """
    if _SIMPLE.fullmatch(url):
        host, slash, path = url.partition("://")[2].partition("/")
        host = host.lower().removesuffix(":80").removesuffix(":443")
        return f"//{host}{slash}{path}".rstrip("/")
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    asked = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
        if not _TRACKING.fullmatch(pair[0])
    ]
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(asked), ""))
