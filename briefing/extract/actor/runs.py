"""Runs: capitals that the model saw nothing in, or only half of, named by what stands around.

"A village called Novi Sad" lies "in Novi Sad", the "New Dawn party" is a body, and what is listed
beside companies is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.actor.cues import looks_human, tells_of_sport, told_around
from briefing.extract.actor.mention import (
    Mention,
    capitals,
    is_title,
    mention_of,
    occurrences,
)
from briefing.extract.actor.teams import is_team_alone
from briefing.extract.furniture import credits_of_pictures
from briefing.extract.known import given_names, never_names, speech, table, titles
from briefing.extract.parse import PLURALS, PROPER
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENOUGH = 2.0  # of votes for a name that the model did not see


def from_pairs(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """Two capitals side by side that an age, "who" or a human noun calls one person.

    The model tends to see two places in "Mirela Lima, a British woman".
    """
    holders = {i: m for m in found for i in range(m.first, m.last)}
    for i in capitals(doc):
        token = doc[i]
        if i in loud or i + 1 >= len(doc) or not (_is_capital(token) and _is_capital(doc[i + 1])):
            continue
        held = [holders[k] for k in (i, i + 1) if k in holders]
        is_open = all(len(m.words) == 1 and m.weight < 2 for m in held)
        is_run = i > 0 and _is_capital(doc[i - 1]) and not token.is_sent_start
        if is_run or not is_open or doc[i + 1].is_sent_start:
            continue
        pair = mention_of(doc, i, i + 2, Kind.PERSON, 4.0)
        votes = [w for kind, w in told_around(doc, pair, frozenset()) if kind is Kind.PERSON]
        if looks_human(pair.words) and sum(votes) >= _ENOUGH:
            yield pair


def from_runs(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """Unseen runs of capitals, where the words around or their list tell what they name."""
    covered = {i for m in found for i in range(m.first, m.last)}
    people = frozenset(m.first for m in found if m.kind is Kind.PERSON and len(m.words) > 1)
    heads = {_head(doc, m): m.kind for m in found}
    is_sport = tells_of_sport(doc)
    end = 0
    for i in capitals(doc):
        if i < end or i in covered:
            continue
        last = _run_end(doc, i, covered, loud)
        if last == i + 1 and is_sport and is_team_alone(doc, i):
            yield mention_of(doc, i, last, Kind.ORGANISATION, 1.5)
        elif last > i:
            kind = _kind_of_run(doc, mention_of(doc, i, last, Kind.ORGANISATION), people, heads)
            if kind is not None:
                yield mention_of(doc, i, last, kind, 1.5)
        end = last


def from_subjects(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """Unseen large words that do and own things wherever they stand: "Nordavo posted".

    The tagger may take them for any word, so that they must stand inside a sentence as well.
    """
    covered = {i for m in found for i in range(m.first, m.last)}
    for word, at in occurrences(doc).items():
        if len(at) < 2 or len(word) < 4 or not (word.istitle() and word.isalpha()):
            continue
        is_free = covered.isdisjoint(at) and loud.isdisjoint(at)
        if not is_free or word.lower() in occurrences(doc) or not _may_name(doc[at[0]]):
            continue
        acting = [i for i in at if _acts(doc, i)]
        owning = [i for i in at if i + 1 < len(doc) and doc[i + 1].tag_ == "POS"]
        is_inside = any(not doc[i].is_sent_start for i in acting)
        if is_inside and len(acting) + len(owning) >= max(2, 0.75 * len(at)):
            yield from (mention_of(doc, i, i + 1, Kind.ORGANISATION) for i in at)


def _acts(doc: Doc, i: int) -> bool:
    """Whether a finite verb follows, and no name or noun stands in front."""
    if i + 1 >= len(doc) or (i and doc[i - 1].tag_ in {"NNP", "NNPS", "NN", "JJ", "DT"}):
        return False
    return doc[i + 1].tag_ in {"VBD", "VBZ"} and doc[i + 1].is_lower


def _may_name(token: Token) -> bool:
    """Whether the word has its capital for no other reason than that it names something."""
    known, text = table(), token.text
    is_other = text in known.people or text in known.occasions or token.lower_ in never_names()
    is_other = is_other or token.is_stop or token.tag_ in PLURALS or is_title(token)
    return not is_other and text not in known.body_heads | known.place_heads


def _kind_of_run(
    doc: Doc, run: Mention, people: frozenset[int], heads: dict[int, Kind]
) -> Kind | None:
    votes: dict[Kind | None, float] = {}
    if len(run.words) > 1 and run.words[-1] in table().sites | table().place_heads:
        return Kind.PLACE
    if _is_acronym_of_someone(doc, run, people) or _is_outlet(doc, run):
        return Kind.ORGANISATION
    if _speaks(doc, run):
        return Kind.PERSON if len(run.words) > 1 else Kind.ORGANISATION
    for kind, weight in told_around(doc, run, people):
        votes[kind] = votes.get(kind, 0.0) + weight
    best = max(votes, key=lambda kind: votes[kind], default=None)
    if best is not None and votes[best] >= _ENOUGH:
        return best
    return _kind_of_list(doc, run, heads) if None not in votes else None


def _is_acronym_of_someone(doc: Doc, run: Mention, people: frozenset[int]) -> bool:
    """Whether a person is of that body: "Ana Ruiz of ABTU", "ABTU's Ana Ruiz"."""
    if len(run.words) > 1 or not run.text.isupper() or not 3 <= len(run.text) <= 6:
        return False
    owner = run.last < len(doc) and doc[run.last].tag_ == "POS" and run.last + 1 in people
    before = doc[run.first - 1].lower_ if run.first else ""
    return owner or (before in {"of", "from"} and doc[run.first - 2].ent_type_ == "PERSON")


def _is_outlet(doc: Doc, run: Mention) -> bool:
    """Whether it was told something or reports it, as a paper does: "she told The Weston Mail"."""
    before = doc[run.first - 1] if run.first else None
    has_article = before is not None and before.text == "The"
    at = run.first - 1 - has_article
    behind = doc[run.last] if run.last < len(doc) else None
    if behind is not None and has_article and behind.lower_ in {"reported", "reports"}:
        return True
    if len(run.text) == 1 or (behind is not None and behind.like_num):
        return False  # "told Channel 27" has more to its name
    return at > 0 and doc[at].lower_ == "told" and run.words[0] not in given_names()


def _speaks(doc: Doc, run: Mention) -> bool:
    """Whether a given name and surname, or letters, say something: "Zadine Alsoun said"."""
    head = doc[_head(doc, run)]
    verb = head.head
    is_beside = verb.i in {run.last, run.first - 1} and verb.lower_ in speech().saying
    if head.dep_ != "nsubj" or not is_beside or verb.tag_ not in {"VBD", "VBZ"}:
        return False
    is_led = run.first > 0 and doc[run.first - 1].tag_ in {"DT", "JJ", "POS", "NN", "NNP"}
    if len(run.words) == 1:
        return run.text.isupper() and 3 <= len(run.text) <= 6 and not is_led
    is_pair = len(run.words) == 2 and all(w.istitle() and w.isalpha() for w in run.words)
    return is_pair and looks_human(run.words) and doc[run.last - 1].tag_ == "NNP" and not is_led


def _kind_of_list(doc: Doc, run: Mention, heads: dict[int, Kind]) -> Kind | None:
    """The kind of the names that "and" or commas join to this one."""
    head = doc[_head(doc, run)]
    beside = [head.head] if head.dep_ == "conj" else []
    beside += [child for child in head.children if child.dep_ == "conj"]
    kinds = {heads[token.i] for token in beside if token.i in heads}
    return kinds.pop() if len(kinds) == 1 else None


def _head(doc: Doc, mention: Mention) -> int:
    """The token of the name on which the others hang."""
    return doc[mention.first : mention.last].root.i


def _run_end(doc: Doc, i: int, covered: set[int], loud: frozenset[int]) -> int:
    """The end of the run of uncovered capitals that begins at `i`; `i` when there is none."""
    if i and not doc[i].is_sent_start and (_is_capital(doc[i - 1]) or doc[i - 1].text == "-"):
        return i
    last = i
    while last < len(doc) and last - i < 7 and last not in covered and last not in loud:
        token = doc[last]
        is_joint = i < last < len(doc) - 1 and token.text == "-" and _is_capital(doc[last + 1])
        if not (_is_capital(token) or is_joint) or (last > i and token.is_sent_start):
            break
        last += 1
    return i if last in covered and last > i else last


def _is_capital(token: Token) -> bool:
    text = token.text
    return (
        token.tag_ in PROPER
        and text[0].isupper()
        and token.lower_ not in never_names()
        and text not in table().people
        and text not in credits_of_pictures()
        and not (is_title(token) or titles().is_title(text))
    )
