"""Noun phrases with a type: who and what a sentence speaks of.

Second stage of the cascade (FASTUS: basic phrases). Input: atoms. Output: phrases, each with its
head, what it denotes, the states and names that modify it, its number and its governing preposition.
The shape of a phrase differs by language only in where the head stands (`Pack.head_first`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, final

from mypy_extensions import mypyc_attr

from vidocq.knowledge.load import sector_heads
from vidocq.language.fold import fold
from vidocq.language.pack import Pack, Word
from vidocq.language.relations import Cues
from vidocq.language.stored import NounForm
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom, in_title_case
from vidocq.mentions.bands import band_name
from vidocq.mentions.capital_nouns import genitive_keys, looks_like_name, word_role_by_capital
from vidocq.mentions.names import Hit
from vidocq.mentions.nominal import (
    GENERAL,
    MODIFIER,
    NOMINAL,
    PREMODIFIER,
    never_inside,
    word_role,
)
from vidocq.mentions.quantities import is_year, read_number
from vidocq.mentions.transparent import TRANSPARENT, follows_of, quantified, see_through


@mypyc_attr(acyclic=True)
@dataclass(frozen=True)
class StateMark:
    """A state or agency that modifies a phrase.

    ``how``: ``demonym`` ("Russian hackers"), ``name`` ("US election"), ``sponsor`` ("China-backed
    group", "Chinese state-sponsored"), ``based`` ("Iran-based"), ``leaning`` ("pro-Russian").
    """

    entity: str
    type: str
    text: str
    how: str


@mypyc_attr(acyclic=True)
@final
class Phrase:
    """A noun phrase over atoms ``first..last``; ``start, end`` is its core in the text, without determiner.

    A class by hand, as `vidocq.mentions.names.Hit` is.
    """

    def __init__(
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        text: str,
        kind: str,
        entity: str | None = None,
        head: str = "",
        prep: str | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.entity = entity
        self.head = head
        self.prep = prep

    weak: bool = False
    plural: bool = False
    determined: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    own: bool = False
    cyber: bool = False
    state_actor: bool = False
    capital: bool = False
    marks: tuple[StateMark, ...] = ()
    names: tuple[Hit, ...] = ()
    senses: frozenset[str] = frozenset()
    """All kinds that its head noun can have ("individuals": units that are counted, persons that act)."""
    number: tuple[int, bool] | None = None
    owner: int | None = None
    descriptor: str | None = None
    """Kind of the noun that describes a name: "hacking group Sandworm" is a group by its descriptor."""


_OPENING: Final = (
    Tag.DETERMINER
    | Tag.OWN_PRONOUN
    | Tag.PRONOUN
    | Tag.ADJECTIVE
    | Tag.NUMBER
    | Tag.NOUN
    | Tag.VERB
    | Tag.STATE_WORD
    | Tag.STATE_ACTOR
    | Tag.PRO
    | Tag.CYBER
    | Tag.STRONG_CYBER
    | Tag.OTHER_ATTACK
    | Tag.DATE
)
"""Tags of words that may open a phrase; a known word with none of them never does."""


def find_phrases(text: str, atoms: list[Atom], pack: Pack) -> list[Phrase]:
    """The noun phrases of a sentence, in order, not overlapping."""
    phrases: list[Phrase] = []
    title = in_title_case(atoms)
    shared: str | None = None
    i, n = 0, len(atoms)
    while i < n:
        atom = atoms[i]
        if atom.key in pack.cues.pronominal:
            stands = _bare_pronoun(text, atoms, i, pack)
            stands.prep = pack.cues.pronominal[atom.key]
            phrases.append(stands)
            i += 1
            continue
        if atom.hit is None and (not atom.is_word or (atom.tags and not atom.tags & _OPENING)):
            i += 1
            continue
        pronoun = _pronoun(text, atoms, i, pack) if atom.tags & Tag.PRONOUN else None
        if pronoun is not None:
            phrases.append(pronoun)
            i += 1
            continue
        if phrases and phrases[-1].last == i - 1 and _done_by(atoms, i, pack):
            i += 1
            continue
        last = _last_atom(atoms, i, pack)
        if last is None:
            following = atoms[i + 1] if i + 1 < n else None
            if (
                atom.tags & Tag.DETERMINER
                and following is not None
                and following.key in pack.phrases.listed_pronouns
            ):
                phrases.append(_listed(text, atoms, i, pack))
                i += 2
                continue
            if pack.grammar.verb_second and atom.tags & Tag.PRONOUN:
                phrases.append(_bare_pronoun(text, atoms, i, pack))  # "dat | het | de server …"
                i += 1
                continue
            money = _money(text, atoms, i, pack) if atom.tags & Tag.NUMBER else None
            if money is not None:
                phrases.append(money)
                i = money.last + 1
                continue
            i += 1
            continue
        if pack.grammar.verb_second and _half(atoms, last):
            shared = _governor(atoms, i, pack)
            if shared is None and pack.grammar.genitive_articles and phrases:
                near = phrases[-1].last == i - 1
                article = atoms[i].key in pack.grammar.genitive_articles
                shared = pack.grammar.genitive if near and article else None
            i = last + 2
            continue
        phrase = _describe(text, atoms, i, last, pack, title=title)
        phrase.prep = _governor(atoms, i, pack)
        if shared is not None:
            phrase.prep, shared = (
                phrase.prep or shared,
                None,
            )  # "der Rüstungs- | und der Raumfahrtbranche"
        if pack.grammar.genitive:
            _genitive(atoms, phrases, phrase, pack)
        if phrases and _possessed(atoms, phrases[-1], i):
            phrase.owner = len(phrases) - 1
            phrase.prep = phrases[-1].prep
        elif (
            phrase.prep in pack.relations.of
            and (quantifier := quantified(atoms, i, pack)) is not None
        ):
            # "many of the organizations": the organizations.
            if phrases and phrases[-1].last == quantifier:
                phrases.pop()
            phrase.first, phrase.prep = quantifier, _governor(atoms, quantifier, pack)
        elif (
            phrases
            and phrases[-1].kind == TRANSPARENT
            and follows_of(atoms, phrases[-1], phrase, pack)
        ):
            see_through(phrases.pop(), phrase)
        phrases.append(phrase)
        i = last + 1
    return phrases


def _half(atoms: list[Atom], last: int) -> bool:
    """Whether a word only stands for a compound that ends as the next one does: "Energie- | und Wasserversorger"."""
    if last + 2 >= len(atoms) or atoms[last + 1].key != "-" or atoms[last].hit is not None:
        return False
    joined = atoms[last + 1].start == atoms[last].end
    return joined and bool(atoms[last + 2].tags & Tag.CONJUNCTION or atoms[last + 2].key == ",")


def _listed(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase:
    """ "the former", « le second »: one of the actors that were named together."""
    start, end = atoms[i].start, atoms[i + 1].end
    phrase = Phrase(i, i + 1, start, end, text[start:end], "pronoun", head=atoms[i + 1].key)
    phrase.prep = _governor(atoms, i, pack)
    return phrase


def _money(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase | None:
    """A sum written with its sign: "$6.1 million"."""
    if not atoms[i].tags & Tag.NUMBER or not i or atoms[i - 1].key not in pack.phrases.currencies:
        return None
    last = i
    while last + 1 < len(atoms) and atoms[last + 1].key in pack.phrases.multipliers:
        last += 1
    start, end = atoms[i - 1].start, atoms[last].end
    phrase = Phrase(i - 1, last, start, end, text[start:end], "unit", head=atoms[i - 1].key)
    phrase.number = read_number(atoms[i : last + 1], pack)
    first = i - 1
    while first and atoms[first - 1].key in pack.phrases.approximators:
        first -= 1
    phrase.prep = _governor(atoms, first, pack)
    return phrase


def _pronoun(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase | None:
    """A personal pronoun as a phrase: kind ``pronoun``, or ``we`` for the first person plural."""
    atom = atoms[i]
    if not atom.tags & Tag.PRONOUN or atom.tags & (Tag.DETERMINER | Tag.RELATIVE | Tag.OWN_PRONOUN):
        return None
    return _bare_pronoun(text, atoms, i, pack)


def _bare_pronoun(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase:
    """The phrase that a pronoun is by itself."""
    atom = atoms[i]
    kind = "we" if atom.tags & Tag.FIRST_PERSON else "pronoun"
    phrase = Phrase(i, i, atom.start, atom.end, text[atom.start : atom.end], kind, head=atom.key)
    phrase.prep = _governor(atoms, i, pack)
    return phrase


def _governor(atoms: list[Atom], first: int, pack: Pack) -> str | None:
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


def _genitive(atoms: list[Atom], phrases: list[Phrase], phrase: Phrase, pack: Pack) -> None:
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


def _possessed(atoms: list[Atom], owner: Phrase, first: int) -> bool:
    """Whether the phrase at ``first`` belongs to ``owner`` by a clitic: "Iran’s | cyberattack"."""
    return first - 1 == owner.last + 1 and bool(atoms[first - 1].tags & Tag.POSSESSIVE)


def _last_atom(atoms: list[Atom], i: int, pack: Pack) -> int | None:
    """Last atom of the phrase that begins at ``i``; None when none begins there."""
    n = len(atoms)
    j = i
    last = -1
    while j < n:
        atom = atoms[j]
        if atom.key == "-" and i < j < n - 1 and not atom.spaced and not atoms[j + 1].spaced:
            j += 1
            continue
        if never_inside(atom) or (last >= 0 and _done_by(atoms, j, pack)):
            break
        role = (
            word_role_by_capital(atoms, j, i, last, pack)
            if pack.grammar.verb_second
            else word_role(atoms, j, i, last >= 0, pack)
        )
        if role == NOMINAL:
            if pack.head_first and last >= 0 and not (atom.hit or atom.capital or atom.word.nouns):
                break
            if pack.head_first and last >= 0 and _new_name(atoms, last, j):
                break
            last = j
        elif role == MODIFIER:
            last = j
        elif role != PREMODIFIER or (last >= 0 and pack.head_first):
            break
        j += 1
    if last < 0:
        return None
    # "the FBI Director" is one phrase, "China Microsoft" never is: two sure names of actors side by side part.
    return last


def _done_by(atoms: list[Atom], j: int, pack: Pack) -> bool:
    """Whether a word that can be a noun is a participle by what follows: "a group | run | by the ministry"."""
    if j + 1 >= len(atoms) or not atoms[j].word.verbs or atoms[j].capital:
        return False
    if atoms[j + 1].key not in pack.relations.agent or atoms[j].hit is not None:
        return False
    if not atoms[j].word.nouns_kinds <= GENERAL:
        return False
    return any(verb.form & Form.PARTICIPLE for verb in atoms[j].word.verbs)


def _new_name(atoms: list[Atom], last: int, j: int) -> bool:
    """French: a name that follows a name begins a phrase of its own."""
    before, now = atoms[last].hit, atoms[j].hit
    return (
        before is not None
        and now is not None
        and before.role != "demonym"
        and now.role != "demonym"
    )


def _describe(
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
    head = _head(span, lead, pack)
    atom = span[head]
    phrase = Phrase(first, last, span[lead].start, atoms[last].end, "", "thing", None, atom.key)
    if lead:
        _read_lead(span, lead, phrase, pack.cues)
    tags = _read_modifiers(span, head, phrase)
    if tags & Tag.NUMBER:
        phrase.number = read_number(span, pack)
    if atom.hit is not None and not (
        (atom.hit.type == "sector" and "diplomats" in atom.word.nouns_kinds)
        or (atom.hit.type == "technique" and _class_of_named(phrase, atom))
    ):
        _named(phrase, atom.hit, span, head)
        if phrase.kind == "group" and pack.grammar.verb_second and _by_program(span, head):
            # "mit der Ransomware | Clop": the program, whatever gang has its name.
            phrase.kind, phrase.entity = "malware", "malware:" + atom.hit.entity.partition(":")[2]
        if atom.hit.type == "technique" and _names_attack(atom, pack):
            # "ransomware attacks" are attacks by a method, "ransomware" is the method.
            phrase.kind, phrase.entity, phrase.cyber = "attack", None, True
            phrase.names = (*phrase.names, atom.hit)
            phrase.plural = plural_attack(atom, pack)
    elif atom.word.nouns and not (
        atom.capital and not title and atom.word.nouns_kinds <= GENERAL and head > lead
    ):
        noun = _sense(atom)
        phrase.senses = atom.word.nouns_kinds
        phrase.kind, phrase.weak, phrase.plural = noun.kind, noun.weak, noun.plural
        if pack.grammar.singulars and len({n.plural for n in atom.word.nouns}) > 1:
            # "Hacker" is one or many: an article or a number tells.
            phrase.plural = atoms[first].key not in pack.grammar.singulars
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
            _name_after(phrase, span, head, pack)
        else:
            _name_before(phrase, span, head)
            if phrase.kind == "actor" and phrase.entity is None:
                named = band_name(text, atoms, span, head, pack.cues)
                if named is not None:
                    phrase.start, phrase.end, phrase.entity = named
                    phrase.kind, phrase.descriptor, phrase.plural = "group", "actor", False
                    phrase.weak = False
    elif phrase.number is not None and atom.tags & Tag.NUMBER:
        phrase.kind = "unit"
    elif atom.capital and not (
        pack.grammar.noun_capitals and not looks_like_name(text, span, head, lead)
    ):
        _unknown_name(phrase, span, head, lead, pack)
    if phrase.kind in _PLACES and pack.cues.placed_bodies and head > lead:
        _placed_body(text, phrase, span, lead, pack)
    if phrase.kind in ("thing", "asset") and atom.key in sector_heads(pack.language):
        _sector_head(phrase)
    if phrase.kind == "sector" and phrase.number is not None and _many_firms(atom, pack):
        # "six Russian technology companies" are firms, "technology companies" a sector.
        phrase.kind, phrase.entity, phrase.plural = "company", None, True
        phrase.names = (*phrase.names, atom.hit) if atom.hit is not None else phrase.names
        phrase.start, phrase.end = span[lead].start, atoms[last].end
    phrase.text = text[phrase.start : phrase.end]
    return phrase


def _by_program(span: list[Atom], head: int) -> bool:
    """Whether the noun right before a name says that it is a program's."""
    if not head:
        return False
    before = span[head - 1].word.nouns_kinds
    return "malware" in before and "actor" not in before


_PLACES = frozenset({"name", "place", "state"})


def _placed_body(text: str, phrase: Phrase, span: list[Atom], lead: int, pack: Pack) -> None:
    """A body that is told apart by the name of its place: "das | Klinikum Fürth", "de | gemeente Buren"."""
    for i in range(len(span) - 2, lead - 1, -1):
        atom = span[i]
        plain = atom.hit is None or atom.hit.type == "sector"
        if plain and atom.word.nouns and atom.key.endswith(pack.cues.placed_bodies):
            phrase.kind, phrase.plural = _kind_of_body(atom, pack), False
            phrase.head, phrase.descriptor, phrase.weak = atom.key, None, False
            phrase.start, phrase.end = atom.start, span[-1].end
            phrase.entity = f"{phrase.kind}:" + "-".join(
                fold(text[phrase.start : phrase.end]).split()
            )
            return


def _kind_of_body(atom: Atom, pack: Pack) -> str:
    """What a body with a place's name is by its noun: who enforces the law an agency, an airport a firm."""
    if atom.key.endswith(pack.cues.enforcers) and not atom.key.endswith(pack.cues.courts):
        return "agency"
    return "company" if "company" in atom.word.nouns_kinds else "organisation"


def _class_of_named(phrase: Phrase, atom: Atom) -> bool:
    """Whether a method is here the class of a named malware: "the Hannotog backdoor"."""
    return "malware" in atom.word.nouns_kinds and any(
        hit.type in ("malware", "group") for hit in phrase.names
    )


def _names_attack(atom: Atom, pack: Pack) -> bool:
    """Whether the head of a technique's name is a noun for an attack ("phishing campaign")."""
    word = _head_word(atom, pack)
    return word is not None and "attack" in word.nouns_kinds


def plural_attack(atom: Atom, pack: Pack) -> bool:
    """Whether the head of a technique's name is a plural."""
    word = _head_word(atom, pack)
    return word is not None and any(noun.plural for noun in word.nouns)


def _head_word(atom: Atom, pack: Pack) -> Word | None:
    """What the pack knows of the head noun of a name of several words."""
    words = atom.key.replace("-", " ").split()
    if len(words) < 2:
        return None
    return pack.words.get(words[0] if pack.head_first else words[-1])


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


def _many_firms(atom: Atom, pack: Pack) -> bool:
    """Whether the last word of a sector's name is a noun for firms ("technology companies")."""
    word = pack.words.get(atom.key.rsplit(" ", 1)[-1])
    return word is not None and "company" in word.nouns_kinds


def _head(span: list[Atom], lead: int, pack: Pack) -> int:
    """Index of the head in ``span``: the last nominal in English, the first in French."""
    indices = range(lead, len(span)) if pack.head_first else range(len(span) - 1, lead - 1, -1)
    fallback = -1
    for i in indices:
        atom = span[i]
        if atom.hit is not None:
            if atom.hit.role == "demonym" and pack.head_first:
                fallback = i if fallback < 0 else fallback
                continue
            return i
        if atom.word.nouns or (
            atom.capital
            and atom.is_word
            and not atom.tags & (Tag.ADJECTIVE | Tag.DETERMINER | Tag.NUMBER)
        ):
            return i
        if (
            fallback < 0
            and atom.is_word
            and not atom.tags & (Tag.ADJECTIVE | Tag.DETERMINER | Tag.NUMBER)
        ):
            fallback = i
    return fallback if fallback >= 0 else len(span) - 1


def _sense(atom: Atom) -> NounForm:
    """The sense of a noun that has several: one that needs no support first."""
    if atom.capital:
        # "Meteorological Service" is a body, "the service" may be anything.
        for noun in atom.word.nouns:
            if noun.kind in ("organisation", "company"):
                return noun
    nouns = atom.word.nouns
    if len(nouns) == 1:
        return nouns[0]
    if "malware" in atom.word.nouns_kinds:
        # "tools": of general use too, but what the field means by it says more.
        return min((n for n in nouns if n.kind != "thing"), key=lambda noun: noun.weak)
    return min(nouns, key=lambda noun: noun.weak)


def _read_lead(span: list[Atom], lead: int, phrase: Phrase, cues: Cues) -> None:
    for atom in span[:lead]:
        if atom.tags & (Tag.DEMONSTRATIVE | Tag.OWN_PRONOUN):
            phrase.determined = True
        if atom.tags & Tag.DEMONSTRATIVE and atom.key not in cues.definite_articles:
            phrase.demonstrative = True
        if atom.tags & Tag.OWN_PRONOUN:
            phrase.own = True
        if atom.key in cues.indefinite_articles:
            phrase.determined = phrase.indefinite = True


def _named(phrase: Phrase, hit: Hit, span: list[Atom], head: int) -> None:
    """A phrase whose head is a known name; a sector's word may only describe the name after it."""
    if hit.type == "sector":
        for i in range(head + 1, len(span)):
            named = span[i].hit
            if named is not None and named.type in ("company", "organisation", "agency"):
                # "la chaîne de télévision | TV5Monde"
                hit, head = named, i
                break
    phrase.kind, phrase.entity = hit.type, hit.entity
    phrase.capital = hit.role == "capital"
    phrase.start, phrase.end = hit.start, hit.end
    if hit.role == "demonym":
        phrase.descriptor = "people"
        if phrase.indefinite or phrase.number is not None:
            # "a Ukrainian", "two Russians": persons of that country.
            phrase.kind, phrase.entity = "persons", None
            phrase.plural = phrase.number is not None and phrase.number[0] > 1
            mark = StateMark(hit.entity, hit.type, f"{hit.start}:{hit.end}", "demonym")
            phrase.marks = (mark, *phrase.marks)
            phrase.start = span[1].start if len(span) > 1 and head > 0 else hit.start
    for i, atom in enumerate(span):
        if i != head and atom.word.nouns and atom.hit is None:
            phrase.descriptor = _sense(atom).kind
    if phrase.kind == "malware" and phrase.descriptor == "actor":
        # "the hacker group CozyBear": a group by what it is called, whatever the lists say.
        phrase.kind, phrase.entity = "group", "group:" + hit.entity.partition(":")[2]


def _name_after(phrase: Phrase, span: list[Atom], head: int, pack: Pack) -> None:
    """French: the noun comes first and the name it describes after it ("le groupe APT40")."""
    describing = {"actor", "malware", "company", "organisation", "persons", "government"}
    if phrase.kind not in describing:
        return
    for atom in span[head + 1 :]:
        if atom.hit is not None and atom.hit.role != "demonym":
            fits = {
                # "le groupe Sopra": a weak noun names a firm as well as a gang.
                "actor": {"group", "agency", "person"}
                | ({"company", "organisation"} if phrase.weak else set()),
                "malware": {"malware"},
                "persons": {"person"},
            }.get(phrase.kind, {"company", "organisation", "product", "agency"})
            if atom.hit.type in fits:
                phrase.descriptor = phrase.kind
                phrase.kind, phrase.entity = atom.hit.type, atom.hit.entity
                phrase.start, phrase.end = atom.hit.start, atom.hit.end
                phrase.names = tuple(h for h in phrase.names if h is not atom.hit)
                return
    _unlisted_name_after(phrase, span, head, pack)


def _unlisted_name_after(phrase: Phrase, span: list[Atom], head: int, pack: Pack) -> None:
    """French: a capitalised name that no list has, typed by the noun before it.

    "le groupe Zorglub" is a group, "le pirate russe Jean Dupond" a person, "le rançongiciel Zorglub" malware.
    """
    first = last = -1
    for i in range(head + 1, len(span)):
        atom = span[i]
        plain = atom.capital and atom.hit is None and not atom.tags & (Tag.DETERMINER | Tag.DATE)
        if plain and atom.key not in pack.phrases.collective_actors:
            first = i if first < 0 else first
            last = i
        elif first >= 0 and atom.key not in ("-", "&"):
            break
    if first < 0:
        return
    words = sum(a.is_word for a in span[first : last + 1])
    collective = any(
        phrase.head == n or phrase.head.startswith(n + " ") for n in pack.phrases.collective_actors
    )
    if phrase.kind == "actor" and collective:
        kind = "group"
        if phrase.weak and not phrase.cyber and words <= _FIRM_WORDS:
            phrase.senses = phrase.senses | _FIRM  # "el grupo Prisa": a firm where it is hit
    elif phrase.kind in ("actor", "persons") and words > 1 and not phrase.plural:
        kind = "person"
    elif phrase.kind in ("malware", "company") and not phrase.plural:
        kind = phrase.kind
    else:
        return
    name = span[first : last + 1]
    phrase.descriptor, phrase.kind, phrase.weak = phrase.kind, kind, False
    phrase.start, phrase.end = name[0].start, name[-1].end
    phrase.entity = (
        kind
        + ":"
        + "-".join("".join(c for c in fold(a.key) if c.isalnum()) for a in name if a.is_word)
    )


_FIRM = frozenset({"company"})
_FIRM_WORDS = 2


def _name_before(phrase: Phrase, span: list[Atom], head: int) -> None:
    """English: a group's name right before the noun for it ("the Fireant group", "FIN7 operators")."""
    hit = span[head - 1].hit if head else None
    if hit is None or phrase.indefinite or phrase.number is not None:
        return
    if not any(noun.kind == "actor" for noun in span[head].word.nouns):
        return
    if hit.type == "group" or (hit.type == "malware" and not phrase.plural):
        phrase.descriptor, phrase.kind = "actor", "group"
        phrase.entity = "group:" + hit.entity.partition(":")[2]
        phrase.start, phrase.end = hit.start, hit.end
        phrase.names = tuple(h for h in phrase.names if h is not hit)


def _unknown_name(phrase: Phrase, span: list[Atom], head: int, lead: int, pack: Pack) -> None:
    """A capitalised word that no list knows, with the capitalised words beside it."""
    phrase.kind = "name"
    begin = finish = head
    while begin > lead and _same_name(span[begin - 1], pack):
        begin -= 1
    while finish + 1 < len(span) and _same_name(span[finish + 1], pack):
        finish += 1
    phrase.start, phrase.end = span[begin].start, span[finish].end
    for i, atom in enumerate(span):
        if not begin <= i <= finish and atom.word.nouns and atom.hit is None:
            phrase.descriptor = _sense(atom).kind


def _same_name(atom: Atom, pack: Pack) -> bool:
    """Whether a neighbour of a capitalised word is part of the same name."""
    if atom.hit is not None or "office" in atom.word.nouns_kinds:
        return False
    if pack.grammar.noun_capitals and atom.word.nouns:
        return False
    return (atom.capital and not atom.tags & Tag.DETERMINER) or atom.key in ("-", "&")


def _read_modifiers(span: list[Atom], head: int, phrase: Phrase) -> int:
    """States, agencies and names before (English) or after (French) the head, and what they say of it.

    Returns all tags of the phrase's atoms.
    """
    marks: list[StateMark] = []
    names: list[Hit] = []
    tags = 0
    named = 0
    for atom in span:
        tags |= atom.tags
        named += atom.hit is not None
    phrase.state_actor = bool(tags & Tag.STATE_ACTOR)
    phrase.cyber = bool(tags & Tag.CYBER)
    if named == 0 or (named == 1 and span[head].hit is not None):
        return tags
    stately = phrase.state_actor or any(
        a.tags & Tag.STATE_WORD for i, a in enumerate(span) if i != head and a.hit is None
    )
    for i, atom in enumerate(span):
        hit = atom.hit
        if hit is None or i == head:
            continue
        how = _manner(span, i)
        if hit.type in ("state", "bloc"):
            if how is None:
                how = "sponsor" if stately else ("demonym" if hit.role == "demonym" else "name")
            marks.append(StateMark(hit.entity, hit.type, atom_text(hit, atom), how))
        elif hit.type in ("agency", "group") and how is not None:
            marks.append(StateMark(hit.entity, hit.type, atom_text(hit, atom), how))
        else:
            names.append(hit)
    phrase.marks, phrase.names = tuple(marks), tuple(names)
    phrase.cyber = phrase.cyber or any(hit.type == "technique" for hit in names)
    return tags


def atom_text(hit: Hit, atom: Atom) -> str:
    """Placeholder text of a mark: its look-up form; the claim takes the words from the document."""
    return f"{hit.start}:{hit.end}"


def _manner(span: list[Atom], i: int) -> str | None:
    """How a name is tied to its head by a hyphen: "Iran-based", "GRU-linked", "pro-Russian"."""
    if i and (
        span[i - 1].tags & Tag.PRO
        or (i > 1 and span[i - 1].key == "-" and span[i - 2].tags & Tag.PRO)
    ):
        return "leaning"
    j = i + 1
    if j < len(span) and span[j].key == "-":
        j += 1
    if j < len(span) and span[j].hit is None:
        if span[j].tags & Tag.SPONSOR_SUFFIX:
            return "sponsor"
        if span[j].tags & Tag.LOCATION_SUFFIX:
            return "based"
        if span[j].tags & Tag.TONGUE_SUFFIX:
            return "leaning"
    return None
