"""Flaws that have a name of their own ("Log4Shell").

Source: `data/vulnerabilities.yaml`; identifiers (CVE) need no list.
"""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.knowledge.galaxy_data import read_data
from vidocq.knowledge.name import Name
from vidocq.model import EntityType

SOURCE = "vidocq:vulnerabilities"


class Vulnerability(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named flaw: its id ("vulnerability:log4shell"), its names, and the identifiers it stands for."""

    id: str
    names: tuple[str, ...]
    cve: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    vulnerabilities: tuple[Vulnerability, ...]


@cache
def vulnerabilities() -> tuple[Vulnerability, ...]:
    """The named flaws of `data/vulnerabilities.yaml`."""
    return read_data("vulnerabilities.yaml", _File).vulnerabilities


@cache
def load_vulnerability_names() -> tuple[Name, ...]:
    """Every name of every flaw, in every language."""
    return tuple(
        Name(text=text, entity=entry.id, type=EntityType.VULNERABILITY, source=SOURCE)
        for entry in vulnerabilities()
        for text in entry.names
    )
