"""How long a whole process takes, from the command to its end, with the files in the cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reading_texts import PAGE, ROOT
from vidocq.bench.processes import start

RUNS = 11


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds on the clock for one command, over ``runs`` runs after one that does not count."""

    command: str
    runs: int
    median: float
    greatest: float


def measure() -> list[Start]:
    """``vidocq --help``, and ``vidocq read`` of one page.

    Raises:
        SystemExit: the command is not installed, or fails.
    """
    beside = str(Path(sys.executable).parent)
    program = shutil.which("vidocq", path=beside) or shutil.which("vidocq")
    if program is None:
        raise SystemExit("the command vidocq is not installed; run: pip install -e .")
    return [_time(program, ["--help"]), _time(program, ["read", "--no-ledger", PAGE])]


def _time(program: str, arguments: Sequence[str]) -> Start:
    try:
        seconds = start([program, *arguments], RUNS, folder=ROOT)
    except subprocess.CalledProcessError as failed:
        raise SystemExit(
            f"vidocq {' '.join(arguments)} ended with status {failed.returncode}:\n{failed.stderr}"
        ) from None
    short = " ".join("PAGE" if argument == PAGE else argument for argument in arguments)
    return Start(
        command=f"vidocq {short}", runs=RUNS, median=seconds.median, greatest=seconds.greatest
    )
