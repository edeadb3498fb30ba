"""When a draft's event happened and when its claimant spoke."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from vidocq.claims.dates import When, find_dates
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.model import Predicate

_EVENTS = frozenset(
    {
        Predicate.ATTRIBUTED_TO,
        Predicate.TARGETS,
        Predicate.USES,
        Predicate.EXPLOITS,
        Predicate.AFFECTS,
    }
)


class Times(msgspec.Struct):
    """The dates of a sentence."""

    dates: list[When]
    year: str | None
    value: str | None
    said: str | None = None
    """The day of the week or "today" that the sentence gives, counted from the document's date."""

    def give(self, drafts: list[Draft]) -> None:
        """Date the drafts that tell of events."""
        for draft in drafts:
            if draft.event_time is None and draft.predicate in _EVENTS and self.value:
                draft.event_time = self.value
            if draft.said_on is None and draft.claimants:
                draft.said_on = self.said


def read_times(sentence: Sentence | None, pack: Pack, published: str | None) -> Times:
    """The date that a sentence gives for what it tells; no value where it gives none."""
    if sentence is None:
        return Times([], None, None)
    dates = find_dates(sentence.text, sentence.start, sentence.end, pack, published)
    absolute = [d for d in dates if not d.relative] or dates
    value = absolute[0].value if absolute else None
    if len(absolute) == 2:
        between = sentence.text[absolute[0].end : absolute[1].start].strip().lower()
        if between in pack.time.range_words.values() or between in _RANGES:
            value = f"{absolute[0].value}/{absolute[1].value}"
    if value is not None and published and value[:10] == published[:10]:
        value = None
    said = spoken_on(sentence, pack, published)
    if said is not None and value == said:
        value = None
    return Times(dates, value[:4] if value else None, value, said)


def spoken_on(sentence: Sentence, pack: Pack, published: str | None) -> str | None:
    """The day a sentence's "today" or "on Monday" means: the last such day up to the document's date."""
    if published is None or len(published) < 10:
        return None
    today = date.fromisoformat(published[:10])
    for atom in sentence.atoms:
        if atom.key in pack.time.relative_days:
            return (today + timedelta(days=pack.time.relative_days[atom.key])).isoformat()
        if atom.key in pack.time.weekdays:
            back = (today.weekday() - pack.time.weekdays[atom.key]) % 7
            return (today - timedelta(days=back)).isoformat()
    return None


_RANGES = frozenset({"through", "until", "and", "-", "–", "à", "et", "to"})
