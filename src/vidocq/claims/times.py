"""When a draft's event happened and when its claimant spoke."""

from __future__ import annotations

import msgspec

from vidocq.claims.dates import When, find_dates
from vidocq.claims.draft import Draft
from vidocq.claims.sentence import Sentence
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

    def give(self, drafts: list[Draft]) -> None:
        """Date the drafts that tell of events."""
        for draft in drafts:
            if draft.event_time is None and draft.predicate in _EVENTS and self.value:
                draft.event_time = self.value


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
    return Times(dates, value[:4] if value else None, value)


_RANGES = frozenset({"through", "until", "and", "-", "–", "à", "et", "to"})
