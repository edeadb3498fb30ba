"""Of the claims read in a text, how many are still read when the text is disturbed, and how many are new?

    python bench/robustness.py                      # examples and the first open reports of our gold, every language with a pack
    python bench/robustness.py --language fr --list "accents missing"
    python bench/robustness.py --json

The measure is of the reader with itself: what it claims of the text as it stands is taken as right. Of the gold the
reports of `gold/first.txt` are taken, which are enough and stay the same as the gold grows. Documents that are set aside are never read here.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from disturbances import DISTURBANCES, Disturbance
from metamorphic import TRANSFORMATIONS, Expected
from vidocq.acquire import read_inputs
from vidocq.claims import read
from vidocq.evaluate import Row, evaluate, is_set_aside, row_of
from vidocq.evaluate.rows import Annotation
from vidocq.language.compile import languages
from vidocq.model import Document

ROOT = Path(__file__).resolve().parents[1]
FIRST = ROOT / "gold" / "first.txt"
SEED = 2021


class Survival(NamedTuple):
    """What a disturbance did: claims of the texts as they stand, of them still read, and claims read of the disturbed texts."""

    name: str
    texts: int
    claims: int
    kept: int
    read: int
    lost: tuple[tuple[str, Annotation], ...] = ()
    new: tuple[tuple[str, Annotation], ...] = ()

    @property
    def share_kept(self) -> float:
        return self.kept / self.claims if self.claims else 1.0

    @property
    def share_new(self) -> float:
        return (self.read - self.kept) / self.read if self.read else 0.0


def documents(chosen: Sequence[str] = ()) -> list[Document]:
    """The texts: our examples and the open ones of the first of our gold, in the languages chosen (all that have a pack)."""
    wanted = chosen or languages()
    first = FIRST.read_text(encoding="utf-8").split()
    gold = [ROOT / "gold" / "docs" / f"{doc}.txt" for doc in first if not is_set_aside(doc)]
    examples = sorted((ROOT / "examples").glob("*.txt"))
    paths = [path for path in (*examples, *gold) if path.name[:2] in wanted]
    return [d for d in read_inputs([str(p) for p in paths]) if isinstance(d, Document)]


def survival(
    name: str, originals: Sequence[Document], disturbed: Iterable[tuple[Document, Expected]]
) -> Survival:
    """Compare what is read of disturbed documents with what is to be expected of them."""
    gold: dict[str, Row] = {}
    predicted: dict[str, Row] = {}
    for original, (document, expected) in zip(originals, disturbed, strict=True):
        before = _as_it_stands(original)
        gold[original.id] = msgspec.structs.replace(
            before, doc=original.id, claims=tuple(expected(c) for c in before.claims)
        )
        predicted[original.id] = row_of(read(document))
    scored = evaluate(gold, predicted)
    claims = scored.figures.agreements["claim"]
    lost = tuple((m.doc, m.claim) for m in scored.missed)
    return Survival(
        name,
        len(gold),
        claims.gold,
        claims.gold - len(lost),
        claims.predicted,
        lost,
        tuple((m.doc, m.claim) for m in scored.spurious),
    )


@cache
def _as_it_stands(document: Document) -> Row:
    return row_of(read(document))


def disturb(
    documents: Sequence[Document], disturbance: Disturbance
) -> Iterator[tuple[Document, Expected]]:
    """Each document with its text disturbed, its claims to stay as they are; the same chance at every run."""
    for document in documents:
        text = disturbance(document.text, Random(f"{SEED} {document.id}"))
        yield msgspec.structs.replace(document, text=text), _same


def _same(claim: Annotation) -> Annotation:
    return claim


def measure(documents: Sequence[Document], name: str) -> Survival:
    """One disturbance or transformation over the documents that it changes."""
    if name in DISTURBANCES:
        changed = list(disturb(documents, DISTURBANCES[name]))
    else:
        changed = [TRANSFORMATIONS[name](document) for document in documents]
    pairs = [(d, c) for d, c in zip(documents, changed, strict=True) if c[0].text != d.text]
    return survival(name, [d for d, _ in pairs], [c for _, c in pairs])


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--language", action="append", default=[], help="only these, not all")
    parser.add_argument("--only", action="append", default=[], help="only these disturbances")
    parser.add_argument("--list", action="append", default=[], help="show what this one lost")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    texts = documents(arguments.language)
    every = [*DISTURBANCES, *TRANSFORMATIONS]
    results = []
    for name in arguments.only or arguments.list or every:
        if name not in every:
            parser.error(f"{name!r} is none of: {', '.join(every)}")
        results.append(measure(texts, name))
    if arguments.json:
        rows = [r._asdict() | {"lost": len(r.lost), "new": len(r.new)} for r in results]
        print(json.dumps(rows))
        return
    print(f"{len(texts)} texts in {', '.join(sorted({d.id[:2] for d in texts}))}\n")
    print("| disturbance | texts changed | claims | still read | new of those read |")
    print("|---|---|---|---|---|")
    for r in results:
        print(
            f"| {r.name} | {r.texts} | {r.claims} | {100 * r.share_kept:.1f} % | {100 * r.share_new:.1f} % |"
        )
    for r in results if arguments.list else ():
        for kind, claims in (("lost", r.lost), ("new", r.new)):
            for doc, claim in claims:
                ends = " → ".join((m.id or "") if m else "–" for m in (claim.subject, claim.object))
                print(f"\n{kind} in {doc}: {claim.predicate} {ends}\n    {claim.quote}")


if __name__ == "__main__":
    sys.exit(main())
