"""``vidocq`` in this process, which kills itself at a chosen point: ``python -m tests.watch.killed POINT N ARGUMENT …``.

A point is ``before:`` or ``after:`` a method of the watcher's parts; N is at which of its calls.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import plain_environment
from vidocq.cli import main
from vidocq.ledger import Ledger
from vidocq.watch.delivery import Courier
from vidocq.watch.state import State

METHODS: dict[str, tuple[type, str]] = {
    "note": (State, "note"),
    "pend": (State, "pend"),
    "hold_objects": (State, "hold_objects"),
    "pend_objects": (State, "pend_objects"),
    "record": (Ledger, "record"),
    "settle": (State, "settle"),
    "tell": (Courier, "_tell"),
    "delivered": (State, "delivered"),
}


def kill_at(point: str, number: int) -> None:
    """Have the process killed before or after the so-manieth call of a method."""
    when, _, name = point.partition(":")
    owner, method = METHODS[name]
    real = getattr(owner, method)
    calls = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if when == "before" and calls == number:
            os.kill(os.getpid(), signal.SIGKILL)
        done = real(*arguments, **named)
        if when == "after" and calls == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    setattr(owner, method, counted)


def command(folder: Path, *before: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One poll of the folder's feeds.toml by a process of its own, which may be killed ("after:pend", "1")."""
    arguments = ["watch", "--once", "--json", "--allow-private-addresses", "feeds.toml"]
    program = ["tests.watch.killed", *before] if before else ["vidocq"]
    return subprocess.run(
        [sys.executable, "-m", *program, *arguments],
        cwd=folder,
        env=plain_environment(folder)
        | environment
        | {"PYTHONPATH": ":".join(filter(None, [*sys.path, str(Path(__file__).parents[2])]))},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


if __name__ == "__main__":
    kill_at(sys.argv[1], int(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
