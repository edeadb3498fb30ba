"""One claimant's certainty of one thing, told differently at two times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from vidocq.model import Polarity, Predicate
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.names import label
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Statement, passage_of
from vidocq.resolve.times import iso_day

_ASSESSED = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})

Sureness = tuple[str | None, str | None]


def confidence_conflicts(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> Iterable[Conflict]:
    """Stated certainties that differ, of the same claimant on the same actor, on different days.

    A flat assertion states none, so it changes nothing: a headline leaves the hedge out.
    """
    assessed: dict[tuple[str, Predicate, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        claim = statement.claim
        if (
            claim.predicate in _ASSESSED
            and claim.polarity is Polarity.AFFIRMED
            and claim.object
            and statement.told_day
            and (claim.confidence or claim.likelihood)
        ):
            target = party_of(meanings.canonical(claim.object.id))
            for claimant in {party_of(one.id) for one in claim.claimants}:
                assessed[claimant, claim.predicate, target].append(statement)
    for (claimant, predicate, target), group in sorted(assessed.items()):
        group.sort(key=lambda s: (s.told_day, s.id))
        first = group[0]
        later = [s for s in group if s.told_day > first.told_day and _sure(s) != _sure(first)]
        if not later:
            continue
        second = later[-1]
        who = meanings.called(claimant, _text(first, claimant))
        link = "is behind" if predicate is Predicate.ATTRIBUTED_TO else "is the sponsor of"
        words = first.claim.object.text if first.claim.object else None
        what = label(about, meanings.actors, first.claim.subject.text)
        article = "the " if about.startswith("incident:") else ""
        yield Conflict(
            kind=ConflictKind.CONFIDENCE,
            level=Level.DIFFERENCE,
            about=about,
            sentence=f"{who[:1].upper()}{who[1:]} on whether {meanings.called(target, words)} "
            f"{link} {article}{what}: {_words(first)} on {iso_day(first.told_day)}, {_words(second)} on "
            f"{iso_day(second.told_day)}.",
            first=passage_of(first),
            second=passage_of(second),
            claims=tuple(dict.fromkeys((first.id, *(s.id for s in later)))),
            documents=len({first.document, *(s.document for s in later)}),
            day=second.told_day,
        )


def _sure(statement: Statement) -> Sureness:
    return statement.claim.confidence, statement.claim.likelihood


def _words(statement: Statement) -> str:
    claim = statement.claim
    parts = []
    if claim.likelihood:
        parts.append(str(claim.likelihood).replace("-", " "))
    if claim.confidence:
        parts.append(f"with {claim.confidence} confidence")
    return " ".join(parts)


def _text(statement: Statement, claimant: str) -> str | None:
    return next((c.text for c in statement.claim.claimants if party_of(c.id) == claimant), None)
