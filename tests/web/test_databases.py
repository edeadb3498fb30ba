"""The pages on SQLite and on PostgreSQL: the same, also of a hostile record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.annotated import annotated
from tests.web.conftest import explorer
from tests.web.forms import send
from tests.web.hostile import ATTACKS, hostile
from tests.web.pages import every_page
from tests.web.test_adding import REPORT
from vidocq.ledger import open_ledger
from vidocq.model import Reading


@pytest.mark.parametrize("readings", [annotated, hostile])
def test_every_page_answers(address: str, readings: Callable[[], Iterator[Reading]]) -> None:
    with open_ledger(address) as ledger:
        ledger.record(readings(), extractor="test 1")
    with explorer(address) as client:
        for path in every_page(client):
            # Of the hostile record nothing is told of APT31 and others: 404.
            allowed = (200,) if readings is annotated else (200, 404)
            assert client.get(path).status_code in allowed, path
        for attack in ATTACKS:
            for path in ("/search.json", "/timeline.json", "/accusations.json"):
                asked = {"words": attack, "name": attack, "by": attack}
                assert client.get(path, params=asked).status_code in (200, 400, 404)


def test_a_report_is_added_and_judged(address: str) -> None:
    with explorer(address) as client:
        preview = send(client, "/add", {"text": REPORT}).headers["location"]
        fields = {"action": "record", "person": "Ada", "verdict-0-0": "reject"}
        document = send(client, preview, fields).headers["location"]
        claims = client.get(f"{document}.json").json()["claims"]
        assert claims
        word = {"judgement": "correct", "person": "Ada", "reason": "as it says"}
        better = {**claims[0]["stored"]["claim"], "confidence": "low"}
        id = claims[0]["stored"]["id"]
        made = client.post(f"/claim/{id}/judgement.json", json={**word, "replacement": better})
        assert client.get(f"/claim/{made.json()['replacement']}").status_code == 200
