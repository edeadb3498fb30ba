"""What a program may do beyond reading: have a report read and recorded, judge a claim, decide on names.

JSON in, JSON out, for the role ``curate``. Only ``application/json`` is taken: a form of another site
cannot send it without the browser asking us first, and we never say yes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from vidocq import ask
from vidocq.ask.deciding import Decided
from vidocq.ledger import Judgement
from vidocq.model import Claim
from vidocq.web.adding.reading import Given, read_given
from vidocq.web.adding.recording import record_judged
from vidocq.web.answering import JSON, allow
from vidocq.web.asked import BadQuestion, ClaimAsked, Day, Name, asked_of
from vidocq.web.desk import Desk
from vidocq.web.faults import Refusal
from vidocq.web.security.forgery import is_own
from vidocq.web.settings import WebRole

Person = Annotated[
    str,
    Meta(min_length=1, max_length=100, pattern=r"\S", description="Under whose name it is kept."),
]
Reason = Annotated[
    str, Meta(min_length=1, max_length=1000, pattern=r"\S", description="Why; kept with it.")
]
_Word = Annotated[str, Meta(max_length=300)]


class ReadBody(msgspec.Struct, frozen=True, kw_only=True):
    """A report to be read: its text or its http(s) address. ``record`` puts it on the record."""

    text: Annotated[str, Meta(max_length=2_000_000)] = ""
    address: Annotated[str, Meta(max_length=2000)] = ""
    title: _Word = ""
    publisher: _Word = ""
    published: Day | None = None
    record: bool = False


class ReadDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it was read, its quotes at positions in ``text`` (code points)."""

    sha256: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    text: str
    claims: tuple[Claim, ...]


class ReadFault(msgspec.Struct, frozen=True, kw_only=True):
    """A report that could not be read, and why."""

    source: str
    kind: str
    message: str


class ReadAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, and whether it is on the record now."""

    documents: tuple[ReadDocument, ...]
    unreadable: tuple[ReadFault, ...]
    recorded: bool


class JudgementBody(msgspec.Struct, frozen=True, kw_only=True):
    """A claim rejected, restored, or replaced by ``replacement``, whose quote stands in the same document."""

    judgement: Literal["retract", "restore", "correct"]
    person: Person
    reason: Reason
    replacement: Claim | None = None


class DecisionBody(msgspec.Struct, frozen=True, kw_only=True):
    """Two names that mean the same, are distinct, or on which the last decision is undone."""

    a: Name
    b: Name
    decision: Literal["same", "distinct", "undo"]
    person: Person
    reason: Annotated[str, Meta(max_length=1000)] | None = None


@dataclass(frozen=True)
class Change:
    """One thing a program may do: its address, what it sends, what it gets."""

    name: str
    path: str
    summary: str
    body: type[msgspec.Struct]
    answer: Any
    act: Callable[[Request, Any], Awaitable[Any]]


async def _read(request: Request, body: ReadBody) -> ReadAnswer:
    desk: Desk = request.app.state.desk
    if not (body.text.strip() or body.address.strip()):
        raise BadQuestion("text or address: give one")
    given = Given(
        text=body.text,
        address=body.address,
        title=body.title,
        publisher=body.publisher,
        published=body.published or "",
    )
    seconds = desk.settings.limits.adding_seconds
    read = await desk.run(
        partial(
            read_given,
            given,
            desk.settings.limits,
            allow_private_addresses=desk.settings.allow_private_addresses,
        ),
        seconds=seconds,
    )
    if body.record and read.readings:
        await desk.run(
            partial(
                record_judged,
                desk.ledger,
                read.readings,
                {},
                extractor=read.extractor,
                by=desk.settings.person,
            ),
            seconds=seconds,
        )
    return ReadAnswer(
        documents=tuple(
            ReadDocument(
                sha256=one.document.sha256,
                title=one.document.title,
                publisher=one.document.publisher,
                published=one.document.published,
                language=one.document.language,
                text=one.document.text,
                claims=one.claims,
            )
            for one in read.readings
        ),
        unreadable=tuple(
            ReadFault(source=one.source, kind=str(one.kind), message=one.message)
            for one in read.unreadable
        ),
        recorded=body.record and bool(read.readings),
    )


async def _judge(request: Request, body: JudgementBody) -> Judgement:
    desk: Desk = request.app.state.desk
    id = asked_of(ClaimAsked, request.path_params).id
    word = {"by": body.person, "reason": body.reason}
    if body.judgement == "correct":
        if body.replacement is None:
            raise BadQuestion("replacement: give the claim that is right")
        return await desk.run(partial(desk.ledger.correct, id, body.replacement, **word))
    act = desk.ledger.retract if body.judgement == "retract" else desk.ledger.restore
    return await desk.run(partial(act, id, **word))


async def _decide(request: Request, body: DecisionBody) -> Decided:
    desk: Desk = request.app.state.desk
    act = {"same": ask.same, "distinct": ask.distinct, "undo": ask.undo}[body.decision]
    made: Decided = await desk.run(
        partial(act, desk.ledger, body.a, body.b, by=body.person, reason=body.reason)
    )
    return made


CHANGES = (
    Change(
        "read",
        "/read.json",
        "Read a report, and record it where asked to",
        ReadBody,
        ReadAnswer,
        _read,
    ),
    Change(
        "judge",
        "/claim/{id}/judgement.json",
        "Reject, correct or restore a claim",
        JudgementBody,
        Judgement,
        _judge,
    ),
    Change(
        "decide",
        "/decisions.json",
        "Record that two names mean the same, or do not",
        DecisionBody,
        Decided,
        _decide,
    ),
)

_Body = TypeVar("_Body", bound=msgspec.Struct)


def change_endpoint(change: Change) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of one change."""
    decoder = msgspec.json.Decoder(change.body)

    async def endpoint(request: Request) -> Response:
        request.state.form = JSON
        allow(request, WebRole.CURATE)
        if not is_own(request):
            raise Refusal(403, "foreign-form", "this request comes from another site")
        body = await _body_of(request, decoder)
        return Response(msgspec.json.encode(await change.act(request, body)), media_type=JSON)

    return endpoint


async def _body_of(request: Request, decoder: msgspec.json.Decoder[_Body]) -> _Body:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise Refusal(415, "not-json", "send application/json")
    try:
        body = decoder.decode(await request.body())
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise BadQuestion(str(fault).replace("$.", "").replace("`", "'")) from None
    if b"\\u0000" in msgspec.json.encode(body):
        raise BadQuestion("the request holds NUL, which no record does")
    return body
