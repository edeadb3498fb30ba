"""The explorer put together: addresses, what stands before them, and the ledger behind."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import AsyncIterator
from importlib.resources import files
from threading import Thread

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from vidocq.ask import AskError
from vidocq.ledger import LedgerError
from vidocq.web.adding.drafts import Drafts
from vidocq.web.adding.pages import add, preview
from vidocq.web.answering import accepted_form, endpoint_of, fault_response, refused
from vidocq.web.asked import BadQuestion
from vidocq.web.changes import CHANGES, change_endpoint
from vidocq.web.desk import Desk
from vidocq.web.documentation import api_page, openapi
from vidocq.web.faults import Fault, Refusal
from vidocq.web.judging import decide, judge
from vidocq.web.map import map_states
from vidocq.web.rendering import page
from vidocq.web.security.headers import Headers
from vidocq.web.security.limits import Bounded
from vidocq.web.security.signing import sign_in, sign_out
from vidocq.web.security.visitors import Visitors
from vidocq.web.settings import Settings
from vidocq.web.taxii import taxii_server
from vidocq.web.views import VIEWS


def build_application(settings: Settings) -> Starlette:
    """The ASGI application of the explorer. The ledger is opened now and closed with the application.

    Raises:
        LedgerError: the ledger cannot be opened.
    """
    secret = secrets.token_bytes(32)
    desk = Desk(settings)
    taxii = taxii_server(settings)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        warming = Thread(target=desk.warm)
        warming.start()
        yield
        warming.join()
        desk.close()
        taxii.state.close()

    application = Starlette(
        routes=[*_routes(), Mount("/taxii2", app=taxii)],
        lifespan=life,
        middleware=[
            Middleware(Headers),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
            Middleware(Bounded, limits=settings.limits),
            Middleware(Visitors, settings=settings, secret=secret),
        ],
        exception_handlers={
            AskError: refused,
            LedgerError: refused,
            BadQuestion: refused,
            Refusal: refused,
            TimeoutError: refused,
            HTTPException: _no_such_page,
            Exception: _our_fault,
        },
    )
    application.state.settings = settings
    application.state.secret = secret
    application.state.desk = desk
    application.state.drafts = Drafts(settings.limits)
    return application


def _routes() -> list[BaseRoute]:
    found: list[BaseRoute] = [
        Mount("/assets", StaticFiles(directory=str(files("vidocq.web") / "assets"))),
        Route("/add", add, methods=["GET", "POST"]),
        Route("/add/{draft}", preview, methods=["GET", "POST"]),
        Route("/claim/{id}", judge, methods=["POST"]),
        Route("/decisions", decide, methods=["POST"]),
        Route("/openapi.json", openapi),
        Route("/api", api_page),
        Route("/map/states.json", map_states),
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/sign-out", sign_out, methods=["POST"]),
    ]
    found += [Route(change.path, change_endpoint(change), methods=["POST"]) for change in CHANGES]
    for view in VIEWS:
        endpoint = endpoint_of(view)
        # A name may hold a slash; the suffix is taken off where the address is read.
        path = view.path.replace("{name}", "{name:path}")
        found.append(Route(path, endpoint))
        if "{" not in view.path:
            found += [Route(f"{view.base}{suffix}", endpoint) for suffix in (".json", ".csv")]
    return found


async def _no_such_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = "not-found" if error.status_code == 404 else "refused"
    fault = Fault(kind=kind, message=str(error.detail))
    headers = dict(error.headers or {})
    wants_page = (
        not request.url.path.endswith((".json", ".csv"))
        and accepted_form(request.headers.get("accept", "")) == "text/html"
    )
    if wants_page and request.method in ("GET", "HEAD"):
        return page(
            request,
            "fault.html",
            {"fault": fault, "status": error.status_code},
            status=error.status_code,
            headers=headers,
        )
    return fault_response(error.status_code, fault, headers)


async def _our_fault(request: Request, error: Exception) -> Response:
    """A fault of ours: logged by the server with its place, told without it."""
    return fault_response(
        500,
        Fault(kind="our-fault", message="a fault of the program; it is in the server's log"),
    )
