"""The columns of each table, as `data/tables.yaml` documents them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from vidocq.share.mapping_files import read_mapping


class Table(StrEnum):
    """The tables there are."""

    CLAIMS = "claims"
    SOURCES = "sources"
    INCIDENTS = "incidents"
    DECISIONS = "decisions"


class ColumnType(StrEnum):
    """What a cell holds; ``texts`` is a list."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes-no"
    TEXTS = "texts"


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: its name, what its cells hold and mean, and the EuRepoC variable it answers to."""

    name: str
    type: ColumnType
    meaning: str
    eurepoc: str = ""


class TableSchema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a row is, and the columns in their order."""

    row: str
    columns: tuple[Column, ...]


Row = Mapping[str, Any]
Rows = Iterator[Row]


@cache
def schemas() -> dict[str, TableSchema]:
    """Every table's schema.

    Raises:
        msgspec.ValidationError: the data file breaks its own form.
    """
    return read_mapping("tables.yaml", dict[str, TableSchema])


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table."""
    return schemas()[table].columns
