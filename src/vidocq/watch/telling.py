"""From claims that are new to the record to the alerts that the rules make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vidocq.ask import EmptyRecord, UnknownName, conflicts
from vidocq.ask.setting import Setting, asking
from vidocq.ledger import Ledger, StoredClaim, query
from vidocq.model import Claim
from vidocq.resolve.conflicts import Conflict, ConflictKind, Level
from vidocq.resolve.groups import Actors
from vidocq.resolve.statement import Passage
from vidocq.watch.alerts import Alert, Contradicted, alert_of
from vidocq.watch.rules import accusers, fits
from vidocq.watch.settings import Rule

Pair = tuple[str, str]


def alerts_of(
    new: Sequence[StoredClaim],
    ledger: Ledger,
    rules: Sequence[Rule],
    source: str,
    *,
    since: int,
) -> tuple[Alert, ...]:
    """What the rules tell of claims that are new to the record: those after the statement numbered ``since``.

    ``source`` is the name of the source that they came by. Of a pair of states that accuse each other for the
    first time a rule tells once, at the first of the claims.
    """
    if not new or not rules:
        return ()
    with asking(ledger) as setting:
        digests = list(dict.fromkeys(one.document for one in new))
        documents = {one.sha256: one for one in query.documents(setting.at, digests)}
        return tuple(
            alert_of(rule.name, source, stored, documents[stored.document], pairs, contradicts)
            for rule in rules
            for stored, pairs, contradicts in _fitting(rule, new, ledger, setting, since)
        )


def _fitting(
    rule: Rule, new: Sequence[StoredClaim], ledger: Ledger, setting: Setting, since: int
) -> Iterator[tuple[StoredClaim, tuple[Pair, ...], Contradicted | None]]:
    """The claims that meet all of a rule, with what the rest of the record has to say to them."""
    told: set[Pair] = set()
    for stored in new:
        if not fits(rule, stored, setting.actors):
            continue
        pairs: tuple[Pair, ...] = ()
        if rule.new_pair:
            pairs = tuple(
                pair for pair in _new_pairs(rule, stored, setting, since) if pair not in told
            )
            if not pairs:
                continue
            told |= set(pairs)
        contradicts = _contradicted(stored, ledger, setting) if rule.contradiction else None
        if contradicts is not None or not rule.contradiction:
            yield stored, pairs, contradicts


def _new_pairs(rule: Rule, stored: StoredClaim, setting: Setting, since: int) -> tuple[Pair, ...]:
    """Who accuses whom in the claim and had not done so on the record."""
    accusing = accusers(rule, stored, setting.actors)
    if not accusing or stored.accused is None:
        return ()
    before = query.accusers_before(setting.at, accusing, stored, since)
    return tuple((one, stored.accused) for one in sorted(accusing - before))


def _contradicted(stored: StoredClaim, ledger: Ledger, setting: Setting) -> Contradicted | None:
    """What of another document the claim contradicts, the surest first."""
    try:
        found = conflicts(ledger, stored.claim.subject.id)
    except (UnknownName, EmptyRecord):
        return None
    for conflict in found:
        if stored.id not in conflict.claims or conflict.level is Level.DIFFERENCE:
            continue
        for passage in (conflict.first, conflict.second):
            if passage.claim is None or passage.document in (None, stored.document):
                continue
            other = ledger.claim(passage.claim).claim
            if _opposes(stored.claim, other, conflict.kind, setting.actors):
                return _told(conflict, passage)
    return None


def _opposes(claim: Claim, other: Claim, kind: ConflictKind, among: Actors) -> bool:
    """Whether two claims of one contradiction stand on its two sides: each side may have many."""
    if claim.polarity is not other.polarity:
        return True
    if kind is ConflictKind.FIGURE:
        return (claim.count, claim.event_time) != (other.count, other.event_time)
    if kind is ConflictKind.CONFIDENCE:
        return (claim.confidence, claim.likelihood) != (other.confidence, other.likelihood)
    if claim.object is None or other.object is None:
        return False
    return not among.may_be_same(claim.object.id, other.object.id)


def _told(conflict: Conflict, passage: Passage) -> Contradicted:
    return Contradicted(
        sentence=conflict.sentence,
        quote=passage.quote,
        claim=passage.claim,
        document=passage.document,
        title=passage.title,
        publisher=passage.publisher,
        published=passage.published,
    )
