"""``timeline``: claims and responses in time, each thing told once a day."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vidocq.ask.errors import UnknownName
from vidocq.ask.lines import quotes_of
from vidocq.ask.matrix import party_codes
from vidocq.ask.setting import Setting, asking, meanings_of, on_record
from vidocq.ledger import Ledger, Moment, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import Confidence, Likelihood, Polarity, Predicate
from vidocq.resolve.statement import Passage
from vidocq.resolve.times import iso_day

MOST_ENTRIES = 50


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of one thing on one day, by whom, in how many documents.

    ``subject``, ``object`` and ``claimants`` are names, the ``…_id`` beside them canonical ids.
    """

    day: str | None
    predicate: Predicate
    polarity: Polarity
    subject_id: str
    subject: str
    object_id: str | None
    object: str | None
    claimants: tuple[str, ...]
    claimant_ids: tuple[str, ...]
    confidence: Confidence | None
    likelihood: Likelihood | None
    documents: int
    quotes: tuple[Passage, ...]


def timeline(
    ledger: Ledger,
    name: str | None = None,
    *,
    of: str | None = None,
    predicates: Sequence[Predicate] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    limit: int = MOST_ENTRIES,
) -> tuple[Entry, ...]:
    """The latest entries, oldest first: all, or those about the entity that ``name`` means; ``of`` keeps
    those laid on a state or bloc.

    Raises:
        UnknownName: a name means nothing, or the record says nothing of it.
        EmptyRecord: nothing was read yet.
        ValueError: ``since`` or ``until`` is no ISO 8601 date.
    """
    with asking(ledger, as_of=as_of) as setting:
        accused = party_codes(setting, of) if of else ()
        if name is None:
            claims = query.newest(
                setting.at,
                predicates=predicates,
                accused=accused,
                since=since,
                until=until,
                as_of=as_of,
                limit=3 * limit,
            )
        else:
            claims = query.claims_about(
                setting.at,
                _ids(setting, name),
                predicates=predicates,
                since=since,
                until=until,
                as_of=as_of,
                limit=3 * limit,
            )
            claims = [one for one in claims if not accused or one.accused in accused]
        return tuple(reversed(_entries(setting, claims)[:limit]))


def _ids(setting: Setting, name: str) -> list[str]:
    readings = meanings_of(setting, name)
    there = on_record(setting, readings)
    if not there:
        raise UnknownName(name, known_as=(one.name for one in readings))
    return list(setting.ids_on_record(there[0].id))


def _entries(setting: Setting, claims: Sequence[StoredClaim]) -> list[Entry]:
    """One entry for each day and thing, in the order of the claims."""
    groups: dict[tuple[int, str, Predicate, str, Polarity], list[StoredClaim]] = {}
    for one in claims:
        claim = one.claim
        target = setting.actors.canonical(claim.object.id) if claim.object else ""
        subject = setting.actors.canonical(claim.subject.id)
        key = (one.told_day, subject, claim.predicate, target, claim.polarity)
        groups.setdefault(key, []).append(one)
    return [_entry(setting, key[1], key[3], group) for key, group in groups.items()]


def _entry(setting: Setting, subject: str, target: str, group: Sequence[StoredClaim]) -> Entry:
    first = group[0]
    claim = first.claim
    claimants: dict[str, str] = {}
    for stored in group:
        for one in stored.claim.claimants:
            claimants.setdefault(setting.actors.canonical(one.id), setting.label(one.id, one.text))
    return Entry(
        day=iso_day(first.told_day),
        predicate=claim.predicate,
        polarity=claim.polarity,
        subject_id=subject,
        subject=setting.label(subject, claim.subject.text),
        object_id=target or None,
        object=setting.label(target, claim.object.text) if claim.object else None,
        claimants=tuple(claimants.values()),
        claimant_ids=tuple(claimants),
        confidence=next((one.claim.confidence for one in group if one.claim.confidence), None),
        likelihood=next((one.claim.likelihood for one in group if one.claim.likelihood), None),
        documents=len({one.document for one in group}),
        quotes=quotes_of(group),
    )
