"""``accusations``: who accuses whom, and acts against whom: states and blocs, agencies counted for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vidocq.ask.errors import UnknownName
from vidocq.ask.setting import Setting, asking, meanings_of
from vidocq.ask.tallies import latest_of_cells
from vidocq.ledger import Ledger, Moment, query
from vidocq.ledger.records import AccusationCell
from vidocq.model import EntityType, Polarity, Predicate
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Passage, passage_of
from vidocq.resolve.times import iso_day

MOST_QUOTED = 60
"""Cells whose latest passage is fetched, the most claimed first."""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which one party accuses another or acts against it, with its latest passage."""

    predicate: Predicate
    polarity: Polarity
    claims: int
    first: str | None
    last: str | None
    quote: Passage | None


class Accusation(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the matrix: accuser and accused as ids (``state:US``, ``bloc:eu``), and each act.

    ``accuses`` counts attributions and sponsorships affirmed, ``denies`` those denied, ``acts`` all
    measures affirmed, ``not_taken`` those expressly not taken.
    """

    accuser: str
    accuser_name: str
    accused: str
    accused_name: str
    accuses: int
    denies: int
    acts: int
    not_taken: int
    first: str | None
    last: str | None
    by_act: tuple[Act, ...]


CellKey = tuple[str, str, Predicate, Polarity]

_ACCUSING = (Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY)


def accusations(
    ledger: Ledger,
    *,
    by: str | None = None,
    of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    quotes: bool = True,
) -> tuple[Accusation, ...]:
    """The rows of the matrix, the most accusing first. ``by`` and ``of`` are names of states or blocs.

    Raises:
        UnknownName: ``by`` or ``of`` is no name of a state or bloc.
        EmptyRecord: nothing was read yet.
        ValueError: ``since`` or ``until`` is no ISO 8601 date.
    """
    with asking(ledger, as_of=as_of) as setting:
        cells = query.accusations(
            setting.at,
            accusers=_parties(setting, by),
            accused=_parties(setting, of),
            since=since,
            until=until,
            as_of=as_of,
        )
        quoted = cells[:MOST_QUOTED] if quotes else []
        latest = latest_of_cells(setting, quoted, since=since, until=until)
        passages = {
            cell_key(cell): passage_of(stored)
            for cell, stored in zip(quoted, latest, strict=True)
            if stored
        }
        return rows_of(setting, cells, passages)


def party_codes(setting: Setting, name: str) -> tuple[str, ...]:
    """The codes under which the ledger keeps the party that a name means: ``CN``, ``eu``; those that the
    name may mean first of all, and no more.

    Raises:
        UnknownName: the name means no state or bloc.
    """
    for one in meanings_of(setting, name):
        party = party_of(one.id)
        if party.startswith("state:"):
            return (party.removeprefix("state:"),)
        if party.startswith("bloc:"):
            return (party.removeprefix("bloc:"),)
    raise UnknownName(name, known_as=["no state or bloc"])


def _parties(setting: Setting, name: str | None) -> tuple[str, ...]:
    return party_codes(setting, name) if name else ()


def party_id(code: str) -> str:
    """The entity's id of a party's code; an id is itself."""
    if ":" in code:
        return code
    kind = EntityType.STATE if len(code) == 2 and code.isupper() else EntityType.BLOC
    return f"{kind}:{code}"


def cell_key(cell: AccusationCell) -> CellKey:
    """What tells a cell from others."""
    return cell.accuser, cell.accused, cell.predicate, cell.polarity


def rows_of(
    setting: Setting,
    cells: Iterable[AccusationCell],
    passages: Mapping[CellKey, Passage],
) -> tuple[Accusation, ...]:
    """The cells put together to rows, the most accusing first, each act with its passage."""
    pairs: dict[tuple[str, str], list[AccusationCell]] = {}
    for cell in cells:
        pairs.setdefault((cell.accuser, cell.accused), []).append(cell)
    rows = [_row(setting, group, passages) for group in pairs.values()]
    return tuple(
        sorted(rows, key=lambda r: (-r.accuses, -r.acts, -r.denies, r.accuser_name, r.accused_name))
    )


def _row(
    setting: Setting,
    cells: Sequence[AccusationCell],
    passages: Mapping[CellKey, Passage],
) -> Accusation:
    accuser, accused = party_id(cells[0].accuser), party_id(cells[0].accused)
    days = [cell.first_day for cell in cells if cell.first_day]

    def count(predicates: bool, polarity: Polarity) -> int:
        return sum(
            cell.claims
            for cell in cells
            if (cell.predicate in _ACCUSING) is predicates and cell.polarity is polarity
        )

    return Accusation(
        accuser=accuser,
        accuser_name=setting.label(accuser),
        accused=accused,
        accused_name=setting.label(accused),
        accuses=count(True, Polarity.AFFIRMED),
        denies=count(True, Polarity.DENIED),
        acts=count(False, Polarity.AFFIRMED),
        not_taken=count(False, Polarity.DENIED),
        first=iso_day(min(days, default=0)),
        last=iso_day(max(cell.last_day for cell in cells)),
        by_act=tuple(
            Act(
                predicate=cell.predicate,
                polarity=cell.polarity,
                claims=cell.claims,
                first=iso_day(cell.first_day),
                last=iso_day(cell.last_day),
                quote=passages.get(cell_key(cell)),
            )
            for cell in cells
        ),
    )
