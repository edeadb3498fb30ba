"""Contradictions on the record, of six kinds, each with both passages and a sentence of what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vidocq.resolve.conflicts.attribution import attribution_conflicts
from vidocq.resolve.conflicts.confidence import confidence_conflicts
from vidocq.resolve.conflicts.denial import denial_conflicts
from vidocq.resolve.conflicts.figures import date_conflicts, figure_conflicts
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.misnaming import misnaming_conflicts
from vidocq.resolve.conflicts.naming import naming_conflicts
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level, merged, ranked
from vidocq.resolve.statement import Statement

__all__ = [
    "Conflict",
    "ConflictKind",
    "Level",
    "Meanings",
    "conflicts_about",
    "conflicts_of_names",
    "merged",
    "misnaming_conflicts",
    "ranked",
]


def conflicts_about(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> list[Conflict]:
    """What contradicts each other in the statements about one incident, malware or actor.

    ``statements`` have it as their subject, under whatever id; ``about`` is the id it goes by.
    """
    found = [
        *misnaming_conflicts(statements, meanings),
        *attribution_conflicts(about, statements, meanings),
        *denial_conflicts(about, statements, meanings),
        *figure_conflicts(about, statements, meanings),
        *date_conflicts(about, statements, meanings),
        *confidence_conflicts(about, statements, meanings),
    ]
    return ranked(found)


def conflicts_of_names(statements: Iterable[Statement], meanings: Meanings) -> list[Conflict]:
    """Where the ``same-as`` claims of the record and the naming sources disagree."""
    return ranked(naming_conflicts(list(statements), meanings))
