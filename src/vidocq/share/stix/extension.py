"""Our extension of STIX: what it cannot hold of a claim, a document and an entity.

The definition travels in every bundle, with its JSON schema (`data/claim-extension.schema.json`) as text.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from vidocq.share.stix.ids import stix_id

BEGINNING = "2026-01-01T00:00:00.000Z"
"""``created`` of objects that are made of their contents alone: the day of the first version of this mapping."""

EXTENDED = "2026-11-26T00:00:00.000Z"
"""``modified`` of the extension: the day of its present version."""

EXTENSION = stix_id("extension-definition", "claim", "1")
PRODUCER = stix_id("identity", "producer")


@cache
def schema_text() -> str:
    """The JSON schema of the extension, on one line."""
    text = files("vidocq.share").joinpath("data/claim-extension.schema.json").read_text("utf-8")
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


@cache
def producer() -> dict[str, Any]:
    """Who makes the bundle: a record of what others say, who is no claimant itself."""
    return {
        "type": "identity",
        "spec_version": "2.1",
        "id": PRODUCER,
        "created": BEGINNING,
        "modified": BEGINNING,
        "name": "Vidocq",
        "description": "A record of who says who did what to whom. It says who says so; it asserts "
        "nothing itself. Who claims or denies something is told by the notes and opinions.",
        "identity_class": "system",
    }


@cache
def extension_definition() -> dict[str, Any]:
    """The definition of our extension, its schema within."""
    return {
        "type": "extension-definition",
        "spec_version": "2.1",
        "id": EXTENSION,
        "created_by_ref": PRODUCER,
        "created": BEGINNING,
        "modified": EXTENDED,
        "name": "Claim",
        "description": "What STIX cannot hold of a claim: its claimants apart from the producer, whether it is "
        "denied, its likelihood in words, and the exact words of its source with their position; of "
        "a report the document that it stands for; of any other object the entity that it stands for; "
        "what persons decided of names (the same or distinct) and said of claims (retracted, corrected, restored).",
        "schema": schema_text(),
        "version": "1.2.0",
        "extension_types": ["property-extension"],
    }


def extended(kind: str, **properties: Any) -> dict[str, Any]:
    """The value of ``extensions``; properties that are None are left out."""
    told = {name: value for name, value in properties.items() if value is not None}
    return {EXTENSION: {"extension_type": "property-extension", "kind": kind, **told}}


def extension_of(told: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """Our extension of an object, if it has one of that kind."""
    extensions = told.get("extensions")
    found = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    return found if isinstance(found, dict) and found.get("kind") == kind else None
