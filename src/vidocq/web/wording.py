"""The interface's words in English and French: ``words/CODE.yaml``, the same keys in each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("en", "fr")
DEFAULT = "en"


class WordingError(Exception):
    """A file of words that lacks a key or is of the wrong form."""


@cache
def words(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """All words of a language by key; a text, or ``one`` and ``other`` where a number decides.

    Raises:
        WordingError: the file is not of this form.
    """
    path = files("vidocq.web") / "words" / f"{language}.yaml"
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    found: dict[str, str | Mapping[str, str]] = {}
    for section, entries in raw.items():
        for key, text in entries.items():
            if not (
                isinstance(text, str) or (isinstance(text, dict) and set(text) == {"one", "other"})
            ):
                raise WordingError(
                    f"{language}.yaml, {section}.{key}: must be a text, or one and other"
                )
            found[f"{section}.{key}"] = text
    return found


def say(language: str, key: str, **values: Any) -> str:
    """The words for a key, with values put in; ``n`` chooses singular or plural.

    Raises:
        WordingError: there is no such key.
    """
    try:
        text = words(language)[key]
    except KeyError:
        raise WordingError(f"{language}.yaml has no words for {key}") from None
    if not isinstance(text, str):
        number = values["n"]
        text = text["one" if _is_singular(language, number) else "other"]
    if "n" in values and isinstance(values["n"], int):
        values["n"] = number_words(language, values["n"])
    return text.format(**values) if values else text


def _is_singular(language: str, number: int) -> bool:
    return number < 2 if language == "fr" else number == 1


def number_words(language: str, number: int) -> str:
    """A number with the language's marks of thousands."""
    return f"{number:,}".replace(",", "\u202f") if language == "fr" else f"{number:,}"


def chosen_language(asked: str | None, kept: str | None, accepted: str) -> str:
    """The interface's language: the one asked for, else the one kept in the cookie, else the first of the
    browser's that there is, else English."""
    for one in (asked, kept):
        if one in LANGUAGES:
            return one
    weighed = []
    for position, part in enumerate(accepted.split(",")[:20]):
        code, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), position, code[:2].lower()))
        except ValueError:
            continue
    return next((code for _, _, code in sorted(weighed) if code in LANGUAGES), DEFAULT)
