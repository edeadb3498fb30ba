"""Recording what was read, and reading it back."""

from __future__ import annotations

import random
from collections.abc import Generator
from typing import Any

import msgspec
import pytest

from tests.databases import NewLedger
from tests.ledger import reports as r
from vidocq.ledger import ClaimFilter, Ledger, LedgerError, LedgerFault, Role, open_ledger
from vidocq.ledger.packing import packed
from vidocq.model import Claim, Count, Document, Polarity, Predicate, Reading, Span


def test_what_was_recorded_is_given_back_word_for_word(ledger: Ledger) -> None:
    summary = ledger.record(r.ALL, extractor=r.EXTRACTOR)
    assert (summary.documents, summary.new, summary.claims) == (4, 4, 6)
    told = {(one.document, one.claim) for one in ledger.claims()}
    assert told == {(one.document.sha256, claim) for one in r.ALL for claim in one.claims}


def test_a_claim_carries_its_provenance(ledger: Ledger) -> None:
    ledger.record([r.DENIAL_READ], extractor=r.EXTRACTOR)
    [stored] = ledger.claims()
    assert stored.document == r.DENIAL.sha256
    assert (stored.title, stored.published, stored.language) == (
        "La Chine dément",
        "2021-07-20",
        "fr",
    )
    assert (stored.extractor, stored.told_day, stored.accused) == (r.EXTRACTOR, 20210720, "CN")
    assert stored.ended_at is None
    assert ledger.claim(stored.id[:16]) == stored


def test_a_document_is_given_back_with_its_text(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    stored = ledger.document(r.STATEMENT.sha256[:10])
    assert stored.as_document() == r.STATEMENT
    assert (stored.claims, stored.characters) == (4, len(r.STATEMENT.text))
    assert [one.name for one in ledger.documents()] == ["statement", "dementi", "other", "weather"]
    assert [one.name for one in ledger.documents(since="2021-07-20", until="2021-07")] == [
        "dementi",
        "other",
    ]


def test_the_same_bytes_twice_change_nothing(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    before = list(ledger.dump(moments=True))
    again = ledger.record(r.ALL, extractor=r.EXTRACTOR)
    assert (again.known, again.new, again.reread, again.claims) == (4, 0, 0, 0)
    assert list(ledger.dump(moments=True)) == before
    assert ledger.known([one.document.sha256 for one in r.ALL], extractor=r.EXTRACTOR) == {
        one.document.sha256 for one in r.ALL
    }
    assert ledger.known([r.OTHER.sha256], extractor="vidocq 2") == set()


def test_the_same_bytes_from_another_place_add_the_place(ledger: Ledger) -> None:
    copy = msgspec.structs.replace(r.OTHER, id="copy", source="mirror/copy.txt")
    ledger.record([r.OTHER_READ], extractor=r.EXTRACTOR)
    ledger.record([Reading(document=copy, claims=r.OTHER_READ.claims)], extractor=r.EXTRACTOR)
    assert ledger.document(r.OTHER.sha256).sources == ("mirror/copy.txt", "other.txt")
    assert len(list(ledger.claims())) == 1


def test_any_order_and_any_batches_give_the_same_ledger(new_ledger: Any) -> None:
    dumps = []
    for seed in range(3):
        readings = list(r.ALL)
        random.Random(seed).shuffle(readings)
        with Ledger(new_ledger()) as ledger:
            if seed:
                for one in readings:
                    ledger.record([one], extractor=r.EXTRACTOR)
            ledger.record(readings, extractor=r.EXTRACTOR)
            dumps.append(list(ledger.dump()))
    assert dumps[0] == dumps[1] == dumps[2]


def test_a_later_reading_supersedes_and_nothing_is_deleted(ledger: Ledger) -> None:
    ledger.record([r.STATEMENT_READ], extractor="vidocq 1")
    first = {one.id: one for one in ledger.claims()}
    moment = max(one.recorded_at for one in first.values())
    accused, sponsored, hit, _ = r.STATEMENT_READ.claims
    surer = msgspec.structs.replace(hit, event_time="2021-03")
    later = Reading(document=r.STATEMENT, claims=(accused, sponsored, surer))

    summary = ledger.record([later], extractor="vidocq 2")
    assert (summary.reread, summary.kept, summary.claims, summary.superseded) == (1, 2, 1, 2)
    assert {one.claim for one in ledger.claims()} == set(later.claims)
    assert {one.id: one.claim for one in ledger.claims(ClaimFilter(as_of=moment))} == {
        id: one.claim for id, one in first.items()
    }
    gone = [one for one in first.values() if one.claim == hit]
    assert ledger.claim(gone[0].id).ended_at is not None
    assert ledger.document(r.STATEMENT.sha256).extractor == "vidocq 2"
    assert ledger.document(r.STATEMENT.sha256, as_of=moment).extractor == "vidocq 1"


def test_a_claim_that_comes_back_has_two_times(ledger: Ledger) -> None:
    quiet = Reading(document=r.OTHER)
    for number, one in enumerate((r.OTHER_READ, quiet, r.OTHER_READ)):
        ledger.record([one], extractor=f"vidocq {number}")
    [stored] = ledger.claims()
    times = ledger.history(stored.id)
    assert [one.ended_at is None for one in times] == [False, True]
    assert times[0].ended_at is not None
    assert times[0].ended_at < times[1].recorded_at


def test_the_older_extractor_does_not_win_by_reading_again(ledger: Ledger) -> None:
    ledger.record([r.OTHER_READ], extractor="vidocq 1")
    ledger.record([Reading(document=r.OTHER)], extractor="vidocq 2")
    ledger.record([r.OTHER_READ], extractor="vidocq 1")
    assert list(ledger.claims()) == []


def test_what_a_reading_learned_of_the_document_is_told_with_its_claims(ledger: Ledger) -> None:
    ledger.record([r.OTHER_READ], extractor="vidocq 1")
    dated = msgspec.structs.replace(r.OTHER, published="2021-08-01", title="Who did it?")
    ledger.record([Reading(document=dated, claims=r.OTHER_READ.claims)], extractor="vidocq 2")
    [stored] = ledger.claims()
    assert (stored.published, stored.told_day, stored.title) == (
        "2021-08-01",
        20210801,
        "Who did it?",
    )


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (ClaimFilter(predicates=(Predicate.TARGETS,)), ["APT31 targets"]),
        (ClaimFilter(polarity=Polarity.DENIED), ["Exchange denied"]),
        (ClaimFilter(objects=("group:apt40",)), ["Exchange APT40"]),
        (
            ClaimFilter(subjects=("incident:exchange-2021", "group:apt31")),
            [
                "APT31 targets",
                "Exchange APT40",
                "Exchange affects",
                "Exchange China",
                "Exchange denied",
            ],
        ),
        (ClaimFilter(claimants=("bloc:eu",)), ["Exchange China"]),
        (ClaimFilter(vias=("company:afp",)), ["Exchange denied"]),
        (ClaimFilter(parties=("state:CN",)), ["Exchange China", "Exchange denied"]),
        (ClaimFilter(parties=("state:CN",), roles=(Role.CLAIMANT,)), ["Exchange denied"]),
        (ClaimFilter(documents=(r.OTHER.sha256,)), ["Exchange APT40"]),
        (ClaimFilter(accused=("CN",)), ["Exchange China", "Exchange denied", "attackers MSS"]),
        (ClaimFilter(since="2021-07-20"), ["Exchange APT40", "Exchange denied"]),
        (ClaimFilter(since="2021-07-20", until="2021-07-20"), ["Exchange denied"]),
        (ClaimFilter(until="2020"), []),
        (ClaimFilter(parties=("group:nobody",)), []),
        (ClaimFilter(as_of="2020-01-01"), []),
    ],
)
def test_a_filter_lets_through_what_it_says(
    ledger: Ledger, asked: ClaimFilter, names: list[str]
) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    assert sorted(_name(one.claim) for one in ledger.claims(asked)) == sorted(names)
    assert sorted(_name(one.claim) for one in ledger.claims(asked, order="newest")) == sorted(names)


def _name(claim: Claim) -> str:
    who = claim.subject.text.replace("the ", "").replace("The ", "").split()[0]
    if claim.polarity is Polarity.DENIED:
        return f"{who} denied"
    if claim.predicate in (Predicate.TARGETS, Predicate.AFFECTS):
        return f"{who} {claim.predicate}"
    return f"{who} {claim.object.text if claim.object else ''}"


def test_a_filter_with_a_date_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        list(ledger.claims(ClaimFilter(since="yesterday")))


def test_claims_come_one_by_one_and_may_be_left_half_way(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    days = [one.told_day for one in ledger.claims(order="newest", limit=2)]
    assert days == [20210721, 20210720]
    stream = ledger.claims()
    next(stream)
    assert isinstance(stream, Generator)
    stream.close()
    assert ledger.record([r.QUIET], extractor="vidocq 2").reread == 1


def test_code_points_that_no_database_holds_keep_their_places(ledger: Ledger) -> None:
    text = "A\x00B blames China\udcff for it."
    broken = Document(id="b", text=text, source="b.txt", sha256="ab" * 32)
    claim = Claim(
        predicate=Predicate.ATTRIBUTED_TO,
        subject=r.entity("incident:it", "it"),
        object=r.entity("state:CN", "China\udcff"),
        quote=text,
        span=Span(0, len(text)),
    )
    ledger.record([Reading(document=broken, claims=(claim,))], extractor=r.EXTRACTOR)
    [stored] = ledger.claims()
    assert stored.claim.quote == "A\ufffdB blames China\ufffd for it."
    assert stored.claim.span == claim.span


def test_long_names_addresses_and_numbers_are_recorded(ledger: Ledger) -> None:
    name = " ".join(f"word{number}" for number in range(2000))
    long = Document.from_text(
        f"{name} attacked.", id="long", source="https://a.example/?" + "x1" * 5000
    )
    count = Count(value=10**30, unit="records")
    claim = Claim(
        predicate=Predicate.AFFECTS,
        subject=r.entity("incident:long", name),
        count=count,
        quote=long.text,
        span=Span(0, len(long.text)),
    )
    ledger.record([Reading(document=long, claims=(claim,))], extractor=r.EXTRACTOR)
    [stored] = ledger.claims()
    assert stored.claim.subject.text == name
    assert len(ledger.document(long.sha256).sources[0]) == 2000
    absurd = msgspec.structs.replace(claim, subject=r.entity("incident:" + "x" * 5000, "it"))
    with pytest.raises(LedgerError, match="5009 characters"):
        ledger.record([Reading(document=long, claims=(absurd,))], extractor="vidocq 2")


def test_an_unknown_or_ambiguous_id_is_told(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    for id in ("", "zz", "00" * 20, "0123456789"):
        with pytest.raises(LedgerError) as caught:
            ledger.claim(id)
        assert caught.value.kind is LedgerFault.UNKNOWN_ID
    [first, *_] = ledger.claims(ClaimFilter(documents=(r.STATEMENT.sha256,)))
    with pytest.raises(LedgerError) as caught:
        ledger.claim(first.id[:12])
    assert caught.value.kind is LedgerFault.AMBIGUOUS_ID


def test_texts_packed_beforehand_change_nothing(new_ledger: NewLedger) -> None:
    odd = Document.from_text("A\x00B blames China.", title="Odd")
    readings = [*r.ALL, Reading(document=odd)]
    texts = dict(one for reading in readings if (one := packed(reading.document)))
    assert len(texts) == 5
    with open_ledger(new_ledger()) as plain, open_ledger(new_ledger()) as given:
        plain.record(readings, extractor=r.EXTRACTOR)
        given.record(readings, extractor=r.EXTRACTOR, packed=texts)
        assert list(given.dump()) == list(plain.dump())
        assert given.document(odd.sha256).text == "A\ufffdB blames China."
        assert given.check() == []
