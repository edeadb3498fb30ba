"""A page or a file of the web, fetched within bounds and only from the public Internet."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.model import ErrorKind

if TYPE_CHECKING:
    import httpcore
    import httpx

    from vidocq.acquire.network import Resolver

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = (
    ("User-Agent", "Vidocq/0.1 (reads reports)"),
    ("Accept", "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5"),
    # Only what is decompressed here, piece by piece and within the bound.
    ("Accept-Encoding", "gzip, deflate"),
    ("Connection", "close"),
)
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}


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
    """The body that an http(s) address gives, redirects followed.

    Bounded: ``limits.bytes`` (of the body as sent and as decompressed), ``limits.seconds`` (from the
    first name resolved to the last byte, all redirects together), ``limits.redirects``. Every hop is
    vetted (see `network`). Proxies named by the environment are not used: they would resolve names
    themselves.

    Raises:
        Refused: ``UNSUPPORTED`` (scheme, compression), ``FORBIDDEN_ADDRESS``, ``NETWORK``,
            ``NOT_FOUND``, ``PERMISSION``, ``TOO_LARGE``, ``TIMEOUT``.
    """
    import httpcore
    import httpx

    from vidocq.acquire.network import Deadline, VettingBackend, resolve

    deadline = Deadline(limits.seconds)
    backend = VettingBackend(
        deadline, allow_private=allow_private_addresses, resolver=resolver or resolve
    )
    url = _parsed(address)
    try:
        with httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=backend
        ) as pool:
            for _ in range(limits.redirects + 1):
                target = httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                )
                with pool.stream("GET", target, headers=list(_HEADERS)) as response:
                    headers = httpx.Headers(response.headers)
                    if response.status in _REDIRECTS and "location" in headers:
                        url = _parsed(headers["location"], base=url)
                        continue
                    _refuse_status(response.status)
                    return Fetched(
                        data=_body(response, headers, limits.bytes),
                        address=str(url.copy_with(fragment=None)),
                        media_type=headers.get("content-type", "").partition(";")[0].strip().lower()
                        or None,
                        charset=_charset(headers.get("content-type", "")),
                    )
    except httpcore.TimeoutException:
        raise Refused(
            ErrorKind.TIMEOUT,
            f"did not arrive within {limits.seconds:g} s; try again or raise the limit",
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Refused(
            ErrorKind.NETWORK, f"could not be fetched ({_reason(error)}); try again later"
        ) from None
    raise Refused(
        ErrorKind.NETWORK,
        f"redirects more than {limits.redirects} times; give the address it should end at",
    )


def _parsed(address: str, base: httpx.URL | None = None) -> httpx.URL:
    import httpx

    try:
        url = base.join(address) if base is not None else httpx.URL(address)
        host = url.raw_host
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise Refused(
            ErrorKind.MALFORMED, "is not a valid address; copy it again from the browser"
        ) from None
    if url.scheme not in ("http", "https"):
        way = "redirects to" if base is not None else "is"
        raise Refused(
            ErrorKind.UNSUPPORTED,
            f"{way} an address of the kind {url.scheme or 'unknown'!r}; give one of http or https",
        )
    if not host:
        raise Refused(ErrorKind.MALFORMED, "is an address without a host; copy it again")
    # A name and password of the address are not sent.
    return url.copy_with(userinfo=b"")


def _refuse_status(status: int) -> None:
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


def _body(response: httpcore.Response, headers: httpx.Headers, limit: int) -> bytes:
    too_large = Refused(
        ErrorKind.TOO_LARGE,
        f"is larger than {megabytes(limit)}; save the part that is needed, or raise the limit",
    )
    declared = headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > limit:
        raise too_large
    body = bytearray()
    for piece in _decompressed(response, headers.get("content-encoding", ""), limit, too_large):
        body += piece
        if len(body) > limit:
            raise too_large
    return bytes(body)


def _decompressed(
    response: httpcore.Response, encoding: str, limit: int, too_large: Refused
) -> Iterator[bytes]:
    """The pieces of the body, never more than some 64 kB each however well they were compressed."""
    encoding = encoding.strip().lower()
    sent = 0
    if encoding in ("", "identity"):
        yield from response.iter_stream()
        return
    if encoding not in _WINDOW:
        raise Refused(
            ErrorKind.UNSUPPORTED,
            f"is sent compressed as {encoding[:40]!r}; save it in a browser and read the file",
        )
    broken = Refused(ErrorKind.NETWORK, f"is sent as broken {encoding} data; try again later")
    stream = zlib.decompressobj(_WINDOW[encoding])
    for piece in response.iter_stream():
        sent += len(piece)
        if sent > limit:
            raise too_large
        if sent == len(piece) and encoding == "deflate" and piece[0] & 0x0F != 8:
            stream = zlib.decompressobj(-15)  # some servers send it without the zlib header
        while piece and not stream.eof:
            try:
                yield stream.decompress(piece, 65_536)
            except zlib.error:
                raise broken from None
            piece = stream.unconsumed_tail
    try:
        yield stream.flush()
    except zlib.error:
        raise broken from None
    if not stream.eof and sent:
        raise broken


def _charset(content_type: str) -> str | None:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__
