"""Lists that go on beyond a conjunction: over appositions, brackets, colons and what each member is for.

"the Tarnbell loader, a Go program, and the Velvetoar backdoor", "three tools: A, B and C", "companies, mostly in
retail and gaming, primarily in the United States".
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag

_ENDS = (";", ".")
_NAMING = frozenset({"alias", "locate"})


def listed(sentence: Sentence, p: int, kinds: frozenset[str]) -> list[int]:
    """Phrases of ``kinds`` that go on the list which phrase ``p`` begins, before the next clause."""
    found: list[int] = []
    for q in onward_of(sentence, sentence.phrases[p].last):
        phrase = sentence.phrases[q]
        if phrase.kind in kinds and _lists_on(sentence, phrase.prep):
            found.append(q)
        elif (
            phrase.prep is None
            and phrase.kind in _OTHERS
            and not (found and phrase.kind == "group")
        ):
            break
    return found


_OTHERS = frozenset({"group", "state", "agency", "sector", "company", "pronoun", "we", "office"})
"""Kinds that begin something else where a list of tools would go on."""


def places_after(sentence: Sentence, last: int) -> list[int]:
    """The sectors, states and regions after atom ``last`` that a preposition of place brings, with their lists."""
    found: list[int] = []
    opened = False
    for q in onward_of(sentence, last):
        phrase = sentence.phrases[q]
        inside = phrase.prep in sentence.pack.relations.spread or (opened and phrase.prep is None)
        opened = opened or phrase.prep in sentence.pack.relations.spread
        if inside and phrase.kind in ("state", "place", "sector"):
            found.append(q)
        elif not inside and not _lists_on(sentence, phrase.prep):
            break
    return found


def _lists_on(sentence: Sentence, preposition: str | None) -> bool:
    """Whether a phrase with this preposition, or none, may go on a list of tools or places."""
    relations = sentence.pack.relations
    return (
        preposition is None
        or preposition == "("
        or preposition in relations.tools
        or preposition in relations.of
    )


def onward(sentence: Sentence, v: int) -> list[int]:
    """The phrases that follow verb ``v`` up to the next clause."""
    return onward_of(sentence, sentence.verbs[v].last)


def onward_of(sentence: Sentence, last: int) -> list[int]:
    """The phrases after atom ``last`` up to a verb of another clause; the subject of that one is left out."""
    found: list[int] = []
    i = last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            found.append(q)
            i = sentence.phrases[q].last + 1
            continue
        atom = sentence.atoms[i]
        w = sentence.verb_at[i]
        if w >= 0 and not _names(sentence, w):
            verb = sentence.verbs[w]
            if (
                found
                and verb.finite
                and not verb.participle
                and sentence.phrases[found[-1]].prep is None
            ):
                found.pop()
            break
        if atom.key in _ENDS or atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER):
            break
        i += 1
    return found


def _names(sentence: Sentence, w: int) -> bool:
    """Whether verb ``w`` is a participle that names or places what stands before it ("named", "based in")."""
    verb = sentence.verbs[w]
    if verb.gerund and not verb.lemmas.isdisjoint(sentence.pack.cues.holding):
        return True
    return verb.participle and not _NAMING.isdisjoint(verb.frames)
