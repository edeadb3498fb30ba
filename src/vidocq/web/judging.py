"""A person's word from a page: a claim rejected, corrected or restored; two names the same or distinct."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vidocq import ask
from vidocq.web.adding.correcting import corrected
from vidocq.web.adding.pages import form_of, person_of, remember_person, words
from vidocq.web.asked import BadQuestion, ClaimAsked, DecisionAsked, asked_of
from vidocq.web.desk import Desk


async def judge(request: Request) -> Response:
    """Reject, correct or restore a claim; then its page again."""
    form = await form_of(request)
    desk: Desk = request.app.state.desk
    id = asked_of(ClaimAsked, request.path_params).id
    person = person_of(form)
    reason = " ".join(words(form, "reason", 1000).split())
    if not reason:
        raise BadQuestion("reason: say why; it is kept with your word")
    judgement = words(form, "judgement", 20)
    ledger = desk.ledger
    if judgement == "retract":
        await desk.run(partial(ledger.retract, id, by=person, reason=reason))
    elif judgement == "restore":
        await desk.run(partial(ledger.restore, id, by=person, reason=reason))
    elif judgement == "correct":
        before = (await desk.run(partial(ledger.claim, id))).claim
        fields = {key: words(form, key, 20_000) for key in form}
        after = corrected(before, fields)
        if after == before:
            raise BadQuestion("nothing of the claim was changed")
        made = await desk.run(partial(ledger.correct, id, after, by=person, reason=reason))
        id = made.replacement or id
    else:
        raise BadQuestion("judgement: must be retract, correct or restore")
    response = RedirectResponse(f"/claim/{id}", 303)
    remember_person(response, person)
    return response


async def decide(request: Request) -> Response:
    """Record that two names mean the same or are distinct, or undo it; then the list."""
    form = await form_of(request)
    desk: Desk = request.app.state.desk
    asked = asked_of(
        DecisionAsked, {name: words(form, name, 400) for name in ("a", "b", "decision")}
    )
    person = person_of(form)
    reason = " ".join(words(form, "reason", 1000).split()) or None
    act = {"same": ask.same, "distinct": ask.distinct, "undo": ask.undo}[asked.decision]
    await desk.run(partial(act, desk.ledger, asked.a, asked.b, by=person, reason=reason))
    response = RedirectResponse("/decisions", 303)
    remember_person(response, person)
    return response
