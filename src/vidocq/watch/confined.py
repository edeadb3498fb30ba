"""Feeds taken apart in a process of their own, which is ended when its time is up.

A feed is written by strangers, and some few bytes of one can keep a parser busy for hours. Run as
``python -P -m vidocq.watch.confined ADDRESS``: takes the feed on standard input, gives the `Channel`, or why there is
none, as JSON.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec

from vidocq.acquire.confined import bound_memory
from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind
from vidocq.watch.entries import Channel, parse

SECONDS = 60.0
"""For one feed, the start of the process included."""


class _Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The feed, or why there is none."""

    channel: Channel | None = None
    refusal: ErrorKind | None = None
    message: str = ""


def channel_of(data: bytes, address: str, *, seconds: float = SECONDS) -> Channel:
    """The feed in some bytes.

    Raises:
        Refused: it is no RSS or Atom, takes too long or too much memory; or feedparser is not installed.
    """
    # -P: the folder where the program is run must not supply modules.
    command = [sys.executable, "-P", "-m", "vidocq.watch.confined", address]
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            # An interrupt from the keyboard is for the watcher, which ends after the item at hand.
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(
            ErrorKind.TIMEOUT, f"was not taken apart within {seconds:g} s; it may be broken"
        ) from None
    if done.returncode:
        raise Refused(ErrorKind.MALFORMED, "cannot be taken apart as a feed; it may be broken")
    outcome = msgspec.json.decode(done.stdout, type=_Outcome)
    if outcome.channel is None:
        raise Refused(outcome.refusal or ErrorKind.MALFORMED, outcome.message)
    return outcome.channel


def main() -> None:
    """Take apart the feed on standard input."""
    bound_memory()
    _bound_time()
    try:
        outcome = _Outcome(channel=parse(sys.stdin.buffer.read(), sys.argv[1]))
    except Refused as refused:
        outcome = _Outcome(refusal=refused.kind, message=refused.message)
    sys.stdout.buffer.write(msgspec.json.encode(outcome))


def _bound_time() -> None:
    """End with the time, also where the watcher was killed and nobody waits any more."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))


if __name__ == "__main__":
    main()
