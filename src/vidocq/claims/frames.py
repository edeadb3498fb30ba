"""Clause frames: the rules that turn a cue verb and its arguments into claims, read from data.

A frame names roles with the phrase kinds they admit, and templates of claims over the roles
(frame semantics after Fillmore; the form follows political event coders such as PETRARCH). The file
is checked on load.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from vidocq.language.files import read_file
from vidocq.model import Predicate

FRAMES = Path(__file__).parent / "data" / "frames.yaml"


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may fill a role: the name of a set of kinds, or the kinds themselves."""

    kinds: str | list[str]
    optional: bool = False


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim over roles."""

    predicate: Predicate
    subject: str
    object: str
    by: str | None = None


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One frame of the file."""

    roles: dict[str, Role]
    claims: list[Template]
    speech: bool = False


class FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[str, list[str]]
    frames: dict[str, Frame]


@cache
def _file() -> FrameFile:
    return read_file(FRAMES, FrameFile)


@cache
def frames() -> dict[str, Frame]:
    """All frames by name.

    Raises:
        PackError: the file breaks its schema.
    """
    return _file().frames


@cache
def role_kinds(frame: str, role: str) -> frozenset[str]:
    """The phrase kinds that a role of a frame admits."""
    file = _file()
    kinds = file.frames[frame].roles[role].kinds
    return frozenset(file.kinds[kinds] if isinstance(kinds, str) else kinds)


@cache
def required_kinds(frame: str) -> tuple[frozenset[str], ...]:
    """For each role that a frame cannot do without, the kinds it admits (an event may be a clause)."""
    roles = frames()[frame].roles
    return tuple(
        role_kinds(frame, name)
        for name, role in roles.items()
        if not role.optional and name != "event"
    )
