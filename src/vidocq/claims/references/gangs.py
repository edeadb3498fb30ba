"""Gangs named by a release of their program: "the leaders of LockBit 3.0" lead the gang LockBit."""

from __future__ import annotations

import re

from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.knowledge.galaxy_own import gangs_with_programs

_RELEASE = re.compile(r" ?v?\d+(?:\.\d+)*$")


def see_gangs(sentence: Sentence) -> None:
    """Read the program of a gang as the gang where people are said to be of it."""
    if "malware" not in {phrase.kind for phrase in sentence.phrases}:
        return
    for p in range(1, len(sentence.phrases)):
        phrase, people = sentence.phrases[p], sentence.phrases[p - 1]
        if phrase.kind != "malware" or phrase.entity is None or of_child(sentence, p - 1) != p:
            continue
        gang = canonical_group_id(_RELEASE.sub("", phrase.text))
        led = people.kind in _PEOPLE or "persons" in people.senses
        if led and people.entity is None and gang in gangs_with_programs():
            phrase.kind, phrase.entity = "group", gang


_PEOPLE = frozenset({"actor", "persons", "office"})
