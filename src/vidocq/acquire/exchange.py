"""One request to a server of the web and its answer, within bounds and only to the public Internet."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.model import ErrorKind

if TYPE_CHECKING:
    import httpcore
    import httpx

    from vidocq.acquire.network import Resolver

_REDIRECTS = (301, 302, 303, 307, 308)
_ALWAYS = {
    "User-Agent": "Vidocq/0.1 (reads reports)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
    # Only what is decompressed here, piece by piece and within the bound.
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_SECRET = "authorization"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a server. ``headers`` are sent beside those that every request has, and in their
    place; with a ``body`` it is a POST, else a GET."""

    address: str
    headers: Mapping[str, str] = {}
    body: bytes | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered: its status, its headers by their names in lower case, the decompressed bytes
    (of a status from 200 to 299 only), and the address after redirects."""

    status: int
    headers: Mapping[str, str]
    data: bytes
    address: str


def exchange(
    request: Request,
    limits: Limits,
    *,
    allow_private_addresses: bool = False,
    resolver: Resolver | None = None,
) -> Answer:
    """Send a request and take the answer, whatever its status; the redirects of a GET are followed.

    Bounded: ``limits.bytes`` (of the body as sent and as decompressed), ``limits.seconds`` (from the
    first name resolved to the last byte, all redirects together), ``limits.redirects``. Every hop is
    vetted (see `network`); what authorises is sent to the host that was asked and to no other. Proxies
    named by the environment are not used: they would resolve names themselves.

    Raises:
        Refused: ``UNSUPPORTED`` (scheme, compression), ``MALFORMED`` (address), ``FORBIDDEN_ADDRESS``,
            ``NETWORK``, ``TOO_LARGE``, ``TIMEOUT``.
    """
    import httpcore
    import httpx

    from vidocq.acquire.network import Deadline, VettingBackend, resolve

    deadline = Deadline(limits.seconds)
    backend = VettingBackend(
        deadline, allow_private=allow_private_addresses, resolver=resolver or resolve
    )
    url = _parsed(request.address)
    asked = (url.scheme, url.host, url.port)
    try:
        with httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=backend
        ) as pool:
            for _ in range(limits.redirects + 1):
                target = httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                )
                same_host = (url.scheme, url.host, url.port) == asked
                with pool.stream(
                    "GET" if request.body is None else "POST",
                    target,
                    headers=_headers(request.headers, with_secret=same_host),
                    content=request.body,
                ) as response:
                    headers = httpx.Headers(response.headers)
                    moved = response.status in _REDIRECTS and "location" in headers
                    if moved and request.body is None:
                        url = _parsed(headers["location"], base=url)
                        continue
                    fine = 200 <= response.status < 300
                    return Answer(
                        status=response.status,
                        headers={name.lower(): value for name, value in headers.items()},
                        data=_body(response, headers, limits.bytes) if fine else b"",
                        address=str(url.copy_with(fragment=None)),
                    )
    except httpcore.TimeoutException:
        raise Refused(
            ErrorKind.TIMEOUT,
            f"did not arrive within {limits.seconds:g} s; try again or raise the limit",
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        done = "fetched" if request.body is None else "reached"
        raise Refused(
            ErrorKind.NETWORK, f"could not be {done} ({_reason(error)}); try again later"
        ) from None
    raise Refused(
        ErrorKind.NETWORK,
        f"redirects more than {limits.redirects} times; give the address it should end at",
    )


def _headers(given: Mapping[str, str], *, with_secret: bool) -> list[tuple[str, str]]:
    own = {name.lower() for name in given}
    sent = {name: value for name, value in _ALWAYS.items() if name.lower() not in own}
    sent |= {n: value for n, value in given.items() if with_secret or n.lower() != _SECRET}
    return list(sent.items())


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


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__
