"""Which findings of a document stand, those of the rules and those of the trained reader, once all are known.

Each finding has its own probability; what else the document says of the same mention, how sure its other findings are,
how often it is said and by which rule tell more. Boosted trees weigh that (`vidocq.claims.weights.Settling`). Input: the
drafts of a document; output: those that stand, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import log

from vidocq.claims.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.proposing import chance
from vidocq.claims.tables import Forest
from vidocq.claims.weights import Settling
from vidocq.knowledge.incidents import landmarks
from vidocq.model import EntityType, Polarity, Predicate, Reference

Finding = tuple[Predicate, str, str, Polarity]
"""What a draft says of whom: predicate, subject and object (incidents all alike), polarity; of a number whose it is, and its value."""

_TYPES = [str(t) for t in EntityType]
_PREDICATES = [str(p) for p in Predicate]


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
        thing = _thing(key)
        surest[thing] = max(surest.get(thing, 0.0), probability)
    by_rules = any(not d.proposed for d in drafts)
    expected = settling.expected * _share(context, by_rules) + _LONG_EXPECTED * _length(context)
    if sum(nlargest(_FOREMOST, surest.values())) < expected:
        return []  # A text of which too little is expected to be right says nothing.
    least = settling.least + _LONG_LEAST * _length(context)
    of_deeds: dict[tuple[Predicate, str, Polarity], float] = {}
    for thing, probability in surest.items():
        of_deeds[_deed(thing)] = max(of_deeds.get(_deed(thing), 0.0), probability)
    kept: set[int] = set()
    told: set[Finding] = set()
    for key, group in findings.items():
        thing = _thing(key)
        bound = max(least, _DENIAL) if key[3] is Polarity.DENIED else least
        if chances[key] < bound or chances[key] < surest[thing] or thing in told:
            continue  # Of the readings of one name (a firm, a body, a town) the surest stands.
        ruled = [d for d in group if not d.proposed]
        if not ruled and chances[key] < min(_BESIDE, of_deeds[_deed(key)]):
            continue  # Of one thing hit, by the attack and by the group, the surer is told.
        told.add(thing)
        kept.update([id(d) for d in ruled])
        kept.update([id(d) for d in _passages(group, ruled)])
    standing = [d for d in drafts if id(d) in kept]
    ruled_incidents = [
        d for d in standing if not d.proposed and d.subject.type is EntityType.INCIDENT
    ]
    _name_attacks(context, standing)
    incidents = (
        ruled_incidents or [d for d in standing if d.subject.type is EntityType.INCIDENT][:1]
    )
    for draft in standing:
        if draft.proposed and draft.subject.type is EntityType.INCIDENT:
            draft.subject = _incident_meant(draft, incidents)
    return standing


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
    return draft.score * draft.bond


_NEARLY = 0.8
"""How sure a further passage must be beside the surest."""


def _name_attacks(context: Context, standing: list[Draft]) -> None:
    """Call attacks without a noun by the first that the text has."""
    if context.attacks:
        for draft in standing:
            if draft.unnamed and draft.subject.type is EntityType.INCIDENT:
                draft.subject = context.attacks[0]


_BESIDE = 0.4
"""The probability from which a proposal stands beside a surer finding that has another subject and is the same else."""
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


_DENIAL = 0.4
"""The probability from which a denial stands: one that nobody made is worse than one that is missed."""
_REPORT = 20
"""Sentences of a long report in what was learnt from."""
_LONG_LEAST, _LONG_EXPECTED = 0.15, 0.45
"""What is asked beyond `Settling.least` and `Settling.expected` in a text twice as long."""
_FEW, _LONG = 2, 10
"""Sentences: a text of eight is long."""
_TRUSTED = 0.45
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


def _score(draft: Draft) -> float:
    return draft.score


def findings_of(drafts: list[Draft]) -> dict[Finding, list[Draft]]:
    """The drafts by what they say, in the order of their first."""
    findings: dict[Finding, list[Draft]] = {}
    for draft in drafts:
        findings.setdefault(_finding(draft), []).append(draft)
    return findings


def _finding(draft: Draft) -> Finding:
    if draft.predicate is Predicate.AFFECTS:
        value = str(draft.count.value) if draft.count is not None else ""
        return (draft.predicate, _name(draft.object), value, draft.polarity)
    return (draft.predicate, _name(draft.subject), _name(draft.object), draft.polarity)


def _thing(finding: Finding) -> Finding:
    """A finding without the type of its object; a number whatever it is of."""
    predicate, subject, object_, polarity = finding
    if predicate is Predicate.AFFECTS:
        subject = ""
    return (predicate, subject, object_.partition(":")[2] or object_, polarity)


def _deed(finding: Finding) -> tuple[Predicate, str, Polarity]:
    """A finding without its subject and the type of its object."""
    predicate, _, object_, polarity = _thing(finding)
    return (predicate, object_, polarity)


def _name(reference: Reference | None) -> str:
    return "" if reference is None or reference.type is EntityType.INCIDENT else reference.id


def measures(
    context: Context,
    drafts: list[Draft],
    findings: dict[Finding, list[Draft]],
    settling: Settling,
) -> dict[Finding, list[float]]:
    """What there is to weigh of each finding, as numbers in a fixed order."""
    of_predicate: dict[Predicate, list[float]] = {}
    of_name: dict[str, dict[str, float]] = {}
    of_ends: dict[tuple[Predicate, str], list[tuple[str, float]]] = {}
    for key, group in findings.items():
        best = max([d.score for d in group])
        surest = max([d.score * d.bond for d in group])
        of_ends.setdefault((key[0], key[2]), []).append((key[1], surest))
        of_predicate.setdefault(key[0], []).append(best)
        for end, reference in (("subject", group[0].subject), ("object", group[0].object)):
            if reference is not None and reference.type is not EntityType.INCIDENT:
                known = of_name.setdefault(reference.id.partition(":")[2], {})
                place = f"{key[0]} {end}"
                known[place] = max(known.get(place, 0.0), best)
    ruled = [d for d in drafts if not d.proposed]
    in_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        in_sentence.setdefault(draft.sentence, []).append(draft)
    top = _log_odds(max([d.score for d in drafts]))
    likely = sum([any(d.score > _LIKELY for d in group) for group in findings.values()])
    of_document = [
        float(len(ruled)),
        float(sum([d.score > _LIKELY for d in ruled])),
        top,
        float(context.dense),
        float(len(findings)),
        float(likely),
    ]
    for of_actors in (True, False):
        # Whether a report tells of deeds as its incident's or as its group's is alike throughout.
        of_document.append(
            sum(
                [
                    max([d.score * d.bond for d in group])
                    for key, group in findings.items()
                    if key[0] in _DEEDS and bool(key[1]) == of_actors
                ]
            )
        )
    of_document += [
        float(context.memory.topic is not None),
        float(context.memory.firm is not None),
        float(min(len(context.groups), _SEVERAL)),
    ]
    found: dict[Finding, list[float]] = {}
    for key, group in findings.items():
        found[key] = _measured(
            context, settling, key, group, in_sentence, of_predicate, of_name, of_ends
        )
        found[key] += of_document
    return found


_DEEDS = frozenset({Predicate.TARGETS, Predicate.USES, Predicate.EXPLOITS})
_SEVERAL = 6


_ORIGINS = {
    how: number
    for number, how in enumerate(
        (
            "phrase",
            "mark",
            "name",
            "method",
            "pronoun",
            "victim",
            "reading",
            "victim reading",
            "thing",
            "behind",
            "amount",
            "memory",
            "attack",
        ),
        1,
    )
}
"""How the mention of a proposal may stand; 0 is a rule's finding."""
_LIKELY = 0.5
_NEARBY = 0.3


def _measured(
    context: Context,
    settling: Settling,
    finding: Finding,
    group: list[Draft],
    in_sentence: dict[int, list[Draft]],
    of_predicate: dict[Predicate, list[float]],
    of_name: dict[str, dict[str, float]],
    of_ends: dict[tuple[Predicate, str], list[tuple[str, float]]],
) -> list[float]:
    best = max(group, key=_score)
    subject, object_ = best.subject, best.object
    named = object_ is not None and object_.type is not EntityType.INCIDENT
    known = of_name.get(object_.id.partition(":")[2], {}) if object_ is not None and named else {}
    elsewhere = [
        score for other, score in of_ends.get((finding[0], finding[2]), ()) if other != finding[1]
    ]
    rivals = [score for place, score in known.items() if place != f"{best.predicate} object"]
    alike = of_predicate[best.predicate]
    ruled = [d for d in group if not d.proposed]
    others = [d for d in in_sentence[best.sentence] if d is not best]
    worth = [settling.rules.get(f"{d.rule} {d.predicate}", settling.unknown) for d in ruled]
    return [
        float(_PREDICATES.index(str(best.predicate))),
        _log_odds(best.score),
        log(sum([d.score / (1 - min(d.score, 0.9999)) for d in group]) + 1e-4),
        float(len(group)),
        float(len(ruled)),
        _log_odds(max([d.score for d in ruled], default=0.01)),
        _log_odds(max(worth, default=0.01)),
        float(sum([score > best.score for score in alike])),
        float(len(alike)),
        _log_odds(max(alike)),
        max(rivals, default=0.0),
        known.get("attributed-to object", 0.0),
        known.get("targets object", 0.0),
        known.get("sponsored-by object", 0.0),
        float(context.named.get(object_.id, 0) if object_ is not None else 0),
        float(context.named.get(subject.id, 0)),
        float(_TYPES.index(str(subject.type))),
        float(_TYPES.index(str(object_.type)) if object_ is not None else -1),
        float(best.polarity is Polarity.DENIED),
        _log_odds(best.bond),
        float(_ORIGINS.get(best.origin, 0)),
        max(elsewhere, default=0.0),
        float(len(elsewhere)),
        float(best.likelihood is not None),
        float(len(best.claimants or ())),
        max([d.score for d in others], default=0.0),
        max([d.score for d in others if d.predicate is best.predicate], default=0.0),
        float(sum([d.score > _NEARBY for d in others])),
        float(_ORIGINS.get(best.other_origin, 0)),
        float(best.unnamed),
        float(_kind_of_number(best)),
        of_name.get(subject.id.partition(":")[2], {}).get("attributed-to object", 0.0),
        float(context.memory.topic is not None and context.memory.topic.id == subject.id),
    ]


_UNITS = (
    frozenset({"organizations", "companies", "victims", "institutions", "municipalities"}),
    frozenset({"systems", "computers", "servers", "devices", "machines", "workstations"}),
    frozenset({"persons", "people", "users", "customers", "patients", "employees", "members"}),
    frozenset({"dollars", "euros", "pounds", "usd", "eur", "gbp"}),
    frozenset({"gigabytes", "terabytes", "megabytes"}),
    frozenset({"records", "files", "documents", "accounts", "messages"}),
)
"""Units of numbers that tell alike whose the number is."""


def _kind_of_number(draft: Draft) -> int:
    if draft.count is None:
        return 0
    kinds = [n for n, units in enumerate(_UNITS, 1) if draft.count.unit in units]
    return kinds[0] if kinds else len(_UNITS) + 1


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))


def _incident_meant(draft: Draft, incidents: Sequence[Draft]) -> Reference:
    """The known incident that a proposal is about: its own, else the last one told before it, else the first."""
    if draft.subject.id in landmarks() or not incidents:
        return draft.subject
    if any(d.subject.id == draft.subject.id for d in incidents):
        return draft.subject
    before = [d for d in incidents if d.sentence <= draft.sentence]
    return (before[-1] if before else incidents[0]).subject
