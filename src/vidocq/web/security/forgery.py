"""A change is only made by a form of our own page, or by a program that says so (cross-site request forgery).

Every page bears a token: a number used once, and its HMAC with the visit's cookie under the server's
secret. It differs in every answer, so that compression gives nothing away. Beside it counts what the
browser says of where a request comes from (Origin, Sec-Fetch-Site).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from starlette.requests import Request

VISIT_COOKIE = "vidocq_visit"


def new_visit() -> str:
    """A cookie that tells one browser from others and says nothing else."""
    return secrets.token_urlsafe(18)


def token_for(secret: bytes, visit: str) -> str:
    """A fresh token for the forms of a page."""
    once = secrets.token_urlsafe(9)
    return f"{once}.{_mac(secret, once, visit)}"


def token_holds(secret: bytes, visit: str | None, token: str | None) -> bool:
    """Whether a token was made for this visit."""
    once, _, mac = (token or "").partition(".")
    return bool(visit and mac) and hmac.compare_digest(
        mac.encode(), _mac(secret, once, visit or "").encode()
    )


def _mac(secret: bytes, once: str, visit: str) -> str:
    return hmac.new(secret, f"form\n{once}\n{visit}".encode(), hashlib.sha256).hexdigest()


def is_own(request: Request) -> bool:
    """Whether the browser says that a request comes from our own page; a program says nothing."""
    site = request.headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return True
    return origin != "null" and urlsplit(origin).netloc == request.headers.get("host")
