"""A server of the tests' own, on the loopback interface: pages, feeds with validators, and what was sent to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler
from typing import NamedTuple

from tests.loopback import listening

Answer = tuple[int, dict[str, str], bytes]


class Asked(NamedTuple):
    """A request that came."""

    method: str
    path: str
    headers: Message
    body: bytes


class Site:
    """Paths and what is answered on them; ``asked`` are the requests that came, in order."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[Asked] = []
        self._answers: dict[str, Callable[[Asked], Answer]] = {}

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def serve(self, path: str, body: str | bytes, *, status: int = 200, **headers: str) -> str:
        """Answer so at a path from now on; its address. A body that is asked for with its own ETag is not sent."""
        data = body.encode() if isinstance(body, str) else body
        etag = f'"{hashlib.sha256(data).hexdigest()[:12]}"'
        told = {name.replace("_", "-"): value for name, value in headers.items()}

        def answer(asked: Asked) -> Answer:
            if asked.headers.get("If-None-Match") == etag and status == 200:
                return 304, {"ETag": etag}, b""
            return status, {"ETag": etag, **told}, data

        return self.answer(path, answer)

    def answer(self, path: str, answer: Callable[[Asked], Answer]) -> str:
        """Answer requests to a path, whatever is asked after it, by a function."""
        self._answers[path] = answer
        return self.url(path)

    def forget(self, path: str) -> None:
        """Answer 404 at a path from now on."""
        self._answers.pop(path, None)

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [one.path for one in self.asked]

    def _respond(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        found = self._answers.get(asked.path) or self._answers.get(asked.path.partition("?")[0])
        return found(asked) if found else (404, {}, b"")


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            asked = Asked(self.command, self.path, self.headers, self.rfile.read(length))
            status, headers, body = site._respond(asked)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with listening(Handler) as port:
        site = Site(port)
        yield site
