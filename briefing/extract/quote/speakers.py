"""Speakers: which actor the words "she", "the mayor", "Leavitt" or "a spokesman for X" mean.

A name is looked up; a role is matched to the person who bears it in this article; a pronoun takes
the last plausible subject (`ensemble`). What has no name stays as the words of the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import PRONOUNS, Named, breaks
from briefing.extract.actor.mention import is_acronym
from briefing.extract.known import singular, speech, table, titles
from briefing.extract.parse import CLAUSES, COMMON, PLURALS, SUBJECTS, child_of, has_child
from briefing.extract.quote.documents import introduced_before, issuers, spokesman_before
from briefing.extract.quote.phrases import Phrases
from briefing.extract.quote.speaker import Speaker
from briefing.extract.quote.voices import can_speak
from briefing.model import Actor, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMELESS = frozenset({"i", "we", "you", "there", "this", "these", "what", "them", "us", "me"}) | {
    "anyone", "anybody", "nobody", "everyone", "everybody", "someone", "somebody",
}  # fmt: skip
# Where a paper is only handed out: "court papers", "a bank statement".
_COUNTERS = frozenset({"court", "bank", "network", "team"})
_TOLD_OF = frozenset({*SUBJECTS, "poss", "dobj", "dative", "iobj"})
_VOICE_REACH = 5  # sentences from one without a name to "he" or "she"
_ASKING = frozenset({"asked", "asks", "questioned", "quizzed", "pressed", "challenged"})


class Speakers(Phrases):
    """The named actors of a page, and whom its words for speakers mean."""

    _voice: Speaker | None = None  # who spoke last, by the words that brought them in
    _voice_at = 0  # the last token under which they spoke

    def hears(self, speaker: Speaker, last: int) -> None:
        """Remember who spoke in the stretch that ends before token `last`."""
        if speaker.actor is not None:
            self.has_spoken(last - 1, speaker.actor)
        words = self.page.words(speaker.start, speaker.end)
        if words is None:
            return
        is_pronoun = len(words) == 1 and words[0].lower_ in PRONOUNS
        if not (is_pronoun and self._voice and self._voice.name == speaker.name):
            self._voice = speaker
        self._voice_at = words.end - 1

    def speaker(self, token: Token) -> Speaker | None:
        """Who the subject or object `token` means; None when nobody can."""
        if token.i in self.quoted:
            return None
        low = token.lower_
        if low in {"who", "that", "which"} and not token.is_upper:
            return self._antecedent(token)
        if low in PRONOUNS:
            return self._by_pronoun(token)
        if low == "it":
            return self._by_it(token)
        if low == "they":
            return self._by_they(token)
        if low in _NAMELESS:
            return None
        named = self.person_in_phrase(token)
        if named is not None:
            return self.named_speaker(named)
        if token.lower_ in speech().nouns:
            return self._by_document(token)
        return (
            self._by_short_name(token)
            or self._spokesman(token)
            or self.holder(token)
            or self._introduced(token)
            or self.words_of(token)
        )

    def _spokesman(self, token: Token) -> Speaker | None:
        """For whom "the spokesman" speaks, as told before: "a spokesman for Acme"."""
        is_bare = [c.lower_ for c in token.lefts] == ["the"] and not token.n_rights
        told = spokesman_before(token, self.quoted) if is_bare else None
        if told is None or self.person_in_phrase(told) is not None:
            return None
        if any(r.at.start <= told.idx < r.at.end for a in self.actors for r in a.roles):
            return None  # a person's role, who is found by it
        whose, own = self.words_of(told), self.words_of(token)
        return whose and own and replace(whose, start=own.start, end=own.end)

    def _introduced(self, token: Token) -> Speaker | None:
        """The words that brought in "the source" further up: "a source close to the talks"."""
        is_bare = [c.lower_ for c in token.lefts] == ["the"] and not token.n_rights
        told = introduced_before(token, self.quoted) if is_bare else None
        if told is None or self.person_in_phrase(told) is not None:
            return None
        fuller, own = self.words_of(told), self.words_of(token)
        return fuller and own and replace(fuller, start=own.start, end=own.end)

    def _by_short_name(self, token: Token) -> Speaker | None:
        """The only actor of that given name or with those initials, unseen by the model alone."""
        if token.i in self.at or not (token.tag_ == "NNP" or token.is_upper):
            return None
        bearers = [n for n, actor in enumerate(self.actors) if _is_called(actor, token.text)]
        if len(bearers) != 1:
            return None
        name = self.actors[bearers[0]].name
        return Speaker(name, token.idx, token.idx + len(token), bearers[0])

    def _by_document(self, noun: Token) -> Speaker | None:
        """Whose words a document holds: "Ruiz's letter", "a report by Acme"; else the document."""
        whole, common = self.words_of(noun), None
        for token in issuers(noun, self.quoted):
            own = self.named_at(token.i)
            if own is not None and self.actors[own.actor].kind is Kind.PLACE:
                continue
            if self._is_one_of_several(token):
                continue
            common = common or self._common_body(token)
            if own is None and token.dep_ in {"compound", "nmod"}:
                continue
            issuer = self.speaker(token)
            if issuer is None or issuer.actor is None:
                continue
            is_beside = issuer.start == token.idx and token.head.i == noun.i
            if whole is None or (is_beside and self.is_person(token.i)):
                return issuer
            return replace(whole, name=issuer.name, actor=issuer.actor)
        if whole is None or common is None:
            return whole
        return replace(whole, name=common.name, actor=common.actor)

    def _common_body(self, token: Token) -> Speaker | None:
        """A body without a name that issues things: "a foreign ministry statement"."""
        is_his = any(c.tag_ == "PRP$" for c in token.children)
        if is_his or not self._is_common_body(token):
            return None
        doc, first = token.doc, self.phrase(token)[0]
        first += doc[first].tag_ == "DT"
        # The parser may hang "foreign" on the statement.
        while first > 0 and doc[first - 1].lower_ in titles().modifiers:
            first -= 1
        words = doc[first : token.i + 1]
        body = self.body_called(token, first)
        name = words.text if body is None else self.actors[body].name
        return Speaker(name, words.start_char, words.end_char, body)

    def _is_common_body(self, token: Token) -> bool:
        """Whether the word is for a body that issues things in its own name."""
        is_word = token.is_lower and token.tag_ in COMMON and token.i not in self.at
        is_body = token.text.capitalize() in table().body_heads and token.text not in _COUNTERS
        return is_word and is_body and token.text in speech().speakers

    def _is_one_of_several(self, token: Token) -> bool:
        """Whether others are named beside it: no single one of them issued it."""
        owners = {t.i for t in token.subtree if self.is_possessor(t.i)}  # "Ruiz's lawyer, Tom Berg"
        people = {self.at[t.i] for t in token.subtree if self.is_person(t.i) and t.i not in owners}
        rest = token.doc[token.i : token.sent.end]
        listed = {self.at[t.i] for t in rest if self.is_person(t.i)}  # the parser loses long lists
        is_joined = has_child(token, "conj")
        return is_joined or len(people) > 1 or len(listed) > 3

    def _antecedent(self, token: Token) -> Speaker | None:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp", "ccomp", "aux"} and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ in CLAUSES and verb.head.i < token.i:
            return self.speaker(verb.head)
        before = self.last_named(token.i, token.i - 6)
        return self.named_speaker(before) if before else None

    def _by_pronoun(self, token: Token) -> Speaker | None:
        named = self._ahead(token) or self._asked(token)
        if named is None:
            office = self._same_before(token) or self._office_before(token)
            if office is not None:
                return replace(office, start=token.idx, end=token.idx + len(token))
            voice = self._voice_before(token)
            if voice is not None:
                return voice
            without = self._told_of(token)
            named = self.last_person(token.i, PRONOUNS[token.lower_], without)
        if named is None:
            return self._only_human_before(token)
        # What one pronoun takes for granted holds for the next: she is no "he" further on.
        self.genders[named.actor] = self.genders[named.actor] or PRONOUNS[token.lower_]
        return Speaker(
            self.actors[named.actor].name, token.idx, token.idx + len(token), named.actor
        )

    def _voice_before(self, token: Token) -> Speaker | None:
        """The one without a name who spoke last, when nobody has been named since."""
        voice, sex = self._voice, PRONOUNS[token.lower_]
        words = self.page.words(voice.start, voice.end) if voice is not None else None
        if voice is None or voice.actor is not None or words is None:
            return None
        if breaks(self.page.doc, self._voice_at, token.i) > _VOICE_REACH:
            return None
        is_other = self._is_named_between(self._voice_at + 1, token.i)
        if is_other or not self._is_human_of(words.root, sex):
            return None
        return replace(voice, start=token.idx, end=token.idx + len(token))

    def _is_named_between(self, first: int, last: int) -> bool:
        """Whether a person is named there outside marks."""
        return any(self.is_person(i) and i not in self.quoted for i in range(first, last))

    def _is_human_of(self, noun: Token, sex: str) -> bool:
        """Whether it is a word for one person, who may be of that sex."""
        is_human = titles().is_head(noun.text) or singular(noun.text) in speech().humans
        is_one = noun.tag_ == "NN" and noun.i not in self.at
        return is_human and is_one and titles().sex_of(noun.lower_) in {"", None, sex}

    def _only_human_before(self, token: Token) -> Speaker:
        """The only one without a name of whom a sentence before tells, in a story without names."""
        nobody = Speaker("", token.idx, token.idx + len(token))
        doc, at = self.page.doc, token.sent.start
        for _ in range(0 if self._is_named_between(0, token.i) else _VOICE_REACH):
            while at > 0 and (
                at - 1 in self.quoted or doc[at - 1].is_space or doc[at - 1].is_punct
            ):
                at -= 1
            if at == 0:
                break
            sentence = doc[at - 1].sent
            told = [t for t in sentence if t.dep_ in _TOLD_OF and t.i not in self.quoted]
            humans = [t for t in told if self._is_human_of(t, PRONOUNS[token.lower_])]
            if humans:
                words = self.words_of(humans[0]) if len(humans) == 1 else None
                return replace(words, start=nobody.start, end=nobody.end) if words else nobody
            at = sentence.start
        return nobody

    def _told_of(self, token: Token) -> frozenset[int]:
        """Who another than the pronoun is: "Ruiz, whom he called “a liar”", "Ruiz quotes him"."""
        clause, doc = token.head, token.doc
        if token.dep_ in {"dobj", "dative"}:
            doer = child_of(clause, "nsubj")
            named = self.named_at(doer.i) if doer is not None else None
            return frozenset({named.actor}) if named is not None else frozenset()
        if clause.dep_ != "relcl" or token.dep_ != "nsubj":
            return frozenset()
        told = self.named_at(clause.head.i)
        is_object = any(t.lower_ in {"who", "whom"} for t in doc[clause.left_edge.i : token.i])
        return frozenset({told.actor}) if told is not None and is_object else frozenset()

    def _same_before(self, token: Token) -> Speaker | None:
        """Who speaks in the sentence before under the same pronoun: "He said Berg was wrong."."""
        subject = self._subject_before(token)
        if subject is None or PRONOUNS.get(subject.lower_) != PRONOUNS[token.lower_]:
            return None
        if not {token.head.lower_, subject.head.lower_} <= speech().saying:
            return None
        return self._by_pronoun(subject)

    def _office_before(self, token: Token) -> Speaker | None:
        """Who holds the office that the sentence before is about: "The governor smiled".

        One without a name is meant as well: "A spokesman for Acme declined. “…,” he said".
        """
        subject = self._subject_before(token)
        if subject is None or subject.tag_ != "NN" or subject.i in self.at:
            return None
        if self.person_in_phrase(subject) is not None:
            return None
        sex = titles().sex_of(subject.lower_)
        if sex and sex != PRONOUNS[token.lower_]:
            return None
        if singular(subject.text) in self.by_role:
            held = self.holder(subject)
            if held is not None and held.actor is not None:
                return held if self.genders[held.actor] in {PRONOUNS[token.lower_], ""} else None
        if subject.head.lower_ in {"asked", "asks", "questioned", "pressed", "told"}:
            return None  # the one asked answers
        first, _ = self.phrase(subject)
        is_new = self.page.doc[first].lower_ in {"a", "an", "one", "another"}
        is_new = is_new or has_child(subject, "poss")
        is_human = titles().is_head(subject.text) or singular(subject.text) in speech().humans
        return self.words_of(subject) if is_new and is_human and can_speak(subject, self) else None

    def _asked(self, token: Token) -> Named | None:
        """Whom the sentence before asks: "Berg asked him about it. “No,” he replied"."""
        asker = self._subject_before(token)
        if asker is None or asker.head.lower_ not in _ASKING:
            return None
        sex = PRONOUNS[token.lower_]
        asked = child_of(asker.head, "dobj", "dative")
        if asked is None:
            return None
        if PRONOUNS.get(asked.lower_) == sex:
            return self.last_person(asker.left_edge.i, sex)
        named = self.named_at(asked.i)
        return named if named is not None and self.may_be(named, sex) else None

    def _subject_before(self, token: Token) -> Token | None:
        """The subject of the last sentence in front that is nobody's speech."""
        at = self.page.doc[token.i].sent.start
        if any(self.is_person(i) and i not in self.quoted for i in range(at, token.i)):
            return None  # the sentence itself tells whom it is about
        while at > 0 and (at in self.quoted or self.page.doc[at - 1].is_space):
            at -= 1
        if at == 0:
            return None
        verb = self.page.doc[at - 1].sent.root
        subject = child_of(verb, *SUBJECTS)
        return None if subject is None or subject.i in self.quoted else subject

    def _by_they(self, token: Token) -> Speaker:
        """The people or the body that this sentence or the one before is about; else nobody."""
        nobody = Speaker("", token.idx, token.idx + len(token))
        words = self.page.doc[token.sent.start : token.i]
        subjects = [t for t in words if t.dep_ in SUBJECTS and t.i not in self.quoted]
        subject = next((t for t in subjects if can_speak(t, self)), None)
        subject = subject or self._subject_before(token)
        if subject is None or not self._are_several(subject):
            return nobody
        meant = self.speaker(subject)
        return replace(meant, start=nobody.start, end=nobody.end) if meant else nobody

    def _are_several(self, subject: Token) -> bool:
        """Whether "they" may be meant: people, a body, or one who speaks for them."""
        if self.person_in_phrase(subject) is not None and self.is_person(subject.i):
            return False
        if not can_speak(subject, self) or has_child(subject, "conj"):
            return False
        if any(c.dep_ == "appos" and self.is_person(c.i) for c in subject.children):
            return False
        low = subject.lower_
        is_body = subject.i in self.at or low in speech().bodies or low in speech().groups
        return is_body or subject.tag_ in PLURALS

    def _by_it(self, token: Token) -> Speaker | None:
        """The body, paper or document that the sentence before is about."""
        start, voice = token.sent.start, self._voice
        if start == 0 or token.dep_ not in SUBJECTS:
            return None
        subject = child_of(self.page.doc[start - 1].sent.root, *SUBJECTS)
        if subject is None or subject.i in self.quoted or self.is_person(subject.i):
            if voice is None or voice.actor is None or self.actors[voice.actor].kind is Kind.PERSON:
                return None
            return replace(voice, start=token.idx, end=token.idx + len(token))
        if not (subject.tag_ in {"NN", "NNP"} and can_speak(subject, self)):
            return None
        meant = self.speaker(subject)
        return meant and replace(meant, start=token.idx, end=token.idx + len(token))

    def _ahead(self, token: Token) -> Named | None:
        """The subject of the main clause behind it: "Though she agreed, Ruiz said"."""
        clause = token.head
        if clause.dep_ != "advcl" or clause.head.i < token.i:
            return None
        for child in clause.head.children:
            if child.dep_ == "nsubj" and child.i > token.i and self.is_person(child.i):
                named = self.named_at(child.i)
                agrees = named is not None and self.may_be(named, PRONOUNS[token.lower_])
                return named if agrees else None
        return None


def _is_called(actor: Actor, name: str) -> bool:
    if actor.kind is Kind.PERSON:
        return actor.name.split()[0] == name
    return actor.kind is Kind.ORGANISATION and is_acronym(name, actor.name.split())
