"""From a language's data files to its look-up tables: inflection, plurals, set phrases."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from operator import or_
from pathlib import Path

import msgspec
from msgspec.structs import force_setattr

from vidocq.knowledge.kept import at_rest, fingerprint_of, kept
from vidocq.language.closing import join
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
from vidocq.language.pack import Pack
from vidocq.language.relations import Cues, Relations
from vidocq.language.separable import base_of, plain, with_particle
from vidocq.language.stored import FrameUse, NounForm, StoredPack, StoredWord, VerbForm
from vidocq.language.tags import Form, Tag

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
    for word in _all_words(pack):
        for verb in word.verbs:
            force_setattr(verb, "uses", uses.setdefault((verb.lemma, verb.reflexive), verb.uses))
            force_setattr(verb, "lemma", sys.intern(verb.lemma))
        for name in ("nouns_kinds", "lemmas", "frames"):
            found: frozenset[str] = getattr(word, name)
            force_setattr(word, name, sets.setdefault(found, found))


def _all_words(pack: StoredPack) -> Iterator[StoredWord]:
    yield from pack.words.values()
    for second in pack.sequences.values():
        for rows in second.values():
            for _, word in rows:
                yield word


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
    table = _Table(words.contractions)
    _add_closed_classes(table, words)
    _add_phrases(table, phrases)
    for form in (*time.months, *time.weekdays):
        if form not in phrases.numbers:  # "sept" is a number far more often than a month.
            table.add(form, Tag.DATE)
    _add_nouns(table, nouns)
    _add_verbs(table, verbs, folder / "verbs.yaml", words.grammar)
    single, sequences = table.split()
    return StoredPack(
        language=folder.name,
        head_first=bool(words.adjective_suffixes),
        words=single,
        sequences=sequences,
        phrases=phrases,
        time=time,
        relations=relations,
        cues=cues,
        likelihood={spell(p): k for k, ps in phrases.likelihoods.items() for p in ps},
        confidence={spell(p): k for k, ps in phrases.confidences.items() for p in ps},
        adjective_suffixes=tuple(words.adjective_suffixes),
        grammar=words.grammar,
        capital_words=_as_nouns(single) if words.grammar.noun_capitals else {},
        example_words=frozenset(w.rpartition(" ")[2] for w in cues.example_openers),
    )


def spell(phrase: str) -> str:
    """The form in which words are looked up: lower case, straight apostrophes, hyphens as spaces."""
    text = phrase.lower().replace("’", "'").replace("-", " ")
    return " ".join(_pieces(text))


_PIECE = re.compile(
    r"aujourd'hui|[^\W_]+'(?=[^\W\d_]|\s|$)|n't\b|'s\b|[^\W_]+(?:\.[^\W_]\.?)*|[^\w\s]", re.UNICODE
)


def _pieces(text: str) -> list[str]:
    """Token forms of a dictionary phrase, split as the tokeniser splits running text."""
    return _PIECE.findall(text)


TELLING_FRAMES = frozenset(
    {
        *("accuse", "hack", "steal", "target", "fall", "condemn", "indict", "sanction", "arrest"),
        *("disrupt", "respond", "deny", "join", "sponsor", "alias", "endorse", "suffer"),
    }
)
"""Frames that need no noun of the field beside them to make a claim."""
TELLING_SET_PHRASES = frozenset({"perpetrate", "avow", "fall"})
"""Frames whose set phrases ("être l'auteur") do, though their single verbs ("mener") do not."""

_AUXILIARY = Tag.BE | Tag.BECOME | Tag.HAVE
"""Verbs so common ("wird … Opfer") that only the word they go with tells anything."""


class _Table:
    """Collects what is said of each form before it is frozen."""

    def __init__(self, contractions: dict[str, str]) -> None:
        self.contracted: dict[str, list[str]] = {}
        """Base form → its contractions of one word: "de" → "del"."""
        for form, base in contractions.items():
            if " " not in form:
                self.contracted.setdefault(base, []).append(form)
        self.tags: dict[tuple[str, ...], int] = {}
        self.verbs: dict[tuple[str, ...], list[VerbForm]] = {}
        self.nouns: dict[tuple[str, ...], list[NounForm]] = {}
        self.values: dict[tuple[str, ...], str] = {}

    def add(self, phrase: str, tag: int, value: str | None = None) -> tuple[str, ...]:
        key = tuple(spell(phrase).split(" "))
        self.tags[key] = self.tags.get(key, 0) | tag
        if value is not None:
            self.values[key] = value
        return key

    def add_governing(self, phrase: str, tag: int, value: str | None = None) -> None:
        """Add a set phrase that governs what comes after it, with the contractions of its last word:
        "a manos de" is "a manos del" as well, and that stands for "a manos de"."""
        self.add(phrase, tag, value)
        for form in self.with_contractions(phrase):
            self.add(form, tag, phrase if value is None else value)

    def with_contractions(self, phrase: str) -> list[str]:
        """A set phrase with its last word contracted with the article that may follow it."""
        head, space, last = phrase.rpartition(" ")
        return [f"{head} {form}" for form in self.contracted.get(last, ())] if space else []

    def split(
        self,
    ) -> tuple[
        dict[str, StoredWord], dict[str, dict[str, list[tuple[tuple[str, ...], StoredWord]]]]
    ]:
        single: dict[str, StoredWord] = {}
        sequences: dict[str, dict[str, list[tuple[tuple[str, ...], StoredWord]]]] = {}
        for key, tags in self.tags.items():
            verbs = tuple(self.verbs.get(key, ()))
            if tags & Tag.PREPOSITION and verbs and not _stays_verb(verbs):
                # "including", "regarding": a preposition by now.
                tags, verbs = tags & ~Tag.VERB, ()
            word = StoredWord(
                tags=tags,
                length=len(key),
                verbs=verbs,
                nouns=tuple(self.nouns.get(key, ())),
                value=self.values.get(key),
                nouns_kinds=frozenset(noun.kind for noun in self.nouns.get(key, ())),
                form=reduce(or_, (verb.form for verb in verbs), 0),
                lemmas=frozenset(verb.lemma for verb in verbs),
                frames=frozenset(use.frame for verb in verbs for use in verb.uses),
                telling=any(
                    use.frame in TELLING_FRAMES
                    or (use.frame in TELLING_SET_PHRASES and len(key) > 1)
                    for verb in self.verbs.get(key, ())
                    if not (verb.particle and tags & _AUXILIARY)
                    for use in verb.uses
                ),
            )
            if len(key) == 1:
                single[key[0]] = word
            else:
                second = sequences.setdefault(key[0], {})
                second.setdefault(key[1], []).append((key[1:], word))
        for table in sequences.values():
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))
        return single, sequences


def _stays_verb(verbs: tuple[VerbForm, ...]) -> bool:
    """Whether a form that is also a preposition ("using", "including") is a cue verb in its own right."""
    return any(
        not verb.form & Form.GERUND or use.frame in ("use", "exploit", "target")
        for verb in verbs
        for use in verb.uses
    )


def _add_closed_classes(table: _Table, words: WordFile) -> None:
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


def _add_phrases(table: _Table, phrases: PhraseFile) -> None:
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


def _add_nouns(table: _Table, nouns: NounFile) -> None:
    for kind, forms in nouns.classes.items():
        weak = kind.endswith("~")
        name = kind.rstrip("~")
        for form in forms:
            declined = decline(form, nouns) if nouns.paradigms else None
            for spelling, plural in declined or _noun_forms(form, nouns):
                key = table.add(spelling, Tag.NOUN)
                table.nouns.setdefault(key, []).append(NounForm(name, weak, plural))


def _noun_forms(singular: str, nouns: NounFile) -> Iterator[tuple[str, bool]]:
    irregular = nouns.irregular_plurals

    def plural_of(noun: str) -> str:
        known = irregular.get(noun) if nouns.plural_rules else None
        return known or plural_by(nouns.plural_rules, noun)

    yield singular, False
    if singular in irregular:
        yield irregular[singular], True
        return
    head, _, tail = singular.partition(" ")
    words = singular.split(" ")
    if words[-1] in irregular:
        yield " ".join([*words[:-1], irregular[words[-1]]]), True
    yield " ".join([*words[:-1], plural_of(words[-1])]), True
    if tail:
        # French plurals inflect the first noun, and its adjectives with it.
        inflected = irregular.get(head) or plural_of(head)
        yield f"{inflected} {tail}", True
        yield " ".join([inflected, *(plural_of(w) for w in tail.split(" "))]), True


def plural_by(rules: dict[str, str], noun: str) -> str:
    """The regular plural: by the longest ending of the pack's rules that fits, without any in English and French spelling."""
    if not rules:
        return plural_of(noun)
    ending = max((end for end in rules if noun.endswith(end)), key=len, default=None)
    return noun if ending is None else noun[: len(noun) - len(ending)] + rules[ending]


def plural_of(noun: str) -> str:
    """The regular plural in English and French spelling."""
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    if noun.endswith("al") and noun not in {
        "portal",
        "hospital",
        "national",
        "criminal",
        "official",
        "individual",
        "signal",
        "credential",
        "rival",
        "tribunal",
    }:
        return noun[:-2] + "aux"
    if noun.endswith(("ch", "sh")):
        return noun + "es"
    if noun.endswith(("s", "x", "z")):
        return noun + "es" if noun.endswith("ss") else noun
    if re.search("[^aeiouéè]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def _add_verbs(table: _Table, verbs: VerbFile, path: Path, grammar: Grammar) -> None:
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
            rows = _attributive(_inflect(base_of(verb), verbs, path), grammar.adjective_endings)
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


def _attributive(
    rows: Iterable[tuple[str, int]], endings: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """The forms, and those that participles take before a noun in languages where they are inflected there."""
    for form, features in rows:
        yield form, features
        if features & (Form.PARTICIPLE | Form.GERUND | Form.PREDICATE):
            for ending in endings:
                yield form + ending, Form.ATTRIBUTIVE


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


def _form(feature: str) -> int:
    return int(getattr(Form, feature.upper()))


def _inflect(verb: str, verbs: VerbFile, path: Path) -> Iterator[tuple[str, int]]:
    head, space, tail = verb.partition(" ")
    merged: dict[str, int] = {}
    irregular = verbs.irregular.get(head)
    if irregular is not None:
        for feature, endings in irregular.items():
            for ending in endings:
                merged[ending] = merged.get(ending, 0) | _form(feature)
        merged[head] = merged.get(head, 0) | Form.INFINITIVE
    else:
        paradigm = next((p for p in verbs.paradigms if re.search(p.match, head)), None)
        if paradigm is None:
            raise PackError(f"{path.parent.name}/{path.name}: no paradigm fits the verb '{verb}'")
        stem = head[: len(head) - paradigm.cut]
        for feature, endings in paradigm.forms.items():
            start = paradigm.prefix if feature == "participle" else ""
            for ending in endings:
                if paradigm.closes:
                    form = start + join(stem, ending, feature == "participle")
                else:
                    form = start + stem + ending
                merged[form] = merged.get(form, 0) | _form(feature)
    for form, features in merged.items():
        yield form + space + tail, features
