"""Flaws with a name of their own."""

from __future__ import annotations

import re

from vidocq.knowledge.vulnerabilities import load_vulnerability_names, vulnerabilities
from vidocq.mentions.names import find_names, name_index


def test_each_id_is_made_of_one_of_its_names() -> None:
    for entry in vulnerabilities():
        forms = {re.sub(r"\W+", "-", name.lower()) for name in entry.names}
        assert entry.id.removeprefix("vulnerability:") in forms


def test_identifiers_are_those_of_cve() -> None:
    for entry in vulnerabilities():
        assert all(re.fullmatch(r"CVE-\d{4}-\d{4,7}", number) for number in entry.cve)


def test_no_name_stands_twice() -> None:
    names = [name.text for name in load_vulnerability_names()]
    assert len(names) == len(set(names))


def test_a_named_flaw_is_found_in_a_text() -> None:
    text = "They exploited Log4Shell."
    (hit,) = [h for h in find_names(text, name_index("en")).hits if h.type == "vulnerability"]
    assert (text[hit.start : hit.end], hit.entity) == ("Log4Shell", "vulnerability:log4shell")
