"""Whether a text is about attacks on computers at all, and whether it is as a whole: what is read, and how much of it.

Most texts of a corpus have no word of the field, or one in passing. A short report is about one thing: one word of the field
makes it a report on that. In a long text (a transcript, a digest) the words must come often. Input: a text with the words and
names of the field that were found in it; output: yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vidocq.language.pack import Pack, Word
from vidocq.mentions.glue import seams, unglued
from vidocq.mentions.names import (
    FIELD_NAMES,
    Hit,
    Matches,
    Scan,
    field_candidates,
    find_names,
    match_names,
    name_index,
)
from vidocq.mentions.weak import none_settles, settle
from vidocq.model import Document


def speaks_of_attacks(document: Document, pack: Pack, matches: Matches) -> bool:
    """Whether the text as it stands, or its title, has a word or a settled name of the field.

    Nearly always words of the field alone tell, or nothing that may be a name of it can be one; only
    what is left needs all names.
    """
    if titled(document, pack, matches.field):
        return True
    text, field, index = document.text, matches.field, name_index(pack.language)
    candidates = field_candidates(matches, index) if not field else []
    if not field and not candidates:
        return False
    words = len(set(field))
    as_written = not seams(text, index)
    if as_written and words == 1 and _names_attack(text, field, pack):
        return True
    if as_written and (words > 1 or (words == 1 and text.count(" ") <= _REPORT)):
        return True
    candidates = candidates or field_candidates(matches, index)
    if as_written and none_settles(text, candidates, field, pack):
        return False
    scan = find_names(text, index, matches)
    if not in_field(scan):
        return False
    scan = unglued(text, scan, index)
    return about_attacks(text, scan, settle(text, scan, pack), False, pack)


def about_attacks(text: str, scan: Scan, hits: list[Hit], in_title: bool, pack: Pack) -> bool:
    """Whether settled names and words of the field are more than a figure of speech."""
    if in_title:
        return True
    telling = bool(scan.field) or any(hit.type in FIELD_NAMES for hit in hits)
    return telling and not (
        _only_brushes(text, scan, hits) and not _names_attack(text, scan.field, pack)
    )


def _names_attack(text: str, field: Sequence[int], pack: Pack) -> bool:
    """Whether a word of the field is a noun for an attack on computers or its means and nothing else: "cyberattack", "hackeo"."""
    for start in field:
        before = _WORDS.findall(text[max(0, start - _NOUN) : start].lower())[-1:]
        words = [*before, *_WORDS.findall(text[start : start + _NOUN].lower())[:2]]
        for first, second in zip(words, [*words[1:], ""], strict=True):
            known = [pack.words.get(first)]
            known += [word for _, word in pack.sequences.get(first, {}).get(second, ())]
            if any(w is not None and _means_attack(w) for w in known):
                return True
    return False


def _means_attack(word: Word) -> bool:
    return any(noun.kind in _UNMISTAKABLE and not noun.weak for noun in word.nouns)


_UNMISTAKABLE = frozenset({"attack", "malware"})
"""Kinds of nouns that are no figure of speech where they are words of the field: "cyberattack", "ransomware"."""


_WORDS = re.compile(r"[^\W\d_]+")
_NOUN = 24
"""Code points about a word of the field in which a noun of several words stands."""


def titled(document: Document, pack: Pack, field: Sequence[int]) -> bool:
    """Whether the title, or the headline that opens the text, has a word of the field; ``field``: where the text has them."""
    if document.title:
        return bool(match_names(document.title, name_index(pack.language)).field)
    return bool(field) and min(field) < _headline(document.text)


def advises(document: Document, pack: Pack, hits: list[Hit]) -> bool:
    """Whether a text is general advice on how to protect oneself, which claims nothing.

    Its title says so, and it names nobody who attacked or was hit, no time, and no country but the one where it gives its advice.
    """
    text = document.text
    title = document.title or text[: _headline(text)]
    said = f" {' '.join(_WORDS.findall(title.lower()))} "
    if not any(f" {words} " in said for words in pack.phrases.advice_titles):
        return False
    if any(hit.type in _NAMED for hit in hits) or _YEAR.search(text):
        return False
    return all(_placed(text, hit, pack) for hit in hits if hit.type in ("state", "agency"))


def _placed(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether a country is named as a place: "companies | in Austria"."""
    before = _WORDS.findall(text[max(0, hit.start - _NOUN) : hit.start].lower())[-2:]
    known = [(word, pack.words.get(word)) for word in before]
    return hit.type == "state" and any(
        word in pack.relations.places
        or (entry is not None and entry.value in pack.relations.places)
        for word, entry in known
    )


_NAMED = frozenset({"group", "person", "company", "organisation", "malware", "incident", "bloc"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _headline(text: str) -> int:
    """Where the first line of a text ends, if it stands by itself and is no sentence; else 0."""
    end = text.find("\n", 0, _LINE)
    alone = end > 0 and text.startswith("\n", end + 1)
    return end if alone and not text[:end].rstrip().endswith((".", ":", ";", ",")) else 0


_LINE = 200
"""Code points in which a headline ends."""


def _only_brushes(text: str, scan: Scan, hits: list[Hit]) -> bool:
    """Whether a text of some length has one single word of the field and no name of it: a figure of speech."""
    return (
        len(set(scan.field)) == 1
        and text.count(" ") > _REPORT
        and not any(hit.type in FIELD_NAMES for hit in hits)
    )


_REPORT = 400
"""Words of a short report, which is about one thing."""


def in_field(scan: Scan) -> bool:
    """The first look: whether the text has any word or possible name of the field at all."""
    return bool(scan.field) or any(hit.type in FIELD_NAMES for hit in scan.hits)


_SURE = 2
"""How many words of the field a name of it is worth: a band or its malware is seldom named in passing."""


def is_dense(text: str, scan: Scan, hits: list[Hit]) -> bool:
    """Whether the document as a whole is about attacks on computers: a short report with a word of the field, a long one with
    many per word of text.

    ``hits``: the settled names, without those that are everyday words here ("District", "Judge").
    """
    words = text.count(" ") + 1
    telling = len(scan.field) + sum(_SURE * (hit.type in FIELD_NAMES) for hit in hits)
    if words <= _REPORT:
        return telling > 0
    return telling >= _DENSE_WORDS and telling / words >= _DENSE


_DENSE_WORDS = 2
_DENSE = 0.012
"""Share of words of the field from which a long document as a whole counts as about attacks on computers."""
