"""What each known name demands of the words in a text: exact spelling or capitals, and in which languages it holds.

The knowledge files say how sure each form of a name is. Here that becomes plain values, quick to ask for every hit, and
the order in which the readings of one form are tried.
"""

from __future__ import annotations

from typing import Final, final

from mypy_extensions import mypyc_attr

from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.language.fold import flat
from vidocq.language.pack import Word
from vidocq.model import EntityType

_COMMON = frozenset({EntityType.SECTOR, EntityType.TECHNIQUE, EntityType.INCIDENT})
"""Types whose names are common nouns, written without capitals."""


@mypyc_attr(acyclic=True)
@final
class NameForm:
    """A `Name` as hits need it, in plain values. ``exact``: the spelling it must have, else None;
    ``capitals``: whether it must be written as a name."""

    __slots__ = ("capitals", "entity", "exact", "role", "source", "type", "weak")

    def __init__(self, name: Name) -> None:
        self.exact: Final = name.text if name.exact_case else None
        self.capitals: Final = (
            name.type not in _COMMON
            and not (name.source.startswith("vidocq:") and name.text.islower())
            and name.role is not NameRole.DEMONYM
        )
        self.type: Final = str(name.type)
        self.entity: Final = name.entity
        self.role: Final = str(name.role)
        self.weak: Final = name.context is NameContext.CUE
        self.source: Final = name.source


def holds_abroad(name: Name) -> bool:
    """Whether reports in any language write a name as it is in English: "a National Crime Agency", in full."""
    if name.language != "en" or name.type not in _ABROAD:
        return False
    words = name.text.split(" ")
    return len(words) >= _IN_FULL and all(w[0].isupper() or w in _SMALL for w in words if w)


_ABROAD = frozenset({EntityType.AGENCY, EntityType.ORGANISATION})
_SMALL = frozenset({"of", "and", "for", "the", "&"})
_IN_FULL = 3


def describes_attack(text: str, words: dict[str, Word]) -> bool:
    """Whether an incident's name is a description ("piratage de SolarWinds"): the phrases read those,
    with victim and author, and its anchor leads to the incident."""
    return any(
        noun.kind == "attack"
        for key in flat(text).split()
        for noun in (words[key].nouns if key in words else ())
    )


def preference(name: Name) -> tuple[bool, bool]:
    """Sure names first. A gang and its malware share a name: the gang first, a noun beside it tells otherwise."""
    return name.context is NameContext.CUE, name.type is not EntityType.GROUP


def capitalised(words: str) -> bool:
    """Whether a name is written as one: its first letter, or a later one ("eBay", "l'ANSSI"), is a capital."""
    if words[:1].isupper():
        return True
    return any(c.isupper() or c.isdigit() for c in words) or not words[:1].isascii()
