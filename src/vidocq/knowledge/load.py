"""What the knowledge files say of an entity: its country, label and kind, and whom the name of a publisher means.

Importing this module reads nothing; each function reads its files once a process.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.all_names import data_fingerprint, names_in, shared_names
from vidocq.knowledge.bodies import resolve_body
from vidocq.knowledge.bodies import sibling as sibling
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.kept import kept
from vidocq.knowledge.languages import further_languages, language_file, spelled_out
from vidocq.knowledge.own_entities import entries_by_id
from vidocq.knowledge.schema import Agency, AgencyKind, Body, CompanyKind
from vidocq.knowledge.states import country_of_prefix, territories
from vidocq.model import EntityType, Reference


def bodies() -> dict[str, Body]:
    """Kinds of public bodies by key."""
    return schema.body_kinds()


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


_SITE = re.compile(r"^(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})(?:[/:].*)?$", re.IGNORECASE)


def find_publisher(publisher: str, language: str | None = None) -> Reference | None:
    """The agency, bloc, company or organisation that a document's publisher is: by its name as a whole, in English, French or
    the document's language, its abbreviation in brackets ("National Security Agency (NSA)") or its Internet domain."""
    text = publisher.strip()
    if not text:
        return None
    site = _SITE.match(text)
    if site is not None:
        entity = _by_site(site[1].lower())
        return _reference(entity, text) if entity else None
    tables = (_publishers(None), _publishers(language if language in further_languages() else None))
    parts = [text, *re.split(r"\s*[|(),;/–—]\s*|\s+-\s+", text)]
    for part in parts:
        key = re.sub(r"^(?:the|le|la|les|l'|l’)\s*", "", part.strip(), flags=re.IGNORECASE)
        for form in (part.strip(), key):
            for table in tables:
                entity = table.get(fold(form))
                if entity is not None:
                    return _reference(entity, text)
    return None


def _reference(entity: str, text: str) -> Reference:
    return Reference(EntityType(entity.partition(":")[0]), text, entity)


@cache
def _publishers(language: str | None) -> dict[str, str]:
    """Folded name to entity, for what can publish: the shared names, or those of a language of its own file. Kept between
    runs, for to fold all names takes a third of a second."""
    return kept(
        f"publishers-{language or 'shared'}",
        dict[str, str],
        lambda: _folded_publishers(language),
        data_fingerprint(),
    )


def _folded_publishers(language: str | None) -> dict[str, str]:
    kinds = {EntityType.AGENCY, EntityType.BLOC, EntityType.COMPANY, EntityType.ORGANISATION}
    found: dict[str, str] = {}
    for row in shared_names() if language is None else names_in(language):
        if row.type in kinds and row.source.startswith("vidocq:"):
            # The name of a file has no accents, no hyphens within a name, and may spell letters out.
            found.setdefault(fold(row.text), row.entity)
            found.setdefault(fold(row.text.casefold().translate(_SPELT_OUT)), row.entity)
    return found


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""Letters that the name of a file spells out."""


@cache
def _sites() -> dict[str, str]:
    found = {}
    for entity, (entry, _) in entries_by_id().items():
        for site in getattr(entry, "sites", ()):
            found[site] = entity
    return found


def _by_site(host: str) -> str | None:
    """The entity of a host or of the domain that it lies in."""
    labels = host.split(".")
    for i in range(len(labels) - 1):
        entity = _sites().get(".".join(labels[i:]))
        if entity is not None:
            return entity
    return None


@cache
def firms() -> tuple[str, ...]:
    """The ids of the firms of security and technology that our files know: those that publish whom they blame."""
    kinds = (CompanyKind.VENDOR, CompanyKind.TECHNOLOGY)
    return tuple(f"company:{key}" for key, one in schema.companies().items() if one.kind in kinds)
