"""A year of Common Crawl's news, from what a page costs here in each stage; docs/scale.md explains.

python bench/crawl.py [--corpus FILE] [--pages N] [--year PAGES] [--page-kilobytes KB]

Pages are made of the texts of a corpus inside the menus, scripts and metadata of an imagined news site, packed as a
WARC archive of one gzip member a record, as a crawler writes it.
"""

from __future__ import annotations

import argparse
import gzip
import html
import random
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reading_texts import corpora
from vidocq.acquire import Limits, read_inputs, records_of
from vidocq.acquire.crude import crude_text
from vidocq.acquire.html import read_html
from vidocq.acquire.record import Record
from vidocq.claims import read
from vidocq.claims.look import text_may_claim
from vidocq.model import Document

YEAR = 135_000_000
"""Pages of a year: some 1.35 thousand million from August 2016 to 2026 (arXiv:2605.18337)."""
STAGES = ("unpack and split", "look at the page's words", "take apart", "read in full")


def main() -> None:
    """Measure the stages and print the calculation."""
    options = _options()
    files = corpora([options.corpus] if options.corpus else [])
    if not files:
        raise SystemExit("no corpus: name a file with --corpus FILE.jsonl.gz")
    texts = (d.text for d in read_inputs([str(files[0])]) if isinstance(d, Document))
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "news.warc.gz"
        raw = _pack(archive, islice(texts, 0, options.pages * 7, 7))
        packed = archive.stat().st_size
        spent, counts = _measure(archive)
    pages = counts[0]
    print(f"{pages} pages, {raw / pages / 1e3:.0f} kB each, {packed / pages / 1e3:.0f} kB packed")
    print("| stage | pages | ms a page that comes there | core hours a year |\n|---|--:|--:|--:|")
    total = 0.0
    for stage, seconds, count in zip(STAGES, spent, counts, strict=True):
        hours = seconds / pages * options.year / 3600
        total += hours
        print(f"| {stage} | {count} | {seconds / max(1, count) * 1e3:.2f} | {hours:,.0f} |")
    print(f"| all | | | {total:,.0f} |")
    print(
        f"{options.year:,} pages of {options.page_kilobytes} kB packed: "
        f"{options.year * options.page_kilobytes / 1e9:.1f} TB to read"
    )


def _measure(archive: Path) -> tuple[list[float], list[int]]:
    spent, counts = [0.0] * len(STAGES), [0] * len(STAGES)
    limits = Limits()
    text_may_claim("")
    read(Document.from_text("Hackers attacked a bank.", language="en"))
    read_html(b"<html><body><p>Hackers attacked a bank.</p></body></html>", limits)

    def clock(stage: int, since: float) -> float:
        now = time.process_time()
        spent[stage] += now - since
        counts[stage] += 1
        return now

    mark = time.process_time()
    for record in records_of([str(archive)]):
        assert isinstance(record, Record)
        mark = clock(0, mark)
        words = crude_text(record.data, record.charset) or ""
        may = text_may_claim(words)
        mark = clock(1, mark)
        if not may:
            continue
        # In this process, for its time to be taken; `vidocq read` does it in a confined one.
        found = read_html(record.data, limits, record.charset, record.address)
        mark = clock(2, mark)
        if text_may_claim(found.text):
            read(Document.from_text(found.text, title=found.title))
            mark = clock(3, mark)
    return spent, counts


def _pack(file: Path, texts: Iterator[str]) -> int:
    shuffle = random.Random(1)
    raw = 0
    with file.open("wb") as out:
        for number, text in enumerate(texts):
            page = _page(number, text[:4000], shuffle).encode()
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
                f"WARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 6))
            raw += len(body)
    return raw


_TOPICS = (
    "World",
    "Politics",
    "Business",
    "Sport",
    "Culture",
    "Science",
    "Health",
    "Travel",
    "Food",
)


def _page(number: int, text: str, shuffle: random.Random) -> str:
    menu = "".join(
        f'<li class="item item-{i}"><a href="/section/{i}/{shuffle.random():.9f}" data-id="{i}">'
        f"{shuffle.choice(_TOPICS)} {i}</a></li>"
        for i in range(250)
    )
    script = ";".join(f"var v{i}={shuffle.random():.12f}" for i in range(800))
    body = "".join(f"<p class='text'>{html.escape(part)}</p>" for part in text.split("\n") if part)
    return (
        f"<!doctype html><html lang='en'><head><title>Report {number}</title>"
        f"<meta property='og:title' content='Report {number}'><style>{'.a{{color:red}}' * 300}</style>"
        f"<script>{script}</script></head><body><nav><ul>{menu}</ul></nav><main><article>"
        f"<h1>Report {number}</h1>{body}</article></main><footer>{menu}</footer></body></html>"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", metavar="FILE", help="JSON Lines, also as .gz or .zst")
    parser.add_argument("--pages", type=int, default=600, metavar="N")
    parser.add_argument("--year", type=int, default=YEAR, metavar="PAGES")
    parser.add_argument("--page-kilobytes", type=float, default=30, metavar="KB", help="packed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
