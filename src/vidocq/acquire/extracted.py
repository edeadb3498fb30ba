"""What a reader takes out of a file."""

from __future__ import annotations

import msgspec


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """Text and what the file itself says of it; fields as in ``Document``, None where it is silent."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
