"""A record: one document's bytes where they lie, before anything in them is looked at.

Splitting inputs into records is cheap and done in order by one process; making documents of records
costs and may be done by many.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Form(StrEnum):
    """How a record is made into documents."""

    FILE = "file"
    """``source`` is the path of a file, opened when its turn comes."""
    ADDRESS = "address"
    """``source`` is an http(s) address, fetched when its turn comes."""
    BYTES = "bytes"
    """``data`` is text, HTML or PDF."""
    LINE = "line"
    """``data`` is a JSON object with the fields of a document."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One document to be. ``id`` and ``source`` as in `Document` (``archive.warc.gz#2048``: the record
    at that byte of the archive); ``media_type``, ``charset`` and ``address`` as a server gave them.
    ``collected``: it was found in a folder, and files of unknown kinds are refused.
    """

    form: Form
    id: str
    source: str
    data: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    address: str | None = None
    collected: bool = False
