"""How far a reading has come, in a small file, so that it can be stopped and taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path


class JournalMismatch(Exception):  # noqa: N818 - the user's slip, told as one
    """The journal is of another reading: other inputs or options."""


class Journal:
    """The number of records, in the order of the inputs, that are done. ``what`` are the inputs and the
    options that change what is read.

    Raises:
        JournalMismatch: the file is of another reading, or no journal.
    """

    def __init__(self, path: Path, what: Sequence[str]) -> None:
        self._path = path
        self._key = hashlib.sha256(json.dumps(list(what)).encode()).hexdigest()
        self.done = 0
        if not path.exists():
            return
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            key, done = str(told["reading"]), int(told["records"])
        except (ValueError, KeyError, TypeError, OSError) as error:
            raise JournalMismatch(
                f"{path}: is no journal of a reading ({error}); name another file"
            ) from None
        if key != self._key:
            raise JournalMismatch(
                f"{path}: is the journal of a reading of other inputs or with other options; "
                "name another file, or remove it to begin anew"
            )
        self.done = done

    def advance(self, records: int) -> None:
        """So many records more are done; the file is replaced as a whole, so that it is never half."""
        self.done += records
        beside = self._path.with_name(self._path.name + ".new")
        beside.write_text(
            json.dumps({"reading": self._key, "records": self.done}) + "\n", encoding="utf-8"
        )
        beside.replace(self._path)
