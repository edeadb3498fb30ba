"""Places by whose name a bloc speaks: "Brussels accuses" is the European Union, "in Brussels" the city.

Input: the settled names of a text; output: the same, with such a place read as its bloc where a verb follows it and no
preposition stands before it. Where the text names the state whose capital the place is, the name may mean that, and is left.
"""

from __future__ import annotations

from vidocq.knowledge.facts import seated_in
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.beside import word_after, word_before
from vidocq.mentions.names import Hit


def seated(text: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """``hits`` with the places that speak as their blocs."""
    places = [hit for hit in hits if hit.type == "place" and seated_in(hit.entity) is not None]
    if not places:
        return hits
    named = {hit.entity for hit in hits}
    return [_as_bloc(text, hit, named, pack) if hit in places else hit for hit in hits]


def _as_bloc(text: str, hit: Hit, named: set[str], pack: Pack) -> Hit:
    found = seated_in(hit.entity)
    if found is None or found[1] in named or not _speaks(text, hit, pack):
        return hit
    bloc = found[0]
    return Hit(hit.start, hit.end, bloc.partition(":")[0], bloc, hit.role, hit.weak, hit.source)


def _speaks(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether a verb follows a name that no preposition stands before."""
    before = word_before(text, hit)
    if before is not None:
        word = pack.words.get(before["word"].lower())
        if word is not None and word.tags & Tag.PREPOSITION:
            return False
    after = word_after(text, hit)
    if after is None or not after["word"].islower():
        return False
    word = pack.words.get(after["word"])
    return word is not None and bool(word.verbs or word.tags & (Tag.HAVE | Tag.BE | Tag.MODAL))
