"""How much of an untrusted input is read, and the refusal of more."""

from __future__ import annotations

import msgspec

from vidocq.model import ErrorKind


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on one document. A collection (folder, JSON Lines) is not bounded, each part of it is.

    ``bytes``: of the file, the record or the decompressed answer of a server. ``pages``: of a PDF.
    ``depth``: of nested HTML elements (at most 250: the parser itself cuts what lies deeper).
    ``seconds``: for the whole of a download, and again for taking the text out of it; it does not
    bound the wait for a line on standard input. ``redirects``: how many are followed.
    """

    bytes: int = 20_000_000
    pages: int = 500
    depth: int = 200
    seconds: float = 30.0
    redirects: int = 5


class Refused(Exception):  # noqa: N818 - not a fault: the input is refused
    """An input, or a part of it, cannot be read. Becomes an ``Unreadable`` where inputs are read."""

    def __init__(self, kind: ErrorKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


def megabytes(size: int) -> str:
    """A number of bytes as a person says it: ``20 MB``, ``512 bytes``."""
    return f"{size / 1_000_000:g} MB" if size >= 100_000 else f"{size} bytes"
