"""Bringing collections up to date: what clients see meanwhile, and how often it is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vidocq.ledger import Ledger
from vidocq.share.taxii import Settings, collections
from vidocq.share.taxii.collections import EVERYTHING, Collections
from vidocq.share.taxii.filters import Wanted
from vidocq.share.taxii.store import Store


@pytest.fixture
def served(record: Ledger, tmp_path: Path) -> Iterator[Collections]:
    """The collections of the record, all of it indexed."""
    store = Store(str(tmp_path / "taxii.sqlite"))
    made = Collections(record, store, Settings(hold=0.0))
    made.refresh(EVERYTHING)
    yield made
    store.close()


def number(served: Collections) -> int:
    return len(served.store.page(EVERYTHING.id, Wanted(limit=10_000)).objects)


def test_while_one_question_refreshes_the_others_are_told_the_state_before(
    served: Collections, record: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ledger.reports import OTHER_READ

    before = number(served)
    entered, go_on = threading.Event(), threading.Event()
    real = collections.stix_objects

    def slow(chosen: Any) -> Iterator[dict[str, Any]]:
        for told in real(chosen):
            entered.set()
            assert go_on.wait(timeout=60)
            yield told

    monkeypatch.setattr(collections, "stix_objects", slow)
    record.record([OTHER_READ], extractor="later")
    refreshing = threading.Thread(target=served.refresh, args=(EVERYTHING,))
    refreshing.start()
    assert entered.wait(timeout=60)
    served.refresh(EVERYTHING)  # does not wait
    assert number(served) == before
    go_on.set()
    refreshing.join(timeout=60)
    assert number(served) > before


def test_what_took_a_while_is_not_done_again_at_once(
    served: Collections, record: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ledger.reports import OTHER_READ

    before = number(served)
    holding = Collections(record, served.store, Settings(hold=1e9))
    holding._fresh_until[EVERYTHING.id] = float("inf")
    record.record([OTHER_READ], extractor="later")
    holding.refresh(EVERYTHING)
    assert number(served) == before
    served.refresh(EVERYTHING)
    assert number(served) > before


def test_an_unchanged_record_is_not_read_again(
    served: Collections, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(chosen: Any) -> Iterator[dict[str, Any]]:
        raise AssertionError("the record was read again")

    monkeypatch.setattr(collections, "stix_objects", never)
    served.refresh(EVERYTHING)


def test_a_refreshing_that_fails_leaves_the_state_before(
    served: Collections, record: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ledger.reports import OTHER_READ

    before = number(served)
    real = collections.stix_objects

    def failing(chosen: Any) -> Iterator[dict[str, Any]]:
        yield from list(real(chosen))[:5]
        raise OSError("the disk went away")

    with monkeypatch.context() as patched:
        patched.setattr(collections, "stix_objects", failing)
        record.record([OTHER_READ], extractor="later")
        with pytest.raises(OSError, match="went away"):
            served.refresh(EVERYTHING)
    assert number(served) == before
    served.refresh(EVERYTHING)
    assert number(served) > before
