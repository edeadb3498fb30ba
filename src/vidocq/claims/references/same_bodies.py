"""Bodies of one town that a text names in several ways: "l'hôpital de Vannes" and "le centre hospitalier de Vannes" are one.

So are the town hall, the town and a body of its bare name, where both are told to be hit. Input: the drafts of a document; they are changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vidocq.claims.draft import Draft
from vidocq.language.compile import load_pack
from vidocq.model import EntityType, Predicate, Reference

_BODIES = frozenset({EntityType.ORGANISATION, EntityType.AGENCY, EntityType.COMPANY})
_MAY_BE_TOWN = _BODIES | {EntityType.PLACE}
_TOWN = "town"


def as_one_body(language: str, drafts: Sequence[Draft]) -> None:
    """Give the names of one body of a town one reference, the first, wherever it is hit."""
    first: dict[tuple[str, str], Reference] = {}
    hit = [d for d in drafts if d.predicate is Predicate.TARGETS and d.object is not None]
    for draft in hit:
        key = _body(language, draft.object)
        if key is not None and draft.object is not None:
            draft.object = first.setdefault(key, draft.object)
    for draft in hit:
        if draft.object is not None and draft.object.type in _MAY_BE_TOWN:
            draft.object = first.get((_TOWN, draft.object.text.casefold()), draft.object)


def _body(language: str, reference: Reference | None) -> tuple[str, str] | None:
    """What kind of body of which town a name is of."""
    if reference is None or reference.type not in _BODIES:
        return None
    match = _pattern(language).fullmatch(reference.text)
    if match is None:
        return None
    kinds = load_pack(language).cues.same_bodies
    noun = match["noun"] or match["last"]
    kind = kinds.get(noun) or kinds.get(noun.lower())
    return (kind, (match["town"] or match["before"]).casefold()) if kind is not None else None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    cues = load_pack(language).cues
    nouns = "|".join(re.escape(n) for n in sorted(cues.same_bodies, key=len, reverse=True))
    links = "|".join(
        re.escape(w).replace("'", "['’]") + ("" if w.endswith("'") else " ")
        for w in sorted(cues.name_links, key=len, reverse=True)
    )
    town = r"[A-ZÀ-ÖØ-Þ][\w'’-]*(?: [\w'’-]+){0,3}"
    return re.compile(
        rf"(?i:(?P<noun>{nouns})) (?:{links})?(?P<town>{town})|(?P<before>{town}) (?i:(?P<last>{nouns}))"
    )
