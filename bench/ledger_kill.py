"""Kill a recording process at a random moment, record again, compare with one clean run; many times.

    python bench/ledger_kill.py --runs 200                    # on SQLite files
    python bench/ledger_kill.py --runs 200 --ledger postgresql://…   # its tables are dropped each time

Each run opens a ledger that is not there, records documents in small batches, and then records them
again as a later extractor that finds less and other claims. A SIGKILL falls anywhere in between, the
making of the tables included, and in every third run twice. A moment that came after the end of the work
killed nothing: another is drawn for a new ledger, so that every run was killed. The process is then
started anew and left to end. The ledger's dump must be that of a run that nobody killed.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from ledger_generate import World
from vidocq.ledger import open_ledger
from vidocq.model import Confidence, Reading

DOCUMENTS, BATCH = 120, 8


def readings(documents: int = DOCUMENTS) -> list[Reading]:
    """What is recorded first."""
    return list(World(7).readings(documents))


def later(first: list[Reading]) -> Iterator[Reading]:
    """What a later extractor makes of the same documents: one claim fewer, one surer."""
    for one in first:
        claims = one.claims[:-1]
        if claims:
            surer = msgspec.structs.replace(claims[0], confidence=Confidence.MODERATE)
            claims = (surer, *claims[1:])
        yield Reading(document=one.document, claims=claims)


def work(address: str, first: list[Reading]) -> None:
    """What the process does that is killed."""
    with open_ledger(address) as ledger:
        for extractor, what in (("extractor 1", first), ("extractor 2", list(later(first)))):
            for start in range(0, len(what), BATCH):
                ledger.record(what[start : start + BATCH], extractor=extractor)


def digest(address: str) -> str:
    """One number for all that the ledger holds, and a proof that it is sound."""
    with open_ledger(address) as ledger:
        broken = ledger.check()
        if broken:
            return f"broken: {broken[0]}"
        found = hashlib.sha256()
        for line in ledger.dump():
            found.update(line.encode() + b"\n")
        return found.hexdigest()


def run(
    new_address: Callable[[], str],
    runs: int,
    *,
    documents: int = DOCUMENTS,
    seed: int = 1,
    tell: Callable[[str], None] = print,
) -> tuple[int, int]:
    """How many of the runs end in the clean ledger, and how many kills there were: one or two a run."""
    chance = random.Random(seed)
    first = readings(documents)
    clean = new_address()
    start = time.perf_counter()
    _process(clean, first).join()
    taken = time.perf_counter() - start
    expected = digest(clean)
    same = killed = 0
    for number in range(1, runs + 1):
        address, fell = _killed(new_address, first, 2 if number % 3 == 0 else 1, chance, taken)
        killed += fell
        again = _process(address, first)
        again.join()
        found = digest(address) if again.exitcode == 0 else f"exit status {again.exitcode}"
        same += found == expected
        if found != expected:
            tell(f"run {number}: {found} instead of {expected} ({address})")
        elif number % 20 == 0:
            tell(f"{same} of {number} identical, {killed} kills")
    return same, killed


def _killed(
    new_address: Callable[[], str],
    first: list[Reading],
    kills: int,
    chance: random.Random,
    longest: float,
) -> tuple[str, int]:
    """A ledger whose recording was killed so often at the most, at least once, and how often it was."""
    fell = 0
    while not fell:
        address = new_address()
        for _ in range(kills):
            process = _process(address, first)
            moment = chance.random() * longest
            time.sleep(moment)
            if process.pid is not None and process.is_alive():
                os.kill(process.pid, signal.SIGKILL)
            process.join()
            fell += process.exitcode == -signal.SIGKILL
        if not fell:
            longest = moment  # the work was done by then
    return address, fell


def _process(address: str, first: list[Reading]) -> multiprocessing.process.BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=work, args=(address, first))
    process.start()
    return process


def _emptied(address: str) -> str:
    """The same database without any tables."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ledger", help="postgresql:// address of a database to be emptied")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(10**9))

        def new_address() -> str:
            if given.ledger:
                return _emptied(given.ledger)
            for old in Path(folder).glob("ledger-*"):
                if "ledger-0" not in old.name:
                    old.unlink()
            return str(Path(folder) / f"ledger-{next(numbers)}.sqlite")

        same, killed = run(new_address, given.runs, seed=given.seed)
    print(f"{same} of {given.runs} identical to a clean run; {killed} kills")
    return 0 if same == given.runs else 1


if __name__ == "__main__":
    sys.exit(main())
