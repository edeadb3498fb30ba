"""Whom the name of a publisher means: a body, bloc, firm or organisation of our own files."""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge.all_names import data_fingerprint, names_in, shared_names
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.kept import kept
from vidocq.knowledge.languages import further_languages
from vidocq.knowledge.own_entities import entries_by_id
from vidocq.model import EntityType, Reference

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
