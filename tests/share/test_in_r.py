"""Tables and graphs as R reads them: its own ``read.csv``, and igraph where that is installed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from vidocq.ledger import Ledger
from vidocq.share.graphml import write_graphml
from vidocq.share.tables.schema import Table, columns
from vidocq.share.tables.writing import table_as_csv

pytestmark = pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")

READ = 't <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8", na.strings = "")\n'


def r(script: str, path: Path) -> list[str]:
    """The lines that a script prints of a file."""
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", script, str(path)],
        capture_output=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"},
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def exported(ledger: Ledger, path: Path, table: Table) -> list[dict[str, str]]:
    """The rows of a table that was written to a file."""
    with path.open("wb") as file:
        table_as_csv(ledger, file, table=table)
    text = path.read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("table", Table)
def test_read_csv_finds_the_rows_and_columns(
    examples: Ledger, tmp_path: Path, table: Table
) -> None:
    path = tmp_path / f"{table}.csv"
    rows = exported(examples, path, table)
    told = r(READ + 'cat(nrow(t), names(t), sep = "\n")', path)
    assert told == [str(len(rows)), *(column.name for column in columns(table))]


def test_read_csv_finds_numbers_and_truth_values_as_such(examples: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    rows = exported(examples, path, Table.CLAIMS)
    script = READ + (
        "stopifnot(is.integer(t$quote_start), is.logical(t$count_approximate))\n"
        'cat(sum(t$quote_end - t$quote_start), sum(t$count_approximate, na.rm = TRUE), sep = "\n")'
    )
    length = sum(int(row["quote_end"]) - int(row["quote_start"]) for row in rows)
    approximate = sum(row["count_approximate"] == "TRUE" for row in rows)
    assert r(script, path) == [str(length), str(approximate)]


def test_words_come_letter_by_letter(examples: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    rows = exported(examples, path, Table.CLAIMS)
    told = r(READ + 'cat(sapply(t$quote, function(q) sum(utf8ToInt(q))), sep = "\n")', path)
    assert told == [str(sum(map(ord, row["quote"]))) for row in rows]


def test_igraph_reads_the_graph(examples: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "record.graphml"
    if r('cat(requireNamespace("igraph", quietly = TRUE))', path) != ["TRUE"]:
        pytest.skip("the package igraph of R is not installed")
    with path.open("wb") as file:
        edges = write_graphml(examples, file)
    script = (
        'g <- igraph::read_graph(commandArgs(TRUE)[1], format = "graphml")\n'
        'cat(igraph::ecount(g), sum(igraph::E(g)$predicate == "attributed-to"), sep = "\n")'
    )
    accusations = sum(one.claim.predicate == "attributed-to" for one in examples.claims())
    assert r(script, path) == [str(edges), str(accusations)]
