"""The endpoints of TAXII 2.1, sections 4 and 5."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from vidocq.share.taxii.answers import (
    MEDIA_TYPE,
    STIX_MEDIA_TYPE,
    Refused,
    answer,
    encoded,
    must_accept,
    must_be_taxii,
)
from vidocq.share.taxii.collections import INBOX, Collection, Collections
from vidocq.share.taxii.filters import Wanted, timestamp_of, wanted_of
from vidocq.share.taxii.inbox import add, envelope_of
from vidocq.share.taxii.settings import Access, Settings
from vidocq.share.taxii.store import Page

API_ROOT = "record"
"""The one API root, under the discovery address."""

Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(endpoint: Endpoint) -> Endpoint:
    """The endpoint for those who may read and take TAXII 2.1."""

    async def guard(request: Request) -> Response:
        if access(request) is Access.NONE:
            challenge = {"WWW-Authenticate": 'Basic realm="TAXII", Bearer realm="TAXII"'}
            raise Refused(401, "Unauthorized", "give a token or a password", challenge)
        must_accept(request)
        return await endpoint(request)

    return guard


def access(request: Request) -> Access:
    """What the client may do."""
    found: Access = request.app.state.access(request)
    return found


def collections_of(request: Request) -> Collections:
    """The collections of the server, opened with the first request that needs them."""
    found: Collections = request.app.state.collections()
    return found


def settings_of(request: Request) -> Settings:
    """The server's settings."""
    found: Settings = request.app.state.settings
    return found


# The server ------------------------------------------------------------------------------------


async def discovery(request: Request) -> Response:
    """Section 4.1: what the server is, and its API roots."""
    root = str(request.url_for("api_root"))
    return answer(
        {
            "title": settings_of(request).title,
            "description": "A record of who says who did what to whom in cyberspace.",
            "default": root,
            "api_roots": [root],
        }
    )


async def api_root(request: Request) -> Response:
    """Section 4.2: the API root."""
    return answer(
        {
            "title": settings_of(request).title,
            "description": "All of the record, by accused state and by followed actor, and an inbox.",
            "versions": [MEDIA_TYPE],
            "max_content_length": settings_of(request).body,
        }
    )


async def status(request: Request) -> Response:
    """Section 4.3: what became of added objects."""
    body = collections_of(request).store.status(request.path_params["status"])
    if body is None:
        raise Refused(404, "No such status", "no objects were added under this status id")
    return encoded(body)


# Collections -----------------------------------------------------------------------------------


async def collections(request: Request) -> Response:
    """Section 5.1: the collections."""
    found = await run_in_threadpool(collections_of(request).all)
    return answer({"collections": [one.told(access(request)) for one in found]})


async def collection(request: Request) -> Response:
    """Section 5.2: one collection."""
    return answer((await _collection(request)).told(access(request)))


async def manifest(request: Request) -> Response:
    """Section 5.3: the objects of a collection without their contents."""
    page = await _page(request)
    return _paged(page, {"objects": [_entry(one.id, one) for one in page.objects]})


async def objects(request: Request) -> Response:
    """Sections 5.4 and 5.5: the objects of a collection, and adding to them."""
    if request.method == "POST":
        return await _add(request)
    return _envelope(await _page(request))


async def one_object(request: Request) -> Response:
    """Sections 5.6 and 5.7: an object in its versions, and its deletion."""
    if request.method == "DELETE":
        return await _delete(request)
    page = await _page(request)
    await _must_hold(request, page)
    return _envelope(page)


async def versions(request: Request) -> Response:
    """Section 5.8: the versions of an object."""
    page = await _page(request, all_versions=True)
    await _must_hold(request, page)
    return _paged(page, {"versions": [_version(one.stamp, one.added) for one in page.objects]})


# What they share -------------------------------------------------------------------------------


async def _collection(request: Request) -> Collection:
    name = request.path_params["collection"]
    found = await run_in_threadpool(collections_of(request).find, name)
    if found is None:
        raise Refused(404, "No such collection", f"no collection has the id or alias {name[:100]}")
    return found


async def _page(request: Request, *, all_versions: bool = False) -> Page:
    found = await _collection(request)
    wanted = wanted_of(request, settings_of(request).page)
    if "object" in request.path_params:
        wanted = msgspec.structs.replace(wanted, ids=(request.path_params["object"],), types=())
    if all_versions:
        wanted = msgspec.structs.replace(wanted, versions=("all",))
    return await run_in_threadpool(_answered, collections_of(request), found, wanted)


def _answered(of: Collections, found: Collection, wanted: Wanted) -> Page:
    of.refresh(found)
    return of.store.page(found.id, wanted)


async def _must_hold(request: Request, page: Page) -> None:
    if page.objects:
        return
    found = await _collection(request)
    id = request.path_params["object"]
    if not collections_of(request).store.has(found.id, id):
        raise Refused(404, "No such object", f"the collection holds no object {id[:100]}")


def _envelope(page: Page) -> Response:
    """An envelope, put together of the objects' own bytes."""
    if not page.objects:
        return answer({})
    more = b""
    if page.next is not None:
        more = f'"more":true,"next":"{page.next[0]}-{page.next[1]}",'.encode()
    body = b",".join(one.body for one in page.objects)
    return encoded(b"{" + more + b'"objects":[' + body + b"]}", headers=_dates(page))


def _paged(page: Page, told: dict[str, Any]) -> Response:
    if not page.objects:
        return answer({})
    if page.next is not None:
        told = {"more": True, "next": f"{page.next[0]}-{page.next[1]}"} | told
    return answer(told, headers=_dates(page))


def _dates(page: Page) -> dict[str, str]:
    return {
        "X-TAXII-Date-Added-First": timestamp_of(page.objects[0].added),
        "X-TAXII-Date-Added-Last": timestamp_of(page.objects[-1].added),
    }


def _entry(id: str, one: Any) -> dict[str, str]:
    return {
        "id": id,
        "date_added": timestamp_of(one.added),
        "version": _version(one.stamp, one.added),
        "media_type": STIX_MEDIA_TYPE,
    }


def _version(stamp: str, added: int) -> str:
    """The version of an object; an observable has none, so that the moment it was added stands for it."""
    return stamp or timestamp_of(added)


async def _add(request: Request) -> Response:
    found = await _writable(request)
    must_be_taxii(request)
    given = await envelope_of(request, settings_of(request).body)
    of = collections_of(request)
    assert found.id == INBOX.id
    told = await run_in_threadpool(add, of.ledger, of.store, given)
    return answer(told, 202)


async def _delete(request: Request) -> Response:
    found = await _writable(request)
    of, id = collections_of(request), request.path_params["object"]
    if not of.store.has(found.id, id):
        raise Refused(404, "No such object", f"the collection holds no object {id[:100]}")
    asked = wanted_of(request, settings_of(request).page)
    all_unless_told = asked.versions if "match[version]" in request.query_params else ("all",)
    wanted = msgspec.structs.replace(asked, ids=(id,), versions=all_unless_told)
    with of.store.changing() as changes:
        changes.delete(found.id, wanted)
    return Response(status_code=200, headers={"content-type": MEDIA_TYPE})


async def _writable(request: Request) -> Collection:
    found = await _collection(request)
    if not found.told(access(request))["can_write"]:
        raise Refused(403, "Forbidden", f"the collection {found.title} cannot be written by you")
    return found
