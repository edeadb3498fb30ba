"""Connections that lead only where they may: no name of the outside leads to a host of the inside.

A server-side request to an address that a stranger gave must not reach the reader's own network
(server-side request forgery, CWE-918). The check sits where a name becomes a connection: the name is
resolved once, every address it resolves to is judged, and the connection goes to a judged address
itself, so that neither a redirect nor a second resolution (DNS rebinding) can lead elsewhere. TLS
still verifies the certificate against the name.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind

Resolver = Callable[[str, int], list[str]]
"""From a host name and a port to numeric addresses; raises OSError where there are none."""

_IPv4InIPv6 = ipaddress.IPv6Network("64:ff9b::/96")  # NAT64, RFC 6052
# Tunnels whose far end cannot be judged: Teredo and 6to4 (RFC 4380, 3056), local NAT64 (RFC 8215).
_TUNNELS = tuple(ipaddress.IPv6Network(n) for n in ("2001::/32", "2002::/16", "64:ff9b:1::/48"))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public Internet, by the IANA special-purpose registries.

    Private, loopback, link-local, shared (RFC 6598), multicast, reserved and unspecified addresses
    are not, nor IPv6 addresses that carry such an IPv4 one or a tunnel.
    """
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if "%" in address or any(ip in tunnel for tunnel in _TUNNELS):
            return False
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip in _IPv4InIPv6:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.is_site_local:
            return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_loopback or ip.is_unspecified
    )


def resolve(host: str, port: int) -> list[str]:
    """All numeric addresses of a host, in the system's order, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left; ``Refused`` with ``TIMEOUT`` where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Refused(
                ErrorKind.TIMEOUT,
                f"did not arrive within {self.seconds:g} s; try again or raise the limit",
            )
        return left


class VettingBackend(httpcore.NetworkBackend):
    """Opens connections to vetted addresses only, and never waits past the deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolver: Resolver) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolver = resolver
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the host's addresses; ``FORBIDDEN_ADDRESS`` where any is not public."""
        addresses = self._vetted(host, port)
        for place, address in enumerate(addresses, start=1):
            try:
                stream = self._backend.connect_tcp(
                    address,
                    port,
                    # An address that does not answer leaves time for those after it.
                    timeout=self._deadline.left() / (len(addresses) - place + 1),
                    socket_options=socket_options,
                )
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(addresses):
                    raise
        raise httpcore.ConnectError("no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: an address of the web is not a socket of this machine."""
        raise httpcore.ConnectError("unix sockets are not read")

    def _vetted(self, host: str, port: int) -> list[str]:
        try:
            addresses = _within(self._deadline, lambda: self._resolver(host, port))
        except (OSError, UnicodeError):
            raise Refused(
                ErrorKind.NETWORK, f"{host} has no address; check the name and the connection"
            ) from None
        if not addresses:
            raise Refused(ErrorKind.NETWORK, f"{host} has no address; check the name")
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise Refused(
                        ErrorKind.FORBIDDEN_ADDRESS,
                        f"{host} leads to {address}, which is not of the public Internet; "
                        "allow private addresses if that is meant",
                    )
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout=self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(
            ssl_context, server_hostname=server_hostname, timeout=self._deadline.left()
        )
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _within(deadline: Deadline, work: Callable[[], list[str]]) -> list[str]:
    """The result of a call that cannot be timed itself (the system's resolver), run in a thread."""
    results: queue.Queue[list[str] | Exception] = queue.Queue(1)

    def run() -> None:
        try:
            results.put(work())
        except Exception as error:
            results.put(error)

    threading.Thread(target=run, daemon=True, name="resolve").start()
    try:
        result = results.get(timeout=deadline.left())
    except queue.Empty:
        deadline.left()
        raise
    if isinstance(result, Exception):
        raise result
    return result
