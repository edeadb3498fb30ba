"""One way in for all that others write: the format is told by the contents."""

from __future__ import annotations

from pathlib import Path

from vidocq.ledger import Ledger
from vidocq.share.errors import ShareError
from vidocq.share.misp.importing import import_misp, is_misp
from vidocq.share.recording import Imported
from vidocq.share.stix.importing import import_objects
from vidocq.share.stix.loading import MOST_BYTES, checked, decode


def import_file(ledger: Ledger, path: Path) -> Imported:
    """Record what a file says.

    Raises:
        Unfit: something in it is wrong; nothing was recorded.
        ShareError: it cannot be read, or is of no format that is known.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ShareError(f"{path}: it is larger than {MOST_BYTES:,} bytes; import it in parts")
        data = path.read_bytes()
    except OSError as fault:
        raise ShareError(f"{path}: it cannot be read: {fault.strerror or fault}") from None
    return import_bytes(ledger, data, path.name)


def import_bytes(ledger: Ledger, data: bytes, place: str) -> Imported:
    """Record what some bytes say; ``place`` is what to call them.

    Raises:
        Unfit: something in it is wrong; nothing was recorded.
    """
    told = decode(data, place)
    if is_misp(told):
        return import_misp(ledger, told, place)
    return import_objects(ledger, checked(told, place), place)
