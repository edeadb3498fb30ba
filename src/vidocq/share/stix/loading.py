"""STIX from outside, checked before anything is made of it: size, form, and every object by the OASIS library."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.share.errors import MissingPackage, Unfit

Object = dict[str, Any]

MOST_BYTES = 512_000_000
MOST_OBJECTS = 2_000_000
MOST_OBJECT_BYTES = 20_000_000
"""Of one object: more than any report with its text has."""

_TEXTS = (
    *("created_by_ref", "created", "modified", "name", "description", "explanation"),
    *("relationship_type", "source_ref", "target_ref"),
)


def checked(told: Any, place: str) -> list[Object]:
    """The objects of a bundle (or of a list of objects, or the one object), each checked.

    ``place`` is what to call the input in errors. Nothing is followed from object to object here, so that
    cycles of references do no harm.

    Raises:
        Unfit: it is no STIX 2.0 or 2.1; the message names the object and the property.
        MissingPackage: stix2 is not installed.
    """
    objects = _objects(told, place)
    if len(objects) > MOST_OBJECTS:
        raise Unfit(
            place, "objects", f"{len(objects):,} objects; at most {MOST_OBJECTS:,} are read"
        )
    for number, one in enumerate(objects):
        check_object(one, place, number)
    return latest(objects, place)


def decode(data: bytes, place: str) -> Any:
    """The JSON of an input.

    Raises:
        Unfit: it is no JSON; the message says where; or too much.
    """
    if len(data) > MOST_BYTES:
        raise Unfit(place, None, f"it has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as fault:
        raise Unfit(place, None, f"it is no JSON: {fault}") from None
    except UnicodeDecodeError as fault:
        raise Unfit(
            place, None, f"it is not in UTF-8: {fault.reason} at byte {fault.start}"
        ) from None
    except RecursionError:
        raise Unfit(place, None, "it is nested too deeply") from None


def _objects(told: Any, place: str) -> list[Object]:
    if isinstance(told, list):
        return told
    if not isinstance(told, dict):
        raise Unfit(place, None, "a STIX bundle is a JSON object")
    if told.get("type") != "bundle":
        return [told]
    objects = told.get("objects", [])
    if not isinstance(objects, list):
        raise Unfit(place, "objects", "must be a list of STIX objects")
    return objects


def check_object(told: Any, place: str, number: int) -> None:
    """Check one object as the OASIS library does; properties and types of other producers are let through.

    Raises:
        Unfit: the object breaks the standard.
        MissingPackage: stix2 is not installed.
    """
    try:
        import stix2
        from stix2.exceptions import STIXError
    except ImportError:
        raise MissingPackage("stix2", "the import of STIX") from None
    where = f"{place}, object {number + 1}"
    if not isinstance(told, dict):
        raise Unfit(where, None, "a STIX object is a JSON object")
    for name in ("type", "id"):
        if not isinstance(told.get(name), str) or not told[name]:
            raise Unfit(where, name, "is missing or no text")
    where = f"{place}, {told['id'][:100]}"
    confidence = told.get("confidence", 0)
    if not isinstance(confidence, int) or not 0 <= confidence <= 100:
        raise Unfit(where, "confidence", "must be a whole number from 0 to 100")
    for name in _TEXTS:
        # The library takes anything for text that can be made into one.
        if name in told and not isinstance(told[name], str):
            raise Unfit(where, name, "must be a text")
    if not told["id"].startswith(f"{told['type']}--"):
        raise Unfit(where, "id", f"must begin with {told['type']}--")
    try:
        if len(msgspec.json.encode(told)) > MOST_OBJECT_BYTES:
            raise Unfit(where, None, f"the object has more than {MOST_OBJECT_BYTES:,} bytes")
        stix2.parse(_as_standard(told), allow_custom=True)
    except Unfit:
        raise
    except STIXError as fault:
        raise Unfit(where, _property(fault), _first_line(fault)) from None
    except RecursionError:
        raise Unfit(where, None, "it is nested too deeply") from None
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Unfit(where, None, _first_line(fault) or type(fault).__name__) from None


def _as_standard(told: Object) -> Object:
    """The object as it is checked: a location that has a name alone, as OpenCTI tells of cities, passes."""
    if told["type"] == "location" and told.get("name"):
        placed = ("region", "country", "latitude", "longitude")
        if not any(name in told for name in placed):
            return told | {"region": "unspecified"}
    return told


def _property(fault: Exception) -> str | None:
    name = getattr(fault, "prop_name", None)
    if isinstance(name, str):
        return name
    names = getattr(fault, "properties", None)
    if isinstance(names, (list, tuple, set, frozenset)) and names:
        return ", ".join(sorted(str(one) for one in names))
    return None


def _first_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:300]


def latest(objects: list[Object], place: str) -> list[Object]:
    """Each object once, in its last version.

    Raises:
        Unfit: two objects bear one id and one version, and differ.
    """
    found: dict[str, Object] = {}
    for one in objects:
        before = found.get(one["id"])
        if before is None or version(one) > version(before):
            found[one["id"]] = one
        elif version(one) == version(before) and one != before:
            wrong = "two different objects bear this id and the same version"
            raise Unfit(f"{place}, {one['id']}", "modified", wrong)
    return list(found.values())


def version(one: Object) -> str:
    """The version of an object: its ``modified``, else ``created`` time; empty for observables."""
    told = one.get("modified") or one.get("created") or ""
    return str(told)
