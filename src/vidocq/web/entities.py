"""How an entity is linked and called on a page, in the page's language."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from urllib.parse import quote

from vidocq.knowledge.facts import label_in
from vidocq.knowledge.incidents import incidents
from vidocq.knowledge.states import territories

# U+202A-202E and U+2066-2069 turn the direction of all that follows them: a name or a quote that holds
# one could make the page say something else than it does. One stands for one, so that positions stay.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST_NAME = 160
_EVENTS = ("incident:", "malware:")


def visible(text: str) -> str:
    """The text without the marks that turn the direction of writing; each becomes U+FFFD."""
    return _TURNING.sub("\ufffd", text)


def shortened(text: str, most: int = _LONGEST_NAME) -> str:
    """A name as a list can bear it."""
    text = visible(text)
    return text if len(text) <= most else text[: most - 1] + "…"


def entity_path(id: str) -> str:
    """The page of an entity."""
    page = "incident" if id.startswith(_EVENTS) else "actor"
    return f"/{page}/{quote(id, safe=':')}"


def type_of(id: str) -> str:
    """The entity's type, out of its id."""
    return id.partition(":")[0]


@cache
def _incidents(language: str) -> dict[str, str]:
    return {one.id: one.fr[0] for one in incidents() if language == "fr" and one.fr}


@lru_cache(maxsize=4096)
def _known_name(id: str, language: str) -> str | None:
    """What our files call states, blocs, agencies and landmark incidents in a language."""
    if id.startswith("incident:"):
        return _incidents(language).get(id)
    return label_in(id, language) if id.startswith(("state:", "bloc:", "agency:")) else None


def entity_name(language: str, id: str | None, name: str | None) -> str:
    """What to call an entity: by its name in the language where our files have it, else as the answer does."""
    known = _known_name(id, language) if id and language != "en" else None
    return shortened(known or name or (id or "").partition(":")[2] or "—")


@cache
def _states_by_english_name() -> dict[str, str]:
    return {name: f"state:{code}" for code, name in territories("en").items()}


def state_name(language: str, english: str) -> str:
    """A state's name in the language, of one that an answer names in English."""
    return entity_name(language, _states_by_english_name().get(english), english)


def day_words(language: str, value: str | None) -> str:
    """An ISO 8601 day, month, year or interval as the language writes it."""
    if not value:
        return ""
    start, slash, end = value.partition("/")
    if slash:
        return f"{day_words(language, start)} – {day_words(language, end)}"
    try:
        if len(value) == 10:
            return _format(date.fromisoformat(value), "d MMMM y", language)
        if len(value) == 7:
            return _format(date.fromisoformat(value + "-01"), "MMMM y", language)
    except ValueError:
        pass
    return value


@lru_cache(maxsize=4096)
def _format(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=language)


@lru_cache(maxsize=256)
def language_name(language: str, code: str) -> str:
    """What a language (``code``) is called in another."""
    from babel import Locale

    return str(Locale.parse(language).languages.get(code, code))


def web_address(text: str | None) -> str | None:
    """The text where it is an http(s) address that may be linked, else None."""
    if text and re.fullmatch(r"https?://[^\s\"'<>\x00-\x1f]{1,2000}", text):
        return text
    return None
