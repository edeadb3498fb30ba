"""``vidocq evaluate --report``: the page of errors as a file, and before a reader who filters it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_evaluate import claim, write
from tests.conftest import Run
from tests.web.browser import open_browser

BREACH = "Iran is behind the breach of a bank in Tirana, Albania said."
GRID = "Two days later the grid failed.\nKyiv accuses Moscow of it."


def iran(**fields: Any) -> dict[str, Any]:
    accused = {
        "predicate": "attributed-to",
        "subject": {"type": "incident", "text": "breach", "id": "incident:bank-2022"},
        "object": {"type": "state", "text": "Iran", "id": "state:IR"},
        "claimants": [{"type": "state", "text": "Albania", "id": "state:AL"}],
        "quote": BREACH,
    }
    return accused | fields


@pytest.fixture
def page(vidocq: Run, tmp_path: Path) -> Path:
    """A denial too many in an English report; a wrong claimant and an unread claim in a French one."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "notpetya.txt").write_text(claim()["quote"], encoding="utf-8")
    (docs / "exchange.txt").write_text(f"Banks & bytes\n\n{BREACH}\n{GRID}", encoding="utf-8")
    missed = iran(quote="Kyiv accuses Moscow of it.", predicate="condemns")
    gold = write(
        tmp_path / "gold.jsonl",
        {"doc": "notpetya", "language": "en", "claims": [claim()]},
        {"doc": "exchange", "language": "fr", "style": "news", "claims": [iran(), missed]},
    )
    predicted = write(
        tmp_path / "predicted.jsonl",
        {"doc": "notpetya", "claims": [claim(polarity="denied")]},
        {"doc": "exchange", "claims": [iran(claimants=[])]},
    )
    written = tmp_path / "errors.html"
    done = vidocq("evaluate", gold, "--predicted", predicted, "--docs", docs, "--report", written)
    assert (done.returncode, done.stderr) == (0, "")
    return written


class Outside(HTMLParser):
    """What a page would load or run, and the words it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [
            (tag, name)
            for name, _ in attrs
            if name in ("src", "href", "srcset", "action", "poster") or name.startswith("on")
        ]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(page: Path) -> Outside:
    parser = Outside()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser


def test_an_error_shows_its_words_marked_in_the_text_and_gold_beside_what_was_read(
    page: Path,
) -> None:
    html = page.read_text(encoding="utf-8")
    words = " ".join("".join(parsed(page).words).split())
    for kind in ("wrong polarity", "wrong claimant", "missed"):
        assert f'<span class="kind">{kind}</span>' in html
    assert f'<mark class="gold read">{BREACH}</mark>' in html
    assert '<mark class="gold">Kyiv accuses Moscow of it.</mark>' in html
    assert "Banks & bytes" in words and "Banks &amp; bytes" in html
    differing = re.findall(r'<tr class="off"><th scope="row">([a-z ]+)</th>(.*?)</tr>', html)
    assert [name for name, _ in differing] == ["polarity", "says so"]
    assert "state:AL" in differing[1][1] and "the report itself" in differing[1][1]


def test_the_page_is_complete_in_itself_and_runs_nothing(page: Path) -> None:
    outside = parsed(page)
    assert outside.found == []
    assert not outside.tags & {"script", "link", "iframe", "img", "object", "embed", "base"}
    html = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "url(" not in html and "@import" not in html and "http://" not in html


def test_hostile_words_are_shown_and_not_obeyed(vidocq: Run, tmp_path: Path) -> None:
    """Everywhere a word of a file can stand: text, quote, names, predicate, language, style, id."""
    attack = "</style></p><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\" ' &amp;"
    mention = {"type": attack, "text": attack, "id": attack}
    hostile = {
        "predicate": attack,
        "subject": mention,
        "object": mention,
        "claimants": [mention],
        "confidence": attack,
        "likelihood": attack,
        "event_time": attack,
        "quote": attack,
    }
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "d.txt").write_text(attack, encoding="utf-8")
    row = {"doc": "d", "language": attack, "style": attack, "claims": [hostile]}
    gold = write(tmp_path / "<i>gold.jsonl", row)
    predicted = write(
        tmp_path / "predicted.jsonl",
        {"doc": "d", "claims": [hostile | {"claimants": []}, hostile | {"object": None}]},
    )
    written = tmp_path / "errors.html"
    done = vidocq("evaluate", gold, "--predicted", predicted, "--docs", docs, "--report", written)
    assert done.returncode == 0, done.stderr
    outside = parsed(written)
    assert outside.found == [] and not outside.tags & {"script", "img"}
    html = written.read_text(encoding="utf-8")
    assert html.count("<i>") == 0 and html.count("</style>") == 1
    assert "\u202e" not in html
    assert html.count("&lt;script&gt;alert(1)") > 10, "the words themselves are shown"


def test_a_reader_filters_by_kind_predicate_and_language_on_a_phone(page: Path) -> None:
    with open_browser() as browser:
        opened = browser.new_page(viewport={"width": 360, "height": 700})
        opened.context.set_offline(True)
        faults: list[str] = []
        opened.on("console", lambda message: faults.append(message.text))
        opened.goto(page.as_uri())

        def shown() -> tuple[int, int]:
            """Errors and reports in view."""
            return (
                opened.locator("article:visible").count(),
                opened.locator("section:visible").count(),
            )

        assert shown() == (3, 2)
        opened.get_by_text("missed 1").click()
        assert shown() == (1, 1)
        opened.get_by_label("every predicate").select_option("attributed to")
        assert shown() == (0, 0)
        opened.get_by_text("all 3").click()
        assert shown() == (2, 2)
        opened.get_by_label("every language").select_option("en")
        assert shown() == (1, 1)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 360
        opened.emulate_media(media="print")
        assert not opened.locator(".filter").is_visible()
        assert faults == []


def test_a_page_that_cannot_be_written_is_named(vidocq: Run, page: Path) -> None:
    folder = page.parent
    done = vidocq(
        *("evaluate", folder / "gold.jsonl", "--predicted", folder / "predicted.jsonl"),
        *("--docs", folder / "docs", "--report", folder / "missing" / "errors.html"),
    )
    assert done.returncode == 2
    assert "errors.html" in done.stderr and "Traceback" not in done.stderr


def test_figures_stand_above_the_errors(page: Path, vidocq: Run) -> None:
    folder = page.parent
    done = vidocq(
        *("evaluate", folder / "gold.jsonl", "--predicted", folder / "predicted.jsonl", "--json"),
    )
    f1 = json.loads(done.stdout)["claim"]["f1"]
    html = page.read_text(encoding="utf-8")
    assert f'<th scope="row">claims</th><td><strong>{f1:.2f}</strong></td>' in html
    assert "language fr" in html and "style news" in html
