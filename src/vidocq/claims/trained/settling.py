"""Which findings of a document stand, those of the rules and those of the trained reader, once all are known.

Each finding has its own probability; what else the document says of the same mention, how sure its other findings are,
how often it is said and by which rule tell more. Boosted trees weigh that (`vidocq.claims.trained.weights.Settling`). Input: the
drafts of a document; output: those that stand, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.trained.further_attacks import told_apart
from vidocq.claims.trained.measuring import Finding, deed_of, findings_of, measures, thing_of
from vidocq.claims.trained.tables import Forest
from vidocq.claims.trained.weighing import chance
from vidocq.claims.trained.weights import Settling
from vidocq.knowledge.incidents import landmarks
from vidocq.model import EntityType, Polarity, Predicate, Reference


def settled(
    context: Context, drafts: list[Draft], forest: Forest, settling: Settling
) -> list[Draft]:
    """The drafts that stand; a proposal that says what a rule says is left to the rule."""
    if not drafts:
        return drafts
    findings = findings_of(drafts)
    measured = measures(context, drafts, findings, settling)
    chances = {
        key: max(chance(forest.score(row)), _trusted(context, findings[key], settling))
        for key, row in measured.items()
    }
    surest: dict[Finding, float] = {}
    for key, probability in chances.items():
        thing = thing_of(key)
        surest[thing] = max(surest.get(thing, 0.0), probability)
    by_rules = any(not d.proposed for d in drafts)
    expected = settling.expected * _share(context, by_rules) + _LONG_EXPECTED * _length(context)
    if sum(nlargest(_FOREMOST, surest.values())) < expected:
        # Of a text of which too little is expected to be right only what a rule says too stands, where that is likely.
        for key, group in findings.items():
            if chances[key] < _ALONE or all(d.proposed for d in group):
                chances[key] = 0.0
    least = settling.least + _LONG_LEAST * (_length(context) + _beyond(context))
    of_deeds: dict[tuple[Predicate, str, Polarity], float] = {}
    for thing, probability in surest.items():
        of_deeds[deed_of(thing)] = max(of_deeds.get(deed_of(thing), 0.0), probability)
    kept: set[int] = set()
    told: set[Finding] = set()
    for key, group in findings.items():
        thing = thing_of(key)
        unruled = all(d.proposed for d in group)
        # A long text makes proposals look likelier than they are; what a rule says needs no more there.
        bound = least if unruled else settling.least
        if key[3] is Polarity.DENIED and unruled:
            bound = max(bound, _DENIAL)
        if chances[key] < bound or chances[key] < surest[thing] or thing in told:
            continue  # Of the readings of one name (a firm, a body, a town) the surest stands.
        ruled = [d for d in group if not d.proposed]
        if not ruled and chances[key] < min(_BESIDE, of_deeds[deed_of(key)]):
            continue  # Of one thing hit, by the attack and by the group, the surer is told.
        told.add(thing)
        kept.update([id(d) for d in ruled])
        kept.update([id(d) for d in _passages(group, ruled)])
    standing = _denied_by_others([d for d in drafts if id(d) in kept])
    ruled_incidents = [
        d for d in standing if not d.proposed and d.subject.type is EntityType.INCIDENT
    ]
    _name_attacks(context, standing)
    incidents = (
        ruled_incidents
        or [d for d in standing if d.subject.type is EntityType.INCIDENT and not d.apart][:1]
    )
    earlier: dict[int, Reference] = {}
    for draft in standing:
        if draft.apart and draft.subject.type is EntityType.INCIDENT:
            draft.subject = earlier.setdefault(draft.sentence, draft.subject)
        elif draft.proposed and draft.subject.type is EntityType.INCIDENT:
            draft.subject = _incident_meant(draft, incidents)
    return told_apart(standing, drafts, context.published)


def _passages(group: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """The proposals of a finding that stand: the surest, and those nearly as sure that name whom it is about.

    Whoever says it there says it too, and the surest passage is its quote. What a rule says is left to the rule, unless a
    proposal is surer than that.
    """
    proposals = [d for d in group if d.proposed]
    if not proposals:
        return []
    surest = max(proposals, key=_surety)
    if ruled and _surety(surest) <= max([d.score for d in ruled]):
        return []
    if surest.polarity is Polarity.DENIED:
        return [] if ruled else [surest]
    least = _NEARLY * _surety(surest)
    return [d for d in proposals if d is surest or (d.origin != "memory" and _surety(d) >= least)]


def _surety(draft: Draft) -> float:
    return draft.surety


_NEARLY = 0.8
"""How sure a further passage must be beside the surest."""


def _denied_by_others(standing: list[Draft]) -> list[Draft]:
    """The drafts without proposed denials by those alone who accuse; who accuses somebody does not deny it for him."""
    accusers: dict[str, set[str]] = {}
    for draft in standing:
        affirmed = draft.predicate in _ACCUSING and draft.polarity is not Polarity.DENIED
        if affirmed and draft.object is not None:
            voices = {_country(c) for c in draft.claimants or ()}
            accusers.setdefault(_country(draft.object), set()).update(voices)
    kept: list[Draft] = []
    for draft in standing:
        if draft.proposed and draft.polarity is Polarity.DENIED and draft.object is not None:
            accusing = accusers.get(_country(draft.object), set())
            others = tuple([c for c in draft.claimants or () if _country(c) not in accusing])
            if draft.claimants and not others:
                continue
            draft.claimants = others
        kept.append(draft)
    return kept


def _country(reference: Reference) -> str:
    return country_code(reference.id) or reference.id


_ACCUSING = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})


def _name_attacks(context: Context, standing: list[Draft]) -> None:
    """Call attacks without a noun by the first that the text has, unless that was in another year."""
    if context.attacks:
        first = context.attacks[0]
        years = {_year(d) for d in standing if d.subject.id == first.id} - {""}
        for draft in standing:
            of_year = not years or _year(draft) in {"", *years}
            if (
                draft.unnamed
                and of_year
                and not draft.apart
                and draft.subject.type is EntityType.INCIDENT
            ):
                draft.subject, draft.unnamed = first, False


def _year(draft: Draft) -> str:
    """The one year that a draft's own words date it to; "" without one."""
    time = draft.event_time or ""
    return "" if "/" in time else time[:4]


_BESIDE = 0.4
"""The probability from which a proposal stands beside a surer finding that has another subject and is the same else."""
_ALONE = 0.6
"""The probability from which what a rule says stands in a text of which little is expected: a short notice tells one thing."""
_FOREMOST = 4
"""So many of a text's surest findings tell whether it speaks of attacks: of a long text the sum of all always grows large."""


def _share(context: Context, by_rules: bool) -> float:
    """How much of `Settling.expected` is asked of a text: of a short one on attacks less, for it cannot tell of many things.

    Of a text on other matters only the sentences near words of the field are read, so that their number says nothing;
    there the rules must have found something.
    """
    if context.dense or (by_rules and context.number < _SHORT):
        return min(1.0, (context.number + _FEW) / _LONG)
    return 1.0


def _length(context: Context) -> float:
    """How much longer a text is than those that the trees learnt from, from 0 to 1: the more sentences there are, the more
    of them look like findings."""
    return min(max((context.number - _REPORT) / _REPORT, 0.0), 1.0)


def _beyond(context: Context) -> float:
    """How far a text goes beyond a long report, from 0 to 1: a transcript of a hundred sentences speaks of much else."""
    return min(max((context.number - 2 * _REPORT) / (3 * _REPORT), 0.0), 1.0)


_DENIAL = 0.4
"""The probability from which a denial stands: one that nobody made is worse than one that is missed."""
_REPORT = 20
"""Sentences of a long report in what was learnt from."""
_LONG_LEAST, _LONG_EXPECTED = 0.15, 0.45
"""What is asked of proposals beyond `Settling.least`, and beyond `Settling.expected`, in a text twice as long; the first once
more in a transcript."""
_FEW, _LONG = 2, 10
"""Sentences: a text of eight is long."""
_TRUSTED = 0.4
"""The share of right findings from which a rule's word is enough."""
_SHORT = 4
"""Sentences up to which a text is too short to be weighed as a whole: there the rules have their word."""


def _trusted(context: Context, group: list[Draft], settling: Settling) -> float:
    """What the best of the rules that make a finding is worth, where that is enough; else nothing."""
    worth = [settling.rules.get(f"{d.rule} {d.predicate}", 0.0) for d in group if not d.proposed]
    if worth and context.number < _SHORT:
        return 1.0
    best = max(worth, default=0.0)
    return best if best >= _TRUSTED else 0.0


def _incident_meant(draft: Draft, incidents: Sequence[Draft]) -> Reference:
    """The known incident that a proposal is about: its own, else the last one told before it, else the first."""
    if draft.subject.id in landmarks() or not incidents:
        return draft.subject
    if any(d.subject.id == draft.subject.id for d in incidents):
        return draft.subject
    year = _year(draft)
    may_be = [d for d in incidents if not year or _year(d) in ("", year)]
    if not may_be:
        return draft.subject
    before = [d for d in may_be if d.sentence <= draft.sentence]
    return (before[-1] if before else may_be[0]).subject
