"""Reports in Google's object store: what `vidocq read` does with ``gs://…``, against a server that speaks its interface."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.acquire.test_collections import RECORDS, TEXTS, lines
from tests.acquire.test_object_store import parquet
from tests.ledger.reports import ALL
from vidocq.acquire import read_inputs
from vidocq.model import Document, ErrorKind, Reading, Unreadable

gcsfs = pytest.importorskip("gcsfs", reason="gcsfs is not installed")
pytest.importorskip("fastwarc", reason="fastwarc is not installed")
emulator = pytest.importorskip(
    "gcp_storage_emulator.server", reason="gcp-storage-emulator is not installed"
)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of Google's interface on this machine."""
    logging.getLogger("gcp_storage_emulator").setLevel(logging.ERROR)
    server = emulator.create_server("127.0.0.1", 0, in_memory=True)
    server.start()
    port = server._api._httpd.server_address[1]
    yield f"http://127.0.0.1:{port}"
    server.stop()


@pytest.fixture
def store(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The store as a user finds it, who set the environment and nothing else; with an empty bucket ``reports``."""
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", endpoint)
    monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # asks for credentials first
    gcsfs.GCSFileSystem.clear_instance_cache()
    found = gcsfs.GCSFileSystem()
    found.mkdir("reports")
    yield found
    found.rm("reports", recursive=True)
    gcsfs.GCSFileSystem.clear_instance_cache()


def test_every_kind_of_collection_is_read_from_a_bucket(store: Any) -> None:
    store.pipe("reports/2024/a.jsonl.gz", gzip.compress(lines()))
    store.pipe("reports/2024/b.warc.gz", b"".join(map(gzip.compress, RECORDS)))
    store.pipe("reports/2024/deep/c.parquet", parquet())
    store.pipe("reports/2024/deep/d.txt", b"China denied it.")
    store.pipe("reports/2023/e.txt", b"Another year.")
    found = list(read_inputs(["gs://reports/2024/**"]))
    assert all(isinstance(one, Document) for one in found), found
    sources = [one.source for one in found]
    assert sources[:3] == [f"gs://reports/2024/a.jsonl.gz#{number}" for number in (1, 2, 3)]
    assert sum("b.warc" in one for one in sources) == 2
    assert sum("c.parquet" in one for one in sources) == len(TEXTS)
    assert sources[-1] == "gs://reports/2024/deep/d.txt"
    assert not any("2023" in one for one in sources)
    # A folder is all that is in it.
    assert [one.source for one in read_inputs(["gs://reports/2024"])] == sources


def test_what_is_not_in_the_store_is_told(store: Any) -> None:
    for address in ("gs://reports/nothing/*", "gs://reports/nothing.txt", "gs://no-such-bucket/*"):
        [lost] = read_inputs([address])
        assert isinstance(lost, Unreadable)
        assert lost.kind is ErrorKind.NOT_FOUND
        assert address in lost.source


def test_what_was_read_is_written_to_the_store_and_read_back(store: Any) -> None:
    pytest.importorskip("pyarrow")
    from vidocq.corpus.table import Folder
    from vidocq.corpus.work import Done

    folder = Folder("gs://reports/out")
    readings = [one for one in ALL if isinstance(one, Reading)]
    assert not folder.has("0001")
    folder.write("0001", [Done(records=len(readings), readings=tuple(enumerate(readings)))])
    assert folder.has("0001")
    again = [one for one in folder.read("0001") if isinstance(one, Reading)]
    assert [one.claims for one in again] == [one.claims for one in readings]
    assert [one.document.text for one in again] == [one.document.text for one in readings]
    assert not [one for one in store.find("reports/out") if "part-0001" not in one]
