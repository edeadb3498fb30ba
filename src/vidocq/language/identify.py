"""Which language a text is in.

Two steps. The first counts scripts and function words (Grefenstette 1995, "Comparing two language
identification schemes"), from ``data/function_words.yaml``; it takes microseconds and decides every
text of a few sentences in the languages listed there. What it leaves open, very short texts and
other languages, is put to py3langid (Lui & Baldwin 2012), which is loaded only then (`vidocq.language.modelled`).
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec
import yaml

from vidocq.language.modelled import model
from vidocq.language.votes import Voters, tally

_FILE = Path(__file__).parent / "data" / "function_words.yaml"
_HEAD, _MIDDLE = 1_500, 700  # code points read at the start and in the middle
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 4
_SCRIPT_SHARE = 0.2  # kana prevail over Chinese characters from here; scripts run far above it
_CLEAR_VOTES = 3.0  # whole votes that the winner needs,
_CLEAR_LEAD = 1.35  # how many times the runner-up's,
_CLEAR_SHARE = 0.11  # and how many for each word of the text
_HEARD = 3  # a word counts so often: "de" in a list of names is not new evidence each time


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A script that means one language; ranges as two letters, first and last."""

    language: str
    letters: tuple[str, ...]


class FunctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file, where each field is described."""

    scripts: tuple[Script, ...]
    letters: dict[str, str]
    unheard: tuple[str, ...]
    words: dict[str, str]


def identify(text: str, *, default: str | None = None) -> tuple[str | None, float]:
    """The language of ``text`` (ISO 639-1) and how sure that is, from 0 to 1.

    Only the start and a piece from the middle are read. A text with fewer than four letters gives
    ``(default, 0.0)``. The figure is a share of votes or of probability, made to rank and to set a
    threshold by; it is not a measured rate of errors.
    """
    sample = text[:_HEAD]
    if len(text) > _HEAD + _MIDDLE:
        middle = (len(text) - _MIDDLE) // 2
        sample += " " + text[max(_HEAD, middle) : max(_HEAD, middle) + _MIDDLE]
    words, western = _words(sample.lower())
    letters = sum(map(len, words))
    if letters == 0:
        return default, 0.0
    if not western:
        for language, script in _scripts():
            share = sum(map(len, script.findall(sample))) / letters
            if share > _SCRIPT_SHARE:
                return language, min(1.0, 0.5 + share / 2)
    if letters < _FEWEST_LETTERS:
        return default, 0.0
    voted = _vote(words)
    return voted if voted else _modelled(sample)


def _words(text: str) -> tuple[list[str], bool]:
    """The words of a text, and whether it has signs of the Western code page alone, and so no script that means a
    language; then they are parted at the speed of memory."""
    try:
        row = text.encode("cp1252")
    except UnicodeEncodeError:
        return _WORD.findall(text), False
    return row.translate(_LETTERS_ALONE).decode("cp1252").split(), True


_LETTERS_ALONE = bytes(
    byte if _WORD.match(bytes([byte]).decode("cp1252", "replace")) else 0x20 for byte in range(256)
)
"""Each letter of the Western code page, and a space for any other sign."""


def _vote(words: list[str]) -> tuple[str, float] | None:
    """The language that the function words choose, and how sure; None where they are not clear."""
    votes = tally(words, _voters(), _HEARD)
    if not votes:
        return None
    written = "".join(words)
    if not written.isascii():
        for letter, languages in _telling_letters().items():
            times = min(written.count(letter), _HEARD)
            for language in languages if times else ():
                votes[language] = votes.get(language, 0.0) + times
    ranked = sorted(votes.items(), key=itemgetter(1), reverse=True)
    language, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if most < max(_CLEAR_VOTES, _CLEAR_LEAD * second, _CLEAR_SHARE * min(len(words), 100)):
        return None
    return language, 1 - (second / most) ** 4


def _modelled(sample: str) -> tuple[str | None, float]:
    """The language that py3langid finds most probable, among two-letter codes not ``unheard``."""
    language, probability = _model().classify(sample)
    return str(language), float(probability)


@cache
def _model() -> Any:
    return model(_data().unheard)


@cache
def _data() -> FunctionWords:
    """The data file, checked; raises ValueError naming file and field."""
    try:
        rows = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return msgspec.convert(rows, FunctionWords, strict=True)
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise ValueError(f"{_FILE.name}: {fault}") from fault


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            script.language,
            re.compile("[" + "".join(f"{r[0]}-{r[1]}" for r in script.letters) + "]+"),
        )
        for script in _data().scripts
    )


@cache
def _telling_letters() -> dict[str, list[str]]:
    """Letter → the languages that it tells."""
    told: dict[str, list[str]] = {}
    for language, letters in _data().letters.items():
        for letter in letters:
            told.setdefault(letter, []).append(language)
    return told


@cache
def _voters() -> Voters:
    """Word → the languages that have it, each with its part of the word's vote."""
    owners: dict[str, set[str]] = {}
    for language, line in _data().words.items():
        for word in line.split():
            owners.setdefault(word, set()).add(language)
    return {
        word: tuple((language, len(languages) ** -0.5) for language in sorted(languages))
        for word, languages in owners.items()
    }
