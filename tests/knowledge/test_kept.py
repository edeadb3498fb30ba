"""Names kept between runs: kept once, read back alike, made anew when the data change."""

from __future__ import annotations

from pathlib import Path

from vidocq.knowledge.forms import name_row
from vidocq.knowledge.kept import kept
from vidocq.knowledge.name import Name

NAMES = (name_row("FSB", "agency:ru-fsb", "*"), name_row("Pékin", "state:CN", "fr"))


def never() -> tuple[Name, ...]:
    raise AssertionError("the kept names were not used")


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    assert kept("names", tuple[Name, ...], lambda: NAMES, "one", tmp_path) == NAMES
    assert kept("names", tuple[Name, ...], never, "one", tmp_path) == NAMES


def test_other_data_are_read_anew_and_the_oldest_files_go(tmp_path: Path) -> None:
    kept("names", tuple[Name, ...], lambda: NAMES[:1], "one", tmp_path)
    assert kept("names", tuple[Name, ...], lambda: NAMES, "two", tmp_path) == NAMES
    assert len(list(tmp_path.iterdir())) == 2
    for number in range(9):
        kept("names", tuple[Name, ...], lambda: NAMES, str(number), tmp_path)
    assert len(list(tmp_path.iterdir())) == 4
    assert kept("names", tuple[Name, ...], never, "8", tmp_path) == NAMES


def test_a_spoilt_file_is_made_anew(tmp_path: Path) -> None:
    kept("names", tuple[Name, ...], lambda: NAMES, "one", tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:20])
    assert kept("names", tuple[Name, ...], lambda: NAMES, "one", tmp_path) == NAMES
    assert kept("names", tuple[Name, ...], never, "one", tmp_path) == NAMES


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert kept("names", tuple[Name, ...], lambda: NAMES, "one", blocked / "cache") == NAMES
