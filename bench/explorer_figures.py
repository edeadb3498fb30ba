"""How fast the explorer answers over a large ledger, and whether it holds a hundred visitors at once.

    python bench/ledger_figures.py --ledger million.sqlite      # make one, a million claims
    python bench/explorer_figures.py million.sqlite
    python bench/explorer_figures.py million.sqlite --seconds 10

`vidocq serve` runs as a process of its own. First each page is asked for by one visitor, about entities
from the most to the least talked-of, each address once, so that no kept answer helps; shown are
median and worst in milliseconds, the mean of the server's own processor time (on Linux; on a machine that is busy
otherwise it is the better measure) and the size of the largest. Then a hundred connections ask for a mixture of
those pages, as fast as they are answered; an error is any answer but 200. The client is on the
same machine and takes its share of it. The exit status is 1 where a median is above 200 ms, an
answer above 500 ms (one visitor), or there was an error.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from ledger_generate import World
from vidocq.ledger import open_ledger, query

MEDIAN, WORST = 200.0, 500.0
VISITORS = 100
OF_EACH = 12


def addresses(ledger: str) -> dict[str, list[str]]:
    """Addresses of each page, about entities spread from the top to the tail of the record."""
    world = World(seed=1)
    with open_ledger(ledger, read_only=True) as record, record.snapshot() as at:
        incidents = [one.subject for one in query.contested(at, limit=400)]
        claims = query.newest(at, limit=OF_EACH * 40)
    groups = spread([one.id for one in world.groups])
    states = [one.id for one in world.accused][:OF_EACH]
    incidents = spread([one for one in incidents if one.startswith("incident:")])
    years = range(2012, 2012 + OF_EACH)
    return {
        "home": ["/"] + [f"/?limit={n}" for n in range(20, 19 + OF_EACH)],
        "accusations": ["/accusations"] + [f"/accusations?until={year}" for year in years],
        "  claims of a cell": [f"/accusations/claims?by=state:US&of={one}" for one in states],
        "actor: a state": [f"/actor/{one}" for one in states],
        "actor: a group": [f"/actor/{quote(one)}" for one in groups],
        "incident": [f"/incident/{quote(one)}" for one in incidents],
        "time line": ["/timeline"] + [f"/timeline?until={year}" for year in years],
        "  of an actor": [f"/timeline?name={quote(one)}" for one in groups],
        "conflicts": ["/conflicts"],
        "  of an incident": [f"/conflicts?name={quote(one)}" for one in incidents],
        "search": [f"/search?words={word}" for word in spread(world.words[:2000])],
        "document": [f"/document/{one.document}" for one in claims[:: len(claims) // OF_EACH]],
        "claim": [f"/claim/{one.id}" for one in claims[:: len(claims) // OF_EACH]],
    }


def spread(of: Sequence[str]) -> list[str]:
    """A dozen of the sequence, from its first to its last, closer together at the beginning."""
    places = {int((len(of) - 1) * (n / (OF_EACH - 1)) ** 2) for n in range(OF_EACH)}
    return [of[place] for place in sorted(places)]


class Connection:
    """A connection that asks and waits, and is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def open(self) -> Connection:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def get(self, path: str) -> tuple[int, int]:
        """Status and number of bytes of the answer."""
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        await self.reader.readexactly(length)
        return int(head.split(b" ", 2)[1]), length


def processor_ms(process: int) -> float:
    """Processor time that a process has used so far, in milliseconds; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def one_visitor(port: int, server: int, pages: dict[str, list[str]]) -> bool:
    """Each address once; whether all are within the limits."""
    connection = await Connection(port).open()
    await connection.get("/openapi.json")
    good = True
    print(f"{'page':<22} {'median ms':>10} {'worst ms':>10} {'CPU ms':>8} {'kB':>6}")
    for name, paths in pages.items():
        taken, largest = [], 0
        busy = processor_ms(server)
        for path in paths:
            start = time.perf_counter()
            status, size = await connection.get(path)
            taken.append(1000 * (time.perf_counter() - start))
            largest = max(largest, size)
            if status != 200:
                print(f"{path}: {status}")
                good = False
        median = statistics.median(taken)
        busy = (processor_ms(server) - busy) / len(paths)
        good = good and median <= MEDIAN and max(taken) <= WORST
        print(
            f"{name:<22} {median:>10.0f} {max(taken):>10.0f} {busy:>8.0f} {largest / 1000:>6.0f}",
            flush=True,
        )
    return good


async def many_visitors(port: int, pages: dict[str, list[str]], seconds: float) -> bool:
    """A hundred at once; whether every answer was one."""
    every = [path for paths in pages.values() for path in paths]
    taken: list[float] = []
    wrong: dict[str, int] = {}
    end = time.perf_counter() + seconds

    async def visit(number: int) -> None:
        choice = random.Random(number)
        connection = await Connection(port).open()
        while time.perf_counter() < end:
            start = time.perf_counter()
            try:
                status, _ = await connection.get(choice.choice(every))
                if status != 200:
                    wrong[str(status)] = wrong.get(str(status), 0) + 1
            except (OSError, EOFError) as fault:
                wrong[type(fault).__name__] = wrong.get(type(fault).__name__, 0) + 1
                connection = await Connection(port).open()
            taken.append(1000 * (time.perf_counter() - start))

    await asyncio.gather(*(visit(number) for number in range(VISITORS)))
    taken.sort()
    print(
        f"{VISITORS} at once for {seconds:.0f} s: {len(taken)} answers, {len(taken) / seconds:.0f} a second, "
        f"median {statistics.median(taken):.0f} ms, 95 % within {taken[int(0.95 * len(taken))]:.0f} ms, "
        f"slowest {taken[-1]:.0f} ms; errors: {json.dumps(wrong) if wrong else 'none'}"
    )
    return not wrong


def main() -> int:
    """Serve the ledger, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", help="a ledger that ledger_figures.py filled")
    parser.add_argument("--seconds", type=float, default=60.0, help="for the hundred visitors")
    chosen = parser.parse_args()
    pages = addresses(chosen.ledger)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("vidocq")
    server = subprocess.Popen([command, "serve", "--ledger", chosen.ledger, "--port", str(port)])
    try:
        wait_for(port, server)
        good = asyncio.run(one_visitor(port, server.pid, pages))
        return int(not (asyncio.run(many_visitors(port, pages, chosen.seconds)) and good))
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until the server listens; or until it has ended, which is an error."""
    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit("vidocq serve ended at once")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("vidocq serve does not listen")


if __name__ == "__main__":
    raise SystemExit(main())
