"""Indicators as STIX: a pattern, since when it holds, and what it indicates."""

from __future__ import annotations

from typing import Any

from vidocq.ledger.records import StoredDocument
from vidocq.share.indicators import Indicator, lore
from vidocq.share.stix.extension import PRODUCER
from vidocq.share.stix.ids import stix_id


def indicator_object(one: Indicator, document: StoredDocument, when: str) -> dict[str, Any]:
    """The indicator object of an indicator that a document names; ``when`` it was recorded."""
    published = document.published if document.published and len(document.published) == 10 else None
    value = one.value.replace("\\", "\\\\").replace("'", "\\'")
    return {
        "type": "indicator",
        "spec_version": "2.1",
        "id": stix_id("indicator", document.sha256, one.kind, one.value),
        "created_by_ref": PRODUCER,
        "created": when,
        "modified": when,
        "name": one.value,
        "description": f"Named in: {document.title or document.name}",
        "indicator_types": ["unknown"],
        "pattern": lore().stix[one.form].format(value=value),
        "pattern_type": "stix",
        "valid_from": f"{published}T00:00:00Z" if published else when,
    }
