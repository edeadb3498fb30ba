"""What the knowledge files say of an entity: its country, label and kind.

Importing this module reads nothing; each function reads its files once a process.
"""

from __future__ import annotations

from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.bodies import resolve_body
from vidocq.knowledge.languages import language_file, spelled_out
from vidocq.knowledge.own_entities import entries_by_id
from vidocq.knowledge.schema import Agency, AgencyKind, CompanyKind
from vidocq.knowledge.states import country_of_prefix, territories


def country_of(entity: str) -> str | None:
    """ISO 3166-1 code of the country of a state, agency, organisation, company or city; else None.

    An id that no file has is judged by its country prefix (agencies and organisations only)."""
    kind, _, name = entity.partition(":")
    if kind == "state":
        return name
    if kind in ("agency", "organisation"):
        prefix, dash, _ = name.partition("-")
        code = country_of_prefix(prefix) if dash and len(prefix) == 2 else None
        if code is not None and not (kind == "organisation" and name == prefix):
            return code
    if kind == "company" and name in schema.companies():
        return schema.companies()[name].country
    if kind == "place" and name in schema.places():
        return schema.places()[name].country
    if kind == "organisation" and name in schema.organisations():
        return schema.organisations()[name].country
    return None


def seated_in(entity: str) -> tuple[str, str | None] | None:
    """The bloc that speaks by the name of a place, and the state whose capital the place is; None where no bloc does."""
    kind, _, name = entity.partition(":")
    place = schema.places().get(name) if kind == "place" else None
    if place is None or place.seat is None:
        return None
    return place.seat, f"state:{place.capital_of}" if place.capital_of else None


def entity_label(entity: str) -> str:
    """A name to show for an entity: English where there is one, else the id's own words."""
    name = entity.partition(":")[2]
    if entity.startswith("state:"):
        return territories("en").get(name, name)
    if entity in entries_by_id():
        return label_in(entity, "en") or name
    return name.replace("-", " ")


def label_in(entity: str, language: str) -> str | None:
    """The first name that our files give an entity in a language, else in any; None where they know it not."""
    kind, _, name = entity.partition(":")
    if kind == "state":
        return territories(language).get(name)
    known = entries_by_id().get(entity)
    if known is None:
        return None
    entry = known[0]
    for form in language_file(language).names.get(entity, ())[:1]:
        return spelled_out(form)[0]
    own, other = (entry.fr, entry.en) if language == "fr" else (entry.en, entry.fr)
    return next(iter((*own, *entry.all, *other)), None)


def _company_kind(entity: str) -> CompanyKind | None:
    kind, _, key = entity.partition(":")
    company = schema.companies().get(key) if kind == "company" else None
    return company.kind if company else None


def is_outlet(entity: str) -> bool:
    """Whether an entity is a news organisation, that relays what others claim."""
    return _company_kind(entity) is CompanyKind.OUTLET


def is_vendor(entity: str) -> bool:
    """Whether an entity is a security firm, that reports attacks more often than it suffers them."""
    return _company_kind(entity) is CompanyKind.VENDOR


def agency_kind(entity: str) -> AgencyKind | None:
    """What a public body does, where the knowledge files have it."""
    known = entries_by_id().get(entity)
    entry = known[0] if known else None
    return entry.kind if isinstance(entry, Agency) else None


def parent_of(entity: str) -> str | None:
    """The agency that a public body is a part of, where the knowledge files say so."""
    known = entries_by_id().get(entity)
    entry = known[0] if known else None
    return entry.parent if isinstance(entry, Agency) else None


def prosecutor_of(country: str) -> str:
    """The body that prosecutes for a state (ISO code)."""
    return resolve_body("prosecutor-general", country)


@cache
def firms() -> tuple[str, ...]:
    """The ids of the firms of security and technology that our files know: those that publish whom they blame."""
    kinds = (CompanyKind.VENDOR, CompanyKind.TECHNOLOGY)
    return tuple(f"company:{key}" for key, one in schema.companies().items() if one.kind in kinds)
