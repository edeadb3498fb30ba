"""One endpoint for every view: what is asked, the answer, and the form in which it is wanted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vidocq import ask
from vidocq.ask.dossier import Told
from vidocq.ask.tables import as_csv
from vidocq.resolve.conflicts import Conflict
from vidocq.web.adding.correcting import claimants_text
from vidocq.web.asked import AccusationsAsked, asked_of
from vidocq.web.desk import Desk, first_questions
from vidocq.web.faults import Fault, FaultBody, Refusal, fault_of
from vidocq.web.reader import paragraphs_of, passages_of
from vidocq.web.rendering import page
from vidocq.web.settings import WebRole
from vidocq.web.views import BY_NAME, View

Endpoint = Callable[[Request], Awaitable[Response]]

JSON, CSV, HTML = "application/json", "text/csv", "text/html"
_SUFFIXES = {".json": JSON, ".csv": CSV}


def endpoint_of(view: View) -> Endpoint:
    """The endpoint of a view's page and of its data."""

    async def endpoint(request: Request) -> Response:
        given, form = _given(request)
        request.state.form = form
        allow(request, WebRole.READ)
        desk: Desk = request.app.state.desk
        asked = asked_of(view.asked, given)
        told = await desk.answer(view, asked)
        if form == JSON:
            return Response(msgspec.json.encode(told), media_type=JSON)
        if form == CSV:
            return _csv(view, told)
        return page(
            request,
            f"{view.name}.html",
            {"told": told, "asked": asked, **await _beside(view, asked, told, desk)},
        )

    return endpoint


def _given(request: Request) -> tuple[dict[str, Any], str]:
    """The parameters in path and query, and the form that is wanted: by suffix, else by Accept."""
    given: dict[str, Any] = {**request.query_params, **request.path_params}
    for suffix, form in _SUFFIXES.items():
        if request.url.path.endswith(suffix):
            for name, value in request.path_params.items():
                given[name] = value.removesuffix(suffix)
            return given, form
    return given, accepted_form(request.headers.get("accept", ""))


def accepted_form(accept: str) -> str:
    """Of HTML, JSON and CSV what the header asks for first; HTML where it leaves the choice."""
    weighed = []
    for position, part in enumerate(accept.split(",")[:30]):
        kind, *parameters = (one.strip() for one in part.split(";"))
        weight = next((one[2:] for one in parameters if one.startswith("q=")), "1")
        try:
            weighed.append((-float(weight), position, kind.lower()))
        except ValueError:
            continue
    return next((kind for _, _, kind in sorted(weighed) if kind in (HTML, JSON, CSV)), HTML)


def _csv(view: View, told: Any) -> Response:
    return Response(
        as_csv(view.columns, view.rows(told)),
        media_type=CSV,
        headers={"Content-Disposition": f'attachment; filename="vidocq-{view.name}.csv"'},
    )


async def _beside(view: View, asked: Any, told: Any, desk: Desk) -> dict[str, Any]:
    """What a page shows beside the view's own answer."""
    if view.name == "home":
        found = {one.name: await desk.answer(one, wanted) for one, wanted in first_questions()[1:]}
        return {**found, "sides": await _sides(found["conflicts"], desk)}
    if view.name == "conflicts":
        return {"sides": await _sides(told, desk)}
    if view.name == "accusations":
        # The slider goes over the whole time of the record, whatever part of it is shown.
        return {
            "whole": await desk.answer(
                BY_NAME["accusations"], AccusationsAsked(accusers=asked.accusers)
            )
        }
    if view.name == "search" and asked.words:
        return {"named": await desk.run(partial(ask.named, desk.ledger, asked.words))}
    if view.name == "document":
        passages = passages_of([one.stored.claim.span for one in told.claims])
        return {
            "passages": passages,
            "paragraphs": paragraphs_of(told.document.text or "", passages),
        }
    if view.name == "claim":
        return await desk.run(lambda: _claim_history(desk, told.id))
    return {}


async def _sides(conflicts: Sequence[Conflict], desk: Desk) -> dict[str, Told]:
    """The claims of both sides, by their ids."""
    ids = [side.claim for one in conflicts for side in (one.first, one.second) if side.claim]
    told: dict[str, Told] = await desk.run(partial(ask.told, desk.ledger, ids)) if ids else {}
    return told


def _claim_history(desk: Desk, id: str) -> dict[str, Any]:
    stored = desk.ledger.history(id)
    return {
        "stored": stored[-1],
        "claimants_text": claimants_text,
        "entered": {},
        "judgements": [one for one in desk.ledger.judgements() if one.claim == id],
    }


def allow(request: Request, role: WebRole) -> None:
    """Let a request pass whose visitor has the role.

    Raises:
        Refusal: the visitor must sign in (401) or has another role (403).
    """
    has: WebRole | None = request.state.role
    if has is None:
        raise Refusal(401, "sign-in", "sign in first, or send a token: Authorization: Bearer …")
    if role is WebRole.CURATE and has is not WebRole.CURATE:
        raise Refusal(403, "not-allowed", "this needs the role curate; yours is to read")


async def refused(request: Request, error: Exception) -> Response:
    """The answer to a request that could not be answered, in the form that was wanted."""
    found = fault_of(error)
    if found is None:
        raise error
    status, fault = found
    form = getattr(request.state, "form", None) or _given(request)[1]
    if status == 401 and form == HTML and request.method == "GET":
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?next={quote(target)}", 303)
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if form != HTML:
        return fault_response(status, fault, headers)
    if fault.kind == "empty-record":
        return page(request, "empty.html", {"fault": fault}, status=200)
    return page(
        request, "fault.html", {"fault": fault, "status": status}, status=status, headers=headers
    )


def fault_response(status: int, fault: Fault, headers: dict[str, str] | None = None) -> Response:
    """A fault as JSON."""
    return Response(msgspec.json.encode(FaultBody(fault)), status, headers=headers, media_type=JSON)
