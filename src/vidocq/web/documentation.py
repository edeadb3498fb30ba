"""The REST API described: the OpenAPI document, made of the table of views, and a page that tells it."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from vidocq import __version__
from vidocq.web.changes import CHANGES, Change
from vidocq.web.faults import FaultBody
from vidocq.web.rendering import page
from vidocq.web.views import VIEWS, View

_REF = "#/components/schemas/{name}"
_FAULTS = {
    "400": "A parameter is not of its kind; the message names it.",
    "401": "No token or sign-in.",
    "404": "Nothing is known by that name or id, or nothing was read yet.",
    "429": "Too many requests; wait a minute.",
    "503": "It took too long, or the ledger cannot be reached.",
}
_CHANGE_FAULTS = {
    "403": "This needs the role curate.",
    "413": "The request is too large.",
    "415": "Send application/json.",
}


async def openapi(_: Request) -> Response:
    """The OpenAPI document."""
    return Response(msgspec.json.encode(document()), media_type="application/json")


async def api_page(request: Request) -> Response:
    """The same for a person."""
    return page(request, "api.html", {"document": document()})


@cache
def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document: every view as JSON and as CSV."""
    answers, components = msgspec.json.schema_components(
        [
            *(view.answer for view in VIEWS),
            *(change.answer for change in CHANGES),
            *(change.body for change in CHANGES),
            FaultBody,
        ],
        ref_template=_REF,
    )
    fault = answers[-1]
    views = answers[: len(VIEWS)]
    changed = answers[len(VIEWS) : len(VIEWS) + len(CHANGES)]
    bodies = answers[len(VIEWS) + len(CHANGES) : -1]
    paths: dict[str, Any] = {}
    for view, schema in zip(VIEWS, views, strict=True):
        paths[f"{view.base}.json"] = {
            "get": _operation(view, "json", "application/json", schema, fault)
        }
        paths[f"{view.base}.csv"] = {
            "get": _operation(view, "csv", "text/csv", {"type": "string"}, fault)
        }
    for change, answer, body in zip(CHANGES, changed, bodies, strict=True):
        paths.setdefault(change.path, {})["post"] = _change(change, answer, body, fault)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Vidocq",
            "version": __version__,
            "summary": "Who says who did what to whom, how surely, and in which words.",
            "description": "Each address without its suffix is the page that shows the same answer; it also gives "
            "JSON or CSV where the Accept header asks for it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _operation(
    view: View, form: str, media_type: str, schema: dict[str, Any], fault: dict[str, Any]
) -> dict[str, Any]:
    return {
        "operationId": f"{view.name}_{form}",
        "summary": view.summary,
        "tags": [form],
        "parameters": _parameters(view),
        "responses": {
            "200": {
                "description": view.summary,
                "content": {media_type: {"schema": schema}},
            },
            **{
                status: {"description": text, "content": {"application/json": {"schema": fault}}}
                for status, text in _FAULTS.items()
            },
        },
    }


def _change(
    change: Change, answer: dict[str, Any], body: dict[str, Any], fault: dict[str, Any]
) -> dict[str, Any]:
    return {
        "operationId": change.name,
        "summary": change.summary,
        "tags": ["change"],
        "parameters": [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "description": "The claim's id, or the beginning of it.",
                "schema": {"type": "string", "pattern": "^[0-9a-f]{1,24}$"},
            }
        ]
        if "{id}" in change.path
        else [],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {
            "200": {
                "description": change.summary,
                "content": {"application/json": {"schema": answer}},
            },
            **{
                status: {"description": text, "content": {"application/json": {"schema": fault}}}
                for status, text in (_FAULTS | _CHANGE_FAULTS).items()
            },
        },
    }


def _parameters(view: View) -> list[dict[str, Any]]:
    (_, components) = msgspec.json.schema_components([view.asked], ref_template=_REF)
    own = components.pop(view.asked.__name__)
    found = []
    for name, schema in own["properties"].items():
        in_path = f"{{{name}}}" in view.path
        found.append(
            {
                "name": name,
                "in": "path" if in_path else "query",
                "required": in_path or name in own.get("required", ()),
                "description": _description(schema),
                "schema": _inlined(schema, components),
            }
        )
    return found


def _description(schema: dict[str, Any]) -> str:
    for one in (schema, *schema.get("anyOf", ())):
        if "description" in one:
            return str(one["description"])
    return ""


def _inlined(schema: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter in an address: never null, enumerations in place."""
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    chosen = dict(choices[0]) if choices else dict(schema)
    reference = chosen.pop("$ref", None)
    if reference:
        chosen |= components[reference.rpartition("/")[2]]
    for name in ("description", "default", "title"):
        if name == "default" and chosen.get(name) is not None:
            continue
        chosen.pop(name, None)
    return chosen
