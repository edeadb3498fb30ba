"""Six kinds of contradiction, and what is none."""

from __future__ import annotations

from tests.resolve.statements import stated
from vidocq.model import Count
from vidocq.resolve.conflicts import (
    Conflict,
    ConflictKind,
    Level,
    Meanings,
    conflicts_about,
    conflicts_of_names,
    merged,
    misnaming_conflicts,
)
from vidocq.resolve.groups import actors
from vidocq.resolve.statement import Statement

EXCHANGE = "incident:exchange-2021"


def found(*statements: Statement, about: str = EXCHANGE) -> list[Conflict]:
    return merged(conflicts_about(about, statements, Meanings(actors())))


def kinds(*statements: Statement, about: str = EXCHANGE) -> list[str]:
    return [str(one.kind) for one in found(*statements, about=about)]


# Attribution


def test_two_states_blamed_by_different_parties() -> None:
    [one] = found(
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "agency:ru-gru", by="company:kestrel"),
    )
    assert one.kind is ConflictKind.ATTRIBUTION
    assert one.level is Level.CONTRADICTION
    assert "China" in one.sentence and "Russia" in one.sentence
    assert {one.first.title, one.second.title} == {"a", "b"}


def test_a_state_its_agency_and_its_group_are_one_side() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "agency:cn-mss", by="state:GB"),
        stated("c", EXCHANGE, "attributed-to", "group:apt31", by="bloc:eu"),
    )


def test_two_names_of_one_group_are_one_side() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "attributed-to", "group:apt31", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "group:zirconium", by="company:microsoft"),
    )


def test_a_sponsor_that_the_record_tells_makes_one_side() -> None:
    laid = [
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "unnamed-actor:hired-hackers", by="state:GB"),
    ]
    sponsors = {"unnamed-actor:hired-hackers": frozenset({"CN"})}
    assert conflicts_about(EXCHANGE, laid, Meanings(actors(), sponsors)) == []


def test_a_deed_of_two_states_together_is_no_contradiction() -> None:
    stuxnet = "incident:stuxnet-2010"
    assert not kinds(
        stated("a", stuxnet, "attributed-to", "state:US", by="company:times"),
        stated("a", stuxnet, "attributed-to", "state:IL", by="company:times"),
        about=stuxnet,
    )


def test_an_attribution_held_unlikely_blames_nobody() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "state:RU", by="state:GB", likelihood="unlikely"),
    )


def test_different_groups_of_one_state_only_differ() -> None:
    [one] = found(
        stated("a", EXCHANGE, "attributed-to", "group:hafnium", by="company:microsoft"),
        stated("b", EXCHANGE, "attributed-to", "group:apt40", by="bloc:eu"),
    )
    assert one.level is Level.DIFFERENCE
    assert "both are linked with China" in one.sentence


def test_two_groups_named_together_are_no_contradiction() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "attributed-to", "group:apt31", by="bloc:eu"),
        stated("a", EXCHANGE, "attributed-to", "group:apt40", by="bloc:eu"),
    )


def test_one_group_with_two_sponsors() -> None:
    [one] = found(
        stated("a", "group:marsh-heron", "sponsored-by", "state:CN", by="state:US"),
        stated("b", "group:marsh-heron", "sponsored-by", "state:RU", by="company:kestrel"),
        about="group:marsh-heron",
    )
    assert one.kind is ConflictKind.ATTRIBUTION
    assert "acts for" in one.sentence


# A group's name


def test_the_wrong_group_name_of_one_report() -> None:
    told = [
        stated("right", EXCHANGE, "attributed-to", "group:apt40", by="bloc:eu"),
        stated("right", EXCHANGE, "attributed-to", "group:apt31", by="bloc:eu"),
        stated("wrong", EXCHANGE, "attributed-to", "group:apt40", by="bloc:eu", day="2021-07-20"),
        stated("wrong", EXCHANGE, "attributed-to", "group:apt30", by="bloc:eu", day="2021-07-20"),
    ]
    [one] = found(*told)
    assert one.kind is ConflictKind.GROUP_NAME
    assert one.level is Level.CONTRADICTION
    assert {one.about, one.other} == {"group:apt30", "group:apt31"}
    assert "differ in one character" in one.sentence


def test_the_wrong_attacker_of_one_victim() -> None:
    parliament = "organisation:fi-parliament"
    told = [
        stated("right", "group:apt31", "targets", parliament, by="agency:uk-ncsc", event="2020"),
        stated("wrong", "group:apt30", "targets", parliament, by="agency:uk-ncsc", event="2020"),
    ]
    [one] = misnaming_conflicts(told, Meanings(actors()))
    assert one.kind is ConflictKind.GROUP_NAME


def test_two_groups_in_one_sector_are_no_mistake() -> None:
    told = [
        stated("a", "group:apt31", "targets", "sector:government", by="agency:uk-ncsc"),
        stated("b", "group:apt30", "targets", "sector:government", by="agency:uk-ncsc"),
    ]
    assert misnaming_conflicts(told, Meanings(actors())) == []


def test_two_attacks_years_apart_are_no_mistake() -> None:
    parliament = "organisation:fi-parliament"
    told = [
        stated("a", "group:apt31", "targets", parliament, by="agency:uk-ncsc", event="2020"),
        stated(
            "b",
            "group:apt28",
            "targets",
            parliament,
            by="agency:uk-ncsc",
            event="2015",
            day="2016-01-01",
        ),
    ]
    assert misnaming_conflicts(told, Meanings(actors())) == []


def test_two_claimants_are_no_mistake_of_one() -> None:
    told = [
        stated("a", EXCHANGE, "attributed-to", "group:apt31", by="bloc:eu"),
        stated("b", EXCHANGE, "attributed-to", "group:apt30", by="company:kestrel"),
    ]
    assert misnaming_conflicts(told, Meanings(actors())) == []


# Denials


def test_an_accusation_and_its_denial() -> None:
    [one] = found(
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US bloc:eu bloc:nato"),
        stated(
            "b", EXCHANGE, "attributed-to", "state:CN", by="state:CN", denied=True, day="2021-07-20"
        ),
        stated("c", EXCHANGE, "attributed-to", "state:CN", by="agency:cn-mfa", denied=True),
    )
    assert one.kind is ConflictKind.DENIAL
    assert "United States" in one.sentence and "China denies it" in one.sentence
    assert len(one.claims) == 3, "an agency's denial is its state's"


def test_a_denial_of_another_s_guilt_is_no_conflict() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
        stated("b", EXCHANGE, "attributed-to", "state:RU", by="state:RU", denied=True),
    )


# Figures and dates


def number(value: int, unit: str = "organisations", approximate: bool = True) -> Count:
    return Count(value=value, unit=unit, approximate=approximate)


def test_numbers_that_cannot_both_hold() -> None:
    [one] = found(
        stated("a", EXCHANGE, "affects", count=number(30000)),
        stated("b", EXCHANGE, "affects", count=number(250000, "organizations")),
    )
    assert one.kind is ConflictKind.FIGURE
    assert "30,000" in one.sentence and "250,000" in one.sentence


def test_numbers_of_other_units_reach_or_time_agree() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "affects", count=number(30000)),
        stated("b", EXCHANGE, "affects", count=number(40000)),
        stated("c", EXCHANGE, "affects", count=number(250000, "systems")),
        stated("d", EXCHANGE, "affects", count=number(90000), day="2022-07-19"),
        stated("e", EXCHANGE, "affects", count=number(100000), quote="100,000 in the world"),
        stated("e", EXCHANGE, "targets", "place:world", quote="100,000 in the world"),
    )


def test_dates_of_one_event_far_apart() -> None:
    [one] = found(
        stated("a", EXCHANGE, "targets", "company:microsoft", event="2021-03-02"),
        stated("b", EXCHANGE, "targets", "company:microsoft", event="2020-06"),
    )
    assert one.kind is ConflictKind.FIGURE
    assert "2021-03-02" in one.sentence


def test_a_date_inside_a_wider_one_agrees() -> None:
    assert not kinds(
        stated("a", EXCHANGE, "targets", "company:microsoft", event="2021-03-02"),
        stated("b", EXCHANGE, "targets", "company:microsoft", event="2021"),
    )


# Confidence


def test_a_certainty_that_changed() -> None:
    [one] = found(
        stated(
            "a",
            EXCHANGE,
            "attributed-to",
            "state:CN",
            by="state:US",
            likelihood="likely",
            day="2021-03-05",
        ),
        stated("b", EXCHANGE, "attributed-to", "state:CN", by="state:US", confidence="high"),
    )
    assert one.kind is ConflictKind.CONFIDENCE
    assert "likely on 2021-03-05" in one.sentence
    assert "with high confidence on 2021-07-19" in one.sentence


def test_a_headline_without_the_hedge_changes_nothing() -> None:
    assert not kinds(
        stated(
            "a",
            EXCHANGE,
            "attributed-to",
            "state:CN",
            by="state:US",
            likelihood="likely",
            day="2021-03-05",
        ),
        stated("b", EXCHANGE, "attributed-to", "state:CN", by="state:US"),
    )


# Names


def test_reports_that_equate_and_part_two_names() -> None:
    [one] = conflicts_of_names(
        [
            stated("a", "group:marsh-heron", "same-as", "group:reed-warbler", by="company:kestrel"),
            stated(
                "b",
                "group:marsh-heron",
                "same-as",
                "group:reed-warbler",
                by="company:eset",
                denied=True,
            ),
        ],
        Meanings(actors()),
    )
    assert one.kind is ConflictKind.NAMING


def test_a_report_that_equates_what_naming_sources_keep_apart() -> None:
    [one] = conflicts_of_names(
        [stated("a", "group:salt-typhoon", "same-as", "group:earth-estries")], Meanings(actors())
    )
    assert "Trend Micro says" in one.sentence
    assert one.second.claim is None, "the second passage is a naming source's word"


def test_a_report_that_equates_what_sources_equate() -> None:
    told = [stated("a", "group:apt31", "same-as", "group:zirconium")]
    assert conflicts_of_names(told, Meanings(actors())) == []


# Order


def test_the_surest_come_first() -> None:
    told = found(
        stated("a", EXCHANGE, "attributed-to", "group:hafnium", by="company:microsoft"),
        stated("b", EXCHANGE, "attributed-to", "group:apt40", by="bloc:eu"),
        stated("c", EXCHANGE, "attributed-to", "state:RU", by="company:kestrel"),
        stated("d", EXCHANGE, "attributed-to", "state:RU", by="state:RU", denied=True),
    )
    assert [one.level for one in told] == sorted(one.level for one in told)
    assert told[0].kind is ConflictKind.ATTRIBUTION
