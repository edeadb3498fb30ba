"""The texts that reading is measured on: the project's development texts, or our own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from vidocq.acquire import read_inputs
from vidocq.language.compile import languages
from vidocq.language.identify import identify
from vidocq.model import Document

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "gold" / "docs"
PAGE = "examples/en_2021-07-20_harbour-courier_allies-line-up-behind-washington-over-exchange-breach.txt"
"""One page, for the start of a whole process."""


class Text(msgspec.Struct, frozen=True):
    """A document in memory, its language taken off it, and that language."""

    document: Document
    language: str


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """The size of a set of texts; ``bytes`` in UTF-8."""

    where: list[str]
    documents: int
    languages: dict[str, int]
    words: int
    bytes: int


def places(named: Sequence[str] = ()) -> list[Path]:
    """Where the texts are: as named, else the development texts, else our own examples and gold."""
    if named:
        return [Path(name) for name in named]
    shared = SHARED / "claims" / "dev" / "docs"
    return [shared] if shared.is_dir() else [ROOT / "examples", GOLD]


def corpora(named: Sequence[str] = ()) -> list[Path]:
    """The JSON Lines files of a large corpus: as named, else those beside the project; may be none."""
    if named:
        return [Path(name) for name in named]
    return sorted((SHARED / "corpus").glob("*.jsonl.gz"))


def load(folders: Sequence[Path]) -> list[Text]:
    """The texts of the folders that are in a language we have a pack for; of our gold those of `gold/first.txt`.

    Raises:
        SystemExit: there is none.
    """
    texts: list[Text] = []
    for item in read_inputs([str(path) for folder in folders for path in _within(folder)]):
        if not isinstance(item, Document) or item.media_type != "text/plain":
            continue
        language = item.language or identify(item.text)[0]
        if language in languages():
            texts.append(Text(msgspec.structs.replace(item, language=None), language))
    if not texts:
        raise SystemExit(f"no text in a language we read in {', '.join(map(shown, folders))}")
    return texts


def _within(folder: Path) -> list[Path]:
    """The folder; of our gold the first reports, so that a round stays as long as it was, and figures comparable."""
    if folder != GOLD:
        return [folder]
    first = (ROOT / "gold" / "first.txt").read_text(encoding="utf-8")
    return [folder / f"{doc}.txt" for doc in first.split()]


def size(texts: Sequence[Text], folders: Sequence[Path]) -> Texts:
    """How much there is to read."""
    codes = [text.language for text in texts]
    return Texts(
        where=[shown(folder) for folder in folders],
        documents=len(texts),
        languages={code: codes.count(code) for code in sorted(set(codes))},
        words=sum(len(text.document.text.split()) for text in texts),
        bytes=sum(len(text.document.text.encode()) for text in texts),
    )


def shown(path: Path) -> str:
    """A path as the report names it: seen from the project's folder where it lies near, else its name."""
    path = path.resolve()
    for base, before in ((ROOT, ""), (ROOT.parent, "../")):
        if path.is_relative_to(base):
            return before + path.relative_to(base).as_posix()
    return path.name
