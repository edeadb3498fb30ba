"""``python -m vidocq.compiled``: compile the reader, or say why it cannot be and is read from its sources."""

from __future__ import annotations

import sys
import time

from vidocq.compiled import fits
from vidocq.compiled.build import CompileError, build


def main() -> int:
    """Compile unless it was; 0 also where it cannot be done, for the program runs without."""
    if fits():
        return 0
    started = time.monotonic()
    print(
        "compiling the reader (a minute or two; the program also runs without) …", file=sys.stderr
    )
    try:
        number = build()
    except CompileError as reason:
        print(f"not compiled: {reason}", file=sys.stderr)
        return 0
    print(f"compiled: {number} modules in {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
