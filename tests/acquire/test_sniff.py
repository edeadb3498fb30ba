"""What kind of file it is."""

from __future__ import annotations

import pytest

from tests.acquire.pages import PAGE, REPORT, pdf
from vidocq.acquire.limits import Refused
from vidocq.acquire.sniff import Kind, sniff
from vidocq.model import ErrorKind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (REPORT.encode(), "report.txt", Kind.TEXT),
        (REPORT.encode("utf-16"), "report.txt", Kind.TEXT),
        (REPORT.encode(), "report", Kind.TEXT),
        (PAGE.encode(), "page.html", Kind.HTML),
        (PAGE.encode(), "page.txt", Kind.HTML),
        (b"<!-- saved -->\n<!-- twice --><HTML><body>x", "page", Kind.HTML),
        (b"<p>A fragment</p>", "page.htm", Kind.HTML),
        (b"<p>A fragment</p>", "-", Kind.HTML),
        (b"<p align=center>A readme</p>", "readme.md", Kind.TEXT),
        (pdf([["x"]]), "report.txt", Kind.PDF),
        (b"\n\n" + pdf([["x"]]), "report", Kind.PDF),
        (b'{"id": "1", "text": "China denied it."}\n', "reports", Kind.JSON_LINES),
        (b'{"id": "1", "text": "China denied it."}', "report.json", Kind.JSON_LINES),
        (b"not json", "reports.jsonl", Kind.JSON_LINES),
        (b"{China} denied it", "report.txt", Kind.TEXT),
    ],
)
def test_content_tells_the_kind_and_the_name_where_content_does_not(
    data: bytes, name: str, kind: Kind
) -> None:
    assert sniff(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "report.txt", ErrorKind.BINARY),
        (b"report\x00with zero", "report.txt", ErrorKind.BINARY),
        (bytes(range(1, 32)) * 20, "report.txt", ErrorKind.BINARY),
        (REPORT.encode("utf-16-le"), "report.txt", ErrorKind.ENCODING),
        (b"PK\x03\x04" + bytes(50), "report.docx", ErrorKind.UNSUPPORTED),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed", ErrorKind.UNSUPPORTED),
        (b'{\n  "type": "bundle"\n}', "bundle.json", ErrorKind.UNSUPPORTED),
        (b"not a pdf", "report.pdf", ErrorKind.MALFORMED),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, name: str, kind: ErrorKind) -> None:
    with pytest.raises(Refused) as refused:
        sniff(data, name)
    assert refused.value.kind is kind


def test_a_file_of_comments_takes_no_time() -> None:
    assert sniff(b"<!---->" * 9000, "report.txt") is Kind.TEXT
