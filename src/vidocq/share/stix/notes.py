"""Notes and opinions: who says something of objects, in plain STIX, and our extension beside it."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.share.stix.extension import PRODUCER

VERSION = "2.1"


class Note(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="note"
):
    """A note. Half of all objects are notes: a struct is made and written faster than a dict."""

    spec_version: str
    id: str
    created_by_ref: str
    created: str
    modified: str
    revoked: bool = False
    abstract: str
    content: str
    authors: list[str]
    object_refs: list[str]
    external_references: list[dict[str, Any]] | None = None
    extensions: Any
    confidence: int | None = None
    lang: str | None = None


def told_note(
    *,
    id: str,
    created: str,
    modified: str,
    revoked: bool = False,
    abstract: str,
    content: str,
    authors: list[str],
    refs: list[str],
    references: list[dict[str, Any]] | None = None,
    extensions: Any,
    confidence: int | None = None,
    lang: str | None = None,
) -> Note:
    """A note of ours on the objects ``refs``."""
    return Note(
        spec_version=VERSION,
        id=id,
        created_by_ref=PRODUCER,
        created=created,
        modified=modified,
        revoked=revoked,
        abstract=abstract,
        content=content,
        authors=authors,
        object_refs=refs,
        external_references=references,
        extensions=extensions,
        confidence=confidence,
        lang=lang,
    )


def told_opinion(
    *,
    id: str,
    created: str,
    modified: str,
    revoked: bool = False,
    explanation: str,
    authors: list[str],
    opinion: str,
    refs: list[str],
) -> dict[str, Any]:
    """An opinion of ours on the objects ``refs``."""
    return {
        "type": "opinion",
        "spec_version": VERSION,
        "id": id,
        "created_by_ref": PRODUCER,
        "created": created,
        "modified": modified,
        **({"revoked": True} if revoked else {}),
        "explanation": explanation,
        "authors": authors,
        "opinion": opinion,
        "object_refs": refs,
    }
