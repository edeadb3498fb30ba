"""Sources that disagree on whether two names mean one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from vidocq.model import EntityType, Polarity, Predicate
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.groups import Word
from vidocq.resolve.statement import Passage, Statement, passage_of


def naming_conflicts(statements: Sequence[Statement], meanings: Meanings) -> list[Conflict]:
    """Of ``same-as`` claims: names that one document equates and another keeps apart; names that a
    document equates and that naming sources keep apart."""
    pairs: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for statement in statements:
        claim = statement.claim
        if (
            claim.predicate is Predicate.SAME_AS
            and claim.object
            and claim.subject.id != claim.object.id
        ):
            pairs[frozenset((claim.subject.id, claim.object.id))].append(statement)
    found: list[Conflict] = []
    for group in pairs.values():
        group.sort(key=lambda s: (s.told_day, s.id))
        found += _between_documents(group, meanings)
        found += _against_sources(group, meanings)
    return found


def _between_documents(group: Sequence[Statement], meanings: Meanings) -> Iterable[Conflict]:
    affirmed = [s for s in group if s.claim.polarity is Polarity.AFFIRMED]
    denied = [s for s in group if s.claim.polarity is Polarity.DENIED]
    if affirmed and denied:
        first, second = affirmed[0], denied[0]
        yield _conflict(
            f"{_who(first, meanings)} takes {_names(first)} for the same; {_who(second, meanings)} says "
            "they are not.",
            Level.CONTRADICTION,
            first,
            passage_of(second),
            group,
            meanings,
        )


def _against_sources(group: Sequence[Statement], meanings: Meanings) -> Iterable[Conflict]:
    affirmed = [s for s in group if s.claim.polarity is Polarity.AFFIRMED]
    if not affirmed:
        return
    first = affirmed[0]
    a, b = first.claim.subject, first.claim.object
    if b is None or a.type is not EntityType.GROUP or b.type is not EntityType.GROUP:
        return
    one, other = meanings.actors.of(a.id), meanings.actors.of(b.id)
    if (
        not one.known
        or not other.known
        or {x.id for x in one.actors} & {y.id for y in other.actors}
    ):
        return
    words = [
        w
        for w in meanings.actors.related(a.id, b.id)
        if w.relation in ("overlaps", "subgroup", "distinct")
    ]
    if not words:
        return
    yield _conflict(
        f"{_who(first, meanings)} takes {_names(first)} for the same; {_source(words[0])}.",
        Level.DISAGREEMENT,
        first,
        Passage(quote=_source(words[0])),
        affirmed,
        meanings,
    )


_RELATIONS = {
    "overlaps": "only overlap",
    "subgroup": "are part and whole",
    "distinct": "are distinct",
}


def _source(word: Word) -> str:
    since = f", {word.since}" if word.since else ""
    return f"{word.owner} says that {word.a} and {word.b} {_RELATIONS[word.relation]} ({word.source}{since})"


def _who(statement: Statement, meanings: Meanings) -> str:
    if statement.claim.claimants:
        return meanings.claimants(statement.claim)
    return statement.publisher or statement.title or "A report"


def _names(statement: Statement) -> str:
    target = statement.claim.object
    return f"{statement.claim.subject.text} and {target.text if target else ''}"


def _conflict(
    sentence: str,
    level: Level,
    first: Statement,
    second: Passage,
    group: Sequence[Statement],
    meanings: Meanings,
) -> Conflict:
    return Conflict(
        kind=ConflictKind.NAMING,
        level=level,
        about=meanings.canonical(first.claim.subject.id),
        other=meanings.canonical(first.claim.object.id) if first.claim.object else None,
        sentence=sentence,
        first=passage_of(first),
        second=second,
        claims=tuple(s.id for s in group),
        documents=len({s.document for s in group}),
        day=max(s.told_day for s in group),
    )
