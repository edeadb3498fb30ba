"""The OpenAPI document, and the API held against it by made-up requests (schemathesis)."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from tests.web.conftest import explorer
from vidocq.web.documentation import document
from vidocq.web.settings import WebLimits
from vidocq.web.views import VIEWS

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as openapi_checks


def test_every_view_is_described_as_json_and_csv(examples: TestClient) -> None:
    told = examples.get("/openapi.json").json()
    assert told == json.loads(json.dumps(document()))
    for view in VIEWS:
        assert f"{view.base}.json" in told["paths"]
        assert f"{view.base}.csv" in told["paths"]
    assert {"/read.json", "/decisions.json", "/claim/{id}/judgement.json"} <= {
        address for address, methods in told["paths"].items() if "post" in methods
    }


CHECKS = (
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance,
)
"""Not those that want every request accepted that fits the schema: 2021-02-30 does, and is no date."""

OPERATIONS = [
    (method, address) for address, methods in document()["paths"].items() for method in methods
]


@pytest.fixture(scope="module")
def api(hostile_record: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The API of a record of hostile documents: what breaks anywhere breaks there."""
    own = tmp_path_factory.mktemp("api") / "hostile.sqlite"
    own.write_bytes(Path(hostile_record).read_bytes())
    with explorer(own, limits=WebLimits(changes=100_000)) as client:
        yield schemathesis.openapi.from_asgi(
            "/openapi.json", client.app, headers={"Host": "127.0.0.1"}
        )


@pytest.mark.parametrize(("method", "address"), OPERATIONS)
def test_no_request_breaks_the_api(api: Any, method: str, address: str) -> None:
    """Answers have the status, media type and form that the document promises, whatever is asked."""

    @given(api[address][method.upper()].as_strategy())
    @settings(
        max_examples=15,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    def ask(case: Any) -> None:
        case.call_and_validate(headers={"Host": "127.0.0.1"}, checks=CHECKS)

    ask()
