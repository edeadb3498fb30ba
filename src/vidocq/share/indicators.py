"""Indicators of compromise in a text: addresses, domains, hashes, flaws, file names, defanged or not.

Found by iocsearcher, which bench/indicators.py chose; file names and flaws by patterns of ours; known false positives are
taken out by the warning lists of MISP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from vidocq.model import Span
from vidocq.share.errors import MissingPackage
from vidocq.share.mapping_files import read_mapping


class IndicatorKind(StrEnum):
    """What an indicator is."""

    IP = "ip"
    DOMAIN = "domain"
    URL = "url"
    EMAIL = "email"
    MD5 = "md5"
    SHA1 = "sha1"
    SHA256 = "sha256"
    CVE = "cve"
    FILE = "file"


HASHES = frozenset({IndicatorKind.MD5, IndicatorKind.SHA1, IndicatorKind.SHA256})


class Indicator(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator and where it first stands in the text; ``defanged`` if it is written so as not to work."""

    kind: IndicatorKind
    value: str
    span: Span
    defanged: bool = False

    @property
    def meant(self) -> bool:
        """Whether the text means it as an indicator: a plain web address in prose is mostly a mention."""
        plain_mention = self.kind in (IndicatorKind.DOMAIN, IndicatorKind.URL, IndicatorKind.EMAIL)
        return self.defanged or not plain_mention

    @property
    def form(self) -> str:
        """The kind as the formats tell it: ``ip4`` and ``ip6`` apart."""
        if self.kind is IndicatorKind.IP:
            return "ip6" if ":" in self.value else "ip4"
        return str(self.kind)


class Lore(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file, read and checked; every key is explained in it."""

    file_endings: tuple[str, ...]
    not_files: frozenset[str]
    not_domains: frozenset[str]
    warning_lists: tuple[str, ...]
    version_words: frozenset[str]
    stix: dict[str, str]
    misp: dict[str, str]


@cache
def lore() -> Lore:
    """What is known of indicators.

    Raises:
        msgspec.ValidationError: the data file breaks its own form.
    """
    return read_mapping("indicators.yaml", Lore)


_CANDIDATE = re.compile(
    r"[\w\]\)][\[\(]?\.[\]\)]?[\w\[\(]|\[(?:dot|at|@|:)\]|\((?:dot|at|@)\)|@|://|[0-9a-fA-F]{32}|CVE|:[0-9a-f]{0,4}:",
    re.IGNORECASE,
)
"""Something that an indicator has and most lines of prose have not: only lines with it are searched."""

_CVE = re.compile(
    r"\bCVE[-\u2010\u2011\u2013]?(\d{4})[-\u2010\u2011\u2013](\d{4,7})\b", re.IGNORECASE
)
_DEFANGED = re.compile(
    r"\[\.|\.\]|\(\.|\[dot\]|\(dot\)|\[@|\(@|\[at|\(at|\[:|^hxxp|^fxp", re.IGNORECASE
)
_COLON = "[:]"
_WORD_BEFORE = re.compile(r"(\w+)\W{0,2}$")
_TARGETS = {"ip4", "ip6", "fqdn", "url", "email", "md5", "sha1", "sha256"}
_NAMES = {"ip4": IndicatorKind.IP, "ip6": IndicatorKind.IP, "fqdn": IndicatorKind.DOMAIN}


def find_indicators(text: str) -> list[Indicator]:
    """The indicators of a text in its order, each kind and value once.

    Raises:
        MissingPackage: iocsearcher or pymispwarninglists is not installed.
    """
    found: dict[tuple[IndicatorKind, str], Indicator] = {}
    for start, line in _lines(text):
        for one in (*_searched(line, start), *_flaws(line, start), *_files(line, start)):
            known = found.get((one.kind, one.value))
            if known is None or (one.defanged and not known.defanged):
                found[one.kind, one.value] = one
    kept = [one for one in found.values() if not _is_harmless(one)]
    return sorted(kept, key=lambda one: (one.span, one.kind))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if _CANDIDATE.search(line):
            yield start, line
        start += len(line)


@cache
def _searcher() -> Any:
    try:
        from iocsearcher.searcher import Searcher
    except ImportError:
        raise MissingPackage("iocsearcher", "finding indicators") from None
    return Searcher()


def _searched(line: str, start: int) -> Iterator[Indicator]:
    # iocsearcher does not know hxxp[:]//, so the sign is given plain, and places are counted back.
    plain = line.replace(_COLON, ":")
    for match in _searcher().search_matches(plain, _TARGETS):
        kind = _NAMES.get(match.name) or IndicatorKind(match.name)
        at, end = match.start_offset, match.start_offset + len(match.raw_value)
        if kind is IndicatorKind.IP and _is_version(plain[:at]):
            continue
        if plain != line:
            at, end = _counted_back(line, at), _counted_back(line, end)
        yield Indicator(
            kind=kind,
            value=match.value.lower() if kind in HASHES else match.value,
            span=Span(start + at, start + end),
            defanged=bool(_DEFANGED.search(line[at:end])),
        )


def _counted_back(line: str, place: int) -> int:
    """The place in a line of one in the same line without brackets around colons."""
    at = 0
    while place > 0:
        at += len(_COLON) if line.startswith(_COLON, at) else 1
        place -= 1
    return at


def _is_version(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].lower() in lore().version_words


def _flaws(line: str, start: int) -> Iterator[Indicator]:
    for match in _CVE.finditer(line):
        value = f"CVE-{match[1]}-{match[2]}"
        yield Indicator(
            kind=IndicatorKind.CVE,
            value=value,
            span=Span(start + match.start(), start + match.end()),
        )


@cache
def _file_name() -> re.Pattern[str]:
    endings = "|".join(sorted(lore().file_endings, key=len, reverse=True))
    # After a slash it may also be the last part of an address; a name in the middle of a domain is none.
    return re.compile(
        rf"(?<![\w.@-])[\w][\w.-]{{0,80}}?(?:\[\.\]|\.)(?:{endings})(?![\w/-]|\.\w|\[\.)",
        re.IGNORECASE,
    )


def _files(line: str, start: int) -> Iterator[Indicator]:
    for match in _file_name().finditer(line):
        value = match[0].replace("[.]", ".")
        if value.lower() in lore().not_files or value.lower().startswith("www."):
            continue
        yield Indicator(
            kind=IndicatorKind.FILE,
            value=value,
            span=Span(start + match.start(), start + match.end()),
            defanged="[.]" in match[0],
        )


@cache
def _warning_lists() -> tuple[Any, ...]:
    try:
        import pymispwarninglists
        from pymispwarninglists.api import WarningList
    except ImportError:
        raise MissingPackage("pymispwarninglists", "finding indicators") from None
    folder = files(pymispwarninglists).joinpath("data", "misp-warninglists", "lists")
    found = []
    for name in lore().warning_lists:
        path = folder.joinpath(name, "list.json")
        if path.is_file():
            found.append(WarningList(msgspec.json.decode(path.read_bytes()), slow_search=True))
    return tuple(found)


@cache
def _is_listed(value: str) -> bool:
    return any(value in one for one in _warning_lists())


def _is_harmless(one: Indicator) -> bool:
    """Whether the value is on a warning list, or is a product's name."""
    if one.kind in (IndicatorKind.CVE, IndicatorKind.FILE):
        return False
    if one.kind is IndicatorKind.DOMAIN and one.value.lower() in lore().not_domains:
        return True
    if one.kind is IndicatorKind.EMAIL:
        return _is_listed(one.value) or _is_listed(one.value.partition("@")[2].lower())
    return _is_listed(one.value if one.kind is IndicatorKind.URL else one.value.lower())
