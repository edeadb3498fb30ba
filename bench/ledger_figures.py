"""How fast the ledger records, how large it grows, how quickly it answers.

    python bench/ledger_figures.py                            # a million claims in a SQLite file
    python bench/ledger_figures.py --documents 20000
    python bench/ledger_figures.py --ledger postgresql://…    # an empty database
    python bench/ledger_figures.py --ledger FILE --keep       # ask an existing one again

Recording is timed without the making of the documents. A question is asked a few times before it is
timed (warm), each in a snapshot of its own; shown are the median and the worst of the runs, in
milliseconds.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import func, select

from ledger_generate import World
from vidocq.ledger import ClaimFilter, Ledger, Role, open_ledger, query, schema
from vidocq.ledger.moment import datetime_of
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Predicate, Reading

Question = Callable[[Snapshot], object]

STEP = 20_000


def record(ledger: Ledger, world: World, documents: int) -> None:
    """Fill the ledger, telling the rate and size on the way."""
    making = 0.0

    def readings(first: int, count: int) -> Iterator[Reading]:
        nonlocal making
        found = world.readings(count, first)
        while True:
            start = time.perf_counter()
            one = next(found, None)
            making += time.perf_counter() - start
            if one is None:
                return
            yield one

    claims, spent = 0, 0.0
    print(f"{'documents':>10} {'claims':>10} {'claims/s':>9} {'bytes/claim':>12}")
    for first in range(0, documents, STEP):
        count = min(STEP, documents - first)
        making, start = 0.0, time.perf_counter()
        summary = ledger.record(readings(first, count), extractor="bench 1")
        taken = time.perf_counter() - start - making
        claims, spent = claims + summary.claims, spent + taken
        size = ledger.size() / claims if claims else 0.0
        rate = summary.claims / taken
        print(f"{first + count:>10} {claims:>10} {rate:>9.0f} {size:>12.0f}", flush=True)
    if claims:
        print(f"recorded {claims} claims at {claims / spent:.0f} claims/s, whole run")


def settle(ledger: Ledger) -> None:
    """What a database does by itself after a while: learn its statistics, tidy its index pages."""
    if ledger.backend.name == "postgresql":
        with ledger.backend.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM ANALYZE")
    else:
        ledger.analyse()


def questions(world: World, ledger: Ledger) -> dict[str, Question]:
    """The questions, about the most, a middling and the least talked-of."""
    state = world.accused[0].id
    group = world.groups[0].id
    aliases = [one.id for one in world.groups[:40]]
    rare = world.groups[-5].id
    claimant = world.claimants[0].id
    with ledger.snapshot() as at:
        [top, *_] = query.contested(at, limit=1)
        [first] = query.newest(at, by="recorded", limit=1)
        recorded = schema.reading.c.recorded_at
        middle = select(func.count() // 2).select_from(schema.reading).scalar_subquery()
        half = datetime_of(
            at.connection.execute(
                select(recorded).where(schema.reading.c.key == middle)
            ).scalar_one()
        )
    incident = top.subject
    word, rare_word = world.words[0], world.words[30_000]
    said = top.affirmed[0][0]
    return {
        "claims of the most accused state": lambda at: query.claims_about(at, [state]),
        "  … as of half way": lambda at: query.claims_about(at, [state], as_of=half),
        "  … sanctions only": lambda at: query.claims_about(
            at, [state], predicates=[Predicate.SANCTIONS]
        ),
        "  … in one year": lambda at: query.claims_about(at, [state], since="2015", until="2015"),
        "claims of the top group": lambda at: query.claims_about(at, [group]),
        "claims of 40 names at once": lambda at: query.claims_about(at, aliases),
        "claims of a rare group": lambda at: query.claims_about(at, [rare]),
        "counts of the most accused state": lambda at: query.counts(at, [state]),
        "  … as of half way ": lambda at: query.counts(at, [state], as_of=half),
        "edges to the most accused state": lambda at: query.edges(at, [state], role=Role.OBJECT),
        "  … as of half way  ": lambda at: query.edges(at, [state], role=Role.OBJECT, as_of=half),
        "edges from 40 names": lambda at: query.edges(at, aliases),
        "voices on the most accused state": lambda at: query.voices(at, [state]),
        "  … as of half way   ": lambda at: query.voices(at, [state], as_of=half),
        "voices of the top claimant": lambda at: query.voices(at, [claimant], role=Role.CLAIMANT),
        "claims of the top incident": lambda at: query.claims_about(at, [incident]),
        "edges from the top incident": lambda at: query.edges(at, [incident]),
        "voices on the top incident": lambda at: query.voices(at, [incident]),
        "  … as of half way     ": lambda at: query.voices(at, [incident], as_of=half),
        "accusations, all": lambda at: query.accusations(at),
        "  … as of half way      ": lambda at: query.accusations(at, as_of=half),
        "  … between two dates": lambda at: query.accusations(
            at, since="2014-03-05", until="2021-07-19"
        ),
        "  … by one of one": lambda at: query.accusations(at, accusers=["US"], accused=["CN"]),
        "newest told": lambda at: query.newest(at),
        "  … before a date": lambda at: query.newest(at, until="2015-06-01"),
        "  … as of half way       ": lambda at: query.newest(at, as_of=half),
        "  … of a rare predicate": lambda at: query.newest(at, predicates=[Predicate.RESPONDS]),
        "  … on one accused": lambda at: query.newest(at, accused=["TR"]),
        "newest recorded": lambda at: query.newest(at, by="recorded"),
        "months": lambda at: query.months(at),
        "  … as of half way        ": lambda at: query.months(at, as_of=half),
        "claims of a document": lambda at: query.claims_of_document(at, first.document),
        "sources of the top claim (500)": lambda at: query.same_claim(
            at, [incident], Predicate.ATTRIBUTED_TO, [said], first.claim.polarity.AFFIRMED
        ),
        "  … the first 50": lambda at: query.same_claim(
            at,
            [incident],
            Predicate.ATTRIBUTED_TO,
            [said],
            first.claim.polarity.AFFIRMED,
            limit=50,
        ),
        "contested incidents": lambda at: query.contested(at),
        "denials": lambda at: query.denials(at),
        "same-as edges, 1000": lambda at: _first(
            query.edges_of_predicate(at, Predicate.SAME_AS), 1000
        ),
        "a name looked up": lambda at: query.named(at, world.groups[7].text),
        "names by their beginning": lambda at: query.beginning(at, world.groups[7].text[:4]),
        "one claim by its id": lambda _: ledger.claim(first.id),
        "search a rare word": lambda _: ledger.search(rare_word),
        "search the most common word": lambda _: ledger.search(word),
        "search two common words": lambda _: ledger.search(f"{word} {world.words[3]}"),
        "search a phrase": lambda _: ledger.search('"said of"'),
        "first 1000 claims streamed": lambda _: _first(
            ledger.claims(ClaimFilter(parties=(state,))), 1000
        ),
    }


def _first(found: Iterator[object], count: int) -> int:
    for _, _one in zip(range(count), found, strict=False):
        pass
    return count


def ask(ledger: Ledger, world: World, runs: int) -> float:
    """Ask everything; the slowest median in milliseconds."""
    slowest = 0.0
    print(f"{'question':<40} {'median ms':>10} {'worst ms':>10}")
    for name, question in questions(world, ledger).items():
        times = []
        for turn in range(runs + 2):
            start = time.perf_counter()
            with ledger.snapshot() as at:
                question(at)
            if turn >= 2:
                times.append((time.perf_counter() - start) * 1000)
        median = statistics.median(times)
        slowest = max(slowest, median)
        late = "  over 200" if median > 200 else ""
        print(f"{name:<40} {median:>10.1f} {max(times):>10.1f}{late}", flush=True)
    return slowest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--ledger", help="a file or postgresql:// address; default a temporary file"
    )
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", action="store_true", help="ask only: the ledger is filled already"
    )
    given = parser.parse_args()
    world = World(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        address = given.ledger or str(Path(folder) / "ledger.sqlite")
        with open_ledger(address) as ledger:
            if not given.keep:
                record(ledger, world, given.documents)
                settle(ledger)
            print(f"slowest median: {ask(ledger, world, given.runs):.0f} ms")


if __name__ == "__main__":
    main()
