"""Indicators in texts, defanged or not, and to whom a text ties them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.reports import APT31, APT40, claim, document, entity
from tests.share.stix.bundles import faults, of_type
from vidocq.ledger import Ledger
from vidocq.model import Predicate, Reading
from vidocq.share.stix import write_bundle

pytest.importorskip("iocsearcher", reason="iocsearcher is not installed")
pytest.importorskip("pymispwarninglists", reason="pymispwarninglists is not installed")

from vidocq.share.indicators import find_indicators

MD5 = "9e107d9d372bb6826bd81d3542a419d6"


def found(text: str) -> set[tuple[str, str]]:
    return {(str(one.kind), one.value) for one in find_indicators(text)}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("It called 93.184.216[.]34 home.", {("ip", "93.184.216.34")}),
        (
            "It called 2606:2800:220:1:248:1893:25c8:1946 home.",
            {("ip", "2606:2800:220:1:248:1893:25c8:1946")},
        ),
        ("From bad-cdn[.]info every hour.", {("domain", "bad-cdn.info")}),
        (
            "From hxxps://bad-cdn[.]info/a?b=1 every hour.",
            {("url", "https://bad-cdn.info/a?b=1"), ("domain", "bad-cdn.info")},
        ),
        (
            "From hxxp[:]//bad-cdn[.]info:8080/x every hour.",
            {("url", "http://bad-cdn.info:8080/x"), ("domain", "bad-cdn.info")},
        ),
        (
            "From billing(at)bad-cdn[.]info again.",
            {("email", "billing@bad-cdn.info"), ("domain", "bad-cdn.info")},
        ),
        (f"The loader ({MD5.upper()}).", {("md5", MD5)}),
        ("Through cve-2021-26855 again.", {("cve", "CVE-2021-26855")}),
        ("It dropped svchosts.exe there.", {("file", "svchosts.exe")}),
        ("Il a déposé facture[.]lnk ici.", {("file", "facture.lnk")}),
    ],
)
def test_an_indicator_is_found(text: str, indicators: set[tuple[str, str]]) -> None:
    assert found(text) == indicators


@pytest.mark.parametrize(
    "text",
    [
        "Version 4.8.3.1 of the product was affected.",
        "It was written in Node.js and ASP.NET.",
        "The minister met Mr. Smith.He said so.",
        "La ministre est à Paris.Le président aussi.",
        "It resolved names at 8.8.8.8 and called 192.168.1.7 and 10.0.0.1.",
        "The empty file has the hash d41d8cd98f00b204e9800998ecf8427e.",
        "In 2021, 30,000 organisations in 12.5 countries were hit.",
        "",
    ],
)
def test_what_is_none_is_not_found(text: str) -> None:
    assert found(text) == set()


def test_a_plain_address_is_a_mention_and_a_defanged_one_is_meant() -> None:
    told = find_indicators(
        "See https://ministry-of-x.info/report and bad-cdn[.]info, 93.184.216.34."
    )
    meant = {one.value: one.meant for one in told}
    assert meant["https://ministry-of-x.info/report"] is False
    assert meant["bad-cdn.info"] is True
    assert meant["93.184.216.34"] is True


@pytest.mark.parametrize(
    "text",
    [
        "Ünï\U0001f4a5 told: hxxp[:]//bad-cdn[.]info/x and svchosts.exe",
        "one\r\ntwo bad-cdn[.]info\n\nthree cve-2021-26855\u2028four a.exe",
    ],
)
def test_a_span_marks_the_words_of_the_text(text: str) -> None:
    for one in find_indicators(text):
        words = one.span.of(text).lower()
        assert one.value.lower().rsplit(".", 1)[-1].rsplit("/", 1)[-1][:2] in words
        assert " " not in words


@given(st.text(alphabet=st.sampled_from("ab1.:/[]@-hxtp \n\U0001f4a5"), max_size=60))
@settings(max_examples=100)
def test_whatever_the_text_every_span_lies_in_it(text: str) -> None:
    for one in find_indicators(text):
        assert 0 <= one.span.start < one.span.end <= len(text)


# Ties ---------------------------------------------------------------------------------------


def bundle(ledger: Ledger) -> list[dict[str, Any]]:
    file = io.BytesIO()
    write_bundle(ledger, file, indicators=True)
    assert faults(file.getvalue()) == []
    told: list[dict[str, Any]] = json.loads(file.getvalue())["objects"]
    return told


def ties(told: list[dict[str, Any]]) -> set[tuple[str, str]]:
    names = {one["id"]: one.get("name", "") for one in told}
    return {
        (names[one["source_ref"]], names[one["target_ref"]])
        for one in of_type(told, "relationship")
        if one["relationship_type"] == "indicates"
    }


def test_indicators_hang_on_the_document_and_on_whom_the_text_ties_them_to(
    empty_ledger: Ledger,
) -> None:
    first = "APT31 used PlugX, which called bad-cdn[.]info."
    second = "APT40 hit a shipyard."
    text = f"{first} {second} Its server was at 93.184.216[.]34.\n\nSee also svchosts.exe, CVE-2021-26855."
    told = document(text, published="2021-07-19")
    empty_ledger.record(
        [
            Reading(
                document=told,
                claims=(
                    claim(told, first, Predicate.USES, APT31, entity("malware:plugx", "PlugX")),
                    claim(
                        told,
                        second,
                        Predicate.TARGETS,
                        APT40,
                        entity("organisation:shipyard", "a shipyard"),
                    ),
                ),
            )
        ],
        extractor="by hand",
    )
    objects = bundle(empty_ledger)
    assert ties(objects) == {
        ("bad-cdn.info", "APT31"),
        ("bad-cdn.info", "PlugX"),
        ("93.184.216.34", "APT40"),
        # The text speaks of one malware only.
        ("svchosts.exe", "PlugX"),
    }
    [report] = of_type(objects, "report")
    indicators = of_type(objects, "indicator")
    assert {one["id"] for one in indicators} <= set(report["object_refs"])
    patterns = {one["pattern"] for one in indicators}
    assert patterns == {
        "[domain-name:value = 'bad-cdn.info']",
        "[ipv4-addr:value = '93.184.216.34']",
        "[file:name = 'svchosts.exe']",
    }
    assert {one["valid_from"] for one in indicators} == {"2021-07-19T00:00:00Z"}
    assert [one["name"] for one in of_type(objects, "vulnerability")] == ["CVE-2021-26855"]


def test_a_quote_in_a_pattern_is_escaped(empty_ledger: Ledger) -> None:
    words = "APT31 called hxxp://bad-cdn[.]info/it's\\x'; again."
    told = document(words)
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.TARGETS, APT31),))],
        extractor="by hand",
    )
    assert of_type(bundle(empty_ledger), "indicator")


def test_misp_has_them_as_attributes(empty_ledger: Ledger) -> None:
    pytest.importorskip("pymisp", reason="pymisp is not installed")
    from vidocq.share.misp.export import write_events

    words = f"APT31 called bad-cdn[.]info with a loader ({MD5})."
    told = document(words)
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.TARGETS, APT31),))],
        extractor="by hand",
    )
    file = io.BytesIO()
    write_events(empty_ledger, file, indicators=True)
    [event] = [one["Event"] for one in json.loads(file.getvalue())["response"]]
    by_type = {one["type"]: one for one in event["Attribute"]}
    assert by_type["domain"]["value"] == "bad-cdn.info"
    assert (by_type["md5"]["value"], by_type["md5"]["to_ids"]) == (MD5, True)
    assert by_type["domain"]["comment"] == "APT31"
    assert [one["name"] for one in by_type["md5"]["Tag"]] == ['misp-galaxy:threat-actor="APT31"']
