"""What an input gives, and an ``Unreadable`` in place of whatever ends it before its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from vidocq.acquire.limits import Refused
from vidocq.acquire.record import Record
from vidocq.acquire.stream import damages
from vidocq.model import Document, ErrorKind, Unreadable

Item = Document | Unreadable
Given = TypeVar("Given", Document, Record, Item, Record | Unreadable)


def guarded(id: str, source: str, items: Iterator[Given]) -> Iterator[Given | Unreadable]:
    """The items or records, and an ``Unreadable`` in place of whatever ends them before their time."""
    try:
        yield from items
    except Refused as refused:
        yield unreadable(id, source, refused)
    except FileNotFoundError:
        yield unreadable(id, source, Refused(ErrorKind.NOT_FOUND, "is not there; check the path"))
    except PermissionError:
        yield unreadable(
            id, source, Refused(ErrorKind.PERMISSION, "may not be read; change its rights")
        )
    except damages() as error:
        yield unreadable(
            id,
            source,
            Refused(
                ErrorKind.MALFORMED,
                f"breaks off or is damaged ({error}); what stands before was read; fetch it again",
            ),
        )
    except (OSError, ValueError) as error:
        # ValueError: a zero character in a path.
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield unreadable(
            id, source, Refused(ErrorKind.NOT_FOUND, f"cannot be opened ({why}); check the path")
        )


def unreadable(id: str, source: str, refused: Refused) -> Unreadable:
    return Unreadable(
        id=id, source=source, kind=refused.kind, message=f"{source}: {refused.message}"
    )
