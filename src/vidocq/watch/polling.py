"""One poll of one source: what is new there is noted, read, recorded and held against the rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

from vidocq import __version__
from vidocq.acquire.limits import Refused
from vidocq.ledger import Ledger, LedgerError
from vidocq.ledger.identity import storable
from vidocq.model import ErrorKind, Reading
from vidocq.share.errors import ShareError
from vidocq.watch import feeds, misp, taxii
from vidocq.watch.items import Item, Pending
from vidocq.watch.settings import (
    Feeds,
    FeedSource,
    MispSource,
    Source,
    TaxiiSource,
    key_of,
)
from vidocq.watch.settling import (
    DOCUMENT,
    MISP,
    STIX,
    Contents,
    Unsettled,
    last_recorded,
    settle,
)
from vidocq.watch.state import State
from vidocq.watch.visiting import Busy, Visitor, host_of

MOST_FAILURES = 3
"""Items in a row that the network does not give, before the rest is left for the next poll."""

_MAY_PASS = frozenset({ErrorKind.NETWORK, ErrorKind.TIMEOUT})
"""Why an item may be readable the next time."""


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """An item that could not be read: where it is, why, and whether it is tried again."""

    place: str
    why: str
    again: bool


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What one poll of a source did. ``new`` items were told of, ``read`` were read, with ``claims`` new to the
    record; ``waiting`` ones are left for later. ``fault`` is why the source could not be polled, ``again_at`` when
    its server wants to be asked again (seconds since 1970)."""

    source: str
    new: int = 0
    read: int = 0
    claims: int = 0
    alerts: int = 0
    waiting: int = 0
    unread: tuple[Unread, ...] = ()
    fault: str | None = None
    again_at: float | None = None

    @property
    def whole(self) -> bool:
        """Whether all that was to be read could be."""
        return self.fault is None and not self.unread


@dataclass
class _Tally:
    """What a poll did so far."""

    new: int = 0
    read: int = 0
    claims: int = 0
    alerts: int = 0
    unread: list[Unread] = field(default_factory=list)


@dataclass
class Watcher:
    """Polls the sources of a file onto a record. ``stopping`` says whether the run is to end after the item at
    hand; ``told`` is called after each item whose alerts are in the outbox."""

    feeds: Feeds
    ledger: Ledger
    state: State
    visitor: Visitor
    environment: Mapping[str, str]
    stopping: Callable[[], bool] = lambda: False
    told: Callable[[], None] = lambda: None

    def take_up(self) -> Report | None:
        """Record what the run before had begun, of whatever source; None where it ended in good order.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        tally = _Tally()
        names = {key_of(one): one.name for one in self.feeds.sources}
        for key in dict.fromkeys(one.source for one in self.state.pending()):
            self._take_up(names.get(key, key), key, tally)
        return _report("the run before", tally) if tally.read or tally.unread else None

    def _take_up(self, name: str, key: str, tally: _Tally) -> None:
        for pending in self.state.pending():
            if pending.source == key:
                self._settle(pending, name, tally, place=f"{name}: {pending.item}")

    def poll(self, source: Source) -> Report:
        """Poll a source; what goes wrong is told in the report."""
        tally = _Tally()
        key = key_of(source)
        held = self.state.held_until(key)
        fault, again_at = None, None
        try:
            self._take_up(source.name, key, tally)
            if held > time.time():
                raise Busy(held)
            if isinstance(source, FeedSource):
                self._feed(source, tally)
            elif isinstance(source, TaxiiSource):
                self._taxii(source, tally)
            else:
                self._misp(source, tally)
        except Busy as busy:
            self.state.hold(key, busy.until)
            fault, again_at = str(busy), busy.until
        except Refused as refused:
            fault = refused.message
        except (ShareError, LedgerError) as hindrance:
            fault = str(hindrance)
        except BrokenPipeError:
            raise  # of who reads our output
        except Exception as ours:
            # What is met at one source must not end the watch over the others.
            fault = _fault_of_ours(ours)
        waiting = self.state.count_waiting(key)
        return _report(source.name, tally, waiting=waiting, fault=fault, again_at=again_at)

    # The kinds of sources -----------------------------------------------------------------------

    def _feed(self, source: FeedSource, tally: _Tally) -> None:
        tally.new = feeds.look(source, self.state, self.visitor)

        def contents(item: Item) -> bytes:
            found = Reading(document=feeds.document(source, item, self.visitor))
            # In JSON, as in the ledger, no half of a surrogate pair can stand.
            document = storable(found).document
            extractor = " ".join((f"vidocq {__version__} watch", *feeds.extractor_options(source)))
            told = Contents(document=document, language=source.language, extractor=extractor)
            return msgspec.json.encode(told)

        self._items(source, DOCUMENT, contents, tally)

    def _misp(self, source: MispSource, tally: _Tally) -> None:
        if source.key_env is None:
            tally.new = misp.look(source, self.state, self.visitor)
            self._items(
                source, MISP, lambda item: misp.event_file(source, item, self.visitor), tally
            )
            return
        key, newest = key_of(source), 0
        for event in misp.changed_events(source, self.state, self.visitor, self.environment):
            if self.stopping() or tally.new >= source.most:
                return  # What was read is known; the others come again.
            tally.new += 1
            newest = max(newest, event.timestamp)
            self._pend_and_settle(source, event.id, MISP, event.payload, tally)
        if newest:
            self.state.reach(key, misp.EVENTS, str(newest))

    def _taxii(self, source: TaxiiSource, tally: _Tally) -> None:
        taken = taxii.take(source, self.state, self.visitor, self.environment, self.stopping)
        tally.new = taken.objects
        tally.unread += [Unread(place=source.name, why=one, again=False) for one in taken.wrong]
        objects = self.state.fresh_objects(key_of(source))
        if not objects:
            return
        pending = self._pending(
            source, f"objects until {time.time():.3f}", STIX, b"[" + b",".join(objects) + b"]"
        )
        self.state.pend_objects(pending)
        self._settle(pending, source.name, tally, place=source.name)

    # Items --------------------------------------------------------------------------------------

    def _items(
        self, source: Source, form: str, contents: Callable[[Item], bytes], tally: _Tally
    ) -> None:
        """Read the items that wait, until the network has failed several times in a row.

        The pages of one feed may lie with many servers: one that asks for time holds up its own pages alone.

        Raises:
            Busy: the server of the source itself asks for time.
        """
        failures = 0
        key, home = key_of(source), host_of(source.url)
        busy_hosts: dict[str, Busy] = {}
        for item in self.state.waiting(key, source.most):
            if self.stopping() or failures >= MOST_FAILURES:
                break
            host = host_of(item.address) if item.address else home
            try:
                payload = _contents(contents, item)
            except Busy as busy:
                self.state.postpone(key, item.id, busy.until)
                if host not in busy_hosts and host != home:
                    tally.unread.append(Unread(place=host, why=str(busy), again=True))
                busy_hosts[host] = busy
                continue
            except Refused as refused:
                passing = refused.kind in _MAY_PASS
                failures = failures + 1 if passing else 0
                again = passing and self.state.failed(key, item.id)
                if not passing:
                    self.state.give_up(key, item.id)
                place = item.address or f"{source.name}: {item.id}"
                tally.unread.append(Unread(place=place, why=refused.message, again=again))
                continue
            failures = 0
            self._pend_and_settle(source, item.id, form, payload, tally, place=item.address)
        if home in busy_hosts:
            raise busy_hosts[home]

    def _pend_and_settle(
        self,
        source: Source,
        item: str,
        form: str,
        payload: bytes,
        tally: _Tally,
        *,
        place: str | None = None,
    ) -> None:
        pending = self._pending(source, item, form, payload)
        self.state.pend(pending)
        self._settle(pending, source.name, tally, place=place or f"{source.name}: {item}")

    def _pending(self, source: Source, item: str, form: str, payload: bytes) -> Pending:
        return Pending(
            source=key_of(source),
            item=item,
            form=form,
            payload=payload,
            last_statement=last_recorded(self.ledger),
        )

    def _settle(self, pending: Pending, name: str, tally: _Tally, *, place: str) -> None:
        try:
            done = settle(pending, self.ledger, self.state, self.feeds.rules, name)
        except Unsettled as given_up:
            tally.unread.append(Unread(place=place, why=str(given_up), again=False))
            return
        except (LedgerError, ShareError):
            raise  # whatever is next would meet the same
        except Exception as fault:
            # It is pending still, and taken up at the next poll; in the end it is set aside.
            tally.unread.append(Unread(place=place, why=_fault_of_ours(fault), again=True))
            return
        tally.read += 1
        tally.claims += done.claims
        tally.alerts += len(done.alerts)
        if done.alerts:
            self.told()


def _contents(contents: Callable[[Item], bytes], item: Item) -> bytes:
    """What an item is to be read from; one that brings a fault of ours to light must not hold up those after it.

    Raises:
        Busy: a server asks for time.
        Refused: it cannot be had.
    """
    try:
        return contents(item)
    except (Busy, Refused):
        raise
    except Exception as fault:
        raise Refused(ErrorKind.INTERNAL, _fault_of_ours(fault)) from fault


def _fault_of_ours(fault: Exception) -> str:
    return f"a fault of the program: {type(fault).__name__}: {fault}; please report it"


def _report(
    source: str,
    tally: _Tally,
    *,
    waiting: int = 0,
    fault: str | None = None,
    again_at: float | None = None,
) -> Report:
    return Report(
        source=source,
        new=tally.new,
        read=tally.read,
        claims=tally.claims,
        alerts=tally.alerts,
        waiting=waiting,
        unread=tuple(tally.unread),
        fault=fault,
        again_at=again_at,
    )
