"""A page or a file of the web, fetched within bounds and only from the public Internet."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

from vidocq.acquire.exchange import Answer, Request, exchange
from vidocq.acquire.limits import Limits, Refused
from vidocq.model import ErrorKind

if TYPE_CHECKING:
    from vidocq.acquire.network import Resolver


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered: the decompressed bytes, the address after redirects, and what it says
    of them (``media_type`` without parameters, ``charset``)."""

    data: bytes
    address: str
    media_type: str | None = None
    charset: str | None = None


def is_address(text: str) -> bool:
    """Whether an input is meant as an address of any scheme rather than a path."""
    scheme, sign, _ = text.partition("://")
    return bool(sign) and scheme.isascii() and scheme.replace("+", "").isalnum() and len(scheme) > 1


def without_password(address: str) -> str:
    """The address without user name and password, so that messages and records never keep them."""
    scheme, sign, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{sign}{host.rpartition('@')[2]}{slash}{path}"


def id_of_address(address: str) -> str:
    """The last part of the path without its suffix, else the host: ``https://a.example/x.html`` is ``x``."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return PurePosixPath(unquote(parts.path)).stem or parts.hostname or address


def fetch(
    address: str,
    limits: Limits,
    *,
    allow_private_addresses: bool = False,
    resolver: Resolver | None = None,
) -> Fetched:
    """The body that an http(s) address gives, redirects followed; bounded as `exchange` is.

    Raises:
        Refused: as `exchange` does, and ``NETWORK``, ``NOT_FOUND``, ``PERMISSION`` for a status that is not 200.
    """
    answer = exchange(
        Request(address=address),
        limits,
        allow_private_addresses=allow_private_addresses,
        resolver=resolver,
    )
    return fetched(answer)


def fetched(answer: Answer) -> Fetched:
    """The body of an answer, and what the server says of it.

    Raises:
        Refused: the status is not 200: ``NOT_FOUND``, ``PERMISSION``, else ``NETWORK``.
    """
    refuse_status(answer.status)
    told = answer.headers.get("content-type", "")
    return Fetched(
        data=answer.data,
        address=answer.address,
        media_type=told.partition(";")[0].strip().lower() or None,
        charset=_charset(told),
    )


def refuse_status(status: int) -> None:
    """Refuse every status but 200, in words that say what to do.

    Raises:
        Refused: ``NOT_FOUND``, ``PERMISSION``, else ``NETWORK``.
    """
    if status == 200:
        return
    if status in (404, 410):
        raise Refused(ErrorKind.NOT_FOUND, f"is not there (status {status}); check the address")
    if status in (401, 402, 403, 407, 451):
        raise Refused(
            ErrorKind.PERMISSION,
            f"is not given to us (status {status}); save the page in a browser and read the file",
        )
    raise Refused(ErrorKind.NETWORK, f"was answered with status {status}; try again later")


def _charset(content_type: str) -> str | None:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
