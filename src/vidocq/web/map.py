"""The states of the map: from the numbers that the map knows them by to their code and name."""

from __future__ import annotations

from functools import cache

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from vidocq.knowledge.states import territories
from vidocq.web.rendering import language_of


class MapState(msgspec.Struct, frozen=True):
    """A state: ISO 3166-1 alpha-2 code, and its name in the language."""

    code: str
    name: str


async def map_states(request: Request) -> Response:
    """ISO 3166-1 numeric code → state, for the shapes of world-atlas (Natural Earth)."""
    return Response(
        msgspec.json.encode(states_by_number(language_of(request))), media_type="application/json"
    )


@cache
def states_by_number(language: str) -> dict[str, MapState]:
    """Every territory of ISO 3166-1 by its three-digit number; the table of numbers is CLDR's."""
    from babel.core import get_global

    names = territories(language)
    return {
        number: MapState(codes[0], names[codes[0]])
        for number, codes in get_global("territory_aliases").items()
        if number.isdecimal() and len(codes) == 1 and codes[0] in names
    }
