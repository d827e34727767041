"""Cues: what the words around a name say of its kind.

"In Elma", "the mayor of Elma" and "Elma, Ohio" are a place; "Acme founder Ana Ruiz" names a body
first; "Ruiz, 42," and "Ruiz aides" are a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.actor.classes import told_by_nouns
from briefing.extract.actor.deeds import told_by_deeds
from briefing.extract.actor.mention import PARTICLES, Mention, occurrences
from briefing.extract.actor.teams import is_team
from briefing.extract.known import given_names, leading_surnames, singular, speech, table, titles
from briefing.extract.word_lists import read_list
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# "DeAndre", "LaToya"; "McCarthy", "O'Neill".
_MADE_GIVEN = re.compile(r"(?:De|La|Le|Da|Ja|Ju|Ta|Ke)[A-Z][a-z]{2,}")
_CLAN = re.compile(r"(?:Mc|O'|O’|Fitz)[A-Z][a-z]{2,}")
_SERIES = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|X{1,3}I{0,3})|[A-Z]{1,2}\d{1,3}")
_LAUNCHED = (["launched", "into"], ["launched", "aboard"], ["launched", "atop"])
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){2,3}")
# Dotted letters that open the names of bodies: "U.S. Steel", "D.C. Comics".
_LANDS = frozenset("U.S. U.N. U.K. E.U. L.A. D.C. N.Y. B.C. U.S.S. N.C. S.C. N.J. J.P.".split())
_OPENING, _CLOSING = frozenset({'"', "“"}), frozenset({'"', "”"})
_CALLING = frozenset({"chanted", "chanting", "called", "nicknamed", "named", "dubbed", "chant"})
_INSIDE = frozenset({"in", "near", "across", "outside", "throughout"})
_TOWARDS = frozenset({"in", "at", "near", "from", "to", "of", "outside", "around"})
_AREAS = frozenset({"province", "city", "town", "village", "island", "islands", "region"}) | {
    "district", "capital", "port", "county", "suburb",
}  # fmt: skip
STATE = frozenset({"government", "parliament", "capital", "coast", "border", "foreign"}) | {
    "finance", "transport", "prime", "army", "constitution",
}  # fmt: skip
_OF_OFFICE = frozenset({"NN", "JJ"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "ceo", "shares", "employees"})
_FOUNDERS = frozenset({"founder", "co-founder", "cofounder", "founders", "executive"})
_PAPERS = frozenset({"newspaper", "magazine", "tabloid"})
_OWNED = frozenset({"a", "an", "the", "its", "his", "her", "their", "one"})


@lru_cache(maxsize=1)
def cues() -> Mapping[str, frozenset[str]]:
    """The words of the list `classes` that stand around names, by what they tell."""
    return {name: frozenset(words) for name, words in read_list("classes")["cues"].items()}


def tells_of_sport(doc: Doc) -> bool:
    """Whether at least two different words of sport stand in the article."""
    return len({word.lower() for word in occurrences(doc)} & cues()["sport"]) > 1


def told_around(
    doc: Doc, mention: Mention, people: frozenset[int]
) -> Iterator[tuple[Kind | None, float]]:
    """The kinds that the words around a mention speak for, and how loudly.

    `people` are the first tokens of full names of people.
    """
    if len(mention.words) > 1 and mention.words[-1] in table().body_heads:
        return
    yield from told_by_nouns(doc, mention)
    yield from told_by_deeds(doc, mention)
    if word_at(doc, mention.last) in cues()["behind_thing"] or _is_edition(doc, mention.first):
        yield None, 2.0
    is_given = mention.words[0] in given_names()
    is_craft = not is_given and _takes_off(doc, mention.last)
    if _is_title_in_marks(doc, mention):
        yield None, 4.0 if len(mention.words) > 1 and not is_given else 2.0
    if _is_prize(doc, mention) or is_craft:
        yield None, 4.0
    if mention.kind is Kind.PERSON and _is_make(mention.words):
        yield None, 2.0
    if is_team(mention.words, has_article=word_at(doc, mention.first - 1) == "the"):
        yield Kind.ORGANISATION, 2.0
    yield from _of_a_person(doc, mention)
    yield from _of_a_place(doc, mention)
    yield from _of_a_body(doc, mention, people)


def _is_title_in_marks(doc: Doc, mention: Mention) -> bool:
    """Whether marks hold the name and nothing else, as they do works; no nickname in a name."""
    first, last = mention.first - 1, mention.last
    first -= word_at(doc, first) in {"the", "a", "an"}
    if first < 0 or doc[first].text not in _OPENING:
        return False
    last += word_at(doc, last) in {",", "."}
    if last >= len(doc) or doc[last].text not in _CLOSING:
        return False
    tags = {doc[i].tag_ for i in (first - 1, last + 1) if 0 <= i < len(doc)}
    return tags != {"NNP"} and word_at(doc, first - 1) not in _CALLING


def _is_prize(doc: Doc, mention: Mention) -> bool:
    """Whether it is a prize that somebody holds or hopes for: "Oscar-winning", "Tony winner"."""
    i = mention.last
    i += word_at(doc, i) == "-"
    return mention.words[-1] in cues()["prizes"] and word_at(doc, i) in cues()["behind_prize"]


def _takes_off(doc: Doc, i: int) -> bool:
    """Whether the verb behind the name is one of craft: "blasted off", "was launched into"."""
    words = [word_at(doc, k) for k in range(i, i + 3)]
    if words[0] in {"blasted", "lifted", "blasts", "lifts"} and words[1] == "off":
        return True
    return words[0] in {"is", "was", "were", "will"} and words[1:] in _LAUNCHED


def _is_make(words: tuple[str, ...]) -> bool:
    """Whether it is what a known firm makes, or one of a series: "Google Glass", "Rex IV"."""
    if len(words) < 2 or words[0] in given_names():
        return False
    return table().kinds.get(words[0]) is Kind.ORGANISATION or bool(_SERIES.fullmatch(words[-1]))


def _is_edition(doc: Doc, first: int) -> bool:
    """Whether a version or a copy of it is spoken of: "the newest versions of Kestrel"."""
    of = word_at(doc, first - 1) == "of"
    return of and word_at(doc, first - 2) in {"version", "versions", "copy", "copies", "edition"}


def _of_a_person(doc: Doc, mention: Mention) -> Iterator[tuple[Kind | None, float]]:
    if _is_said_of_a_person(doc, mention) or _is_made_like_a_person(mention.words):
        yield Kind.PERSON, 2.0
    after = word_at(doc, mention.last)
    if after in cues()["behind_person"] and looks_human(mention.words):
        yield Kind.PERSON, 1.5
    kin = titles().kin - {"parent", "parents", "sister", "partner"}  # firms have these
    if after == "'s" and word_at(doc, mention.last + 1) in kin and looks_human(mention.words):
        yield Kind.PERSON, 1.5
    # People take no article, but for families and for what is theirs: "the Ruiz aides".
    is_bare = mention.last >= len(doc) or doc[mention.last].tag_ not in {"NN", "NNS", "NNP"}
    if word_at(doc, mention.first - 1) == "the" and is_bare and mention.kind is Kind.PERSON:
        yield Kind.PERSON, -1.0


def _of_a_place(doc: Doc, mention: Mention) -> Iterator[tuple[Kind | None, float]]:
    before, ruler = word_at(doc, mention.first - 1), word_at(doc, mention.first - 2)
    if before in _INSIDE:
        is_bare = len(mention.words) == 1 and word_at(doc, mention.last) != "'s"
        yield Kind.PLACE, 1.2 if is_bare else 0.9
    if before == "of" and (ruler in _AREAS or ruler in cues()["of_place"]):
        yield Kind.PLACE, 3.0 if ruler in _AREAS else 2.0
    if before in {"to", "from", "for"} and ruler in cues()["motion"]:
        yield Kind.PLACE, 1.5
    after = word_at(doc, mention.last)
    if after in _AREAS and doc[mention.last].tag_ == "NN":
        yield Kind.PLACE, 1.5
    if after in cues()["behind_place"]:
        yield Kind.PLACE, 1.0
    if after == "," and word_at(doc, mention.last + 1) == "where":
        yield Kind.PLACE, 2.0
    if before in _TOWARDS and _is_in_state(doc, mention.last):
        yield Kind.PLACE, 2.5
    if after == "'s" and word_at(doc, mention.last + 1) in STATE:
        yield Kind.PLACE, 1.5  # "Georgia's parliament"


def _is_in_state(doc: Doc, i: int) -> bool:
    """Whether a comma and a state or country follow: "in Elma, Ohio"."""
    if word_at(doc, i) != ",":
        return False
    known = table()
    names = {" ".join(t.text for t in doc[i + 1 : i + 1 + n]) for n in (1, 2, 3)}
    return any(known.kinds.get(n) is Kind.PLACE and n not in known.capitals for n in names)


def _of_a_body(
    doc: Doc, mention: Mention, people: frozenset[int]
) -> Iterator[tuple[Kind | None, float]]:
    before, ruler = word_at(doc, mention.first - 1), word_at(doc, mention.first - 2)
    after = word_at(doc, mention.last)
    is_plural = len(mention.words) == 1 and doc[mention.first].tag_ == "NNPS"
    if is_plural and before == "the" and mention.kind is Kind.PERSON:
        yield Kind.ORGANISATION, 1.0  # "the Bears"
    if after == "'s" and mention.last + 1 in people:
        yield Kind.ORGANISATION, 1.5  # "Acme's Ana Ruiz"
    if after in _SPOKESMEN:
        yield Kind.ORGANISATION, 1.0
    if before == "to" and ruler == "according" and len(mention.words) == 1:
        yield Kind.ORGANISATION, 1.2  # people are named in full before they are a source
    if before == "told" and len(mention.words) == 1 and mention.text not in given_names():
        yield Kind.ORGANISATION, 1.2  # likewise: an agency is told
    is_one = before == "the" or (before == "'s" and after in _PAPERS)
    if is_one and after in cues()["named_before"] and mention.text not in table().people:
        yield Kind.ORGANISATION, 2.0  # "the New Dawn party"
    if before in {"of", "for"} and ruler in _SPOKESMEN:
        yield Kind.ORGANISATION, 2.0
    if (before == "of" and ruler in _FOUNDERS) or (before == "by" and ruler == "repped"):
        yield Kind.ORGANISATION, 3.0  # "a co-founder of Acme", "is repped by Acme"
    if _leads_office_of(doc, mention.last, people):
        yield Kind.ORGANISATION, 2.0  # "Acme Chief People Officer Ana Ruiz"
    if after in cues()["behind_body"] and mention.last + 1 in people:
        yield Kind.ORGANISATION, 2.0  # "Acme founder Ana Ruiz"
    elif mention.kind is Kind.PERSON and _leads_officer(doc, mention.last, people):
        yield Kind.ORGANISATION, 1.5  # "Acme first officer Ana Ruiz"
    if mention.kind is Kind.PERSON and after in cues()["behind_airline"]:
        yield Kind.ORGANISATION, 1.5


def _leads_office_of(doc: Doc, i: int, people: frozenset[int]) -> bool:
    """Whether the capitals of a chief's office and who holds it follow."""
    if word_at(doc, i) != "chief":
        return False
    while i < len(doc) and doc[i].text[0].isupper() and i not in people:
        i += 1
    return i in people


def _leads_officer(doc: Doc, i: int, people: frozenset[int]) -> bool:
    """Whether an office in small letters and who holds it follow; a person's aides do not count."""
    last = i
    while last < len(doc) and last - i < 3 and doc[last].is_lower and doc[last].tag_ in _OF_OFFICE:
        last += 1
    if last == i or last not in people:
        return False
    return _is_office(doc[last - 1]) and doc[last - 1].lower_ not in cues()["of_persons"]


def word_at(doc: Doc, i: int) -> str:
    """The token's word in lower case; empty outside the article."""
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _is_said_of_a_person(doc: Doc, mention: Mention) -> bool:
    """Whether "who", an age, an office or kinship stands beside the name."""
    if not looks_human(mention.words):
        return False
    i = mention.last
    if _is_followed_by_who(doc, i + (word_at(doc, i) == ",")):
        return True
    if word_at(doc, i) == "," and i + 1 < len(doc):
        if doc[i + 1].like_num and word_at(doc, i + 2) == ",":
            return True
        if (
            len(mention.words) > 1
            and word_at(doc, i + 1) in _OWNED
            and _leads_to_office(doc, i + 2)
        ):
            return True
    if len(mention.words) < 2:
        return False
    at = mention.first - 1
    if at > 0 and doc[at].text == ",":
        at -= 1
        is_led = any(t.lower_ in _OWNED for t in doc[max(0, at - 4) : at])
        return is_led and _is_office(doc[at])
    return at >= 0 and doc[at].tag_ == "NN" and _is_office(doc[at])


def _is_followed_by_who(doc: Doc, i: int) -> bool:
    """Whether "who" stands at `i`, or "whose" and nothing that bodies and things have."""
    if word_at(doc, i) != "whose":
        return word_at(doc, i) == "who"
    return not any(t.lower_ in cues()["of_bodies"] for t in doc[i + 1 : i + 3])


def _is_made_like_a_person(words: tuple[str, ...]) -> bool:
    """Whether it is initials, a double given name or one with a particle, and a surname.

    "E. J. Carver", "Jean-Pierre Laurent", "Charles de Villiers"; but "J. P. Morgan & Co" is none.
    """
    if len(words) == 4 and words[2] == "-" and words[3].islower():
        # "Park Ji-hoon": a family name and a given name of two syllables
        return all(w.istitle() and w.isalpha() and len(w) < 7 for w in words[:2])
    if len(words) == 3 and words[0] in leading_surnames() and words[:2] != ("Hong", "Kong"):
        return all(w.istitle() and len(w) < 7 for w in words) and looks_human(words)
    if len(words) == 2 and (_MADE_GIVEN.fullmatch(words[0]) or _CLAN.fullmatch(words[1])):
        return words[0][-1].islower() and words[1][-1].islower() and looks_human(words)
    if len(words) == 2 and _INITIALS.fullmatch(words[0]) and words[0] not in _LANDS:
        return words[1].istitle() and looks_human(words)  # "A.J. Carver"
    if len(words) < 3 or not looks_human(tuple(w for w in words if w != "-")):
        return False
    first, second = words[0], words[1]
    if all(len(w.rstrip(".")) == 1 and w.endswith(".") for w in (first, second)):
        return len(words) == 3
    is_double = second == "-" and first in given_names() and words[2] in given_names()
    is_noble = first in given_names() and second in PARTICLES and words[-1][0].isupper()
    return (is_double and len(words) > 3) or is_noble


def _is_office(token: Token) -> bool:
    """Whether the word is an office or a trade, and no relation that firms have as well."""
    word = singular(token.text)
    return token.is_lower and titles().is_head(word) and word not in titles().kin


def _leads_to_office(doc: Doc, i: int) -> bool:
    for token in doc[i : i + 5]:
        if token.is_punct or token.is_sent_start:
            return False
        if _is_office(token) and token.tag_ == "NN":
            return not (token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"NN", "NNS", "POS"})
        if token.lower_ in {"of", "in", "for", "that", "which"}:
            return False
    return False


def looks_human(words: tuple[str, ...]) -> bool:
    """Whether no word of the name marks it as a body, a place or an office."""
    heads = table().body_heads | table().place_heads | table().sites
    return len(words) <= 4 and all(
        (w[0].isupper() or w in PARTICLES)
        and w not in heads
        and singular(w) not in titles().heads
        and w.lower() not in speech().nouns
        for w in words[1:] or words
    )
