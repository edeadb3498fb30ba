"""Alerts on their way out: each goes to each of its destinations at least once, whatever fails or is killed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from vidocq.acquire.exchange import Request, exchange
from vidocq.acquire.limits import Limits, Refused
from vidocq.watch.alerts import Alert
from vidocq.watch.items import Waiting
from vidocq.watch.settings import Rule
from vidocq.watch.state import State

LIMITS = Limits(bytes=1_000_000, seconds=15.0)
"""Of a webhook's answer, which nobody reads."""

_TRIES = 2


class Undelivered(msgspec.Struct, frozen=True, kw_only=True):
    """How many alerts could not be told to a destination, and why; they are kept and told again."""

    rule: str
    destination: str
    alerts: int
    why: str


@dataclass
class Courier:
    """Delivers what is in the outbox. ``show`` writes an alert to standard output."""

    state: State
    rules: Sequence[Rule]
    show: Callable[[Alert], None]
    environment: Mapping[str, str]
    allow_private_addresses: bool = False
    _failed: dict[tuple[str, str], str] = field(default_factory=dict)

    def turn(self) -> None:
        """Try again, from now on, where delivery failed before."""
        self._failed.clear()

    def deliver(self) -> list[Undelivered]:
        """Deliver the alerts that are due, the oldest first; what could not be, and was not told of yet.

        Where it failed once in a turn it is not tried again. The alert of a rule that has lost its destination
        is let go.
        """
        told = set(self._failed)
        left: Counter[tuple[str, str]] = Counter()
        for waiting in self.state.outbox():
            place = waiting.rule, waiting.destination
            if place not in self._failed and (why := self._tell(waiting)):
                self._failed[place] = why
            if place in self._failed:
                left[place] += 1
            else:
                self.state.delivered(waiting)
        return [
            Undelivered(rule=rule, destination=to, alerts=number, why=self._failed[rule, to])
            for (rule, to), number in left.items()
            if (rule, to) not in told
        ]

    def _tell(self, waiting: Waiting) -> str | None:
        """Tell one alert to its destination; what went wrong."""
        rule = next((one for one in self.rules if one.name == waiting.rule), None)
        if waiting.destination == "output":
            self.show(Alert.from_json(msgspec.json.decode(waiting.alert)))
        elif waiting.destination == "append" and rule is not None and rule.append:
            return _append(Path(rule.append), waiting.alert)
        elif waiting.destination == "webhook" and rule is not None:
            address = webhook_of(rule, self.environment)
            if address:
                return _post(address, waiting.alert, self.allow_private_addresses)
        return None


def webhook_of(rule: Rule, environment: Mapping[str, str]) -> str | None:
    """The address that a rule's alerts are sent to."""
    if rule.webhook_env:
        return environment.get(rule.webhook_env, "").strip() or None
    return rule.webhook


def _append(path: Path, alert: bytes) -> str | None:
    """Add a line to a file; what went wrong. A line that a kill cut off is ended first, so that it spoils no other."""
    try:
        with path.open("ab+") as stream:
            if stream.tell() > 0:
                stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":
                    stream.write(b"\n")
            stream.write(alert + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as fault:
        return f"{path}: cannot be written ({fault.strerror or fault})"
    return None


def _post(address: str, alert: bytes, allow_private: bool) -> str | None:
    """Send an alert, and once more where that failed; what went wrong. The address may be a secret: only its
    host is told."""
    host = urlsplit(address).hostname or "the webhook"
    request = Request(
        address=address,
        headers={"Content-Type": "application/json; charset=utf-8", "Accept": "*/*"},
        body=alert,
    )
    why = ""
    for _ in range(_TRIES):
        try:
            answer = exchange(request, LIMITS, allow_private_addresses=allow_private)
        except Refused as refused:
            why = f"{host} {refused.message.partition(';')[0]}"
            continue
        if 200 <= answer.status < 300:
            return None
        why = f"{host} answered with status {answer.status}"
        if answer.status in (400, 401, 403, 404, 410, 429):
            break  # asking again at once changes nothing
    return why
