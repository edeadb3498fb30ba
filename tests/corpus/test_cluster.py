"""A corpus read by a real local cluster of several processes; one of them is killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.databases import NewLedger
from vidocq.corpus.partition import MOST_FILES, Partition, partitions
from vidocq.corpus.recording import CHARACTERS, recorded
from vidocq.corpus.work import Work
from vidocq.ledger import open_ledger
from vidocq.model import Reading

CLAIM = "The United States blamed Russia for the SolarWinds hack."


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers, each a process with one thread."""
    distributed = pytest.importorskip("distributed", reason="the extra 'scale' is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running


@pytest.fixture
def corpus(tmp_path: Path) -> list[str]:
    """Six files of 40 records each; one record is broken."""
    files = []
    for number in range(6):
        file = tmp_path / f"{number:02}.jsonl"
        rows = [
            json.dumps(
                {
                    "id": f"{number}-{n}",
                    "text": f"{CLAIM if n % 4 == 0 else 'It rained.'} ({number}, {n})",
                }
            )
            for n in range(40)
        ]
        rows[3] = "{" if number == 5 else rows[3]
        file.write_text("\n".join(rows), encoding="utf-8")
        files.append(str(file))
    return files


def read(cluster: Any, corpus: list[str], folder: Path, ledger: str, work: Work) -> list[str]:
    """Read by the cluster into a ledger; what came of it, in order."""
    from vidocq.corpus.cluster import read_on_cluster

    parts = [Partition((file,)) for file in corpus]
    with open_ledger(ledger) as opened:
        done = read_on_cluster(
            parts,
            work,
            extractor="test 1",
            address=cluster.scheduler_address,
            output=str(folder),
        )
        given = recorded(done, partial(opened.record, extractor="test 1"), None)
        return [
            one.document.id if isinstance(one, Reading) else one.id
            for part in given
            for one in part.results
        ]


def dump(ledger: str) -> list[str]:
    with open_ledger(ledger, read_only=True) as opened:
        return list(opened.dump())


def test_a_worker_killed_in_the_middle_changes_nothing(
    cluster: Any, corpus: list[str], tmp_path: Path, new_ledger: NewLedger
) -> None:
    clean, killed = new_ledger(), new_ledger()
    told = read(cluster, corpus, tmp_path / "one", clean, Work())
    assert told[:3] == ["0-0", "0-1", "0-2"]
    assert len(told) == 240
    assert "05:4" in told, "the broken record is told"

    def kill() -> None:
        while not list((tmp_path / "two").glob("documents/*.parquet")):
            time.sleep(0.02)
        victim = next(iter(cluster.workers.values()))
        os.kill(victim.pid if hasattr(victim, "pid") else victim.process.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    again = read(cluster, corpus, tmp_path / "two", killed, Work())
    killer.join()
    assert again == told
    assert dump(killed) == dump(clean)


def reading_command(
    cluster: Any, corpus: list[str], folder: Path, ledger: str
) -> subprocess.Popen[bytes]:
    """``vidocq read`` by the cluster, begun; its output waits to be taken."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "vidocq", "read", "--json", "--ledger", ledger, *corpus),
            *("--cluster", cluster.scheduler_address, "--output", str(folder)),
        ],
        stdout=subprocess.PIPE,
    )


def test_whoever_merges_may_be_killed_and_begin_again(
    cluster: Any, tmp_path: Path, new_ledger: NewLedger
) -> None:
    file = tmp_path / "many.jsonl"
    # Long texts, so that few make a portion; long names, so that no pipe holds those of a portion.
    rows = [
        {
            "id": f"{n}-{'x' * 3000}",
            "text": f"{CLAIM if n % 4 == 0 else 10_000 * 'It rained. '} ({n})",
        }
        for n in range(150)
    ]
    file.write_text("\n".join(map(json.dumps, rows)))
    assert sum(len(row["text"]) for row in rows) > 3 * CHARACTERS
    clean, killed = new_ledger(), new_ledger()
    reading_command(cluster, [str(file)], tmp_path / "clean", clean).communicate()

    merging = reading_command(cluster, [str(file)], tmp_path / "out", killed)
    assert merging.stdout is not None
    assert json.loads(merging.stdout.readline())["doc"].startswith("0-")
    merging.kill()  # as it prints the first portion, which is recorded; the last is not
    merging.wait()
    merging.stdout.close()
    assert 0 < len(dump(killed)) < len(dump(clean)) == len(rows)
    again = reading_command(cluster, [str(file)], tmp_path / "out", killed)
    told, _ = again.communicate()
    assert len(told.splitlines()) == len(rows)
    assert dump(killed) == dump(clean)


def test_two_that_merge_the_same_at_once_record_it_once(
    cluster: Any, corpus: list[str], tmp_path: Path, new_ledger: NewLedger
) -> None:
    alone, both = new_ledger(), new_ledger()
    reading_command(cluster, corpus, tmp_path / "out", alone).communicate()
    runs = [reading_command(cluster, corpus, tmp_path / "out", both) for _ in range(2)]
    told = [run.communicate()[0] for run in runs]
    assert told[0] == told[1]
    assert dump(both) == dump(alone)


def test_what_is_there_is_not_read_again(cluster: Any, corpus: list[str], tmp_path: Path) -> None:
    ledger = str(tmp_path / "r.sqlite")
    told = read(cluster, corpus[:3], tmp_path / "out", ledger, Work())
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").rglob("*.parquet")}
    assert len(before) == 6
    assert read(cluster, corpus[:4], tmp_path / "out", ledger, Work())[: len(told)] == told
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_a_document_that_crashes_is_set_aside_and_the_worker_lives(
    cluster: Any, tmp_path: Path
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps({"id": str(n), "text": t}) for n, t in enumerate("aCb")))
    file.write_text(file.read_text().replace('"C"', '"CRASH"'))
    workers = set(cluster.scheduler_info["workers"])
    work = Work(by="tests.corpus.faulty:results")
    told = read(cluster, [str(file)], tmp_path / "out", str(tmp_path / "r.sqlite"), work)
    assert told == ["0", "a:2", "2"]
    assert set(cluster.scheduler_info["workers"]) == workers


def test_claims_are_a_table_that_others_can_read(
    cluster: Any, corpus: list[str], tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    read(cluster, corpus[:1], tmp_path / "out", str(tmp_path / "r.sqlite"), Work())
    [file] = (tmp_path / "out" / "claims").glob("*.parquet")
    rows = parquet.read_table(file).to_pylist()
    assert {(row["predicate"], row["object"]) for row in rows} == {("attributed-to", "state:RU")}
    assert all(row["claimants"] == ["state:US"] and row["quote"] for row in rows)


def test_small_files_are_read_together_and_large_ones_apart(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 3):
        (tmp_path / f"{number:04}.txt").write_text("It rained.")
    large = tmp_path / "z.jsonl"
    with large.open("wb") as stream:
        stream.truncate(100_000_000)
    parts = list(partitions([str(tmp_path)]))
    assert [len(part.inputs) for part in parts] == [MOST_FILES, 3, 1]
    assert parts[-1].inputs == (str(large),)
    keys = {part.key(Work(), "a") for part in parts} | {parts[0].key(Work(relevant=True), "a")}
    assert len(keys) == 4


def test_the_command_reads_by_a_cluster(
    cluster: Any, corpus: list[str], tmp_path: Path, vidocq: Run
) -> None:
    command = ["read", "--json", "--no-ledger", *corpus[:2]]
    by_cluster = ["--cluster", cluster.scheduler_address, "--output", tmp_path / "out"]
    assert vidocq(*command, *by_cluster).stdout == vidocq(*command).stdout
    lost = vidocq(*command, "--cluster", cluster.scheduler_address)
    assert lost.returncode == 2
    assert "--output" in lost.stderr
