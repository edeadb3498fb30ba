"""A name as the knowledge files give it: the unit the automaton is compiled from."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from vidocq.model import EntityType


class NameRole(StrEnum):
    """In what capacity a surface form stands for its entity."""

    NAME = "name"
    """Proper name: "Russia", "Federal Security Service", "Fancy Bear"."""
    ABBREVIATION = "abbreviation"
    """"FSB", "PRC", "NSA": matched in its exact case."""
    CAPITAL = "capital"
    """A capital that may stand for its government: "Beijing", "Pékin"."""
    GOVERNMENT = "government"
    """Words for the government itself: "the Kremlin", "the Chinese government"."""
    DEMONYM = "demonym"
    """Adjective or people: "Russian", "russes". Says a country, names no state by itself."""


class NameContext(StrEnum):
    """What must stand around a form before it counts as a name."""

    NONE = "none"
    """Safe anywhere ("Turla", "NotPetya")."""
    CAPITALISED = "capitalised"
    """Only as written, with its capitals, and not as the first word of a sentence alone."""
    CUE = "cue"
    """An everyday word or a name of other things ("Play", "Hive", "Snake", "Silence", "Conti"): only
    beside a word of its kind ("the Play gang", "Hive ransomware") or in a list with sure names, or
    where the same document has it so elsewhere."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One surface form of one entity.

    ``entity`` is an id of the claim guide (``state:RU``, ``agency:ru-fsb``, ``group:apt31``);
    ``language`` an ISO 639-1 code or ``*`` for all; ``source`` the file or collection that says so.
    """

    text: str
    entity: str
    type: EntityType
    role: NameRole = NameRole.NAME
    language: str = "*"
    context: NameContext = NameContext.NONE
    exact_case: bool = False
    source: str = "vidocq"
