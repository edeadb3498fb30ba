"""Signing in with a token, for browsers; programs send it with each request."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vidocq.web.rendering import page
from vidocq.web.security.forgery import VISIT_COOKIE, is_own, token_holds
from vidocq.web.security.visitors import (
    SESSION_COOKIE,
    SESSION_SECONDS,
    role_of_token,
    session_for,
)


async def sign_in(request: Request) -> Response:
    """The form, and what becomes of it."""
    if request.method == "GET":
        return page(request, "sign_in.html", {"next": _next(request.query_params.get("next"))})
    form = await request.form(max_files=0, max_fields=10)
    if not _is_our_form(request, form.get("token")):
        return page(request, "sign_in.html", {"next": "/", "failed": True}, status=403)
    role = role_of_token(request.app.state.settings, str(form.get("secret") or "").strip())
    target = _next(str(form.get("next") or ""))
    if role is None:
        return page(request, "sign_in.html", {"next": target, "failed": True}, status=403)
    response = RedirectResponse(target, 303)
    response.set_cookie(
        SESSION_COOKIE,
        session_for(request.app.state.secret, role, time.time()),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


async def sign_out(request: Request) -> Response:
    """Forget the sign-in."""
    form = await request.form(max_files=0, max_fields=10)
    response = RedirectResponse("/", 303)
    if _is_our_form(request, form.get("token")):
        response.delete_cookie(SESSION_COOKIE)
    return response


def _is_our_form(request: Request, token: object) -> bool:
    return is_own(request) and token_holds(
        request.app.state.secret, request.cookies.get(VISIT_COOKIE), str(token or "")
    )


def _next(target: str | None) -> str:
    """A page of ours to go on to, never an address elsewhere."""
    if target and target.startswith("/") and target[1:2] not in ("/", "\\"):
        return target
    return "/"
