"""TAXII under the explorer: the same record behind the same tokens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.conftest import explorer
from vidocq.ledger import open_ledger
from vidocq.web.settings import WebRole

pytest.importorskip("stix2", reason="stix2 is not installed")

ACCEPT = {"Accept": "application/taxii+json;version=2.1"}
INBOX = "/taxii2/record/collections/inbox/"


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A ledger of its own with two claims."""
    from tests.ledger.reports import ALL

    address = str(tmp_path / "ledger.sqlite")
    with open_ledger(address) as ledger:
        ledger.record(ALL, extractor="by hand")
    return address


def test_on_ones_own_machine_the_record_is_there_and_the_inbox_is_open(record: str) -> None:
    with explorer(record, followed=("APT31",)) as client:
        found = client.get("/taxii2/", headers=ACCEPT)
        assert found.status_code == 200
        assert found.json()["default"].endswith("/taxii2/record/")
        listed = client.get("/taxii2/record/collections/", headers=ACCEPT).json()["collections"]
        assert {"all", "inbox", "accused-CN", "actor-apt31"} <= {one["alias"] for one in listed}
        assert client.get(INBOX, headers=ACCEPT).json()["can_write"] is True
        got = client.get("/taxii2/record/collections/all/objects/", headers=ACCEPT).json()
        assert "APT31" in {one.get("name") for one in got["objects"]}


def test_read_only_is_read_only(record: str) -> None:
    with explorer(record, open_role=WebRole.READ) as client:
        assert client.get(INBOX, headers=ACCEPT).json()["can_write"] is False


def test_the_explorers_tokens_are_taxiis(record: str) -> None:
    tokens = {WebRole.READ: "r" * 20, WebRole.CURATE: "c" * 20}
    with explorer(record, tokens=tokens) as client:
        assert client.get(INBOX, headers=ACCEPT).status_code == 401
        for token, writes in (("r" * 20, False), ("c" * 20, True)):
            bearer = ACCEPT | {"Authorization": f"Bearer {token}"}
            assert client.get(INBOX, headers=bearer).json()["can_write"] is writes
            basic = client.get(INBOX, headers=ACCEPT, auth=("anybody", token))
            assert basic.json()["can_write"] is writes
        assert client.get(INBOX, headers=ACCEPT, auth=("anybody", "x" * 20)).status_code == 401
