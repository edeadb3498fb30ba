"""What whoever starts the explorer decides: which ledger, who may do what, and the limits."""

from __future__ import annotations

import ipaddress
from enum import StrEnum

import msgspec


class WebRole(StrEnum):
    """What a visitor may do. ``curate`` adds reports, judges claims and decides on names."""

    READ = "read"
    CURATE = "curate"


class WebLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on what one visitor can ask of the server.

    ``body`` bytes of a request; ``seconds`` for one answer; ``adding_seconds`` for reading what is
    added; ``workers`` questions answered at once, the others wait; ``changes`` requests that change or
    read something in (``POST``) a minute and address; ``requests`` of any kind a minute and address, for
    visitors from beyond this machine; ``drafts`` previews kept at once, each for ``draft_seconds``;
    ``files`` given at once.
    """

    body: int = 8_000_000
    seconds: float = 30.0
    adding_seconds: float = 60.0
    workers: int = 8
    changes: int = 60
    requests: int = 600
    drafts: int = 50
    draft_seconds: float = 3600.0
    files: int = 20


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the explorer is served.

    ``ledger`` is a file or an address, None the user's own. ``tokens`` are the secrets that give a role;
    without any, everyone who can reach the server is a ``open_role``, which is only for one's own machine.
    ``person`` is the name under which decisions are recorded unless the visitor gives another.
    ``allow_private_addresses`` lets "Add" fetch from hosts of the inside. ``followed`` are actors that have
    a TAXII collection of their own.
    """

    ledger: str | None = None
    host: str = "127.0.0.1"
    port: int = 8765
    tokens: dict[WebRole, str] = {}
    open_role: WebRole = WebRole.CURATE
    person: str = "a person"
    limits: WebLimits = WebLimits()
    allow_private_addresses: bool = False
    followed: tuple[str, ...] = ()


SHORTEST_TOKEN = 16


def is_loopback(host: str) -> bool:
    """Whether a host to bind to is only reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
