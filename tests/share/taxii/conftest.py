"""Servers on a port of this machine, and clients that ask them."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("taxii2client", reason="taxii2-client is not installed")

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from tests.annotated import record_annotated
from vidocq.ledger import Ledger, open_ledger
from vidocq.share.taxii import Settings, taxii_application

TAXII = "application/taxii+json;version=2.1"

Serve = Callable[..., str]


@contextlib.contextmanager
def serving(application: Any) -> Iterator[str]:
    """Serve an application on a free port; its address."""
    server = uvicorn.Server(
        uvicorn.Config(application, port=0, log_level="critical", lifespan="on")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Ledger]:
    """A record of our annotated examples, which the test may add to while it is served."""
    with open_ledger(record_annotated(tmp_path / "served.sqlite")) as ledger:
        yield ledger


@pytest.fixture
def serve(tmp_path: Path, record: Ledger) -> Iterator[Serve]:
    """Serves the record with some settings; the address of its discovery."""
    with contextlib.ExitStack() as stack:

        def start(**settings: Any) -> str:
            settings.setdefault("folder", str(tmp_path / "index"))
            settings.setdefault("hold", 0.0)
            taxii = taxii_application(Settings(ledger=record.address, **settings))
            stack.callback(taxii.state.close)
            mounted = Starlette(routes=[Mount("/taxii2", app=taxii)])
            return stack.enter_context(serving(mounted)) + "/taxii2/"

        yield start


class Client:
    """Asks in plain HTTP; addresses are told from the API root on."""

    def __init__(self, discovery: str) -> None:
        self.discovery = discovery
        self._client = httpx.Client(headers={"Accept": TAXII}, timeout=60, trust_env=False)

    def get(self, path: str = "", **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        address = path if path.startswith("http") else f"{self.discovery}record/{path}"
        return self._client.request(method, address, **more)

    def post(self, path: str, told: Any, **headers: str) -> httpx.Response:
        kept = {"Content-Type": TAXII} | {k.replace("_", "-"): v for k, v in headers.items()}
        return self.ask("POST", path, json=told, headers=kept)


@pytest.fixture
def client(serve: Serve) -> Client:
    """A client of a server with pages of 50 objects, on which everybody may write."""
    return Client(serve(page=50, followed=("APT31", "Nobody Spider")))
