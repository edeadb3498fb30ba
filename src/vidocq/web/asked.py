"""What each view can be asked: the parameters of its address, checked, and described in the OpenAPI document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from vidocq.ledger.moment import milliseconds
from vidocq.resolve.conflicts import ConflictKind
from vidocq.resolve.viewpoints import Viewpoint

_DAY = r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_MOMENT = _DAY.removesuffix(")?)?$") + (
    r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?$"
)
_LONGEST = 700

Name = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=_LONGEST,
        description="A name in any language, an alias, or an id such as group:apt31.",
        examples=["APT31"],
    ),
]
Digits = Annotated[
    str,
    Meta(
        pattern=r"^[0-9a-f]{1,64}$",
        description="The id, or the beginning of it, in hexadecimal digits.",
        examples=["66bdb9504281"],
    ),
]
Day = Annotated[
    str,
    Meta(pattern=_DAY, description="A day, month or year, inclusive: 2021-07-19, 2021-07, 2021."),
]
Recorded = Annotated[
    str,
    Meta(
        pattern=_MOMENT,
        description="What the record held then: 2021-07-19, 2021-07-19T12:00:00.",
    ),
]
Limit = Annotated[int, Meta(ge=1, le=1000, description="How much is told at most.")]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What every view can be asked."""

    as_of: Recorded | None = None


class HoldingsAsked(Asked, frozen=True, kw_only=True):
    """Of the record as a whole."""

    limit: Limit = 40


class AccusationsAsked(Asked, frozen=True, kw_only=True):
    """Of the matrix. ``accusers`` chooses its rows: states and blocs, or firms of security and technology."""

    accusers: Literal["states", "firms"] = "states"
    by: Name | None = None
    of: Name | None = None
    since: Day | None = None
    until: Day | None = None


class CellAsked(Asked, frozen=True, kw_only=True):
    """Of one cell of the matrix."""

    by: Name
    of: Name
    since: Day | None = None
    until: Day | None = None
    limit: Limit = 100


class ActorAsked(Asked, frozen=True, kw_only=True):
    """Of a dossier."""

    name: Name
    viewpoint: Viewpoint = Viewpoint.VIDOCQ
    limit: Limit = 12


class IncidentAsked(Asked, frozen=True, kw_only=True):
    """Of an incident."""

    name: Name
    viewpoint: Viewpoint = Viewpoint.VIDOCQ
    limit: Limit = 20


class TimelineAsked(Asked, frozen=True, kw_only=True):
    """Of the time line."""

    name: Name | None = None
    of: Name | None = None
    since: Day | None = None
    until: Day | None = None
    limit: Limit = 60


class ConflictsAsked(Asked, frozen=True, kw_only=True):
    """Of the contradictions."""

    name: Name | None = None
    kind: ConflictKind | None = None
    limit: Limit = 50


class SearchAsked(Asked, frozen=True, kw_only=True):
    """Of the search."""

    words: Annotated[
        str,
        Meta(
            max_length=_LONGEST,
            description='Words that a document holds, "a phrase", or begin* of a word.',
            examples=["exchange"],
        ),
    ] = ""
    limit: Annotated[int, Meta(ge=1, le=100, description="Most documents.")] = 20


class DocumentAsked(Asked, frozen=True, kw_only=True):
    """Of a document."""

    id: Digits


class ClaimAsked(Asked, frozen=True, kw_only=True):
    """Of a claim and its sources."""

    id: Annotated[
        str,
        Meta(pattern=r"^[0-9a-f]{1,24}$", description="The claim's id, or the beginning of it."),
    ]


class DecisionsAsked(Asked, frozen=True, kw_only=True):
    """Of persons' decisions on names."""

    history: bool = False


class DecisionAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on two names."""

    a: Name
    b: Name
    decision: Literal["same", "distinct", "undo"]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The date of a report, given by hand."""

    published: Day | None = None


class BadQuestion(Exception):  # noqa: N818 - the question's fault
    """A parameter that is none of its kind; the message names it."""


Struct = TypeVar("Struct", bound=msgspec.Struct)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def asked_of(kind: type[Struct], given: Mapping[str, Any]) -> Struct:
    """The parameters as a record; empty ones count as not given, unknown ones are passed over.

    Raises:
        BadQuestion: one is missing or not of its kind.
    """
    known = {
        name: value.strip() if isinstance(value, str) else value
        for name, value in given.items()
        if name in kind.__struct_fields__
    }
    for name, value in known.items():
        if isinstance(value, str) and _UNSTORABLE.search(value):
            raise BadQuestion(
                f"{name} holds NUL or half a character, which no name on the record does"
            )
    try:
        asked = msgspec.convert(
            {name: value for name, value in known.items() if value != ""}, kind, strict=False
        )
        if isinstance(asked, Asked) and asked.as_of:
            milliseconds(asked.as_of)
        for name in ("since", "until", "published"):
            if getattr(asked, name, None):
                milliseconds(getattr(asked, name))
    except msgspec.ValidationError as fault:
        raise BadQuestion(str(fault).replace("$.", "").replace("`", "'")) from None
    except ValueError as fault:
        raise BadQuestion(str(fault)) from None
    return asked
