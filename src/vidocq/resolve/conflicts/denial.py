"""An accusation and its denial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vidocq.model import Confidence, EntityType, Polarity, Predicate
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.names import label
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Statement, passage_of
from vidocq.resolve.times import iso_day

_ACCUSING = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY, Predicate.TARGETS})


def denial_conflicts(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> list[Conflict]:
    """One conflict for each party that denies and each actor that it is denied of."""
    accusing = [s for s in statements if s.claim.predicate in _ACCUSING and s.claim.object]
    affirmed = [s for s in accusing if s.claim.polarity is Polarity.AFFIRMED]
    denied: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in accusing:
        if statement.claim.polarity is Polarity.DENIED and statement.claim.object:
            target = meanings.canonical(statement.claim.object.id)
            deniers = {party_of(one.id) for one in statement.claim.claimants} or {""}
            for denier in deniers:
                denied[denier, party_of(target)].append(statement)
    found = []
    for (denier, _), denials in sorted(denied.items()):
        against = [s for s in affirmed if _contradicts(s, denials[0], denier, meanings)]
        if against:
            found.append(_conflict(about, denier, denials, against, meanings))
    return found


def _contradicts(affirmed: Statement, denial: Statement, denier: str, meanings: Meanings) -> bool:
    one, other = affirmed.claim.object, denial.claim.object
    if one is None or other is None or affirmed.claim.predicate is not denial.claim.predicate:
        return False
    if denier and denier in {party_of(c.id) for c in affirmed.claim.claimants}:
        return False
    if affirmed.claim.predicate is Predicate.TARGETS:
        return meanings.canonical(one.id) == meanings.canonical(other.id)
    if meanings.actors.may_be_same(one.id, other.id):
        return True
    states = meanings.states(one) & meanings.states(other)
    return bool(states) and len(meanings.states(one)) == 1


def _same_object(a: Statement, b: Statement) -> bool:
    return (
        a.claim.object is not None
        and b.claim.object is not None
        and a.claim.object.id == b.claim.object.id
    )


def _is_public(statement: Statement) -> bool:
    target = statement.claim.object
    return target is not None and target.type in (EntityType.STATE, EntityType.AGENCY)


_SURENESS = {Confidence.HIGH: 0, Confidence.MODERATE: 1, Confidence.LOW: 2, None: 1}


def _conflict(
    about: str,
    denier: str,
    denials: Sequence[Statement],
    against: Sequence[Statement],
    meanings: Meanings,
) -> Conflict:
    second = min(denials, key=lambda s: (s.told_day or 99999999, s.id))
    first = min(
        against,
        key=lambda s: (
            not _same_object(s, second),
            not _is_public(s),
            -len(s.claim.claimants),
            _SURENESS[s.claim.confidence],
            s.told_day,
            s.id,
        ),
    )
    target = first.claim.object
    assert target is not None
    speaker = next((c for c in second.claim.claimants if party_of(c.id) == denier), None)
    who = (
        label(denier, meanings.actors, speaker.text if speaker else None)
        if denier
        else "The report itself"
    )
    on = iso_day(second.told_day)
    subject = label(about, meanings.actors, first.claim.subject.text)
    article = "the " if about.startswith("incident:") else ""
    says = meanings.claimants(first.claim)
    verb = "lay" if len(first.claim.claimants) > 1 else "lays"
    accusation = {
        Predicate.SPONSORED_BY: f"According to {says}, {subject} acts for {meanings.name(target)}",
        Predicate.TARGETS: f"According to {says}, {subject} attacked {meanings.name(target)}",
    }.get(first.claim.predicate, f"{says} {verb} {article}{subject} on {meanings.name(target)}")
    every = [*denials, *against]
    sentence = f"{accusation}; {who} denies it{f' ({on})' if on else ''}."
    sentence = sentence[:1].upper() + sentence[1:]
    return Conflict(
        kind=ConflictKind.DENIAL,
        level=Level.DISAGREEMENT,
        about=about,
        sentence=sentence,
        first=passage_of(first),
        second=passage_of(second),
        claims=tuple(dict.fromkeys(s.id for s in every)),
        documents=len({s.document for s in every}),
        day=max(s.told_day for s in every),
    )
