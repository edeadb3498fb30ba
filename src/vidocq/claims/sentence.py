"""The first three stages over a sentence: `parse` makes atoms, phrases and verb groups of it, and says how they hang together.

A sentence without anything that could make a claim or answer one goes no further than its atoms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vidocq.claims.background.legal_acts import see_legal_acts
from vidocq.claims.references.descriptions import tie_descriptions
from vidocq.claims.references.gangs import see_gangs
from vidocq.claims.references.persons import describe_persons
from vidocq.claims.references.subunits import see_leaders, see_subunits
from vidocq.claims.speech.said_before import names_source
from vidocq.claims.syntax.cleft_clauses import see_clefts
from vidocq.claims.syntax.clitics import find_clitics
from vidocq.claims.syntax.coordination import coordination
from vidocq.claims.syntax.country_adjectives import join_adjectives, said_to_be, share_noun
from vidocq.claims.syntax.dateline import dateline_end
from vidocq.claims.syntax.layout import Sentence, members, of_child, quoted, verb_of_word
from vidocq.claims.syntax.particles import join_particles
from vidocq.claims.syntax.verb_second import read_clauses
from vidocq.claims.syntax.verbs import find_verbs
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.language.tokens import cut
from vidocq.mentions.article_or_preposition import tell_articles
from vidocq.mentions.atoms import Atom, make_atoms
from vidocq.mentions.bands import may_be_firm
from vidocq.mentions.chunking import find_phrases
from vidocq.mentions.described_firms import join_firms
from vidocq.mentions.lexicon import Piece, lexicon
from vidocq.mentions.ministries import join_portfolios
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.several_ministries import part_ministries


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
    tell_articles(atoms, pack)
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
    join_portfolios(text, atoms, phrases, pack)
    if not vocabulary.isdisjoint(pack.cues.several_ministries):
        part_ministries(text, atoms, phrases, pack)
    join_firms(text, atoms, phrases, pack)
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
    see_leaders(sentence)
    see_gangs(sentence)
    for p in range(len(phrases) - 1):
        _see_researchers(sentence, p)
    dateline = dateline_end(text, atoms)
    for phrase in phrases if dateline else ():
        if phrase.last < dateline and phrase.prep is None:
            phrase.prep = "("
    for p in range(1, len(phrases)):
        said_to_be(sentence, p)
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
    join_adjectives(sentence)
    share_noun(sentence)
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
    see_legal_acts(sentence)
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
    v = verb_of_word(sentence, i)
    if opener.key in sentence.pack.cues.as_words and phrase.kind != "pronoun":
        return
    if v >= 0 and sentence.verbs[v].finite:
        phrase.prep = None


_PERSONS = frozenset({"persons"})
_FIRMS = frozenset({"company"})


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
