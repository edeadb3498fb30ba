"""Who equates which names, which country they are linked with, whose naming they follow."""

from __future__ import annotations

import pytest

from vidocq.knowledge.groups import (
    Relation,
    cluster_country,
    equivalences,
    equivalents_of,
    group_patterns,
    naming_scheme,
)


def relations(a: str, b: str) -> set[tuple[Relation, str]]:
    pair = {a.casefold(), b.casefold()}
    return {
        (entry.relation, entry.owner)
        for entry in equivalents_of(a)
        if {entry.a.casefold(), entry.b.casefold()} == pair
    }


def test_each_statement_has_its_witness() -> None:
    assert len(equivalences()) > 2500
    assert all(entry.source and entry.owner for entry in equivalences())
    assert {"MISP galaxy", "MITRE ATT&CK", "Microsoft", "vidocq"} <= {
        entry.owner for entry in equivalences()
    }


def test_the_same_pair_is_told_by_several_sources() -> None:
    told = relations("APT31", "Zirconium")
    assert (Relation.SAME, "NCSC (UK)") in told
    assert (Relation.SAME, "MITRE ATT&CK") in told


def test_a_shared_alias_is_no_identity() -> None:
    assert relations("Salt Typhoon", "Earth Estries") == {(Relation.OVERLAPS, "Trend Micro")}
    assert {relation for relation, _ in relations("APT30", "Naikon")} == {Relation.OVERLAPS}


def test_sources_that_disagree_stand_side_by_side() -> None:
    told = relations("Salt Typhoon", "GhostEmperor")
    assert (Relation.SAME, "MISP galaxy") in told
    assert (Relation.OVERLAPS, "CISA") in told


def test_a_part_of_a_group_is_told_as_such() -> None:
    assert (Relation.SUBGROUP, "US Department of the Treasury") in relations(
        "BlueNoroff", "Lazarus Group"
    )


def test_a_spelling_finds_its_statements() -> None:
    assert equivalents_of("APT 31") == equivalents_of("Advanced Persistent Threat 31")
    assert equivalents_of("no such group") == ()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Turla", "RU"), ("APT 31", "CN"), ("OceanLotus", "VN"), ("MuddyWater", "IR")],
)
def test_a_country_comes_with_its_source(name: str, country: str) -> None:
    links = cluster_country(name)
    assert {link.country for link in links} == {country}
    assert all(link.source for link in links)


def test_countries_are_codes() -> None:
    assert cluster_country("no such group") == ()
    for entry in equivalences():
        assert all(len(link.country) == 2 for link in cluster_country(entry.a))


@pytest.mark.parametrize(
    ("name", "owner", "meaning"),
    [
        ("Fancy Bear", "CrowdStrike", "state:RU"),
        ("CHARMING KITTEN", "CrowdStrike", "state:IR"),
        ("Salt Typhoon", "Microsoft", "state:CN"),
        ("Storm-0558", "Microsoft", None),
        ("Hafnium", "Microsoft", None),
        ("APT 31", "Mandiant", None),
        ("UNC-2452", "Mandiant", None),
        ("Earth Preta", "Trend Micro", "espionage"),
        ("Bronze Union", "Secureworks", "state:CN"),
        ("Fighting Ursa", "Palo Alto Networks Unit 42", "state:RU"),
        ("UAC-0010", "CERT-UA", None),
        ("TA406", "Proofpoint", None),
        ("G0007", "MITRE ATT&CK", None),
        ("RedHotel", "Recorded Future", "state:CN"),
    ],
)
def test_whose_naming_a_name_follows(name: str, owner: str, meaning: str | None) -> None:
    scheme = naming_scheme(name)
    assert scheme is not None
    assert (scheme.owner, scheme.meaning) == (owner, meaning)


@pytest.mark.parametrize("name", ["Turla", "Lazarus Group", "Sandworm", "Dynamite", ""])
def test_a_free_name_follows_none(name: str) -> None:
    assert naming_scheme(name) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Paris accuse l'APT30 d'avoir volé des données.", ["APT30"]),
        ("Paris accuse l’APT 31 d'espionnage.", ["APT 31"]),
        ("Prague blamed APT-31 and APT40.", ["APT-31", "APT40"]),
        ("It is tracked as Advanced Persistent Threat 31.", ["Advanced Persistent Threat 31"]),
        ("FireEye called the intruders UNC2452, others UNC-2452.", ["UNC2452", "UNC-2452"]),
        ("TA406 and FIN7 were seen with TEMP.Zagros.", ["TA406", "FIN7", "TEMP.Zagros"]),
        ("Storm-0558, once DEV-0558, forged tokens.", ["Storm-0558", "DEV-0558"]),
        ("CERT-UA a nommé UAC-0010, Thales ATK 23.", ["UAC-0010", "ATK 23"]),
        ("APT-C-23 is G1028 in the catalogue.", ["APT-C-23", "G1028"]),
        ("He lives at 12 Elm Street, Apt 31, near the G20 venue.", []),
        ("The storm of 1998 and the G7 meeting cost 3 million.", []),
    ],
)
def test_numbered_names_in_sentences(sentence: str, expected: list[str]) -> None:
    safe = [entry for entry in group_patterns() if entry.context == "none"]
    found = {m.span(): m[0] for entry in safe for m in entry.pattern.finditer(sentence)}
    assert [found[span] for span in sorted(found)] == expected


def test_every_match_begins_with_the_told_letters() -> None:
    sample = "APT31 UNC2452 FIN7 TA406 TEMP.Zagros Storm-0558 UAC-0010 ATK 23 G0007 ITG05 TAG-22"
    for entry in group_patterns():
        for match in entry.pattern.finditer(sample):
            assert not entry.starts or match[0].lower().startswith(entry.starts)
