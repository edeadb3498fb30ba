"""One table of a file of feeds, read key by key: what is wrong is noted with the table and the key, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from vidocq.watch.durations import seconds_of

Vocabulary = TypeVar("Vocabulary", bound=StrEnum)

_KINDS: dict[type, str] = {
    str: "text", bool: "true or false", int: "a number", float: "a number",
    list: "a list", dict: "a table",
}  # fmt: skip


class TableReader:
    """The keys of one table. ``place`` is what to call it in faults, which are added to ``faults``."""

    def __init__(self, place: str, told: Mapping[str, Any], faults: list[str]) -> None:
        self.place = place
        self._told = told
        self._faults = faults

    def fault(self, key: str, wrong: str) -> None:
        """Note that a key is wrong."""
        self._faults.append(f"{self.place}, {key}: {wrong}")

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Note every key that is not one of these, and the nearest of these."""
        for key in self._told:
            if key not in known:
                self.fault(key, f"there is no such key{nearest(key, known)}")

    def has(self, key: str) -> bool:
        """Whether the table has the key."""
        return key in self._told

    def text(self, key: str, *, needed: bool = False) -> str | None:
        """A text; None where there is none."""
        value = self._of(key, str, "text in quotes")
        if value is not None and not value.strip():
            self.fault(key, "is empty")
            return None
        if value is None and needed and key not in self._told:
            self.fault(key, "is missing")
        return value.strip() if value is not None else None

    def flag(self, key: str, *, otherwise: bool) -> bool:
        """``true`` or ``false``."""
        value = self._of(key, bool, "true or false")
        return otherwise if value is None else bool(value)

    def number(self, key: str, *, otherwise: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self._of(key, int, f"a number from {least} to {most:,}")
        if value is None:
            return otherwise
        if not least <= value <= most:
            self.fault(key, f"must be a number from {least} to {most:,}, not {value:,}")
        return int(value)

    def time(self, key: str) -> float | None:
        """A length of time in seconds."""
        value = self._of(key, str, 'a time in quotes, like "15m"')
        try:
            return None if value is None else seconds_of(value)
        except ValueError as fault:
            self.fault(key, str(fault))
            return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text."""
        value = self._told.get(key)
        given = [value] if isinstance(value, str) else value
        if given is None:
            return ()
        if not isinstance(given, list) or not all(
            isinstance(one, str) and one.strip() for one in given
        ):
            self.fault(key, f"must be text or a list of texts, not {_shown(value)}")
            return ()
        if not given:
            self.fault(key, "is an empty list: nothing would ever fit; leave the key out")
        return tuple(one.strip() for one in given)

    def among(self, key: str, vocabulary: type[Vocabulary]) -> tuple[Vocabulary, ...]:
        """A list of words of a vocabulary, or one of them."""
        found = []
        for word in self.texts(key):
            try:
                found.append(vocabulary(word))
            except ValueError:
                known = [str(one) for one in vocabulary]
                hint = nearest(word, known) or f"; there are {', '.join(known)}"
                self.fault(key, f"there is no {key} {word!r}{hint}")
        return tuple(found)

    def one_of(self, key: str, vocabulary: type[Vocabulary]) -> Vocabulary | None:
        """One word of a vocabulary."""
        found = self.among(key, vocabulary)
        if len(found) > 1:
            self.fault(key, "must be one word, not a list")
        return found[0] if found else None

    def web_address(self, key: str, *, needed: bool = False) -> str | None:
        """An http(s) address with a host and without a password."""
        value = self.text(key, needed=needed)
        if value is None:
            return None
        if not re.match(r"https?://[^/\s]", value):
            self.fault(key, f"{value!r} is no address that begins with https:// or http://")
        elif "@" in value.partition("://")[2].partition("/")[0]:
            self.fault(key, "no password may stand in the file; name an environment variable")
        return value

    def variable(self, key: str) -> str | None:
        """The name of a variable of the environment."""
        value = self.text(key)
        if value is not None and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
            # It may be the secret itself: it is not repeated.
            self.fault(key, "must be the name of an environment variable, not the secret itself")
            return None
        return value

    def _of(self, key: str, kind: type, wanted: str) -> Any:
        value = self._told.get(key)
        if value is None or type(value) is kind:
            return value
        self.fault(key, f"must be {wanted}, not {_shown(value)}")
        return None


def _shown(value: object) -> str:
    return _KINDS.get(type(value), "that") + (
        f" ({value})" if isinstance(value, int | float) and not isinstance(value, bool) else ""
    )


def nearest(word: str, known: Collection[str]) -> str:
    """The end of a sentence that suggests what may have been meant; empty where nothing is near."""
    found = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""
