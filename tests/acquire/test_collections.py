"""Collections of documents in the formats of large corpora; each record's place is its source."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acquire.pages import PAGE
from vidocq.acquire import Limits, read_inputs
from vidocq.model import Document, ErrorKind, Unreadable

TEXTS = ("Paris accuse un groupe.", "China denied it.", "It rained in Brest.")


def lines(texts: tuple[str, ...] = TEXTS) -> bytes:
    return b"".join(
        json.dumps({"id": f"d{n}", "text": t}).encode() + b"\n" for n, t in enumerate(texts)
    )


def told(path: str | Path, **options: object) -> list[tuple[str, str, str]]:
    """Id, source (without the folder) and text of each document, or the kind of what is wrong."""
    found = []
    for item in read_inputs([str(path)], **options):  # type: ignore[arg-type]
        source = item.source.replace(str(Path(str(path)).parent) + "/", "")
        words = str(item.kind) if isinstance(item, Unreadable) else item.text.strip()
        found.append((item.id, source, words))
    return found


def zstd(data: bytes) -> bytes:
    return pytest.importorskip("zstandard").ZstdCompressor().compress(data)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "packed"),
    [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd), ("a.gz", gzip.compress)],
)
def test_json_lines_inside_a_compression(
    tmp_path: Path, name: str, packed: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / name
    half = lines().index(b"\n") + 1
    file.write_bytes(packed(lines()[:half]) + packed(lines()[half:]))  # of two members or frames
    assert told(file) == [(f"d{n}", f"{name}#{n + 1}", text) for n, text in enumerate(TEXTS)]


def test_a_single_compressed_document(tmp_path: Path) -> None:
    file = tmp_path / "report.txt.gz"
    file.write_bytes(gzip.compress(TEXTS[0].encode()))
    assert told(file) == [("report", "report.txt.gz", TEXTS[0])]


@pytest.mark.parametrize(("name", "packed"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd)])
def test_a_compressed_file_that_is_damaged_gives_what_stands_before(
    tmp_path: Path, name: str, packed: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / name
    file.write_bytes(packed(lines(TEXTS * 20000))[:-400] + bytes(400))
    found = told(file)
    assert found[0][2] == TEXTS[0]
    assert len(found) > 1000
    assert found[-1][2] == "malformed"


# tar and zip


def test_the_files_of_a_tar_archive(tmp_path: Path) -> None:
    for name, mode in (("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz")):
        with tarfile.open(tmp_path / name, mode) as archive:  # type: ignore[call-overload]
            for member, data in (("x/one.txt", b"China denied it."), ("x/l.jsonl", lines())):
                info = tarfile.TarInfo(member)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            link = tarfile.TarInfo("x/link.txt")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(link)
        assert told(tmp_path / name) == [
            ("one", f"{name}#x/one.txt", "China denied it."),
            *((f"d{n}", f"{name}#x/l.jsonl#{n + 1}", text) for n, text in enumerate(TEXTS)),
        ]


def test_the_files_of_a_zip_archive(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", PAGE)
        archive.writestr("table.csv", "a,b\n")
        archive.writestr("bomb.txt", b"a" * 3_000_000)
        archive.writestr("../../up.txt", "China denied it.")
    found = told(file, limits=Limits(bytes=1_000_000))
    assert [(id, source) for id, source, _ in found] == [
        ("page", "a.zip#page.html"),
        ("table", "a.zip#table.csv"),
        ("bomb", "a.zip#bomb.txt"),
        ("up", "a.zip#../../up.txt"),
    ]
    assert [words for _, _, words in found[1:3]] == ["unsupported", "too-large"]
    assert not (tmp_path.parent / "up.txt").exists()


def test_an_office_document_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    [(_, _, kind)] = told(file)
    assert kind == "unsupported"


# WARC and WET


def _warc(kind: str, content_type: str, body: bytes, address: str = "https://a.example/x") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{abs(hash(body)):032x}>\r\n"
        f"WARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _answer(status: str, content_type: str, body: bytes, more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body


HTTP = "application/http; msgtype=response"
RECORDS = (
    _warc("warcinfo", "application/warc-fields", b"software: none\r\n"),
    _warc("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    _warc("response", HTTP, _answer("200 OK", "text/html; charset=utf-8", PAGE.encode())),
    _warc(
        "response", HTTP, _answer("404 Not Found", "text/html", b"<html><body>gone</body></html>")
    ),
    _warc("response", HTTP, _answer("200 OK", "image/png", b"\x89PNG\r\n\x1a\n")),
    _warc(
        "response",
        HTTP,
        _answer(
            "200 OK", "text/plain", gzip.compress(b"China denied it."), "Content-Encoding: gzip\r\n"
        ),
    ),
)


@pytest.mark.parametrize("each", [bytes, gzip.compress])
def test_the_pages_of_a_warc_archive_and_where_they_stand(
    tmp_path: Path, each: Callable[[bytes], bytes]
) -> None:
    pytest.importorskip("fastwarc")
    file = tmp_path / "news.warc.gz"
    packed = [each(one) for one in RECORDS]
    file.write_bytes(b"".join(packed))
    page, text = list(read_inputs([str(file)]))
    assert isinstance(page, Document)
    assert isinstance(text, Document)
    assert page.address == "https://courrier.example/monde/paris-accuse", "as the page says"
    assert text.address == "https://a.example/x"
    assert "<" not in page.text
    assert text.text == "China denied it."
    for document, before in ((page, 2), (text, 5)):
        offset = sum(len(one) for one in packed[:before])
        assert document.source == f"{file}#{offset}"
        assert document.id == f"news:{offset}"


def test_the_texts_of_a_wet_archive(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    file = tmp_path / "crawl.warc.wet.gz"
    body = "Pékin dément.".encode()
    file.write_bytes(gzip.compress(_warc("conversion", "text/plain", body)))
    [document] = read_inputs([str(file)])
    assert isinstance(document, Document)
    assert (document.text, document.address) == ("Pékin dément.", "https://a.example/x")


def test_a_warc_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    file = tmp_path / "news.warc.gz"
    whole = b"".join(gzip.compress(one) for one in RECORDS)
    file.write_bytes(whole[:-30])
    first, *_, last = read_inputs([str(file)])
    assert isinstance(first, Document)
    assert isinstance(last, Unreadable)


# Parquet


def test_the_rows_of_a_parquet_table_by_named_columns(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "news.parquet"
    table = arrow.table(
        {"body": [*TEXTS, None], "headline": ["a", None, "c", "d"], "n": [1, 2, 3, 4]}
    )
    parquet.write_table(table, file)
    found = list(read_inputs([str(file)], columns={"text": "body", "title": "headline"}))
    assert [(one.id, one.source) for one in found] == [
        (f"news:{n}", f"{file}#{n}") for n in (1, 2, 3, 4)
    ]
    assert [one.text for one in found if isinstance(one, Document)] == list(TEXTS)
    assert isinstance(found[0], Document)
    assert found[0].title == "a"
    [lost] = read_inputs([str(file)])
    assert isinstance(lost, Unreadable)
    assert lost.kind is ErrorKind.MALFORMED
    assert "--columns text=NAME" in lost.message
    assert "body" in lost.message


# Stores


def test_files_of_a_store_by_their_pattern() -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe("/corpus/a.jsonl.gz", gzip.compress(lines()))
    store.pipe("/corpus/b.txt", b"China denied it.")
    found = list(read_inputs(["memory:///corpus/*"]))
    assert [one.source for one in found] == [
        *(f"memory:///corpus/a.jsonl.gz#{n}" for n in (1, 2, 3)),
        "memory:///corpus/b.txt",
    ]
    [lost] = read_inputs(["memory:///nowhere/*"])
    assert isinstance(lost, Unreadable)
    assert lost.kind is ErrorKind.NOT_FOUND
