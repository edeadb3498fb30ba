"""The narrow questions that views are made of, each checked against a count of all claims by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest

from tests.ledger import reports as r
from vidocq.ledger import ClaimFilter, Ledger, Role, StoredClaim, query
from vidocq.ledger.keys import accused_of, accusers_of
from vidocq.ledger.records import AccusationCell, GroupMember, NamedEntity
from vidocq.model import EntityType, Polarity, Predicate, Reading


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with a past: a second reading dropped one claim, and one was retracted."""
    ledger.record(r.ALL, extractor="vidocq 1")
    shorter = Reading(document=r.STATEMENT, claims=r.STATEMENT_READ.claims[:3])
    ledger.record([shorter], extractor="vidocq 2")
    return ledger


@pytest.fixture
def past(filled: Ledger) -> datetime:
    """The moment before the second reading."""
    return next(one.recorded_at for one in filled.claims())


def test_what_is_claimed_about_a_party_comes_newest_first(filled: Ledger) -> None:
    with filled.snapshot() as at:
        found = query.claims_about(at, ["state:CN", "agency:cn-mss"])
        assert [one.told_day for one in found] == [20210720, 20210719, 20210719]
        assert query.claims_about(at, ["state:CN"], limit=1)[0].claim == r.DENIAL_READ.claims[0]
        denied = query.claims_about(at, ["state:CN"], polarity=Polarity.DENIED)
        assert len(denied) == 1
        said = query.claims_about(
            at, ["bloc:eu"], roles=[Role.CLAIMANT], predicates=[Predicate.ATTRIBUTED_TO]
        )
        assert [one.claim for one in said] == [r.STATEMENT_READ.claims[0]]
        assert query.claims_about(at, ["state:CN"], until="2021-07-19") == [
            one for one in found if one.told_day == 20210719 and one.claim.object == r.CHINA
        ]
        assert query.claims_about(at, ["group:nobody"]) == []


def test_every_question_can_be_asked_as_of_a_moment(filled: Ledger, past: datetime) -> None:
    with filled.snapshot() as at:
        assert query.claims_about(at, ["group:apt31"]) == []
        assert len(query.claims_about(at, ["group:apt31"], as_of=past)) == 1
        assert query.edges(at, ["group:apt31"]) == []
        assert len(query.edges(at, ["group:apt31"], as_of=past)) == 1
        assert len(query.claims_of_document(at, r.STATEMENT.sha256)) == 3
        assert len(query.claims_of_document(at, r.STATEMENT.sha256, as_of=past)) == 4
        assert len(query.newest(at)) == 5
        assert len(query.newest(at, as_of=past)) == 6
        assert sum(one.claims for one in query.months(at)) == 5
        assert sum(one.claims for one in query.months(at, as_of=past)) == 6
        assert query.accusations(at, as_of="2020-01-01") == []
        assert query.counts(at, ["group:apt31"], as_of=past)[Role.SUBJECT] == 1


def test_tallies_agree_with_the_claims_they_count(filled: Ledger, past: datetime) -> None:
    filled.retract(
        next(filled.claims(ClaimFilter(objects=("group:apt40",)))).id, by="Ada", reason="wrong"
    )
    ids = sorted({entity for one in filled.claims() for entity, _ in _parties(one)})
    for as_of in (None, past):
        claims = list(filled.claims(ClaimFilter(as_of=as_of)))
        with filled.snapshot() as at:
            assert {
                (e.subject, e.predicate, e.object, e.polarity): e.claims
                for e in query.edges(at, ids, as_of=as_of)
            } == Counter(
                (
                    c.claim.subject.id,
                    c.claim.predicate,
                    c.claim.object.id if c.claim.object else None,
                    c.claim.polarity,
                )
                for c in claims
                if c.claim.subject.id in ids
            )
            assert {
                (v.claimant, v.about, v.polarity): v.claims
                for v in query.voices(at, ids, as_of=as_of)
            } == Counter(
                (who.id, about, c.claim.polarity)
                for c in claims
                for who in c.claim.claimants
                for about, role in _parties(c)
                if role is not Role.CLAIMANT and about in ids
            )
            for id in ids:
                counted = query.counts(at, [id], as_of=as_of)
                assert counted == {
                    role: sum((id, role) in _parties(c) for c in claims) for role in counted
                }


def test_what_stood_then_was_told_on_the_days_of_then(filled: Ledger, past: datetime) -> None:
    claims = list(filled.claims(ClaimFilter(as_of=past)))
    ids = sorted({entity for one in claims for entity, _ in _parties(one)})
    with filled.snapshot() as at:
        for edge in query.edges(at, ids, as_of=past):
            days = [
                c.told_day
                for c in claims
                if (c.claim.subject.id, c.claim.predicate, c.claim.polarity)
                == (edge.subject, edge.predicate, edge.polarity)
                and (c.claim.object.id if c.claim.object else None) == edge.object
            ]
            known = [day for day in days if day]
            assert (edge.first_day, edge.last_day) == (min(known, default=0), max(days))
        voices = query.voices(at, ids, as_of=past)
        for voice in voices:
            days = [
                c.told_day
                for c in claims
                if c.claim.polarity is voice.polarity
                and {(voice.about, Role.SUBJECT), (voice.about, Role.OBJECT)} & _parties(c)
                and (voice.claimant, Role.CLAIMANT) in _parties(c)
            ]
            known = [day for day in days if day]
            assert (voice.first_day, voice.last_day) == (min(known, default=0), max(days))
        assert voices
        # Fewer are the first of all, most claimed first.
        for limit in range(1, len(voices)):
            few = query.voices(at, ids, as_of=past, limit=limit)
            assert [one.claims for one in few] == [one.claims for one in voices[:limit]]


def test_edges_of_several_sections_are_the_edges_of_each(filled: Ledger, past: datetime) -> None:
    sections = [
        ((Predicate.ATTRIBUTED_TO,), 2),
        ((Predicate.SPONSORED_BY, Predicate.SAME_AS), 10),
        ((Predicate.ARRESTS,), 10),
    ]
    ids = sorted({one.claim.subject.id for one in filled.claims(ClaimFilter(as_of=past))})
    by_key = {
        key: one
        for one in filled.claims(ClaimFilter(as_of=past))
        for key in [(one.claim.subject.id, one.claim.predicate, one.claim.polarity)]
    }
    with filled.snapshot() as at:
        found = query.edges_of_sections(at, ids, Role.SUBJECT, sections, past)
        for (predicates, limit), then in zip(sections, found, strict=True):
            assert [told for told, _ in then] == query.edges(
                at, ids, predicates=predicates, as_of=past, limit=limit
            )
            for told, counted in then:
                first, last = at.load([counted.first, counted.last])
                assert first.recorded_at <= last.recorded_at
                key = (told.subject, told.predicate, told.polarity)
                assert (last.claim.subject.id, last.claim.predicate, last.claim.polarity) == key
                assert key in by_key
        assert [len(then) > 0 for then in found] == [True, True, False]


def test_a_claimant_counts_once_for_a_claim_at_any_moment(ledger: Ledger) -> None:
    words = "The EU and the bloc’s own EU body say that the gang is the gang."
    gang = r.entity("group:gang", "the gang")
    told = r.document(words)
    by = (r.EU, r.entity("bloc:eu", "EU body"))
    twice = r.claim(told, words, Predicate.SAME_AS, gang, gang, by)
    ledger.record([Reading(document=told, claims=(twice,))], extractor=r.EXTRACTOR)
    [stored] = ledger.claims()
    with ledger.snapshot() as at:
        [now] = query.voices(at, ["group:gang"])
        [then] = query.voices(at, ["group:gang"], as_of=stored.recorded_at)
    assert now.claims == 1
    assert then == now


def test_tallies_kept_are_the_tallies_worked_out_anew(filled: Ledger) -> None:
    def told() -> list[object]:
        with filled.snapshot() as at:
            every = [id for id, _ in query.entities(at)]
            return [query.edges(at, every), query.voices(at, every), query.months(at)]

    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    right = msgspec.structs.replace(wrong.claim, object=r.APT31, claimants=(r.EU, r.UK))
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: filled.correct(wrong.id, right, by="Ada", reason="APT31"),
        lambda: filled.restore(wrong.id, by="Ada", reason="no"),
        lambda: filled.record([Reading(document=r.OTHER), r.DENIAL_READ], extractor="vidocq 3"),
        lambda: filled.record(r.ALL, extractor="vidocq 4"),
    ]
    for step in steps:
        step()
        kept = told()
        filled.rebuild()
        assert told() == kept


def _parties(stored: StoredClaim) -> set[tuple[str, Role]]:
    claim = stored.claim
    found = {(claim.subject.id, Role.SUBJECT)}
    if claim.object:
        found.add((claim.object.id, Role.OBJECT))
    return found | {(one.id, Role.CLAIMANT) for one in claim.claimants}


def test_who_accuses_whom_with_agencies_under_their_state(filled: Ledger) -> None:
    with filled.snapshot() as at:
        cells = query.accusations(at)
        expected: Counter[tuple[str, str, Predicate, Polarity]] = Counter()
        for stored in filled.claims():
            accused = accused_of(stored.claim)
            for accuser in accusers_of(stored.claim):
                assert accused is not None
                key = (accuser, accused, stored.claim.predicate, stored.claim.polarity)
                expected[key] += 1
        assert {
            (c.accuser, c.accused, c.predicate, c.polarity): c.claims for c in cells
        } == expected
        assert query.accusations(at, accusers=["GB"]) == [
            AccusationCell(
                accuser="GB",
                accused="CN",
                predicate=Predicate.ATTRIBUTED_TO,
                polarity=Polarity.AFFIRMED,
                claims=1,
                first_day=20210719,
                last_day=20210719,
            )
        ]
        assert {cell.accuser for cell in query.accusations(at, accused=["CN"])} == {
            *("US", "GB", "eu", "CN")
        }
        assert query.accusations(at, since="2021-08") == []


def test_an_incident_laid_on_two_or_denied_is_contested(filled: Ledger) -> None:
    with filled.snapshot() as at:
        [exchange] = query.contested(at)
        assert exchange.subject == "incident:exchange-2021"
        assert exchange.affirmed == (("group:apt40", 1), ("state:CN", 1))
        assert exchange.denied == (("state:CN", 1),)
        [denial] = query.denials(at)
        assert (denial.subject, denial.object) == ("incident:exchange-2021", "state:CN")


def test_the_sources_of_a_claim_come_first_told_first(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor="vidocq 1")
    copy = r.document(f"Reuters: {r.ACCUSED}", id="copy", published="2021-07-18")
    again = r.claim(copy, r.ACCUSED, Predicate.ATTRIBUTED_TO, r.EXCHANGE, r.CHINA, (r.US,))
    undated = r.document(f"Undated: {r.ACCUSED}", id="undated")
    third = r.claim(undated, r.ACCUSED, Predicate.ATTRIBUTED_TO, r.EXCHANGE, r.CHINA, (r.US,))
    ledger.record(
        [Reading(document=copy, claims=(again,)), Reading(document=undated, claims=(third,))],
        extractor="vidocq 1",
    )
    with ledger.snapshot() as at:
        found = query.same_claim(
            at,
            ["incident:exchange-2021"],
            Predicate.ATTRIBUTED_TO,
            ["state:CN"],
            Polarity.AFFIRMED,
        )
        assert [one.document for one in found] == [
            copy.sha256,
            r.STATEMENT.sha256,
            undated.sha256,
        ]
        [hit] = query.same_claim(
            at, ["incident:exchange-2021"], Predicate.AFFECTS, None, Polarity.AFFIRMED
        )
        assert hit.claim.count is not None
        [edge] = [e for e in query.edges(at, ["incident:exchange-2021"]) if e.claims == 3]
        assert (edge.first_day, edge.last_day) == (20210718, 20210719)


def test_all_that_is_claimed_under_a_predicate_streams_by(filled: Ledger) -> None:
    with filled.snapshot() as at:
        for predicate in Predicate:
            found = list(query.edges_of_predicate(at, predicate))
            claims = list(filled.claims(ClaimFilter(predicates=(predicate,))))
            assert sum(one.claims for one in found) == len(claims)
            assert {(one.subject, one.object) for one in found} == {
                (one.claim.subject.id, one.claim.object.id if one.claim.object else None)
                for one in claims
            }


def test_the_time_line_is_walked_from_its_end(filled: Ledger) -> None:
    with filled.snapshot() as at:
        days = [one.told_day for one in query.newest(at, limit=3)]
        assert days == [20210721, 20210720, 20210719]
        assert [one.told_day for one in query.newest(at, until="2021-07-20", limit=1)] == [20210720]
        [about] = query.newest(at, accused=["CN"], predicates=[Predicate.SPONSORED_BY])
        assert about.claim.object == r.MSS
        recorded = query.newest(at, by="recorded")
        assert [one.recorded_at for one in recorded] == sorted(
            (one.recorded_at for one in recorded), reverse=True
        )


def test_names_are_found_in_any_case_and_with_or_without_accents(filled: Ledger) -> None:
    with filled.snapshot() as at:
        china = NamedEntity(id="state:CN", type=EntityType.STATE, name="Pékin")
        assert query.named(at, "PEKIN") == [china]
        assert query.beginning(at, "pé") == [china]
        assert query.beginning(at, "pé", types=[EntityType.GROUP]) == []
        assert {one.name for one in query.names_of(at, ["state:CN"])} == {"China", "Pékin"}
        assert ("group:apt40", EntityType.GROUP) in set(query.entities(at))
        assert query.exists(at, ["group:apt40", "x"])
        assert not query.exists(at, ["x"])


def test_groups_that_were_worked_out_are_kept_until_others_are(filled: Ledger) -> None:
    from vidocq.ledger import grouping

    first = [
        GroupMember(
            group="exchange",
            document=r.OTHER.sha256,
            entity="incident:exchange-2021",
            reason="name",
        ),
        GroupMember(
            group="exchange",
            document=r.DENIAL.sha256,
            entity="incident:exchange-2021",
            reason="date",
        ),
        GroupMember(group="gone", document="00" * 32),
    ]
    assert filled.write_groups("incident", first) == 2
    filled.write_groups("copy", [GroupMember(group="one", document=r.OTHER.sha256)])
    with filled.snapshot() as at:
        assert sorted(grouping.members(at, "incident")) == sorted(first[:2])
        assert grouping.members(at, "incident", documents=[r.DENIAL.sha256]) == [first[1]]
        assert len(grouping.members(at, "incident", entities=["incident:exchange-2021"])) == 2
        assert grouping.members(at, "incident", groups=["other"]) == []
        [copy] = grouping.members(at, "copy")
        assert (copy.document, copy.entity) == (r.OTHER.sha256, None)
    filled.write_groups("incident", [])
    with filled.snapshot() as at:
        assert grouping.members(at, "incident") == []
        assert len(grouping.members(at, "copy")) == 1
