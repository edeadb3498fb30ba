"""How a galaxy writes a name, and what name that is.

Cluster values carry things that belong to the catalogue and not to the name: an ATT&CK number
("APT28 - G0007"), two names in one field ("海莲花 - APT-C-00", "Havex, Backdoor.Oldrea"), a class
("Locky Ransomware", "(ELF) Mirai"). `names_in` gives the names that stand in a value.
"""

from __future__ import annotations

import re
import unicodedata

_CATALOGUE_NUMBER = re.compile(r"\s+-\s+(?P<number>[GSC]\d{4})$")
_TWO_NAMES = re.compile(r"^(?P<first>.+?)\s+-\s+(?P<second>APT-C-\d+)$")
_LABEL = re.compile(r"^(?:subgroup|operation name|aka|alias)\s*:\s*", re.IGNORECASE)
_PLATFORM = re.compile(
    r"^\((?:ELF|JS|Windows|Win|OS X|Android|Java|VBS|PS1)\)\s+"
    r"|\s+\((?:ELF|JS|Windows|OS X|Android|Java|VBS|iOS|macOS|Linux|Malware Family|Fake)\)$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s+\((?P<inside>[^()]{4,})\)$")
_CLASS_WORD = re.compile(
    r"\s+(?:(?:ransomware|ramsomware)(?: gang| group| actors)?(?: & affiliates)?|botnet|malware|threat actors)$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\W_]+")
_SIGNS_BUT_DOLLAR = re.compile(r"[^\w$]+|_+")
_ADVANCED_PERSISTENT_THREAT = re.compile(
    r"\badvanced[\s\-_]+persistent[\s\-_]+threat[\s\-_]*(?:group[\s\-_]*)?(?=\d)", re.IGNORECASE
)
_MINIMUM_LETTERS = 2


def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: no case, accents, or signs between words.
    The dollar sign stays: "Lapsus$" is a name, "lapsus" a French word."""
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(_SIGNS_BUT_DOLLAR.sub(" ", plain).split()).casefold()


def slug(text: str) -> str:
    """The name part of an id (claim guide): as written, lower case, spaces and signs as ``-``."""
    return _SIGNS.sub("-", text).strip("-").lower()


def canonical_group_id(text: str) -> str:
    """The id of a group named ``text``: ``group:apt-31`` for "APT 31", ``group:apt31`` for "APT31" and
    for "Advanced Persistent Threat 31". Compare ids without their signs to treat the spellings alike."""
    return "group:" + slug(_ADVANCED_PERSISTENT_THREAT.sub("APT", text))


def compact(text: str) -> str:
    """Letters and digits alone, folded: the key under which "APT-31", "APT 31" and "APT31" are one."""
    folded = fold(_ADVANCED_PERSISTENT_THREAT.sub("APT", text))
    return folded.replace(" ", "").replace("$", "")


def names_in(value: str) -> tuple[str, ...]:
    """The names that a cluster value or synonym holds, best first; empty when it holds none.

    "APT28 - G0007" holds "APT28"; "海莲花 - APT-C-00" both its parts; "Locky Ransomware" itself and "Locky".
    """
    text = " ".join(value.split())
    text = _LABEL.sub("", _PLATFORM.sub("", _CATALOGUE_NUMBER.sub("", text)))
    pair = _TWO_NAMES.match(text)
    if pair:
        return pair["first"], pair["second"]
    parts = [text]
    remark = _REMARK.search(text)
    if remark:
        text = text[: remark.start()]
        parts = [text]
    if ", " in text and not re.search(r"\b(?:ltd|inc|co|llc|gmbh|s\.a)\b", text, re.IGNORECASE):
        parts = text.split(", ")
    elif " / " in text:
        parts = text.split(" / ")
    names: list[str] = []
    for part in parts:
        part = part.strip(" .;,")
        bare = _CLASS_WORD.sub("", part)
        for name in (part, bare):
            if name not in names and _is_name(name):
                names.append(name)
    return tuple(names)


def catalogue_number(value: str) -> str | None:
    """The ATT&CK number at the end of a cluster value: "G0007" of "APT28 - G0007"."""
    found = _CATALOGUE_NUMBER.search(value)
    return found["number"] if found else None


def _is_name(text: str) -> bool:
    """At least two letters and no more than six words: sentences and bare numbers are no names."""
    letters = sum(sign.isalpha() for sign in text)
    return letters >= _MINIMUM_LETTERS and len(text) <= 60 and len(text.split()) <= 6
