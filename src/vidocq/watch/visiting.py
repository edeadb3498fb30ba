"""Requests to the servers of sources: one at a time, with pauses, and not before a server asks for it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from vidocq.acquire.address import refuse_status
from vidocq.acquire.exchange import Answer, Request, exchange
from vidocq.acquire.limits import Limits, Refused
from vidocq.model import ErrorKind

LONGEST_HOLD = 86_400.0
"""Seconds for which a server is left alone at most, whatever it asks for."""
USUAL_HOLD = 300.0
"""Seconds for which it is left alone where it does not say how long."""

_BUSY = (429, 503)


class Busy(Exception):  # noqa: N818 - no fault: it asks for time
    """A server asks to be left alone until a moment (seconds since 1970)."""

    def __init__(self, until: float) -> None:
        super().__init__(
            f"asks to be left alone until {time.strftime('%H:%M', time.localtime(until))}"
        )
        self.until = until


class Visitor:
    """Makes requests. ``wait`` sleeps for some seconds, or less when the run is to end."""

    def __init__(
        self,
        *,
        allow_private_addresses: bool = False,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        self._allow_private = allow_private_addresses
        self._limits = limits
        self._wait = wait
        self._last: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def visit(
        self,
        address: str,
        *,
        pause: float,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        most_bytes: int | None = None,
    ) -> Answer:
        """The answer to a request, ``pause`` seconds after the last one to that host at the earliest.

        Raises:
            Busy: the host asked to be left alone, now or before.
            Refused: there is no answer, or it is too large.
        """
        host = host_of(address)
        if self._held.get(host, 0.0) > time.time():
            raise Busy(self._held[host])
        early = self._last.get(host, 0.0) + pause - time.monotonic()
        if host in self._last and early > 0:
            self._wait(early)
        limits = self._limits
        if most_bytes is not None:
            limits = msgspec.structs.replace(limits, bytes=most_bytes)
        try:
            answer = exchange(
                Request(address=address, headers=headers or {}, body=body),
                limits,
                allow_private_addresses=self._allow_private,
            )
        finally:
            self._last[host] = time.monotonic()
        if answer.status in _BUSY:
            self._held[host] = _until(answer.headers.get("retry-after", ""))
            raise Busy(self._held[host])
        return answer


Validators = tuple[str | None, str | None]
"""What tells whether something changed: its ETag and its Last-Modified (RFC 9110, section 8.8)."""


def unless_unchanged(validators: Validators) -> dict[str, str]:
    """The headers of a request that is answered with status 304 where nothing changed since."""
    asked = dict(zip(("If-None-Match", "If-Modified-Since"), validators, strict=True))
    return {name: told for name, told in asked.items() if told}


def validators_of(answer: Answer) -> Validators:
    """What to send with the next request."""
    return answer.headers.get("etag"), answer.headers.get("last-modified")


def host_of(address: str) -> str:
    """The host and port of an address, as pauses and holds count them."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def json_of(answer: Answer) -> Any:
    """The JSON that a server answered.

    Raises:
        Refused: its status is not 200, or it is no JSON.
    """
    if answer.status in (401, 403):
        raise Refused(
            ErrorKind.PERMISSION, f"does not let us in (status {answer.status}); check user and key"
        )
    refuse_status(answer.status)
    try:
        return msgspec.json.decode(answer.data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused(
            ErrorKind.MALFORMED, "answered something that is no JSON; check the address"
        ) from None


def _until(told: str) -> float:
    """When a Retry-After ends: it is a number of seconds or a date (RFC 9110, section 10.2.3)."""
    now = time.time()
    seconds = USUAL_HOLD
    if told.strip().isascii() and told.strip().isdigit():
        seconds = float(told.strip()[:9])
    elif told.strip():
        with contextlib.suppress(ValueError, OverflowError):
            seconds = parsedate_to_datetime(told).timestamp() - now
    return now + min(max(seconds, 0.0), LONGEST_HOLD)
