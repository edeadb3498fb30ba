"""The gold files keep their promises: exact words, known types, every language, enough silence.

A test goes over all documents and names those that break its promise: there are too many for a test each.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.claim_guide import DOC, STYLES, TYPES, WORDS, is_date, is_identifier, is_time

from vidocq.model import Claim, Polarity, Predicate, Reference

ROOT = Path(__file__).resolve().parents[2]


class Gold(NamedTuple):
    """One annotated document: its text and its claims as they stand in the file."""

    doc: str
    language: str
    style: str | None
    text: str
    rows: list[dict[str, Any]]

    def claims(self) -> Iterator[Claim]:
        """The claims, each at the first place where its quote stands."""
        for row in self.rows:
            start = self.text.index(row["quote"])
            yield Claim.from_json({**row, "start": start, "end": start + len(row["quote"])})


def collection(gold: Path, texts: Path) -> list[Gold]:
    """The documents of one collection, each with its text."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    return [
        Gold(
            row["doc"],
            row["language"],
            row.get("style"),
            (texts / f"{row['doc']}.txt").read_text(encoding="utf-8"),
            row["claims"],
        )
        for row in map(json.loads, lines)
    ]


def set_aside(reports: list[Gold]) -> list[Gold]:
    """The reports that are only ever scored, by the rule of gold/README.md."""
    return [g for g in reports if int(hashlib.sha256(g.doc.encode()).hexdigest(), 16) % 3 == 0]


EXAMPLES = collection(ROOT / "examples" / "gold.jsonl", ROOT / "examples")
OURS = collection(ROOT / "gold" / "gold.jsonl", ROOT / "gold" / "docs")
EVERY = [*EXAMPLES, *OURS]
CLAIMS = [(gold, claim) for gold in EVERY for claim in gold.claims()]
FIRST, SECOND, THIRD, FOURTH = (
    (ROOT / "gold" / name).read_text(encoding="utf-8").split()
    for name in ("first.txt", "second.txt", "third.txt", "fourth.txt")
)

# The least number of reports of each language in `gold/`.
SHARES = {"en": 2972, "fr": 1826, "de": 1466, "es": 1623, "nl": 1435, "it": 1625, "pt": 1620}


def references(claim: Claim) -> list[Reference]:
    """Every entity reference of a claim."""
    ends = [claim.subject] + ([claim.object] if claim.object else [])
    return [*ends, *claim.claimants, *claim.via]


def named(gold: Gold, claim: Claim) -> str:
    """A claim, for the one who has to mend it; of a document that is set aside the id alone."""
    if set_aside([gold]):
        return gold.doc
    object_ = claim.object.id if claim.object else "-"
    return f"{gold.doc}: {claim.predicate} {claim.subject.id} {object_}"


def test_a_claim_is_told_in_the_exact_words_of_its_document() -> None:
    wrong = [
        named(gold, claim)
        for gold, claim in CLAIMS
        if not claim.quote
        or claim.quote != claim.quote.strip()
        or claim.span.of(gold.text) != claim.quote
        or any(r.text not in gold.text for r in references(claim))
        or any(r.speaker and r.speaker not in gold.text for r in references(claim))
    ]
    assert wrong == []


def test_identifiers_have_the_form_of_the_guide() -> None:
    wrong = [
        named(gold, claim)
        for gold, claim in CLAIMS
        if not all(is_identifier(r.type, r.id) for r in references(claim))
    ]
    assert wrong == []


def test_a_predicate_links_what_the_guide_lets_it_link() -> None:
    wrong = []
    for gold, claim in CLAIMS:
        subjects, objects = TYPES[claim.predicate]
        if claim.object is None:
            fits = claim.predicate == Predicate.AFFECTS
        else:
            fits = claim.object.type in objects
        if not fits or claim.subject.type not in subjects:
            wrong.append(named(gold, claim))
    assert wrong == []


def test_a_claim_counts_once() -> None:
    seen = Counter(
        (gold.doc, c.predicate, c.subject.id, c.object.id if c.object else None, c.polarity)
        for gold, c in CLAIMS
    )
    assert [key for key, times in seen.items() if times > 1] == []


def test_dates_are_dates_and_what_is_affected_is_counted() -> None:
    wrong = [
        named(gold, claim)
        for gold, claim in CLAIMS
        if not is_time(claim.event_time or "2000")
        or not is_date(claim.said_on or "2000")
        or (claim.predicate == Predicate.AFFECTS and not (claim.count and claim.count.value > 0))
    ]
    assert wrong == []


def test_a_name_of_a_document_tells_its_language_and_its_day() -> None:
    wrong = [
        gold.doc
        for gold in EVERY
        if not (found := DOC.fullmatch(gold.doc))
        or found[1] != gold.language
        or gold.language not in SHARES
    ]
    assert wrong == []


def test_a_report_is_neither_a_line_nor_a_book() -> None:
    assert [gold.doc for gold in EVERY if len(gold.text.split()) not in WORDS] == []


def test_no_report_is_there_twice() -> None:
    assert [doc for doc, times in Counter(g.doc for g in EVERY).items() if times > 1] == []
    texts = Counter(" ".join(re.findall(r"\w+", g.text.lower())) for g in EVERY)
    assert [text[:80] for text, times in texts.items() if times > 1] == []


def test_every_text_is_annotated() -> None:
    assert {g.doc for g in EXAMPLES} == {p.stem for p in (ROOT / "examples").glob("*.txt")}
    assert {g.doc for g in OURS} == {p.stem for p in (ROOT / "gold" / "docs").glob("*.txt")}


def test_the_reports_of_earlier_parts_are_all_there() -> None:
    assert [len(part) for part in (FIRST, SECOND, THIRD, FOURTH)] == [185, 1617, 3857, 5972]
    earlier = {*FIRST, *SECOND, *THIRD, *FOURTH}
    assert len(earlier) == 185 + 1617 + 3857 + 5972
    assert earlier <= {g.doc for g in OURS}


def test_every_language_has_its_share() -> None:
    assert Counter(g.language for g in EXAMPLES) == {"fr": 6, "en": 6}
    counted = Counter(g.language for g in OURS)
    assert set(counted) == set(SHARES)
    assert {language: n for language, n in counted.items() if n < SHARES[language]} == {}


def test_a_quarter_of_the_reports_of_a_language_must_yield_nothing() -> None:
    counted = Counter(g.language for g in OURS)
    silent = Counter(g.language for g in OURS if not g.rows)
    assert [language for language in SHARES if 4 * silent[language] < counted[language]] == []


def test_every_report_of_ours_has_a_style_and_other_styles_claim_nothing() -> None:
    assert {g.style for g in OURS} == STYLES
    assert [g.doc for g in OURS if g.style == "other" and g.rows] == []


def test_two_examples_yield_nothing() -> None:
    assert sum(not g.rows for g in EXAMPLES) == 2


def test_the_set_aside_third_is_about_a_third_in_every_language() -> None:
    every = Counter(g.language for g in OURS)
    aside = Counter(g.language for g in set_aside(OURS))
    silent = Counter(g.language for g in set_aside(OURS) if not g.rows)
    for language in SHARES:
        assert 0.25 <= aside[language] / every[language] <= 0.42, language
        assert 0 < silent[language] < aside[language], language


def test_every_predicate_and_both_polarities_occur() -> None:
    assert {c.predicate for _, c in CLAIMS} == set(Predicate)
    assert {c.polarity for _, c in CLAIMS} == set(Polarity)
