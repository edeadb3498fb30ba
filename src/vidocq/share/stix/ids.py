"""Identifiers made of contents: the same thing has the same STIX id on every machine.

STIX 2.1 wants version 4 (random) for domain objects and relationships and version 5 for observables.
Ours carry 122 bits of BLAKE2b of what they identify in the form of version 4: as good as random to
everybody who does not know the contents, and the same for all who do.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import UTC, datetime
from functools import lru_cache

_OURS = "vidocq/stix/1"

_OBSERVABLES = uuid.UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace that STIX 2.1, section 2.9, gives for observables."""


def stix_id(type: str, *parts: str) -> str:
    """The id of an object of ours: ``type--`` and a UUID made of what it is."""
    name = "\x1f".join((_OURS, type, *parts)).encode("utf-8", "surrogatepass")
    return f"{type}--{uuid_of(hashlib.blake2b(name, digest_size=16).hexdigest())}"


def uuid_of(digits: str) -> str:
    """32 hexadecimal digits as a UUID of version 4 (by hand: ``uuid.UUID`` takes most of an export's time)."""
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{_VARIANT[digits[16]]}{digits[17:20]}-{digits[20:]}"


_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
"""The digit that tells the variant, by the one that stands in its place."""


def observable_id(type: str, **properties: object) -> str:
    """The id of an observable from its id-contributing properties (STIX 2.1, section 2.9)."""
    canonical = json.dumps(properties, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"{type}--{uuid.uuid5(_OBSERVABLES, canonical)}"


@lru_cache(maxsize=4096)
def timestamp(moment: datetime) -> str:
    """A moment as STIX writes it: RFC 3339, UTC, milliseconds."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"
