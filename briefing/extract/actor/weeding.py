"""Weeding: names that the rest of the article shows to be none, or too long.

A capital at the start of a sentence may be a common word; letters behind a name are honours; a
word for a people is no actor.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.cues import word_at
from briefing.extract.actor.entities import BELIEFS
from briefing.extract.actor.mention import OPENING, Mention, capitals, mention_of, occurrences
from briefing.extract.furniture import is_picture_credit, is_tag
from briefing.extract.known import given_names, honours, speech, table, titles
from briefing.extract.word_lists import read_list
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# Endings of words that describe: "Overjoyed", "Jubilant", "Victorious".
_DESCRIBING = ("ed", "ing", "ous", "ful", "less", "ant", "ent", "ish", "ive", "ary")

# Endings of those who do something: "Polesitter", "Frontrunner".
_DOING = ("ter", "ner", "ger", "der", "ker", "per", "ist", "man")


def weeded(doc: Doc, found: list[Mention]) -> list[Mention]:
    """The mentions that stand up to the rest of the article."""
    found = _without_owners(found)
    found = _without_halves(doc, _without_terms(doc, _without_furniture(doc, found)))
    found = _without_words_alone(doc, _without_cases(doc, _without_dominions(doc, found)))
    return _without_common_words(doc, _without_letters(doc, _trimmed(doc, found)))


def _without_furniture(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without tags and the credits of pictures."""
    return [
        m for m in found if not is_tag(doc, m.first) and not is_picture_credit(doc, m.first, m.last)
    ]


def _without_owners(found: list[Mention]) -> list[Mention]:
    """Bodies without the person in front that leads or owns them: "Ruiz's Elma Union"."""
    people = {m.words[-1] for m in found if m.kind is Kind.PERSON and len(m.words) > 1}
    return [
        replace(m, first=m.first + at, words=m.words[at:]) if (at := _owner_end(m, people)) else m
        for m in found
    ]


def _owner_end(mention: Mention, people: set[str]) -> int:
    """How many words of a body's name are a person and a possessive; 0 when none."""
    words, known = mention.words, table()
    is_led = len(words) > 1 and words[0] in people and words[0] not in known.kinds
    if mention.kind is not Kind.ORGANISATION or not is_led or mention.text in known.kinds:
        return 0
    is_owned = len(words) > 2 and words[1] in {"'s", "’s"} and words[-1] in known.body_heads
    is_known = known.kinds.get(" ".join(words[1:])) is Kind.ORGANISATION  # "Ruiz Senate"
    return 2 if is_owned else int(is_known)


def _without_halves(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without names in a title that begins with a large word: "Five Ghosts of Kestrel"."""
    inside = {i for m in found for i in range(m.first, m.last)}
    halves = [m for m in found if m.text not in table().kinds and _ends_title(doc, m, inside)]
    apart = {m.text for m in found} - {m.text for m in halves}
    whole = [m for m in found if m not in halves]
    apart |= {w for m in whole if m.kind is Kind.PERSON for w in (m.words[0], m.words[-1])}
    return [m for m in found if m not in halves or m.text in apart]


def _ends_title(doc: Doc, mention: Mention, inside: set[int]) -> bool:
    """Whether "of" and a large word that is no name and no office stand in front."""
    of = mention.first - 1 - (doc[mention.first - 1].lower_ == "the")
    is_other = mention.kind is Kind.PLACE or set(mention.words) & table().body_heads
    if of < 2 or doc[of].text != "of" or is_other or of - 1 in inside:
        return False
    word = doc[of - 1]
    is_large = word.text[0].isupper() and word.text.isalpha() and not word.is_sent_start
    is_marked = doc[of - 2].text in OPENING  # "“Lord of the Rings”"
    return is_large and (is_marked or not titles().is_title(word.text)) and not word.is_stop


def _without_terms(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without beliefs, and without letters that stand for small words: "magnetic loops (ML)"."""
    terms = {
        doc[i].text
        for i in capitals(doc)
        if doc[i].is_upper and doc[i].is_alpha and 1 < len(doc[i].text) < 7 and _is_term(doc, i)
    }
    return [
        m
        for m in found
        if m.text not in terms
        and not (len(m.words) == 1 and m.text.endswith(BELIEFS) and m.kind is not Kind.PERSON)
    ]


def _is_term(doc: Doc, i: int) -> bool:
    """Whether letters in brackets or behind "or" are the initials of small words in front."""
    before = doc[i - 1].lower_ if i else ""
    if before not in {"(", "or"}:
        return False
    last = i - 1 if doc[i - 2].text != "," else i - 2
    letters = doc[i].text.casefold()
    small = [t.text for t in doc[max(0, last - 2 * len(letters)) : last] if t.is_alpha]
    words = small[-len(letters) :]
    return all(w.islower() for w in words) and "".join(w[0] for w in words) == letters


def _without_dominions(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without what a noble is only called after: "the Duchess of York", "Prince Ed of Wales"."""
    names = read_list("names")
    nobles, dominions = frozenset(names["nobles"]), frozenset(names["dominions"])
    return [
        m
        for m in found
        if not (
            m.text in dominions
            and m.first > 2
            and doc[m.first - 1].text == "of"
            and any(t.text in nobles for t in doc[m.first - 3 : m.first - 1])
        )
    ]


def _without_cases(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without the parties that give a case its name: "Carver v. Ohio"."""
    return [
        m
        for m in found
        if not {"v.", "vs."} & set(m.words)
        and not any(
            0 < i < len(doc) - 1
            and doc[i].text in {"v.", "v"}
            and doc[i - 1].text[0].isupper()
            and doc[i + 1].text[0].isupper()
            for i in (m.first - 1, m.last)
        )
    ]


def _without_words_alone(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without adjectives, feasts and goods, which name nobody, and halves of a chief's office."""
    nobody = frozenset(read_list("names")["nobody"])
    return [
        m
        for m in found
        if m.text not in nobody
        and not _is_inserted(doc, m)
        and not _is_eve(doc, m)
        and not _is_month(doc, m)
        and f"{doc[m.first - 1].text} {m.text}" not in nobody  # "Mother Nature"
        and not m.text.startswith("Grand Prix ")
        and not _is_department(doc, m)
        and not (
            len(m.words) == 1
            and m.first > 0
            and m.last < len(doc)
            and (doc[m.first - 1].text, doc[m.last].text) == ("Chief", "Officer")
        )
    ]


def _is_inserted(doc: Doc, mention: Mention) -> bool:
    """Whether an editor put it in front of a name: "[Donald] Trump"."""
    i = mention.last
    is_marked = word_at(doc, mention.first - 1) == "[" and word_at(doc, i) == "]"
    return is_marked and i + 1 < len(doc) and doc[i + 1].text.istitle()


def _is_month(doc: Doc, mention: Mention) -> bool:
    """Whether it is the month of a day: "Mar 22", "5 Jan"."""
    if mention.text.casefold().rstrip(".") not in read_list("dates")["month"]:
        return False
    i, last = mention.first, mention.last
    is_led = i > 0 and doc[i - 1].text[0].isdigit() and not doc[i].is_sent_start
    return is_led or (last < len(doc) and doc[last].text[0].isdigit())


def _is_eve(doc: Doc, mention: Mention) -> bool:
    """Whether it is half of a feast's eve: "Elma New Year", "Eve"."""
    feast = ["New", "Year", "'s"]
    end = [t.text for t in doc[max(0, mention.first - 3) : mention.first]]
    return (end == feast and mention.words[0] in {"Eve", "Day"}) or (
        [*mention.words[-2:], word_at(doc, mention.last)] == feast
    )


def _is_department(doc: Doc, mention: Mention) -> bool:
    """Whether it is what a minister is one of: "Secretary of State"."""
    before = [t.text for t in doc[max(0, mention.first - 2) : mention.first]]
    is_bare = len(mention.words) == 1 and mention.kind is Kind.ORGANISATION
    return is_bare and before in (["Secretary", "of"], ["Minister", "of"])


def _trimmed(doc: Doc, found: list[Mention]) -> list[Mention]:
    """People without a word that opens the sentence: "Nonpartisan Ana Ruiz", "Polesitter Ruiz"."""
    small = {word for word in occurrences(doc) if word.islower()}
    surnames = {m.words[-1] for m in found if m.words[0] in given_names() and len(m.words) > 1}
    return [
        mention_of(doc, m.first + 1, m.last, m.kind, m.weight)
        if m.kind is Kind.PERSON
        and _opens(doc, m)
        and m.words[0] not in given_names()
        and (
            (len(m.words) > 2 and m.words[0].casefold() in small)
            or (len(m.words) == 2 and m.words[0].endswith(_DOING) and m.words[1] in surnames)
        )
        else m
        for m in _without_openers(doc, _without_deeds(doc, found, small))
    ]


def _without_deeds(doc: Doc, found: list[Mention], small: set[str]) -> list[Mention]:
    """Surnames without the verb of a headline: "Ruiz Briefed on Attack"."""
    alone = {m.words[-1] for m in found if m.kind is Kind.PERSON} - given_names()
    return [
        mention_of(doc, m.first, m.last - 1, m.kind, m.weight)
        if m.kind is Kind.PERSON
        and len(m.words) == 2
        and m.words[0] in alone
        and m.words[1].casefold() in small
        and m.words[1].endswith("ed")
        else m
        for m in found
    ]


def _without_openers(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Bodies without the word in front that opens the sentence: "Jubilant Elma Bears"."""
    whole = {m.words for m in found}
    return [
        mention_of(doc, m.first + 1, m.last, m.kind, m.weight)
        if _opens(doc, m) and _is_opened(m, whole)
        else m
        for m in found
    ]


def _is_opened(mention: Mention, whole: set[tuple[str, ...]]) -> bool:
    """Whether the first word describes what is named without it elsewhere: "Overjoyed Bears"."""
    known = table().kinds
    opener, *others = mention.words
    rest = tuple(others)
    is_name = opener in known or opener in table().people or opener in given_names()
    if is_name or mention.text in known or not rest or not rest[0][0].isupper():
        return False
    is_told = rest in whole or " ".join(rest) in known or rest[0] in given_names()
    is_long = len(rest) > 1 and mention.kind is not Kind.PERSON and rest[0] not in given_names()
    return is_told and (is_long or opener.endswith(_DESCRIBING))


def _without_letters(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without the honours behind a person's name: "Ana Ruiz, QC"."""
    ends = {m.last for m in found if m.kind is Kind.PERSON}
    return [
        m
        for m in found
        if m.text not in honours() or not (m.first - 1 in ends and doc[m.first - 1].text == ",")
    ]


def _without_common_words(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without capitalised words that the article also writes small, where a sentence begins."""
    small = {word for word in occurrences(doc) if word.islower()}
    often = _oftener_small(doc, found)
    longer = {w for m in found if len(m.words) > 1 for w in m.words}
    inside = {w for m in found if not _opens(doc, m) for w in m.words}
    return [
        m
        for m in found
        if len(m.words) > 1
        or (m.text not in often and not _opens(doc, m) and (m.text in longer or not _is_generic(m)))
        or m.text in table().kinds
        or m.text in given_names()
        or (
            m.text.casefold() not in small
            and (m.text in inside or not _is_plain(doc[m.first], m.kind))
        )
    ]


def _oftener_small(doc: Doc, found: list[Mention]) -> frozenset[str]:
    """Words that the article writes small more often than large inside a sentence: "Iodine"."""
    parts = {w for m in found if len(m.words) > 1 for w in (m.words[0], m.words[-1])}
    singles = {m.text for m in found if len(m.words) == 1} - parts
    return frozenset(w for w in singles if _times_small(doc, w.casefold()) > _times_large(doc, w))


def _times_small(doc: Doc, word: str) -> int:
    return len(occurrences(doc).get(word, ())) if word.islower() else 0


def _times_large(doc: Doc, word: str) -> int:
    """How often the word stands with a capital where no sentence begins."""
    at = occurrences(doc).get(word, ()) if word.istitle() else ()
    return sum(1 for i in at if not doc[i].is_sent_start)


def without_peoples(found: list[Mention]) -> list[Mention]:
    """Without words for the people of a place that the article names: "Kastovian"."""
    places = {m.text for m in found if m.kind is Kind.PLACE and len(m.words) == 1}
    peoples = {p[:-1] + "an" for p in places if p[-1] in "aeo"} | {p + "ian" for p in places}
    return [m for m in found if m.kind is Kind.PERSON or m.text not in peoples]


def _is_generic(mention: Mention) -> bool:
    """Whether it is the bare head of names: "Commission", "Republic"."""
    known = table()
    heads = known.body_heads | known.place_heads | {"State", "States", "Republic"}
    return mention.text in heads and mention.text not in known.kinds


def _opens(doc: Doc, mention: Mention) -> bool:
    """Whether the name begins a sentence, where every word is written large."""
    i = mention.first
    return bool(doc[i].is_sent_start) or (
        i > 0 and doc[i - 1].is_punct and bool(doc[i - 1].is_sent_start)
    )


def _is_plain(token: Token, kind: Kind) -> bool:
    """Whether a large word may as well be a common noun: "Turnout", "Quotas"."""
    if not token.is_title or (token.dep_ == "nsubj" and token.head.lower_ in speech().saying):
        return False
    return kind is not Kind.ORGANISATION or token.tag_ in {"NNS", "NNPS", "NN"}
