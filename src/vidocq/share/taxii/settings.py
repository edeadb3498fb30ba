"""What whoever starts the server decides: which record, which actors are followed, who may do what."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Callable
from enum import StrEnum

import msgspec
from starlette.requests import Request


class Access(StrEnum):
    """What a client may do."""

    NONE = "none"
    READ = "read"
    WRITE = "write"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the record is served.

    ``ledger`` is a file or an address, None the user's own. ``followed`` are actors by name, each with a
    collection of its own. ``folder`` is where the server keeps its index and inbox between runs (None: in
    a temporary folder, gone at the end). ``read_token`` and ``write_token`` are the secrets that give
    access, as ``Authorization: Bearer SECRET`` or as the password of basic authentication; without both
    everybody who can reach the server has ``open_access``. ``page`` is the most objects in one answer;
    ``body`` the most bytes of a request. A collection that took some time to bring up to date is not looked
    at again for ``hold`` times as long, and is told meanwhile as it was.
    """

    ledger: str | None = None
    followed: tuple[str, ...] = ()
    folder: str | None = None
    read_token: str | None = None
    write_token: str | None = None
    open_access: Access = Access.WRITE
    title: str = "Vidocq"
    page: int = 1000
    body: int = 8_000_000
    hold: float = 20.0


AccessOf = Callable[[Request], Access]


def access_of(settings: Settings) -> AccessOf:
    """The function that tells what a request may do."""

    def access(request: Request) -> Access:
        if settings.read_token is None and settings.write_token is None:
            return settings.open_access
        given = _secret(request.headers.get("authorization", ""))
        # Every token is compared, whichever fits.
        writes, reads = _is(given, settings.write_token), _is(given, settings.read_token)
        return Access.WRITE if writes else Access.READ if reads else Access.NONE

    return access


def _is(given: str, secret: str | None) -> bool:
    return secret is not None and hmac.compare_digest(given.encode(), secret.encode())


def _secret(header: str) -> str:
    """The secret in an Authorization header; empty without one."""
    scheme, _, rest = header.partition(" ")
    if scheme.lower() in ("bearer", "token"):
        return rest.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(rest.strip(), validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""
