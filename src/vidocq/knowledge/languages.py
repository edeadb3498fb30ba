"""Names in the languages beyond English and French: ``data/names/XX.yaml``, one file a language.

The entries of the other files bear their English and French names themselves. A further language is a
file of its own, so that adding one touches no other: this module finds it, checks its form, and says how its
adjectives of states are inflected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import msgspec

from vidocq.knowledge import schema
from vidocq.knowledge.schema import Strict

FOLDER = "names"
Forms = tuple[str, ...]


class Adjectives(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the adjectives of states are inflected and where they stand.

    ``before_noun``: they precede it ("russisches Außenministerium"). ``oblique``: the ending of one before a noun that bears an ending of
    its own ("des russischen Außenministeriums"). ``endings``: by gender (``m``, ``f``, ``n``, ``p``)
    what is added to the adjective, where it does not come as "masculine/feminine". ``plurals``: for ``m`` and ``f`` the ending of
    a singular and that of its plural; the longest that fits counts, the empty one fits all. An adjective written with four
    forms ("greco/greca/greci/greche") needs no rule."""

    before_noun: bool = False
    oblique: str | None = None
    endings: dict[str, Forms] = msgspec.field(default_factory=dict)
    plurals: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)


class StateForms(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state's words beside CLDR's name; ``skip`` lists names of CLDR's that are not to be used."""

    names: Forms = ()
    demonyms: Forms = ()
    people: Forms = ()
    capitals: Forms = ()
    governments: Forms = ()
    skip: Forms = ()


class BodyForms(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of body (`schema.Body`): its forms, with a mark for gender and number where the adjective stands
    ("Ministerio (m) de Defensa"), and those that mean one state's body by themselves."""

    forms: Forms
    default: dict[str, Forms] = msgspec.field(default_factory=dict)


class SectorForms(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sector's words and modifiers (`schema.Sector`); ``stems``: first parts of compounds whose second part is one of the
    file's ``sector_compounds`` ("Rüstungs" and "betriebe")."""

    words: Forms = ()
    modifiers: Forms = ()
    stems: Forms = ()


class LanguageFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``names/XX.yaml``. ``names`` maps the id of an entity of the other files to its forms. ``exact``, ``capitalised``, ``cue`` and
    ``ambiguous`` list forms that match as `schema.Entry` says; ``genitive`` is what a state's name takes to own something ("Russlands").
    ``word_abbreviations``: the press of the language writes abbreviations as words too ("l'Fbi", "il Gru"), all but those in ``no_words``.
    ``(x/y)`` after a letter stands for nothing, x or y: "Nachrichtendienst(es)"."""

    adjectives: Adjectives = Adjectives()
    genitive: Forms = ()
    word_abbreviations: bool = False
    no_words: frozenset[str] = frozenset()
    states: dict[str, StateForms] = msgspec.field(default_factory=dict)
    bodies: dict[str, BodyForms] = msgspec.field(default_factory=dict)
    sector_heads: Forms = ()
    sector_compounds: Forms = ()
    sectors: dict[str, SectorForms] = msgspec.field(default_factory=dict)
    place_demonyms: dict[str, Forms] = msgspec.field(default_factory=dict)
    names: dict[str, Forms] = msgspec.field(default_factory=dict)
    exact: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    cue: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()


@cache
def further_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a file of names of their own."""
    return tuple(sorted(path.stem for path in (schema.DATA / FOLDER).glob("*.yaml")))


@cache
def language_file(language: str) -> LanguageFile:
    """The file of a language; an empty one for a language without (English and French among them).

    Raises:
        KnowledgeError: the file does not fit its form.
    """
    if language not in further_languages():
        return LanguageFile()
    return schema.read(f"{FOLDER}/{language}.yaml", LanguageFile)


_CHOICE = re.compile(r"(?<=\S)\(([^)]*)\)")


def spelled_out(form: str) -> tuple[str, ...]:
    """All spellings that a form of a file stands for: "Dienst(es)" is "Dienst" and "Dienstes"."""
    pieces = _CHOICE.split(form)
    choices = [piece.split("/") for piece in pieces[1::2]]
    return tuple(
        "".join(text + ending for text, ending in zip(pieces[::2], (*chosen, ""), strict=True))
        for chosen in product(*(("", *one) for one in choices))
    )


def agreement(demonym: str, how: Adjectives) -> dict[str, tuple[str, ...]]:
    """The forms of an adjective by gender and number: ``m``, ``f``, ``mp``, ``fp``, or ``m``, ``f``, ``n``, ``p``."""
    if how.endings:
        return {
            gender: tuple(demonym + ending for ending in endings)
            for gender, endings in how.endings.items()
        }
    given = demonym.split("/")
    masculine, feminine = given[0], given[1] if len(given) > 1 else given[0]
    if len(given) == 4:
        return dict(zip(("m", "f", "mp", "fp"), ((form,) for form in given), strict=True))
    found: dict[str, tuple[str, ...]] = {"m": (masculine,), "f": (feminine,)}
    for gender, singular in (("m", masculine), ("f", feminine)):
        if gender in how.plurals:
            found[gender + "p"] = (_plural(singular, how.plurals[gender]),)
    return found


def _plural(singular: str, rules: dict[str, str]) -> str:
    ending = max((end for end in rules if singular.endswith(end)), key=len, default=None)
    if ending is None:
        return singular
    return singular[: len(singular) - len(ending)] + rules[ending]


def inflected(demonym: str, how: Adjectives) -> tuple[str, ...]:
    """All forms of an adjective of a state, each once."""
    forms: dict[str, None] = {}
    for one in agreement(demonym, how).values():
        forms.update(dict.fromkeys(one))
    return tuple(forms)


_MARK = re.compile(r" \((m|f|n|p|mp|fp)\)")


def bare(form: str) -> str:
    """A body's form without the mark of its adjective."""
    return _MARK.sub("", form)


def with_adjective(form: str, demonym: str, how: Adjectives) -> Iterator[str]:
    """All spellings of a body's form with a state's adjective: at its mark and at its end, or before it, in the gender of the mark."""
    agreeing = agreement(demonym, how)
    mark = _MARK.search(form)
    adjectives = agreeing.get(mark[1], ()) if mark else inflected(demonym, how)
    if how.before_noun:
        base, *declined = spelled_out(bare(form))
        if how.oblique is None:
            yield from (f"{one} {name}" for name in (base, *declined) for one in adjectives)
        else:
            yield from (f"{adjective} {base}" for adjective in adjectives)
            yield from (f"{demonym}{how.oblique} {name}" for name in declined)
        return
    for spelled in spelled_out(form):
        for adjective in adjectives:
            if mark:
                yield _MARK.sub(f" {adjective}", spelled, count=1)
            yield f"{bare(spelled)} {adjective}"
