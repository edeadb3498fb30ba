"""Public bodies that every state has: which entity "Ministry of Defence" is for a given country.

A form without a country ("the justice ministry") belongs to nobody; `body_names` gives it as a name of
``body:ministry-of-justice``, that `resolve_body` turns into an entity when the country is known.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.forms import french_agreement, is_abbreviation, name_row
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.schema import Agency, KnowledgeError
from vidocq.knowledge.states import adjectives, id_prefix, is_country
from vidocq.model import EntityType

SOURCE = "vidocq:bodies"
_MARK = re.compile(r" \((m|f|mp|fp)\)")


@cache
def _agencies() -> dict[str, Agency]:
    """Id to agency, over all files."""
    return {
        agency_id(f.country, key): a
        for f in schema.agency_files().values()
        for key, a in f.agencies.items()
    }


def agency_id(country: str, key: str) -> str:
    """The id of an agency of a file: ``agency:us-doj``."""
    return f"agency:{id_prefix(country)}-{key}"


@cache
def _by_body() -> dict[tuple[str, str], str]:
    """(country, body) to the agency that a country's file names as that body."""
    found: dict[tuple[str, str], str] = {}
    for name, file in schema.agency_files().items():
        for key, agency in file.agencies.items():
            for body in agency.body:
                entry = (file.country, body)
                if body not in schema.body_kinds():
                    raise KnowledgeError(f"agencies/{name}", key, "body", f"no body {body!r}")
                if entry in found:
                    raise KnowledgeError(
                        f"agencies/{name}", key, "body", f"{body} is already {found[entry]}"
                    )
                found[entry] = agency_id(file.country, key)
    return found


def resolve_body(body: str, country: str) -> str:
    """The entity that a kind of body is for a state (ISO code): ``agency:us-doj`` for
    ("ministry-of-justice", "US"), ``agency:ua-ministry-of-defence`` where no file has a name for it.
    ``body`` may bear its prefix (``body:ministry-of-justice``)."""
    key = body.removeprefix("body:")
    known = body_of(key, country)
    if known is not None:
        return known
    return f"{schema.body_kinds()[key].type}:{id_prefix(country)}-{key}"


def body_of(key: str, country: str) -> str | None:
    """The agency that a state's own file names as a kind of body; None where it has none."""
    return _by_body().get((country, key))


def sibling(entity: str, country: str) -> str | None:
    """The body of ``country`` that does what ``entity`` does for its own: the Dutch NCSC for
    (``agency:uk-ncsc``, "NL"). None where the entity is no such body."""
    agency = _agencies().get(entity)
    if agency is None or not agency.body:
        return None
    return resolve_body(agency.body[0], country)


@cache
def body_names() -> tuple[Name, ...]:
    """The forms that mean a body without saying whose, as names of ``body:KEY``.

    Not part of `load_names`: such an id is no entity until `resolve_body` has a country for it."""
    rows = []
    for key, body in schema.body_kinds().items():
        for language, forms in (("en", body.en), ("fr", tuple(bare(form) for form in body.fr))):
            rows += [
                Name(
                    text=text,
                    entity=f"body:{key}",
                    type=EntityType(str(body.type)),
                    role=NameRole.ABBREVIATION if is_abbreviation(text) else NameRole.NAME,
                    language=language,
                    context=NameContext.CUE,
                    exact_case=is_abbreviation(text),
                    source=SOURCE,
                )
                for text in forms
            ]
    return tuple(rows)


def bare(form: str) -> str:
    """A French form without the mark of its adjective."""
    return _MARK.sub("", form)


@cache
def default_names() -> tuple[Name, ...]:
    """Forms that mean one state's body when no country stands beside them ("Justice Department")."""
    rows = []
    for key, body in schema.body_kinds().items():
        forms = {"en": body.en, "fr": tuple(bare(form) for form in body.fr)}
        for country, texts in body.default.items():
            if not is_country(country):
                raise KnowledgeError("bodies.yaml", key, "default", f"{country!r} is no country")
            entity = resolve_body(key, country)
            for text in texts:
                languages = [language for language, known in forms.items() if text in known]
                if not languages:
                    raise KnowledgeError("bodies.yaml", key, "default", f"{text!r} is no form")
                rows += [name_row(text, entity, language, source=SOURCE) for language in languages]
    return tuple(rows)


@cache
def composed_names() -> tuple[Name, ...]:
    """The bodies of the states that have an agency file, with the state's adjective: "Ukrainian
    Ministry of Defence", "ministère ukrainien de la Défense", "Dutch NCSC"."""
    rows: dict[tuple[str, str], Name] = {}
    for file in schema.agency_files().values():
        if not is_country(file.country):
            continue
        for key, body in schema.body_kinds().items():
            if body.common or (file.country, key) in _by_body():
                entity = resolve_body(key, file.country)
                _compose(rows, file.country, entity, body.en, body.fr)
        for key, agency in file.agencies.items():
            shared = agency.ambiguous
            english = tuple(t for t in shared if t in agency.en or t in agency.all)
            french = tuple(t for t in shared if t in agency.fr or t in agency.all)
            _compose(rows, file.country, agency_id(file.country, key), english, french)
    return tuple(rows.values())


def _compose(
    rows: dict[tuple[str, str], Name],
    country: str,
    entity: str,
    english: tuple[str, ...],
    french: tuple[str, ...],
) -> None:
    """Add every form with every adjective; the first to claim a form keeps it."""
    for adjective in adjectives(country, "en"):
        for form in english:
            text = f"{adjective} {form}"
            rows.setdefault(("en", text.casefold()), name_row(text, entity, "en", source=SOURCE))
    for demonym in adjectives(country, "fr"):
        agreement = french_agreement(demonym)
        for form in french:
            for text in _french(form, agreement):
                key = ("fr", text.casefold())
                rows.setdefault(key, name_row(text.lower(), entity, "fr", source=SOURCE))


def _french(form: str, agreement: dict[str, str]) -> tuple[str, ...]:
    """A French form with the adjective at its mark and at its end; one without a mark in both genders."""
    mark = _MARK.search(form)
    if mark is None:
        return tuple(f"{form} {agreement[gender]}" for gender in ("m", "f"))
    adjective = agreement[mark[1]]
    at_mark = form[: mark.start()] + " " + adjective + form[mark.end() :]
    return tuple(dict.fromkeys((at_mark, f"{bare(form)} {adjective}")))
