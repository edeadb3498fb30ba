"""The claim: the unit of the record, and the entity references it is made of."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.model.span import Span
from vidocq.model.vocabulary import Confidence, EntityType, Likelihood, Polarity, Predicate


class Reference(msgspec.Struct, frozen=True):
    """A mention of an entity as a claim records it.

    ``text`` is the exact words of the document; ``id`` is ``type:name`` in the form of the claim
    guide (``state:CN``, ``agency:ru-gru``, ``group:apt31``); ``speaker`` is set on claimants only:
    the person or office who said it for the entity ("Paul Chichester", "a senior official").
    """

    type: EntityType
    text: str
    id: str
    speaker: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The reference in the form of the claim guide; ``speaker`` only where there is one."""
        row: dict[str, Any] = {"type": str(self.type), "text": self.text, "id": self.id}
        if self.speaker:
            row["speaker"] = self.speaker
        return row


class Count(msgspec.Struct, frozen=True):
    """A number that a claim carries: victims, persons charged, systems, money."""

    value: int
    unit: str
    approximate: bool = False


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody says something of somebody, in these words. Every field is defined in the claim guide.

    ``claimants`` empty means that the document speaks in its own voice or names nobody. ``quote`` is
    the exact substring of the document's text at ``span`` (code points). ``event_time`` and
    ``said_on`` are ISO 8601 dates of any precision or an interval ``a/b``.
    """

    predicate: Predicate
    subject: Reference
    object: Reference | None = None
    claimants: tuple[Reference, ...] = ()
    via: tuple[Reference, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    event_time: str | None = None
    said_on: str | None = None
    count: Count | None = None
    quote: str
    span: Span

    def as_json(self) -> dict[str, Any]:
        """The claim as the command line prints it, with ``start`` and ``end`` of the quote."""
        return {
            "predicate": str(self.predicate),
            "subject": self.subject.as_json(),
            "object": self.object.as_json() if self.object else None,
            "claimants": [c.as_json() for c in self.claimants],
            "via": [v.as_json() for v in self.via],
            "polarity": str(self.polarity),
            "confidence": str(self.confidence) if self.confidence else None,
            "likelihood": str(self.likelihood) if self.likelihood else None,
            "event_time": self.event_time,
            "said_on": self.said_on,
            "count": msgspec.to_builtins(self.count) if self.count else None,
            "quote": self.quote,
            "start": self.span.start,
            "end": self.span.end,
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Claim:
        """The claim that ``as_json`` printed.

        Raises:
            msgspec.ValidationError: a field is missing or not of its vocabulary; the message names it.
        """
        fields = {k: v for k, v in row.items() if k not in ("start", "end")}
        fields["span"] = [row.get("start", 0), row.get("end", 0)]
        return msgspec.convert(fields, cls)
