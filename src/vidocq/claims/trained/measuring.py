"""The findings of a document, and what there is to weigh of each: the measures that settle which of them stand.

A finding is what one or more drafts say. Input: the drafts of a document; output: for each finding a row of numbers in a
fixed order, by which the trees of `vidocq.claims.trained.settling` go.
"""

from __future__ import annotations

from math import log

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.trained.weights import Settling
from vidocq.model import EntityType, Polarity, Predicate, Reference

Finding = tuple[Predicate, str, str, Polarity]
"""What a draft says of whom: predicate, subject and object (incidents all alike), polarity; of a number whose it is, and its value."""

_TYPES = [str(t) for t in EntityType]
_PREDICATES = [str(p) for p in Predicate]


def score_of(draft: Draft) -> float:
    """How sure the trained reader is of a draft, or of the rule that made it."""
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


def thing_of(finding: Finding) -> Finding:
    """A finding without the type of its object; a number whatever it is of."""
    predicate, subject, object_, polarity = finding
    if predicate is Predicate.AFFECTS:
        subject = ""
    return (predicate, subject, object_.partition(":")[2] or object_, polarity)


def deed_of(finding: Finding) -> tuple[Predicate, str, Polarity]:
    """A finding without its subject and the type of its object."""
    predicate, _, object_, polarity = thing_of(finding)
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
        surest = max([d.surety for d in group])
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
    bests = {key: max(group, key=score_of) for key, group in findings.items()}
    rivals: dict[Place, int] = {}
    for one in bests.values():
        where = _place(one)
        rivals[where] = rivals.get(where, 0) + 1
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
                    max([d.surety for d in group])
                    for key, group in findings.items()
                    if key[0] in _DEEDS and bool(key[1]) == of_actors
                ]
            )
        )
    of_document += [
        float(context.memory.topic is not None),
        float(context.memory.firm is not None),
        float(min(len(context.groups), _SEVERAL)),
        float(context.number + 1),
        float(_kind_of_voice(context.memory.voice)),
    ]
    found: dict[Finding, list[float]] = {}
    for key, group in findings.items():
        found[key] = _measured(
            context,
            settling,
            key,
            group,
            bests[key],
            in_sentence,
            of_predicate,
            of_name,
            of_ends,
            rivals,
        )
        found[key] += of_document
    return found


Place = tuple[int, Predicate, str]
"""Where findings compete: sentence, what they say, the type of whom."""


def _place(draft: Draft) -> Place:
    kind = str(draft.object.type) if draft.object is not None else ""
    return (draft.sentence, draft.predicate, kind)


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
    best: Draft,
    in_sentence: dict[int, list[Draft]],
    of_predicate: dict[Predicate, list[float]],
    of_name: dict[str, dict[str, float]],
    of_ends: dict[tuple[Predicate, str], list[tuple[str, float]]],
    rivals: dict[Place, int],
) -> list[float]:
    subject, object_ = best.subject, best.object
    named = object_ is not None and object_.type is not EntityType.INCIDENT
    known = of_name.get(object_.id.partition(":")[2], {}) if object_ is not None and named else {}
    elsewhere = [
        score for other, score in of_ends.get((finding[0], finding[2]), ()) if other != finding[1]
    ]
    elsewise = [score for place, score in known.items() if place != f"{best.predicate} object"]
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
        max(elsewise, default=0.0),
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
        best.sentence / (context.number + 1),
        float(rivals[_place(best)]),
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


def _kind_of_voice(voice: Reference | None) -> int:
    """In whose voice a document speaks: nobody's, a state's, another's."""
    if voice is None:
        return 0
    return 1 if voice.type is EntityType.STATE else 2


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
