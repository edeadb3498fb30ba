"""Attacks that a sentence speaks of and does not tell: what one guards against, what somebody may be planning.

"Resilient against cyberattacks by criminals", "may be planning a cyberattack on us": no attack was made, so nobody made it and nobody
was hit. Input: a sentence and its drafts; output: the drafts without such attacks.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import BOUNDARY, Sentence
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Form
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate

_EVENTS = frozenset({"attack", "incident", "deed"})
_TOLD = frozenset({Predicate.ATTRIBUTED_TO, Predicate.TARGETS, Predicate.USES})
_NEAR = 9
"""Words before an attack within which stands what guards against it."""
_RISK = 6
"""Words before an infinitive within which stands that it is a risk."""


def without_hypothetical(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without those of attacks that the sentence does not tell."""
    if sentence.kinds.isdisjoint(_EVENTS):
        return drafts
    untold = [p for p, phrase in enumerate(sentence.phrases) if _is_untold(sentence, p, phrase)]
    if not untold:
        return drafts
    return [d for d in drafts if not any(_is_of(sentence.phrases[p], d) for p in untold)]


def _is_untold(sentence: Sentence, p: int, phrase: Phrase) -> bool:
    """Whether a phrase names an attack that nobody is said to have made."""
    if phrase.kind not in _EVENTS or phrase.entity is not None or phrase.number is not None:
        return False
    if phrase.determined and not phrase.indefinite:
        return False
    return (
        _is_planned(sentence, p) or _is_guarded_against(sentence, phrase) or _is_habitual(sentence)
    )


def _is_of(phrase: Phrase, draft: Draft) -> bool:
    """Whether a draft is of the attack that a phrase names."""
    if draft.predicate not in _TOLD or draft.subject.type is not EntityType.INCIDENT:
        return False
    return phrase.first <= draft.atom <= phrase.last or phrase.text in draft.subject.text


def _is_habitual(sentence: Sentence) -> bool:
    """Whether a sentence tells what attacks do as a rule: "ransomware attacks | often | hit clinics"."""
    if sentence.pack.cues.habitual.isdisjoint(sentence.vocabulary):
        return False
    return not any(
        verb.finite and verb.form & Form.PAST and not verb.form & Form.PRESENT
        for verb in sentence.verbs
    )


def _is_planned(sentence: Sentence, p: int) -> bool:
    """Whether an attack is what somebody may be planning ("Russia may be | planning | a cyberattack"), or what there is a risk of that
    he does ("the potential for Russia | to engage in | malicious activity")."""
    cues = sentence.pack.cues
    for v, dependency in enumerate(dependencies(sentence)):
        verb = sentence.verbs[v]
        if p not in dependency.objects[:2]:
            continue
        if verb.lemmas.isdisjoint(cues.planning):
            return verb.infinitive and any(
                atom.key in cues.risks
                for atom in sentence.atoms[max(verb.first - _RISK, 0) : verb.first]
            )
        return _is_possible(sentence, verb)
    return False


def _is_possible(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb only may be true, by its own mood or by the word of possibility before it."""
    if verb.modal is not None or verb.conditional or verb.form & Form.CONDITIONAL:
        return True
    before = sentence.atoms[max(verb.first - 3, 0) : verb.last + 3]
    return any(a.key in sentence.pack.cues.possibility for a in before)


def _is_guarded_against(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an attack is what one guards against: "resilience against | cyberattacks", "to prevent | attacks by …"."""
    guarding, safety = sentence.pack.cues.guarding, sentence.pack.cues.safety
    for i in range(phrase.first - 1, max(phrase.first - 1 - _NEAR, -1), -1):
        atom = sentence.atoms[i]
        if atom.key in BOUNDARY:
            return False
        v = sentence.verb_at[i]
        if v >= 0:
            verb = sentence.verbs[v]
            if not verb.lemmas.isdisjoint(guarding):
                return not _has_happened(verb)
            if verb.finite and atom.key not in safety:
                return False
        if atom.key.startswith(safety):
            return True
    return False


def _has_happened(verb: VerbGroup) -> bool:
    """Whether a verb tells what was done: "prevented an attack" tells of one that was tried."""
    return bool(verb.form & Form.PAST) and not (verb.infinitive or verb.gerund)
