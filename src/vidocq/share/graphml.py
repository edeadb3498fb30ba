"""The record as a graph in GraphML: entities are nodes, claims are edges from subject to object.

A claim without an object is a loop at its subject, marked by ``object_missing``. Written as it is read,
through lxml's incremental writer, so that memory holds the ids of the nodes and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree  # type: ignore[import-untyped]

from vidocq.ledger import Ledger, query
from vidocq.ledger.keys import party_of
from vidocq.ledger.records import StoredClaim
from vidocq.model import Reference
from vidocq.resolve.times import iso_day
from vidocq.share.selection import Chosen, Selection, choose, with_names

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_NODE = {"label": "string", "type": "string", "state": "string"}
_EDGE = {
    "predicate": "string",
    "polarity": "string",
    "claimants": "string",
    "claimant_names": "string",
    "confidence": "string",
    "likelihood": "string",
    "told_on": "string",
    "event_time": "string",
    "count": "long",
    "object_missing": "boolean",
    "quote": "string",
    "document": "string",
    "publisher": "string",
}

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML text can hold."""


def write_graphml(ledger: Ledger, file: IO[bytes], selection: Selection | None = None) -> int:
    """Write the graph of a selection; the number of edges.

    Raises:
        AskError: the selection names what the record does not know.
    """
    with choose(ledger, selection) as chosen, etree.xmlfile(file, encoding="utf-8") as out:
        out.write_declaration()
        with out.element("graphml", nsmap={None: NAMESPACE}):
            for place, keys in (("node", _NODE), ("edge", _EDGE)):
                for name, kind in keys.items():
                    attributes = {
                        "id": f"{place}_{name}",
                        "for": place,
                        "attr.name": name,
                        "attr.type": kind,
                    }
                    out.write(etree.Element("key", attributes))
            with out.element("graph", {"id": "record", "edgedefault": "directed"}):
                return _write_claims(chosen, out)


def _write_claims(chosen: Chosen, out: Any) -> int:
    written: set[str] = set()
    number = 0
    documents = query.by_document(chosen.setting.at, chosen.claims)
    for document, claims in with_names(chosen, documents):
        for stored in claims:
            for end in _ends(stored):
                if end.id not in written:
                    written.add(end.id)
                    out.write(_node(chosen, end))
            out.write(_edge(stored, document.publisher))
            number += 1
    return number


def _ends(stored: StoredClaim) -> Iterator[Reference]:
    yield stored.claim.subject
    if stored.claim.object:
        yield stored.claim.object


def _node(chosen: Chosen, one: Reference) -> Any:
    values = {"label": chosen.name(one.id), "type": str(one.type), "state": party_of(one)}
    return _filled(etree.Element("node", {"id": _xml(one.id)}), "node", values)


def _edge(stored: StoredClaim, publisher: str | None) -> Any:
    claim = stored.claim
    values = {
        "predicate": str(claim.predicate),
        "polarity": str(claim.polarity),
        "claimants": " | ".join(one.id for one in claim.claimants),
        "claimant_names": " | ".join(one.text for one in claim.claimants),
        "confidence": claim.confidence,
        "likelihood": claim.likelihood,
        "told_on": iso_day(stored.told_day),
        "event_time": claim.event_time,
        "count": claim.count.value if claim.count else None,
        "object_missing": None if claim.object else "true",
        "quote": claim.quote,
        "document": stored.document,
        "publisher": publisher,
    }
    ends = {
        "id": stored.id,
        "source": _xml(claim.subject.id),
        "target": _xml((claim.object or claim.subject).id),
    }
    return _filled(etree.Element("edge", ends), "edge", values)


def _filled(element: Any, place: str, values: dict[str, Any]) -> Any:
    for name, value in values.items():
        if value is not None and value != "":
            data = etree.SubElement(element, "data", {"key": f"{place}_{name}"})
            data.text = _xml(str(value))
    return element


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
