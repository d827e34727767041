"""Role in front: the words of an office that stand before a name.

"Former Real Madrid midfielder", "US Ambassador to Spain", "Chief of Staff Gen.": a run of nouns and
adjectives that ends with the head noun of an office; opinions in front of it are left out.
"""

from __future__ import annotations

from briefing.extract.actor.mention import is_half_title
from briefing.extract.furniture import is_byline_of_agency
from briefing.extract.known import never_names, singular, table, titles
from briefing.extract.parse import COMMON
from briefing.extract.role.found import FoundRole, Owner
from briefing.extract.role.heads import (
    ends_role,
    is_infinitive,
    is_position,
    is_verb,
    is_work_or_clock,
)
from briefing.extract.role.lists import role_lists
from briefing.extract.role.long_titles import (
    DEPARTMENTS,
    head_in_front,
    is_office_at,
    owner_behind_of,
)
from briefing.extract.role.objects import owner_of_sought, work_before
from briefing.extract.role.owners import affiliation, joins_bodies
from briefing.extract.role.words import DETERMINERS, WORDS, RoleText, offices
from briefing.extract.word_lists import read_list
from briefing.model import Kind

_FRONT = 10  # tokens in front of the head of a role in front of a name
_CHARGES = frozenset({"chief", "charge", "residence"})  # "editor in chief"


def in_front(text: RoleText, name: int) -> FoundRole | None:
    """The role that ends right before the name at token `name`, or before the rank there."""
    last, end = _before_rank(text, name)
    role = _ending_at(text, name, last, end)
    return role or (_ending_at(text, name, name, name) if end < name else None)


def _ending_at(text: RoleText, name: int, last: int, end: int) -> FoundRole | None:
    """The role whose words end before `last`, and before `end` with the stop of a short form."""
    head, is_of = head_in_front(text, last)
    if last == 0 or text.doc[name].is_sent_start or not _is_office(text, head):
        return None
    start = _start_in_front(text, head)
    first = text.without_opinions(_behind_credit(text, start, head), head)
    first, owner = affiliation(text, first, head)
    if is_of and owner is None:
        owner = owner_behind_of(text, head, last)
    if first > head or (owner is None and _tells_nothing(text, first, head)):
        return None
    if owner is None:
        owner = _firm_before_letters(text, first) or work_before(text, first)
    # "Sens." is two tokens to the model; its stop belongs to the role.
    end = last if is_of else end
    return _sought(text, FoundRole(first, end, first if text.doc[head].like_num else head, owner))


def _sought(text: RoleText, role: FoundRole) -> FoundRole:
    """The candidacy for an office, where one stands before it: "candidate for mayor Ana Ruiz"."""
    doc, head = text.doc, role.first - 2
    if head < 0 or doc[head + 1].lower_ != "for" or doc[head].lower_ not in role_lists().seeking:
        return role
    first = text.without_opinions(_start_in_front(text, head), head)
    first, owner = affiliation(text, first, head)
    owner = owner or owner_of_sought(text, role.first, role.last)
    return FoundRole(first, role.last, head, owner)


def _is_office(text: RoleText, head: int) -> bool:
    is_look_alike = is_verb(text, head) or is_work_or_clock(text, head)
    return ends_role(text, text.doc[head]) and not is_look_alike


def _tells_nothing(text: RoleText, first: int, head: int) -> bool:
    """Whether it is only courtesy, or kinship with somebody unnamed."""
    is_courtesy = text.doc[head].lower_ in titles().honorifics - role_lists().clergy
    return (first == head and is_courtesy) or text.is_kinship(head, first)


def _before_rank(text: RoleText, name: int) -> tuple[int, int]:
    """Where an office in front of the name ends, and where its words do."""
    last = name
    if last > 0 and text.doc[last - 1].text == ".":
        last -= 1
    end = name
    # "Governor Dr. Ruiz", "Chief of Staff Gen. Ruiz": courtesy and rank come after the office.
    while last > 1 and _is_between(text, last - 1):
        last -= 1
        end = last
    return last, end


def _start_in_front(text: RoleText, head: int) -> int:
    """The first token of the words that belong to the head in front of the name."""
    first = head
    while first > 0 and not text.doc[first].is_sent_start and head - first < _FRONT:
        if not _fits_in_front(text, first - 1):
            break
        first -= 1
    return first


def _behind_credit(text: RoleText, first: int, head: int) -> int:
    """The first token of a role behind what a caption or a line before it left there.

    "Reuters Danish leader", "Oslo French President": a people's name opens an office.
    """
    doc = text.doc
    bylines = [i for i in range(first, head) if is_byline_of_agency(doc, i, head + 1)]
    first = bylines[-1] + 1 if bylines else first
    for i in range(first + 1, head):
        if _is_people_word(text, i) and doc[i - 1].text != "-":
            before = doc[i - 1]
            is_word = before.lower_ in titles().modifiers and i - 1 not in text.named
            is_name = before.text[0].isupper() and not is_word
            is_free = is_name and not titles().is_head(before.text) and before.tag_ != "POS"
            return i if is_free and not text.people_at(i - 1, head) else first
    return first


def _is_people_word(text: RoleText, i: int) -> bool:
    """Whether an adjective of a people begins at the token; "Indians" is rather a team."""
    words = (text.doc[i : i + 2].text, text.doc[i].text)
    is_people = any(table().people.get(word) for word in words)  # a party has no country
    is_body = text.same_name(i - 1, i, is_known=True) and (text.named[i].kind is Kind.ORGANISATION)
    return is_people and not is_body and words[1][-1] != "s"


def _firm_before_letters(text: RoleText, first: int) -> Owner:
    """The firm whose letters stand before the office: "Acme Corp (ACM) Chief Executive"."""
    doc = text.doc
    if first < 4 or doc[first - 1].text != ")" or doc[first - 3].text != "(":
        return None
    last = first - 3
    start = last
    while start > 0 and doc[start - 1].text[0].isupper() and last - start < 6:
        start -= 1
    return (start, last) if start < last and doc[first - 2].is_upper else None


def _is_between(text: RoleText, i: int) -> bool:
    """Whether the token is courtesy or a rank behind a whole office."""
    low, known = text.doc[i].lower_, titles()
    is_courtesy = is_half_title(text.doc[i]) and low not in known.short  # "Datuk Seri"
    if is_courtesy or _is_second_office(text, i):
        return True
    if low in known.honorifics:
        return titles().is_head(text.doc[i - 1].text)
    if low not in known.short:
        return False
    before = text.doc[i - 1].lower_
    is_chief = before == "staff" and text.doc[i - 2].lower_ == "of"
    return is_chief or (is_office_at(text, i - 1) and before not in role_lists().before_short)


def _is_second_office(text: RoleText, i: int) -> bool:
    """Whether a large office or rank follows a whole one: "government spokesman Major General".

    So does "Justice" in "Chief Justice of Spain Justice Ruiz".
    """
    doc, at = text.doc, i
    while at > 1 and at > i - 3 and _is_military(text, at):
        at -= 1
    if at == i:
        return False
    if at in text.named and text.named[at].kind is Kind.PLACE:
        return doc[at - 1].lower_ == "of" and titles().is_head(doc[at - 2].text)
    return doc[at].is_lower and doc[at].tag_ == "NN" and titles().is_head(doc[at].text)


def _is_military(text: RoleText, i: int) -> bool:
    return text.doc[i].text.istitle() and text.doc[i].lower_ in role_lists().military


def _fits_in_front(text: RoleText, i: int) -> bool:
    token, doc = text.doc[i], text.doc
    low = token.lower_
    if text.same_name(i, i + 1, is_known=True) and text.named[i].kind is not Kind.PERSON:
        return True
    if low in {"of", "in"} and i > 0 and doc[i + 1].text != "-":  # "mother-of-three"
        return _joins_in_front(text, i)
    if token.text in {"'s", "'"}:
        return token.tag_ == "POS" and i > 0
    if (
        low in DETERMINERS
        or token.is_space
        or low in {"caption", "copyright", "image", "photo", *role_lists().regalia, *never_names()}
    ):
        return False
    if i in text.named and text.named[i].kind is Kind.PERSON:
        return _owns_next(text, i)
    if token.text in {"-", "–", "/", "&"}:
        return not text.is_dash(i)
    if low == "and":
        return _joins_offices(text, i) or joins_bodies(text, i)
    if low == "under":
        return doc[i + 1].lower_ in {"secretary", "-"}
    if token.text == "." and i > 0:
        return f"{doc[i - 1].lower_}." in {"no.", *titles().short}
    if token.is_punct:
        return False
    if doc[i + 1].text == "-" and token.is_alpha and not token.whitespace_:
        return True
    if token.tag_ == "CD" and (
        doc[i + 1].lower_ in {"-", "m", "km", "metres", "meters"} or _is_numbered(text, i)
    ):
        return True
    if not any(letter.isalnum() for letter in token.text):  # "Mars | 1:21 Acme founder"
        return False
    is_noun = token.is_lower and token.tag_ in COMMON and low not in role_lists().qualifiers
    if is_noun and not titles().is_head(low) and _begins_anew(text, i + 1):
        return False
    if low in {"left", "right"} and doc[i - 1].text != "-":
        return doc[i + 1].lower_ in role_lists().sided
    if is_position(text, i + 1):
        return True
    if is_infinitive(text, i) or _is_headline_verb(text, i):
        return False
    if token.tag_ in {"VBN", "VBG", "CD"}:
        return low in titles().modifiers or low in titles().opinions
    return token.tag_ in WORDS or low in titles().modifiers or token.text in table().people


def _is_headline_verb(text: RoleText, i: int) -> bool:
    """Whether it is what a team does to somebody: "Bears sign striker Ana Ruiz"."""
    if i == 0 or not text.doc[i - 1].text[0].isupper():
        return False
    return (
        text.doc[i].text in role_lists().hiring and text.doc[i + 1].lower_ not in titles().modifiers
    )


def _joins_in_front(text: RoleText, i: int) -> bool:
    """Whether "of" or "in" is inside a title or a body: "chief of staff", "Bank of Elma"."""
    before, after = text.doc[i - 1], text.doc[i + 1]
    departments = DEPARTMENTS if text.doc[i].lower_ == "of" else _CHARGES
    if titles().is_head(before.text) and after.lower_ in departments:
        return True
    return before.text in offices() and after.text[0].isupper()


def _is_numbered(text: RoleText, i: int) -> bool:
    """Whether the figure counts the noun before it: "Formula 1 driver", "Apollo 12"."""
    before = text.doc[i - 1] if i and not text.doc[i].is_sent_start else None
    is_noun = before is not None and before.is_alpha and before.tag_ in {"NN", "NNP"}
    return is_noun and before is not None and not _is_of_calendar(before.lower_)


def _is_of_calendar(low: str) -> bool:
    """Whether a figure behind the word is a day: "Nov. 12"."""
    return low in never_names() or low.rstrip(".") in read_list("dates")["month"]


def _begins_anew(text: RoleText, i: int) -> bool:
    """Whether the words of a role begin at the token, whatever noun stands before it."""
    low = text.doc[i].lower_
    return i in text.named or bool(text.people_at(i, i + 1)) or low in {"former", "then"}


def _owns_next(text: RoleText, i: int) -> bool:
    """Whether a person's name belongs to a role: "Ruiz's aide", "Ruiz campaign manager"."""
    following = text.doc[i + 1]
    if following.tag_ == "POS" or text.named.get(i + 1) is text.named[i]:
        return True
    is_word = following.is_lower and following.tag_ in {"NN", "JJ"}
    return is_word and (
        titles().is_head(following.lower_)
        or following.lower_ in titles().modifiers
        or following.lower_ == "administration"
    )


def _joins_offices(text: RoleText, i: int) -> bool:
    """Whether "and" stands between two offices of one person: "founder and chairman"."""
    one, other = text.doc[i - 1], text.doc[i + 1]
    is_office = titles().is_head(one.text) and singular(one.text) not in titles().kin
    if not (one.tag_ in {"NN", "NNP"} and is_office):
        return False
    is_alike = other.is_lower or one.text[0].isupper() == other.text[0].isupper()
    before = text.start_of_compound(i - 1) - 1
    return is_alike or (before >= 0 and text.doc[before].text[0].isupper())  # "SNP leader and"
