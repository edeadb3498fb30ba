"""Any mixture of inputs: each gives a document or says why not, and one never stops the next."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acquire.pages import PAGE, REPORT, pdf
from vidocq.acquire import Limits, read_inputs
from vidocq.model import Document, ErrorKind, Unreadable


def outcomes(items: object) -> list[tuple[str, str]]:
    return [
        (item.id, str(item.kind) if isinstance(item, Unreadable) else "read")
        for item in items  # type: ignore[attr-defined]
    ]


def test_a_text_file_gives_its_text_and_where_it_is_from(tmp_path: Path) -> None:
    file = tmp_path / "fr_2021-07-21_le-courrier_paris-accuse.txt"
    file.write_bytes(REPORT.replace("\n", "\r\n").encode("utf-8-sig"))
    (document,) = read_inputs([str(file)])
    assert isinstance(document, Document)
    assert document.text == REPORT == file.read_text(encoding="utf-8-sig")
    assert document.id == file.stem
    assert document.source == str(file)
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert document.title == "Paris accuse un groupe lié à la Chine"
    assert (document.language, document.published, document.publisher) == (
        "fr",
        "2021-07-21",
        "Le Courrier",
    )


def test_a_folder_is_read_in_order_and_what_is_no_report_is_named(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").write_text("hidden")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b" / "blank.txt").write_text(" \n")
    (tmp_path / "c.pdf").write_bytes(pdf([["China denied it."]]))
    (tmp_path / "d.csv").write_text("a,b\n1,2\n")
    (tmp_path / "e.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "f.jsonl").write_text('{"id": "one", "text": "China denied it."}\nbad\n')
    (tmp_path / "g.txt").write_bytes(b"")
    assert outcomes(read_inputs([str(tmp_path)])) == [
        ("a", "read"),
        ("blank", "empty"),
        ("page", "read"),
        ("c", "read"),
        ("d", "unsupported"),
        ("e", "binary"),
        ("one", "read"),
        ("f:2", "malformed"),
        ("g", "empty"),
    ]
    assert outcomes(read_inputs([str(tmp_path / "d.csv")])) == [("d", "read")]
    assert outcomes(read_inputs([str(tmp_path / "empty")])) == [("empty", "empty")]


def test_links_in_a_circle_end_and_links_to_nowhere_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = outcomes(read_inputs([str(tmp_path)]))
    assert found == [("report", "read"), ("gone", "not-found"), ("self", "not-found")]


@pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes of Unix")
def test_devices_pipes_and_sockets_are_refused_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)
        listener.bind("socket.txt")
        inputs = ["/dev/zero", "pipe.txt", "socket.txt", "/dev/stdin"]
        items = list(read_inputs([*inputs, str(tmp_path)]))
    assert {i.kind for i in items if isinstance(i, Unreadable)} == {ErrorKind.UNSUPPORTED}
    assert len(items) == 6


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder, and for the test an ordinary user's rights (the superuser may read everything)."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights of Unix")
    superuser = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "closed").mkdir()
        (folder / "secret.txt").touch(mode=0)
        (folder / "closed").chmod(0)
        folder.chmod(0o755)
        if superuser:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if superuser:
                os.seteuid(0)
            (folder / "closed").chmod(0o700)


def test_what_may_not_be_read_is_named(folder_of_nobody: Path) -> None:
    found = outcomes(read_inputs([str(folder_of_nobody)]))
    assert found == [("closed", "permission"), ("secret", "permission")]


def test_a_file_that_vanishes_while_its_folder_is_read_is_named(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    items = read_inputs([str(tmp_path)])
    next(items)
    (tmp_path / "b.txt").unlink()
    assert outcomes(items) == [("b", "not-found"), ("c", "read")]


def test_bad_paths_and_bad_addresses_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    inputs = ["nothing.txt", "a\0b", "x" * 5000, "ftp://a.example/x", "http://", str(tmp_path), ""]
    kinds = [kind for _, kind in outcomes(read_inputs(inputs))]
    assert kinds == [
        "not-found",
        "not-found",
        "not-found",
        "unsupported",
        "malformed",
        "read",
        "not-found",
    ]


def test_every_message_names_the_input_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text("x" * 2000)
    (item,) = read_inputs([str(file)], limits=Limits(bytes=1000))
    assert isinstance(item, Unreadable)
    assert item.kind is ErrorKind.TOO_LARGE
    assert item.message == f"{file}: is larger than 1000 bytes; split it or raise the limit"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (REPORT.encode(), [("stdin", "read")]),
        (PAGE.encode(), [("stdin", "read")]),
        (b"\n\n" + PAGE.encode(), [("stdin", "read")]),
        (pdf([["China denied it."]]), [("stdin", "read")]),
        (b'{"id": "1", "text": "A."}\n{"text": "B."}\nC\n', [("1", "read"), ("stdin:2", "read"), ("stdin:3", "malformed")]),
        (b"", [("stdin", "empty")]),
        (b" \n\n", [("stdin", "empty")]),
        (bytes(range(256)), [("stdin", "binary")]),
        (b"x" * 3000 + b"\n" + b"y" * 3000, [("stdin", "too-large")]),
        (b"\n" * 6000, [("stdin", "too-large")]),
    ],
)  # fmt: skip
def test_standard_input_is_of_any_kind(data: bytes, expected: list[tuple[str, str]]) -> None:
    items = read_inputs(["-"], stdin=io.BytesIO(data), limits=Limits(bytes=5000))
    assert outcomes(items) == expected


def test_a_date_that_is_given_is_put_on_every_document(tmp_path: Path) -> None:
    (tmp_path / "a-2020-01-01.txt").write_text(REPORT, encoding="utf-8")
    (document,) = read_inputs([str(tmp_path)], published="2021-07")
    assert isinstance(document, Document)
    assert document.published == "2021-07"
    with pytest.raises(ValueError, match="2021-02-30"):
        read_inputs([str(tmp_path)], published="2021-02-30")


def test_the_dev_texts_are_read_as_python_reads_them(shared: Path) -> None:
    for document in read_inputs([str(shared / "claims" / "dev" / "docs")]):
        assert isinstance(document, Document), document
        assert document.text == Path(document.source).read_text(encoding="utf-8")
