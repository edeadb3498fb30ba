"""Put the annotated White House texts together: what `gold/white-house.jsonl` claims of texts that lie beside the project.

    python bench/white_house.py build/white-house
    vidocq evaluate build/white-house/gold.jsonl --docs build/white-house/docs --set-aside

The texts are real and none of ours, so the repository holds only where each claim stands in them. Written are ``docs/ID.txt``
and ``gold.jsonl`` in the form of the claim guide.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PLACES = ROOT / "gold" / "white-house.jsonl"
CORPUS = ROOT.parent / "shared" / "corpus" / "white-house-2021-2022.jsonl.gz"


def main() -> None:
    """Write the texts and their claims into a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where docs/ and gold.jsonl are written")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    if not options.corpus.exists():
        parser.exit(1, f"{options.corpus} is not there: the texts lie beside the project\n")
    number = write(options.folder, options.corpus)
    print(f"{number} texts in {options.folder}")


def write(folder: Path, corpus: Path) -> int:
    """Write ``docs/ID.txt`` and ``gold.jsonl``; the number of texts.

    Raises:
        KeyError: the corpus lacks a text.
    """
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    rows = list(together(corpus))
    for row, text in rows:
        (folder / "docs" / f"{row['doc']}.txt").write_text(text, "utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row, _ in rows)
    (folder / "gold.jsonl").write_text(lines, "utf-8")
    return len(rows)


def together(corpus: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each annotated text as a row of gold, with its text."""
    places = [json.loads(line) for line in PLACES.read_text("utf-8").splitlines()]
    wanted = {row["source"] for row in places}
    texts: dict[str, str] = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in wanted:
                texts[record["id"]] = record["text"]
    for row in places:
        text = texts[row["source"]]
        claims = [quoted(claim, text) for claim in row["claims"]]
        yield (
            {"doc": row["doc"], "language": "en", "style": "government", "claims": claims},
            text,
        )


def quoted(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """A claim with the words at its place for its quote."""
    rest = {name: value for name, value in claim.items() if name not in ("start", "end")}
    return {**rest, "quote": text[claim["start"] : claim["end"]]}


if __name__ == "__main__":
    main()
