"""The formats in which the record is exported: one place, each imported only when it is asked for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import msgspec

_COLLECT_AFTER = 50_000


def settle() -> None:
    """Tell the garbage collector that an export begins, for a process that does little else.

    What is loaded by now stays to the end: it need not be gone through again and again. What an export makes
    has no cycles and is let go as soon as it is written, so the collector is to look for some more seldom.
    """
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, *gc.get_threshold()[1:])


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format: what it is, the function that writes it, what that counts, and the options it takes."""

    title: str
    module: str
    function: str
    counts: str
    options: tuple[str, ...] = ()

    def writer(self) -> Callable[..., int]:
        """The function ``(ledger, file, selection, **options) -> number written``, imported now."""
        found: Callable[..., int] = getattr(import_module(self.module), self.function)
        return found


FORMATS: Mapping[str, Format] = {
    "stix": Format(
        title="a STIX 2.1 bundle",
        module="vidocq.share.stix.bundle",
        function="write_bundle",
        counts="objects",
        options=("texts", "indicators"),
    ),
    "misp": Format(
        title="MISP events",
        module="vidocq.share.misp.export",
        function="write_events",
        counts="events",
        options=("texts", "indicators"),
    ),
    "navigator": Format(
        title="an ATT&CK Navigator layer, for one actor with --actor",
        module="vidocq.share.navigator",
        function="write_layer",
        counts="techniques",
    ),
    "csv": Format(
        title="a table as CSV",
        module="vidocq.share.tables.writing",
        function="table_as_csv",
        counts="rows",
        options=("table",),
    ),
    "parquet": Format(
        title="a table as Parquet",
        module="vidocq.share.tables.writing",
        function="table_as_parquet",
        counts="rows",
        options=("table",),
    ),
    "graphml": Format(
        title="a graph of entities and claims as GraphML",
        module="vidocq.share.graphml",
        function="write_graphml",
        counts="edges",
    ),
}


def options_for(form: Format, given: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the given options that were set.

    Raises:
        ValueError: one was set that the format does not take.
    """
    found = {name: value for name, value in given.items() if value is not None}
    foreign = sorted(set(found) - set(form.options))
    if foreign:
        takers = sorted(name for name, one in FORMATS.items() if foreign[0] in one.options)
        raise ValueError(f"--{foreign[0]} is only for {', '.join(takers)}")
    return found
