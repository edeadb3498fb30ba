"""Clefts with a verb: "fue X quien atacó", "è stata X a violare", "a rivendicare è stato X", "quem assina é o grupo X".

Who did it stands beside the copula, what was done in a clause or infinitive of its own. That verb is given X as its
subject, is no mere aim ("a violare"), and takes negation and mood of the copula, which itself says nothing.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Tag

_DOERS = frozenset(
    {*("state", "agency", "group", "person", "actor", "persons", "government", "service"), "name"}
)
_SIGNS = frozenset('"«“»”,')


def see_clefts(sentence: Sentence) -> None:
    """Note in ``sentence.clefts`` which verb has its subject beside a copula; only where the language has such clefts."""
    if not sentence.pack.cues.loose_relatives:
        return
    for c, copula in enumerate(sentence.verbs):
        if not copula.copula:
            continue
        q = _beside(sentence, copula)
        if q is None:
            continue
        v = _after(sentence, c, q)
        if v is None:
            v = _before(sentence, c, q)
        if v is not None:
            _join(sentence, v, copula, q)


def _beside(sentence: Sentence, copula: VerbGroup) -> int | None:
    """The doer right after a copula."""
    i = copula.last + 1
    atoms = sentence.atoms
    while i < len(atoms) and sentence.phrase_at[i] < 0:
        if not (atoms[i].tags & (Tag.DETERMINER | Tag.ADVERB) or atoms[i].key in _SIGNS):
            return None
        i += 1
    q = sentence.phrase_at[i] if i < len(atoms) else -1
    if q < 0 or sentence.phrases[q].prep is not None or sentence.phrases[q].kind not in _DOERS:
        return None
    return q


def _after(sentence: Sentence, c: int, q: int) -> int | None:
    """The verb after the doer: "fue X | quien atacó", "è stata X | a violare"; the copula opens its clause."""
    v = c + 1
    if v >= len(sentence.verbs) or not _opens(sentence, sentence.verbs[c].first):
        return None
    last = max(
        p.last
        for p in sentence.phrases[q:]
        if p.first < sentence.verbs[v].first or p is sentence.phrases[q]
    )
    verb = sentence.verbs[v]
    between = range(sentence.phrases[q].last + 1, verb.first)
    if any(a.key == "," for a in (sentence.atoms[i] for i in between)):
        return None
    if _infinitive(sentence, verb):
        return v
    relative = any(
        sentence.atoms[i].tags & Tag.RELATIVE and sentence.phrase_at[i] < 0 for i in between
    )
    return v if relative and last < verb.first and verb.finite else None


def _before(sentence: Sentence, c: int, q: int) -> int | None:
    """The verb before the copula: "a rivendicare l'attacco | è stato X", "quien firma el ataque | es X"."""
    v = c - 1
    if v < 0:
        return None
    verb = sentence.verbs[v]
    first = verb.first - 1
    while first >= 0 and sentence.atoms[first].key in sentence.pack.phrases.clitics:
        first -= 1
    if first < 0 or sentence.phrase_at[first] >= 0 or not _opens(sentence, first):
        return None
    opener = sentence.atoms[first]
    headless = bool(opener.tags & Tag.RELATIVE) and verb.finite
    if not (headless or (_infinitive(sentence, verb) and opener.tags & Tag.PREPOSITION)):
        return None
    between = range(verb.last + 1, sentence.verbs[c].first)
    return None if any(sentence.atoms[i].key in (",", ";") for i in between) else v


def _infinitive(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb is an infinitive after "a"."""
    return verb.infinitive and verb.marker in sentence.pack.relations.to


def _opens(sentence: Sentence, first: int) -> bool:
    """Whether what begins at ``first`` opens its clause: nothing but signs, adverbs and small words before it."""
    i = first - 1
    while i >= 0:
        atom = sentence.atoms[i]
        if atom.key in _SIGNS or atom.key in (":", ";", "-", "–", "—"):
            return True
        if sentence.phrase_at[i] >= 0 or sentence.verb_at[i] >= 0:
            return False
        if atom.tags & (Tag.COMPLEMENTISER | Tag.SUBORDINATOR | Tag.COORDINATOR | Tag.CONJUNCTION):
            return True
        if not atom.tags & (Tag.ADVERB | Tag.NEGATION | Tag.DATE):
            return False
        i -= 1
    return True


def _join(sentence: Sentence, v: int, copula: VerbGroup, q: int) -> None:
    """Make verb ``v`` what the doer ``q`` did, as surely as the copula says."""
    verb = sentence.verbs[v]
    sentence.clefts[v] = q
    verb.infinitive, verb.finite, verb.marker = False, True, None
    verb.negated = verb.negated or copula.negated
    verb.conditional = verb.conditional or copula.conditional
    verb.modal = verb.modal or copula.modal
