"""A real HTTP server that answers as an OpenAI-compatible endpoint, with what a test has recorded."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import listening


class Answer:
    """One recorded answer: status, headers and body; ``delay`` seconds before each piece of it."""

    def __init__(
        self, body: bytes | str, status: int = 200, *, delay: float = 0, **headers: str
    ) -> None:
        self.body = body.encode() if isinstance(body, str) else body
        self.status, self.delay, self.headers = status, delay, headers


def completion(content: Any, finish_reason: str = "stop") -> Answer:
    """A chat completion whose message is ``content``, a string or an object to be written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {"index": 0, "finish_reason": finish_reason}
    return Answer(json.dumps({"choices": [{**choice, "message": {"content": text}}]}))


class Recorded:
    """The server's answers, one after the other (the last again and again), and what it was asked."""

    def __init__(self, answers: tuple[Answer, ...]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.address = ""


@contextmanager
def serving(*answers: Answer) -> Iterator[Recorded]:
    """A server on a free port of the loopback interface for as long as the context lasts."""
    recorded = Recorded(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            recorded.asked.append({"path": self.path, **json.loads(self.rfile.read(length))})
            recorded.headers.append(dict(self.headers))
            answer = recorded.answers[0]
            if len(recorded.answers) > 1:
                recorded.answers.pop(0)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            half = len(answer.body) // 2
            for piece in (answer.body[:half], answer.body[half:]):
                if answer.delay:
                    time.sleep(answer.delay)
                try:
                    self.wfile.write(piece)
                    self.wfile.flush()
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            pass

    with listening(Handler) as port:
        recorded.address = f"http://127.0.0.1:{port}/v1"
        yield recorded
