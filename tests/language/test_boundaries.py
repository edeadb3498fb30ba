"""A mistake in the boundary words names its file, language and field."""

from pathlib import Path

import pytest

from vidocq.language.boundaries import boundary_words, read


def test_words_of_all_languages_hold_together() -> None:
    words = boundary_words()
    assert {"Mr", "Mme"} <= words.titles
    assert {"The", "Les"} <= words.openers


def test_a_bare_no_is_reported_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "boundaries.yaml"
    file.write_text(
        "en: {titles: [Mr], before_number: [no], may_end: [], openers: [], after_ordinal: []}\n"
    )
    with pytest.raises(ValueError, match=r"boundaries.yaml: en: .*str.*bool.*before_number"):
        read(file)
