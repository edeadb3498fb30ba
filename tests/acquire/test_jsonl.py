"""JSON Lines: a document a line; a bad line is named and the others go on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from vidocq.acquire import Limits, read_inputs
from vidocq.acquire.jsonl import read_json_lines
from vidocq.model import Document, ErrorKind, Unreadable


def read(data: bytes, limits: Limits = Limits()) -> list[Document | Unreadable]:  # noqa: B008
    return list(read_json_lines(io.BytesIO(data), "reports.jsonl", limits))


def test_every_field_of_a_record_is_kept() -> None:
    record = {
        "id": 17,
        "text": "Paris a accusé un groupe.\r\nPékin le nie.",
        "title": "Paris accuse",
        "date": "2021-07-21T10:00:00Z",
        "url": "https://courrier.example/a",
        "publisher": "Le Courrier",
        "language": "fr-FR",
        "tags": ["ignored"],
    }
    (document,) = read(json.dumps(record).encode())
    assert isinstance(document, Document)
    assert document.id == "17"
    assert document.text == "Paris a accusé un groupe.\nPékin le nie."
    assert document.source == "reports.jsonl#1"
    assert document.title == "Paris accuse"
    assert document.published == "2021-07-21"
    assert document.address == "https://courrier.example/a"
    assert document.publisher == "Le Courrier"
    assert document.language == "fr"


def test_both_names_of_a_field_are_read_and_a_record_without_id_has_its_line() -> None:
    line = b'{"text": "China denied it.", "published": "July 21, 2021", "address": "https://a.example/"}'
    (document,) = read(b"\xef\xbb\xbf\n" + line)
    assert isinstance(document, Document)
    assert (document.id, document.source) == ("reports:2", "reports.jsonl#2")
    assert (document.published, document.address) == ("2021-07-21", "https://a.example/")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b'{"id": "2", "text": "cut o', ErrorKind.MALFORMED),
        (b'["a list"]', ErrorKind.MALFORMED),
        (b'{"id": "2"}', ErrorKind.MALFORMED),
        (b'{"id": "2", "text": 5}', ErrorKind.MALFORMED),
        (b'{"id": "2", "text": "\\ud800"}', ErrorKind.MALFORMED),
        (b'{"id": "2", "text": "caf\xe9"}', ErrorKind.ENCODING),
        (b'{"id": "2", "text": "a\\u0000b"}', ErrorKind.BINARY),
        (b'{"id": "2", "text": " \\n "}', ErrorKind.EMPTY),
        (
            b'{"id": "2", "text": "x", "deep": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
            ErrorKind.TOO_DEEP,
        ),
        (b'{"id": "2", "text": "' + b"x" * 300_000 + b'"}', ErrorKind.TOO_LARGE),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, kind: ErrorKind) -> None:
    data = b'{"id": "1", "text": "One."}\n' + line + b'\n{"id": "3", "text": "Three."}\n'
    first, bad, third = read(data, Limits(bytes=200_000))
    assert isinstance(first, Document) and isinstance(third, Document)
    assert (first.id, third.id, third.source) == ("1", "3", "reports.jsonl#3")
    assert isinstance(bad, Unreadable)
    assert bad.kind is kind
    assert bad.source == "reports.jsonl#2"
    assert bad.message.startswith("reports.jsonl, line 2: ")


def test_a_file_of_blank_lines_is_empty() -> None:
    (only,) = read(b"\n \n\n")
    assert isinstance(only, Unreadable)
    assert only.kind is ErrorKind.EMPTY


def test_records_are_read_when_asked_for_and_not_before(tmp_path: Path) -> None:
    class Feed(io.BytesIO):
        taken = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.taken += 1
            return super().readline(size)

    feed = Feed(b'{"id": "a", "text": "China denied it."}\n' * 1000)
    documents = read_inputs(["-"], stdin=feed)
    assert feed.taken == 0
    next(documents)
    assert feed.taken == 1
    next(documents)
    assert feed.taken == 2
