"""One deed laid on actors that are neither the same nor one sponsored by the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from vidocq.model import EntityType, Likelihood, Polarity, Predicate, Reference
from vidocq.resolve.conflicts.meanings import Meanings, listed
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.names import label
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Statement, passage_of

IMPROBABLE = frozenset({Likelihood.ALMOST_NO_CHANCE, Likelihood.VERY_UNLIKELY, Likelihood.UNLIKELY})

_MOST_GROUP_PAIRS = 3

Camp = list[Statement]


def attribution_conflicts(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> list[Conflict]:
    """Each pair of states, or of groups without a known state, on which different parties lay the deed;
    and, at the lowest level, different groups of one state."""
    laid = [s for s in statements if _is_said(s, Predicate.ATTRIBUTED_TO)]
    acting = [s for s in statements if _is_said(s, Predicate.SPONSORED_BY)]
    return [
        *_between_states(about, laid, meanings),
        *_between_states(about, acting, meanings),
        *_between_groups(about, laid, meanings),
    ]


def _is_said(statement: Statement, predicate: Predicate) -> bool:
    claim = statement.claim
    return (
        claim.predicate is predicate
        and claim.polarity is Polarity.AFFIRMED
        and claim.object is not None
        and claim.likelihood not in IMPROBABLE
    )


def _between_states(about: str, laid: Camp, meanings: Meanings) -> Iterable[Conflict]:
    camps: dict[str, Camp] = defaultdict(list)
    for statement in laid:
        states = meanings.states(_object(statement))
        if len(states) == 1:
            camps[next(iter(states))].append(statement)
    for one, other in combinations(sorted(camps), 2):
        a, b = camps[one], camps[other]
        if _told_together(a, b):
            continue
        first, second = _clearest(a), _clearest(b)
        names = [meanings.called(f"state:{code}") for code in (one, other)]
        sponsored = first.claim.predicate is Predicate.SPONSORED_BY
        verb, preposition = ("acts for", "for") if sponsored else ("is laid on", "on")
        own_voice = not first.claim.claimants or not second.claim.claimants
        yield _conflict(
            about,
            f"{_called(about, first, meanings)} {verb} {_laid_on(first, names[0], meanings)} "
            f"according to {meanings.claimants(first.claim)}, {preposition} "
            f"{_laid_on(second, names[1], meanings)} according to {meanings.claimants(second.claim)}.",
            Level.DISAGREEMENT if own_voice else Level.CONTRADICTION,
            [a, b],
            first,
            second,
        )


def _laid_on(statement: Statement, state: str, meanings: Meanings) -> str:
    target = _object(statement)
    if target.type is EntityType.STATE:
        return state
    return f"{meanings.name(target)} ({state})"


def _between_groups(about: str, laid: Camp, meanings: Meanings) -> Iterable[Conflict]:
    """Parties whose groups for one deed have nothing in common, all of one state or of none known."""
    named: dict[str, Camp] = defaultdict(list)
    for statement in laid:
        if _object(statement).type is EntityType.GROUP:
            for party in {party_of(one.id) for one in statement.claim.claimants}:
                named[party].append(statement)
    seen: set[frozenset[frozenset[str]]] = set()
    told = 0
    for one, other in combinations(sorted(named, key=lambda p: (-len(named[p]), p)), 2):
        a, b = named[one], named[other]
        groups = [frozenset(meanings.canonical(_object(s).id) for s in camp) for camp in (a, b)]
        pair = frozenset(groups)
        if pair in seen or len(pair) == 1 or told == _MOST_GROUP_PAIRS:
            continue
        seen.add(pair)
        if any(meanings.may_agree(_object(x), _object(y)) for x in a for y in b):
            continue
        states = [
            frozenset().union(*(meanings.states(_object(s)) for s in camp)) for camp in (a, b)
        ]
        if states[0] and states[1] and not states[0] & states[1]:
            continue  # told as a conflict between states
        told += 1
        first, second = _clearest(a), _clearest(b)
        yield _conflict(
            about,
            f"For {_called(about, first, meanings)} {meanings.called(one, _spoken(a, one))} names "
            f"{_groups(a, meanings)}; {meanings.called(other, _spoken(b, other))} names "
            f"{_groups(b, meanings)}. {_same_state(states, meanings)}",
            Level.DIFFERENCE,
            [a, b],
            first,
            second,
        )


def _same_state(states: Sequence[frozenset[str]], meanings: Meanings) -> str:
    shared = sorted(states[0] & states[1])
    if not shared:
        return "No naming source equates them."
    names = listed([meanings.called(f"state:{code}") for code in shared])
    return f"No naming source equates them; both are linked with {names}."


def _groups(camp: Camp, meanings: Meanings) -> str:
    return listed(list(dict.fromkeys(meanings.group_name(_object(s)) for s in camp)))


def _spoken(camp: Camp, party: str) -> str | None:
    for statement in camp:
        for one in statement.claim.claimants:
            if party_of(one.id) == party:
                return one.text
    return None


def _told_together(a: Camp, b: Camp) -> bool:
    """Whether one document has the same parties lay it on both: they mean a joint deed."""
    together = {(s.document, _parties(s)) for s in a} & {(s.document, _parties(s)) for s in b}
    return bool(together)


def _parties(statement: Statement) -> frozenset[str]:
    return frozenset(party_of(one.id) for one in statement.claim.claimants)


def _clearest(camp: Camp) -> Statement:
    """The statement with the most claimants and the surest words, the earliest of these."""
    return min(
        camp,
        key=lambda s: (
            -len(s.claim.claimants),
            s.claim.likelihood is not None,
            s.told_day or 99999999,
            s.id,
        ),
    )


def _called(about: str, statement: Statement, meanings: Meanings) -> str:
    name = label(about, meanings.actors, statement.claim.subject.text)
    return f"the {name}" if about.startswith("incident:") else name


def _object(statement: Statement) -> Reference:
    found = statement.claim.object
    assert found is not None
    return found


def _conflict(
    about: str,
    sentence: str,
    level: Level,
    camps: Sequence[Camp],
    first: Statement,
    second: Statement,
) -> Conflict:
    every = [statement for camp in camps for statement in camp]
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        level=level,
        about=about,
        sentence=sentence[:1].upper() + sentence[1:],
        first=passage_of(first),
        second=passage_of(second),
        claims=tuple(dict.fromkeys(s.id for s in every)),
        documents=len({s.document for s in every}),
        day=max(s.told_day for s in every),
    )
