"""Verbs whose particle stands after their object: "knocked | the site | offline", "took | it | down".

The pack lists such verbs as set phrases ("take down"); where the object comes between, the verb is read as the
set phrase and the particle no longer stands for itself.
"""

from __future__ import annotations

from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.pack import Pack
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase

_LONGEST = 3
"""Phrases between verb and particle: an object with its complement ("took | the site | of the ministry | offline")."""


def join_particles(
    atoms: list[Atom],
    phrases: list[Phrase],
    phrase_at: list[int],
    verbs: list[VerbGroup],
    pack: Pack,
) -> None:
    """Give each verb of which a particle follows the object the meaning of both together."""
    for verb in verbs:
        rows = pack.sequences.get(verb.key)
        if not rows or verb.head != verb.last:
            continue
        seen = 0
        i = verb.last + 1
        while i < len(atoms) and seen <= _LONGEST:
            if phrase_at[i] >= 0:
                seen += 1
                i = phrases[phrase_at[i]].last + 1
                continue
            found = [w for rest, w in rows.get(atoms[i].key, ()) if len(rest) == 1 and w.verbs]
            if found and seen and atoms[i].key not in pack.cues.bound_particles:
                word = found[0]
                verb.forms, verb.lemmas, verb.frames = word.verbs, word.lemmas, word.frames
                break
            if not atoms[i].is_word or any(v.first <= i <= v.last for v in verbs if v is not verb):
                break
            i += 1
