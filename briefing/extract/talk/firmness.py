"""Firmness: whether a coming occasion is said to be held at all, and how surely.

What hangs on a condition, is denied, or was planned once is not coming; the rest is scheduled,
proposed, only possible, put off or cancelled, by the words around its noun and its verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.parse import CLAUSES, SUBJECTS, VERBS, has_child
from briefing.extract.talk.occasion_words import occasion_words
from briefing.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "whether"})
_ONCE = frozenset({"previously", "initially", "originally", "once", "earlier", "had"})
_DENIED = frozenset({"not", "n't", "never"})
_HELD = frozenset({"take", "held", "go", "played", "happen", "proceed", "staged"})
_ONLY_THEN = frozenset({"before", "until", "till", "by", "after", "but"})  # it will be another day
_RESOLVED = frozenset("forced obliged compelled decided agreed opted chose voted had".split())
_KNOWN = frozenset({"the", "this", "that"})
# Clauses that the verb above them makes only possible: "suggested that they could meet".
_REPORTED = frozenset({"xcomp", "ccomp", "acomp", "conj", "acl", "relcl", "advcl", "ROOT"})
_UNREAL = frozenset(
    [
        "no",
        "prospective",
        "potential",
        "hypothetical",
        "eventual",
        "previous",
        "last",
        "past",
        "recent",
    ]
)


def is_firm(verb: Token) -> bool:
    """Whether it is said that it will be: "will", "is to", "is set to", not "may" or "would"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}}
    if words & {"will", "shall", "'ll"}:
        return not words & (_DENIED | {"have"})
    is_plan = completed(verb) != verb and verb.lower_ in occasion_words().plans
    if is_plan:
        return not words & (_DENIED | {"was", "were", "had"})
    is_to = verb.tag_ in {"VB", "VBN"} and any(c.tag_ == "TO" for c in verb.children)
    if is_to and verb.dep_ == "xcomp" and verb.head.lower_ in {"is", "are", "'s", "'re"}:
        return True
    return verb.tag_ == "VBG" and bool(words & {"is", "are", "'s", "'re"})


def completed(verb: Token) -> Token:
    """The verb that a verb or adjective of planning is completed by: "is set to release"."""
    for child in verb.children:
        is_plan = child.dep_ == "acomp" and child.lower_ in occasion_words().plans
        is_completing = child.dep_ == "xcomp" and child.tag_ in {"VB", "VBN"} and child.i > verb.i
        # "Must decide whether to repeat the vote" is a decision, not a vote.
        if is_plan or (is_completing and not has_child(child, "mark")):
            return completed(child)
    return verb


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs the token."""
    while token.head != token:
        token = token.head
        if token.pos_ in VERBS and token.dep_ not in {"amod", "compound"}:
            return token
    return None


def is_unreal(head: Token, verb: Token | None) -> bool:
    """Whether it hangs on a condition, is denied or refused, or was planned only once."""
    if any(_is_conditional(t) or _is_mere_case(t) or _is_wished(t) for t in _with_heads(head)):
        return True
    if any(child.lower_ in _UNREAL for child in head.children) or _is_asked(head):
        return True
    if head.pos_ in VERBS and _is_supposed(head):
        return True
    if verb is not None and (_was_planned(verb) or _is_overtaken(verb)):
        return True
    if head.dep_ in SUBJECTS and (_is_unlikely(head.head) or _is_custom(head)):
        return True
    if _is_asked_off(head):
        return True
    return any(_is_denied(near) for near in _with_plans(head, verb)) and not _is_off(head, verb)


def _is_off(head: Token, verb: Token | None) -> bool:
    """Whether what was known to come will not be: "the parade will not take place on Sunday"."""
    if verb is None or head.head != verb or head.dep_ not in SUBJECTS:
        return False
    beside = {child.lower_ for child in verb.children}
    is_known = any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in head.lefts)
    is_denied = bool(beside & {"not", "n't"} and beside & {"will", "wo"})
    return is_known and is_denied and verb.lower_ in _HELD and not beside & _ONLY_THEN


def is_put_off(head: Token) -> bool:
    """Whether it is said outright: "postponed the meeting", "was forced to postpone the trial"."""
    head = _planned(head)
    verb = head.head
    is_done = verb.tag_ in {"VBD", "VBN", "VBZ"}
    is_done |= verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lower_ in _RESOLVED
    is_told = head.dep_ in {"dobj", "nsubjpass"} and is_done
    return is_told and verb.lower_ in occasion_words().postponed


def _planned(verb: Token) -> Token:
    """What is planned to do it: the trial in "a trial by jury scheduled to begin"."""
    plan = planning(verb)
    if plan.dep_ != "acl" or plan.lower_ not in occasion_words().plans:
        return verb
    thing = plan.head
    is_within = thing.dep_ == "pobj" and thing.head.lower_ in {"by", "of"}
    return thing.head.head if is_within else thing


def _is_custom(head: Token) -> bool:
    """Whether it is told of all such: "meetings on a holiday are moved to the day after"."""
    is_any = head.tag_ == "NNS" and not any(c.dep_ in {"det", "poss", "nummod"} for c in head.lefts)
    verb = head.head
    beside = {c.lower_ for c in verb.children}
    is_general = any(c.dep_ == "relcl" for c in head.children)
    is_moved = verb.tag_ == "VBN" and verb.lower_ in occasion_words().moving
    return is_any and is_general and is_moved and "are" in beside


def _is_asked_off(head: Token) -> bool:
    """Whether somebody wants it put off: "a postponement of the trial, set for May"."""
    above = {head.head.lower_, head.head.head.lower_}
    return not above.isdisjoint({"adjournment", "postponement", "cancellation"})


def _is_asked(head: Token) -> bool:
    """Whether the sentence only asks: "Do we expect him to speak tonight?"."""
    return any(token.text == "?" for token in head.sent[-2:])


def _is_unlikely(verb: Token) -> bool:
    """Whether its subject is said to be hardly coming: "a ruling is unlikely before May"."""
    return any(c.dep_ == "acomp" and c.lower_ in {"unlikely", "impossible"} for c in verb.children)


def status_of(head: Token, verb: Token | None) -> Status:
    """How firm it is, by the words beside its noun and its verb."""
    lists = occasion_words()
    around: set[str] = set()
    if verb is not None and not _is_told_by(head, verb):
        verb = None  # "the outcome of Friday's vote could be pivotal": the vote is held
    above = verb.head if verb is not None and verb.dep_ in _REPORTED else None
    for near in (head, verb, above, _outer(head), _outer(verb)):
        if near is not None:
            beside = (t for t in near.children if t.dep_ not in {"parataxis", "ccomp"})
            around |= {t.lower_ for t in (near, *beside) if t.text != "May"}
    may_be = verb is not None and any(
        c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in verb.children
    )
    if may_be and around & (lists.cancelled | lists.postponed):
        return Status.TENTATIVE  # "could be called off" is not called off yet
    if around & lists.cancelled or _is_called_off(around, verb) or _is_off(head, verb):
        return Status.CANCELLED
    if (
        is_put_off(head)
        or around & lists.postponed
        or ("put" in around and around & {"off", "back"})
    ):
        return Status.POSTPONED
    if verb is not None and verb.lower_ in {"moved", "pushed", "shifted"} and "to" in around:
        return Status.POSTPONED
    hangs = verb is not None and any(_marked(child, "unless") for child in verb.children)
    if hangs or around & lists.tentative:
        return Status.TENTATIVE
    return Status.PROPOSED if around & lists.proposed else Status.SCHEDULED


def _is_told_by(head: Token, verb: Token) -> bool:
    """Whether the verb speaks of the occasion itself: its subject, object or own phrase."""
    if head.dep_ != "pobj" or verb == head:
        return True
    if head.head.lower_ == "for" and verb.lower_ in occasion_words().postponed:
        return False  # "was adjourned for a review on Friday": the review is held
    if verb == head.head.head:
        return True
    return head.head.lower_ not in {"of", "after", "before", "in", "since", "until"}


def _outer(token: Token | None) -> Token | None:
    """The verb whose subject the clause describes: "the fair, which was to open, is off"."""
    while token is not None and token.dep_ in {"xcomp", "acomp"} and token.head != token:
        token = token.head
    if token is None or token.dep_ not in {"relcl", "acl", "amod", "nsubj", "nsubjpass"}:
        return None
    if token.dep_ in SUBJECTS:
        return token.head
    return token.head.head if token.head.dep_ in SUBJECTS else None


def _is_called_off(around: set[str], verb: Token | None) -> bool:
    """Whether it is called off, or no longer scheduled."""
    if {"called", "off"} <= around:
        return True
    below = (
        {c.lower_ for child in verb.children for c in (child, *child.children)} if verb else set()
    )
    return {"no", "longer"} <= below


def _is_overtaken(verb: Token) -> bool:
    """Whether the end it tells of was put off: "extended the ban, which was due to end in May"."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    thing = verb.head if verb.dep_ in CLAUSES else None
    return thing is not None and thing.head.lower_ in occasion_words().extended


def _with_heads(token: Token) -> Iterator[Token]:
    yield token
    while token.head != token:
        token = token.head
        yield token


def _with_plans(head: Token, verb: Token | None) -> Iterator[Token]:
    """The noun and its verb with the verbs these complete: "did not get to play"."""
    for start in (head, verb):
        token = start
        while token is not None:
            yield token
            is_completing = token.dep_ in {"xcomp", "acomp"} and token.head != token
            token = token.head if is_completing else None


def _is_conditional(verb: Token) -> bool:
    """Whether the clause is an "if", holds one, or is turned like one ("should the House vote")."""
    if verb.pos_ not in VERBS:
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & _CONDITIONS:
        return True
    for child in verb.children:
        # What "will expire on Friday unless the House acts" has its day.
        if child.dep_ == "advcl" and _marked(child, "if"):
            return True
    is_turned = verb.dep_ == "advcl" and verb.tag_ == "VB" and not marks
    return is_turned and any(c.lower_ == "should" and c.i < verb.i for c in verb.children)


def _marked(clause: Token, mark: str) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == mark for child in clause.children)


def _is_mere_case(token: Token) -> bool:
    """Whether it is only what may come: "in the event of a strike", "in case of"."""
    return token.lower_ in {"event", "case"} and token.dep_ == "pobj" and token.head.lower_ == "in"


def _is_wished(verb: Token) -> bool:
    """Whether it would only be liked, or would have been: "he'd love to see them meet"."""
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if words.isdisjoint({"would", "'d", "could", "might"}):
        return False
    return not words.isdisjoint({"have", "'ve"}) or verb.lower_ in {
        "love",
        "like",
        "prefer",
        "hate",
    }


def _is_supposed(verb: Token) -> bool:
    """Whether it only would be: "the plan would close the port", not "he said it would"."""
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(words & {"would", "'d"}) and verb.dep_ not in {"ccomp", "conj"}


def _is_denied(near: Token) -> bool:
    lists = occasion_words()
    # "For this strike, but not for the next" denies only what follows.
    words = {c.lower_ for c in near.children if c.i == 0 or c.nbor(-1).lower_ != "but"}
    if (words & _DENIED and "longer" not in words) or words & lists.habitual:
        return True
    return near.pos_ in VERBS and near.lower_ in lists.refused


def _was_planned(verb: Token) -> bool:
    """Whether it was planned once: "was previously scheduled", "had been due to"."""
    for near in (verb, verb.head, verb.head.head, *verb.children):
        if near.lower_ not in occasion_words().plans and near.pos_ != "AUX":
            continue
        words = {child.lower_ for child in near.children}
        is_past = words & {"was", "were", "had", "been"} or near.dep_ == "acl"
        if is_past and (words & _ONCE or (near.lower_ == "supposed" and words & {"was", "were"})):
            return True
    return False


def planning(verb: Token) -> Token:
    """The verb of planning above an infinitive, else the verb itself."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in occasion_words().plans:
        return verb.head
    return verb
