"""Ministries that share their noun: "les ministères de l'Intérieur et de la Défense" are two bodies.

Cut into its words such a list is a ministry and a stray name beside it ("Défense"). Here each becomes a phrase of its own,
with the country that is told of all, so that every later stage takes it as it takes a single ministry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase, StateMark


@dataclass(frozen=True)
class _Part:
    """What one of the ministries is for: its words in the text, and where the words that lead to them begin."""

    lead: int
    start: int
    end: int


def part_ministries(text: str, atoms: list[Atom], phrases: list[Phrase], pack: Pack) -> None:
    """Make a phrase of each of several ministries that share their noun, in place."""
    cues = pack.cues
    for i, atom in enumerate(atoms):
        if atom.key.partition(" ")[0] not in cues.several_ministries:
            continue
        parts = _parts(text, atoms, i, pack)
        if len(parts) > 1:
            _replace(text, atoms, phrases, i, parts, pack)


_TOKEN = re.compile(r"[\w-]+['’]?|\S")


def _parts(text: str, atoms: list[Atom], i: int, pack: Pack) -> list[_Part]:
    """What the ministries named from atom ``i`` on are for; one or none where they are not several."""
    named = [m.span() for m in _TOKEN.finditer(text, atoms[i].start, atoms[-1].end)]
    words = [text[a:b].replace("’", "'") for a, b in named]
    links = pack.cues.ministry_links
    k = 1
    while k <= _DESCRIBED and k < len(words) and words[k].islower() and words[k] not in links:
        k += 1  # "les ministères | belges | de …"
    found: list[_Part] = []
    while k < len(words):
        begin = k
        while k < len(words) and words[k].lower() in links:
            k += 1
        linked = k > begin
        if not found and not linked:
            return found
        end = _end_of_part(words, k, linked, pack)
        if end <= k or _of_another(atoms, named[k][0]):
            return found
        found.append(_Part(named[begin][0], named[k][0], named[end - 1][1]))
        k = end
        separated = False
        while k < len(words) and (words[k] == "," or _joins(words[k], pack)):
            separated, k = True, k + 1
        if not separated:
            return found
    return found


_DESCRIBED = 2
"""Adjectives between the noun and what it is for."""


def _joins(word: str, pack: Pack) -> bool:
    known = pack.words.get(word)
    return known is not None and bool(known.tags & Tag.CONJUNCTION)


def _end_of_part(words: list[str], k: int, linked: bool, pack: Pack) -> int:
    """Where the words that one ministry is for end; ``k`` where the word there is none of them."""
    portfolios = pack.cues.portfolios
    end = k
    while end < len(words) and words[end].lower() in portfolios:
        end += 1
    if end == k and linked and not pack.grammar.noun_capitals and words[k : k + 1]:
        end = k + words[k][:1].isupper()
    if end == k:
        return k
    while end < len(words) and (
        words[end].lower() in portfolios or (words[end][:1].isupper() and not pack.head_first)
    ):
        end += 1
    if pack.head_first and words[k][:1].isupper():
        while end < len(words) and end - k <= _DESCRIBED and _describes(words[end], pack):
            end += 1  # "Affaires | étrangères"
    return end


def _describes(word: str, pack: Pack) -> bool:
    if not word.islower():
        return False
    known = pack.words.get(word)
    if known is not None and known.tags:
        return bool(known.tags & Tag.ADJECTIVE) and not known.tags & Tag.VERB
    return word.endswith(pack.adjective_suffixes)


def _of_another(atoms: list[Atom], at: int) -> bool:
    """Whether a name of something else stands at a position: "the Ministries of Defence and | Ukrenergo"."""
    over = next((a for a in atoms if a.start <= at < a.end), None)
    return over is None or (over.hit is not None and over.hit.type != "sector" and over.start == at)


def _replace(
    text: str, atoms: list[Atom], phrases: list[Phrase], i: int, parts: list[_Part], pack: Pack
) -> None:
    """Put a phrase for each part in the place of those that stand there."""
    spans = [(i, _atom_at(atoms, parts[0].end - 1))]
    for part in parts[1:]:
        spans.append((_atom_at(atoms, part.lead), _atom_at(atoms, part.end - 1)))
    last = spans[-1][1]
    over = [q for q, phrase in enumerate(phrases) if phrase.last >= i and phrase.first <= last]
    if not over or phrases[over[-1]].last > last:
        return
    first, before = over[0], phrases[over[0]]
    noun = min(pack.cues.ministries)
    marks = before.marks or _marks_behind(phrases, over[-1] + 1, pack)
    made: list[Phrase] = []
    for (begin, end), part in zip(spans, parts, strict=True):
        begun = not made
        start = atoms[i].start if begun else part.start
        phrase = Phrase(
            before.first if begun else begin,
            end,
            start,
            part.end,
            text[start : part.end],
            "organisation",
        )
        phrase.head = f"{noun} {text[part.start : part.end].lower()}"
        phrase.prep = before.prep
        phrase.determined, phrase.capital, phrase.marks = True, True, marks
        made.append(phrase)
    gone = len(over)
    phrases[first : over[-1] + 1] = made
    for phrase in phrases[first + len(made) :]:
        if phrase.owner is not None and phrase.owner > over[-1]:
            phrase.owner += len(made) - gone
        elif phrase.owner is not None and phrase.owner >= first:
            phrase.owner = first + len(made) - 1


def _marks_behind(phrases: list[Phrase], q: int, pack: Pack) -> tuple[StateMark, ...]:
    """The state that "of" names behind the last of the ministries, as told of all of them."""
    if q >= len(phrases):
        return ()
    state = phrases[q]
    if state.kind != "state" or state.entity is None or state.prep not in pack.relations.of:
        return ()
    return (StateMark(state.entity, "state", f"{state.start}:{state.end}", "name"),)


def _atom_at(atoms: list[Atom], at: int) -> int:
    return next(k for k, atom in enumerate(atoms) if atom.end > at)
