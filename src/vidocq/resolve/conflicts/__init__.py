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
from vidocq.resolve.incidents import is_particular
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
    found: list[Conflict] = []
    for told in _of_one_event(about, statements):
        found += (
            *misnaming_conflicts(told, meanings),
            *attribution_conflicts(about, told, meanings),
            *denial_conflicts(about, told, meanings),
            *figure_conflicts(about, told, meanings),
            *date_conflicts(about, told, meanings),
            *confidence_conflicts(about, told, meanings),
        )
    return ranked(found)


def _of_one_event(about: str, statements: Sequence[Statement]) -> list[Sequence[Statement]]:
    """The statements that surely tell of one event: all, or those of each document where the reports
    have but common words for it ("the attack")."""
    if not about.startswith("incident:") or any(
        is_particular(one.claim.subject.id, one.claim.subject.text, one.claim.quote)
        for one in statements
    ):
        return [statements]
    documents: dict[str, list[Statement]] = {}
    for one in statements:
        documents.setdefault(one.document, []).append(one)
    return list(documents.values())


def conflicts_of_names(statements: Iterable[Statement], meanings: Meanings) -> list[Conflict]:
    """Where the ``same-as`` claims of the record and the naming sources disagree."""
    return ranked(naming_conflicts(list(statements), meanings))
