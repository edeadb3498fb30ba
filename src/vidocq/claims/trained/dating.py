"""Which of a text's dates is that of a claim to which no rule gave one.

A report says once when it happened, or says "on Monday"; most of its sentences have no date. Every date that the text
says comes into question. Boosted trees weigh what there is to know of each
(`vidocq.claims.trained.weights.Dating`). Input: the drafts of a document that stand; where one is sure enough its date is set.
"""

from __future__ import annotations

from typing import final

from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.times import Bearing, Times, bearing_of, read_times
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.tables import Forest
from vidocq.claims.trained.weighing import chance
from vidocq.model import EntityType, Polarity, Predicate

_PREDICATES = [str(p) for p in Predicate]
_TIMELESS = frozenset({Predicate.SAME_AS, Predicate.LOCATED_IN, Predicate.SPONSORED_BY})
"""What is told as a standing thing."""
_FAR = 40
_MANY_YEARS = 5


@final
class Dates:
    """The dates of a document: of each sentence the values with what their verbs tell, and the day that it calls "today"
    or by its weekday."""

    def __init__(self, context: Context, sentences: list[Sentence]) -> None:
        self.published: str | None = context.published
        self.told: list[list[tuple[str, Bearing]]] = []
        self.days: list[str | None] = []
        self.years: dict[str, int] = {}
        for sentence in sentences:
            times: Times = read_times(sentence, context.pack, context.published)
            told = [(dated.value, bearing_of(sentence, dated)) for dated in times.dated]
            self.told.append(told)
            self.days.append(times.said)
            for value, _ in told:
                self.years[value[:4]] = self.years.get(value[:4], 0) + 1

    def values(self) -> list[str]:
        """All that may be the date of a claim, each once, in the order of the text. That of the report itself is none: a text
        that says no time tells of none."""
        found: dict[str, None] = {}
        for told, day in zip(self.told, self.days, strict=True):
            for value, _ in told:
                found.setdefault(value)
            if day is not None:
                found.setdefault(day)
        return [*found]


def undated(drafts: list[Draft]) -> list[Draft]:
    """The drafts that tell of something at a time, and have none."""
    return [d for d in drafts if d.event_time is None and d.predicate not in _TIMELESS]


def date_by(
    forest: Forest, least: float, context: Context, dates: Dates, drafts: list[Draft]
) -> None:
    """Set the likeliest date of each undated draft where its probability is at least ``least``."""
    values = dates.values()
    chosen: list[tuple[Draft, str]] = []
    for draft in undated(drafts):
        measured = measures_of(context, dates, values, drafts, draft)
        best, surest = None, least
        for value, row in zip(values, measured, strict=True):
            probability = chance(forest.score(row))
            if probability >= surest:
                best, surest = value, probability
        if best is not None:
            chosen.append((draft, best))
    for draft, value in chosen:
        draft.event_time = value


def measures_of(
    context: Context, dates: Dates, values: list[str], drafts: list[Draft], draft: Draft
) -> list[list[float]]:
    """What there is to weigh of each value as the date of a draft, as numbers in a fixed order."""
    here = draft.sentence
    siblings: dict[str, int] = {}
    alike: dict[str, int] = {}
    for other in drafts:
        if other.event_time is None:
            continue
        year = other.event_time[:4]
        if other.subject.id == draft.subject.id and draft.subject.type is EntityType.INCIDENT:
            siblings[year] = siblings.get(year, 0) + 1
        if other.predicate is draft.predicate:
            alike[year] = alike.get(year, 0) + 1
    told_years = sum(dates.years.values())
    of_draft = [
        float(_PREDICATES.index(str(draft.predicate))),
        float(draft.subject.type is EntityType.INCIDENT),
        float(draft.polarity is Polarity.DENIED),
        float(draft.proposed),
        draft.score,
        float(draft.likelihood is not None),
        float(len(draft.claimants or ())),
        float(min(here, _FAR)),
        float(min(len(dates.told), _FAR)),
        float(len(values)),
        float(min(len(dates.years), _MANY_YEARS)),
        float(context.memory.firm is not None),
        float(context.memory.voice is not None),
        float(len(dates.told[here])),
        float(dates.days[here] is not None),
    ]
    published = dates.published or ""
    rows: list[list[float]] = []
    for value in values:
        year = value[:4]
        distance, side, bearing = _FAR, 0, Bearing.NONE
        day_distance = _FAR
        for j, told in enumerate(dates.told):
            away = abs(j - here)
            for its, what in told:
                if its == value and away < distance:
                    distance, side, bearing = away, (j < here) - (j > here), what
            if dates.days[j] == value and away < day_distance:
                day_distance = away
        rows.append(
            [
                *of_draft,
                float(distance),
                float(side),
                float(bearing),
                float(day_distance),
                float(len(value) if "/" not in value else 0),
                float(int(published[:4]) - int(year)) if published else -1.0,
                float(dates.years.get(year, 0)),
                dates.years.get(year, 0) / told_years if told_years else -1.0,
                float(siblings.get(year, 0)),
                float(sum(siblings.values())),
                float(alike.get(year, 0)),
                float(sum(alike.values())),
            ]
        )
    return rows
