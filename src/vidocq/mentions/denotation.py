"""What a noun phrase denotes: its kind and entity, by its head, its modifiers and the names in it."""

from __future__ import annotations

from vidocq.knowledge.galaxy_own import gangs_with_programs
from vidocq.knowledge.sectors import sector_heads
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.bands import band_name
from vidocq.mentions.capital_nouns import looks_like_name
from vidocq.mentions.heads import find_head, many_firms, names_attack, noun_sense, plural_attack
from vidocq.mentions.modifiers import read_lead, read_modifiers
from vidocq.mentions.named_phrases import (
    by_program,
    known_name,
    name_after,
    name_before,
    placed_body,
    unknown_name,
)
from vidocq.mentions.noun_or_verb import GENERAL
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.quantities import read_number


def describe(
    text: str, atoms: list[Atom], first: int, last: int, pack: Pack, *, title: bool = False
) -> Phrase:
    """What the phrase over ``first..last`` denotes."""
    span = atoms[first : last + 1]
    lead = 0
    while (
        lead < len(span) - 1
        and span[lead].hit is None
        and span[lead].tags & (Tag.DETERMINER | Tag.OWN_PRONOUN | Tag.PREPOSITION)
        and not span[lead].tags & Tag.NOUN
    ):
        lead += 1
    head = find_head(span, lead, pack)
    atom = span[head]
    phrase = Phrase(first, last, span[lead].start, atoms[last].end, "", "thing", None, atom.key)
    if lead:
        read_lead(span, lead, phrase, pack.cues)
    tags = read_modifiers(span, head, phrase)
    if tags & Tag.NUMBER:
        phrase.number = read_number(span, pack)
    if atom.hit is not None and not (
        (atom.hit.type == "sector" and "diplomats" in atom.word.nouns_kinds)
        or (atom.hit.type == "technique" and _class_of_named(phrase, atom))
    ):
        known_name(phrase, atom.hit, span, head)
        if phrase.kind == "group" and pack.grammar.verb_second and by_program(span, head):
            # "mit der Ransomware | Clop": the program, whatever gang has its name.
            phrase.kind, phrase.entity = "malware", "malware:" + atom.hit.entity.partition(":")[2]
        if atom.hit.type == "technique" and names_attack(atom, pack):
            # "ransomware attacks" are attacks by a method, "ransomware" is the method.
            phrase.kind, phrase.entity, phrase.cyber = "attack", None, True
            phrase.names = (*phrase.names, atom.hit)
            phrase.plural = plural_attack(atom, pack)
    elif atom.word.nouns and not (
        atom.capital and not title and atom.word.nouns_kinds <= GENERAL and head > lead
    ):
        noun = noun_sense(atom)
        phrase.senses = atom.word.nouns_kinds
        phrase.kind, phrase.weak, phrase.plural = noun.kind, noun.weak, noun.plural
        if pack.grammar.singulars and len({n.plural for n in atom.word.nouns}) > 1:
            # "Hacker" is one or many: an article or a number tells.
            counted = first > 0 and bool(atoms[first - 1].tags & Tag.NUMBER)
            # "acht | der betroffenen Unternehmen": a number of several.
            phrase.plural = counted or atoms[first].key not in pack.grammar.singulars
        people = phrase.kind in ("office", "asset", "unit") and phrase.number is not None
        if people and "persons" in atom.word.nouns_kinds:
            phrase.kind, phrase.weak = "persons", True
        if phrase.kind == "attack" and phrase.weak and _other_kind(span, atoms, last, pack):
            phrase.kind = "thing"
        if phrase.own and atom.key in pack.cues.own_countries:
            phrase.kind = "government"  # "denied that his country had …"
        if phrase.kind == "activity":
            # "malicious cyber activity" is an attack, "activity" alone is anything.
            group = any(hit.type == "group" for hit in phrase.names) or any(
                a is not atom and "attack" in a.word.nouns_kinds for a in span
            )
            telling = phrase.cyber or group
            # "ces faits", "this activity": what was spoken of, where somebody is blamed for it.
            meant = phrase.demonstrative or (phrase.determined and not phrase.indefinite)
            phrase.kind = "attack" if telling else "deed" if meant else "thing"
            phrase.weak = True
        if pack.head_first:
            name_after(phrase, span, head, pack)
            if phrase.kind == "malware" and phrase.entity is None and head + 1 < len(span):
                _program_of_gang(phrase, span[head + 1])
        else:
            name_before(phrase, span, head)
            if phrase.kind == "malware" and phrase.entity is None and head > lead:
                _program_of_gang(phrase, span[head - 1])
            if phrase.kind == "actor" and phrase.entity is None:
                named = band_name(text, atoms, span, head, pack.cues)
                if named is not None:
                    phrase.start, phrase.end, phrase.entity = named
                    phrase.kind, phrase.descriptor, phrase.plural = "group", "actor", False
                    phrase.weak = False
    elif phrase.number is not None and atom.tags & Tag.NUMBER:
        phrase.kind = "unit"
    elif (
        atom.capital
        and atom.key not in pack.phrases.currencies
        and not (pack.grammar.noun_capitals and not looks_like_name(text, span, head, lead))
    ):
        unknown_name(phrase, span, head, lead, pack)
    if phrase.kind in _PLACES and pack.cues.placed_bodies and head > lead:
        placed_body(text, phrase, span, lead, pack)
    if phrase.kind in ("thing", "asset") and atom.key in sector_heads(pack.language):
        _sector_head(phrase)
    if phrase.kind == "sector" and phrase.number is not None and many_firms(atom, pack):
        # "six Russian technology companies" are firms, "technology companies" a sector.
        phrase.kind, phrase.entity, phrase.plural = "company", None, True
        phrase.names = (*phrase.names, atom.hit) if atom.hit is not None else phrase.names
        phrase.start, phrase.end = span[lead].start, atoms[last].end
    counted = phrase.kind in ("sector", "agency") and phrase.number is not None
    if counted and phrase.entity != "sector:individuals" and _are_people(atom, pack):
        # "four officers of the army" are people, "officers of the army" a sector.
        phrase.kind, phrase.entity, phrase.plural, phrase.weak = "persons", None, True, True
        phrase.start, phrase.end = span[lead].start, atoms[last].end
    phrase.text = text[phrase.start : phrase.end]
    return phrase


def _program_of_gang(phrase: Phrase, beside: Atom) -> None:
    """Read "el ransomware | LockBit", "LockBit | ransomware" as the program, whatever gang has its name."""
    hit = beside.hit
    if hit is not None and hit.type == "group" and hit.entity in gangs_with_programs():
        phrase.entity = "malware:" + hit.entity.partition(":")[2]
        phrase.start, phrase.end = hit.start, hit.end


def _are_people(atom: Atom, pack: Pack) -> bool:
    """Whether the first word of a name for a sector is one for people: "oficiales del ejército"."""
    word = pack.words.get(atom.key.split(" ")[0])
    return word is not None and "persons" in word.nouns_kinds


_PLACES = frozenset({"name", "place", "state"})


def _class_of_named(phrase: Phrase, atom: Atom) -> bool:
    """Whether a method is here the class of a named malware: "the Hannotog backdoor"."""
    return "malware" in atom.word.nouns_kinds and any(
        hit.type in ("malware", "group") for hit in phrase.names
    )


def _sector_head(phrase: Phrase) -> None:
    """ "education sectors": the sector, where the head alone is any word."""
    hit = next((h for h in reversed(phrase.names) if h.type == "sector"), None)
    if hit is not None:
        phrase.kind, phrase.entity = "sector", hit.entity
        phrase.start = hit.start
        phrase.names = tuple(h for h in phrase.names if h is not hit)


def _other_kind(span: list[Atom], atoms: list[Atom], last: int, pack: Pack) -> bool:
    """Whether a word in or right after the phrase says an attack of another kind ("attaque chimique")."""
    for i, a in enumerate(span[:-2]):
        against = span[i + 2]
        named = against.hit is not None or "attack" in against.word.nouns_kinds
        if named and a.key in pack.cues.countering and span[i + 1].key == "-":
            return True  # "counter-ransomware sprint"
    return any(a.tags & Tag.OTHER_ATTACK for a in (*span, *atoms[last + 1 : last + 2]))
