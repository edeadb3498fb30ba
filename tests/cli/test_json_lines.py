"""One object a line, whatever the text holds."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from vidocq.cli.json_lines import json_line

any_text = st.text(st.characters(exclude_categories=()))


@given(any_text)
def test_a_row_is_one_line_and_comes_back(text: str) -> None:
    line = json_line({"quote": text})
    assert line.endswith(b"\n")
    assert len(line.decode("utf-8").splitlines()) == 1
    assert json.loads(line) == json.loads(json.dumps({"quote": text}))


def test_letters_stay_letters() -> None:
    assert json_line({"a": "État «é»", "b": None}) == '{"a":"État «é»","b":null}\n'.encode()


def test_line_separators_and_half_pairs_are_escaped() -> None:
    assert json_line({"a": "x\u2028y\udc80"}) == b'{"a":"x\\u2028y\\udc80"}\n'
