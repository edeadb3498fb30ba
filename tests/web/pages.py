"""Every page there is, as the tests ask for it."""

from __future__ import annotations

from starlette.testclient import TestClient

FIXED = (
    "/",
    "/accusations",
    "/accusations?of=China&until=2021",
    "/accusations?accusers=firms",
    "/accusations/claims?by=state:US&of=China",
    "/actor/APT31",
    "/actor/state:CN",
    "/incident/exchange",
    "/timeline",
    "/timeline?name=state:CN",
    "/conflicts",
    "/conflicts?name=exchange",
    "/search",
    "/search?words=exchange",
    "/decisions",
    "/add",
    "/api",
    "/sign-in",
)


def every_page(client: TestClient) -> list[str]:
    """The addresses of all pages, among them those of a document and of a claim on the record."""
    passage = client.get("/home.json").json()["newest"][0]["passage"]
    return [*FIXED, f"/document/{passage['document'][:16]}", f"/claim/{passage['claim']}"]
