"""How numpy multiplies matrices here: in one thread, whoever loads it first.

Our matrices are too small to be shared among threads: OpenBLAS's wait for each other, and where several processes read, all of them
take twice as long. Its number of threads is read once, when numpy is loaded, from the environment.
"""

from __future__ import annotations

import os


def in_one_thread() -> None:
    """To be called before numpy is imported. Whoever set a number, or has numpy already, keeps what they have."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
