"""A file of feeds, loaded and checked: all that is wrong is told at once, by file, table and key."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vidocq.model import Confidence, Likelihood, Polarity, Predicate
from vidocq.watch.errors import FeedsWrong
from vidocq.watch.naming import Unknown, meant
from vidocq.watch.settings import (
    MOST_ITEMS,
    PAUSE,
    Feeds,
    FeedSource,
    Meant,
    MispSource,
    Rule,
    Source,
    TaxiiSource,
    key_of,
    kind_of,
)
from vidocq.watch.tables import TableReader, nearest

MOST_BYTES = 1_000_000
SHORTEST = 30.0
"""Seconds between two polls of a source: no server should be asked more often."""

_POLLED = ("name", "url", "every", "most", "pause")
_KEYS = {
    "feed": (*_POLLED, "full", "language", "publisher"),
    "taxii": (*_POLLED, "user", "password_env", "token_env", "collections"),
    "misp": (*_POLLED, "key_env"),
    "alert": Rule.__struct_fields__,
}
_PARTIES = ("claimant", "accused", "target", "subject", "object")
_DESTINATIONS = ("name", "webhook", "webhook_env", "append")


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Feeds:
    """The sources and rules of a file.

    Raises:
        FeedsWrong: it cannot be read, is no TOML, or something in it is wrong; all of it is told.
    """
    faults: list[str] = []
    told = _told(path)
    for name in told:
        if name not in _KEYS:
            faults.append(f"{path}: there is no table [[{name}]]{nearest(name, _KEYS)}")
    sources: list[Source] = []
    rules: list[Rule] = []
    for kind in _KEYS:
        for number, table in enumerate(_tables(told, kind, path, faults), start=1):
            reader = TableReader(_place(path, kind, number, table), table, faults)
            reader.refuse_unknown(_KEYS[kind])
            if kind == "alert":
                rules.append(_rule(reader, path.parent))
            else:
                sources.append(_source(kind, reader, path.parent))
    _refuse_twice(path, sources, rules, faults)
    if not sources and not faults:
        faults.append(f"{path}: it names no source; add a [[feed]], [[taxii]] or [[misp]]")
    for source in sources:
        faults += _unset(path, source, environment)
    for rule in rules:
        if rule.webhook_env and not environment.get(rule.webhook_env):
            faults.append(_not_set(f"{path}, [[alert]] {rule.name!r}", rule.webhook_env))
    if faults:
        raise FeedsWrong(faults)
    return Feeds(path=str(path), sources=tuple(sources), rules=tuple(rules))


def _told(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FeedsWrong([f"{path}: it is larger than {MOST_BYTES:,} bytes"])
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise FeedsWrong([f"{path}: it cannot be read: {fault.strerror or fault}"]) from None
    except UnicodeDecodeError as fault:
        raise FeedsWrong([f"{path}: it is not in UTF-8 (byte {fault.start})"]) from None
    except tomllib.TOMLDecodeError as fault:
        raise FeedsWrong([f"{path}: it is no TOML: {fault}"]) from None


def _tables(
    told: Mapping[str, Any], kind: str, path: Path, faults: list[str]
) -> list[dict[str, Any]]:
    found = told.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        faults.append(f"{path}: write each {kind} as a table of its own, under [[{kind}]]")
        return []
    return found


def _place(path: Path, kind: str, number: int, table: Mapping[str, Any]) -> str:
    name = table.get("name")
    return (
        f"{path}, [[{kind}]] {name!r}" if isinstance(name, str) else f"{path}, [[{kind}]] {number}"
    )


def _source(kind: str, reader: TableReader, folder: Path) -> Source:
    every = reader.time("every")
    if every is not None and every < SHORTEST:
        reader.fault("every", f"must be at least {SHORTEST:g}s")
    pause = reader.time("pause")
    polled: dict[str, Any] = {
        "name": reader.text("name", needed=True) or "",
        "every": every,
        "most": reader.number("most", otherwise=MOST_ITEMS, least=1, most=100_000),
        "pause": PAUSE if pause is None else pause,
    }
    if kind == "feed":
        return FeedSource(
            **polled,
            url=_address_or_file(reader, folder),
            full=reader.flag("full", otherwise=True),
            language=_language(reader),
            publisher=reader.text("publisher"),
        )
    url = (reader.web_address("url", needed=True) or "").rstrip("/")
    if kind == "misp":
        return MispSource(**polled, url=url, key_env=reader.variable("key_env"))
    source = TaxiiSource(
        **polled,
        url=url,
        user=reader.text("user"),
        password_env=reader.variable("password_env"),
        token_env=reader.variable("token_env"),
        collections=reader.texts("collections"),
    )
    if bool(source.user) != bool(source.password_env):
        key = "password_env" if source.user else "user"
        reader.fault(key, "user and password_env go together")
    if source.user and source.token_env:
        reader.fault("token_env", "give a token or a user, not both")
    return source


def _address_or_file(reader: TableReader, folder: Path) -> str:
    """An address; or the path of a file, which is found from the folder of the file of feeds."""
    value = reader.text("url", needed=True)
    if value is None:
        return ""
    if re.match(r"[a-z][a-z0-9+.-]*://", value, re.IGNORECASE):
        return reader.web_address("url") or ""
    file = (folder / Path(value).expanduser()).resolve()
    if not file.is_file():
        reader.fault("url", f"{value!r} is no address (https://…), and there is no such file")
    return str(file)


def _language(reader: TableReader) -> str | None:
    from vidocq.language.compile import languages

    code = reader.text("language")
    if code is not None and code not in languages():
        reader.fault("language", f"no language pack {code!r}; there are {', '.join(languages())}")
    return code


def _rule(reader: TableReader, folder: Path) -> Rule:
    parties = {key: _meant(reader, key) for key in _PARTIES}
    append = reader.text("append")
    rule = Rule(
        name=reader.text("name", needed=True) or "",
        predicate=reader.among("predicate", Predicate),
        **parties,
        polarity=reader.one_of("polarity", Polarity),
        confidence=reader.one_of("confidence", Confidence),
        likelihood=reader.one_of("likelihood", Likelihood),
        words=reader.texts("words"),
        new_pair=reader.flag("new_pair", otherwise=False),
        contradiction=reader.flag("contradiction", otherwise=False),
        webhook=reader.web_address("webhook"),
        webhook_env=reader.variable("webhook_env"),
        append=str((folder / Path(append).expanduser()).resolve()) if append else None,
    )
    if rule.webhook and rule.webhook_env:
        reader.fault("webhook_env", "give the address itself or its variable, not both")
    if not any(reader.has(key) for key in _KEYS["alert"] if key not in _DESTINATIONS):
        reader.fault("name", "the rule has no condition, so every claim would be an alert")
    return rule


def _meant(reader: TableReader, key: str) -> tuple[Meant, ...]:
    found = []
    for text in reader.texts(key):
        try:
            found.append(meant(text))
        except Unknown as unknown:
            reader.fault(key, str(unknown))
    return tuple(found)


def _refuse_twice(path: Path, sources: list[Source], rules: list[Rule], faults: list[str]) -> None:
    """Names tell sources apart for a person, and rules in the state; addresses tell sources apart there."""
    names = [(kind_of(one), one.name) for one in sources] + [("alert", one.name) for one in rules]
    seen: set[tuple[bool, str]] = set()
    for kind, name in names:
        key = kind == "alert", name
        if name and key in seen:
            faults.append(f"{path}, [[{kind}]] {name!r}, name: there are two of this name")
        seen.add(key)
    polled: dict[str, str] = {}
    for one in sources:
        other = polled.setdefault(key_of(one), one.name)
        if one.url and other != one.name:
            faults.append(f"{path}, [[{kind_of(one)}]] {one.name!r}, url: {other!r} has it already")


def _unset(path: Path, source: Source, environment: Mapping[str, str]) -> list[str]:
    place = f"{path}, [[{kind_of(source)}]] {source.name!r}"
    return [
        _not_set(place, name)
        for name in secrets_of(source)
        if not environment.get(name, "").strip()
    ]


def _not_set(place: str, variable: str) -> str:
    return f"{place}: the environment variable {variable} is not set"


def secrets_of(source: Source) -> list[str]:
    """The environment variables that a source needs."""
    names = [getattr(source, key, None) for key in ("password_env", "token_env", "key_env")]
    return [name for name in names if name]
