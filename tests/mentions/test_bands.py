"""Names that bands make of a noun for actors: which words are the name, and which only describe."""

from __future__ import annotations

import pytest

from vidocq.claims.reading import read_drafts
from vidocq.language.compile import load_pack
from vidocq.model import Document


def groups(text: str) -> list[str]:
    """Ids of the groups among the phrases of a text's first sentence."""
    _, sentences, _ = read_drafts(Document.from_text(text, language="en"), load_pack("en"))
    return [p.entity or "" for p in sentences[0].phrases if p.kind == "group"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("GreyFang Team defaced the website of a Polish bank.", "group:greyfang-team"),
        ("The hacker group GreyFang Team breached a bank.", "group:greyfang-team"),
        ("The website was hacked by Hilal Hackers on Monday.", "group:hilal-hackers"),
        ("KHX-Team hacked the website of a Polish bank.", "group:khx-team"),
    ],
)
def test_a_band_bears_its_noun(text: str, group: str) -> None:
    assert groups(text) == [group]


@pytest.mark.parametrize(
    "text",
    [
        "Turkish Hackers defaced the website of a Polish bank.",
        "Chinese hackers breached a Polish bank.",
        "Shadowy hackers breached a Polish bank.",
        "Teen Hackers Deface Website of Polish Bank",
        "The Russian hacking team breached a Polish bank.",
    ],
)
def test_words_that_only_describe_are_no_name(text: str) -> None:
    assert groups(text) == []
