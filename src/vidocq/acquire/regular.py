"""Regular files alone: no device and no pipe is opened by a path."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

from vidocq.acquire.limits import Refused
from vidocq.acquire.sniff import HEAD
from vidocq.model import ErrorKind


def open_regular(path: str) -> io.BufferedReader:
    """Open a file for reading, but no device and no pipe, which may never end or never begin."""
    refused = Refused(
        ErrorKind.UNSUPPORTED,
        "is no regular file (a device, pipe or socket); pipe its text into: vidocq read -",
    )
    if not path:
        raise FileNotFoundError
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise refused
    # Looked at again once open, and opened without waiting: the path may have changed since.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise refused
        return io.BufferedReader(io.FileIO(handle, "rb"), HEAD)
    except BaseException:
        os.close(handle)
        raise
