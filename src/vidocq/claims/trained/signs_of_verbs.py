"""What verbs say of a mention: those that have it as subject or object, and those that stand beside it.

Used by `vidocq.claims.trained.telling_signs`.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.syntax.dependencies import Dependency
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.claims.trained.bundles import Bundle, bundle
from vidocq.language.tags import Form

_BESIDE = 12
"""Atoms to either side of a mention within which a verb says something of it."""


@cache
def evoked(frames: frozenset[str]) -> tuple[str, ...]:
    """The frames of a verb in a fixed order; "-" where it has none."""
    return tuple(sorted(frames)) or ("-",)


@cache
def _of_verb(side: str, passive: bool, frames: frozenset[str], distance: int) -> Bundle:
    """What a verb beside a mention says."""
    voice = "passive" if passive else "active"
    told = [f"{side} verb {voice} {frame}" for frame in evoked(frames)]
    return bundle(*told, f"{side} verb at {distance}")


def governed(dependency: Dependency, leader: int, p: int) -> str:
    """What a phrase is to a verb beside its subject."""
    objects = dependency.objects[:2]
    if leader in objects or p in objects:
        return "obj"
    return "obl" if leader in dependency.obliques or p in dependency.obliques else ""


def voice_of(verb: VerbGroup) -> str:
    return "passive" if verb.passive else "participle" if verb.participle else "active"


def verb_roles(sentence: Sentence, about: list[Dependency]) -> dict[int, list[str]]:
    """For each phrase what it is to the verbs about it: "subject of active hack"."""
    found: dict[int, list[str]] = {}
    for v, dependency in enumerate(about):
        verb = sentence.verbs[v]
        voice = voice_of(verb)
        said = (*evoked(verb.frames), time_of(verb))
        for role, phrases in (
            ("subject", dependency.subjects[:1]),
            ("object", dependency.objects[:2]),
        ):
            for p in phrases:
                found.setdefault(p, []).extend([f"{role} of {voice} {what}" for what in said])
    return found


def time_of(verb: VerbGroup) -> str:
    """Whether a verb tells what was, what is, or what may be."""
    if verb.infinitive or verb.gerund:
        return "not finite"
    if verb.form & Form.PAST or verb.passive or verb.form & Form.PARTICIPLE:
        return "past"
    if verb.form & (Form.FUTURE | Form.CONDITIONAL) or verb.modal:
        return "not said to be"
    return "present"


def verbs_beside(sentence: Sentence, first: int, last: int) -> list[Bundle]:
    """The nearest verbs on either side of a stretch, whatever the clause analysis says."""
    found: list[Bundle] = []
    for name, verb in nearest_verbs(sentence, first, last):
        gap = first - 1 - verb.last if name == "left" else verb.first - last - 1
        found.append(_of_verb(name, verb.passive, verb.frames, min(max(gap, 0) // 3, 3)))
    return found


def nearest_verbs(sentence: Sentence, first: int, last: int) -> list[tuple[str, VerbGroup]]:
    """The nearest verb on the left of a stretch and that on its right."""
    found: list[tuple[str, VerbGroup]] = []
    for i in range(first - 1, max(first - 1 - _BESIDE, -1), -1):
        v = sentence.verb_at[i]
        if v >= 0:
            found.append(("left", sentence.verbs[v]))
            break
    for i in range(last + 1, min(last + 1 + _BESIDE, len(sentence.atoms))):
        v = sentence.verb_at[i]
        if v >= 0:
            found.append(("right", sentence.verbs[v]))
            break
    return found
