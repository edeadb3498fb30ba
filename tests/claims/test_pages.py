"""The pages that show what the reader prints show what it prints."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from tests.conftest import Run


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of a page that are marked with ``kind``."""
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_on_claims_follows_its_sentence(repository: Path, vidocq: Run) -> None:
    page = repository / "docs" / "claims.md"
    (command,) = blocks(page, "sh")
    (sentence,) = re.findall(r'echo "(.*?)"', command)
    printed = vidocq("read", "--explain", "-", stdin=sentence, env={"COLUMNS": "80"}).stdout
    shown = blocks(page, "text")
    assert len(shown) == 6
    for block in shown:
        assert block.rstrip("\n") in printed


def test_the_first_page_shows_what_a_report_prints(repository: Path, vidocq: Run) -> None:
    page = repository / "README.md"
    (block,) = [b for b in blocks(page, "text") if "examples/fr_2021-07-19" in b]
    (report,) = (repository / "examples").glob("fr_2021-07-19*.txt")
    printed = vidocq("read", "--no-ledger", report, env={"COLUMNS": "80"}).stdout
    assert block.rstrip().removesuffix("…").rstrip().split("\n\n  attributed to")[1] in printed


def test_the_first_page_runs_in_python(repository: Path) -> None:
    page = repository / "README.md"
    (code,) = blocks(page, "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(page), "exec"), {})
    assert printed.getvalue() in blocks(page, "text")
