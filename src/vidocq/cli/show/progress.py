"""How far the reading is, on standard error, for a person who waits at a terminal."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.live import Live
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from vidocq.cli.show.words import number_of


class ReadingProgress:
    """A line that counts documents and claims; silent off a terminal and for a single document.

    The line is taken away before anything else is printed and comes back with the next document,
    so that it never mixes with the claims when both go to the same terminal.
    """

    def __init__(self, console: Console) -> None:
        self._shown = console.is_terminal
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._begun = time.monotonic()
        self._task = self._progress.add_task("reading", total=None)

    def __enter__(self) -> ReadingProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        self.pause()

    def advance(
        self, documents: int, claims: int, *, taken: int = 0, total: int | None = None
    ) -> None:
        """So many documents are read now, with so many claims; the line shows from the second on.

        ``taken`` of ``total`` bytes of the inputs tell the time left.
        """
        if self._shown and documents > 1:
            seconds = time.monotonic() - self._begun
            counts = f"{number_of(documents, 'document')}, {number_of(claims, 'claim')}"
            words = f"reading: {counts}, {pace(documents, seconds, taken, total)}"
            self._progress.update(self._task, description=words)
            self._progress.start()

    def pause(self) -> None:
        """Take the line away, because something is about to be printed."""
        if self._shown:
            self._progress.stop()


class Standing:
    """A line that tells what is done now; silent off a terminal. Nothing moves in it, for a thread that draws would
    take its time from what is being measured."""

    def __init__(self, console: Console) -> None:
        self._line = Live(console=console, auto_refresh=False, transient=True)
        self._shown = console.is_terminal

    def __enter__(self) -> Standing:
        if self._shown:
            self._line.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        if self._shown:
            self._line.stop()

    def show(self, what: str) -> None:
        """This is done now."""
        if self._shown:
            self._line.update(Text(what, style="dim"), refresh=True)


def pace(documents: int, seconds: float, taken: int = 0, total: int | None = None) -> str:
    """The rate, and where the size of the inputs is known the time left: ``45 a second, 3:20 left``."""
    rate = documents / seconds if seconds > 0 else 0.0
    words = f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"
    if total and 0 < taken < total:
        left = round(seconds * (total - taken) / taken)
        hours, rest = divmod(left, 3600)
        clock = (
            f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
        )
        words += f", {clock} left"
    return words
