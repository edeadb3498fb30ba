"""What is told of an incident, as records: on whom it is laid, what followed, its standing."""

from __future__ import annotations

import msgspec

from vidocq.ask.dossier import Told
from vidocq.ask.lines import Line
from vidocq.ask.siblings import Sibling
from vidocq.model import Confidence, Count, EntityType, Polarity, Predicate
from vidocq.resolve.names import Meaning
from vidocq.resolve.parties import ClaimantKind
from vidocq.resolve.statement import Passage


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One claimant of an accusation or denial: what kind it is, how surely it speaks at most, and when."""

    id: str
    name: str
    kind: ClaimantKind
    claims: int
    first: str | None
    last: str | None
    confidence: Confidence | None


class Blame(msgspec.Struct, frozen=True, kw_only=True):
    """One actor on whom the incident is laid: by whom, who denies it, and the passages.

    ``claims`` counts claims in their own or others' voice. ``sponsors`` are the states for which the
    actor is said to act, by the record or by naming sources.
    """

    id: str
    name: str
    type: EntityType
    claims: int
    first: str | None
    last: str | None
    accusers: tuple[Voice, ...]
    deniers: tuple[Voice, ...]
    sponsors: tuple[str, ...]
    quotes: tuple[Passage, ...]
    denials: tuple[Passage, ...]


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody did about it, or expressly did not (``polarity`` denied).

    ``link`` says how it belongs here: ``names the incident``, or ``same report``: told in a report of
    the incident, against one on whom it is laid.
    """

    predicate: Predicate
    polarity: Polarity
    actor: str
    actor_name: str
    target: str | None
    target_name: str | None
    count: Count | None
    day: str | None
    link: str
    documents: int
    quotes: tuple[Passage, ...]


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of victims, systems or money told of the incident."""

    count: Count
    what: str | None
    documents: int
    quotes: tuple[Passage, ...]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The incident's standing, in a fixed form (docs/resolve.md): no score.

    ``accusers`` is how many parties of each kind lay it on somebody (an agency counts for its state);
    ``highest`` the highest confidence that anybody stated, by whom and where.
    """

    accusers: dict[ClaimantKind, int]
    deniers: int
    responses: int
    absent_responses: int
    highest: Confidence | None
    highest_by: str | None
    highest_quote: Passage | None
    documents: int
    claims: int
    first: str | None
    last: str | None


class IncidentReport(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record says of one incident. ``merged`` are other ids that are the same event, with the
    reason; ``blamed`` on whom it is laid, the most claimed first."""

    asked: str
    id: str
    name: str
    readings: tuple[Meaning, ...]
    names: tuple[str, ...]
    merged: tuple[Sibling, ...]
    standing: Standing
    blamed: tuple[Blame, ...]
    sponsors: tuple[Told, ...]
    victims: tuple[Line, ...]
    means: tuple[Line, ...]
    numbers: tuple[Number, ...]
    responses: tuple[Response, ...]
