"""What passes through the state of polling: items, what of them is being recorded, and alerts on their way."""

from __future__ import annotations

import msgspec


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a source tells of and that is yet to be read: its id there, its address if it has one,
    and what the source tells of it."""

    id: str
    address: str | None = None
    told: bytes = b""


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """An item whose contents are here and which may be on the record already.

    ``form`` says what the ``payload`` is: ``document``, ``stix`` or ``misp``. ``last_statement`` is the number of the
    last statement before it was recorded; ``begun`` how often that was begun.
    """

    source: str
    item: str
    form: str
    payload: bytes
    last_statement: int
    begun: int = 0


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An alert on its way to one destination (``output``, ``webhook``, ``append``)."""

    key: int
    id: str
    rule: str
    destination: str
    alert: bytes
