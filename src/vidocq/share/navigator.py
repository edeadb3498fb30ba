"""ATT&CK Navigator layers: the methods that the record lays to an actor, scored by independent claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any

import msgspec

from vidocq.ask.provenance import texts_of
from vidocq.knowledge.techniques import load_technique_names
from vidocq.ledger import Ledger, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import EntityType, Polarity, Predicate
from vidocq.resolve.copies import copies
from vidocq.resolve.origins import origins
from vidocq.share.selection import Chosen, Selection, choose
from vidocq.share.stix.objects import attack_number
from vidocq.share.techniques import NUMBER, techniques_named

LAYER_VERSION = "4.5"
NAVIGATOR_VERSION = "5.1.0"
ATTACK_VERSION = "18"

MOST_COMPARED = 120
"""Documents of one method whose texts are compared, so that copies do not count twice."""


@dataclass
class _Method:
    """What is said of one technique."""

    claims: list[StoredClaim] = field(default_factory=list)
    named_in: dict[str, str] = field(default_factory=dict)


def write_layer(ledger: Ledger, file: IO[bytes], selection: Selection | None = None) -> int:
    """Write a layer of the methods that claims of a selection say were used; the number of techniques.

    With an actor in the selection it is the actor's layer: only what the claims lay to it (or to an
    incident or malware that they lay to it) counts. A technique's score is the number of independent
    origins of the claims, near-copies folded. Techniques that the reports name without a claim have the score 0.

    Raises:
        AskError: the selection names what the record does not know.
    """
    with choose(ledger, selection) as chosen:
        methods = _methods(chosen, bool(selection and selection.actor))
        told = _layer(chosen, methods, selection or Selection())
    file.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    file.write(b"\n")
    return len(told["techniques"])


def _methods(chosen: Chosen, of_actor: bool) -> dict[str, _Method]:
    found: dict[str, _Method] = {}
    at, asked = chosen.setting.at, chosen.claims
    doers = frozenset(_deeds_of(chosen)) if of_actor else None
    # What is said of an incident or malware of the actor's names the actor in another claim.
    wide = msgspec.structs.replace(asked, parties=(), events=tuple(doers)) if doers else asked
    wide = msgspec.structs.replace(wide, predicates=(Predicate.USES,), polarity=Polarity.AFFIRMED)
    for stored in query.each_claim(at, wide):
        target = stored.claim.object
        if target is None or target.type is not EntityType.TECHNIQUE:
            continue
        if doers is not None and stored.claim.subject.id not in doers:
            continue
        number = technique_number(target.id)
        if number:
            found.setdefault(number, _Method()).claims.append(stored)
    for document, _ in query.by_document(at, asked, texts=True):
        title = document.title or document.name
        for number in techniques_named(document.text or ""):
            found.setdefault(number, _Method()).named_in[document.sha256] = title
    return found


def _deeds_of(chosen: Chosen) -> Iterator[str]:
    """The actor under all its names, and the incidents and malware that claims lay to it."""
    yield from chosen.claims.parties
    asked = msgspec.structs.replace(
        chosen.claims,
        objects=chosen.claims.parties,
        predicates=(Predicate.ATTRIBUTED_TO,),
        polarity=Polarity.AFFIRMED,
    )
    for stored in query.each_claim(chosen.setting.at, asked):
        yield stored.claim.subject.id


@cache
def _numbers_by_name() -> dict[str, str]:
    """ATT&CK's numbers of the methods that are named in its own words, by our id of the words."""
    found = {}
    for name in load_technique_names():
        number = name.source.rpartition(":")[2]
        if NUMBER.fullmatch(number):
            found[name.entity] = number
    return found


def technique_number(id: str) -> str | None:
    """The ATT&CK technique of a method on the record, by its number or its name."""
    return attack_number(id) or _numbers_by_name().get(id)


def _layer(chosen: Chosen, methods: dict[str, _Method], wanted: Selection) -> dict[str, Any]:
    about = wanted.actor or wanted.incident or wanted.state
    techniques = [_technique(chosen, number, method) for number, method in sorted(methods.items())]
    highest = max((one["score"] for one in techniques), default=0)
    return {
        "name": f"Vidocq: {about}" if about else "Vidocq",
        "versions": {
            "attack": ATTACK_VERSION,
            "navigator": NAVIGATOR_VERSION,
            "layer": LAYER_VERSION,
        },
        "domain": "enterprise-attack",
        "description": "Methods by claims on the record. The score is the number of independent origins of the "
        "claims that say so; 0: named in a report, without a claim.",
        "sorting": 3,
        "hideDisabled": False,
        "techniques": techniques,
        "gradient": {
            "colors": ["#ffffff", "#f2b700"],
            "minValue": 0,
            "maxValue": max(1, highest),
        },
        "legendItems": [],
        "metadata": [
            {"name": name, "value": str(value)}
            for name in ("actor", "state", "incident", "since", "until", "as_of")
            if (value := getattr(wanted, name))
        ],
        "links": [],
        "showTacticRowBackground": False,
        "selectTechniquesAcrossTactics": True,
        "selectSubtechniquesWithParent": False,
    }


def _technique(chosen: Chosen, number: str, method: _Method) -> dict[str, Any]:
    once = list({one.document: one for one in method.claims}.values())[:MOST_COMPARED]
    found = (
        origins(once, copies(texts_of(chosen.setting, once)), chosen.setting.meanings)
        if once
        else []
    )
    quotes = [f"“{one.claim.quote}”" for one in once[:3]]
    named = [f"named in: {title}" for title in list(method.named_in.values())[:3]]
    return {
        "techniqueID": number,
        "score": len(found),
        "comment": "\n".join((*quotes, *named)),
        "enabled": True,
        "metadata": [
            {"name": "claims", "value": str(len(method.claims))},
            {"name": "documents", "value": str(len(once))},
            *({"name": "origin", "value": origin.name} for origin in found[:10]),
        ],
        "showSubtechniques": "." in number,
    }
