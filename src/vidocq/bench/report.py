"""All that one run measures, and what follows from it for a corpus."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from vidocq.bench.machine import Machine, describe
from vidocq.bench.processes import HELD_APART, peak_of, start
from vidocq.bench.sample import OUR_TEXTS, Sample, draw
from vidocq.bench.timing import Lap, Spread, in_turns, spread
from vidocq.bench.ways import BYTES, DOCUMENTS, JOBS, LEDGER, LOOK, ways_of
from vidocq.model import Unreadable

MANY = 1_000_000
"""So many documents the estimate is for."""

_PAGE = OUR_TEXTS / "en_wannacry.txt"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one way cost. Megabytes are 10⁶ bytes: as they lie for what begins with the bytes (`BYTES`, `DOCUMENTS`), of
    text in UTF-8 for all others.

    ``times_the_bytes`` is how many times as long it took as reading the bytes in the same round. ``found`` in the
    sample: ``finds`` says what. ``memory_bytes`` is the most that a process held which did nothing else; None where
    that is not measured. ``busy`` is the share of the time in which this process was at work, None for several: where nothing is waited for
    (not the disk, not the process that takes pages apart) and it is clearly below 1, something else was running.
    """

    name: str
    documents_per_second: Spread
    megabytes_per_second: Spread
    milliseconds_per_document: Spread
    times_the_bytes: Spread
    found: int
    finds: str
    memory_bytes: int | None
    busy: float | None


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds on the clock that a whole process took from its command to its end, files in the cache."""

    command: str
    seconds: Spread


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """What ``documents`` documents like those of the sample take: on one core with a ledger (``seconds``,
    ``ledger_bytes``; None where so little was written that it found room in what an empty one takes), and with
    several processes without one (``jobs_seconds``; None where there were none)."""

    documents: int
    bytes: int
    text_bytes: int
    seconds: float
    ledger_bytes: int | None
    jobs: int | None
    jobs_seconds: float | None


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: as in `Sample`; ``ours`` where they are the texts that come with the program."""

    ours: bool
    documents: int
    bytes: int
    text_bytes: int
    languages: dict[str, int]
    drawn_from: int
    whole: bool


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that was measured. Where no document could be read there are no rows, no starts and no estimate."""

    machine: Machine
    texts: Texts
    rounds: int
    seconds: float
    rows: tuple[Row, ...] = ()
    starts: tuple[Start, ...] = ()
    estimate: Estimate | None = None
    unreadable: tuple[Unreadable, ...] = ()


def measure(
    inputs: Sequence[str] = (),
    *,
    rounds: int = 3,
    seconds: float = 1.0,
    jobs: int | None = None,
    columns: Mapping[str, str] | None = None,
    allow_private_addresses: bool = False,
    say: Callable[[str], None] = lambda what: None,
) -> Report:
    """Measure reading the inputs, or texts of ours where there are none; see `Report`.

    Each row takes some ``seconds`` in each of the ``rounds``; with ``jobs`` that many processes are measured too.
    ``columns`` and ``allow_private_addresses`` as in `vidocq.acquire.read_inputs`; ``say`` is told what begins.

    Raises:
        subprocess.CalledProcessError: a process begun apart, for its start or its memory, failed.
    """
    machine = describe()  # before anything runs, for its load
    say("drawing a sample")
    sample = draw(
        inputs or [str(OUR_TEXTS)],
        seconds,
        columns=columns,
        allow_private_addresses=allow_private_addresses,
    )
    report = Report(
        machine=machine,
        texts=_texts(sample, ours=not inputs),
        rounds=rounds,
        seconds=seconds,
        unreadable=sample.unreadable,
    )
    if not sample.documents:
        return report
    with tempfile.TemporaryDirectory() as folder:
        laps = in_turns(ways_of(sample, seconds, jobs, Path(folder)), rounds, say)
    memory: dict[str, int] = {}
    for name in HELD_APART:
        say(f"memory: {name}")
        memory[name] = peak_of(name, sample.documents)
    say("start-up")
    return msgspec.structs.replace(
        report,
        rows=tuple(_row(name, its, laps[BYTES], sample, memory) for name, its in laps.items()),
        starts=tuple(_starts(rounds)),
        estimate=_estimate(laps, sample, jobs),
    )


def _texts(sample: Sample, *, ours: bool) -> Texts:
    return Texts(
        ours=ours,
        documents=len(sample.documents),
        bytes=sample.bytes,
        text_bytes=sample.text_bytes,
        languages=sample.languages,
        drawn_from=sample.drawn_from,
        whole=sample.whole,
    )


def _row(
    name: str, laps: Sequence[Lap], least: Sequence[Lap], sample: Sample, memory: Mapping[str, int]
) -> Row:
    each = [lap.seconds / lap.documents for lap in laps]
    size = sample.bytes if name in (BYTES, DOCUMENTS) else sample.text_bytes
    megabytes = size / 1e6 / len(sample.documents)
    at_work = [lap.processor / lap.seconds for lap in laps if lap.processor is not None]
    return Row(
        name=name,
        documents_per_second=spread([1 / one for one in each]),
        megabytes_per_second=spread([megabytes / one for one in each]),
        milliseconds_per_document=spread([1000 * one for one in each]),
        times_the_bytes=spread(
            [one / (lap.seconds / lap.documents) for one, lap in zip(each, least, strict=True)]
        ),
        found=laps[0].found,
        finds=_FINDS.get(name, "claims"),
        memory_bytes=memory.get(name),
        busy=spread(at_work).median if at_work else None,
    )


_FINDS = {BYTES: "bytes", DOCUMENTS: "documents", LOOK: "documents that may hold a claim"}


def _starts(runs: int) -> list[Start]:
    program = [sys.executable, "-m", "vidocq"]
    commands = {"--help": ["--help"], "read --no-ledger PAGE": ["read", "--no-ledger", str(_PAGE)]}
    return [
        Start(command=f"vidocq {shown}", seconds=start([*program, *words], runs))
        for shown, words in commands.items()
    ]


def _estimate(laps: Mapping[str, Sequence[Lap]], sample: Sample, jobs: int | None) -> Estimate:
    """From the medians: a mean would carry the one round in which something else ran."""
    each = {
        name: spread([one.seconds / one.documents for one in its]) for name, its in laps.items()
    }
    written = spread([one.written / one.documents for one in laps[LEDGER]])
    several = each[JOBS.format(jobs)] if jobs else None
    return Estimate(
        documents=MANY,
        bytes=round(MANY * sample.bytes / len(sample.documents)),
        text_bytes=round(MANY * sample.text_bytes / len(sample.documents)),
        seconds=MANY * each[LEDGER].median,
        ledger_bytes=round(MANY * written.median) or None,
        jobs=jobs,
        jobs_seconds=MANY * several.median if several else None,
    )
