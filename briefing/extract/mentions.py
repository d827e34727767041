"""Mentions: the stretches of a page that name a person, a body or a place, and which of the three.

The model's entities are where it begins. The word tables, titles in front of names and the
document as a whole then correct it: a name is one thing throughout an article, and what is known
from one sentence is found again in the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.known import Table, given_names, singular, table, titles
from briefing.model import Kind
from briefing.sentences import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.page import Page

PARTICLES = frozenset(
    ["de", "da", "di", "do", "dos", "del", "della", "der", "den", "van", "von", "la", "le", "du"]
    + ["al", "el", "bin", "bint", "ibn", "abu", "ben", "ter", "ten", "zu", "y", "st.", "st"]
)
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
# Calendar words are never names, whatever the model says of "March" or "Christmas".
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "  # noqa: SIM905
    "july august september october november december christmas easter thanksgiving ramadan internet "
    "covid-19 covid gmt bst est edt pst pdt utc cet islam christianity judaism".split()
)
# Page furniture that runs into names where captions lost their line breaks.
_CAPTIONS = frozenset(["Image", "Images", "Photo", "Photograph", "Picture", "Video", "File", "Credit"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: tokens `first` to `last` (excluded) of the page's document."""

    first: int
    last: int
    kind: Kind
    words: tuple[str, ...]
    weight: float = 1.0  # how far its kind is to be believed
    is_loud: bool = False  # stands in capitals, where the model is nearly blind

    @property
    def text(self) -> str:
        """The name with single blanks, for comparing."""
        return " ".join(self.words)


def find_mentions(page: Page) -> list[Mention]:
    """Every name on the page in order, without titles, articles and possessives; none overlap."""
    doc = page.doc
    loud = _loud_tokens(page)
    skipped = _byline_tokens(page)
    found = [m for m in _from_model(doc, loud) if m.first not in skipped]
    found = _merged(found, _from_table(doc, loud, found))
    found = _merged(found, _from_titles(doc, found, loud))
    found = _merged(found, _from_brackets(doc, found))
    found = _settled(_without_common_words(doc, found))
    found = _believed(page, found)
    found = _merged(found, _again(doc, found, loud, skipped))
    found = _merged(found, _from_datelines(page))
    return sorted(found, key=lambda m: m.first)


def mention_of(doc: Doc, first: int, last: int, kind: Kind, weight: float = 1.0) -> Mention:
    """The mention of those tokens."""
    return Mention(first, last, kind, tuple(t.text for t in doc[first:last]), weight)


# ---- where names may stand


def _loud_tokens(page: Page) -> frozenset[int]:
    """The tokens of lines in capitals."""
    found: set[int] = set()
    for segment in page.segments:
        words = page.words(segment.start, segment.end)
        letters = [c for c in page.text[segment.start : segment.end] if c.isalpha()]
        if words and len(letters) > 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            found.update(range(words.start, words.end))
    return frozenset(found)


def _byline_tokens(page: Page) -> frozenset[int]:
    found: set[int] = set()
    for segment in page.segments:
        if segment.part is Part.BYLINE:
            words = page.words(segment.start, segment.end)
            found.update(range(words.start, words.end) if words else ())
    return frozenset(found)


# ---- the model's entities, cleaned


def _from_model(doc: Doc, loud: frozenset[int]) -> Iterator[Mention]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        for first, last in _parts(doc, entity.start, entity.end, kind):
            mention = _cleaned(doc, first, last, kind)
            if mention is not None:
                yield replace(mention, is_loud=first in loud)


def _parts(doc: Doc, first: int, last: int, kind: Kind) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one."""
    start = first
    for i in range(first, last):
        text = doc[i].text
        is_cut = text in {"—", "--", "(", ")", ":"} or "\n" in text or text in _CAPTIONS
        is_cut = is_cut or (text == "-" and i > first and doc[i - 1].is_upper and bool(doc[i].whitespace_))
        if kind is Kind.PERSON:
            is_cut = is_cut or text in {",", "and", "&", "/", "–"}
            is_cut = is_cut or (text == "-" and _joins_two(doc, first, i, last))
        elif i == first and text in {"US", "U.S.", "UK", "U.K."} and doc[last - 1].text == "Department":
            yield first, first + 1
            start = first + 1
        elif doc[i].tag_ == "POS" and first < i < last - 1:
            heads = table().body_heads | table().place_heads
            is_cut = doc[last - 1].text not in heads
        if is_cut:
            yield start, i
            start = i + 1
    yield start, last


def _joins_two(doc: Doc, first: int, i: int, last: int) -> bool:
    """Whether the hyphen at `i` stands between two people: "Ruiz-Berg call", not "Jean-Claude"."""
    is_pair = i == first + 1 and last == i + 2 and doc[i + 1].text[0].isupper()
    return is_pair and doc[first].text not in given_names()


def _cleaned(doc: Doc, first: int, last: int, kind: Kind) -> Mention | None:
    """The name alone: no article, mark, possessive or title at its edges; None if nothing is left."""
    while first < last and _is_edge(doc[first], kind, at_start=True):
        first += 1
    while last > first and _is_edge(doc[last - 1], kind, at_start=False):
        last -= 1
    while first < last - 1 and doc[first].lower_ in _CALENDAR:
        first += 1
    if kind is Kind.PERSON:
        first = _after_titles(doc, first, last)
    elif kind is Kind.ORGANISATION:
        last = _before_titles(doc, first, last)
    if first >= last or not any(t.text[0].isalpha() for t in doc[first:last]):
        return None
    if _is_office(doc, first, last) and kind is not Kind.PERSON:
        return None
    words = tuple(t.text for t in doc[first:last])
    name = " ".join(words)
    known = table()
    if name in known.people or name.casefold() in _CALENDAR:
        return None
    if not any(w[0].isupper() for w in words) and known.kinds.get(name) is None:
        return None
    own = _kind_by_words(words, kind, known)
    if len(words) == 1 and not _may_be_one_word(doc[first], own):
        return None
    if len(words) == 1 and own is Kind.PERSON and name.isupper() and 1 < len(name) < 7:
        own = Kind.ORGANISATION
    return Mention(first, last, own, words, 3.0 if own is not kind else 1.0)


def _before_titles(doc: Doc, first: int, last: int) -> int:
    """The end of a body's name without the office behind it: "State Department Spokesperson"."""
    at = last
    while at > first + 1 and singular(doc[at - 1].text) in titles().heads:
        at -= 1
    rest = doc[first:at].text
    is_body = doc[at - 1].text in table().body_heads or rest in table().kinds
    return at if at < last and is_body else last


def _is_office(doc: Doc, first: int, last: int) -> bool:
    """Whether it is an office and no body: "Archbishop of Elma"."""
    return last - first > 2 and doc[first + 1].lower_ == "of" and titles().is_head(doc[first].text)


def _may_be_one_word(token: Token, kind: Kind) -> bool:
    """Whether a single word can be a name: no bare title, no product number."""
    if token.text in table().kinds:
        return True
    has_digit = any(c.isdigit() for c in token.text)
    if kind is not Kind.ORGANISATION and has_digit:
        return False
    return not titles().is_title(token.text) or token.text in given_names()


def _is_edge(token: Token, kind: Kind, *, at_start: bool) -> bool:
    text = token.text
    if text in {"'s", "’s", "'"} or not any(c.isalnum() for c in text):
        return True
    low = text.casefold()
    if at_start:
        joins = low in {"al", "el", "ul"} and token.i + 1 < len(token.doc) and token.nbor().text == "-"
        is_small = text.islower() and not (kind is Kind.PERSON and low in PARTICLES)
        is_small = is_small and "-" not in text and not joins
        return is_small or low in {"the", "a", "an"} or (kind is not Kind.ORGANISATION and text in table().people)
    is_tail = token.i > 0 and token.nbor(-1).text == "-"
    return text.islower() and kind is not Kind.ORGANISATION and not is_tail


def _after_titles(doc: Doc, first: int, last: int) -> int:
    """The first token behind the titles, unless they are all there is."""
    at = first
    while at < last - 1 and _is_title(doc[at]) and doc[at].text not in given_names():
        at += 1
        if doc[at].text == "." or not doc[at].text[0].isalnum():
            at += 1
    return at if at < last else first


def _is_title(token: Token) -> bool:
    if token.lower_ in {"st", "st."}:
        return False
    return titles().is_title(token.text) or token.lower_ in titles().modifiers


def _kind_by_words(words: tuple[str, ...], kind: Kind, known: Table) -> Kind:
    """The kind that the words of the name themselves tell, else the given one."""
    name = " ".join(words)
    sure = known.kinds.get(name)
    if sure is not None and name not in known.unsure:
        return sure
    if len(words) < 2:
        return kind
    if words[-1] in known.body_heads or (words[0] in known.body_heads and "of" in words[1:3]):
        return Kind.ORGANISATION
    if words[-1] in known.sites or (
        words[-1] in known.place_heads and kind is Kind.PERSON and words[0] not in given_names()
    ):
        return Kind.PLACE
    if kind is not Kind.PERSON and words[0] in given_names() and _looks_personal(words):
        return Kind.PERSON
    return kind


def _looks_personal(words: tuple[str, ...]) -> bool:
    """Whether the words behind a given name can be a surname."""
    rest = words[1:]
    heads = table().body_heads | table().place_heads
    return len(words) <= 3 and all(
        (w[0].isupper() and w.replace("-", "").replace("'", "").replace(".", "").isalpha())
        and w not in heads
        and not w.isupper()
        and singular(w) not in titles().heads
        for w in rest
    )


# ---- the word tables


def _from_table(doc: Doc, loud: frozenset[int], found: list[Mention]) -> Iterator[Mention]:
    """Known names that stand on their own, outside any longer name."""
    known = table()
    covered = {i: m for m in found for i in range(m.first, m.last)}
    i = 0
    while i < len(doc):
        length = _known_at(doc, i, known, is_loud=i in loud)
        if length:
            holder = covered.get(i)
            name = _table_name(doc, i, length, is_loud=i in loud)
            is_sure = name not in known.unsure
            is_free = holder is None and _stands_alone(doc, i, i + length, covered)
            is_free = is_free or (holder is None and name in known.same and _leads_no_body(doc, i + length))
            is_longer = holder is not None and holder.last - holder.first < length
            if (is_free and (is_sure or doc[i].ent_type_ in {"GPE", "LOC"})) or is_longer:
                weight = 3.0 if is_sure else 1.0
                mention = mention_of(doc, i, i + length, known.kinds[name], weight)
                yield replace(mention, is_loud=i in loud)
        i += length or 1


def _known_at(doc: Doc, i: int, known: Table, *, is_loud: bool) -> int:
    """How many tokens from `i` on are a known name; 0 when none."""
    if not doc[i].text[0].isupper() and doc[i].text[:3] != "al-" and doc[i].lower_ != "al":
        return 0
    for length in range(min(known.longest + 2, len(doc) - i), 0, -1):
        if _table_name(doc, i, length, is_loud=is_loud) in known.kinds:
            return length
    return 0


def _table_name(doc: Doc, i: int, length: int, *, is_loud: bool) -> str:
    name = doc.text[doc[i].idx : doc[i + length - 1].idx + len(doc[i + length - 1])]
    if is_loud and len(name) > 3 and name.isupper():
        name = " ".join(w.capitalize() if w not in {"OF", "AND"} else w.lower() for w in name.split())
    return name


def _leads_no_body(doc: Doc, i: int) -> bool:
    """Whether the capitalised run behind a country names no body or place of its own."""
    heads = table().body_heads | table().place_heads
    for token in doc[i : i + 4]:
        if token.text in heads:
            return False
        if token.tag_ not in {"NNP", "NNPS"}:
            break
    return True


def _stands_alone(doc: Doc, first: int, last: int, covered: Mapping[int, Mention]) -> bool:
    """Whether no capitalised word joins the stretch to a longer name."""
    before = doc[first - 1] if first and not doc[first].is_sent_start else None
    after = doc[last] if last < len(doc) and not doc[last].is_sent_start else None
    if after is not None and after.i in covered:
        after = None
    if before is not None and before.i not in covered and before.tag_ in {"NNP", "NNPS"} and not _is_title(before):
        return before.text in table().people
    if after is not None and after.tag_ in {"NNP", "NNPS"}:
        heads = table().body_heads | table().place_heads
        return _is_title(after) and after.text not in heads
    return True


# ---- titles and brackets


def _from_titles(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """A capitalised run behind a capitalised title is a person: "Chancellor Merkel"."""
    ends = {m.first: m for m in found}
    for token in doc:
        i = token.i + 1
        if i >= len(doc) or i in loud or not _titles_a_name(token):
            continue
        if doc[i].text == "." and i + 1 < len(doc):
            i += 1
        last = i
        while last < len(doc) and last - i < 4 and _continues_name(doc, i, last):
            last += 1
        while last > i and doc[last - 1].text.casefold() in PARTICLES:
            last -= 1
        if last == i:
            continue
        held = ends.get(i)
        longest = max(last, held.last) if held and held.kind is Kind.PERSON else last
        yield mention_of(doc, i, longest, Kind.PERSON, 4.0)


def _titles_a_name(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    low = token.lower_
    if token.text in given_names() or (token.i and token.doc[token.i - 1].ent_type_ == "PERSON"):
        return False
    if low in {"st", "st."}:
        return False
    return low in titles().honorifics or low in titles().short or low in titles().heads


def _continues_name(doc: Doc, first: int, i: int) -> bool:
    token = doc[i]
    if token.is_sent_start or "\n" in token.text:
        return False
    if i > first and token.lower_ in PARTICLES:
        return True
    text, known = token.text, table()
    if text in known.people or text in known.body_heads or token.lower_ in _CALENDAR:
        return False
    if _is_title(token) and text not in given_names():
        return False
    is_name = text[0].isupper() and text.replace("-", "").replace("'", "").replace(".", "").isalpha()
    if i == first and text in known.kinds and text not in known.unsure:
        return False
    return is_name and token.tag_ in {"NNP", "NNPS", "NN", "JJ"} and len(text) > 1 or (
        i > first and is_name and len(text) <= 2 and text.isupper()
    )


def _from_brackets(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """The short form that an article gives behind a name: "European Union (EU)"."""
    for mention in found:
        i = mention.last
        if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
            short = doc[i + 1].text
            if short.isupper() and 2 <= len(short) <= 8 and is_acronym(short, mention.words):
                yield mention_of(doc, i + 1, i + 2, Kind.ORGANISATION, 2.0)


def is_acronym(short: str, words: Iterable[str]) -> bool:
    """Whether the letters are the initials of the words; small words may be left out."""
    letters = short.replace(".", "").upper()
    whole = [w for w in words if w[0].isalnum()]
    every = "".join(w[0] for w in whole).upper()
    large = "".join(w[0] for w in whole if w[0].isupper())
    return len(letters) > 1 and len(whole) > 1 and letters in {every, large}


def _without_common_words(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without capitalised words that the article also writes small, where a sentence begins."""
    small = {t.text for t in doc if t.text.islower()}
    return [
        m
        for m in found
        if len(m.words) > 1 or not doc[m.first].is_sent_start or m.text.casefold() not in small
        or m.text in table().kinds
    ]


# ---- one kind for one name throughout the article


def _settled(found: list[Mention]) -> list[Mention]:
    """Every name with the kind that most of its mentions have; surnames follow the full name."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in found:
        votes[mention.text.casefold()][mention.kind] += (
            0.3 * mention.weight if mention.is_loud else mention.weight
        )
    kinds = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    surnames = _surnames(found, kinds)
    settled = []
    for mention in found:
        name = mention.text.casefold()
        kind = kinds[name]
        known = table().kinds.get(mention.text)
        is_known = known is not None and mention.text not in table().unsure
        if not is_known and name in surnames and kind is not Kind.PERSON:
            kind = Kind.PERSON
        settled.append(replace(mention, kind=kind))
    return settled


def _surnames(found: list[Mention], kinds: Mapping[str, Kind]) -> frozenset[str]:
    return frozenset(
        mention.words[-1].casefold()
        for mention in found
        if len(mention.words) > 1 and kinds[mention.text.casefold()] is Kind.PERSON
    )


def _believed(page: Page, found: list[Mention]) -> list[Mention]:
    """The mentions without those of headings that nothing in the body or the tables confirms."""
    body: set[str] = set()
    for mention in found:
        if not mention.is_loud and not page.is_heading(page.doc[mention.first]):
            body.add(mention.text.casefold())
            body.add(mention.words[-1].casefold())
    return [
        m
        for m in found
        if m.text.casefold() in body
        or m.weight > 2
        or m.text in table().kinds
        or (not m.is_loud and not page.is_heading(page.doc[m.first]))
        or (not m.is_loud and m.kind is Kind.PERSON and m.words[0] in given_names())
    ]


# ---- names found again


def _again(
    doc: Doc, found: list[Mention], loud: frozenset[int], skipped: frozenset[int]
) -> Iterator[Mention]:
    """Places where a name that is known by now stands unseen by the model."""
    names = _names_to_look_for(found)
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(names, key=len, reverse=True):
        starts[words[0]].append(words)
    shouted = {tuple(w.upper() for w in words): words for words in names}
    covered = {i for m in found for i in range(m.first, m.last)}
    for token in doc:
        i = token.i
        if i in covered or i in skipped:
            continue
        if i in loud:
            yield from _shouted_at(doc, i, shouted, names, covered)
            continue
        for words in starts.get(token.text, ()):
            last = i + len(words)
            if tuple(t.text for t in doc[i:last]) == words and covered.isdisjoint(range(i, last)):
                if _is_whole(doc, i, last, covered):
                    covered.update(range(i, last))
                    yield mention_of(doc, i, last, names[words])
                break


def _shouted_at(
    doc: Doc,
    i: int,
    shouted: Mapping[tuple[str, ...], tuple[str, ...]],
    names: Mapping[tuple[str, ...], Kind],
    covered: set[int],
) -> Iterator[Mention]:
    for length in (4, 3, 2, 1):
        words = tuple(t.text for t in doc[i : i + length])
        if len(words) == length and words in shouted:
            covered.update(range(i, i + length))
            yield replace(mention_of(doc, i, i + length, names[shouted[words]]), is_loud=True)
            return


def _names_to_look_for(found: list[Mention]) -> dict[tuple[str, ...], Kind]:
    names: dict[tuple[str, ...], Kind] = {}
    for mention in found:
        if mention.is_loud:
            continue
        if len(mention.words) > 1 or len(mention.text) > 2:
            names.setdefault(mention.words, mention.kind)
        if mention.kind is Kind.PERSON and len(mention.words) > 1:
            surname = mention.words[-1]
            if len(surname) > 2 and surname[0].isupper() and surname.casefold() not in SUFFIXES:
                names.setdefault((surname,), Kind.PERSON)
    return names


def _is_whole(doc: Doc, first: int, last: int, covered: set[int]) -> bool:
    """Whether the stretch is no part of a longer run of capitalised words."""
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    if before is not None and not doc[first].is_sent_start and before.i not in covered:
        joined = before.tag_ in {"NNP", "NNPS"} and before.text[0].isupper()
        if joined and not _is_title(before) and before.text not in table().people:
            return False
    if after is not None and not after.is_sent_start and after.i not in covered:
        return not (after.tag_ in {"NNP", "NNPS"} and after.text[0].isupper())
    return True


# ---- datelines


def _from_datelines(page: Page) -> Iterator[Mention]:
    """The place at the head of a dateline: "LONDON (Reuters) -"."""
    for segment in page.segments:
        if segment.part is not Part.BYLINE or page.text.startswith(("By ", "BY "), segment.start):
            continue
        words = page.words(segment.start, segment.end)
        last = words.start if words else 0
        while words and last < words.end and page.doc[last].is_upper and page.doc[last].is_alpha:
            last += 1
        if words and last > words.start and last - words.start <= 3:
            yield replace(mention_of(page.doc, words.start, last, Kind.PLACE, 3.0), is_loud=True)


# ---- joining


def _merged(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Both lists without overlaps; the more believable or longer mention wins."""
    kept: dict[int, Mention] = {}
    ranked = sorted([*found, *more], key=lambda m: (-(m.last - m.first), -m.weight, m.first))
    for mention in sorted(ranked, key=lambda m: -m.weight if m.weight >= 4 else 0):
        places = range(mention.first, mention.last)
        if not any(i in kept for i in places):
            kept.update(dict.fromkeys(places, mention))
    return list(dict.fromkeys(kept[i] for i in sorted(kept)))
