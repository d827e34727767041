"""Parse: the labels of the parse by what they mean, and the children of a word.

Relations are those of spaCy's English pipelines (ClearNLP), fine tags those of the Penn Treebank,
coarse ones those of Universal Dependencies, kinds of names those of OntoNotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# Relations.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DOERS = SUBJECTS | {"agent"}  # an agent is what "by" leads to
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"acl", "relcl"})  # what tells of a noun: "talks held", "who met"
# Fine tags.
COMMON = frozenset({"NN", "NNS"})
PROPER = frozenset({"NNP", "NNPS"})
NAMING = COMMON | PROPER  # nouns of either sort
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURALS = frozenset({"NNS", "NNPS"})
# Coarse tags.
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
# Kinds of names.
DATES = frozenset({"DATE", "TIME"})


def is_next_step(verb: Token) -> bool:
    """Whether it is what comes before or after another doing: "before flying to Oslo"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"before", "after"}


def child_of(token: Token, *relations: str) -> Token | None:
    """The first child of the word in one of these relations."""
    return next((child for child in token.children if child.dep_ in relations), None)


def has_child(token: Token, *relations: str) -> bool:
    """Whether the word has a child in one of these relations."""
    return child_of(token, *relations) is not None
