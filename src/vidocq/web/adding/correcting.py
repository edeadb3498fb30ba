"""From the fields of a correction to a claim: the words are checked, and the quote stays what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from vidocq.model import (
    Claim,
    Confidence,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reference,
)
from vidocq.web.asked import BadQuestion

_ID = re.compile(r"[a-z-]+:\S(?:.{0,298}\S)?")
_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_LONGEST = 300
_MOST_CLAIMANTS = 40
_Word = TypeVar("_Word", Predicate, Polarity, Confidence, Likelihood, EntityType)


def corrected(claim: Claim, fields: Mapping[str, str]) -> Claim:
    """The claim as a person corrects it. ``fields`` are those of the form (``predicate``,
    ``subject_type``, ``subject_id``, ``subject_text``, …); one that is missing stays as it was.

    Raises:
        BadQuestion: a field is not of its vocabulary; the message names it.
    """
    return msgspec.structs.replace(
        claim,
        predicate=_word(Predicate, fields, "predicate", claim.predicate),
        polarity=_word(Polarity, fields, "polarity", claim.polarity),
        subject=_reference(fields, "subject", claim.subject) or claim.subject,
        object=_reference(fields, "object", claim.object),
        claimants=_claimants(fields, claim),
        confidence=_optional(Confidence, fields, "confidence", claim.confidence),
        likelihood=_optional(Likelihood, fields, "likelihood", claim.likelihood),
        event_time=_time(fields, "event_time", claim.event_time),
        said_on=_time(fields, "said_on", claim.said_on),
    )


def claimants_text(claim: Claim) -> str:
    """The claimants as the form has them: a line each, ``type:name | words``, and the speaker after another bar."""
    return "\n".join(
        " | ".join(part for part in (one.id, one.text, one.speaker) if part)
        for one in claim.claimants
    )


def _word(kind: type[_Word], fields: Mapping[str, str], name: str, before: _Word) -> _Word:
    value = fields.get(name, str(before)).strip()
    try:
        return kind(value)
    except ValueError:
        raise BadQuestion(f"{name}: {value[:60]!r} is none of {', '.join(kind)}") from None


def _optional(
    kind: type[_Word], fields: Mapping[str, str], name: str, before: _Word | None
) -> _Word | None:
    if name not in fields:
        return before
    return _word(kind, fields, name, before or next(iter(kind))) if fields[name].strip() else None


def _reference(fields: Mapping[str, str], place: str, before: Reference | None) -> Reference | None:
    if f"{place}_id" not in fields and f"{place}_text" not in fields:
        return before
    id, text = fields.get(f"{place}_id", "").strip(), fields.get(f"{place}_text", "").strip()
    if not id and not text:
        if place == "subject":
            raise BadQuestion("subject: give its words and its id")
        return None
    if before and (id, text) == (before.id, before.text):
        return before
    return _made(place, id, text)


def _made(place: str, id: str, text: str, speaker: str | None = None) -> Reference:
    if len(id) > _LONGEST or len(text) > _LONGEST:
        raise BadQuestion(f"{place}: more than {_LONGEST} characters")
    if not _ID.fullmatch(id):
        raise BadQuestion(f"{place}: {id[:60]!r} is no id like group:apt31 or state:CN")
    kind, _, name = id.partition(":")
    if kind not in set(EntityType):
        raise BadQuestion(f"{place}: {kind[:60]!r} is none of {', '.join(EntityType)}")
    return Reference(
        type=EntityType(kind), text=text or name.replace("-", " "), id=id, speaker=speaker
    )


def _claimants(fields: Mapping[str, str], claim: Claim) -> tuple[Reference, ...]:
    if "claimants" not in fields:
        return claim.claimants
    lines = [line for line in fields["claimants"].splitlines() if line.strip()]
    if len(lines) > _MOST_CLAIMANTS:
        raise BadQuestion(f"claimants: more than {_MOST_CLAIMANTS}")
    found = []
    for line in lines:
        id, text, speaker = (*(part.strip() for part in line.split("|", 2)), "", "")[:3]
        found.append(_made("claimants", id, text, speaker[:_LONGEST] or None))
    return tuple(found)


def _time(fields: Mapping[str, str], name: str, before: str | None) -> str | None:
    if name not in fields:
        return before
    value = fields[name].strip()
    if not value:
        return None
    if not _TIME.fullmatch(value):
        raise BadQuestion(
            f"{name}: {value[:60]!r} is no date like 2021-07-19, 2021-07, 2021 or 2010/2024"
        )
    return value
