"""How many origins the documents that make a claim really have: "8 documents, 2 origins".

Copies are folded first. Documents that have the claim *via* one outlet ("according to Bloomberg")
have one origin, and so has the outlet's own report; documents that report one claimant's word of
one day have one origin, the claimant's utterance. A document in its own voice is its own origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from vidocq.resolve.conflicts.meanings import Meanings, listed
from vidocq.resolve.copies import Copy
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Statement
from vidocq.resolve.times import days_apart, iso_day, stretch, stretch_of_day

SAME_UTTERANCE = 3
"""Reports of one claimant's word that are so many days apart at the most are of one utterance."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One document of an origin and how the claim came to it."""

    document: str
    claim: str
    title: str | None
    publisher: str | None
    published: str | None
    how: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One origin: what it is in words, its claimants (parties), its first day, and the chain of documents."""

    name: str
    claimants: tuple[str, ...]
    first_day: str | None
    chain: tuple[Step, ...]


def origins(
    statements: Sequence[Statement], copies: Sequence[Copy], meanings: Meanings
) -> list[Origin]:
    """The origins of statements of one claim, the most widely told first."""
    copied = {one.document: one for one in copies}
    ordered = sorted(
        statements, key=lambda s: (s.told_day or 99999999, s.document in copied, s.document)
    )
    originals = [s for s in ordered if s.document not in copied]
    groups: list[list[Statement]] = []
    for statement in originals:
        home = next((g for g in groups if _one_origin(g, statement)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    found = [_origin(group, ordered, copied, meanings) for group in groups]
    return sorted(found, key=lambda one: (-len(one.chain), one.first_day or "", one.name))


def _one_origin(group: Sequence[Statement], statement: Statement) -> bool:
    return any(_linked(other, statement) for other in group)


def _linked(a: Statement, b: Statement) -> bool:
    vias = {_outlet(v.id) for v in a.claim.via}, {_outlet(v.id) for v in b.claim.via}
    if vias[0] or vias[1]:
        if vias[0] & vias[1]:
            return True
        return _publisher(a) in vias[1] or _publisher(b) in vias[0]
    one = {party_of(c.id) for c in a.claim.claimants}
    other = {party_of(c.id) for c in b.claim.claimants}
    if not one & other:
        return a.document == b.document
    apart = days_apart(_uttered(a), _uttered(b))
    return apart is not None and apart <= SAME_UTTERANCE


def _uttered(statement: Statement) -> tuple | None:  # type: ignore[type-arg]
    return stretch(statement.claim.said_on) or stretch_of_day(statement.told_day)


def _outlet(id: str) -> str:
    return id.partition(":")[2].removeprefix("the-").replace("-", "")


def _publisher(statement: Statement) -> str:
    name = (statement.publisher or "").casefold().removeprefix("the ")
    return "".join(letter for letter in name if letter.isalnum())


def _origin(
    group: Sequence[Statement],
    every: Sequence[Statement],
    copied: Mapping[str, Copy],
    meanings: Meanings,
) -> Origin:
    documents = {s.document for s in group}
    chain = [_step(s, copied, meanings) for s in every if _home(s.document, copied) in documents]
    first = group[0]
    parties = dict.fromkeys(party_of(c.id) for s in group for c in s.claim.claimants)
    via = dict.fromkeys(meanings.name(v) for s in group for v in s.claim.via)
    if via:
        name = f"reported by {listed(list(via))}"
    elif parties:
        name = f"said by {meanings.claimants(first.claim)}"
    else:
        name = f"told by {first.publisher or first.title or 'one document'} in its own voice"
    return Origin(
        name=name,
        claimants=tuple(parties),
        first_day=iso_day(first.told_day),
        chain=tuple(chain),
    )


def _home(document: str, copied: Mapping[str, Copy]) -> str:
    return copied[document].of if document in copied else document


def _step(statement: Statement, copied: Mapping[str, Copy], meanings: Meanings) -> Step:
    claim = statement.claim
    if statement.document in copied:
        how = f"copy: {copied[statement.document].reason}"
    elif claim.via:
        how = f"according to {listed([meanings.name(v) for v in claim.via])}"
    elif claim.claimants:
        how = f"reports the word of {meanings.claimants(claim)}"
    else:
        how = "in its own voice"
    return Step(
        document=statement.document,
        claim=statement.id,
        title=statement.title,
        publisher=statement.publisher,
        published=statement.published,
        how=how,
    )
