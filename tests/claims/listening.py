"""A second reader that only listens: what every sentence of a document mentions."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.reading import read_by
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.weighing import Weighing
from vidocq.model import Document


class Listener:
    """Keeps the ids of all mentions, the number of sentences and their weighings; proposes nothing and drops nothing."""

    def __init__(self) -> None:
        self.sentences = 0
        self.weighings: list[Weighing] = []
        self.ids: set[str] = set()

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        return Weighing(context, sentence, drafts)

    def begin(self, context: Context, sentences: list[Sentence]) -> None:
        """Sees no document as a whole."""

    def propose(self, weighing: Weighing) -> list[Draft]:
        self.sentences += 1
        self.weighings.append(weighing)
        here = [m for m in weighing.mentions if m.how != "memory" and m.reference is not None]
        self.ids |= {m.reference.id for m in here if m.reference is not None}
        return []

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        """Leaves the claimants as they are."""

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        return drafts

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        """Leaves the dates as they are."""


def listen(text: str, language: str) -> Listener:
    """What a text mentions."""
    listener = Listener()
    read_by(Document.from_text(text), listener, language=language)
    return listener
