"""Export, then import: the same claims of the same documents, whatever they say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.share.stix.bundles import faults, pair, written
from vidocq.ledger import Ledger
from vidocq.model import (
    Claim,
    Confidence,
    Count,
    Document,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reading,
    Reference,
    Span,
)
from vidocq.share import Selection
from vidocq.share.importing import import_bytes

pytest.importorskip("stix2", reason="stix2 is not installed")

words = st.text(min_size=1, max_size=30).filter(str.strip)
slugs = st.text("abcdefghij-0123456789é漢", min_size=1, max_size=12)
days = st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")
dates = st.one_of(
    days, st.just("2021"), st.just("2021-07"), st.tuples(days, days).map(lambda two: "/".join(two))
)


@st.composite
def references(draw: st.DrawFn, *, speaks: bool = False) -> Reference:
    kind = draw(st.sampled_from(EntityType))
    id = draw(st.sampled_from(["state:CN", "state:XK"])) if kind == "state" else None
    speaker = draw(st.none() | words) if speaks else None
    return Reference(kind, draw(words), id or f"{kind}:{draw(slugs)}", speaker)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(min_size=1, max_size=200))
    made = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start, len(text)))
        counts = st.builds(
            Count, value=st.integers(0, 2**62), unit=words, approximate=st.booleans()
        )
        made.append(
            Claim(
                predicate=draw(st.sampled_from(Predicate)),
                subject=draw(references()),
                object=draw(st.none() | references()),
                claimants=tuple(draw(st.lists(references(speaks=True), max_size=3))),
                via=tuple(draw(st.lists(references(), max_size=2))),
                polarity=draw(st.sampled_from(Polarity)),
                confidence=draw(st.none() | st.sampled_from(Confidence)),
                likelihood=draw(st.none() | st.sampled_from(Likelihood)),
                event_time=draw(st.none() | dates),
                said_on=draw(st.none() | dates),
                count=draw(st.none() | counts),
                quote=text[start:end],
                span=Span(start, end),
            )
        )
    document = Document.from_text(
        text,
        id=draw(words),
        source=draw(words),
        title=draw(st.none() | words),
        publisher=draw(st.none() | words),
        published=draw(st.none() | days),
        language=draw(st.none() | st.sampled_from(["en", "fr", "zh"])),
        address=draw(st.none() | st.just("https://example.org/a?b=c")),
    )
    return Reading(document=document, claims=tuple(made))


def claims_of(ledger: Ledger) -> dict[str, Any]:
    """All that the record holds of its claims but the moments and who recorded them."""
    return {
        one.id: (
            one.claim,
            one.document,
            one.title,
            one.publisher,
            one.published,
            one.language,
            one.told_day,
            one.accused,
        )
        for one in ledger.claims()
    }


def documents_of(ledger: Ledger) -> dict[str, Any]:
    """The documents that make claims, with the places where they were read."""
    return {
        one.sha256: (
            one.name,
            one.sources,
            one.title,
            one.publisher,
            one.published,
            one.language,
            one.address,
            one.media_type,
            one.claims,
        )
        for one in ledger.documents()
        if one.claims
    }


@given(st.lists(readings(), min_size=1, max_size=4))
@settings(max_examples=25)
def test_export_then_import_is_the_identity(given: list[Reading]) -> None:
    for first, other in pair():
        with first, other:
            first.record(given, extractor="by chance")
            if not claims_of(first):
                return
            import_bytes(other, written(first), "bundle.json")
            assert claims_of(other) == claims_of(first)
            assert documents_of(other) == documents_of(first)


@given(readings())
@settings(max_examples=8)
def test_whatever_is_recorded_is_a_valid_bundle(given: Reading) -> None:
    for first, other in pair():
        with first, other:
            first.record([given], extractor="by chance")
            if claims_of(first):
                assert faults(written(first)) == []


def test_the_examples_come_back_with_their_texts(examples: Ledger, empty_ledger: Ledger) -> None:
    import_bytes(empty_ledger, written(examples, texts=True), "bundle.json")
    assert claims_of(empty_ledger) == claims_of(examples)
    for one in examples.documents():
        if one.claims:
            again = empty_ledger.document(one.sha256)
            assert again.text == examples.document(one.sha256).text


def test_without_texts_the_quotes_stand_at_their_places(
    examples: Ledger, empty_ledger: Ledger
) -> None:
    import_bytes(empty_ledger, written(examples), "bundle.json")
    for one in empty_ledger.claims():
        text = empty_ledger.document(one.document).text
        assert text is not None
        assert one.claim.span.of(text) == one.claim.quote


def test_all_places_of_a_document_come_back(small: Ledger, empty_ledger: Ledger) -> None:
    from msgspec.structs import replace

    from tests.ledger.reports import STATEMENT, STATEMENT_READ

    copy = replace(STATEMENT, id="copy", source="https://example.org/copy")
    small.record([Reading(document=copy, claims=STATEMENT_READ.claims)], extractor="by hand")
    import_bytes(empty_ledger, written(small), "bundle.json")
    [sources] = {
        one.sources for one in empty_ledger.documents() if one.title == "Allies accuse China"
    }
    assert sources == ("https://example.org/copy", "statement.txt")


def test_importing_twice_changes_nothing(small: Ledger, empty_ledger: Ledger) -> None:
    bundle = written(small)
    first = import_bytes(empty_ledger, bundle, "bundle.json")
    before = list(empty_ledger.dump(moments=True))
    again = import_bytes(empty_ledger, bundle, "bundle.json")
    assert (first.added, again.added) == (6, 0)
    assert list(empty_ledger.dump(moments=True)) == before


def test_parts_imported_one_after_the_other_make_the_whole(
    small: Ledger, empty_ledger: Ledger
) -> None:
    for part in (Selection(state="China"), Selection(actor="APT31"), Selection(until="2021-07-19")):
        import_bytes(empty_ledger, written(small, part), "bundle.json")
    import_bytes(empty_ledger, written(small, Selection(incident="exchange")), "bundle.json")
    assert claims_of(empty_ledger) == claims_of(small)


def test_a_document_that_was_read_here_stays_as_it_was_read(small: Ledger) -> None:
    part = written(small, Selection(actor="APT31"))
    before = list(small.dump(moments=True))
    told = import_bytes(small, part, "bundle.json")
    assert (told.added, told.kept) == (0, 1)
    assert list(small.dump(moments=True)) == before
