"""Matrices are multiplied in one thread, whichever part of the reader loads numpy first."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

FIRST = {
    "the model of languages": "from vidocq.language.identify import _model; _model()",
    "the network": "from vidocq.claims.trained.network_file import network; network()",
    "a worker": "import vidocq.corpus.warm",
}


@pytest.mark.parametrize("first", FIRST)
def test_one_thread_whatever_loads_first(first: str) -> None:
    told = "; import os, sys; print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    free = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST[first] + told],
        capture_output=True,
        text=True,
        check=True,
        env=free,
    )
    assert done.stdout.split() == ["True", "1"]
