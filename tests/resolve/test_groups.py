"""A name of a group means one actor, seen from one viewpoint; nothing is merged silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.resolve.groups import actors, ids_of, kept_apart, names_of
from vidocq.resolve.overlay import Equation, Verdict, with_decisions, with_equations
from vidocq.resolve.viewpoints import Viewpoint


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Zirconium", "APT31"),
        ("APT 31", "Violet Typhoon"),
        ("Hafnium", "Silk Typhoon"),
        ("Fancy Bear", "STRONTIUM"),
        ("Nobelium", "Cozy Bear"),
        ("Sandworm Team", "Voodoo Bear"),
        ("group:apt-28", "Sofacy"),
    ],
)
def test_two_names_of_one_actor(name: str, other: str) -> None:
    assert actors().of(name).actor.id == actors().of(other).actor.id
    assert not actors().of(name).ambiguous


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Salt Typhoon", "Earth Estries"),
        ("Salt Typhoon", "GhostEmperor"),
        ("APT30", "Naikon"),
        ("APT30", "Raspberry Typhoon"),
        ("APT30", "APT31"),
        ("Winnti Group", "APT41"),
        ("Black Basta", "Conti"),
        ("FIN7", "Carbanak"),
    ],
)
def test_a_shared_alias_fuses_no_two_groups(name: str, other: str) -> None:
    assert not actors().may_be_same(f"group:{name}", f"group:{other}")


def test_who_keeps_two_neighbours_apart_is_told() -> None:
    told = kept_apart(actors().of("APT30").actor, actors())
    assert {(word.relation, word.owner) for word in told} >= {
        ("overlaps", "MITRE ATT&CK"),
        ("same", "Microsoft"),
    }, "Microsoft lists APT30 under Raspberry Typhoon, ATT&CK keeps it apart from Naikon"


def test_a_viewpoint_follows_its_own_source_alone() -> None:
    galaxy = actors(Viewpoint.MISP_GALAXY)
    assert galaxy.of("Salt Typhoon").actor.id == galaxy.of("GhostEmperor").actor.id
    microsoft = actors(Viewpoint.MICROSOFT)
    assert microsoft.of("APT30").actor.id == microsoft.of("Raspberry Typhoon").actor.id
    assert not microsoft.of("JUDGMENT PANDA").known


def test_an_alias_of_two_actors_is_told_with_both_readings() -> None:
    meant = actors().of("Grizzly Steppe")
    assert meant.ambiguous
    assert {one.id for one in meant.actors} == {"group:apt28", "group:apt29"}
    assert actors().canonical("group:grizzly-steppe") == "group:grizzly-steppe"


def test_each_name_tells_its_scheme_and_who_gives_it() -> None:
    names = {one.text: one for one in names_of(actors().of("APT31").actor, actors())}
    assert names["Violet Typhoon"].scheme is not None
    assert names["Violet Typhoon"].scheme.owner == "Microsoft"
    assert "NCSC (UK)" in {word.owner for word in names["Zirconium"].said_by}
    assert any(word.since == "2021-07-19" for word in names["Zirconium"].said_by)


def test_the_ids_of_an_actor_cover_the_spellings_of_reports() -> None:
    ids = ids_of(actors().of("Zirconium").actor, actors())
    assert {"group:apt31", "group:apt-31", "group:zirconium", "group:violet-typhoon"} <= set(ids)


def test_an_alias_that_means_another_is_not_searched() -> None:
    assert "group:apt30" not in ids_of(actors().of("Raspberry Typhoon").actor, actors())


def test_a_person_says_that_two_are_the_same() -> None:
    said = Verdict(a="group:apt30", b="group:naikon", same=True, by="ada", since="2024-05-01")
    decided = with_decisions(actors(), [said])
    assert decided.of("APT30").actor.id == decided.of("Naikon").actor.id
    assert actors().of("APT30").actor.id != actors().of("Naikon").actor.id, "undone without it"
    words = names_of(decided.of("APT30").actor, decided)
    assert any(word.owner == "ada" for name in words for word in name.said_by)


def test_a_person_says_that_two_are_distinct() -> None:
    said = Verdict(a="group:apt31", b="group:zirconium", same=False, by="ada", since=None)
    decided = with_decisions(actors(), [said])
    assert decided.of("APT31").actor.id == "group:apt31"
    assert decided.of("Zirconium").actor.id == "group:zirconium"
    assert not decided.may_be_same("group:apt31", "group:zirconium")
    assert decided.may_be_same("group:apt31", "group:violet-typhoon"), "the others stay"


def test_a_report_teaches_an_alias_that_no_source_lists() -> None:
    said = Equation(
        a="group:apt31", b="group:marsh-heron", owner="Kestrel", since="2024", claim="c1"
    )
    taught = with_equations(actors(), [said])
    assert taught.of("Marsh Heron").actor.id == "group:apt31"
    [name] = [n for n in names_of(taught.of("APT31").actor, taught) if n.text == "marshheron"]
    assert [(word.owner, word.claim) for word in name.said_by] == [("Kestrel", "c1")]


def test_a_report_fuses_no_two_known_actors() -> None:
    said = Equation(a="group:apt31", b="group:apt40", owner="Kestrel", since=None, claim="c1")
    taught = with_equations(actors(), [said])
    assert taught.of("APT31").actor.id != taught.of("APT40").actor.id
    assert "Kestrel" in {word.owner for word in kept_apart(taught.of("APT31").actor, taught)}


def test_an_unknown_name_is_an_actor_of_its_own() -> None:
    meant = actors().of("group:marsh-heron")
    assert not meant.known
    assert meant.actor.id == "group:marsh-heron"


@given(st.sampled_from(sorted(actors().by_key)), st.sampled_from(list(Viewpoint)))
def test_every_name_means_an_actor_that_bears_it(key: str, viewpoint: Viewpoint) -> None:
    for actor in actors(viewpoint).of(key).actors:
        assert key in actor.keys or not actors(viewpoint).of(key).known
