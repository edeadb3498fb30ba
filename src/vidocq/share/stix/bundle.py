"""STIX bundles: written as they are made."""

from __future__ import annotations

import hashlib
from typing import IO

import msgspec

from vidocq.ledger import Ledger
from vidocq.share.selection import Selection, choose
from vidocq.share.stix.ids import uuid_of
from vidocq.share.stix.stream import told_objects

_encode_into = msgspec.json.Encoder().encode_into
_PART_BYTES = 250_000


def write_bundle(
    ledger: Ledger,
    file: IO[bytes],
    selection: Selection | None = None,
    *,
    texts: bool = False,
    indicators: bool = False,
) -> int:
    """Write a selection of the record as a STIX 2.1 bundle; the number of objects.

    The bundle's id is made of its contents and stands at its end. ``texts`` passes on the documents'
    texts; without it the bundle holds the quotes alone. ``indicators`` looks for indicators in the texts.

    Raises:
        AskError: the selection names what the record does not know.
        MissingPackage: indicators are asked for and what finds them is not installed.
    """
    digest = hashlib.blake2b(digest_size=16)
    number = 0
    part = bytearray()
    with choose(ledger, selection) as chosen:
        file.write(b'{"type":"bundle","objects":[')
        for one in told_objects(chosen, texts=texts, indicators=indicators):
            part += b",\n" if number else b"\n"
            _encode_into(one, part, -1)
            number += 1
            if len(part) > _PART_BYTES:
                digest.update(part)
                file.write(part)
                part.clear()
    digest.update(part)
    file.write(part)
    file.write(f'\n],"id":"bundle--{uuid_of(digest.hexdigest())}"}}\n'.encode())
    return number
