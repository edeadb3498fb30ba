"""A sentence after the first three stages: atoms, phrases, verb groups, and how they hang together.

`parse` runs the stages; the functions below answer the questions that clause rules ask: what stands
before and after a verb, which phrases are coordinated, which one a genitive or "of" ties to which.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vidocq.claims.cleft_clauses import see_clefts
from vidocq.claims.clitics import find_clitics
from vidocq.claims.coordination import coordination
from vidocq.claims.descriptions import tie_descriptions
from vidocq.claims.layout import Sentence, members, of_child, quoted
from vidocq.claims.particles import join_particles
from vidocq.claims.persons import describe_persons
from vidocq.claims.said_before import names_source
from vidocq.claims.subunits import see_subunits
from vidocq.claims.verb_second import read_clauses
from vidocq.claims.verbs import find_verbs
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.language.tokens import cut
from vidocq.mentions.atoms import Atom, make_atoms
from vidocq.mentions.bands import may_be_firm
from vidocq.mentions.chunking import find_phrases
from vidocq.mentions.lexicon import Piece, lexicon
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase, StateMark


def parse(
    text: str,
    start: int,
    end: int,
    hits: list[Hit],
    pack: Pack,
    quote_open: bool = False,
    seams: Sequence[int] = (),
    awaited: bool = False,
) -> Sentence:
    """The first three stages over one sentence; ``quote_open``: a quotation goes on from before.

    ``seams``: positions in the text where a space between two words is missing. ``awaited``: the
    text has told of people whose names may follow in a sentence without a word of the field.
    """
    words = lexicon(pack.language)
    tokens = words.tokens(text, start, end)
    if seams:
        places = cut([(token.start, token.end) for token in tokens], seams)
        if len(places) > len(tokens):
            tokens = [Piece(a, b, words.entry(text[a:b])) for a, b in places]
    atoms = make_atoms(text, tokens, hits, pack)
    vocabulary = frozenset(" ".join([atom.key for atom in atoms]).split(" "))
    tags = 0
    for atom in atoms:
        tags |= atom.tags
    worth = awaited or promising(atoms, pack) or names_source(atoms, pack)
    if not worth and vocabulary.isdisjoint(answering(pack.language)):
        flags = [False] * len(atoms)
        nothing = [-1] * len(atoms)
        sentence = Sentence(pack, text, start, end, atoms, [], [], nothing, nothing, flags)
        sentence.vocabulary, sentence.tags = vocabulary, tags
        return sentence
    phrases = find_phrases(text, atoms, pack)
    phrase_at = [-1] * len(atoms)
    for number, phrase in enumerate(phrases):
        for i in range(phrase.first, phrase.last + 1):
            phrase_at[i] = number
    verbs = find_verbs(atoms, phrase_at, pack)
    if not pack.grammar.verb_second:
        join_particles(atoms, phrases, phrase_at, verbs, pack)
    verb_at = [-1] * len(atoms)
    for number, verb in enumerate(verbs):
        for i in range(verb.first, verb.last + 1):
            verb_at[i] = number
    sentence = Sentence(
        pack,
        text,
        start,
        end,
        atoms,
        phrases,
        verbs,
        phrase_at,
        verb_at,
        quoted(atoms, quote_open, pack),
    )
    sentence.vocabulary, sentence.tags = vocabulary, tags
    for phrase in phrases:
        if phrase.prep in pack.relations.besides:
            # "Outre les États-Unis, l'UE et l'OTAN …": all of them act.
            phrase.prep = None
        elif phrase.prep is not None and tags & Tag.SUBORDINATOR:
            _open_clause(sentence, phrase)
    for p, phrase in enumerate(phrases):
        if phrase.kind in _DEEDS and phrase.head in pack.phrases.victim_of_nouns:
            child = of_child(sentence, p)
            if child is not None and phrases[child].kind in _HIT:
                # "the disruption | of the website" is an attack, "the disruption | of the talks" is none.
                phrase.kind, phrase.weak = "attack", True
    openers = pack.cues.example_openers
    for phrase in phrases if not pack.example_words.isdisjoint(vocabulary) else ():
        opener = atoms[phrase.first - 1] if phrase.first else None
        among = phrase.prep is None and opener is not None and opener.key in openers
        if among and not any(verb_at[i] >= 0 for i in range(phrase.last + 1, len(atoms))):
            # "neuf opérateurs, dont | AT&T et Verizon": no clause follows.
            phrase.prep = "dont"
    see_subunits(sentence)
    for p in range(len(phrases) - 1):
        _see_researchers(sentence, p)
    dateline = _dateline(text, atoms)
    for phrase in phrases if dateline else ():
        if phrase.last < dateline and phrase.prep is None:
            phrase.prep = "("
    for p in range(1, len(phrases)):
        _said_to_be(sentence, p)
    sentence.kinds = frozenset(p.kind for p in phrases) | (
        _PERSONS if any("persons" in p.senses for p in phrases) else frozenset()
    )
    if any(
        p.kind == "group"
        and ("company" in p.senses or may_be_firm(atoms[p.first : p.last + 1], pack.cues))
        for p in phrases
    ):
        sentence.kinds |= _FIRMS
    sentence.next_in_list = coordination(sentence)
    sentence.joined = list(range(len(phrases)))
    for p, following in enumerate(sentence.next_in_list):
        if following >= 0:
            sentence.joined[following] = sentence.joined[p]
    _join_adjectives(sentence)
    _share_noun(sentence)
    for p, phrase in enumerate(phrases):
        leader = sentence.joined[p]
        if leader != p and phrase.prep is None:
            phrase.prep = phrases[leader].prep
    see_clefts(sentence)
    find_clitics(sentence, pack)
    describe_persons(sentence, pack)
    tie_descriptions(sentence)
    for number, phrase in enumerate(phrases):
        # What stands in brackets is nobody's subject or object: "the Ministry of State Security (MSS)".
        before = atoms[phrase.first - 1] if phrase.first else None
        if (
            phrase.prep is None
            and before is not None
            and (
                before.key in ("(", "[")
                or (before.tags & Tag.ALIAS_MARKER and phrase.kind not in _NO_NAMES)
            )
        ):
            phrase.prep = "("
            for q in members(sentence, number)[1:]:
                # "X, also known as A | and B, | hacked …": X did.
                phrases[q].prep = phrases[q].prep or "("
    if pack.grammar.verb_second:
        sentence.dependencies[:] = read_clauses(sentence)
    return sentence


def _see_researchers(sentence: Sentence, p: int) -> None:
    """Read researchers of a firm as those who speak for it, not as a sector: "researchers | at Trend Micro"."""
    phrase, firm = sentence.phrases[p], sentence.phrases[p + 1]
    if phrase.entity != "sector:research" or firm.prep not in sentence.pack.relations.spoken_for:
        return
    tied = sentence.atoms[phrase.last + 1 : firm.first]
    if firm.kind in ("company", "agency") and all(
        a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in tied
    ):
        phrase.kind, phrase.entity, phrase.names = "office", None, ()


def _join_adjectives(sentence: Sentence) -> None:
    """A second adjective of country belongs to its noun: "les pirates russes | et chinois" are no state."""
    for p in range(1, len(sentence.phrases)):
        before, phrase = sentence.phrases[p - 1], sentence.phrases[p]
        adjective = phrase.descriptor == "people" and phrase.kind == "state"
        if (
            adjective
            and phrase.text.islower()
            and sentence.next_in_list[p - 1] == p
            and before.kind in ("actor", "persons")
            and before.marks
        ):
            phrase.kind = "thing"


def _share_noun(sentence: Sentence) -> None:
    """Adjectives of countries in a list share its last noun: "Chinese, | Russian | and Iranian hackers" are all hackers."""
    phrases = sentence.phrases
    for p, phrase in enumerate(phrases):
        if phrase.kind not in ("actor", "persons") or not phrase.plural or not phrase.marks:
            continue
        if phrase.marks[0].how not in ("demonym", "sponsor") or phrase.number is not None:
            continue
        q = p
        while q and sentence.next_in_list[q - 1] == q and _only_adjective(phrases[q - 1]):
            q -= 1
        if q == p:
            continue
        how = phrase.marks[0].how
        phrase.marks = (*(_mark(other, how) for other in phrases[q:p]), *phrase.marks)
        phrase.prep = phrases[q].prep
        phrase.start = phrases[q].start
        phrase.text = sentence.text[phrase.start : phrase.end]
        for r in range(q, p):
            phrases[r].kind, phrases[r].prep = "thing", "be"
            sentence.next_in_list[r] = -1
        for r in range(q, len(phrases)):
            if sentence.joined[r] == q:
                sentence.joined[r] = p


def _only_adjective(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but the adjective of a country."""
    return phrase.kind == "state" and phrase.descriptor == "people" and not phrase.determined


def _dateline(text: str, atoms: list[Atom]) -> int:
    """Where the dateline of a dispatch ends ("LA HAYE, 20 février 2024 (AFP) –", "NAPOLI -", "Bogotá, 15 sep."); 0 without one."""
    first = _after_agency(atoms)
    if first >= len(atoms):
        return 0
    opening = atoms[first]
    shouted = _shouts(text, opening)
    hit = opening.hit
    city = hit is not None and (hit.type == "place" or hit.role == "capital")
    if not (shouted or city):
        return 0
    for i in range(first + 1, min(first + _DATELINE, len(atoms))):
        before = atoms[first:i]
        dated = any(a.key[0].isdigit() for a in before)
        if not _ends_dateline(atoms, i, dated):
            continue
        told = dated or any(a.key == "(" for a in before)
        alone = i - first == 1 or (shouted and all(_shouts(text, a) for a in before if a.is_word))
        return _after_agency(atoms, i) if told or alone else 0
    return 0


def _shouts(text: str, atom: Atom) -> bool:
    """Whether a word is written in capitals."""
    words = text[atom.start : atom.end]
    return len(words) >= _CITY and words.isupper()


def _ends_dateline(atoms: list[Atom], i: int, dated: bool) -> bool:
    """Whether the sign at ``i`` parts a dateline from the report: a dash, a stroke, a full stop after a date."""
    key = atoms[i].key
    if key in ("–", "—"):
        return True
    if key in ("-", "/"):
        return atoms[i].spaced or atoms[i - 1].key in (".", ")")
    return key == "." and dated and i + 1 < len(atoms) and atoms[i + 1].capital


def _after_agency(atoms: list[Atom], i: int = -1) -> int:
    """The atom after an agency in brackets and its dash that stand after ``i``: "(AL) - | Roma, 12 mag"; else where it began."""
    if i + 1 < len(atoms) and atoms[i + 1].key == "(":
        for k in range(i + 2, min(i + 6, len(atoms) - 1)):
            if atoms[k].key == ")" and atoms[k + 1].key in ("-", "–", "—"):
                return k + 1 if i >= 0 else k + 2
    return max(i, 0)


_CITY, _DATELINE = 2, 16


def _open_clause(sentence: Sentence, phrase: Phrase) -> None:
    """ "after the group said": a word that can open a clause does so where a finite verb follows its phrase."""
    opener = sentence.atoms[phrase.first - 1] if phrase.first else None
    if opener is None or not opener.tags & Tag.SUBORDINATOR or not opener.tags & Tag.PREPOSITION:
        return
    i = phrase.last + 1
    while (
        i < len(sentence.atoms) and sentence.atoms[i].tags & Tag.ADVERB and sentence.verb_at[i] < 0
    ):
        i += 1
    v = sentence.verb_at[i] if i < len(sentence.atoms) else -1
    if opener.key in sentence.pack.cues.as_words and phrase.kind != "pronoun":
        return
    if v >= 0 and sentence.verbs[v].finite:
        phrase.prep = None


_PERSONS = frozenset({"persons"})
_FIRMS = frozenset({"company"})


_TELLING_KINDS = frozenset({"office", "government", "company", "agency"})


def _said_to_be(sentence: Sentence, p: int) -> None:
    """ "a group | believed to be | Peruvian", "are | Peru-linked": said of the group, and no state that acts."""
    phrase, before = sentence.phrases[p], sentence.phrases[p - 1]
    if phrase.kind != "state":
        return
    atoms = sentence.atoms
    tied = _tied(atoms, phrase.last + 1)
    if not (phrase.descriptor == "people" or tied):
        return
    if tied and p + 1 < len(sentence.phrases):
        _describe_next(sentence, p, tied)
    if _set_off(atoms, before, phrase):
        before.marks = (*before.marks, _mark(phrase, tied or "demonym"))
        phrase.prep = "be"
        return
    if phrase.prep is not None:
        return
    if not atoms[phrase.first - 1].tags & Tag.BE:
        return
    inside: range = range(0)
    if before.kind in _TELLING_KINDS and p > 1:
        # "hackers | who | experts | believe are | Peruvian", "believed by | experts | to be | Peruvian"
        inside, before = range(before.first, before.last + 1), sentence.phrases[p - 2]
    between = range(before.last + 1, phrase.first)
    if before.kind in ("actor", "group") and all(
        i in inside
        or sentence.verb_at[i] >= 0
        or atoms[i].tags & (Tag.INFINITIVE_MARKER | Tag.ADVERB | Tag.RELATIVE)
        or atoms[i].key == ","
        or (inside and i == inside.start - 1 and atoms[i].key in sentence.pack.relations.agent)
        for i in between
    ):
        before.marks = (*before.marks, _mark(phrase, tied or "demonym"))
        phrase.prep = "be"


def _set_off(atoms: list[Atom], before: Phrase, phrase: Phrase) -> bool:
    """Whether an adjective of country stands between commas or in brackets after actors: "hackers, | probably Peruvian, | hit"."""
    if before.kind not in ("actor", "group") or before.marks or phrase.last + 1 >= len(atoms):
        return False
    opening, closing = atoms[before.last + 1].key, atoms[phrase.last + 1].key
    between = atoms[before.last + 2 : phrase.first]
    return (opening, closing) in ((",", ","), ("(", ")")) and all(
        a.tags & Tag.ADVERB for a in between
    )


def _tied(atoms: list[Atom], i: int) -> str | None:
    """How a hyphen and a suffix at ``i`` tie the state before it to somebody: "Iran | -linked", "Iran | -based"."""
    if i + 1 >= len(atoms) or atoms[i].key != "-":
        return None
    if atoms[i + 1].tags & Tag.SPONSOR_SUFFIX:
        return "sponsor"
    return "based" if atoms[i + 1].tags & Tag.LOCATION_SUFFIX else None


def _describe_next(sentence: Sentence, p: int, tied: str) -> None:
    """ "the Iran-linked, | financially motivated group": a comma parts the adjective from its noun."""
    phrase, following = sentence.phrases[p], sentence.phrases[p + 1]
    comma = sentence.atoms[phrase.last + 3].key if phrase.last + 3 < following.first + 1 else ""
    first = following.first
    if comma != "," or first != phrase.last + 4 or following.kind not in ("actor", "group"):
        return
    if following.determined:
        return
    following.marks = (_mark(phrase, tied), *following.marks)
    following.prep, phrase.prep = phrase.prep, "be"


def _mark(phrase: Phrase, how: str) -> StateMark:
    """What an adjective of country that stands as a phrase of its own says of another phrase."""
    return StateMark(phrase.entity or "", "state", f"{phrase.start}:{phrase.end}", how)


def promising(atoms: list[Atom], pack: Pack) -> bool:
    """A sound look before the work: whether anything could be found in these atoms.

    Every rule needs an attack, an actor, an act of state or an alias, or a verb that alone means one;
    speech is worth following where an office or a quotation is named. The trained reader needs but a name that
    can be an end of a claim: "Verizon, AT&T and Lumen were on the list".
    """
    for i, atom in enumerate(atoms):
        if atom.hit is not None or (i and atom.capital and not atom.word.nouns_kinds):
            return True
        if atom.tags & _TELLING_TAGS:
            return True
        if not _TELLING_NOUNS.isdisjoint(atom.word.nouns_kinds) or atom.word.telling:
            return True
    return False


@cache
def answering(language: str) -> frozenset[str]:
    """Words by which a sentence without a word of the field may answer an accusation, tell what an attack cost or whom it hit."""
    words = load_pack(language).phrases
    phrases = (
        *words.baseless_words,
        *words.denial_phrases,
        *words.clearing_phrases,
        *words.target_nouns,
    )
    return frozenset(max(phrase.split(" "), key=len) for phrase in phrases) | frozenset(
        words.loss_nouns
    )


_NO_NAMES = frozenset({"attack", "accusation", "statement", "pronoun"})
"""Kinds that nobody is called: "called the attack reckless" names nobody."""


_HIT = frozenset({"asset", "persons", "sector"})
_DEEDS = frozenset({"thing", "deed"})
"""Kinds of a noun of general use that what it is of makes an attack."""


_TELLING_TAGS = Tag.ALIAS_MARKER | Tag.STATE_ACTOR | Tag.SPONSOR_SUFFIX


_TELLING_NOUNS = frozenset(
    {
        *("attack", "activity", "actor", "accusation", "assessment", "sanctions", "charges"),
        *("arrest", "takedown", "denial", "diplomats", "malware", "vulnerability", "office", "use"),
        *("reward", "lead"),
    }
)
