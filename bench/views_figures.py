"""How fast each view answers on a large ledger.

    python bench/ledger_figures.py --ledger million.sqlite --keep     # make one
    python bench/views_figures.py million.sqlite
    python bench/views_figures.py postgresql://…

Each view is asked about the most, a middling and the least talked-of of its kind. It is asked a few
times before it is timed (warm), each time in a snapshot of its own; shown are the median and the worst
of the runs in milliseconds, and the median of the processor time that this process and, of a PostgreSQL
on the same machine, its server took for it: on a machine that is busy otherwise, the answer's own part is
better read there. The exit status is 1 where a median is above the limit (200 ms).
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from ledger_generate import World
from vidocq import ask
from vidocq.ledger import Ledger, open_ledger, query, schema
from vidocq.ledger.moment import datetime_of

LIMIT = 200.0
WARM, RUNS = 2, 5

View = Callable[[], object]


def views(ledger: Ledger, world: World) -> dict[str, View]:
    """Each view on the top, the middle and the tail of the record."""
    with ledger.snapshot() as at:
        contested = query.contested(at, limit=100)
        top, middling = contested[0].subject, contested[-1].subject
        moments = schema.reading.c.recorded_at
        first, latest = at.connection.execute(
            select(func.min(moments), func.max(moments)).select_from(schema.reading)
        ).one()
        half = datetime_of((first + latest) // 2)
        claim = query.claims_about(at, [top], limit=1)[0].id
        last = query.newest(at, by="recorded", limit=1)[0].id
    state, group, rare = world.accused[0].id, world.groups[0].id, world.groups[-5].id
    return {
        "who: the most accused state": lambda: ask.who(ledger, state),
        "who: the most blamed group": lambda: ask.who(ledger, group),
        "  … as of half way": lambda: ask.who(ledger, group, as_of=half),
        "who: a rare group": lambda: ask.who(ledger, rare),
        "incident: the most told": lambda: ask.incident(ledger, top),
        "  … as of half way ": lambda: ask.incident(ledger, top, as_of=half),
        "who: the most accused state, as of half way": lambda: ask.who(ledger, state, as_of=half),
        "incident: a middling one": lambda: ask.incident(ledger, middling),
        "accusations: all": lambda: ask.accusations(ledger),
        "accusations: of one state, some years": lambda: ask.accusations(
            ledger, of=state, since="2015", until="2017"
        ),
        "  … as of half way  ": lambda: ask.accusations(ledger, as_of=half),
        "timeline: all": lambda: ask.timeline(ledger),
        "  … as of half way   ": lambda: ask.timeline(ledger, as_of=half),
        "timeline: the most blamed group": lambda: ask.timeline(ledger, group),
        "timeline: of one state in one year": lambda: ask.timeline(
            ledger, of=state, since="2015", until="2015"
        ),
        "conflicts: all": lambda: ask.conflicts(ledger),
        "  … as of half way     ": lambda: ask.conflicts(ledger, as_of=half),
        "conflicts: the most told incident": lambda: ask.conflicts(ledger, top),
        "conflicts: the most blamed group": lambda: ask.conflicts(ledger, group),
        "search: two words": lambda: ask.search(ledger, " ".join(world.words[200:202])),
        "search: a common word": lambda: ask.search(ledger, world.words[0]),
        "sources: a claim of the most told": lambda: ask.sources(ledger, claim),
        "  … as of half way      ": lambda: ask.sources(ledger, claim, as_of=half),
        "sources: the last claim": lambda: ask.sources(ledger, last),
    }


def processor_of(ledger: Ledger) -> Callable[[], float]:
    """A clock of the processor time spent on answers, in seconds."""
    if ledger.backend.name == "sqlite":
        return time.process_time
    with ledger.snapshot() as at:
        server = at.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    # The questions come one after the other, so that one connection of the pool serves them all.
    spent = Path(f"/proc/{server}/schedstat")
    if not spent.exists():
        return time.process_time
    return lambda: time.process_time() + int(spent.read_text().split()[0]) / 1e9


def main() -> int:
    """Ask every view and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", help="a ledger that ledger_figures.py filled")
    parser.add_argument("--only", default="", help="views whose name begins so")
    chosen = parser.parse_args()
    slowest = 0.0
    with open_ledger(chosen.ledger, read_only=True) as ledger:
        print(f"{'view':<44} {'median ms':>10} {'worst ms':>10} {'CPU ms':>11}")
        clock = processor_of(ledger)
        for name, view in views(ledger, World(seed=1)).items():
            if not name.strip(" …").startswith(chosen.only):
                continue
            for _ in range(WARM):
                view()
            taken, busy = [], []
            for _ in range(RUNS):
                start, own = time.perf_counter(), clock()
                view()
                taken.append(1000 * (time.perf_counter() - start))
                busy.append(1000 * (clock() - own))
            median = statistics.median(taken)
            slowest = max(slowest, median)
            print(
                f"{name:<44} {median:>10.0f} {max(taken):>10.0f} {statistics.median(busy):>11.0f}",
                flush=True,
            )
    print(f"slowest median: {slowest:.0f} ms (limit {LIMIT:.0f})")
    return int(slowest > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
