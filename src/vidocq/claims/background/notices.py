"""Notices of flaws: "the flaw could allow an attacker to take over devices" tells what may be done, and of no attack.

A text on a flaw in which nobody is named who attacked, no attack is told and nobody is said to have used the flaw claims
nothing. In a text that does tell of an attack the same sentences name no author: whoever could use a flaw has not done so.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Form, Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate

_ATTACKS = frozenset({"attack", "incident"})
_BANDS = frozenset({"group", "malware"})
_ACTORS = frozenset({"actor", "group", "persons"})
_EXPLOITING = frozenset({"exploit"})
_HITTING = frozenset({"exploit", "hack", "steal", "target", "perpetrate", "suffer"})
_OF_FLAWS = frozenset({Predicate.ATTRIBUTED_TO, Predicate.EXPLOITS, Predicate.TARGETS})
_NEAR = 5
"""Words before somebody within which a verb says what he is let do: "letting | any nearby attacker"."""


def only_flaws(sentences: list[Sentence], drafts: list[Draft]) -> bool:
    """Whether a text is a notice of flaws: it has one, no sentence of it tells of an attack, and no draft of more than its use."""
    flaw = False
    if any(_of_more(draft) for draft in drafts):
        return False
    for sentence in sentences:
        flaw = flaw or "vulnerability" in sentence.kinds
        if _tells_attack(sentence):
            return False
    return flaw


def _of_more(draft: Draft) -> bool:
    """Whether a draft tells of more than that a flaw may be used: who was hit, charged, or is named as the author."""
    if draft.predicate not in _OF_NOTICES:
        return True
    if draft.predicate is Predicate.TARGETS and not draft.proposed:
        return True
    return draft.object is not None and draft.object.type in _NEVER_IN_NOTICES


_OF_NOTICES = frozenset(
    {Predicate.ATTRIBUTED_TO, Predicate.EXPLOITS, Predicate.TARGETS, Predicate.USES}
)
_NEVER_IN_NOTICES = frozenset(
    {EntityType.STATE, EntityType.AGENCY, EntityType.PERSON, EntityType.GROUP}
    | {EntityType.ORGANISATION, EntityType.BLOC}
)


def _tells_attack(sentence: Sentence) -> bool:
    """Whether a sentence names a band, tells of an attack, or of somebody who attacks or used a flaw."""
    if not _BANDS.isdisjoint(sentence.kinds) and any(
        p.kind in _BANDS and p.entity is not None for p in sentence.phrases
    ):
        return True
    if _doubts(sentence):
        return False
    possible = _possible_from(sentence)
    if any(
        p.kind in _ATTACKS and p.first < possible and not _is_none(sentence, p)
        for p in sentence.phrases
    ):
        return True
    actors = [p for p in sentence.phrases if p.kind in _ACTORS and p.first < possible]
    for verb in sentence.verbs:
        done = bool(actors) or verb.form & (Form.PAST | Form.PARTICIPLE)
        frames = _HITTING if actors else _EXPLOITING
        told = verb.head < possible or _has_been(sentence, verb)
        if done and told and not verb.negated and not verb.frames.isdisjoint(frames):
            return True
    return False


def _is_none(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says that there was none: "No attack that used it is known"."""
    words = sentence.atoms[max(phrase.first - 1, 0) : phrase.last + 1]
    return any(atom.tags & Tag.NEGATION for atom in words)


def _possible_from(sentence: Sentence) -> int:
    """The word from which a sentence tells only what may be; where verbs end their clauses, all of such a sentence."""
    words = sentence.pack.cues.possibility
    n = len(sentence.atoms)
    if words.isdisjoint(sentence.vocabulary):
        return n
    if sentence.pack.grammar.verb_second:
        return 0
    return next((i for i, atom in enumerate(sentence.atoms) if atom.key in words), n)


def _has_been(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb tells what is said to have happened: "may have been exploited"."""
    return any(a.tags & Tag.HAVE for a in sentence.atoms[verb.first : verb.head])


def _doubts(sentence: Sentence) -> bool:
    """Whether a sentence says that nothing is known: "no evidence that the flaw has been exploited"."""
    said = f" {sentence.words.casefold()} "
    return any(f" {words} " in said for words in sentence.pack.phrases.doubting_phrases)


def without_possible(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without those that make an author of whoever could use a flaw."""
    if "vulnerability" not in sentence.kinds and not any(_anybody(p) for p in sentence.phrases):
        return drafts
    if sentence.pack.cues.possibility.isdisjoint(sentence.vocabulary):
        return drafts
    could = {p.text for p in sentence.phrases if _could(sentence, p)}
    return [
        d
        for d in drafts
        if not (
            d.predicate in _OF_FLAWS
            and any(
                one.type is EntityType.UNNAMED_ACTOR and one.text in could
                for one in (d.subject, d.object)
                if one is not None
            )
        )
    ]


def _anybody(phrase: Phrase) -> bool:
    """Whether a phrase is anybody who attacks: "an attacker"."""
    return phrase.kind == "actor" and phrase.indefinite and not phrase.plural and not phrase.marks


def _could(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an actor is let do something, or is anybody who can: "allows | hackers | to …", "an attacker | could …"."""
    if phrase.kind != "actor" or phrase.marks or phrase.names:
        return False
    words = sentence.pack.cues.possibility
    before = sentence.atoms[max(phrase.first - _NEAR, 0) : phrase.first]
    if any(a.key in words for a in before):
        return True
    after = sentence.atoms[phrase.last + 1 : phrase.last + 3]
    return any(a.key in words for a in after)
