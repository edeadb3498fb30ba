"""How much of the inputs has been read, and how much there is."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from vidocq.acquire.folder import files_of


class Meter:
    """Bytes of files that were taken so far (``taken``), and of all inputs (``total``; None until known,
    and where it cannot be known: standard input, addresses)."""

    def __init__(self) -> None:
        self.taken = 0
        self.total: int | None = None

    def measure(self, inputs: Sequence[str]) -> None:
        """Add up the sizes of the files beside other work; a folder of millions takes some seconds."""
        threading.Thread(target=self._add_up, args=(tuple(inputs),), daemon=True).start()

    def _add_up(self, inputs: Sequence[str]) -> None:
        total = 0
        for given in inputs:
            path = Path(given)
            try:
                files = files_of(path) if path.is_dir() else [path]
                total += sum(one.stat().st_size for one in files if isinstance(one, Path))
            except (OSError, ValueError):
                return  # an address, standard input, or a file that is gone: no total
        self.total = total
