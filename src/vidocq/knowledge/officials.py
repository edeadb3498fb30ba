"""Persons who speak for a state or body: their names, and for whom each speaks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.forms import name_row
from vidocq.knowledge.name import Name

_WORDS = re.compile(r"[^\W_]+")


def official_names() -> list[Name]:
    """Every form of every official's name, as a name of ``person:…``."""
    return [
        name_row(form, person, "*", source="vidocq:officials")
        for person, (_, forms) in _persons().items()
        for form in forms
    ]


def speaks_for(person: str) -> str | None:
    """The state, bloc or agency that a person speaks for (both as ids); None for everyone else."""
    known = _persons().get(person)
    return known[0] if known is not None else None


@cache
def _persons() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Id of a person → whom they speak for, and the forms of their name."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for entity, rows in schema.officials().items():
        for row in rows:
            forms = tuple(form.strip() for form in row.split("="))
            found["person:" + _slug(forms[0])] = entity, forms
    return found


def _slug(name: str) -> str:
    """The words of a name, small and without accents, joined by ``-``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(_WORDS.findall(plain.casefold()))
