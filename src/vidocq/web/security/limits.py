"""How much one visitor may ask: size of a request, requests a minute. ASGI middleware."""

from __future__ import annotations

import time
from collections import OrderedDict

import msgspec
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vidocq.web.settings import WebLimits, is_loopback

_MOST_VISITORS = 10_000


class TooLarge(Exception):  # noqa: N818 - the request's fault
    """A request's body is larger than is taken."""


class Bucket(msgspec.Struct):
    """Tokens left to one visitor, and when that was so (seconds of a monotonic clock)."""

    left: float
    at: float


class Rate:
    """So many requests a minute for each visitor, in any rhythm (token bucket)."""

    def __init__(self, a_minute: int) -> None:
        self.a_minute = a_minute
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def allows(self, visitor: str, now: float) -> bool:
        """Whether one more request is within the rate; it counts if so."""
        bucket = self._buckets.get(visitor)
        if bucket is None:
            if len(self._buckets) >= _MOST_VISITORS:
                self._buckets.popitem(last=False)
            bucket = self._buckets[visitor] = Bucket(self.a_minute, now)
        bucket.left = min(self.a_minute, bucket.left + (now - bucket.at) * self.a_minute / 60)
        bucket.at = now
        self._buckets.move_to_end(visitor)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True


class Bounded:
    """Refuses what is too large (413) or too often (429)."""

    def __init__(self, app: ASGIApp, limits: WebLimits) -> None:
        self.app = app
        self.limits = limits
        self._changes = Rate(limits.changes)
        self._requests = Rate(limits.requests)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        visitor = scope["client"][0] if scope.get("client") else ""
        changing = scope["method"] not in ("GET", "HEAD", "OPTIONS")
        now = time.monotonic()
        if (changing and not self._changes.allows(visitor, now)) or (
            visitor and not is_loopback(visitor) and not self._requests.allows(visitor, now)
        ):
            await _refusal("too-many-requests", "too many requests; wait a minute", 429)(
                scope, receive, send
            )
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self.limits.body:
            await self._too_large()(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limits.body:
                raise TooLarge
            return message

        try:
            await self.app(scope, counted, send)
        except TooLarge:
            await self._too_large()(scope, receive, send)

    def _too_large(self) -> JSONResponse:
        return _refusal(
            "too-large", f"a request may have {self.limits.body:,} bytes; give less at once", 413
        )


def _refusal(kind: str, message: str, status: int) -> JSONResponse:
    headers = {"Retry-After": "60"} if status == 429 else None
    return JSONResponse({"error": {"kind": kind, "message": message}}, status, headers=headers)
