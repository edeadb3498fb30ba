"""What a MISP record says in fields, as sentences that claims can quote."""

from __future__ import annotations

from vidocq.model import Claim, Confidence, Likelihood, Predicate, Reference, Span
from vidocq.share.misp.mapping import misp_mapping

MOST_CHARACTERS = 100_000
"""Of a description; the rest is left out."""


class Sentences:
    """A text that grows by a sentence, with the claim that quotes it."""

    def __init__(self, *claimants: Reference) -> None:
        self._claimants = claimants
        self._lines: list[str] = []
        self._length = 0
        self._claims: list[Claim] = []
        self._said: set[tuple[str, str, str]] = set()

    def add(
        self,
        predicate: Predicate,
        subject: Reference,
        target: Reference,
        *,
        sentence: str | None = None,
        confidence: Confidence | None = None,
        likelihood: Likelihood | None = None,
        said_on: str | None = None,
    ) -> None:
        """Say one thing more, unless it is said already."""
        key = (subject.id, str(predicate), target.id)
        if key in self._said or subject.id == target.id:
            return
        self._said.add(key)
        line = misp_mapping().sentences[sentence or str(predicate)]
        line = line.format(subject=subject.text, object=target.text)
        self._claims.append(
            Claim(
                predicate=predicate,
                subject=subject,
                object=target,
                claimants=self._claimants,
                confidence=confidence,
                likelihood=likelihood,
                said_on=said_on,
                quote=line,
                span=Span(self._length, self._length + len(line)),
            )
        )
        self._lines.append(line)
        self._length += len(line) + 1

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims so far."""
        return tuple(self._claims)

    def text(self, more: str | None = None) -> str:
        """The sentences, a line each, and what else there is to read."""
        told = "\n".join(self._lines)
        if more and more.strip():
            told += f"\n\n{more.strip()[:MOST_CHARACTERS]}"
        return told
