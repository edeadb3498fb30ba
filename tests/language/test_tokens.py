"""Tokens: a bar stands between every two of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.tokens import tokenise

PIECES = st.sampled_from(
    ["Washington", "l’", "d'", "qu’ils", "n't", "n’", "'s", "’", "U.S.", "APT31", "é", "e\u0301", "30", " 000",
     "\u202f000", ",", ".", "-", "–", "«\u00a0", "\u00a0»", "“", "”", " ", "\n", "中国", "@", "a.b@c.org", "_",
     "http://x.y/z", "www.", "CVE-2021-26855", "Win32.A", "[.]", "The", "\u200d", "5G", "(", ")"]
)  # fmt: skip


def bars(text: str) -> str:
    return "|".join(text[start:end] for start, end in tokenise(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Elisions, French and Italian
        ("l’APT30 d'avoir qu’ils", "l’|APT30|d'|avoir|qu’|ils"),
        ("Aujourd’hui, quelqu’un a visé l'U.E.", "Aujourd’hui|,|quelqu’un|a|visé|l'|U.E."),
        ("d’1,5 million jusqu’à 2 %", "d’|1,5|million|jusqu’|à|2|%"),
        ("dell'intelligence all’inizio", "dell'|intelligence|all’|inizio"),
        # English clitics
        ("China's hackers’ tools", "China|'s|hackers|’|tools"),
        ("It didn’t, can't, DON'T", "It|did|n’t|,|ca|n't|,|DO|N'T"),
        ("They're O’Brien's", "They|'re|O’Brien|'s"),
        # Hyphens and dashes
        ("state-sponsored, Russia-linked", "state|-|sponsored|,|Russia|-|linked"),
        ("a U.S.-based firm—and", "a|U.S.|-|based|firm|—|and"),
        # Numbers
        ("16,000 of 30 000, 30\u202f000 or 1,234,567.89", "16,000|of|30 000|,|30\u202f000|or|1,234,567.89"),
        ("in 2021 300 firms lost $1.5bn", "in|2021|300|firms|lost|$|1.5|bn"),
        ("the 19th, on 5G, APT 31", "the|19th|,|on|5G|,|APT|31"),
        # Letters with full stops, names with dots
        ("the U.S. and the U.N., e.g. here", "the|U.S.|and|the|U.N.|,|e.g.|here"),
        ("It is Win32.Ransom.WannaCry.", "It|is|Win32.Ransom.WannaCry|."),
        ("evil[.]example[.]com from 192.168.1.1", "evil[.]example[.]com|from|192.168.1.1"),
        ("CVE-2021-26855, T1566.001", "CVE-2021-26855|,|T1566.001"),
        ("(https://example.org/a?b=1).", "(|https://example.org/a?b=1|)|."),
        ("Mail press.office@example.org.", "Mail|press.office@example.org|."),
        ("after the breach.The firm", "after|the|breach|.|The|firm"),
        # Other signs and scripts
        ("« [China’s] Le MSS »", "«|[|China|’s|]|Le|MSS|»"),
        ("об’єкт пʼять", "об’єкт|пʼять"),
        ("cafe\u0301 cy\u00adber", "cafe\u0301|cy\u00adber"),
        ("中国APT31", "中|国|APT31"),
    ],
)  # fmt: skip
def test_text_is_cut_into_words_and_signs(text: str, expected: str) -> None:
    assert bars(text) == expected


def test_positions_are_those_of_the_whole_text() -> None:
    text = "Before. China’s ministry denied it."
    assert [text[a:b] for a, b in tokenise(text, 8, 15)] == ["China", "’s"]
    assert tokenise(text, 8, 15)[0] == (8, 13)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_every_character_but_space_lies_in_exactly_one_token(text: str) -> None:
    tokens = tokenise(text)
    assert all(start < end for start, end in tokens)
    assert all(a[1] <= b[0] for a, b in pairwise(tokens))
    covered = {i for start, end in tokens for i in range(start, end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in tokens)


@given(st.lists(PIECES), st.lists(PIECES), st.lists(PIECES))
def test_a_stretch_between_line_breaks_is_cut_as_if_it_stood_alone(
    before: list[str], within: list[str], after: list[str]
) -> None:
    passage = "".join(within)
    text = "".join(before) + "\n" + passage + "\n" + "".join(after)
    start = len("".join(before)) + 1
    shifted = [(a + start, b + start) for a, b in tokenise(passage)]
    assert tokenise(text, start, start + len(passage)) == shifted


@pytest.mark.parametrize(
    "piece", ["a-", "a.", "1 000 ", "www.!", "l'", "a@", "A.B", "1,", "e\u0301", "n't"]
)
def test_a_hostile_text_does_not_hang(piece: str) -> None:
    # Work that grew with the square of the length would take hours here.
    assert tokenise(piece * 60_000)[0][0] == 0


@given(st.lists(PIECES).map("".join))
def test_a_text_without_marks_is_cut_the_same_beside_one_with_them(text: str) -> None:
    # A character of Japanese makes the tokens of the whole text be sought by the full expression.
    mark = "\n\u3042"
    beside = tokenise(text + mark)
    assert [span for span in beside if span[0] < len(text)] == tokenise(text)
