"""Taking a file apart in the confined process, and ending that process when its time is up."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from typing import BinaryIO, cast

import msgspec

from vidocq.acquire.confined import Outcome, Task, read_frame, write_frame
from vidocq.acquire.extracted import Extracted
from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind

_SECONDS_TO_START = 60.0


class _Confinement:
    """The process at the other end; started at the first task and again after it was ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def run(self, task: Task) -> Extracted:
        with self._lock:
            return self._answer(self._running(), task)

    def end(self) -> None:
        process, self._process = self._process, None
        # After a fork the process is our parent's: not ours to end.
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self.end()
            # -P: a folder that is read must not supply modules when it is the current one.
            command = [sys.executable, "-P", "-m", "vidocq.acquire.confined"]
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], task: Task) -> Extracted:
        tasks, answers = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        late = threading.Event()

        def end_late() -> None:
            late.set()
            process.kill()

        def read_within(seconds: float) -> bytes | None:
            clock = threading.Timer(seconds, end_late)
            clock.daemon = True
            clock.start()
            try:
                return read_frame(answers)
            finally:
                clock.cancel()

        try:
            write_frame(tasks, msgspec.msgpack.encode(task))
        except OSError:
            ready = None
        else:
            ready = read_within(_SECONDS_TO_START)
        if ready is None:
            self.end()
            raise Refused(
                ErrorKind.INTERNAL,
                "could not be read: the process that takes files apart does not start; "
                "check the installation with: python -m vidocq.acquire.confined < /dev/null",
            )
        frame = read_within(task.limits.seconds)
        if frame is None:
            self.end()
            if late.is_set():
                raise Refused(
                    ErrorKind.TIMEOUT,
                    f"took longer than {task.limits.seconds:g} s to take apart; "
                    "save its text and give that",
                )
            raise Refused(
                ErrorKind.MALFORMED,
                "broke the program that takes it apart; save its text and give that",
            )
        if late.is_set():
            # It answered at the last moment, but the process is gone: the next task starts anew.
            self.end()
        outcome = msgspec.msgpack.decode(frame, type=Outcome)
        if outcome.extracted is None:
            raise Refused(outcome.refusal or ErrorKind.INTERNAL, outcome.message)
        return outcome.extracted


_confinement = _Confinement()
atexit.register(_confinement.end)


def take_apart(task: Task) -> Extracted:
    """The text and facts of an HTML or PDF file, within ``task.limits``.

    The first task of a program starts the process (some 0.1 s for PDF, 0.5 s for HTML); it then
    serves until the program ends or a file breaks it. Threads take turns.

    Raises:
        Refused: as the reader of the format says; ``TIMEOUT`` past ``limits.seconds``;
            ``MALFORMED`` where the file breaks the process.
    """
    return _confinement.run(task)
