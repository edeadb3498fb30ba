"""Tables and graphs as R reads them: its own ``read.csv``, Parquet by whichever way R has, igraph where that is installed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vidocq.ledger import Ledger
from vidocq.share.graphml import write_graphml
from vidocq.share.tables.schema import Table, columns
from vidocq.share.tables.writing import table_as_csv, table_as_parquet

pytestmark = pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")

READ = 't <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8", na.strings = "")\n'


def r(script: str, path: Path) -> list[str]:
    """The lines that a script prints of a file."""
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", script, str(path)],
        capture_output=True,
        env={
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "RETICULATE_PYTHON": sys.executable,
        },
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


# The page on interchange has the last of these for who has none of R's own readers.
PARQUET = """
parquet <- function(path) {
  if (requireNamespace("arrow", quietly = TRUE))
    return(as.data.frame(arrow::read_parquet(path)))
  if (requireNamespace("nanoparquet", quietly = TRUE))
    return(as.data.frame(nanoparquet::read_parquet(path)))
  told <- reticulate::import("pyarrow.parquet")$read_table(path)$to_pydict()
  column <- function(cells) {
    if (any(lengths(cells) > 1)) return(I(lapply(cells, unlist)))
    sapply(cells, function(cell) if (length(cell)) cell else NA)
  }
  as.data.frame(lapply(told, column))
}
t <- parquet(commandArgs(TRUE)[1])
"""


@pytest.fixture
def stored(examples: Ledger, tmp_path: Path) -> Path:
    """The table of claims as Parquet, where R has a way to read that."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    path = tmp_path / "claims.parquet"
    with path.open("wb") as file:
        table_as_parquet(examples, file)
    ways = 'cat(any(sapply(c("arrow", "nanoparquet", "reticulate"), requireNamespace, quietly = TRUE)))'
    if r(ways, path) != ["TRUE"]:
        pytest.skip("R has none of arrow, nanoparquet and reticulate")
    return path


def test_parquet_is_a_frame_with_types(examples: Ledger, stored: Path, tmp_path: Path) -> None:
    rows = exported(examples, tmp_path / "claims.csv", Table.CLAIMS)
    script = PARQUET + (
        "stopifnot(is.numeric(t$quote_start), is.logical(t$count_approximate), is.character(t$quote))\n"
        'cat(nrow(t), sum(t$quote_end - t$quote_start), names(t), sep = "\n")'
    )
    length = sum(int(row["quote_end"]) - int(row["quote_start"]) for row in rows)
    names = [column.name for column in columns(Table.CLAIMS)]
    assert r(script, stored) == [str(len(rows)), str(length), *names]


def test_parquet_has_the_words_letter_by_letter_and_lists_as_lists(stored: Path) -> None:
    # Not from the CSV, which marks words that a spreadsheet would take for a formula.
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    rows: list[dict[str, Any]] = pq.read_table(stored).to_pylist()
    assert any(len(row["claimants"] or ()) > 1 for row in rows)
    script = PARQUET + (
        'cat(sapply(t$quote, function(q) sum(utf8ToInt(q))), sep = "\n")\n'
        'cat(sapply(t$claimants, function(c) paste(c, collapse = ";")), sep = "\n")'
    )
    told = r(script, stored)
    assert told[: len(rows)] == [str(sum(map(ord, row["quote"]))) for row in rows]
    assert told[len(rows) :] == [";".join(row["claimants"] or ()) for row in rows]


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
