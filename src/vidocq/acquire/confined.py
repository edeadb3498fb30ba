"""The process in which HTML and PDF are taken apart, away from the reader's own.

Run as ``python -P -m vidocq.acquire.confined``; speaks frames of MessagePack over its standard input
and output, each after its length in eight bytes. For each `Task` it answers an empty frame once its
library is loaded (the clock starts then), and an `Outcome`. It ends at the end of its input.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from typing import BinaryIO

import msgspec

from vidocq.acquire.extracted import Extracted
from vidocq.acquire.limits import Limits, Refused
from vidocq.acquire.sniff import Kind
from vidocq.model import ErrorKind

_LENGTH = struct.Struct(">Q")
_MEMORY = 2_000_000_000  # bytes of address space: a bomb ends this process, not the machine


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One file to take apart."""

    kind: Kind
    data: bytes
    limits: Limits
    charset: str | None = None
    address: str | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken out of a file, or why nothing was."""

    extracted: Extracted | None = None
    refusal: ErrorKind | None = None
    message: str = ""


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write one frame and flush it."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame, or None at the end of the stream (also within a frame)."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def perform(task: Task) -> Outcome:
    """Take one file apart; every failure is an outcome."""
    try:
        if task.kind is Kind.PDF:
            from vidocq.acquire.pdf import read_pdf

            return Outcome(extracted=read_pdf(task.data, task.limits))
        from vidocq.acquire.html import read_html

        page = read_html(task.data, task.limits, task.charset, task.address)
        return Outcome(extracted=page)
    except Refused as refused:
        return Outcome(refusal=refused.kind, message=refused.message)
    except MemoryError:
        return Outcome(
            refusal=ErrorKind.TOO_LARGE,
            message="needs more memory than is allowed to take it apart; give its text instead",
        )
    except RecursionError:
        return Outcome(
            refusal=ErrorKind.TOO_DEEP, message="is nested too deeply; give its text instead"
        )
    except Exception as error:
        # A library fails on a hostile file in any way it likes; the file is at fault, and the
        # kind of the error is kept for whoever looks into it.
        return Outcome(
            refusal=ErrorKind.MALFORMED,
            message=f"cannot be taken apart ({type(error).__name__}); save its text and give that",
        )


def _load_library(kind: Kind) -> None:
    if kind is Kind.PDF:
        import pypdfium2  # noqa: F401
    else:
        import trafilatura  # noqa: F401


def bound_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer tasks until the input ends."""
    # An interrupt from the keyboard is for the reader, whose end ends our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory()
    # What a library prints must not fall among the frames.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    tasks = sys.stdin.buffer
    while (frame := read_frame(tasks)) is not None:
        task = msgspec.msgpack.decode(frame, type=Task)
        _load_library(task.kind)
        write_frame(answers, b"")
        write_frame(answers, msgspec.msgpack.encode(perform(task)))


if __name__ == "__main__":
    main()
