"""Folding: plain spelling, same positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.fold import UNKNOWN, flat, flat_bytes, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’État", "l'etat"),
        ("Aujourd`hui", "aujourd'hui"),
        ("«\u00a0Oui\u202f!\u00a0» “Yes” „Ja“", '" oui ! " "yes" "ja"'),
        ("state-sponsored, non\u2011state", "state sponsored, non state"),
        ("a – b — c", "a – b – c"),
        ("Line\nbreak\tand tab", "line break and tab"),
        ("Straße, cœur, Łódź, İstanbul, Ærø", "strase, cour, lodz, istanbul, aro"),
        ("СУРКОВ, ЙОД, Ϊ", "сурков, иод, ι"),
        ("中国 한국 が ½ …", "中国 한국 が ½ …"),
        ("ＡＰＴ３１", "apt31"),
    ],
)
def test_signs_and_letters_become_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_length_is_kept_and_each_character_is_folded_by_itself(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text) == "".join(map(fold, text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_case_never_matters(text: str) -> None:
    shouted = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    assert fold(shouted) == fold(text)


@pytest.mark.parametrize(
    ("text", "flattened"),
    [
        ("L’État-major", b"l etat major"),
        ("Łódź → Čapek_1", b"lodz   capek_1"),
        ("the 狼毒草 group", b"the \x81\x81\x81 group"),
        ("Группа хакеров", b"\x81" * 6 + b" " + b"\x81" * 7),
        ("Нидерландыисоединённыештаты", b"\x81" * 27),
        ("½ µ \x81", b"\x81 \x81  "),
    ],
)
def test_flat_bytes_are_a_byte_for_each_letter(text: str, flattened: bytes) -> None:
    assert flat_bytes(text) == flattened


@given(st.text())
def test_flat_bytes_are_the_flat_text_whatever_letters_stand_beside_each_other(text: str) -> None:
    apart = "".join(map(flat, text)).encode("ascii", "replace").replace(b"?", UNKNOWN)
    assert flat_bytes(text) == apart
