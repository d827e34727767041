"""Talk subjects: who does what a verb tells, where the words for it stand elsewhere.

Behind a participle at the front ("Due to reopen in March, the museum …"), above an infinitive
("is booked to headline"), before a plan, or in the clause that "it" points back to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.known import singular, speech, titles
from briefing.extract.parse import (
    AUXILIARIES,
    NOUNS,
    PLURALS,
    PROPER,
    SUBJECTS,
    VERBS,
    child_of,
    has_child,
)
from briefing.extract.talk.occasion_parse import family_of_verb, is_occasion_noun, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = frozenset({"plan", "plans"})
_SUMMONING = frozenset(
    "summoned subpoenaed ordered called asked invited told urged summons orders invites".split()
)
_FRONTED = frozenset({"advcl", "xcomp", "advmod", "prep", "acl", "amod", "pcomp", "acomp"})


def doer_of(verb: Token, subject: Token | None) -> Token | None:
    """Who does it: the subject, he whose plan it is, or the subject that stands elsewhere."""
    if subject is None:
        return _fronted(verb) or _booked(verb) or _noun_before(verb)
    return (_owner_of(subject) if is_plan_noun(subject) else None) or subject


def is_plan_noun(noun: Token) -> bool:
    """Whether it is the plan, not him who has it: "unveiled plans to launch"."""
    return noun.lower_ in _PLANS


def _booked(verb: Token) -> Token | None:
    """Who is booked or called for it: "is booked to headline", "subpoenaed Ruiz to testify"."""
    above = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or above.i > verb.i:
        return None
    asked = (c for c in above.children if c.dep_ == "dobj" and above.i < c.i < verb.i)
    if above.lower_ in _SUMMONING:
        return next(asked, None)
    return subject_of(above) if above.tag_ == "VBN" else None


def antecedent_of(pronoun: Token) -> Token | None:
    """The body that says what "it" will do, or whose clause "when it opens" belongs to."""
    verb = pronoun.head
    above = verb.head
    if pronoun.lower_ not in {"it", "they"} or above == verb or above.pos_ not in VERBS:
        return None
    own = subject_of(above)
    if own is None or own.tag_ == "PRP" or own.sent != pronoun.sent:
        return None
    if pronoun.lower_ == "they" and family_of_verb(verb) == "match" and own.tag_ in PROPER:
        return own  # "Torre hope to win when they face Elma"
    is_plural = own.tag_ in PLURALS
    if is_plural != (pronoun.lower_ == "they"):
        return None
    if verb.dep_ == "ccomp":
        is_body = own.ent_type_ != "PERSON" and not _is_speaker(own)
        return own if is_body and above.lower_ in speech().saying else None
    if verb.dep_ == "conj":  # "her team would travel and that it expects to respond"
        return own if own.ent_type_ != "PERSON" else None
    is_thing = own.tag_ in PROPER and own.ent_type_ != "PERSON"
    is_before = above.i > verb.i and own.tag_ == "NN" and not _is_speaker(own)
    return own if verb.dep_ == "advcl" and (is_thing or is_before) else None


def _is_speaker(noun: Token) -> bool:
    """Whether it is a person, or a paper that tells of something else."""
    low, told = noun.lower_, speech()
    return titles().is_head(low) or bool({low, singular(low)} & (told.speakers | told.nouns))


def _dangles(verb: Token, subject: Token) -> bool:
    """Whether the participle is not of this subject: "Scheduled to lift off, Ruiz has said"."""
    is_name = subject.pos_ == "PROPN" and subject.ent_type_ in {"PERSON", ""}
    is_person = is_name or titles().is_head(subject.lower_)
    has_object = has_child(verb, "dobj")
    is_saying = subject.head.lower_ in speech().saying
    return is_person and is_saying and not has_object and family_of_verb(verb) != "talks"


def _noun_before(verb: Token) -> Token | None:
    """The noun that a participle set off behind it describes: "a museum of art, due to open"."""
    top = verb.head if verb.dep_ == "xcomp" else verb
    at = top.left_edge.i
    is_bare = top.tag_ == "VBN" and all(c.dep_ not in AUXILIARIES for c in top.children)
    if not is_bare or at < 2 or top.doc[at - 1].text != "," or top.dep_ not in {"advcl", "acl"}:
        return None
    noun = top.doc[at - 2]
    if is_occasion_noun(noun):
        return noun  # "for the visitors in the second leg, scheduled to start"
    while noun.head != noun and noun.head.right_edge.i == at - 2 and noun.head.i > top.sent.start:
        noun = noun.head
    while noun.pos_ == "ADP" and noun.n_rights:
        noun = next(iter(noun.rights))
    return noun if noun.pos_ in NOUNS else None


def _owner_of(plan: Token) -> Token | None:
    """Who has the plan: "Holm's plan to close", "the agency unveiled plans to launch"."""
    own = child_of(plan, "poss")
    if own is not None or plan.dep_ != "dobj":
        return own
    return subject_of(plan.head)


def _fronted(verb: Token) -> Token | None:
    """The subject that follows its participle: "Due to reopen in March, the museum …"."""
    token = verb
    while token.dep_ in _FRONTED and token.head != token:
        token = token.head
        if token.pos_ in VERBS and token.i > verb.i:
            later = (c for c in token.children if c.dep_ in SUBJECTS and c.i > verb.i)
            subject = next(later, None)
            return None if subject is None or _dangles(verb, subject) else subject
    quoted = (c for c in verb.children if c.dep_ == "csubj" and c.i < verb.i)
    title = next(quoted, None)  # '"Leave the Door" will open in May'
    return title if title is not None and title.i and title.nbor(-1).text in '"“‘' else None
