"""Figures made of numbers: the matrix as rows and columns, and heights of bars."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

import msgspec

from vidocq.ask.dossier import Told
from vidocq.ask.inventory import Year
from vidocq.ask.matrix import Accusation

STEPS = 5
MOST_ROWS, MOST_COLUMNS = 40, 16


class Matrix(msgspec.Struct, frozen=True):
    """Who accuses whom: accusers and accused as (id, name), most accusing and accused first, the cells by
    both ids, the greatest number in a cell, and how many pairs found no room."""

    accusers: tuple[tuple[str, str], ...]
    accused: tuple[tuple[str, str], ...]
    cells: dict[tuple[str, str], Accusation]
    most: int
    left_out: int


def matrix_of(rows: Sequence[Accusation]) -> Matrix:
    """The matrix of the rows; the rest of a very large one is in its table, JSON and CSV."""
    accusers: dict[tuple[str, str], int] = {}
    accused: dict[tuple[str, str], int] = {}
    for row in rows:
        weight = row.accuses + row.acts + row.denies + row.not_taken
        for of, key in (
            (accusers, (row.accuser, row.accuser_name)),
            (accused, (row.accused, row.accused_name)),
        ):
            of[key] = of.get(key, 0) + weight
    lines = tuple(sorted(accusers, key=lambda one: (-accusers[one], one)))[:MOST_ROWS]
    columns = tuple(sorted(accused, key=lambda one: (-accused[one], one)))[:MOST_COLUMNS]
    shown = {id for id, _ in lines}, {id for id, _ in columns}
    cells = {
        (row.accuser, row.accused): row
        for row in rows
        if row.accuser in shown[0] and row.accused in shown[1]
    }
    most = max((row.accuses for row in cells.values()), default=0)
    return Matrix(lines, columns, cells, most, len(rows) - len(cells))


def heat(value: int, most: int) -> int:
    """The step of a colour scale, 0 for none to `STEPS`; logarithmic where a few cells hold most claims."""
    if value <= 0 or most <= 0:
        return 0
    if most <= STEPS:
        return value
    return 1 + round((STEPS - 1) * math.log(value) / math.log(most))


def runs_of(told: Sequence[Told]) -> list[list[Told]]:
    """Claims that follow each other and are of one document, together."""
    return [list(run) for _, run in groupby(told, key=lambda one: one.passage.document)]


class Bar(msgspec.Struct, frozen=True):
    """A bar of a chart: place and size in its units, and what it stands for."""

    year: int
    claims: int
    x: float
    y: float
    width: float
    height: float


def bars_of(years: Sequence[Year], *, width: float = 600, height: float = 64) -> tuple[Bar, ...]:
    """A bar a year from the first to the last, empty years too; at most the latest 40."""
    if not years:
        return ()
    claims = {one.year: one.claims for one in years}
    span = range(max(min(claims), max(claims) - 39), max(claims) + 1)
    most = max(claims.values())
    step = width / len(span)
    found = []
    for place, year in enumerate(span):
        tall = height * claims.get(year, 0) / most
        if claims.get(year):
            tall = max(tall, 1.5)
        found.append(
            Bar(
                year=year,
                claims=claims.get(year, 0),
                x=round(place * step + step * 0.12, 2),
                y=round(height - tall, 2),
                width=round(step * 0.76, 2),
                height=round(tall, 2),
            )
        )
    return tuple(found)
