"""The data files of a language pack: their form, checked on reading."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from vidocq.knowledge.kept import LOADING

T = TypeVar("T")


class PackError(ValueError):
    """A pack file breaks its schema; the message names file and field."""


class VerbEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    frame: str
    slots: dict[str, str | list[str]]
    verbs: list[str]
    reflexive: bool = False


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    match: str
    cut: int
    forms: dict[str, list[str]]
    prefix: str = ""
    """What stands before the participle ("ge")."""
    closes: bool = False
    """Whether the stem is spelled as Dutch spells a closed syllable before an ending without a vowel: `vidocq.language.closing`."""


class VerbFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paradigms: list[Paradigm]
    irregular: dict[str, dict[str, list[str]]]
    entries: list[VerbEntry]
    other_verbs: list[str]


class NounParadigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How nouns whose form ``match`` finds decline: endings after ``cut`` letters are taken off."""

    match: str
    cut: int = 0
    singular: list[str] = []
    plural: list[str] = []


class NounFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: dict[str, list[str]]
    irregular_plurals: dict[str, str] = {}
    plural_rules: dict[str, str] = {}
    paradigms: list[NounParadigm] = []
    """For languages whose nouns decline; the first that matches counts (`vidocq.language.declension`)."""


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The order and form of words where a language differs from English and French.

    ``verb_second``: the finite verb is second in main clauses and last in dependent ones, with participle, infinitive and
    separable particle at the end (German, Dutch). ``noun_capitals``: nouns begin with a capital, so a capital alone tells no
    name. ``open_clauses``: no comma stands before "that" and relative pronouns (Dutch). ``compounds``: an unknown word is what its last part is. ``genitive_names``: names in -s are genitives ("Chinas").
    ``genitive_articles``: articles that after a noun mean "of"; ``sure_genitives`` do so after a name too; ``genitive``: the preposition that they stand for. ``adjective_endings``: what
    adjectives and participles add before a noun. ``adverb_endings``: with what long words that no list has end where they are adverbs. ``cases``: determiner → the cases it can be (``n``, ``a``, ``d``, ``g``).
    ``singulars``: articles of one, where a noun may be the same in both numbers.
    ``plural_verbs``: endings of plural verb forms; ``first_plural_verbs``: those of "we", where the language leaves pronouns out. ``zu``: what stands between a separable particle and its infinitive.
    ``open_quotes``, ``close_quotes``: signs, where they are not those of English and French. ``postpositions``: source markers that stand after
    who says it ("zufolge"). ``parenthetical``: what names a speaker between commas ("so | das BSI").
    """

    verb_second: bool = False
    noun_capitals: bool = False
    open_clauses: bool = False
    compounds: bool = False
    genitive_names: bool = False
    genitive_articles: frozenset[str] = frozenset()
    sure_genitives: frozenset[str] = frozenset()
    genitive: str = ""
    adjective_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    cases: dict[str, str] = {}
    singulars: frozenset[str] = frozenset()
    plural_verbs: tuple[str, ...] = ()
    first_plural_verbs: tuple[str, ...] = ()
    zu: str = ""
    open_quotes: str = "«“„‹"
    close_quotes: str = "»”›"
    postpositions: frozenset[str] = frozenset()
    parenthetical: frozenset[str] = frozenset()
    field_parts: tuple[str, ...] = ()
    """First parts of compounds that make a word one of the field ("hacker|gruppe")."""


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    determiners: list[str]
    demonstratives: list[str]
    prepositions: list[str]
    conjunctions: list[str]
    pronouns: list[str]
    first_person: list[str]
    relative: list[str]
    complementisers: list[str]
    subordinators: list[str]
    coordinators: list[str]
    be: list[str]
    have: list[str]
    do: list[str]
    modals: dict[str, str]
    infinitive_marker: list[str]
    negations: list[str]
    possessive_clitic: list[str]
    adverbs: list[str]
    adjectives: list[str]
    contractions: dict[str, str] = {}
    adjective_suffixes: list[str] = []
    become: list[str] = []
    grammar: Grammar = Grammar()


class IntroductionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a report introduces a name that no list has (`vidocq.mentions.introduced`).

    ``group`` and ``malware``: nouns that say by themselves what bears the name beside them;
    ``group_weak`` and ``malware_weak``: nouns that do so only with a word of the field before them, or after "the NAME";
    ``qualifiers``: those words; ``naming``: what stands between the noun and the name ("dubbed");
    ``listing``: what opens a list of names after the noun ("such as"); ``articles``, ``copulas``: "a", "is"; ``never``: capitalised words that
    name no actor and no malware beside such a noun ("an Android trojan"); ``malware_endings``: with which coined names of malware end.
    """

    group: list[str] = []
    group_weak: list[str] = []
    malware: list[str] = []
    malware_weak: list[str] = []
    qualifiers: list[str] = []
    naming: list[str] = []
    listing: list[str] = []
    articles: list[str] = []
    copulas: list[str] = []
    never: list[str] = []
    malware_endings: list[str] = []


class PhraseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source_markers: list[str]
    via_markers: list[str]
    likelihoods: dict[str, list[str]]
    confidences: dict[str, list[str]]
    alias_markers: list[str]
    sponsor_suffixes: list[str]
    location_suffixes: list[str]
    state_words: list[str]
    state_actor_phrases: list[str]
    pro_prefixes: list[str]
    gerund_complement: list[str]
    wishing_verbs: list[str]
    purpose_markers: list[str]
    counting: dict[str, int]
    numbers: dict[str, int]
    multipliers: list[str]
    approximators: list[str]
    currencies: dict[str, str]
    volumes: dict[str, str]
    cyber_words: list[str]
    strong_cyber_words: list[str]
    accusation_objects: list[str]
    baseless_words: list[str]
    condemning_words: list[str]
    response_nouns: list[str]
    reward_words: list[str]
    pronouns_actor: list[str]
    pronouns_possessive: list[str]
    victim_of_nouns: list[str] = []
    theft_words: list[str] = []
    theft_objects: list[str] = []
    other_attacks: list[str] = []
    joining_verbs: list[str] = []
    listed_pronouns: dict[str, int] = {}
    quantifiers: list[str] = []
    achieving_verbs: list[str] = []
    both: list[str] = []
    plain_actors: list[str] = []
    clitics: dict[str, str] = {}
    means_prepositions: list[str] = []
    toll_verbs: list[str] = []
    victim_words: list[str] = []
    tongue_suffixes: list[str] = []
    loss_verbs: list[str] = []
    loss_nouns: list[str] = []
    theft_nouns: list[str] = []
    individual_words: list[str] = []
    bodies_at_large: list[str] = []
    event_pronouns: dict[str, str] = {}
    masculine_events: list[str] = []
    cleft_openers: list[str] = []
    identifying: list[str] = []
    collective_actors: list[str] = []
    origin_nouns: list[str] = []
    accused_of_nouns: list[str] = []
    passive_helpers: list[str] = []
    target_nouns: list[str] = []
    front_nouns: list[str] = []
    target_participles: list[str] = []
    listing_verbs: list[str] = []
    spanning_verbs: list[str] = []
    finding_verbs: list[str] = []
    introductions: IntroductionWords = IntroductionWords()
    firm_words: list[str] = []
    courtesy_titles: list[str] = []
    defendant_words: list[str] = []
    clearing_phrases: list[str] = []
    conditional_words: list[str] = []
    allied_words: list[str] = []
    prosecuting_words: list[str] = []
    denial_phrases: list[str] = []
    state_offices: list[str] = []
    comments: list[str] = []
    advice_titles: list[str] = []
    """What a title has that tells the reader how to protect himself."""
    doubting_phrases: list[str] = []
    happening_verbs: list[str] = []
    reflexive_passive: bool = False
    home_state: str = ""
    """ISO code of the state that a text of this language speaks of where it names none, if there is one."""


class TimeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, list[int]]
    relative_days: dict[str, int]
    relative_weeks: dict[str, int]
    relative_months: dict[str, int]
    relative_years: dict[str, int]
    order: list[str]
    day_suffixes: list[str]
    range_words: dict[str, str]
    vague: list[str]
    month_leads: list[str] = []
    month_follows: list[str] = []
    since_words: list[str] = []


def read_file(path: Path, kind: type[T]) -> T:
    """A YAML file as the given struct.

    Raises:
        PackError: naming the file, the entry and the field that do not fit.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        with LOADING:
            data = yaml.load(text, Loader=_words_loader())
            return msgspec.convert(_spelled_out(data) if _CHOICE.search(text) else data, kind)
    except (yaml.YAMLError, msgspec.ValidationError, OSError) as error:
        raise PackError(f"{path.parent.name}/{path.name}: {error}") from error


_CHOICE = re.compile(r"<([^<>]*)>")


def spelled_out(form: str) -> list[str]:
    """All spellings that a form with choices stands for: "conocid<o/a>" is "conocido" and "conocida"."""
    found = [form]
    while (choice := _CHOICE.search(found[0])) is not None:
        shared = choice[0]
        found = [one.replace(shared, option, 1) for one in found for option in choice[1].split("/")]
    return found


def _spelled_out(data: Any) -> Any:
    """The content of a file with every form that has choices replaced by all its spellings."""
    if isinstance(data, dict):
        return {
            key: _spelled_out(value)
            for form, value in data.items()
            for key in (spelled_out(form) if isinstance(form, str) else [form])
        }
    if isinstance(data, list):
        spelled = [
            spelled_out(one) if isinstance(one, str) else [_spelled_out(one)] for one in data
        ]
        return [one for forms in spelled for one in forms]
    return data


@cache
def _words_loader() -> Any:
    """YAML as lists of words want it: "on" and "no" are words, not truth values (as in YAML 1.2), and a field stands once."""
    import yaml

    class WordsLoader(yaml.CSafeLoader):
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            told: set[str] = set()
            for key, _ in node.value:
                if key.value in told:
                    raise yaml.MarkedYAMLError(
                        problem=f"{key.value!r} stands twice", problem_mark=key.start_mark
                    )
                told.add(key.value)
            return super().construct_mapping(node, deep)

    WordsLoader.yaml_implicit_resolvers = {
        first: [(tag, expression) for tag, expression in rows if tag != "tag:yaml.org,2002:bool"]
        for first, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    WordsLoader.add_implicit_resolver(
        "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
    )
    return WordsLoader
