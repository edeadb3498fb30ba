"""How fast a large record is exported, in how much memory.

    python bench/share_figures.py                        # a million claims, made now
    python bench/share_figures.py --documents 20000
    python bench/share_figures.py --ledger FILE          # an existing ledger

Each export runs in a process of its own and writes to nowhere; shown are things written, seconds of processor
time, things a second of it, and the peak of resident memory, after the start of the process and at the end.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ledger_generate import World
from vidocq.bench.machine import peak_memory
from vidocq.ledger import open_ledger
from vidocq.share.formats import FORMATS, settle


class Nowhere(io.RawIOBase):
    """A file that counts what is written to it."""

    size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.size += len(data)
        return len(data)


def fill(address: str, documents: int) -> None:
    """Record generated readings."""
    with open_ledger(address) as ledger:
        ledger.record(World(seed=1).readings(documents), extractor="bench 1")


def export(address: str, name: str, options: dict[str, Any]) -> tuple[int, float, int, int, int]:
    """Number, processor seconds, bytes, and peak memory before and after, of one export."""
    with open_ledger(address, read_only=True) as ledger:
        write = FORMATS[name].writer()
        settle()  # as the command does
        before, start = peak_memory(), time.process_time()
        file = Nowhere()
        number = write(ledger, file, None, **options)
        return number, time.process_time() - start, file.size, before, peak_memory()


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """Do some work in a fresh process, so that its peak of memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--ledger", help="an existing ledger in place of a generated one")
    parser.add_argument("--formats", nargs="+", default=["stix", "csv", "parquet", "graphml"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = arguments.ledger or str(Path(folder) / "ledger.sqlite")
        if not arguments.ledger:
            apart(fill, address, arguments.documents)
        print(f"{'':<22} {'written':>10} {'CPU s':>7} {'a second':>9} {'MB':>6} {'peak MB':>14}")
        for name in arguments.formats:
            number, spent, size, before, after = apart(export, address, name, {})
            told = f"{before / 1e6:>6.0f} → {after / 1e6:>5.0f}"
            counts = f"{name} ({FORMATS[name].counts})"
            print(
                f"{counts:<22} {number:>10,} {spent:>7.1f} {number / spent:>9,.0f} "
                f"{size / 1e6:>6.0f} {told:>14}",
                flush=True,
            )


if __name__ == "__main__":
    main()
