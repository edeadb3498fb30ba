"""Previews: what was read and is not recorded yet, kept in memory for a while under a name nobody can guess."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from threading import Lock

import msgspec

from vidocq.model import Reading, Unreadable
from vidocq.web.settings import WebLimits


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Readings to be judged, and inputs that could not be read. ``extractor`` names the program and the
    facts given by hand, as the ledger keeps them."""

    readings: tuple[Reading, ...]
    unreadable: tuple[Unreadable, ...]
    extractor: str
    made: float


class Drafts:
    """The previews of all visitors, the oldest given up where there are too many."""

    def __init__(self, limits: WebLimits) -> None:
        self.limits = limits
        self._drafts: OrderedDict[str, Draft] = OrderedDict()
        self._lock = Lock()

    def keep(
        self, readings: tuple[Reading, ...], unreadable: tuple[Unreadable, ...], extractor: str
    ) -> str:
        """Keep a preview; its name."""
        name = secrets.token_urlsafe(18)
        with self._lock:
            self._drafts[name] = Draft(
                readings=readings,
                unreadable=unreadable,
                extractor=extractor,
                made=time.monotonic(),
            )
            while len(self._drafts) > self.limits.drafts:
                self._drafts.popitem(last=False)
        return name

    def get(self, name: str) -> Draft | None:
        """A preview, where it is still kept."""
        with self._lock:
            draft = self._drafts.get(name)
            if draft and time.monotonic() - draft.made > self.limits.draft_seconds:
                del self._drafts[name]
                return None
            return draft

    def drop(self, name: str) -> None:
        """Give a preview up."""
        with self._lock:
            self._drafts.pop(name, None)
