"""What the numbers of a sentence count, as mentions of their own."""

from __future__ import annotations

from vidocq.claims.attacks.counted import counted_thing
from vidocq.claims.attacks.counts import count_of
from vidocq.claims.background.bystanders import lives_there
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.mention import Mention
from vidocq.language.tags import Tag
from vidocq.mentions.quantities import read_number
from vidocq.mentions.slugs import slug
from vidocq.model import Count, EntityType, Reference


def amounts(sentence: Sentence) -> list[Mention]:
    """What the numbers of a sentence count: years, dates, shares, ages and the numbers of names are none."""
    found: list[Mention] = []
    atoms, pack = sentence.atoms, sentence.pack
    i, n = 0, len(atoms)
    while i < n:
        if not atoms[i].tags & Tag.NUMBER and atoms[i].key not in pack.phrases.counting:
            i += 1
            continue
        last = i
        while last + 1 < n and atoms[last + 1].tags & Tag.NUMBER:
            last += 1
        number = read_number(atoms[i : last + 1], pack)
        if number is not None and number[0] > 1 and not _no_amount(sentence, i, last, number[0]):
            found.append(_amount(sentence, i, last, number))
        i = last + 1
    return found


def _no_amount(sentence: Sentence, first: int, last: int, value: int) -> bool:
    """Whether a number is a year, a day, a share, or part of a name."""
    atoms = sentence.atoms
    if any(a.hit is not None for a in atoms[first : last + 1]):
        return True
    after = atoms[last + 1] if last + 1 < len(atoms) else None
    before = atoms[first - 1] if first else None
    if after is None or not after.is_word or after.tags & (Tag.DATE | Tag.PREPOSITION):
        counted = after is not None and (
            after.key in "$€£" or (after.tags & Tag.PREPOSITION and first < last)
        )
        if not counted and not (before is not None and before.key in ("$", "€", "£")):
            return True
    if lives_there(sentence, sentence.phrase_at[last]):
        return True
    year = _FIRST_YEAR <= value <= _LAST_YEAR and first == last and len(atoms[first].key) == _YEAR
    return year or (before is not None and bool(before.tags & Tag.DATE))


_FIRST_YEAR, _LAST_YEAR, _YEAR = 1900, 2100, 4


def _amount(sentence: Sentence, first: int, last: int, number: tuple[int, bool]) -> Mention:
    """A number with what it counts: by the phrase that it stands in, else by the word after it."""
    p = sentence.phrase_at[last]
    if p < 0 and last + 1 < len(sentence.atoms):
        p = sentence.phrase_at[last + 1]
    if p >= 0 and sentence.phrases[p].number is not None:
        count = count_of(sentence, p, sentence.pack)
        if count is not None:
            thing = counted_thing(sentence, p, sentence.pack)
            return Mention(p, last, "amount", thing, count, mark="phrase")
    value, approximate = number
    end = min(last + 1, len(sentence.atoms) - 1)
    while (
        end + 1 < len(sentence.atoms)
        and end - last < _NOUN
        and sentence.atoms[end].tags & _BEFORE_NOUN
    ):
        end += 1
    words = sentence.text[sentence.atoms[last].end : sentence.atoms[end].end].strip()
    key = sentence.atoms[end].key
    known = sentence.pack.phrases
    unit = known.currencies.get(key) or known.volumes.get(key)
    thing = Reference(EntityType.OTHER, words, "other:" + slug(words)) if words else None
    return Mention(p, last, "amount", thing, Count(value, unit or key, approximate))


_BEFORE_NOUN = Tag.PREPOSITION | Tag.ADJECTIVE | Tag.DETERMINER
_NOUN = 3
"""Words after a number within which the noun stands that it counts."""
