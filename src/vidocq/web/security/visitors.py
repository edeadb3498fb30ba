"""Who asks: the role that a token or a sign-in gives, and the names under which the server answers.

ASGI middleware. On one's own machine there are no tokens and everyone is trusted, so the Host header must
name that machine: a page elsewhere that lets its own name lead here (DNS rebinding) is refused.
"""

from __future__ import annotations

import hashlib
import hmac
import time

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from vidocq.web.settings import Settings, WebRole, is_loopback

SESSION_COOKIE = "vidocq_session"
SESSION_SECONDS = 12 * 3600


def role_of_token(settings: Settings, token: str) -> WebRole | None:
    """The role that a token gives; every token is compared, whichever fits."""
    found = None
    for role, secret in settings.tokens.items():
        if hmac.compare_digest(secret.encode(), token.encode("utf-8", "replace")):
            found = role
    return found


def session_for(secret: bytes, role: WebRole, now: float) -> str:
    """The cookie of a sign-in: the role, until when, and our seal on both."""
    until = str(int(now) + SESSION_SECONDS)
    return f"{role}.{until}.{_seal(secret, role, until)}"


def role_of_session(secret: bytes, cookie: str | None, now: float) -> WebRole | None:
    """The role that a sign-in still gives."""
    parts = (cookie or "").split(".")
    if len(parts) != 3 or parts[0] not in set(WebRole) or not parts[1].isdecimal():
        return None
    role, until, seal = parts
    if not hmac.compare_digest(seal.encode(), _seal(secret, role, until).encode()):
        return None
    return WebRole(role) if int(until) > now else None


def _seal(secret: bytes, role: str, until: str) -> str:
    return hmac.new(secret, f"session\n{role}\n{until}".encode(), hashlib.sha256).hexdigest()


class Visitors:
    """Puts ``role`` (a WebRole or None) into the request's state; refuses foreign names."""

    def __init__(self, app: ASGIApp, settings: Settings, secret: bytes) -> None:
        self.app = app
        self.settings = settings
        self.secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            connection = HTTPConnection(scope)
            if not self.settings.tokens and not _is_this_machine(connection):
                await JSONResponse(
                    {
                        "error": {
                            "kind": "foreign-host",
                            "message": "without a token only this machine's own names are served "
                            "(localhost, 127.0.0.1)",
                        }
                    },
                    421,
                )(scope, receive, send)
                return
            scope.setdefault("state", {})["role"] = self._role(connection)
        await self.app(scope, receive, send)

    def _role(self, connection: HTTPConnection) -> WebRole | None:
        if not self.settings.tokens:
            return self.settings.open_role
        kind, _, token = connection.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return role_of_token(self.settings, token.strip())
        return role_of_session(self.secret, connection.cookies.get(SESSION_COOKIE), time.time())


def _is_this_machine(connection: HTTPConnection) -> bool:
    host = connection.headers.get("host", "")
    name = host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host
    name = name if name.startswith("[") else name.partition(":")[0]
    return is_loopback(name.lower())
