"""Which unknown names are persons': what the sentence itself shows of them.

A given name ("Lucía Ferrer"), an age ("Li Wei, 34, of Chengdu"), a title, a description beside it ("a Russian national"), a list of persons
that it stands in, or that it is charged, arrested or extradited. A firm bears a word of its kind in its name.
"""

from __future__ import annotations

from vidocq.claims.syntax.arguments import objects, passive_subjects
from vidocq.claims.syntax.layout import Sentence, leader, members
from vidocq.claims.syntax.verbs import PROSECUTING
from vidocq.knowledge.given_names import given_names
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.quantities import digits

_PEOPLE = frozenset({"persons", "office"})
_AGES = range(12, 100)


def describe_persons(sentence: Sentence, pack: Pack) -> None:
    """Give the names that the sentence shows to be persons' their descriptor, "persons"."""
    for phrase in sentence.phrases if pack.grammar.verb_second else ():
        if phrase.kind == "name" and phrase.descriptor == "actor" and _one_hacker(sentence, phrase):
            phrase.descriptor = "persons"
    names = [
        p
        for p, phrase in enumerate(sentence.phrases)
        if phrase.kind == "name" and phrase.descriptor is None and not _firm(sentence, p, pack)
    ]
    if not names:
        return
    for p in _bands(sentence, names):
        sentence.phrases[p].descriptor = "actor"
    names = [p for p in names if sentence.phrases[p].descriptor is None]
    seeds = [p for p, phrase in enumerate(sentence.phrases) if phrase.descriptor == "persons"]
    prosecuted = _prosecuted(sentence)
    found = {
        p
        for p in names
        if _given(sentence, p)
        or _aged(sentence, p)
        or _titled(sentence, p, pack)
        or (" " in sentence.phrases[p].text and (p in prosecuted or _described(sentence, p)))
    }
    for p in [*found, *(s for s in seeds if sentence.phrases[s].kind == "name")]:
        found.update(q for q in members(sentence, leader(sentence, p)) if q in names)
    for p in found:
        sentence.phrases[p].descriptor = "persons"


def _one_hacker(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether two names after the noun for one person are a person's: "den Hacker | Dmitri Badin", not "die Gruppe Iron Kestrel"."""
    return " " in phrase.text and any(
        atom.key in sentence.pack.cues.persons and any(not n.plural for n in atom.word.nouns)
        for atom in sentence.atoms[phrase.first : phrase.last]
    )


def _firm(sentence: Sentence, p: int, pack: Pack) -> bool:
    """Whether a word of the name says that it is a firm or body ("Technology Co. Ltd.")."""
    phrase = sentence.phrases[p]
    return any(
        atom.key in pack.phrases.firm_words
        or any(noun.kind in ("company", "organisation") for noun in atom.word.nouns)
        for atom in sentence.atoms[phrase.first : phrase.last + 1]
    )


def _given(sentence: Sentence, p: int) -> bool:
    """Whether the name is of two words or more and begins with a given name or its initial: "Lucía Ferrer", "J. D. Harmon"."""
    first, parted, rest = sentence.phrases[p].text.partition(" ")
    if not parted or not rest[:1].isupper():
        return False
    return first.lower() in given_names() or (first.endswith(".") and len(first) == _INITIAL)


_INITIAL = 2


def _aged(sentence: Sentence, p: int) -> bool:
    """Whether an age in commas or brackets follows: "X, 34, …", "X (34)"."""
    i = sentence.phrases[p].last + 1
    atoms = sentence.atoms
    if i + 1 >= len(atoms) or atoms[i].key not in (",", "("):
        return False
    if atoms[i + 1].key in sentence.pack.cues.aged_words and i + 2 < len(atoms):
        i += 1
    number = digits(atoms[i + 1].key)
    after = atoms[i + 2] if i + 2 < len(atoms) else None
    ends = after is None or not after.is_word or bool(after.tags & Tag.CONJUNCTION)
    return number is not None and number in _AGES and ends


def home_of(sentence: Sentence, p: int) -> int | None:
    """The place that stands after a name and its age, if any, in commas: "X, 34, of Chengdu, …", "X, of Minsk, …"."""
    if p + 1 >= len(sentence.phrases):
        return None
    home = sentence.phrases[p + 1]
    if home.kind not in ("state", "place") or home.prep not in sentence.pack.relations.homes:
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : home.first]
    if not between or between[0].key not in (",", "("):
        return None
    aged = all(
        a.key in (",", ")", "(", home.prep)
        or digits(a.key) is not None
        or a.key in sentence.pack.cues.aged_words
        or a.tags & (Tag.PREPOSITION | Tag.DETERMINER)
        for a in between
    )
    return p + 1 if aged else None


def _titled(sentence: Sentence, p: int, pack: Pack) -> bool:
    """Whether a courtesy title stands before the name: "Mr Petrov"."""
    phrase = sentence.phrases[p]
    span = sentence.atoms[max(phrase.first - 1, 0) : phrase.last]
    return any(atom.key.rstrip(".") in pack.phrases.courtesy_titles for atom in span)


def _described(sentence: Sentence, p: int) -> bool:
    """Whether a noun for people stands beside it: "X, a Russian national", "two men, X and Y"."""
    phrases = sentence.phrases
    if p + 1 < len(phrases) and phrases[p + 1].kind in _PEOPLE and _comma(sentence, p, p + 1):
        return True
    first = leader(sentence, p)
    last = members(sentence, first)[-1]
    if last + 1 < len(phrases) and last > first and _comma(sentence, last, last + 1):
        # "A and B, two hackers, …": as many names as people.
        after = phrases[last + 1]
        several = after.number[0] if after.number is not None else 0
        of_people = after.kind in ("persons", "actor") and not _band(sentence, after)
        if of_people and several == len(members(sentence, first)):
            return True
    people = phrases[first - 1] if first else None
    if people is None or _band(sentence, people):
        return False
    counted = people.number[0] if people.number is not None else 0
    # "the two hackers, A and B, …": as many names as people.
    hackers = people.kind == "actor" and 1 < counted == len(members(sentence, first))
    if people.kind not in _PEOPLE and not hackers:
        return False
    # Several who call themselves something are a group, one is a person.
    between = sentence.atoms[people.last + 1 : phrases[first].first]
    return all(
        a.key in _NAMING
        or a.key in sentence.pack.cues.naming
        or (bool(a.tags & Tag.ALIAS_MARKER) and not people.plural)
        for a in between
    )


def _band(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun counts bands and not people: "two hacker groups, | X and Y"."""
    if phrase.kind != "actor":
        return False
    return any(noun in phrase.head for noun in sentence.pack.cues.band_nouns)


def _bands(sentence: Sentence, names: list[int]) -> set[int]:
    """The names that as many bands are given: "two hacker groups, | X and Y"."""
    found: set[int] = set()
    for p in names:
        first = leader(sentence, p)
        counting = sentence.phrases[first - 1] if first else None
        if counting is None or counting.number is None or not _band(sentence, counting):
            continue
        listed = members(sentence, first)
        between = sentence.atoms[counting.last + 1 : sentence.phrases[first].first]
        if counting.number[0] == len(listed) and all(a.key in _NAMING for a in between):
            found.add(p)
    return found


_NAMING = frozenset({",", ":", "(", "–", "—"})


def _comma(sentence: Sentence, p: int, q: int) -> bool:
    """Whether only a comma and determiners part two phrases."""
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    return any(a.key == "," for a in between) and all(
        a.key == "," or a.tags & (Tag.DETERMINER | Tag.ADVERB) for a in between
    )


def _prosecuted(sentence: Sentence) -> set[int]:
    """The phrases that a verb says to be charged or arrested, with their lists."""
    found: set[int] = set()
    for v, verb in enumerate(sentence.verbs):
        if PROSECUTING.isdisjoint(verb.frames):
            continue
        who = passive_subjects(sentence, v) if verb.passive else objects(sentence, v)
        for q in who[:1]:
            found.update(members(sentence, q))
    return found
