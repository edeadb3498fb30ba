"""Questions that cannot be answered, each with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime


class AskError(Exception):
    """A question that has no answer on this record; the message says what to do."""


class EmptyRecord(AskError):  # noqa: N818 - it says what is the matter
    """Nothing was read yet, or nothing until the moment asked for."""

    def __init__(self, first: datetime | None = None) -> None:
        if first is not None:
            began = first.isoformat(timespec="seconds")
            message = f"the record held nothing then; its first claim was recorded at {began}"
        else:
            message = "the record is empty; read something first: vidocq read FILE|FOLDER|URL"
        super().__init__(message)


class UnknownName(AskError):  # noqa: N818
    """Neither our knowledge nor the record knows the name, or the record says nothing of what it is ``known_as``."""

    def __init__(
        self, name: str, near: Sequence[str] = (), *, known_as: Iterable[str] = ()
    ) -> None:
        self.name, self.near = name, tuple(near)
        if known := ", ".join(dict.fromkeys(known_as)):
            message = f"the record says nothing of {name!r} ({known})"
        else:
            message = f"nothing is known under the name {name!r}"
        if near:
            message += "; did you mean " + ", ".join(repr(one) for one in near) + "?"
        else:
            message += "; try vidocq search to look through the documents"
        super().__init__(message)
