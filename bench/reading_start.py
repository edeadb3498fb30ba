"""How long a whole process takes, from the command to its end, with the files in the cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import msgspec

from reading_texts import PAGE, ROOT

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
    seconds: list[float] = []
    for _ in range(RUNS + 1):
        before = time.perf_counter()
        done = subprocess.run(
            [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        seconds.append(time.perf_counter() - before)
        if done.returncode:
            raise SystemExit(
                f"vidocq {' '.join(arguments)} ended with status {done.returncode}:\n{done.stderr}"
            )
    counted = seconds[1:]
    short = " ".join("PAGE" if argument == PAGE else argument for argument in arguments)
    return Start(
        command=f"vidocq {short}", runs=RUNS, median=median(counted), greatest=max(counted)
    )
