"""What clients add to the inbox: each object checked by itself, then their claims put on the record."""

from __future__ import annotations

import time
import uuid
from typing import Any

import msgspec
from starlette.requests import Request

from vidocq.ledger import Ledger
from vidocq.share.errors import ShareError, Unfit
from vidocq.share.stix.importing import import_objects
from vidocq.share.stix.loading import check_object, latest, version
from vidocq.share.taxii.answers import Refused
from vidocq.share.taxii.collections import INBOX
from vidocq.share.taxii.filters import timestamp_of
from vidocq.share.taxii.store import Store

_encode = msgspec.json.Encoder().encode


async def envelope_of(request: Request, most: int) -> list[Any]:
    """The objects that a client sends.

    Raises:
        Refused: (413, 422, 400) there are too many bytes, they are no JSON, no envelope, or none.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise Refused(413, "Too large", f"a request may have {most:,} bytes; add less at once")
    try:
        told = msgspec.json.decode(bytes(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise Refused(422, "Not JSON", f"the body is no JSON: {fault}") from None
    objects = told.get("objects") if isinstance(told, dict) else None
    if not isinstance(objects, list) or not objects:
        raise Refused(422, "No envelope", "the body must be an envelope with a list of objects")
    return objects


def add(ledger: Ledger, store: Store, objects: list[Any]) -> dict[str, Any]:
    """Put objects into the inbox and their claims on the record; the status resource.

    An object that is wrong is told as failed and kept out; the others go in.
    """
    moment = time.time_ns() // 1000
    good: list[dict[str, Any]] = []
    failures = []
    for number, one in enumerate(objects):
        try:
            check_object(one, "envelope", number)
        except Unfit as fault:
            failures.append(_detail(one, fault.property, fault.wrong))
        else:
            good.append(one)
    held = store.bodies(INBOX.id)
    try:
        import_objects(ledger, latest([*held, *good], "inbox"), "inbox")
    except ShareError as fault:
        failures += [_detail(one, None, str(fault)) for one in good]
        good = []
    with store.changing() as changes:
        for one in good:
            changes.put(INBOX.id, one, _encode(one), moment)
        status = {
            "id": str(uuid.uuid4()),
            "status": "complete",
            "request_timestamp": timestamp_of(moment),
            "total_count": len(objects),
            "success_count": len(good),
            "successes": [_detail(one, None, None) for one in good],
            "failure_count": len(failures),
            "failures": failures,
            "pending_count": 0,
            "pendings": [],
        }
        changes.put_status(str(status["id"]), _encode(status))
    return status


def _detail(one: Any, property: str | None, wrong: str | None) -> dict[str, Any]:
    told = one if isinstance(one, dict) else {}
    detail: dict[str, Any] = {"id": str(told.get("id", "")), "version": version(told)}
    if wrong is not None:
        detail["message"] = f"{property}: {wrong}" if property else wrong
    return detail
