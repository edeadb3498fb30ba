"""``holdings``: what the record holds, counted, and what came last."""

from __future__ import annotations

import msgspec
from sqlalchemy import func, select

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.setting import asking
from vidocq.ledger import Ledger, Moment, query
from vidocq.ledger.conditions import in_force
from vidocq.ledger.schema import document, reading
from vidocq.model import Polarity, Predicate

MOST_NEWEST = 12


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """How many claims of one predicate the record holds, affirmed and denied."""

    predicate: Predicate
    affirmed: int
    denied: int


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """How many claims were told in a year."""

    year: int
    claims: int


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds: documents, claims by predicate and by the year they were told (``undated``
    bear no date), and the claims recorded last."""

    documents: int
    claims: int
    undated: int
    by_predicate: tuple[Kept, ...]
    by_year: tuple[Year, ...]
    newest: tuple[Told, ...]


def holdings(ledger: Ledger, *, as_of: Moment = None, limit: int = MOST_NEWEST) -> Holdings:
    """What the record holds.

    Raises:
        EmptyRecord: nothing was read yet.
    """
    with asking(ledger, as_of=as_of) as setting:
        months = query.months(setting.at, as_of=as_of)
        chosen = select(func.count()).select_from(document)
        if as_of is not None:
            chosen = select(func.count()).select_from(reading).where(in_force(reading, as_of))
        years: dict[int, int] = {}
        kept: dict[Predicate, dict[Polarity, int]] = {}
        for one in months:
            years[one.month // 100] = years.get(one.month // 100, 0) + one.claims
            by_polarity = kept.setdefault(one.predicate, {})
            by_polarity[one.polarity] = by_polarity.get(one.polarity, 0) + one.claims
        return Holdings(
            documents=setting.at.connection.execute(chosen).scalar_one(),
            claims=sum(years.values()),
            undated=years.pop(0, 0),
            by_predicate=tuple(
                Kept(
                    predicate=predicate,
                    affirmed=kept[predicate].get(Polarity.AFFIRMED, 0),
                    denied=kept[predicate].get(Polarity.DENIED, 0),
                )
                for predicate in Predicate
                if predicate in kept
            ),
            by_year=tuple(Year(year=year, claims=years[year]) for year in sorted(years)),
            newest=tuple(
                told_of(setting, one)
                for one in query.newest(setting.at, by="recorded", as_of=as_of, limit=limit)
            ),
        )
