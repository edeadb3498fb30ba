"""From a name in another's record to an entity of ours: by our knowledge, else by the words themselves."""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge.all_names import load_names
from vidocq.knowledge.galaxy_names import canonical_group_id, slug
from vidocq.knowledge.name import Name, NameRole
from vidocq.knowledge.states import is_country
from vidocq.model import EntityType, Reference

ID_CHARACTERS = 300
"""A longer id than this is cut: a name of that length is a description."""

_CVE = re.compile(r"cve-\d{4}-\d{4,}", re.IGNORECASE)
_TECHNIQUE = re.compile(r"t\d{4}(?:\.\d{3})?", re.IGNORECASE)

PARTIES = (
    EntityType.STATE,
    EntityType.BLOC,
    EntityType.AGENCY,
    EntityType.COMPANY,
    EntityType.ORGANISATION,
)
"""What has a name by which our data know it."""


def known(name: str, types: tuple[EntityType, ...] = PARTIES) -> Reference | None:
    """The party that our data know by exactly this name, an abbreviation in its own case only."""
    text = " ".join(name.split())
    for row in _by_name().get(text.casefold(), ()):
        if row.type in types and (row.role is not NameRole.ABBREVIATION or row.text == text):
            return Reference(row.type, name, row.entity)
    return None


@cache
def _by_name() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for row in load_names():
        if row.type in PARTIES and row.role is not NameRole.DEMONYM:
            found.setdefault(row.text.casefold(), []).append(row)
    return found


def reference(kind: EntityType, name: str) -> Reference:
    """The entity of a type with a name, its id made of the name as the claim guide says."""
    text = " ".join(name.split()) or "unnamed"
    if kind is EntityType.GROUP:
        id = canonical_group_id(text)
    elif kind is EntityType.VULNERABILITY and (found := _CVE.search(text)):
        id = f"vulnerability:{found[0].lower()}"
    elif kind is EntityType.TECHNIQUE and _TECHNIQUE.fullmatch(text):
        id = f"technique:{text.upper()}"
    else:
        id = f"{kind}:{slug(text)}"
    if id.endswith(":"):
        id += "unnamed"
    return Reference(kind, text, id[:ID_CHARACTERS])


def party(name: str, otherwise: EntityType = EntityType.ORGANISATION) -> Reference:
    """The state, agency, company or organisation of this name; an unknown one is of the type ``otherwise``."""
    return known(name) or reference(otherwise, name)


def state(code: str, name: str | None = None) -> Reference | None:
    """The state with a code of ISO 3166-1 (alpha-2)."""
    code = code.strip().upper()
    return Reference(EntityType.STATE, name or code, f"state:{code}") if is_country(code) else None
