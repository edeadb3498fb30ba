"""Forms as a browser sends them: with the token of the page."""

from __future__ import annotations

import re
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from tests.web.conftest import HERE


def token_of(client: TestClient, address: str = "/decisions") -> str:
    """The token that a page gives to its forms."""
    found = re.search(r'name="token" value="([^"]+)"', client.get(address).text)
    assert found, f"{address} has no form with a token"
    return found[1]


def send(client: TestClient, address: str, fields: dict[str, str], **more: Any) -> Response:
    """Send a form from our own page."""
    page = "/sign-in" if address == "/sign-in" else "/add"
    return client.post(
        address,
        data={"token": token_of(client, page), **fields},
        headers={"Origin": HERE, "Sec-Fetch-Site": "same-origin"},
        **more,
    )
