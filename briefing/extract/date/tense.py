"""Tense: on which side of the publication day a sentence puts one of its dates.

Words right before the date come first ("until Friday", "since Friday"), then the verb that the
date belongs to: "was arrested Friday" is past, "will meet Friday" and "planned to leave on
Friday" lie ahead. Where nothing tells, the answer is that nothing tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.tense_words import tense_words
from briefing.extract.date.verb_tense import governor, is_plan, tense_of_verb
from briefing.extract.parse import AUXILIARIES, DATES, NOUNS, SUBJECTS, VERBS, child_of, has_child
from briefing.extract.word_lists import read_list

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

# Words that may stand between a preposition and its date.
_BETWEEN = frozenset(
    ["the", "a", "about", "around", "this", "late", "early", "its", "their", "his", "her"]
)
_MODIFIERS = frozenset({"poss", "compound", "nmod", "nummod", "npadvmod", "amod"})


def tense_of_date(words: Words, *, coming: frozenset[str] = frozenset()) -> Tense:
    """Which way the date in these words points; `coming` are nouns of things held on a day."""
    root = words.root
    verb, noun = governor(root)
    by_verb = tense_of_verb(verb) if verb is not None else Tense.UNKNOWN
    by_words = _by_words(words, verb, noun, by_verb, coming)
    if by_words is not None:
        return by_words
    if noun is not None and _is_ahead_itself(noun) and not _was_missed(verb, noun, by_verb):
        return Tense.FUTURE
    if verb is None:
        return Tense.UNKNOWN
    if by_verb is Tense.PAST:
        if noun is not None and noun.lower_ in coming and _is_called_off(verb):
            return Tense.FUTURE if root.dep_ in _MODIFIERS else Tense.PAST
        return _planned(verb, noun, root, coming)
    if by_verb.is_ahead and _came_otherwise(verb, by_verb):
        return Tense.PAST
    if by_verb is Tense.PRESENT and _is_caption(verb):
        return Tense.PAST
    if by_verb is Tense.PRESENT and verb.lower_ in tense_words().timed and len(words) == 1:
        is_month = words[0].lower_ in read_list("dates")["month"]
        return Tense.FUTURE if is_month and noun is None else by_verb
    if by_verb.is_ahead and _is_month_told_of(root):
        return Tense.UNKNOWN
    if by_verb.is_ahead and noun is not None:
        return _ahead_of_noun(verb, noun, root, by_verb, coming)
    return by_verb


def _by_words(
    words: Words, verb: Token | None, noun: Token | None, by_verb: Tense, coming: frozenset[str]
) -> Tense | None:
    """What the words around the date say, whatever its verb."""
    told = _by_words_before(words, verb, by_verb, coming)
    if told is None and noun is not None:
        told = _by_words_before_noun(noun)
    if told is None:
        told = _by_verb_beside(words) or _by_speech(words.root, verb)
    return told


def _was_missed(verb: Token | None, noun: Token, by_verb: Tense) -> bool:
    """Whether a past verb tells what came of it: "a deadline of Friday was missed"."""
    is_over = by_verb is Tense.PAST and noun.head == verb
    return is_over and verb is not None and not is_plan(verb)


def _by_words_before(
    words: Words, verb: Token | None, by_verb: Tense, coming: frozenset[str]
) -> Tense | None:
    """What the words right before the date say: "until", "ahead of", "since"."""
    lists = tense_words()
    before = [token.lower_ for token in words.doc[max(0, words.start - 4) : words.start]]
    while before and before[-1] in _BETWEEN:
        before.pop()
    near = {" ".join(before[-count:]) for count in (1, 2, 3) if len(before) >= count}
    if near & lists.past:
        if "after" in near and by_verb.is_ahead:
            is_inside = words.root.dep_ in _MODIFIERS and by_verb is not Tense.FUTURE
            is_told_of = words.root.dep_ == "poss" or is_inside
            is_told_of = is_told_of and words.root.head.lower_ not in coming
            return Tense.UNKNOWN if is_told_of else by_verb  # "appeal after Friday's ruling"
        return Tense.UNKNOWN if "after" in near and by_verb is not Tense.PAST else Tense.PAST
    if near & lists.future:
        is_over = verb is not None and (
            _is_past_perfect(verb) or (by_verb is Tense.PAST and _is_over_by(verb, near))
        )
        return Tense.PAST if is_over else Tense.FUTURE
    return None


def _is_over_by(verb: Token, near: set[str]) -> bool:
    """Whether a past verb tells what was so by then or until then.

    "Was arrested by Friday" and "searched until Friday" are over; "gave him until Friday" and
    "closed the road until Friday" set an end that may lie ahead.
    """
    if is_plan(verb) or verb.lower_ in tense_words().granting:
        return False
    if near & {"by", "through", "as of"}:
        return verb.lower_ not in tense_words().speech
    if not near & {"until", "till"} or verb.lower_ == "had":
        return False
    return verb.pos_ == "VERB" and not has_child(verb, "dobj", "auxpass", "nsubjpass")


def _by_words_before_noun(noun: Token) -> Tense | None:
    """What the preposition of the date's noun says: "ahead of the election on Sunday"."""
    if noun.dep_ != "pobj":
        return None
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lower_ == "ahead":
        return Tense.FUTURE
    return Tense.FUTURE if preposition.lower_ in {"until", "till"} else None


def _is_past_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def _by_verb_beside(words: Words) -> Tense | None:
    """A past verb right beside a bare date is its own: "said Friday", "forces Friday launched"."""
    doc, at = words.doc, words.start - 1
    start = words[0].sent.start
    while at >= start and doc[at].lower_ in {"late", "early", "earlier", "later", "on"}:
        at -= 1
    if at < start:
        return None
    before = doc[at]
    if before.lower_ in tense_words().speech:
        is_said = before.tag_ in {"VBD", "VBN"} and tense_of_verb(before) is Tense.PAST
        return Tense.PAST if is_said else None
    is_auxiliary = before.dep_ in AUXILIARIES
    if before.tag_ == "VBD" and not is_plan(before) and not is_auxiliary:
        return Tense.PAST
    if words.end < len(doc):
        after = doc[words.end]
        is_done = after.tag_ == "VBD" and after.pos_ == "VERB"
        return Tense.PAST if is_done and before.pos_ in NOUNS else None
    return None


def _by_speech(root: Token, verb: Token | None) -> Tense | None:
    """Past where the day stands before the words reported: "told them on Friday she would run"."""
    if verb is None or verb.dep_ != "ccomp" or verb.head.lower_ not in tense_words().speech:
        return None
    said, subject = verb.head, child_of(verb, *SUBJECTS)
    if subject is None or not said.i < root.i < subject.left_edge.i:
        return None
    between = {token.lower_ for token in root.doc[said.i + 1 : root.i]}
    is_past = tense_of_verb(said) is Tense.PAST and "that" not in between and "," not in between
    return Tense.PAST if is_past else None


def _is_caption(verb: Token) -> bool:
    """Whether the present tense tells of a picture: "waves", "speaks during", "helps after"."""
    captions = tense_words().captions
    has_particle = any(child.dep_ == "prt" or child.lower_ == "out" for child in verb.children)
    if verb.lower_ in captions and not has_particle:
        return True
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"during", "following"}:
            return not any(c.ent_type_ in DATES for c in child.children)
        if child.dep_ == "advcl" and child.i > verb.i:
            marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
            is_shown = "while" in marks and child.tag_ in {"VBG", "VBN"}
            if is_shown or ("after" in marks and tense_of_verb(child) is Tense.PAST):
                return True
    if verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ == "VB":
        return _is_caption(verb.head)  # "help a man leave on Friday after a bus crashed"
    # "Looks on as the mayor signs the bill on Friday" is a picture of that Friday.
    is_meanwhile = any(c.dep_ == "mark" and c.lower_ == "while" for c in verb.children)
    return verb.dep_ == "advcl" and (verb.head.lower_ in captions or is_meanwhile)


def _is_ahead_itself(noun: Token) -> bool:
    """Whether the noun says that it is coming: "the scheduled vote", "the deadline"."""
    if noun.lower_ in {"due", "scheduled", "slated", "deadline"}:
        return True
    ahead = tense_words().ahead
    return any(child.lower_ in ahead and child.dep_ == "amod" for child in noun.children)


def _is_called_off(verb: Token) -> bool:
    """Whether the verb says that its subject will not be: "has been cancelled", "called off"."""
    is_off = verb.lower_ in {"called", "put"} and any(c.lower_ == "off" for c in verb.children)
    return verb.lower_ in tense_words().off or is_off


def _planned(verb: Token, noun: Token | None, root: Token, coming: frozenset[str]) -> Tense:
    """What a past verb of planning says of a date that it does not bear itself."""
    is_as_planned = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if is_as_planned or (verb.lower_ == "booked" and _is_charged(verb)):
        return Tense.PAST  # "was not shown as planned on Friday"
    if not is_plan(verb) or _is_past_perfect(verb):
        # "Told of a cut in output in September": the month is that of the cut, past or coming.
        is_of_noun = noun is not None and noun.dep_ == "pobj" and root.dep_ == "pobj"
        return Tense.UNKNOWN if is_of_noun else Tense.PAST
    if noun is None and _is_done_then(verb, root, coming):
        return Tense.PAST
    preposition = root.head if root.dep_ == "pobj" else None
    if verb.lower_ in tense_words().weak:
        is_for = preposition is not None and preposition.lower_ in {"for", "until", "to"}
        if noun is not None and noun.lower_ in coming and root.dep_ != "poss":
            # "Invited both sides to talks on Saturday", "called for a vote in May"
            is_asked = noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to"}
            return Tense.FUTURE if is_asked and noun.head.head == verb else Tense.PAST
        return Tense.FUTURE if is_for and noun is None else Tense.PAST
    if noun is not None and root.dep_ == "poss":
        return Tense.UNKNOWN
    if preposition is None and root.head == verb and root.i == verb.i + 1:
        return Tense.FUTURE if verb.tag_ == "VBN" else Tense.PAST
    return Tense.FUTURE


def _is_charged(verb: Token) -> bool:
    """Whether the police booked him: "was booked on Monday on charges of theft"."""
    goals = {c.lower_ for prep in verb.children if prep.dep_ == "prep" for c in prep.children}
    return bool(goals & {"charge", "charges", "suspicion", "jail", "prison"})


def _is_done_then(verb: Token, root: Token, coming: frozenset[str]) -> bool:
    """Whether the plan was made on the day: "set the mark in June", not "set a vote in June"."""
    if verb.tag_ != "VBD" or root.dep_ != "pobj" or root.head.lower_ not in {"in", "on"}:
        return False
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return bool(things) and all(
        thing.lower_ not in coming and thing.lower_ not in tense_words().ahead for thing in things
    )


def _came_otherwise(verb: Token, by_verb: Tense) -> bool:
    """Whether the sentence goes on to tell what happened: "was to leave on Sunday, but stayed"."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    is_told = any(
        child.dep_ == "conj" and child.pos_ in VERBS and _is_done(child) for child in verb.children
    )
    if by_verb is Tense.PLANNED or not is_told:
        return is_told
    is_past = verb.tag_ == "VBD" or any(c.lower_ in {"was", "were"} for c in verb.children)
    is_mere_plan = is_past and verb.lower_ in tense_words().hoped
    return is_mere_plan and any(child.lower_ == "but" for child in verb.children)


def _is_done(verb: Token) -> bool:
    """Whether the verb tells what happened, or with "did not" what failed to."""
    is_denied = any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    return is_denied or tense_of_verb(verb) is Tense.PAST


def _is_example(verb: Token, noun: Token) -> bool:
    """Whether what is over is judged: "Saturday's march is an example", "a reaction to" it."""
    if noun.dep_ == "pobj" and noun.head.head != verb:
        return True
    return any(c.dep_ == "attr" and c.lower_ in tense_words().examples for c in verb.children)


def _is_background(noun: Token, verb: Token) -> bool:
    """Whether it only says where something else comes from: "a request made during the summit"."""
    preposition = noun.head
    is_earlier = noun.dep_ == "pobj" and preposition.lower_ in tense_words().origins
    return is_earlier and preposition.head != verb


def _is_month_told_of(root: Token) -> bool:
    """Whether a bare month is that of figures, the nearest one: "will release data for March"."""
    is_month = root.lower_ in read_list("dates")["month"] and root.n_lefts == root.n_rights == 0
    if not is_month or root.dep_ != "pobj" or root.i < root.sent.start + 2:
        return False
    is_of_figures = root.nbor(-2).lower_ in tense_words().counted
    return is_of_figures and root.nbor(-1).lower_ in {"for", "from", "of"}


def _ahead_of_noun(
    verb: Token, noun: Token, root: Token, by_verb: Tense, coming: frozenset[str]
) -> Tense:
    """A date inside a noun phrase is that of the noun: "will discuss Friday's attack" is past."""
    lists = tense_words()
    if by_verb is Tense.PRESENT:
        is_within = noun.dep_ == "pobj" and noun.head.head == verb
        has_rival = any(c.dep_ == "dobj" and c.pos_ == "PROPN" for c in verb.children)
        if is_within and has_rival and verb.tag_ == "VBP" and verb.lower_ in lists.fixtures:
            return Tense.FUTURE  # "Leeds face Hull in the second leg on Wednesday"
        if noun.lower_ in coming and (verb.lower_ in lists.facing or is_plan(verb)):
            return Tense.FUTURE
        above = noun.head.head if noun.dep_ == "pobj" else verb
        is_timetable = noun.lower_ in lists.timetable and above == verb
        is_being = verb.pos_ == "AUX" and noun.lower_ in coming and not _is_example(verb, noun)
        return by_verb if is_timetable or is_being else Tense.UNKNOWN
    if _is_background(noun, verb):
        return Tense.UNKNOWN
    is_held = not {noun.lower_, _hyphened(noun)}.isdisjoint(coming)
    if noun.pos_ == "ADJ" or is_held or root.dep_ not in _MODIFIERS:
        return by_verb
    is_subject = noun.dep_ in SUBJECTS
    is_modal = any(child.lower_ in {"will", "shall", "'ll"} for child in verb.children)
    return by_verb if is_subject and is_modal else Tense.UNKNOWN


def _hyphened(noun: Token) -> str:
    """The noun with what a hyphen joins to it: "kick-off"."""
    doc, i = noun.doc, noun.i
    return f"{doc[i - 2].lower_}-{noun.lower_}" if i > 1 and doc[i - 1].text == "-" else noun.lower_
