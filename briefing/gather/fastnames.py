"""The names of elements, sorted by what feedparser does with them; data of `fastfeed`.

A test holds them against feedparser's own: an element that a new release treats in a new way is
found there.
"""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Lower-case addresses of namespaces with the prefix that feedparser gives them. Of others that it
# knows, it treats no element in a way of its own.
NAMESPACES = {
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://example.com/newformat#": "",
    "http://example.com/necho": "",
    "http://purl.org/echo/": "",
    "uri/of/echo/namespace#": "",
    "http://purl.org/pie/": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://creativecommons.org/ns#license": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativeCommons",
    "http://backend.userland.com/creativecommonsrssmodule": "creativeCommons",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://podlove.org/simple-chapters": "psc",
}
# Prefixes that must not be given to another namespace: with a name behind them they mean something.
CANONICAL = frozenset(prefix.lower() for prefix in NAMESPACES.values() if prefix) | {"summary"}

DATES = {
    "pubdate": "published",
    "published": "published",
    "issued": "published",
    "dcterms_issued": "published",
    "updated": "updated",
    "modified": "updated",
    "lastbuilddate": "updated",
    "dc_date": "updated",
    "dcterms_modified": "updated",
    "created": "created",
    "dcterms_created": "created",
}

_PARTS = _names("name email uri url homepage")
PEOPLE = {
    "author": _PARTS,
    "contributor": _PARTS,
    "managingeditor": _PARTS,
    "webmaster": frozenset[str](),
    "dc_creator": frozenset[str](),
    "dc_author": frozenset[str](),
    "dc_publisher": frozenset[str](),
    "itunes_author": frozenset[str](),
    "itunes_owner": _names("itunes_name itunes_email"),
}

# Read by a handler of feedparser's.
HANDLED = _names("""
    abstract author body category cc_license channel cloud content content_encoded contributor
    copyright created creativecommons_license dc_author dc_contributor dc_creator dc_date
    dc_description dc_language dc_publisher dc_rights dc_subject dc_title dcterms_created
    dcterms_issued dcterms_modified dcterms_valid description email enclosure entry expirationdate
    feed feedburner_browserfriendly fullitem generator geom georss_box georss_line georss_point
    georss_polygon georss_where georssgeom gml_exterior gml_linearring gml_linestring gml_point
    gml_polygon gml_pos gml_poslist guid height homepage id image info issued item itunes_author
    itunes_block itunes_category itunes_email itunes_explicit itunes_image itunes_keywords
    itunes_link itunes_name itunes_owner itunes_subtitle itunes_summary keywords language
    lastbuilddate link managingeditor media_category media_content media_credit media_description
    media_group media_keywords media_license media_player media_rating media_restriction
    media_thumbnail media_title modified name newlocation psc_chapter psc_chapters pubdate published
    rights rss source subtitle summary tagline tags textinput title updated uri url webmaster where
    width xhtml_body
""") | _names(
    # Without a handler, but kept under a name that is read.
    "authors channel date date_parsed description_detail feed items links summary_detail"
)
FEED_READ = _names("feedburner_origlink title_detail")

# Inside them stands what counts as if it stood outside.
TRANSPARENT = _names("media_group media_content")

# Handled, and without effect on what is read, as long as they hold nothing but words.
PASSIVE_IN_ENTRY = _names("""
    category cc_license creativecommons_license dc_publisher dc_rights dc_subject
    enclosure expirationdate generator georss_box georss_line georss_point georss_polygon
    itunes_block itunes_category itunes_explicit itunes_image itunes_keywords itunes_subtitle
    keywords media_category media_credit media_keywords media_license media_player media_rating
    media_restriction media_thumbnail copyright rights subtitle
""")
PASSIVE_IN_FEED = (PASSIVE_IN_ENTRY | DATES.keys() | _names("cloud info media_content tagline")) - {
    "enclosure"
}
