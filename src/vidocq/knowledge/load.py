"""All names and facts of the knowledge files, for the automaton and for the reader.

Importing this module reads nothing; each function reads its files once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from vidocq.knowledge import schema
from vidocq.knowledge.bodies import agency_id, composed_names, default_names
from vidocq.knowledge.bodies import resolve_body as resolve_body
from vidocq.knowledge.bodies import sibling as sibling
from vidocq.knowledge.check import check_names
from vidocq.knowledge.forms import entry_names, name_row, sector_row
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.kept import kept
from vidocq.knowledge.languages import FOLDER, further_languages, language_file, spelled_out
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.officials import official_names
from vidocq.knowledge.schema import Agency, AgencyKind, Body, CompanyKind, Entry, Sector
from vidocq.knowledge.states import country_of_prefix, state_names, territories
from vidocq.knowledge.translated import check_language, names_of
from vidocq.model import EntityType, Reference

_COLLEAGUES = (
    ("vidocq.knowledge.galaxy", "load_group_names"),
    ("vidocq.knowledge.incidents", "load_incident_names"),
    ("vidocq.knowledge.techniques", "load_technique_names"),
    ("vidocq.knowledge.vulnerabilities", "load_vulnerability_names"),
)


def load_names() -> tuple[Name, ...]:
    """All names of all entities in all languages; those of the further languages come last.

    Raises:
        KnowledgeError: a data file has a mistake, or two entities claim one form in one language.
    """
    return (
        *shared_names(),
        *(row for language in further_languages() for row in names_in(language)),
    )


@cache
def shared_names() -> tuple[Name, ...]:
    """The names in English, in French and in every language: what all readers need."""
    return kept("names-all", tuple[Name, ...], _read_names, data_fingerprint())


def names_in(language: str) -> tuple[Name, ...]:
    """The names of a language's own file; none for English and French. Not held: an index of them is."""
    if language not in further_languages():
        return ()
    return kept(
        f"names-{language}",
        tuple[Name, ...],
        lambda: _read_language(language),
        data_fingerprint(),
    )


def _read_language(language: str) -> tuple[Name, ...]:
    check_language(language, known_ids())
    rows = names_of(language)
    rows += _abbreviations_as_words(language, rows)
    everywhere = (
        row
        for row in shared_names()
        if row.language == "*" and row.source.startswith("vidocq:")
        if row.type not in (EntityType.GROUP, EntityType.MALWARE)
    )
    check_names([*everywhere, *rows], (language,))
    return tuple(rows)


def _abbreviations_as_words(language: str, rows: list[Name]) -> list[Name]:
    """ "Fbi", "Gru": the abbreviations of public bodies and blocs as words, where the language's press writes them so."""
    file = language_file(language)
    if not file.word_abbreviations:
        return []
    claimed = {row.text.casefold() for row in rows}
    found: dict[str, Name] = {}
    for row in (*rows, *shared_names()):
        word = row.text.capitalize()
        if (
            row.role is NameRole.ABBREVIATION
            and row.type in _ABBREVIATED
            and row.context is NameContext.NONE
            and row.text.isalpha()
            and len(row.text) >= _SHORTEST_WORD
            and row.text not in file.no_words
            and (row.language == language or row.text.casefold() not in claimed)
        ):
            found.setdefault(
                word,
                name_row(
                    word,
                    row.entity,
                    language,
                    exact=True,
                    source=f"vidocq:{FOLDER}/{language}",
                ),
            )
    return list(found.values())


_ABBREVIATED = frozenset({EntityType.AGENCY, EntityType.BLOC, EntityType.ORGANISATION})
_SHORTEST_WORD = 3


def known_ids() -> frozenset[str]:
    """The ids of all entities but states that the files know."""
    return frozenset({*_by_id(), *(row.entity for row in shared_names())})


def _read_names() -> tuple[Name, ...]:
    rows = list(own_names())
    for module, function in _COLLEAGUES:
        rows += getattr(import_module(module), function)()
    return tuple(rows)


@cache
def own_names() -> tuple[Name, ...]:
    """The names of this module's own files: all but groups, malware, incidents and techniques."""
    named = [
        *state_names(),
        *_entries(),
        *_place_demonyms(),
        *_sector_names(),
        *default_names(),
        *official_names(),
    ]
    check_names(named)
    return _distinct([*named, *composed_names()])


def _distinct(rows: Iterable[Name]) -> tuple[Name, ...]:
    """Without rows that repeat text, language and entity: the first stays."""
    kept: dict[tuple[str, str, str], Name] = {}
    for row in rows:
        kept.setdefault((row.text, row.language, row.entity), row)
    return tuple(kept.values())


@cache
def _by_id() -> dict[str, tuple[Entry, str]]:
    """Id to entry and file name, for every entity but states and sectors."""
    found: dict[str, tuple[Entry, str]] = {}
    tables: tuple[tuple[str, str, dict[str, Entry]], ...] = (
        ("bloc", "blocs.yaml", dict(schema.blocs())),
        ("company", "companies.yaml", dict(schema.companies())),
        ("organisation", "organisations.yaml", dict(schema.organisations())),
        ("product", "products.yaml", dict(schema.products())),
        ("place", "places.yaml", dict(schema.places())),
    )
    for kind, file, entries in tables:
        for key, entry in entries.items():
            found[f"{kind}:{key}"] = entry, file
    for name, agencies in schema.agency_files().items():
        for key, agency in agencies.agencies.items():
            found[agency_id(agencies.country, key)] = agency, f"agencies/{name}"
    return found


def _entries() -> list[Name]:
    return [
        row
        for entity, (entry, file) in _by_id().items()
        for row in entry_names(entity, entry, f"vidocq:{file.removesuffix('.yaml')}")
    ]


def _place_demonyms() -> list[Name]:
    """Adjectives of regions ("European"), English with a capital in the file, French without."""
    return [
        name_row(
            text,
            f"place:{key}",
            "fr" if text == text.lower() else "en",
            role=NameRole.DEMONYM,
            source="vidocq:places",
        )
        for key, place in schema.places().items()
        for text in place.demonyms
    ]


def _sector_names() -> list[Name]:
    """Words for a sector match anywhere; its modifiers need one of the sectors' head words."""
    rows = []
    for key, sector in sectors().items():
        for terms, context in (
            (sector.words, NameContext.NONE),
            (sector.modifiers, NameContext.CUE),
        ):
            for language, texts in (("en", terms.en), ("fr", terms.fr)):
                rows += [sector_row(text, key, language, context) for text in texts]
    return rows


def bodies() -> dict[str, Body]:
    """Kinds of public bodies by key."""
    return schema.body_kinds()


def sectors() -> dict[str, Sector]:
    """The sectors of the claim guide by key, with their words and modifiers."""
    return schema.sector_file().sectors


@cache
def sector_heads(language: str) -> frozenset[str]:
    """The nouns that make a sector of a modifier: "sector", "companies"; "secteur", "entreprises"."""
    heads = schema.sector_file().heads
    own = language_file(language).sector_heads
    return frozenset(own or (heads.fr if language == "fr" else heads.en))


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
    if entity in _by_id():
        return label_in(entity, "en") or name
    return name.replace("-", " ")


def label_in(entity: str, language: str) -> str | None:
    """The first name that our files give an entity in a language, else in any; None where they know it not."""
    kind, _, name = entity.partition(":")
    if kind == "state":
        return territories(language).get(name)
    known = _by_id().get(entity)
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
    known = _by_id().get(entity)
    entry = known[0] if known else None
    return entry.kind if isinstance(entry, Agency) else None


def parent_of(entity: str) -> str | None:
    """The agency that a public body is a part of, where the knowledge files say so."""
    known = _by_id().get(entity)
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
    for entity, (entry, _) in _by_id().items():
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
def data_fingerprint() -> str:
    """SHA-256 over the bytes of all data files and the versions of the collections used (hex)."""
    import hashlib
    from importlib.metadata import PackageNotFoundError, version

    digest = hashlib.sha256()
    for path in sorted(schema.DATA.rglob("*.yaml")):
        digest.update(path.relative_to(schema.DATA).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for package in ("pymispgalaxies", "babel"):
        try:
            digest.update(f"{package} {version(package)}\0".encode())
        except PackageNotFoundError:
            digest.update(f"{package} -\0".encode())
    return digest.hexdigest()


def _names_of_states() -> tuple[Name, ...]:
    return kept("names-states", tuple[Name, ...], state_names, data_fingerprint())


@cache
def demonyms(language: str | None = None) -> dict[str, str]:
    """Folded one-word demonyms and names of states, in English, French and the language given: "syrian" → ``state:SY``."""
    own = names_in(language) if language is not None else ()
    return {
        name.text.casefold(): name.entity
        for name in (*own, *_names_of_states())
        if name.type is EntityType.STATE
        and " " not in name.text
        and name.role in (NameRole.DEMONYM, NameRole.NAME)
    }


@cache
def firms() -> tuple[str, ...]:
    """The ids of the firms of security and technology that our files know: those that publish whom they blame."""
    kinds = (CompanyKind.VENDOR, CompanyKind.TECHNOLOGY)
    return tuple(f"company:{key}" for key, one in schema.companies().items() if one.kind in kinds)
