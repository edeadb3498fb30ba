"""Speed of the lower half of language: sentences, tokens, folding, identification.

Run: ``python bench/language.py [TEXT FILE …]``; without files it reads ``examples/``. Figures are
the best of five runs on one core, in millions of code points a second, and the time to be ready.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
RUNS = 5
LEAST = 500_000  # code points to read in a run


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the fastest of five runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def main(files: list[Path]) -> None:
    texts = [file.read_text(encoding="utf-8") for file in files]
    size = sum(map(len, texts))
    texts *= LEAST // size + 1
    size = sum(map(len, texts))

    started = time.perf_counter()
    from vidocq.language.fold import fold
    from vidocq.language.identify import identify
    from vidocq.language.sentences import split
    from vidocq.language.tokens import tokenise

    steps: tuple[Callable[[str], object], ...] = (split, tokenise, fold, identify)
    for step in steps:
        step(texts[0])
    print(f"ready after {(time.perf_counter() - started) * 1000:.0f} ms")
    for step in steps:
        seconds = best_of(lambda step=step: [step(text) for text in texts])  # type: ignore[misc]
        each = seconds / len(texts) * 1000
        print(f"{step.__name__:10} {size / seconds / 1e6:6.1f} M/s {each:8.3f} ms a document")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(EXAMPLES.glob("*.txt")))
