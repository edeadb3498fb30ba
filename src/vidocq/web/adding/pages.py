"""The pages of adding: the form, the preview, the recording."""

from __future__ import annotations

from functools import partial

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vidocq.ask import EmptyRecord
from vidocq.ledger import LedgerError
from vidocq.web.adding.correcting import claimants_text
from vidocq.web.adding.drafts import Draft, Drafts
from vidocq.web.adding.reading import Given, read_given
from vidocq.web.adding.recording import Judged, Verdict, record_judged
from vidocq.web.answering import allow
from vidocq.web.asked import BadQuestion, Published, asked_of
from vidocq.web.desk import Desk
from vidocq.web.faults import Refusal
from vidocq.web.reader import paragraphs_of, passages_of
from vidocq.web.rendering import language_of, page
from vidocq.web.security.forgery import VISIT_COOKIE, is_own, token_holds
from vidocq.web.settings import Settings, WebRole
from vidocq.web.wording import say

_FIELDS = 60_000
"""A preview of a long report has a dozen fields for each of hundreds of claims."""
_LONGEST_PERSON = 100


async def form_of(request: Request) -> FormData:
    """The form that was sent, by a curator, from our own page.

    Raises:
        Refusal: the visitor may not, or the form is not ours.
    """
    request.state.form = "text/html"
    allow(request, WebRole.CURATE)
    settings: Settings = request.app.state.settings
    form = await request.form(
        max_files=settings.limits.files,
        max_fields=_FIELDS,
        max_part_size=settings.limits.body,
    )
    if not is_own(request) or not token_holds(
        request.app.state.secret, request.cookies.get(VISIT_COOKIE), words(form, "token")
    ):
        raise Refusal(
            403, "foreign-form", "this form does not come from this page; load it again and repeat"
        )
    return form


def words(form: FormData, name: str, most: int = 10_000_000) -> str:
    """A field of text; empty where it is missing, NUL taken out."""
    value = form.get(name)
    return value.replace("\x00", "\ufffd")[:most] if isinstance(value, str) else ""


def person_of(form: FormData) -> str:
    """Under whose name something is recorded.

    Raises:
        BadQuestion: there is no name.
    """
    name = " ".join(words(form, "person").split())[:_LONGEST_PERSON]
    if not name:
        raise BadQuestion("person: give your name; what you decide is kept under it")
    return name


def remember_person(response: Response, name: str) -> None:
    """Let the next form know the name."""
    if name.isascii() and name.isprintable():
        response.set_cookie(
            "person", name, max_age=30 * 24 * 3600, httponly=True, samesite="strict"
        )


async def add(request: Request) -> Response:
    """The form (GET), or what it gives read and kept as a preview (POST)."""
    request.state.form = "text/html"
    allow(request, WebRole.CURATE)
    if request.method == "GET":
        return page(request, "add.html", {"problem": None})
    form = await form_of(request)
    given = await _given(form)
    if not (given.text.strip() or given.address.strip() or given.files):
        return page(
            request,
            "add.html",
            {"problem": say(language_of(request), "add.nothing")},
            status=400,
        )
    desk: Desk = request.app.state.desk
    drafts: Drafts = request.app.state.drafts
    read = await desk.run(
        partial(
            read_given,
            given,
            desk.settings.limits,
            allow_private_addresses=desk.settings.allow_private_addresses,
        ),
        seconds=desk.settings.limits.adding_seconds,
    )
    name = drafts.keep(read.readings, read.unreadable, read.extractor)
    return RedirectResponse(f"/add/{name}", 303)


async def _given(form: FormData) -> Given:
    files = []
    for one in form.getlist("files"):
        if isinstance(one, UploadFile) and one.filename:
            files.append((one.filename, await one.read()))
    published = asked_of(Published, {"published": words(form, "published", 20)}).published
    return Given(
        text=words(form, "text"),
        address=words(form, "address", 2000),
        files=tuple(files),
        title=" ".join(words(form, "title", 300).split()),
        publisher=" ".join(words(form, "publisher", 300).split()),
        published=published or "",
    )


async def preview(request: Request) -> Response:
    """The claims of a preview, each to be accepted, corrected or rejected; POST records or discards it."""
    request.state.form = "text/html"
    allow(request, WebRole.CURATE)
    drafts: Drafts = request.app.state.drafts
    name = request.path_params["draft"]
    if request.method == "GET":
        return await _shown(request, drafts.get(name))
    form = await form_of(request)
    draft = drafts.get(name)
    if draft is None:
        return await _shown(request, None)
    if words(form, "action") == "discard":
        drafts.drop(name)
        return RedirectResponse("/add", 303)
    desk: Desk = request.app.state.desk
    try:
        person = person_of(form)
        outcome = await desk.run(
            partial(
                record_judged,
                desk.ledger,
                draft.readings,
                judged_of(form, draft),
                extractor=draft.extractor,
                by=person,
            ),
            seconds=desk.settings.limits.adding_seconds,
        )
    except BadQuestion as fault:
        return await _shown(request, draft, problem=str(fault), form=form)
    drafts.drop(name)
    target = f"/document/{outcome.documents[0][:16]}" if outcome.documents else "/add"
    response = RedirectResponse(target, 303)
    remember_person(response, person)
    return response


def judged_of(form: FormData, draft: Draft) -> dict[tuple[int, int], Judged]:
    """The verdict on each claim: fields ``verdict-READING-CLAIM``, ``subject_id-READING-CLAIM`` …"""
    found = {}
    for which, reading in enumerate(draft.readings):
        for place in range(len(reading.claims)):
            end = f"-{which}-{place}"
            verdict = words(form, f"verdict{end}", 20) or "accept"
            if verdict not in set(Verdict):
                raise BadQuestion(f"verdict: {verdict!r} is none of {', '.join(Verdict)}")
            fields = {
                key.removesuffix(end): words(form, key, 20_000)
                for key in form
                if key.endswith(end) and not key.startswith(("verdict-", "reason-"))
            }
            found[which, place] = Judged(
                verdict=Verdict(verdict), fields=fields, reason=words(form, f"reason{end}", 1000)
            )
    return found


async def _shown(
    request: Request,
    draft: Draft | None,
    *,
    problem: str | None = None,
    form: FormData | None = None,
) -> Response:
    if draft is None:
        return page(
            request,
            "add.html",
            {"problem": say(language_of(request), "add.expired")},
            status=404,
        )
    desk: Desk = request.app.state.desk
    known = set()
    for one in draft.readings:
        try:
            await desk.run(partial(desk.ledger.document, one.document.sha256))
            known.add(one.document.sha256)
        except (LedgerError, EmptyRecord):
            continue
    parts = []
    for reading in draft.readings:
        passages = passages_of([one.span for one in reading.claims])
        parts.append((reading, passages, paragraphs_of(reading.document.text, passages)))
    return page(
        request,
        "preview.html",
        {
            "draft": draft,
            "parts_read": parts,
            "known": known,
            "problem": problem,
            "entered": dict(form) if form else {},
            "claimants_text": claimants_text,
        },
        status=400 if problem else 200,
    )
