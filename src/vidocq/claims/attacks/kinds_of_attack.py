"""The program that an attack's own name tells: "the ransomware attack on the hospital" used ransomware.

Where a sentence says of an attack whom it hit or whose it was, and its words name what it was made with, the attack
used that (claim guide, uses). A kind of attack ("a DDoS attack", "extortion") is no means of its own.
"""

from __future__ import annotations

from vidocq.claims.attacks.event_parts import PROGRAMS
from vidocq.claims.attacks.tools import technique_references, tool_references
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.model import EntityType, Polarity, Predicate, Reference

_TOLD = frozenset({Predicate.TARGETS, Predicate.ATTRIBUTED_TO, Predicate.AFFECTS})


def kinds_of_attack(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of the programs that the attacks of a sentence are named by."""
    found: list[Draft] = []
    if not drafts or sentence.kinds.isdisjoint(("attack", "technique")):
        return found
    named = {
        p: methods
        for p, phrase in enumerate(sentence.phrases)
        if (phrase.kind == "attack" or (phrase.kind == "technique" and sentence.clause_at))
        and (methods := [r for r in _methods(context, sentence, p) if _program(r)])
    }
    if not named:
        return found
    told = {
        d.subject.id: d
        for d in reversed(drafts)
        if d.predicate in _TOLD
        and d.subject.type is EntityType.INCIDENT
        and d.polarity is Polarity.AFFIRMED
    }
    for draft in told.values():
        for p, methods in named.items():
            if sentence.phrases[p].text not in draft.subject.text:
                continue
            found += [
                Draft(
                    Predicate.USES,
                    draft.subject,
                    method,
                    context.number,
                    sentence.phrases[p].last,
                    "kind of attack",
                    claimants=draft.claimants,
                )
                for method in methods
            ]
    return found


def _methods(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """The methods in an attack's own words, and the one that "of" brings: "un ataque de tipo | ransomware"."""
    child = of_child(sentence, p)
    if child is None or sentence.phrases[child].kind not in ("technique", "malware"):
        return technique_references(sentence, p)
    return [*technique_references(sentence, p), *tool_references(context, sentence, child)]


def _program(method: Reference) -> bool:
    """Whether a method is a program and no mere kind of attack."""
    return method.id in PROGRAMS or method.type is EntityType.MALWARE
