"""Pages and their data: one address, three forms, two languages."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.web.pages import FIXED, every_page
from vidocq.web.answering import accepted_form
from vidocq.web.views import VIEWS
from vidocq.web.wording import LANGUAGES, say, words

DATA = {
    "home": "/home",
    "accusations": "/accusations",
    "cell": "/accusations/claims?by=US&of=China",
    "actor": "/actor/APT31",
    "incident": "/incident/exchange",
    "timeline": "/timeline",
    "conflicts": "/conflicts",
    "search": "/search?words=exchange",
    "decisions": "/decisions",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_both_languages(examples: TestClient, language: str) -> None:
    for address in every_page(examples):
        answer = examples.get(address, headers={"Accept-Language": language})
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("text/html"), address
        assert f'<html lang="{language}"' in answer.text, address
        assert say(language, "frame.creed") in answer.text, address


@pytest.mark.parametrize("name", [view.name for view in VIEWS if view.name in DATA])
def test_a_page_has_its_data_under_the_same_address(examples: TestClient, name: str) -> None:
    path, _, query = DATA[name].partition("?")
    told = examples.get(f"{path}.json?{query}")
    assert told.status_code == 200
    assert told.headers["content-type"] == "application/json"
    told.json()
    table = examples.get(f"{path}.csv?{query}")
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(table.text)))
    assert rows[0] == list(next(view.columns for view in VIEWS if view.name == name))
    assert name == "decisions" or len(rows) > 1


def test_accept_chooses_the_form_too(examples: TestClient) -> None:
    asked = examples.get("/actor/APT31", headers={"Accept": "application/json"})
    assert asked.json()["id"] == "group:apt31"
    assert asked.json() == examples.get("/actor/APT31.json").json()
    assert examples.get("/timeline", headers={"Accept": "text/csv"}).text.startswith("day,")


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, application/json;q=0.9", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/json;q=none", "text/html"),
    ],
)
def test_the_form_that_an_accept_header_asks_for(accept: str, form: str) -> None:
    assert accepted_form(accept) == form


def test_a_cell_opens_its_claims(examples: TestClient) -> None:
    page = examples.get("/accusations").text
    assert 'href="/accusations/claims?by=state%3AUS&amp;of=state%3ACN"' in page
    claims = examples.get("/accusations/claims.json?by=state:US&of=state:CN").json()
    assert claims
    assert all(one["passage"]["quote"] for one in claims)


def test_a_document_marks_every_claim_in_its_place(examples: TestClient) -> None:
    document = examples.get("/incident/exchange.json").json()["blamed"][0]["quotes"][0]["document"]
    told = examples.get(f"/document/{document}.json").json()
    page = examples.get(f"/document/{document}").text
    for one in told["claims"]:
        start, end = one["stored"]["claim"]["span"]
        assert told["document"]["text"][start:end] == one["stored"]["claim"]["quote"]
        assert f'id="at-{one["stored"]["id"]}"' in page
        assert f'href="/claim/{one["stored"]["id"]}"' in page


def test_states_bear_their_name_in_the_language(examples: TestClient) -> None:
    page = examples.get("/accusations", headers={"Accept-Language": "fr-CA,fr;q=0.9"}).text
    assert "Royaume-Uni" in page
    assert (
        "19 juillet 2021"
        in examples.get("/claim/" + _claim(examples), headers={"Accept-Language": "fr"}).text
    )


def _claim(client: TestClient) -> str:
    told = client.get("/accusations/claims.json?by=US&of=China").json()
    return str(next(one["passage"]["claim"] for one in told if one["day"] == "2021-07-19"))


def test_a_chosen_language_is_kept(own: TestClient) -> None:
    assert '<html lang="fr"' in own.get("/?language=fr").text
    assert '<html lang="fr"' in own.get("/timeline").text
    assert '<html lang="en" data-theme="dark"' in own.get("/?language=en&theme=dark").text


def test_what_is_not_known_says_so_and_what_is_near(examples: TestClient) -> None:
    answer = examples.get("/actor/Hafnum.json")
    assert answer.status_code == 404
    assert answer.json()["error"]["kind"] == "unknown-name"
    assert "Hafnium" in answer.json()["error"]["near"]
    assert 'href="/actor/Hafnium"' in examples.get("/actor/Hafnum").text


@pytest.mark.parametrize(
    "address",
    [
        "/timeline.json?since=yesterday",
        "/timeline.json?limit=0",
        "/timeline.json?limit=many",
        "/accusations.json?as_of=2021-13-40",
        "/accusations/claims.json?by=US",
        "/document/xyz.json",
        "/actor/APT31.json?viewpoint=mine",
        "/search.json?words=%00",
    ],
)
def test_a_wrong_question_is_told_so(examples: TestClient, address: str) -> None:
    answer = examples.get(address)
    assert answer.status_code == 400
    assert answer.json()["error"]["kind"] == "bad-question"


def test_an_empty_record_invites_to_read(tmp_path: object) -> None:
    from tests.web.conftest import explorer

    with explorer(f"{tmp_path}/empty.sqlite") as client:
        assert 'href="/add"' in client.get("/").text
        assert client.get("/home.json").json()["error"]["kind"] == "empty-record"


def test_both_languages_have_words_for_the_same_things() -> None:
    english, french = words("en"), words("fr")
    assert set(english) == set(french)
    for key, text in english.items():
        assert _blanks(text) == _blanks(french[key]), key


def _blanks(text: object) -> set[str]:
    import re

    parts = text.values() if isinstance(text, dict) else [text]
    return set(re.findall(r"{\w+}", " ".join(str(one) for one in parts)))


def test_the_first_page_is_light(examples: TestClient) -> None:
    page = examples.get("/", headers={"Accept-Encoding": "identity"})
    assets = (
        "/assets/style.css",
        "/assets/page.js",
        "/assets/icon.svg",
        "/assets/fonts/source-sans-3-latin-wght-normal.woff2",
        "/assets/fonts/source-serif-4-latin-wght-normal.woff2",
    )
    for asset in assets[:3]:
        assert asset in page.text
    size = len(page.content) + sum(
        len(examples.get(asset, headers={"Accept-Encoding": "identity"}).content)
        for asset in assets
    )
    assert size < 200_000


def test_no_page_names_another_host(examples: TestClient) -> None:
    import re

    for address in FIXED:
        page = examples.get(address).text
        loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', page)
        assert all(one.startswith("/") and not one.startswith("//") for one in loaded), address


def test_a_contradiction_shows_what_each_side_says(examples: TestClient) -> None:
    told = examples.get("/conflicts.json").json()
    both = [one for one in told if one["first"]["claim"] and one["second"]["claim"]]
    assert both
    for language in LANGUAGES:
        page = examples.get("/conflicts", headers={"Accept-Language": language}).text
        assert page.count('class="statement"') >= 2 * len(both)
        assert (both[0]["sentence"][:40] in page) is (language == "en")


def test_a_list_that_is_full_offers_more(examples: TestClient) -> None:
    assert 'href="/timeline?limit=12"' in examples.get("/timeline?limit=3").text
    assert "Show more" not in examples.get("/timeline?limit=1000").text
