"""Checks over all files: what no single entry can tell of itself."""

from __future__ import annotations

from collections.abc import Iterable

from vidocq.knowledge import schema
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.name import Name
from vidocq.knowledge.schema import Entry, KnowledgeError
from vidocq.knowledge.states import is_country
from vidocq.model import EntityType

_SHORT_ALLOWED = frozenset({"US", "UK", "EU", "UE", "UN", "IT", "VN", "VS", "VK", "OM"})
"""Forms of one or two letters that may match; all others are articles, codes or chance."""


def check_names(names: Iterable[Name], languages: tuple[str, ...] = ("en", "fr")) -> None:
    """Raise `KnowledgeError` where two entities claim one form in one of the languages, or a form is forbidden.

    Sectors are left out of the first check: a word may tell of two ("port operators")."""
    claimed: dict[tuple[str, str], Name] = {}
    for name in names:
        key = fold(name.text)
        if sum(sign.isalnum() for sign in key) < 3 and not _is_allowed(name):
            raise KnowledgeError(name.source, name.entity, name.text, "is too short to be a name")
        if name.type is EntityType.SECTOR:
            continue
        if name.exact_case:
            key = name.text
        for language in languages if name.language == "*" else (name.language,):
            other = claimed.setdefault((language, key), name)
            if other.entity != name.entity:
                raise KnowledgeError(
                    name.source,
                    name.entity,
                    language,
                    f"{name.text!r} is claimed by {other.entity} too: mark it ambiguous in both",
                )


def _is_allowed(name: Name) -> bool:
    letters = name.text.replace(".", "")
    if letters in _SHORT_ALLOWED:
        return True
    # "Ue", as Italian writes it, must stand in this very spelling.
    return name.exact_case and (
        letters.upper() in _SHORT_ALLOWED or any(c.isdigit() for c in letters)
    )


def check_files() -> None:
    """Raise `KnowledgeError` where an entry contradicts itself or points to nothing."""
    for file, country, key, entry in _all_entries():
        for field in ("exact", "cue", "capitalised", "ambiguous"):
            for text in getattr(entry, field):
                if text not in entry.forms:
                    raise KnowledgeError(file, key, field, f"{text!r} is not among its forms")
        if not entry.forms:
            raise KnowledgeError(file, key, "en", "has no form at all")
        if country is not None and not is_country(country):
            raise KnowledgeError(file, key, "country", f"{country!r} is no ISO 3166-1 code")
    _check_agencies()
    companies = schema.companies()
    for key, product in schema.products().items():
        if product.vendor is not None and product.vendor not in companies:
            raise KnowledgeError("products.yaml", key, "vendor", f"no company {product.vendor!r}")
    _check_places()


def _check_places() -> None:
    blocs = schema.blocs()
    for key, place in schema.places().items():
        if place.seat is not None and place.seat.removeprefix("bloc:") not in blocs:
            raise KnowledgeError("places.yaml", key, "seat", f"no bloc {place.seat!r}")
        if place.capital_of is not None and not is_country(place.capital_of):
            fault = f"{place.capital_of!r} is no ISO 3166-1 code"
            raise KnowledgeError("places.yaml", key, "capital_of", fault)


def _check_agencies() -> None:
    from vidocq.knowledge.bodies import agency_id

    blocs = schema.blocs()
    known = {
        agency_id(f.country, key) for f in schema.agency_files().values() for key in f.agencies
    }
    for name, file in schema.agency_files().items():
        place = f"agencies/{name}"
        if not is_country(file.country) and file.country not in blocs:
            raise KnowledgeError(place, "file", "country", f"{file.country!r} is no state or bloc")
        if file.country.lower() != name.removesuffix(".yaml"):
            raise KnowledgeError(place, "file", "country", f"{file.country!r} is not the file's")
        for key, agency in file.agencies.items():
            if agency.parent is not None and agency.parent not in known:
                raise KnowledgeError(place, key, "parent", f"no agency {agency.parent!r}")


def _all_entries() -> Iterable[tuple[str, str | None, str, Entry]]:
    for key, bloc in schema.blocs().items():
        yield "blocs.yaml", None, key, bloc
    for name, file in schema.agency_files().items():
        for key, agency in file.agencies.items():
            yield f"agencies/{name}", None, key, agency
    for key, company in schema.companies().items():
        yield "companies.yaml", company.country, key, company
    for key, organisation in schema.organisations().items():
        yield "organisations.yaml", organisation.country, key, organisation
    for key, product in schema.products().items():
        yield "products.yaml", None, key, product
    for key, place in schema.places().items():
        yield "places.yaml", place.country, key, place
