"""The forms of verbs and the plurals of nouns, by the paradigms and rules of a language's files.

For languages whose nouns and adjectives have cases, and for compounds, see `vidocq.language.declension`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from vidocq.language.closing import join
from vidocq.language.files import (
    NounFile,
    PackError,
    VerbFile,
)
from vidocq.language.tags import Form


def noun_forms(singular: str, nouns: NounFile) -> Iterator[tuple[str, bool]]:
    """The singular of a noun, that may have several words, and its plurals, with whether each is a plural."""
    irregular = nouns.irregular_plurals
    yield singular, False
    if singular in irregular:
        yield irregular[singular], True
        return
    head, _, tail = singular.partition(" ")
    words = singular.split(" ")
    if words[-1] in irregular:
        yield " ".join([*words[:-1], irregular[words[-1]]]), True
    yield " ".join([*words[:-1], _plural(words[-1], nouns)]), True
    if tail:
        # French plurals inflect the first noun, and its adjectives with it.
        inflected = irregular.get(head) or _plural(head, nouns)
        yield f"{inflected} {tail}", True
        yield " ".join([inflected, *(_plural(w, nouns) for w in tail.split(" "))]), True


def _plural(noun: str, nouns: NounFile) -> str:
    """The plural of a single word; irregular ones count here only where the language has rules of its own."""
    known = nouns.irregular_plurals.get(noun) if nouns.plural_rules else None
    return known or plural_by(nouns.plural_rules, noun)


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


def attributive(
    rows: Iterable[tuple[str, int]], endings: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """The forms, and those that participles take before a noun in languages where they are inflected there."""
    for form, features in rows:
        yield form, features
        if features & (Form.PARTICIPLE | Form.GERUND | Form.PREDICATE):
            for ending in endings:
                yield form + ending, Form.ATTRIBUTIVE


def _form(feature: str) -> int:
    return int(getattr(Form, feature.upper()))


def conjugated(verb: str, verbs: VerbFile, path: Path) -> Iterator[tuple[str, int]]:
    """The forms of a verb with their features (see `Form`), by its own row in the file or its paradigm.

    Raises:
        PackError: no paradigm of the file, that lies at ``path``, fits.
    """
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
