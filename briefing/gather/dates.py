"""The dates of feeds, pages and files: a moment in UTC, and the day at the place of publication.

Rather none than a wrong one: a date that can be read in two ways, that lies ahead, or that is older
than the web is none. What a date says of its zone is believed; without a zone it is taken as UTC.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

FIRST_YEAR = 1990
MOST_AHEAD = timedelta(days=1)  # a clock or a zone may be wrong by that much
MOST_WORDS = 120


class Published(NamedTuple):
    """When something was published; all None or False when that is not known."""

    moment: datetime | None  # UTC; midnight of `day` when the hour is not known
    day: date | None  # as written, at the place of publication
    has_time: bool


UNKNOWN = Published(None, None, False)

# How the months begin in the languages of the feeds, without accents; the longest beginning
# decides. A name that means two months in two languages ("listopad") stands for none.
_MONTH_STEMS = (
    "jan ene gen ian sty led sij oca tammi янв януа січ ιαν يناير ינואר जनवरी",
    "feb fev fab fevr lut uno velj sub helmi фев лют φεβ فبراير פברואר फरवरी",
    "mar maer mae mrt bre ozu maalis мар бер μαρ مارس מרץ मार्च",
    "apr avr abr kwi dub tra nis huhti апр кві απρ أبريل ابريل אפריל अप्रैल",
    "may mai maj mag mei kve svi touko май мая тра μαι مايو מאי मई",
    "jun jui giu iun cze cvn cerv lipn lipan haz kesa июн юни чер ιουν يونيو יוני जून",
    (
        "jul juil lug iul lipc lipie cvc cervenc cervenec srpnj srpanj tem heina июл юли лип"
        " ιουλ يوليو יולי जुलाई"
    ),
    "aug aou ago agu avg sie srpna srpen kol elo авг сер αυγ أغسطس אוגוסט अगस्त",
    "sep set szep wrz zar ruj eyl syys сен септ вер σεπ سبتمبر ספטמבר सितंबर सितम्बर",
    "oct okt out ott paz rij eki loka окт жов οκτ أكتوبر אוקטובר अक्टूबर",
    "nov noi stud kas marras ноя ноем νοε نوفمبر נובמבר नवंबर नवम्बर",
    "dec dez dic des gru pros ara joulu дек гру δεκ ديسمبر דצמבר दिसंबर दिसम्बर",
)
_MONTHS = {stem: month for month, stems in enumerate(_MONTH_STEMS, 1) for stem in stems.split()}

# Minutes east of UTC. Where a name has several meanings, the one that feeds mean: RFC 822's for
# North America, London for BST, India for IST.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "met": 60,
    "mez": 60, "wat": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120,
    "cat": 120,
    "eest": 180, "msk": 180, "eat": 180, "trt": 180, "gst": 240, "msd": 240, "pkt": 300, "ist": 330,
    "npt": 345, "bdt": 360, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "pht": 480, "myt": 480,
    "awst": 480, "wita": 480, "jst": 540, "kst": 540, "wit": 540, "acst": 570, "aest": 600,
    "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "brt": -180, "art": -180,
    "clt": -240, "clst": -180, "cot": -300, "pet": -300,
}  # fmt: skip
_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}

_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)(?:\s*([ap])\.?m\b\.?)?|\s?([ap])\.?m\b\.?)"
)
_OFFSET = r"[+\-−]\s?(?:\d{1,2}:\d{2}|\d{1,4})(?!\d)"
_ZONE = re.compile(
    rf"\s*\(?(?:((?:utc|gmt|ut)?{_OFFSET})|([a-z]+/[a-z_]+(?:/[a-z_]+)?|[a-z]{{1,5}}\b))",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?)?")
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?")
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{2})-?([1-7])(?!\d)")
_ORDINAL = re.compile(r"(\d{4})-(\d{3})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日일]?")
_YEAR_LAST = re.compile(r"(?<![\d-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_NAME = r"([^\W\d_]{2,}(?:[^\W\d_]|[\u0900-\u097f])*)\.?"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|e|\.|º|ª)?[\s\-/,]*(?:(?:de|of|ta')\s+)?{_NAME}[\s\-/,]*(?:(?:de|del)\s+)?"
    r"(\d{4}|\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"{_NAME}[\s\-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s\-]+(\d{{4}})(?!\d)")
_NAME_LAST = re.compile(rf"(\d{{4}})[.\s\-]*{_NAME}[\s\-]*(\d{{1,2}})(?!\d)")


# The two forms that feeds should use: RFC 822 and RFC 3339.
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2})"
    r" (?:GMT|([+-]\d{2})(\d{2}))",
    re.ASCII,
)
_STANDARD = re.compile(
    r"(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3])(?::[0-5]\d){2})(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)",
    re.ASCII,
)
_NUMBERS = {
    name: f"{number:02}"
    for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}


def parse_date(words: str, now: datetime) -> Published:
    """When `words` say that something was published; `UNKNOWN` when they do not say it surely.

    `now` is aware: what lies more than a day after it is no publication.
    """
    if len(words) > MOST_WORDS:
        return UNKNOWN
    try:
        if local := _usual(words):
            moment = local.astimezone(UTC)
            is_likely = min(local.year, moment.year) >= FIRST_YEAR and moment <= now + MOST_AHEAD
            return Published(moment, local.date(), True) if is_likely else UNKNOWN
        line = _folded(words)
        found = _from_number(line) or _from_words(line)
        if found is None:
            return UNKNOWN
        day, clock, zone = found
        moment = _moment(day, clock, zone)
        is_likely = (
            day.year >= FIRST_YEAR and moment.year >= FIRST_YEAR and moment <= now + MOST_AHEAD
        )
    except (ValueError, OverflowError):
        return UNKNOWN  # "31 February" and the year 10000 are no days
    return Published(moment, day, clock is not None) if is_likely else UNKNOWN


def _usual(words: str) -> datetime | None:
    """The moment that words in one of the two usual forms mean; None for all others."""
    words = words.strip()
    if found := _USUAL.fullmatch(words):
        day, name, year, clock, hours, minutes = found.groups()
        words = f"{year}-{_NUMBERS.get(name)}-{day}T{clock}{hours or '+00'}:{minutes or '00'}"
    if found := _STANDARD.fullmatch(words):
        return datetime.fromisoformat(found[1] + words[found.end(1) :].lstrip(".0123456789"))
    return None


_Parts = tuple[date, int | None, tzinfo]


def _from_number(line: str) -> _Parts | None:
    """A date that is one run of digits: seconds since 1970, or year, month, day without marks."""
    if found := _EPOCH.fullmatch(line):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return moment.date(), moment.hour * 3600 + moment.minute * 60 + moment.second, UTC
    if found := _COMPACT.fullmatch(line):
        year, month, day, hour, minute, second, zone = found.groups()
        clock = None if hour is None else _seconds(int(hour), int(minute), int(second or 0))
        return date(int(year), int(month), int(day)), clock, _zone(zone or "", "")
    return None


def _from_words(line: str) -> _Parts | None:
    """A date in figures and words, with or without a time and a zone."""
    clock: int | None = None
    zone: tzinfo = UTC
    if at := _TIME.search(line):
        hour, half = int(at[1]), at[4] or at[5]
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        clock = _seconds(hour, int(at[2] or 0), int(at[3] or 0))
        named = _ZONE.match(line, at.end())
        zone = _zone(named[1] or "", named[2] or "") if named else UTC
        is_zone = named is not None and (named[1] or named[2] in _ZONES or named[2] in _PLACES)
        rest = line[named.end() if named and is_zone else at.end() :]
        line = f"{line[: at.start()].rstrip(' t')} {rest}".strip()
    day = _day(line)
    return None if day is None else (day, clock, zone)


def _day(line: str) -> date | None:
    if found := _ISO_WEEK.match(line):
        return date.fromisocalendar(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_FIRST.search(line):
        # A sign or a fifth figure before the year makes it another year.
        if found.start() and line[found.start() - 1] in "-+0123456789":
            return None
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ORDINAL.match(line):
        return date(int(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
    if found := _YEAR_LAST.search(line):
        return _day_of_figures(int(found[1]), found[2], int(found[3]), int(found[4]))
    for pattern, (day, month, year) in (
        (_DAY_FIRST, (1, 2, 3)),
        (_MONTH_FIRST, (2, 1, 3)),
        (_NAME_LAST, (3, 2, 1)),
    ):
        for found in pattern.finditer(line):
            if number := _month(found[month]):
                return date(_full_year(found[year]), number, int(found[day]))
    return None


def _day_of_figures(first: int, mark: str, second: int, year: int) -> date | None:
    """2.3.2026 is the second of March wherever dots are used; 2/3/2026 depends on who wrote it."""
    if mark == "." or first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


def _month(name: str) -> int | None:
    for length in range(min(len(name), 8), 1, -1):
        if month := _MONTHS.get(name[:length]):
            return month
    return None


def _full_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (
        1900 if year >= 70 else 2000
    )  # RFC 2822 §4.3 draws the line at 50; no feed is older


def _seconds(hour: int, minute: int, second: int) -> int:
    """Seconds since midnight; 24:00 is the end of the day and :60 a leap second."""
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute or second)):
        raise ValueError("no time of day")
    return hour * 3600 + minute * 60 + min(second, 59)


def _zone(offset: str, name: str) -> tzinfo:
    """The zone of an offset ("+0530", "gmt-3") or a name; UTC when the name is not known."""
    if offset == "z":
        return UTC
    if offset:
        figures = re.sub(r"[^\d:]", "", offset)
        hours, colon, minutes = figures.partition(":")
        if not colon and len(figures) > 2:
            hours, minutes = figures[:-2], figures[-2:]
        shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if shift > timedelta(hours=14) or int(minutes or 0) > 59:
            raise ValueError("no place on Earth is that far from UTC")
        return timezone(-shift if re.search("[-−]", offset) else shift)
    if name in _ZONES:
        return timezone(timedelta(minutes=_ZONES[name]))
    place = _PLACES.get(name, name if "/" in name else "")
    if not place:
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(
            "/".join(part.title() for part in place.split("/")) if place == name else place
        )
    except (KeyError, ValueError, OSError):
        return UTC


def _moment(day: date, clock: int | None, zone: tzinfo) -> datetime:
    if clock is None:
        return datetime.combine(day, time(), UTC)
    local = datetime.combine(day, time(), zone) + timedelta(seconds=clock)
    return local.astimezone(UTC)


def _folded(words: str) -> str:
    """Lower case, single blanks, no accents (but for the vowel signs of Indic scripts)."""
    plain = unicodedata.normalize("NFD", words.casefold())
    plain = re.sub("[\u0300-\u036f\u200e\u200f]", "", plain)
    return " ".join(unicodedata.normalize("NFC", plain).split())
