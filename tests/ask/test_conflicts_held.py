"""Of the conflicts told of our paired texts, the share that a careful reader would agree with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vidocq.resolve.conflicts import ConflictKind


@pytest.fixture(scope="module")
def measure(repository: Path) -> Any:
    """The measure that bench/conflicts.py prints, on gold/conflicts.yaml."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(repository / "bench"))
        import conflicts

        return conflicts


def test_the_paired_texts_are_enough_and_well_formed(measure: Any) -> None:
    given = measure.cases()
    assert sum(len(case.texts) for case in given) >= 60
    assert len({case.case for case in given}) == len(given)
    kinds = {kind for case in given for kind in case.conflicts}
    assert kinds == {str(kind) for kind in ConflictKind}
    assert sum(not case.conflicts for case in given) >= len(given) / 2


def test_nine_of_ten_conflicts_told_hold(measure: Any) -> None:
    judged, missed = measure.judge(measure.cases())
    listed = sum(len(case.conflicts) for case in measure.cases())
    false = [one.told.sentence for one in judged if one.case is None]
    assert len(false) <= 0.1 * len(judged), false
    assert len(missed) <= 0.3 * listed, missed
