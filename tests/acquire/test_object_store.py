"""Reports in an object store: what `vidocq read` does with ``s3://…`` and ``gs://…``, against servers that speak S3 and Google's interface."""

from __future__ import annotations

import gzip
import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.acquire.test_collections import RECORDS, TEXTS, lines
from tests.ledger.reports import ALL
from vidocq.acquire import read_inputs
from vidocq.model import Document, ErrorKind, Reading, Unreadable

pytest.importorskip("fastwarc", reason="fastwarc is not installed")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server that speaks S3 on this machine."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    moto_server = pytest.importorskip("moto.server", reason="moto[server] is not installed")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="module")
def google_endpoint() -> Iterator[str]:
    """A server of Google's interface on this machine."""
    pytest.importorskip("gcsfs", reason="gcsfs is not installed")
    emulator = pytest.importorskip(
        "gcp_storage_emulator.server", reason="gcp-storage-emulator is not installed"
    )
    logging.getLogger("gcp_storage_emulator").setLevel(logging.ERROR)
    server = emulator.create_server("127.0.0.1", 0, in_memory=True)
    server.start()
    port = server._api._httpd.server_address[1]
    yield f"http://127.0.0.1:{port}"
    server.stop()


@pytest.fixture
def store(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """S3 as a user finds it, who set the environment and nothing else; with an empty bucket ``reports``."""
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "example")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "example")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    yield from with_bucket(s3fs.S3FileSystem)


@pytest.fixture
def google_store(google_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The same of Google's store."""
    import gcsfs

    monkeypatch.setenv("STORAGE_EMULATOR_HOST", google_endpoint)
    monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # asks for credentials first
    yield from with_bucket(gcsfs.GCSFileSystem)


def with_bucket(kind: Any) -> Iterator[Any]:
    """A store of a kind, with an empty bucket ``reports`` as long as the test runs."""
    kind.clear_instance_cache()
    found = kind()
    found.mkdir("reports")
    yield found
    found.rm("reports", recursive=True)
    kind.clear_instance_cache()


@pytest.fixture(params=["s3", "gs"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The scheme of each store's addresses."""
    return str(request.param)


@pytest.fixture
def any_store(scheme: str, request: pytest.FixtureRequest) -> Any:
    """The store of the scheme."""
    return request.getfixturevalue({"s3": "store", "gs": "google_store"}[scheme])


def parquet() -> bytes:
    """A table of texts."""
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as pq

    file = io.BytesIO()
    pq.write_table(arrow.table({"text": list(TEXTS)}), file)
    return file.getvalue()


def test_every_kind_of_collection_is_read_from_a_bucket(any_store: Any, scheme: str) -> None:
    any_store.pipe("reports/2024/a.jsonl.gz", gzip.compress(lines()))
    any_store.pipe("reports/2024/b.warc.gz", b"".join(map(gzip.compress, RECORDS)))
    any_store.pipe("reports/2024/deep/c.parquet", parquet())
    any_store.pipe("reports/2024/deep/d.txt", b"China denied it.")
    any_store.pipe("reports/2023/e.txt", b"Another year.")
    found = list(read_inputs([f"{scheme}://reports/2024/**"]))
    assert all(isinstance(one, Document) for one in found), found
    sources = [one.source for one in found]
    assert [one for one in sources if "a.jsonl" in one] == [
        f"{scheme}://reports/2024/a.jsonl.gz#{number}" for number in (1, 2, 3)
    ]
    assert sum("b.warc" in one for one in sources) == 2
    assert sum("c.parquet" in one for one in sources) == len(TEXTS)
    assert sources[-1] == f"{scheme}://reports/2024/deep/d.txt"
    assert not any("2023" in one for one in sources)
    # A folder is all that is in it.
    assert [one.source for one in read_inputs([f"{scheme}://reports/2024"])] == sources


def test_what_is_not_in_the_store_is_told(any_store: Any, scheme: str) -> None:
    for address in (
        f"{scheme}://reports/nothing/*",
        f"{scheme}://reports/nothing.txt",
        f"{scheme}://no-such-bucket/*",
    ):
        [lost] = read_inputs([address])
        assert isinstance(lost, Unreadable)
        assert lost.kind is ErrorKind.NOT_FOUND
        assert address in lost.source


def test_a_store_that_does_not_answer_is_told(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        elsewhere.setenv("AWS_MAX_ATTEMPTS", "1")
        s3fs.S3FileSystem.clear_instance_cache()
        for address in ("s3://reports/2024/*", "s3://reports/2024/a.txt"):
            [lost] = read_inputs([address])
            assert isinstance(lost, Unreadable)
            assert lost.kind is ErrorKind.NETWORK
        s3fs.S3FileSystem.clear_instance_cache()


def test_a_store_that_breaks_off_gives_what_stands_before(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import s3fs

    store.pipe("reports/a.jsonl", lines())
    whole = s3fs.core.S3File.read
    taken = []

    def read(self: Any, length: int = -1) -> Any:
        if taken:
            raise RuntimeError("connection lost")
        taken.append(True)
        return whole(self, len(lines()) - 5)

    monkeypatch.setattr(s3fs.core.S3File, "read", read)
    *before, lost = read_inputs(["s3://reports/a.jsonl"])
    assert [one.source for one in before] == [f"s3://reports/a.jsonl#{n}" for n in (1, 2)]
    assert isinstance(lost, Unreadable)
    assert "connection lost" in lost.message


def test_what_was_read_is_written_to_the_store_and_read_back(any_store: Any, scheme: str) -> None:
    pytest.importorskip("pyarrow")
    from vidocq.corpus.table import Folder
    from vidocq.corpus.work import Done

    folder = Folder(f"{scheme}://reports/out")
    readings = [one for one in ALL if isinstance(one, Reading)]
    assert not folder.has("0001")
    folder.write("0001", [Done(records=len(readings), readings=tuple(enumerate(readings)))])
    assert folder.has("0001")
    again = [one for one in folder.read("0001") if isinstance(one, Reading)]
    assert [one.claims for one in again] == [one.claims for one in readings]
    assert [one.document.text for one in again] == [one.document.text for one in readings]
    assert not [one for one in any_store.find("reports/out") if "part-0001" not in one]
