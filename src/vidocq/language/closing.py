"""How Dutch spells the stem of a verb before an ending that begins with a consonant: "raken" → "raakt", "geraakt".

The syllable is closed there: a long vowel is written twice, a doubled consonant once, and v and z become f and s. The e
of an unstressed last syllable ("leveren", "versleutelen") stays as it is.
"""

from __future__ import annotations

import re

_VOWELS = "aeiouyëïö"
_PREFIXES = re.compile(r"^(?:be|ver|ont|her|er|ge)(?=[^aeiou]+[aeiou])")
_LONG = re.compile(rf"(?:^|[^{_VOWELS}])([aeou])([^{_VOWELS}])$")
_VOICELESS = {"v": "f", "z": "s"}


def closed(stem: str) -> str:
    """The stem without ending, as it is written at the end of a syllable."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem[:-1]
    long = _LONG.search(stem)
    if long is not None and (long.group(1) != "e" or _stressed(stem)):
        vowel, consonant = long.groups()
        stem = stem[:-2] + vowel * 2 + consonant
    return stem[:-1] + _VOICELESS.get(stem[-1], stem[-1])


def _stressed(stem: str) -> bool:
    """Whether the last e of a stem is its only vowel, but for a prefix: "beweer", not "verbeter"."""
    return not any(c in _VOWELS for c in _PREFIXES.sub("", stem)[:-2])


def join(stem: str, ending: str, participle: bool) -> str:
    """A stem with an ending; a second t or d is not written."""
    if not ending or ending[0] in _VOWELS:
        return stem + ending
    short = closed(stem)
    doubled = ending == "t" and short.endswith("t")
    doubled = doubled or (participle and ending in ("t", "d") and short.endswith(("t", "d")))
    return short if doubled else short + ending
