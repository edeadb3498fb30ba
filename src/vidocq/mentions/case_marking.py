"""What marks a noun phrase for its place in the sentence: the preposition before it, or the genitive.

Both say "of whom" or "by whom" (the relation ``case`` of Universal Dependencies); a genitive is given the
preposition that it stands for.
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.capital_nouns import genitive_keys
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.quantities import is_year


def governor(atoms: list[Atom], first: int, pack: Pack) -> str | None:
    """The preposition right before a phrase, in its base form ("du" → "de")."""
    own = atoms[first]
    if is_year(own.key):
        return None  # "In 2020 | hackers | broke into …"
    contracted = own.tags & Tag.PREPOSITION and own.word.value
    if contracted and (
        own.key in pack.cues.contracted_articles
        or not own.tags & Tag.DETERMINER
        or _after_noun(atoms, first)
    ):
        return own.word.value
    i = first - 1
    while i >= 0 and (
        (not atoms[i].is_word and atoms[i].key in '"«“‘([') or atoms[i].tags & Tag.ADVERB
    ):
        i -= 1
    if 0 < i < first - 1 and atoms[i].tags & Tag.DETERMINER and not atoms[i + 1].is_word:
        i -= 1  # "of the | “Iron Kestrels”"
    if i >= 0 and own.tags & Tag.NUMBER and atoms[i].key in pack.phrases.approximators:
        # "deface over 20,000 websites": "over" belongs to the number.
        i -= 1
    if (
        i > 0
        and own.tags & Tag.NUMBER
        and f"{atoms[i - 1].key} {atoms[i].key}" in pack.phrases.approximators
    ):
        # "targeted more than 100 companies": "than" belongs to the number.
        i -= 2
    if i >= 0 and own.tags & Tag.NUMBER and atoms[i].key in pack.phrases.currencies:
        # "with a $10 million reward"
        i -= 1
        while i >= 0 and atoms[i].tags & Tag.DETERMINER and not atoms[i].tags & Tag.PREPOSITION:
            i -= 1
    if (
        i > 0
        and atoms[i].tags & Tag.PREPOSITION
        and atoms[i - 1].tags & Tag.DETERMINER
        and not pack.grammar.verb_second  # "die | von Russland | gesteuerte | Gruppe"
    ):
        # "in the following countries": an adjective.
        i -= 2
    if i < 0:
        return None
    atom = atoms[i]
    if atom.tags & Tag.PREPOSITION and not (atom.tags & Tag.VERB):
        return atom.word.value or atom.key
    return None


def _after_noun(atoms: list[Atom], first: int) -> bool:
    """Whether "des" at ``first`` follows a noun ("un groupe | des pirates"), so that it means "of the";
    after a verb, a preposition or at the beginning it is the plural article."""
    i = first - 1
    while i >= 0 and not atoms[i].is_word and atoms[i].key in '"«“‘([':
        i -= 1
    if i < 0 or not atoms[i].is_word:
        return i >= 0 and atoms[i].key in ")]»”"
    before = atoms[i]
    if before.hit is not None or before.tags & Tag.NOUN or before.capital:
        return True
    return not before.tags & (
        Tag.VERB
        | Tag.BE
        | Tag.HAVE
        | Tag.PREPOSITION
        | Tag.CONJUNCTION
        | Tag.ADVERB
        | Tag.COMPLEMENTISER
    )


def mark_genitive(atoms: list[Atom], phrases: list[Phrase], phrase: Phrase, pack: Pack) -> None:
    """What a case says without a preposition: "die Server | der Behörde", "die Regierung | Chinas", "Chinas | Regierung"."""
    before = phrases[-1] if phrases and phrases[-1].last == phrase.first - 1 else None
    if before is None or phrase.prep is not None:
        return
    grammar = pack.grammar
    if _in_genitive(atoms[before.last], pack) and before.prep != grammar.genitive:
        phrase.owner = len(phrases) - 1
        phrase.prep = before.prep
        return
    opening = atoms[phrase.first]
    hit = atoms[before.last].hit
    named = (
        hit is not None
        and hit.role != "demonym"
        and hit.type in _PROPER
        and phrase.kind not in ("state", "place", "bloc")
    )
    if (
        _in_genitive(atoms[phrase.last], pack)
        or opening.key in grammar.sure_genitives
        or (opening.key in grammar.genitive_articles and not named)
        or (grammar.noun_capitals and _strong_genitive(atoms, phrase))
    ):
        phrase.prep = grammar.genitive


def _strong_genitive(atoms: list[Atom], phrase: Phrase) -> bool:
    """Whether an adjective in -er says "of" before several: "Angriffe | russischer Stellen", "Netze | deutscher Banken"."""
    opening = atoms[phrase.first]
    described = opening.tags & Tag.ADJECTIVE or (
        opening.hit is not None and opening.hit.role == "demonym"
    )
    return (
        phrase.last > phrase.first
        and opening.key.endswith("er")
        and bool(described)
        and not opening.capital
    )


_PROPER = frozenset({"state", "agency", "bloc", "company", "group", "person", "malware"})
"""Types of names that no genitive follows: "hat das BSI | der Gruppe …" is a dative."""


def _in_genitive(atom: Atom, pack: Pack) -> bool:
    """Whether a name stands in the genitive."""
    return (
        pack.grammar.genitive_names
        and atom.hit is not None
        and atom.key.endswith("s")
        and atom.key.replace(" '", "'") in genitive_keys(pack.language)
    )
