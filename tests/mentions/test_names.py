"""Names in a text: which spellings count, where they stand, and which everyday words are no names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidocq.knowledge.name import Name, NameContext
from vidocq.language.compile import load_pack
from vidocq.mentions.names import (
    FIELD_NAMES,
    build_index,
    field_candidates,
    find_names,
    has_form,
    match_names,
    name_index,
)
from vidocq.mentions.weak import none_settles, settle
from vidocq.model import EntityType


def entities(text: str, language: str = "en") -> list[str]:
    """The ids of the names that count in a text, in order."""
    hits = settle(text, find_names(text, name_index(language)), load_pack(language))
    return [hit.entity for hit in hits]


def groups_and_malware(text: str, language: str = "en") -> list[str]:
    return [e for e in entities(text, language) if e.startswith(("group:", "malware:"))]


@pytest.mark.parametrize(
    ("text", "language", "entity"),
    [
        ("the Chinese embassy", "en", "state:CN"),
        ("China's embassy", "en", "state:CN"),
        ("a statement from Beijing", "en", "state:CN"),
        ("l'ambassade de Chine", "fr", "state:CN"),
        ("l’ambassade chinoise", "fr", "state:CN"),
        ("selon Pékin", "fr", "state:CN"),
        ("L'Otan réagit", "fr", "bloc:nato"),
        ("L’OTAN réagit", "fr", "bloc:nato"),
        ("NATO reacts", "en", "bloc:nato"),
        ("the GRU, again", "en", "agency:ru-gru"),
        ("l'ANSSI publie", "fr", "agency:fr-anssi"),
        ("l’ANSSI publie", "fr", "agency:fr-anssi"),
        ("the hackers of Fancy Bear", "en", "group:fancy-bear"),
        ("the flaw CVE-2021-26855", "en", "vulnerability:cve-2021-26855"),
        ("customers of Singapore Airlines", "en", "company:singapore-airlines"),
        ("a branch of Habib Bank", "en", "company:habib-bank"),
        ("die Züge der SBB", "de", "company:sbb"),
        ("Moskauer Hacker", "de", "state:RU"),
        ("die Cyber-Partisanen", "de", "group:cyber-partisanen"),
        ("de Cyberpartizanen", "nl", "group:cyberpartizanen"),
        ("osteuropäische Banden", "de", "place:eastern-europe"),
        ("detectives of Delhi Police", "en", "agency:in-delhi-police"),
    ],
)
def test_a_name_is_found(text: str, language: str, entity: str) -> None:
    assert entity in entities(text, language)


@pytest.mark.parametrize(
    "text",
    ["us and them", "let us go", "it is in the la la of the song", "an et cetera", "de facto"],
)
def test_everyday_words_of_english_are_no_states(text: str) -> None:
    assert entities(text, "en") == []


@pytest.mark.parametrize(
    "text",
    ["la de et us", "le chat et la souris", "en de bonnes mains", "il est au lit", "un an de plus"],
)
def test_everyday_words_of_french_are_no_states(text: str) -> None:
    assert entities(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The Play gang leaked the files of the hospital.", "en", ["group:play"]),
        ("The children will play in the park.", "en", []),
        ("Press the Play button.", "en", []),
        ("The bees left the hive.", "en", []),
        ("Le gang Play a publié les fichiers.", "fr", ["group:play"]),
        ("Le silence de la nuit.", "fr", []),
        ("A snake crossed the road.", "en", []),
        ("Turla met no one.", "en", ["group:turla"]),
    ],
)
def test_a_name_that_is_an_everyday_word_needs_a_cue(
    text: str, language: str, found: list[str]
) -> None:
    assert groups_and_malware(text, language) == found


@pytest.mark.parametrize(
    "words",
    ["APT31", "APT 31", "APT-31", "Advanced Persistent Threat 31"],
)
def test_a_numbered_group_is_found_in_every_spelling(words: str) -> None:
    for text, language in ((f"the group {words} again", "en"), (f"l’{words} encore", "fr")):
        (entity,) = groups_and_malware(text, language)
        assert entity.replace("-", "") == "group:apt31"


def test_a_name_needs_its_capitals() -> None:
    assert groups_and_malware("sandworm") == []
    assert groups_and_malware("Sandworm") == ["group:sandworm"]


NAMES = [
    Name(text="US", entity="state:US", type=EntityType.STATE, exact_case=True),
    Name(text="United States", entity="state:US", type=EntityType.STATE),
    Name(text="United States Navy", entity="agency:us-navy", type=EntityType.AGENCY),
    Name(text="Play", entity="group:play", type=EntityType.GROUP, context=NameContext.CUE),
    Name(text="États-Unis", entity="state:US", type=EntityType.STATE, language="fr"),
]


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Words and ids of the hits of a small index."""
    hits = find_names(text, build_index(NAMES, language)).hits
    return [(text[h.start : h.end], h.entity) for h in hits]


@pytest.mark.parametrize(
    ("words", "known"),
    [("united states", True), ("us", True), ("united", False), ("united states now", False)],
)
def test_a_form_is_known_as_a_whole(words: str, known: bool) -> None:
    assert has_form(build_index(NAMES, "en"), words) is known


def test_an_abbreviation_counts_in_its_exact_case_only() -> None:
    assert found("the US and us") == [("US", "state:US")]


def test_the_longest_name_wins() -> None:
    assert found("the United States Navy") == [("United States Navy", "agency:us-navy")]


def test_a_name_stands_between_the_borders_of_words() -> None:
    assert found("BUS, USA, Playing, unUS") == []
    assert found("(US)") == [("US", "state:US")]


def test_a_name_of_one_language_is_not_looked_for_in_another() -> None:
    assert found("les États-Unis", "fr") == [("États-Unis", "state:US")]
    assert found("les États-Unis", "en") == []


def test_case_accents_and_hyphens_do_not_matter_where_a_name_is_capitalised() -> None:
    assert found("UNITED STATES") == [("UNITED STATES", "state:US")]
    assert found("Les Etats Unis", "fr") == [("Etats Unis", "state:US")]


def test_an_everyday_word_is_marked_as_weak() -> None:
    (hit,) = find_names("the Play button", build_index(NAMES, "en")).hits
    assert hit.weak


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["US", "United States", "United States Navy", "the", "é", "ﬁ", "İ"])
        | st.text(max_size=5)
    )
)
def test_hits_are_in_order_apart_and_hold_the_letters_of_their_name(words: list[str]) -> None:
    text = " ".join(words)
    hits = find_names(text, build_index(NAMES, "en")).hits
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end][0].lower() in "pu"
    for left, right in pairwise(hits):
        assert left.end <= right.start


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("T-APT-01 and CL-STA-0044 are new.", ["group:t-apt-01", "group:cl-sta-0044"]),
        ("APT-Q-12, of TEMP.Veles", ["group:apt-q-12", "group:temp-veles"]),
        ("A storm of 1234 days.\nStorm-1234\nthe storm, 12", ["group:storm-1234"]),
        ("APT\n28 was no name; UNC2452\nwas.", ["group:unc2452"]),
    ],
)
def test_open_ended_names_are_found_in_their_lines(text: str, entities: list[str]) -> None:
    hits = find_names(text, build_index(NAMES, "en")).hits
    assert [hit.entity for hit in hits] == entities


WORDS_OF_THE_FIELD = (
    *(
        "Pegasus",
        "Anonymous",
        "Peru",
        "the",
        "group",
        "used",
        "against",
        "with",
        "infected",
        "Hive",
    ),
    *("Play", "hit", "hacks", ",", "and", "DarkSide", "hackers", "is", "a", "by", "Snake", "Bank"),
    *(
        "Lazarus",
        "Institute",
        "APT28",
        "CVE-2021-26855",
        "stole",
        "files",
        "(alias",
        "X)",
        "cities",
    ),
)


@given(st.lists(st.sampled_from(WORDS_OF_THE_FIELD), max_size=12))
def test_where_no_candidate_settles_no_name_of_the_field_does(words: list[str]) -> None:
    """What `none_settles` says before all names are known holds when they are."""
    text, index, pack = " ".join(words), name_index("en"), load_pack("en")
    matches = match_names(text, index)
    candidates = field_candidates(matches, index)
    scan = find_names(text, index)
    found = [hit for hit in scan.hits if hit.type in FIELD_NAMES]
    if none_settles(text, candidates, matches.field, pack):
        assert not any(hit.type in FIELD_NAMES for hit in settle(text, scan, pack))
    places = {(hit.start, hit.end) for hit in candidates}
    assert all((h.start, h.end) in places for h in found if h.source != "branch")
