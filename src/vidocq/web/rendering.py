"""Templates to pages: one environment a language, everything escaped, the page's own facts beside the answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from vidocq import __version__
from vidocq.ask.dossier import Told
from vidocq.model import Confidence, Count, EntityType, Likelihood, Polarity, Predicate
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import passage_of
from vidocq.web import entities, heat
from vidocq.web.citation import citation
from vidocq.web.security.forgery import VISIT_COOKIE, new_visit, token_for
from vidocq.web.settings import Settings, WebRole
from vidocq.web.wording import LANGUAGES, chosen_language, number_words, say

THEMES = ("light", "dark")
_YEAR = 365 * 24 * 3600


@cache
def environment(language: str) -> jinja2.Environment:
    """The templates in a language. An unknown name in a template is an error, not an empty place."""
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("vidocq.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        _=partial(say, language),
        language=language,
        languages=LANGUAGES,
        version=__version__,
        entity_path=entities.entity_path,
        entity_name=partial(entities.entity_name, language),
        about_name=_about_name,
        state_name=partial(entities.state_name, language),
        entity_type=entities.type_of,
        passage_of=passage_of,
        citation=partial(citation, language),
        heat=heat.heat,
        matrix_of=heat.matrix_of,
        bars_of=heat.bars_of,
        runs_of=heat.runs_of,
        PREDICATES=tuple(Predicate),
        ENTITY_TYPES=tuple(EntityType),
        POLARITIES=tuple(Polarity),
        CONFIDENCES=tuple(Confidence),
        LIKELIHOODS=tuple(Likelihood),
    )
    found.filters.update(
        visible=entities.visible,
        shortened=entities.shortened,
        party=party_of,
        day=partial(entities.day_words, language),
        number=partial(number_words, language),
        count=partial(_count, language),
        language_name=partial(entities.language_name, language),
        web_address=entities.web_address,
    )
    return found


def _about_name(id: str, claims: Mapping[str, Told]) -> str | None:
    """What some claims call an entity."""
    for one in claims.values():
        for known, name in ((one.subject_id, one.subject), (one.object_id, one.object)):
            if known == id:
                return name
    return None


def _count(language: str, count: Count) -> str:
    number = number_words(language, count.value)
    words = f"{number} {entities.shortened(count.unit, 60)}"
    return say(language, "claim.about", text=words) if count.approximate else words


def page(
    request: Request,
    template: str,
    values: Mapping[str, Any] = {},
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """The page that a template makes of some values, in the visitor's language and colours."""
    settings: Settings = request.app.state.settings
    language = language_of(request)
    theme = _theme(request)
    visit = request.cookies.get(VISIT_COOKIE) or new_visit()
    role: WebRole | None = request.state.role
    html = (
        environment(language)
        .get_template(template)
        .render(
            values,
            theme=theme,
            path=request.url.path,
            query=request.query_params,
            here=partial(_here, request),
            origin=f"{request.url.scheme}://{request.headers.get('host', 'localhost')}",
            may_curate=role is WebRole.CURATE,
            signed_in=bool(settings.tokens) and role is not None,
            person=request.cookies.get("person") or settings.person,
            token=token_for(request.app.state.secret, visit),
        )
    )
    response = HTMLResponse(html, status_code=status, headers=dict(headers or {}))
    for name, asked, known in (
        ("language", request.query_params.get("language"), LANGUAGES),
        ("theme", request.query_params.get("theme"), (*THEMES, "auto")),
    ):
        if asked is not None and asked in known:
            response.set_cookie(name, asked, max_age=_YEAR, httponly=True, samesite="lax")
    if VISIT_COOKIE not in request.cookies:
        response.set_cookie(VISIT_COOKIE, visit, httponly=True, samesite="strict")
    response.headers["Vary"] = "Accept, Accept-Language, Cookie"
    return response


def language_of(request: Request) -> str:
    """The language of the page that answers a request."""
    return chosen_language(
        request.query_params.get("language"),
        request.cookies.get("language"),
        request.headers.get("accept-language", ""),
    )


def _theme(request: Request) -> str | None:
    """``light`` or ``dark`` where the visitor chose one; None leaves it to the browser."""
    chosen = request.query_params.get("theme") or request.cookies.get("theme")
    return chosen if chosen in THEMES else None


def _here(request: Request, suffix: str = "", **changes: Any) -> str:
    """This page's address with other parameters (None takes one away), and perhaps as ``json`` or ``csv``."""
    asked = {k: v for k, v in request.query_params.items() if k not in ("language", "theme")}
    asked.update({k: str(v) for k, v in changes.items() if v is not None})
    for name, value in changes.items():
        if value is None:
            asked.pop(name, None)
    path = request.url.path
    if suffix:
        path = ("/home" if path == "/" else path) + f".{suffix}"
    return quote(path, safe="/:") + (f"?{urlencode(asked)}" if asked else "")
