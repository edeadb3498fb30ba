"""What every answer has: media types, JSON, errors as the standard writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

MEDIA_TYPE = "application/taxii+json;version=2.1"
STIX_MEDIA_TYPE = "application/stix+json;version=2.1"


class Refused(Exception):  # noqa: N818 - it says what becomes of the request
    """A request that gets an error message: status, title, and what to do."""

    def __init__(
        self, status: int, title: str, description: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(description)
        self.status, self.title, self.description = status, title, description
        self.headers = dict(headers or {})


def answer(
    told: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """A resource of TAXII as JSON."""
    return encoded(msgspec.json.encode(told), status, headers)


def encoded(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A resource that is JSON already."""
    # Starlette would add a charset to the media type; the standard's has none.
    return Response(body, status, {"content-type": MEDIA_TYPE, **(headers or {})})


def error_answer(refused: Refused) -> Response:
    """An error message as the standard has it."""
    told = {
        "title": refused.title,
        "description": refused.description,
        "http_status": str(refused.status),
    }
    return answer(told, refused.status, refused.headers)


def must_accept(request: Request) -> None:
    """Refuse a client that does not take TAXII 2.1.

    Raises:
        Refused: (406) the Accept header is missing or names only other media types.
    """
    for one in request.headers.get("accept", "").split(","):
        if _fits(one, wildcards=True):
            return
    raise Refused(406, "Not acceptable", f"send the header Accept: {MEDIA_TYPE}")


def must_be_taxii(request: Request) -> None:
    """Refuse a body that is not TAXII 2.1.

    Raises:
        Refused: (415) the Content-Type is another.
    """
    if not _fits(request.headers.get("content-type", ""), wildcards=False):
        raise Refused(415, "Unsupported media type", f"send the header Content-Type: {MEDIA_TYPE}")


def _fits(media_type: str, *, wildcards: bool) -> bool:
    kind, *parameters = (part.strip().lower() for part in media_type.split(";"))
    given = dict(part.split("=", 1) for part in parameters if "=" in part)
    if given.get("q") in ("0", "0.0", "0.00", "0.000"):
        return False
    if wildcards and kind in ("*/*", "application/*"):
        return True
    return kind == "application/taxii+json" and given.get("version", "2.1").strip('"') == "2.1"
