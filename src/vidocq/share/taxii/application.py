"""The server put together: addresses, errors, and the ledger behind."""

from __future__ import annotations

import contextlib
import tempfile
import threading
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vidocq.ledger import LedgerError, open_ledger
from vidocq.share.taxii import endpoints
from vidocq.share.taxii.answers import Refused, error_answer
from vidocq.share.taxii.collections import Collections
from vidocq.share.taxii.endpoints import API_ROOT, guarded
from vidocq.share.taxii.settings import AccessOf, Settings, access_of
from vidocq.share.taxii.store import Store

_ROOT = f"/{API_ROOT}/"
_COLLECTION = f"{_ROOT}collections/{{collection}}/"


class _Opened:
    """The ledger and the index, opened with the first request that needs them and closed once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._collections: Collections | None = None
        self._stack = contextlib.ExitStack()

    def __call__(self) -> Collections:
        with self._lock:
            if self._collections is None:
                folder = self._settings.folder or self._stack.enter_context(
                    tempfile.TemporaryDirectory(prefix="vidocq-taxii-")
                )
                Path(folder).mkdir(parents=True, exist_ok=True)
                ledger = self._stack.enter_context(open_ledger(self._settings.ledger))
                store = Store(str(Path(folder) / "taxii.sqlite"))
                self._stack.callback(store.close)
                self._collections = Collections(ledger, store, self._settings)
            return self._collections

    def close(self) -> None:
        with self._lock:
            self._collections = None
            self._stack.close()


def taxii_application(settings: Settings, access: AccessOf | None = None) -> Starlette:
    """The ASGI application of the server, to be mounted at ``/taxii2``.

    ``access`` tells what a request may do; by default the tokens of the settings do. A server that mounts
    the application calls ``application.state.close()`` at its end.
    """
    opened = _Opened(settings)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        opened.close()

    application = Starlette(
        routes=_routes(),
        lifespan=life,
        exception_handlers={
            Refused: _refused,
            HTTPException: _http,
            LedgerError: _ledger,
            Exception: _fault,
        },
    )
    application.router.redirect_slashes = True
    application.state.settings = settings
    application.state.access = access or access_of(settings)
    application.state.collections = opened
    application.state.close = opened.close
    return application


def _routes() -> list[Route]:
    get = ["GET"]
    return [
        Route("/", guarded(endpoints.discovery), methods=get, name="discovery"),
        Route(_ROOT, guarded(endpoints.api_root), methods=get, name="api_root"),
        Route(f"{_ROOT}status/{{status}}/", guarded(endpoints.status), methods=get),
        Route(f"{_ROOT}collections/", guarded(endpoints.collections), methods=get),
        Route(_COLLECTION, guarded(endpoints.collection), methods=get),
        Route(f"{_COLLECTION}manifest/", guarded(endpoints.manifest), methods=get),
        Route(f"{_COLLECTION}objects/", guarded(endpoints.objects), methods=["GET", "POST"]),
        Route(
            f"{_COLLECTION}objects/{{object}}/",
            guarded(endpoints.one_object),
            methods=["GET", "DELETE"],
        ),
        Route(
            f"{_COLLECTION}objects/{{object}}/versions/", guarded(endpoints.versions), methods=get
        ),
    ]


async def _refused(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, Refused)
    return error_answer(fault)


async def _http(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return error_answer(
        Refused(fault.status_code, str(fault.detail), "see TAXII 2.1 for the addresses there are")
    )


async def _ledger(_: Request, fault: Exception) -> Response:
    return error_answer(Refused(503, "The record cannot be read", str(fault)))


async def _fault(_: Request, fault: Exception) -> Response:
    return error_answer(Refused(500, "A fault of the program", "it is in the server's log"))
