"""Words that lost the space between them, and names that are written so."""

from __future__ import annotations

import pytest

from vidocq.mentions.glue import seams, unglued
from vidocq.mentions.names import find_names, name_index


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("NorthKorea", ["North", "Korea"]),
        ("theSyrian minister", ["the", "Syrian minister"]),
        ("the LazarusGroup", ["the Lazarus", "Group"]),
        ("an IndianHacker", ["an Indian", "Hacker"]),
        ("the PrimeMinister", ["the Prime", "Minister"]),
    ],
)
def test_a_seam_lies_between_known_words(text: str, parts: list[str]) -> None:
    found = seams(text, name_index("en"))
    assert [text[i:j] for i, j in zip([0, *found], [*found, len(text)], strict=True)] == parts


@pytest.mark.parametrize(
    "name", ["FireEye", "LulzSec", "YouTube", "SharePoint", "SolarWinds", "DarkSide", "TrickBot"]
)
def test_a_name_written_together_has_none(name: str) -> None:
    assert seams(f"the {name} report", name_index("en")) == []


def test_names_across_a_seam_keep_their_place_in_the_document() -> None:
    text = "Hackers from NorthKorea hacked theNorwegian parliament."
    index = name_index("en")
    hits = unglued(text, find_names(text, index), index).hits
    assert [(text[h.start : h.end], h.entity) for h in hits] == [
        ("NorthKorea", "state:KP"),
        ("Norwegian parliament", "organisation:no-parliament"),
    ]
