"""The noun that says what a band or a program is, where a list has it in the name: "the Qilin ransomware gang", "Lazarus Group".

In small letters it is a noun beside the name, with a capital a part of it. A text that has both spellings, or the bare name
beside the full one, means one band. Input and output: the names of a text.
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.mentions.names import Hit, Scan

_KINDS = {"group": frozenset({"actor", "malware"}), "malware": frozenset({"malware"})}
"""Types of names, and the kinds of nouns that say no more than the type."""


def without_kind_nouns(text: str, scan: Scan, pack: Pack) -> Scan:
    """The scan with names that end in such a noun in small letters cut to the name before it.

    What is left counts as an everyday word: the noun beside it is what tells that it is none.
    """
    found: list[Hit] = []
    for hit in scan.hits:
        name, _, noun = text[hit.start : hit.end].rpartition(" ")
        entity = hit.entity.removesuffix(f"-{noun}")
        word = pack.words.get(noun) if name and entity != hit.entity else None
        if word is None or word.nouns_kinds.isdisjoint(_KINDS.get(hit.type, frozenset())):
            found.append(hit)
            continue
        end = hit.start + len(name)
        found.append(Hit(hit.start, end, hit.type, entity, hit.role, True, hit.source))
    return Scan(found, scan.field, scan.seams)


def of_one_band(text: str, hits: list[Hit]) -> list[Hit]:
    """``hits`` with the bare name of a band under its full one, "Lazarus" under "Lazarus Group", where the text has both."""
    full: dict[str, str] = {}
    for hit in hits:
        if hit.type == "group":
            name, _, noun = text[hit.start : hit.end].rpartition(" ")
            bare = hit.entity.removesuffix(f"-{noun.lower()}")
            if name and noun[:1].isupper() and bare != hit.entity and noun.lower() in _OF_BANDS:
                full[bare] = hit.entity
    if not full:
        return hits
    return [
        Hit(hit.start, hit.end, hit.type, full[hit.entity], hit.role, hit.weak, hit.source)
        if hit.entity in full
        else hit
        for hit in hits
    ]


_OF_BANDS = frozenset({"group", "team"})
"""Nouns that lists put behind the names of bands which the press calls without them."""
