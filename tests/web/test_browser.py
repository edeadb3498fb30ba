"""The explorer as a person has it: in a browser, by keyboard, in both languages, with nothing in the console."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tests.web.browser import copy_of, open_browser, serving
from tests.web.pages import FIXED
from tests.web.test_adding import REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
FIGURES = {
    "/accusations": "#map svg",
    "/incident/exchange": "[data-lanes] svg",
    "/actor/state:CN": "[data-graph] svg",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(
    browser: Browser, record: str, vidocq_command: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with serving(vidocq_command, copy_of(record, tmp_path_factory.mktemp("browser"))) as found:
        yield found


class Seen:
    """A page, and what the browser complains of on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.requested: set[str] = set()
        page.on("console", self._heard)
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.on("request", lambda request: self.requested.add(request.url))

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    found = Seen(context.new_page(), address)
    yield found
    context.close()
    assert found.complaints == []
    assert all(one.startswith((address, "blob:", "data:")) for one in found.requested), (
        "nothing from elsewhere"
    )


def addresses(address: str) -> list[str]:
    import json

    with urlopen(f"{address}/home.json") as answer:
        passage = json.load(answer)["newest"][0]["passage"]
    return [*FIXED, f"/document/{passage['document'][:16]}", f"/claim/{passage['claim']}"]


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 360)])
def test_every_page_fits_the_screen_and_the_browser_does_not_complain(
    seen: Seen, language: str, width: int
) -> None:
    seen.page.set_viewport_size({"width": width, "height": 800})
    seen.page.context.add_cookies([{"name": "language", "value": language, "url": seen.address}])
    for path in addresses(seen.address):
        seen.go(path)
        assert seen.page.locator("html").get_attribute("lang") == language
        assert seen.page.locator("h1").count() == 1, path
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, path


def serious_faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    page.add_script_tag(path=str(AXE))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_no_serious_fault(browser: Browser, address: str, theme: str, width: int) -> None:
    # The policy of the pages keeps a foreign script out; only this check goes past it.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=theme,
        locale="en-GB",
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    found = []
    for path in addresses(address):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        found += serious_faults(page)
    page.goto(f"{address}/add")
    page.fill("#text", REPORT)
    page.click("main button")
    page.wait_for_url("**/add/*")
    page.locator("input[value=correct]").first.check()
    found += serious_faults(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("path", FIGURES)
def test_a_figure_is_drawn_and_can_be_saved(seen: Seen, path: str, tmp_path: Path) -> None:
    seen.go(path)
    figure = seen.page.locator(FIGURES[path]).first
    figure.wait_for()
    assert figure.locator("path, circle").count() > 3
    with seen.page.expect_download() as saved:
        seen.page.locator("figure:has(svg) [data-save]").first.click()
    saved.value.save_as(tmp_path / "figure.svg")
    text = (tmp_path / "figure.svg").read_text()
    assert text.startswith("<svg")
    assert "var(--" not in text, "it looks the same outside the page"


def test_a_passage_and_its_note_light_each_other(seen: Seen) -> None:
    seen.go(addresses(seen.address)[-2])
    mark = seen.page.locator("mark").first
    mark.hover()
    number = (mark.get_attribute("data-notes") or "").split()[0]
    assert "lit" in (seen.page.locator(f"[data-note='{number}']").get_attribute("class") or "")
    last = seen.page.locator("[data-note]").last
    last.hover()
    lit = seen.page.locator("mark.lit").first
    assert last.get_attribute("data-note") in (lit.get_attribute("data-notes") or "").split()
    last.locator("a.n").click()
    assert re.search("#at-[0-9a-f]{24}$", seen.page.url)


def test_a_citation_is_copied(seen: Seen) -> None:
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.go(addresses(seen.address)[-2])
    seen.page.locator("[data-copy]").first.click()
    seen.page.locator("#spoken:has-text('Citation copied')").wait_for(state="attached")
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(rf"“.+”\.? .+ {re.escape(seen.address)}/claim/[0-9a-f]{{24}}", copied)


def test_the_slider_asks_again(seen: Seen) -> None:
    seen.go("/accusations")
    slider = seen.page.locator("input[type=range]")
    slider.focus()
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Home")
    first = slider.get_attribute("min")
    assert f"until={first}" in seen.page.url
    assert seen.page.locator("output").inner_text() == first
    assert "by=" not in seen.page.url, "empty fields stay out of the address"


def test_all_can_be_reached_by_keyboard(seen: Seen) -> None:
    seen.go("/accusations")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.className") == "skip"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "main"
    reached = set()
    for _ in range(80):
        seen.page.keyboard.press("Tab")
        reached.add(
            seen.page.evaluate(
                "document.activeElement.getAttribute('href') || document.activeElement.id"
            )
        )
    assert {"by", "of", "until-year", "as_of"} <= reached
    assert any("/accusations/claims" in one for one in reached)
    seen.go("/")
    seen.page.locator("#words").focus()
    seen.page.keyboard.type("exchange")
    with seen.page.expect_navigation():
        seen.page.keyboard.press("Enter")
    assert "/search?words=exchange" in seen.page.url
    assert seen.page.locator("ol.claims > li").count() > 0


def test_a_cell_of_the_matrix_opens_its_claims(seen: Seen) -> None:
    seen.go("/accusations")
    cell = seen.page.locator(".matrix td a").first
    number = int(cell.locator("span").first.inner_text())
    cell.click()
    seen.page.wait_for_load_state()
    assert seen.page.locator("ol.claims > li").count() >= number


def test_add_correct_reject_and_record(seen: Seen) -> None:
    seen.go("/add")
    seen.page.fill("#text", REPORT)
    seen.page.fill("#published", "2022-09-08")
    seen.page.click("main button")
    seen.page.wait_for_url("**/add/*")
    claims = seen.page.locator("fieldset.judged")
    assert claims.count() >= 2
    kept = claims.count() - 1
    first, second = claims.nth(0), claims.nth(1)
    assert not first.locator("select[name^=confidence]").is_visible()
    first.get_by_label("correct", exact=True).check()
    first.locator("select[name^=confidence]").select_option("moderate")
    second.get_by_label("reject", exact=True).check()
    seen.page.fill("#person", "Ada Byron")
    seen.page.click("button[value=record]")
    seen.page.wait_for_url("**/document/*")
    assert seen.page.locator(".note ul > li").count() == kept
    assert seen.page.locator(".margin").get_by_text("corrected by Ada Byron").count() == 1
    assert seen.page.locator(".margin").get_by_text("moderate confidence").count() == 1


def test_names_are_held_to_be_the_same_and_it_is_undone(seen: Seen) -> None:
    seen.go("/decisions")
    seen.page.fill("#a", "APT31")
    seen.page.fill("#b", "APT40")
    seen.page.fill("#reason", "a report says so")
    seen.page.click("button[value=same]")
    seen.page.locator("td", has_text="a report says so").wait_for()
    seen.page.click("button[value=undo]")
    seen.page.get_by_text("No decision was made yet.").wait_for()


def test_language_and_colours_are_chosen_and_kept(seen: Seen) -> None:
    seen.go("/timeline?limit=5")
    seen.page.get_by_role("link", name="Français", exact=True).click()
    seen.page.wait_for_load_state()
    assert seen.page.locator("h1").inner_text() == "Chronologie"
    assert "limit=5" in seen.page.url
    seen.page.get_by_role("link", name="Sombre", exact=True).click()
    seen.page.wait_for_load_state()
    assert (
        seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 26)"
    )
    seen.go("/conflicts")
    assert seen.page.locator("html").get_attribute("data-theme") == "dark"
    assert seen.page.locator("h1").inner_text() == "Contradictions"


def test_a_hostile_record_runs_nothing(
    browser: Browser, hostile_record: str, vidocq_command: Path, tmp_path: Path
) -> None:
    import json

    with serving(vidocq_command, copy_of(hostile_record, tmp_path)) as address:
        context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
        found = Seen(context.new_page(), address)
        with urlopen(Request(f"{address}/timeline.json?limit=100")) as answer:
            told = json.load(answer)
        pages = [
            "/",
            "/accusations",
            "/timeline",
            "/actor/state:CN",
            "/conflicts",
            "/search?words=report",
            *(f"/document/{one['quotes'][0]['document']}" for one in told),
            *(f"/claim/{one['quotes'][0]['claim']}" for one in told),
            *(f"/incident/{quote(one['subject_id'], safe='')}" for one in told[:6]),
        ]
        for path in pages:
            found.go(path)
            assert found.page.evaluate("window.attacked") is None, path
            assert found.page.evaluate("document.documentElement.scrollWidth") <= 1280, path
        context.close()
        assert found.complaints == []
        assert all(one.startswith((address, "data:", "blob:")) for one in found.requested)
