"""The words that decide whether a full stop ends a sentence: ``data/boundaries.yaml``, checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

_FILE = Path(__file__).parent / "data" / "boundaries.yaml"


class BoundaryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The entry of one language, or of all together; each field is described in the data file."""

    titles: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    after_ordinal: frozenset[str]
    before_ordinal: frozenset[str] = frozenset()


@cache
def boundary_words() -> BoundaryWords:
    """The words of all languages together; raises ValueError naming file, entry and field."""
    return merged(read(_FILE))


def read(path: Path) -> dict[str, BoundaryWords]:
    """The entries of a boundary file by language; ValueError says what is wrong, and where."""
    entries = {}
    language = "file"
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for language, row in msgspec.convert(rows, dict[str, Any], strict=True).items():
            entries[language] = msgspec.convert(row, BoundaryWords, strict=True)
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise ValueError(f"{path.name}: {language}: {fault}") from fault
    return entries


def merged(entries: dict[str, BoundaryWords]) -> BoundaryWords:
    """One entry that holds the words of all."""
    return BoundaryWords(
        *(
            frozenset().union(*(getattr(entry, field) for entry in entries.values()))
            for field in BoundaryWords.__struct_fields__
        )
    )
