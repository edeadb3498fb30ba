"""The names in rules: what each may mean, and whether a claim speaks of it."""

from __future__ import annotations

from functools import cache

from vidocq.knowledge.states import is_country
from vidocq.model import Reference
from vidocq.resolve.groups import Actors, actors
from vidocq.resolve.names import near, understand
from vidocq.resolve.parties import party_of
from vidocq.resolve.viewpoints import Viewpoint
from vidocq.watch.settings import Meant

_BLOCS_AND_STATES = ("state:", "bloc:")


class Unknown(Exception):  # noqa: N818 - the user's slip
    """A name that means nothing by our knowledge; the message suggests near ones."""


def meant(text: str) -> Meant:
    """What a name in a rule may mean: a state by its code (``CN``) or name, an actor by any name or by id.

    Raises:
        Unknown: it means nothing.
    """
    if len(text) == 2 and text.isalpha() and text.isupper() and is_country(text):
        return Meant(text=text, ids=(f"state:{text}",))
    found = understand(text, _known(), loosely=False)
    ids = [one.id for one in found if not one.demonym] or [one.id for one in found]
    states = [id for id in ids if id.startswith("state:")]
    if text in states and not is_country(text.partition(":")[2]):
        ids = []
    if not ids:
        like = ", ".join(near(text, limit=3)) if ":" not in text else ""
        hint = f"; did you mean {like}?" if like else ""
        raise Unknown(f"{text!r} is no name that is known{hint} (or give an id, like group:apt31)")
    return Meant(text=text, ids=tuple(ids))


@cache
def _known() -> Actors:
    return actors(Viewpoint.VIDOCQ)


def speaks_of(reference: Reference, wanted: tuple[Meant, ...], among: Actors) -> bool:
    """Whether a reference is one of those meant: for a state or bloc also its agencies, for a group also
    under its other names."""
    return any(_is(reference, id, among) for one in wanted for id in one.ids)


def _is(reference: Reference, id: str, among: Actors) -> bool:
    if id.startswith(_BLOCS_AND_STATES):
        return party_of(reference.id) == id
    return among.may_be_same(reference.id, id)
