"""What workers are forked from has all that they need."""

from __future__ import annotations

import subprocess
import sys

LATE = """
import sys
import vidocq.corpus.warm
from vidocq.corpus.work import Work, do
from tests.corpus.test_pool import line

before = set(sys.modules)
texts = ["Hackers of Sandworm attacked a bank.", "Rien.", "Zug um Zug", "It rained.", "Ab ovo"]
done = do([line(n, text) for n, text in enumerate(texts)], Work(pack=True), lambda _: None)
assert len(done.readings) == len(texts), done
print(*sorted(set(sys.modules) - before))
"""


def test_a_worker_imports_nothing_more_than_what_is_there() -> None:
    run = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
