"""Bundles for the tests: written, read back, and checked by the standard's own validator."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vidocq.ledger import Ledger, open_ledger
from vidocq.share import Selection
from vidocq.share.stix import write_bundle
from vidocq.share.stix.extension import EXTENSION

Object = dict[str, Any]


def written(ledger: Ledger, selection: Selection | None = None, *, texts: bool = False) -> bytes:
    """A selection as the bytes of a bundle."""
    file = io.BytesIO()
    write_bundle(ledger, file, selection, texts=texts)
    return file.getvalue()


def objects(ledger: Ledger, selection: Selection | None = None) -> list[Object]:
    """A selection as STIX objects."""
    found: list[Object] = json.loads(written(ledger, selection))["objects"]
    return found


def of_type(told: list[Object], type: str) -> list[Object]:
    """The objects of one type."""
    return [one for one in told if one["type"] == type]


def named(told: list[Object], type: str, name: str) -> Object:
    """The one object of a type with a name."""
    [found] = [one for one in of_type(told, type) if one["name"] == name]
    return found


def extension(one: Object) -> Object:
    """Our extension of an object."""
    found: Object = one["extensions"][EXTENSION]
    return found


def faults(bundle: bytes | str) -> list[str]:
    """What the OASIS validator finds in a bundle in strict mode, where warnings are errors; all checks on."""
    validator = pytest.importorskip("stix2validator", reason="stix2-validator is not installed")
    options = validator.ValidationOptions(strict=True, version="2.1")
    text = bundle.decode("utf-8") if isinstance(bundle, bytes) else bundle
    found = validator.validate_string(text, options)
    every = found if isinstance(found, list) else [found]
    return [
        str(fault) for one in every for fault in (*(one.errors or ()), *(one.warnings or ()))
    ] + [f"{one.object_id} is not valid" for one in every if not one.is_valid]


def pair() -> Iterator[tuple[Ledger, Ledger]]:
    """Two empty ledgers, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        yield (
            open_ledger(str(Path(folder) / "first.sqlite")),
            open_ledger(str(Path(folder) / "other.sqlite")),
        )
