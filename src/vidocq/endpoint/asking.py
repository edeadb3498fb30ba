"""One question to an OpenAI-compatible chat endpoint, bounded in time and size."""

from __future__ import annotations

import time
from functools import cache
from hashlib import blake2b
from importlib.resources import files

import httpx
import msgspec

_TRIES = 3
_PAUSE = 1.0
"""Seconds before a second try; doubled before the next, or as long as the server says, up to a minute."""
_LONGEST_PAUSE = 60.0
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which asking again may help."""


class EndpointError(Exception):
    """The endpoint gave no usable answer; the message says which endpoint, what it did and what to do."""


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """Where a model is asked: ``address`` up to ``/v1``, the model's name, and a key if it wants one.

    ``seconds`` bound one try, ``bytes`` one answer.
    """

    address: str
    model: str
    key: str | None = None
    seconds: float = 120.0
    bytes: int = 2_000_000

    @property
    def shown(self) -> str:
        """The address without user name, password and query, for messages and records."""
        url = httpx.URL(self.address)
        return str(url.copy_with(username=None, password=None, query=None, fragment=None))

    @property
    def extractor(self) -> str:
        """What the record keeps as the extractor: the model, where it was asked, and by which instructions."""
        told = blake2b(instructions().encode(), digest_size=4).hexdigest()
        return f"model={self.model} endpoint={self.shown} instructions={told}"


@cache
def instructions() -> str:
    """What the model is told before the report."""
    return files("vidocq.endpoint").joinpath("instructions.md").read_text(encoding="utf-8")


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    """What we need of a chat completion; other fields are passed over."""

    choices: list[_Choice]


def ask(endpoint: Endpoint, report: str) -> str:
    """What the model answers to a report, as text.

    Temperature 0, so that an endpoint that can be deterministic is. Redirects are not followed: they would carry
    the key elsewhere.

    Raises:
        EndpointError: no connection, a refusal, an answer that is too long, too late or no chat completion.
    """
    body = {
        "model": endpoint.model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [
            {"role": "system", "content": instructions()},
            {"role": "user", "content": report},
        ],
    }
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    pause = _PAUSE
    with httpx.Client(timeout=endpoint.seconds, follow_redirects=False) as client:
        for left in range(_TRIES - 1, -1, -1):
            status, data, wait = _post(client, endpoint, headers, msgspec.json.encode(body))
            if status == 200:
                return _content(endpoint, data)
            if status not in _PASSING or not left:
                break
            time.sleep(min(wait or pause, _LONGEST_PAUSE))
            pause *= 2
    told = data[:200].decode("utf-8", "replace").strip()
    hint = "; is the key in $VIDOCQ_ENDPOINT_KEY right?" if status in (401, 403) else ""
    raise EndpointError(f"{endpoint.shown} answered {status}{hint} {told}".rstrip())


def _post(
    client: httpx.Client, endpoint: Endpoint, headers: dict[str, str], body: bytes
) -> tuple[int, bytes, float | None]:
    """Status, body and the pause that the server asks for."""
    address = endpoint.address.rstrip("/") + "/chat/completions"
    until = time.monotonic() + endpoint.seconds
    data = b""
    try:
        with client.stream("POST", address, headers=headers, content=body) as answer:
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > endpoint.bytes:
                    raise EndpointError(
                        f"{endpoint.shown} answered with more than {endpoint.bytes:,} bytes"
                    )
                if time.monotonic() > until:
                    raise EndpointError(
                        f"{endpoint.shown} took longer than {endpoint.seconds:g} s to answer"
                    )
            return answer.status_code, data, _seconds(answer.headers.get("retry-after"))
    except httpx.TimeoutException:
        raise EndpointError(
            f"{endpoint.shown} took longer than {endpoint.seconds:g} s to answer"
        ) from None
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        raise EndpointError(f"{endpoint.shown} could not be asked: {fault}") from None


def _seconds(header: str | None) -> float | None:
    """The pause of a Retry-After header in seconds; None without one, or with a date."""
    return float(header) if header is not None and header.isdecimal() else None


def _content(endpoint: Endpoint, data: bytes) -> str:
    try:
        choices = msgspec.json.decode(data, type=_Completion).choices
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise EndpointError(f"{endpoint.shown} answered no chat completion: {fault}") from None
    if not choices or not choices[0].message.content:
        raise EndpointError(f"{endpoint.shown} answered without content")
    if choices[0].finish_reason == "length":
        raise EndpointError(
            f"{endpoint.shown} broke its answer off at its limit of tokens; allow the model more"
        )
    return choices[0].message.content
