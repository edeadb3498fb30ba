"""A sentence as a row of atoms: tokens joined into names and set phrases, each with what it can be.

First stage of the cascade. Input: a sentence's tokens, the names found in the text, a language
pack. Output: atoms, in order, covering every token once.
"""

from __future__ import annotations

import msgspec

from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Form, Tag
from vidocq.mentions.names import Hit

NO_WORD = Word(tags=0)


class Atom(msgspec.Struct, frozen=True, gc=False):
    """A name, a set phrase or a single token. ``key`` is its look-up form, ``spaced`` whether white
    space stands before it, ``capital`` whether it begins with a capital letter."""

    start: int
    end: int
    key: str
    tags: int
    word: Word
    hit: Hit | None
    capital: bool
    spaced: bool
    is_word: bool
    """Made of letters or digits, not a sign."""


def make_atoms(text: str, tokens: list[tuple[int, int]], hits: list[Hit], pack: Pack) -> list[Atom]:
    """The atoms of a sentence. ``hits`` are those that lie inside it, in order."""
    keys = _keys(text, tokens)
    _restore_accents(text, tokens, keys, pack)
    atoms: list[Atom] = []
    words, sequences = pack.words, pack.sequences
    i, n, h = 0, len(tokens), 0
    previous_end = tokens[0][0] if tokens else 0
    while i < n:
        start, end = tokens[i]
        while h < len(hits) and hits[h].start < start:
            h += 1
        spaced = start > previous_end
        capital = text[start].isupper() or _has_capital(text, start, end)
        found = _sequence(keys, i, sequences[keys[i]], words) if keys[i] in sequences else None
        if (
            h < len(hits)
            and hits[h].start == start
            and not (
                found is not None
                and hits[h].type == "sector"
                and tokens[i + found[0] - 1][1] > hits[h].end
            )
        ):
            hit = hits[h]
            plain = words.get(keys[i])
            if (
                hit.type == "technique"
                and plain
                and plain.tags & Tag.VERB
                and not plain.tags & Tag.NOUN
                and (hit.end == end or not _modifying(plain))
            ):
                # "defaced", "stole | emails" is what was done, "defacement", "stolen emails" a method.
                atoms.append(
                    Atom(start, end, keys[i], plain.tags, plain, None, capital, spaced, True)
                )
                i, h, previous_end = i + 1, h + 1, end
                continue
            named = found[1] if found is not None else plain if hit.end == end else None
            if (
                hit.type == "technique"
                and named is not None
                and _names_malware(text, tokens, named, hit)
            ):
                # "le rançongiciel X", "le cheval de Troie X": the noun of a malware's name, no method.
                length = found[0] if found is not None else 1
                end = tokens[i + length - 1][1]
                key = " ".join(k for k in keys[i : i + length] if k != "-")
                atoms.append(Atom(start, end, key, named.tags, named, None, capital, spaced, True))
                i, h, previous_end = i + length, h + 1, end
                continue
            j = i + 1
            while j < n and tokens[j][0] < hit.end:
                j += 1
            end = tokens[j - 1][1]
            word = words.get(keys[i], NO_WORD) if j == i + 1 else NO_WORD
            atoms.append(
                Atom(
                    start,
                    end,
                    " ".join(keys[i:j]),
                    word.tags & _KEPT,
                    word,
                    hit,
                    capital,
                    spaced,
                    True,
                )
            )
            i, h, previous_end = j, h + 1, end
            continue
        if found is not None:
            length, word = found
            end = tokens[i + length - 1][1]
            key = " ".join(k for k in keys[i : i + length] if k != "-")
            atoms.append(
                Atom(start, end, key, word.tags, word, None, capital, spaced, key[0].isalnum())
            )
            i += length
        else:
            key = keys[i]
            looked_up = words.get(key)
            if looked_up is not None and capital and _in_a_name(text, tokens, i, words):
                looked_up = None
            if looked_up is None:
                tags = Tag.NUMBER if key[0].isdigit() else 0
                word = NO_WORD
            else:
                word, tags = looked_up, looked_up.tags
            atoms.append(Atom(start, end, key, tags, word, None, capital, spaced, key[0].isalnum()))
            i += 1
        previous_end = end
    return atoms


def _names_malware(text: str, tokens: list[tuple[int, int]], word: Word, hit: Hit) -> bool:
    """Whether a method's word is a noun for malware here, with the malware's name right after it."""
    if "malware" not in word.nouns_kinds:
        return False
    after = next((t for t in tokens if t[0] >= hit.end), None)
    return after is not None and text[after[0]].isupper()


def _has_capital(text: str, start: int, end: int) -> bool:
    """Whether a word has a capital after its first letter and a digit or two of them: "rOOtw0rm", "v0g3lSec"."""
    word = text[start:end]
    if word.islower() or not word[0].islower():
        return False
    return sum(c.isupper() or c.isdigit() for c in word) > 1


def _modifying(word: Word) -> bool:
    """Whether a verb form can stand before a noun as its modifier: a participle or a gerund."""
    return any(verb.form & (Form.PARTICIPLE | Form.GERUND) for verb in word.verbs)


def in_title_case(atoms: list[Atom]) -> bool:
    """Whether a headline writes most of its common words with capitals, names left aside."""
    capitals = small = 0
    for atom in atoms:
        if (
            atom.hit is None
            and len(atom.key) > _SHORT
            and atom.is_word
            and (atom.tags or not atom.capital)
        ):
            if atom.capital:
                capitals += 1
            else:
                small += 1
    return capitals * 10 >= (capitals + small) * 7


_SHORT = 3


def _keys(text: str, tokens: list[tuple[int, int]]) -> list[str]:
    """The look-up form of each token: lower case, straight apostrophes."""
    if not tokens:
        return []
    first = tokens[0][0]
    lower = text[first : tokens[-1][1]].lower()
    if "’" in lower:
        lower = lower.replace("’", "'")
    if len(lower) == tokens[-1][1] - first:
        return [lower[s - first : e - first] for s, e in tokens]
    # A letter whose small form is longer ("İ") would shift what follows.
    return [text[s:e].lower().replace("’", "'") for s, e in tokens]


def _in_a_name(text: str, tokens: list[tuple[int, int]], i: int, words: dict[str, Word]) -> bool:
    """Whether a short word with a capital is part of a name and not a word: "Ni Gaobin", "Or Sahar"."""
    start, end = tokens[i]
    if i == 0 or end - start > _SHORT or i + 1 >= len(tokens) or not text[start:end].istitle():
        return False
    before, after = text[tokens[i - 1][0] : tokens[i - 1][1]], text[slice(*tokens[i + 1])]
    return before[0].isalpha() and after.istitle() and after.lower() not in words


_SHORT = 3


def _restore_accents(text: str, tokens: list[tuple[int, int]], keys: list[str], pack: Pack) -> None:
    """Capitals often go without their accent: "Etat" is "état", and "A" that opens a sentence is "à"."""
    if not pack.head_first:
        return
    words = pack.words
    for i, (start, end) in enumerate(tokens):
        if text[start] == "E" and keys[i] not in words and "é" + keys[i][1:] in words:
            keys[i] = "é" + keys[i][1:]
        elif text[start:end] == "A" and "à" in words and words["à"].tags & Tag.PREPOSITION:
            keys[i] = "à"


_KEPT = Tag.CYBER | Tag.STRONG_CYBER | Tag.STATE_WORD


def _sequence(
    keys: list[str],
    i: int,
    table: dict[str, list[tuple[tuple[str, ...], Word]]],
    words: dict[str, Word],
) -> tuple[int, Word] | None:
    """The longest set phrase that begins at token ``i``, with its length in tokens.

    Hyphens are skipped, and one adverb after a verb ("was directly responsible").
    """
    n = len(keys)
    j = i + 1
    if j < n and keys[j] == "-":
        j += 1
    if j >= n:
        return None
    found = _follow(keys, i, j, table[keys[j]]) if keys[j] in table else None
    if found is not None or j + 1 >= n or keys[j + 1] not in table:
        return found
    adverb = words.get(keys[j])
    if adverb is None or not adverb.tags & Tag.ADVERB or adverb.tags & Tag.NOUN:
        return None
    return _follow(keys, i, j + 1, [row for row in table[keys[j + 1]] if row[1].verbs])


def _follow(
    keys: list[str], i: int, second: int, rows: list[tuple[tuple[str, ...], Word]]
) -> tuple[int, Word] | None:
    """The first row whose tokens stand at ``second`` and after, with the length from ``i``."""
    for rest, word in rows:
        j = second
        for part in rest:
            if j < len(keys) and keys[j] == "-":
                j += 1
            if j >= len(keys) or keys[j] != part:
                break
            j += 1
        else:
            return j - i, word
    return None
