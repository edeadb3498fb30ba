"""From a language's data files to its pack of look-up tables, kept between runs.

What each file says goes entry by entry into a table of words (`vidocq.language.word_table`), inflected where the language
inflects it (`vidocq.language.inflection`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import force_setattr

from vidocq.knowledge.kept import at_rest, fingerprint_of, kept
from vidocq.language.cues import Cues
from vidocq.language.declension import decline, inflected
from vidocq.language.files import (
    Grammar,
    NounFile,
    PackError,
    PhraseFile,
    TimeFile,
    VerbFile,
    WordFile,
    read_file,
)
from vidocq.language.inflection import attributive, conjugated, noun_forms
from vidocq.language.number_words import compounded
from vidocq.language.pack import Pack
from vidocq.language.relations import Relations
from vidocq.language.separable import base_of, plain, with_particle
from vidocq.language.stored import FrameUse, NounForm, StoredPack, StoredWord, VerbForm
from vidocq.language.tags import Tag
from vidocq.language.word_table import WordTable, spell

PACKS = Path(__file__).parent / "packs"


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a pack."""
    return tuple(sorted(p.name for p in PACKS.iterdir() if (p / "verbs.yaml").exists()))


@cache
def load_pack(language: str) -> Pack:
    """The compiled pack of a language.

    Raises:
        PackError: there is no such pack, or one of its files breaks the schema.
    """
    folder = PACKS / language
    if not (folder / "verbs.yaml").exists():
        raise PackError(f"no language pack for '{language}'; there are packs for {languages()}")
    fingerprint = fingerprint_of(folder.glob("*.yaml"))
    code = Path(__file__).parent
    pack = kept(
        f"pack-{language}", StoredPack, lambda: compile_pack(folder), fingerprint, code=code
    )
    with at_rest():
        share_parts(pack)
        return Pack(pack)


def share_parts(pack: StoredPack) -> None:
    """Let the forms of a verb share what they have in common: read from a file, each has its own copy, three times the memory."""
    uses: dict[tuple[str, bool], tuple[FrameUse, ...]] = {}
    sets: dict[frozenset[str], frozenset[str]] = {}
    for word in pack.different:
        for verb in word.verbs:
            force_setattr(verb, "uses", uses.setdefault((verb.lemma, verb.reflexive), verb.uses))
            force_setattr(verb, "lemma", sys.intern(verb.lemma))
        for name in ("nouns_kinds", "lemmas", "frames"):
            found: frozenset[str] = getattr(word, name)
            force_setattr(word, name, sets.setdefault(found, found))


@cache
def load_cues() -> tuple[Cues, ...]:
    """The cues of all languages, without the rest of their packs: what may open or end a text of any of them.

    Raises:
        PackError: a file breaks the schema.
    """
    files = [PACKS / code / "cues.yaml" for code in languages()]
    return kept(
        "cues",
        tuple[Cues, ...],
        lambda: tuple(read_file(file, Cues) for file in files),
        fingerprint_of(files),
        code=Path(__file__).parent,
    )


def compile_pack(folder: Path) -> StoredPack:
    """The pack that a folder's files make.

    Raises:
        PackError: one of its files breaks the schema.
    """
    words = read_file(folder / "words.yaml", WordFile)
    nouns = read_file(folder / "nouns.yaml", NounFile)
    verbs = read_file(folder / "verbs.yaml", VerbFile)
    phrases = read_file(folder / "phrases.yaml", PhraseFile)
    time = read_file(folder / "time.yaml", TimeFile)
    relations = read_file(folder / "relations.yaml", Relations)
    cues = read_file(folder / "cues.yaml", Cues)
    if words.grammar.compounds:
        joiner, one = min(cues.and_words), min(cues.articles_of_one, key=_length)
        phrases.numbers.update(compounded(phrases.numbers, joiner, one))
    table = WordTable(words.contractions)
    _add_closed_classes(table, words)
    _add_phrases(table, phrases)
    for form in (*time.months, *time.weekdays):
        if form not in phrases.numbers:  # "sept" is a number far more often than a month.
            table.add(form, Tag.DATE)
    _add_nouns(table, nouns)
    _add_verbs(table, verbs, folder / "verbs.yaml", words.grammar)
    single, sequences = table.split()
    as_nouns = _as_nouns(single) if words.grammar.noun_capitals else {}
    different = _Different()
    return StoredPack(
        different=different.words,
        language=folder.name,
        head_first=bool(words.adjective_suffixes),
        words={form: different.number(word) for form, word in single.items()},
        sequences={
            first: {
                second: [(rest, different.number(word)) for rest, word in rows]
                for second, rows in seconds.items()
            }
            for first, seconds in sequences.items()
        },
        phrases=phrases,
        time=time,
        relations=relations,
        cues=cues,
        likelihood={spell(p): k for k, ps in phrases.likelihoods.items() for p in ps},
        confidence={spell(p): k for k, ps in phrases.confidences.items() for p in ps},
        adjective_suffixes=tuple(words.adjective_suffixes),
        grammar=words.grammar,
        capital_words={form: different.number(word) for form, word in as_nouns.items()},
        example_words=frozenset(w.rpartition(" ")[2] for w in cues.example_openers),
    )


class _Different:
    """Words, each once however many forms it has: most forms say what another one says (all the adverbs, say)."""

    def __init__(self) -> None:
        self.words: list[StoredWord] = []
        self._numbers: dict[bytes, int] = {}

    def number(self, word: StoredWord) -> int:
        """The number of the word that says the same, among ``words``."""
        number = self._numbers.setdefault(msgspec.msgpack.encode(word), len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


def _add_closed_classes(table: WordTable, words: WordFile) -> None:
    rows: list[tuple[Iterable[str], int]] = [
        (words.determiners, Tag.DETERMINER),
        (words.demonstratives, Tag.DEMONSTRATIVE),
        (words.conjunctions, Tag.CONJUNCTION),
        (words.pronouns, Tag.PRONOUN),
        (words.first_person, Tag.FIRST_PERSON),
        (words.relative, Tag.RELATIVE),
        (words.complementisers, Tag.COMPLEMENTISER),
        (words.subordinators, Tag.SUBORDINATOR),
        (words.coordinators, Tag.COORDINATOR),
        (words.be, Tag.BE),
        (words.become, Tag.BECOME),
        (words.have, Tag.HAVE),
        (words.do, Tag.DO),
        (words.infinitive_marker, Tag.INFINITIVE_MARKER),
        (words.negations, Tag.NEGATION),
        (words.possessive_clitic, Tag.POSSESSIVE),
        (words.adverbs, Tag.ADVERB),
        (inflected(words.adjectives, words.grammar.adjective_endings), Tag.ADJECTIVE),
    ]
    for forms, tag in rows:
        for form in forms:
            table.add(form, tag)
    for form in words.prepositions:
        table.add_governing(form, Tag.PREPOSITION)
    for form, base in words.contractions.items():
        table.add(form, 0, base)
    for form, kind in words.modals.items():
        table.add(form, Tag.MODAL, kind)


def _length(word: str) -> tuple[int, str]:
    return len(word), word


def _add_phrases(table: WordTable, phrases: PhraseFile) -> None:
    rows: list[tuple[Iterable[str], int]] = [
        (phrases.source_markers, Tag.SOURCE_MARKER | Tag.PREPOSITION),
        (phrases.via_markers, Tag.VIA_MARKER | Tag.PREPOSITION),
        (phrases.alias_markers, Tag.ALIAS_MARKER),
        (phrases.sponsor_suffixes, Tag.SPONSOR_SUFFIX),
        (phrases.location_suffixes, Tag.LOCATION_SUFFIX),
        (phrases.tongue_suffixes, Tag.TONGUE_SUFFIX),
        (phrases.state_words, Tag.STATE_WORD),
        (phrases.state_actor_phrases, Tag.STATE_ACTOR),
        (phrases.pro_prefixes, Tag.PRO),
        (phrases.pronouns_possessive, Tag.OWN_PRONOUN),
        (phrases.cyber_words, Tag.CYBER),
        (phrases.strong_cyber_words, Tag.STRONG_CYBER),
        (phrases.other_attacks, Tag.OTHER_ATTACK),
    ]
    for forms, tag in rows:
        for form in forms:
            # Words of the field mark single words; a set phrase of them is no unit of grammar.
            if not (tag in (Tag.CYBER, Tag.STRONG_CYBER) and " " in spell(form)):
                table.add(form, tag)
                if tag & Tag.PREPOSITION or tag == Tag.ALIAS_MARKER:
                    for contracted in table.with_contractions(form):
                        table.add(contracted, tag)
    for form, value in {**phrases.counting, **phrases.numbers}.items():
        table.add(form, Tag.NUMBER, str(value))


def _add_nouns(table: WordTable, nouns: NounFile) -> None:
    for kind, forms in nouns.classes.items():
        weak = kind.endswith("~")
        name = kind.rstrip("~")
        for form in forms:
            declined = decline(form, nouns) if nouns.paradigms else None
            for spelling, plural in declined or noun_forms(form, nouns):
                key = table.add(spelling, Tag.NOUN)
                table.nouns.setdefault(key, []).append(NounForm(name, weak, plural))


def _add_verbs(table: WordTable, verbs: VerbFile, path: Path, grammar: Grammar) -> None:
    uses: dict[tuple[str, bool], list[FrameUse]] = {}
    for entry in verbs.entries:
        # The verb's own subject and object come before what prepositions bring.
        ordered = sorted(entry.slots.items(), key=lambda item: not isinstance(item[1], str))
        slots = {k: v if isinstance(v, str) else tuple(v) for k, v in ordered}
        for verb in entry.verbs:
            uses.setdefault((verb, entry.reflexive), []).append(FrameUse(entry.frame, slots))
    for verb in verbs.other_verbs:
        uses.setdefault((verb, False), [])
    forms: dict[str, list[tuple[str, int, str]]] = {}
    for (verb, reflexive), frames in uses.items():
        if verb not in forms:
            rows = attributive(conjugated(base_of(verb), verbs, path), grammar.adjective_endings)
            prefix = next((p.prefix for p in verbs.paradigms if p.prefix), "")
            forms[verb] = list(with_particle(verb, rows, grammar.zu, prefix))
        for spelling, form, particle in forms[verb]:
            contracted = [
                f for f in table.with_contractions(spelling) if (f, reflexive) not in uses
            ]
            for each in (spelling, *contracted):
                key = table.add(each, Tag.VERB)
                found = VerbForm(plain(verb), form, tuple(frames), reflexive, particle)
                table.verbs.setdefault(key, []).append(found)


def _as_nouns(words: dict[str, StoredWord]) -> dict[str, StoredWord]:
    """For forms that are nouns and something else: what they are with a capital, where nouns alone have one."""
    kept = ~(Tag.VERB | Tag.ADJECTIVE | Tag.ADVERB | Tag.CONJUNCTION)
    return {
        key: msgspec.structs.replace(
            word, tags=word.tags & kept, verbs=(), form=0, lemmas=frozenset(), frames=frozenset()
        )
        for key, word in words.items()
        if word.nouns and word.tags & ~kept
    }
