"""What the process says to the script that called it. A contract: scripts rely on it."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """How a command ended. The last two are what a shell reports of a process ended by the signal."""

    DONE = 0
    OUR_FAULT = 1
    WRONG_USAGE = 2
    UNREADABLE_INPUT = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141
