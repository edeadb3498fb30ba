"""A sentence as a row of atoms: tokens joined into names and set phrases, each with what it can be.

First stage of the cascade. Input: a sentence's tokens, the names found in the text, a language
pack. Output: atoms, in order, covering every token once.
"""

from __future__ import annotations

from typing import Final, final

from mypy_extensions import mypyc_attr

from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Form, Tag
from vidocq.mentions.lexicon import NO_WORD, Piece
from vidocq.mentions.names import Hit


@mypyc_attr(acyclic=True)
@final
class Atom:
    """A name, a set phrase or a single token. ``key`` is its look-up form, ``spaced`` whether white
    space stands before it, ``capital`` whether it begins with a capital letter, ``is_word`` whether it is
    made of letters or digits and is no sign.

    A class by hand and no dataclass: there is one for each word of a text.
    """

    __slots__ = ("capital", "end", "hit", "is_word", "key", "spaced", "start", "tags", "word")

    def __init__(
        self,
        start: int,
        end: int,
        key: str,
        tags: int,
        word: Word,
        hit: Hit | None,
        capital: bool,
        spaced: bool,
        is_word: bool,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.key: Final = key
        self.tags: Final = tags
        self.word: Final = word
        self.hit: Final = hit
        self.capital: Final = capital
        self.spaced: Final = spaced
        self.is_word: Final = is_word


def make_atoms(text: str, tokens: list[Piece], hits: list[Hit], pack: Pack) -> list[Atom]:
    """The atoms of a sentence. ``hits`` are those that lie inside it, in order."""
    atoms: list[Atom] = []
    keys = [token.entry.key for token in tokens]
    i, n, h = 0, len(tokens), 0
    next_hit = hits[0].start if hits else len(text)
    previous_end = tokens[0].start if tokens else 0
    while i < n:
        token = tokens[i]
        start, end, entry = token.start, token.end, token.entry
        while next_hit < start:
            h += 1
            next_hit = hits[h].start if h < len(hits) else len(text)
        spaced = start > previous_end
        table = entry.sequences
        found = (
            None
            if table is None or table.keys().isdisjoint(keys[i + 1 : i + 4])
            else _sequence(keys, i, table, pack.words)
        )
        if next_hit == start and not (
            found is not None
            and hits[h].type == "sector"
            and tokens[i + found[0] - 1].end > hits[h].end
        ):
            atom, length = _named_atom(text, tokens, keys, i, hits[h], found, spaced)
            h += 1
            next_hit = hits[h].start if h < len(hits) else len(text)
        elif found is not None:
            atom, length = _set_phrase(tokens, keys, i, found[0], found[1], spaced), found[0]
        else:
            length = 1
            word, tags, capital = entry.word, entry.tags, entry.capital
            if capital and word is not NO_WORD and _in_a_name(text, tokens, i, pack.words):
                word, tags = NO_WORD, 0
            atom = Atom(start, end, entry.key, tags, word, None, capital, spaced, entry.is_word)
        atoms.append(atom)
        previous_end = atom.end
        i += length
    return atoms


def _set_phrase(
    tokens: list[Piece], keys: list[str], i: int, length: int, word: Word, spaced: bool
) -> Atom:
    """The atom of a set phrase of ``length`` tokens from token ``i`` on."""
    start, entry = tokens[i].start, tokens[i].entry
    key = " ".join(k for k in keys[i : i + length] if k != "-")
    end = tokens[i + length - 1].end
    return Atom(start, end, key, word.tags, word, None, entry.capital, spaced, key[0].isalnum())


def _named_atom(
    text: str,
    tokens: list[Piece],
    keys: list[str],
    i: int,
    hit: Hit,
    found: tuple[int, Word] | None,
    spaced: bool,
) -> tuple[Atom, int]:
    """The atom where a name begins at token ``i``, with its length; ``found``: a set phrase that begins there too."""
    start, end, entry = tokens[i].start, tokens[i].end, tokens[i].entry
    plain = entry.word
    if (
        hit.type == "technique"
        and plain.tags & Tag.VERB
        and not plain.tags & Tag.NOUN
        and (hit.end == end or not _modifying(plain))
    ):
        # "defaced", "stole | emails" is what was done, "defacement", "stolen emails" a method.
        atom = Atom(start, end, entry.key, plain.tags, plain, None, entry.capital, spaced, True)
        return atom, 1
    named = found[1] if found is not None else plain if hit.end == end else None
    if hit.type == "technique" and named is not None and _names_malware(text, tokens, named, hit):
        # "le rançongiciel X", "le cheval de Troie X": the noun of a malware's name, no method.
        length = found[0] if found is not None else 1
        return _set_phrase(tokens, keys, i, length, named, spaced), length
    j = i + 1
    while j < len(tokens) and tokens[j].start < hit.end:
        j += 1
    word = plain if j == i + 1 else NO_WORD
    key = entry.key if j == i + 1 else " ".join(keys[i:j])
    written = text[start:end].lower()
    if j == i + 1 and len(key) < len(written) and written.endswith(key):
        key = written  # "Russlands" is no kind of land, though it ends as one.
    end = tokens[j - 1].end
    atom = Atom(start, end, key, word.tags & _KEPT, word, hit, entry.capital, spaced, True)
    return atom, j - i


def _names_malware(text: str, tokens: list[Piece], word: Word, hit: Hit) -> bool:
    """Whether a method's word is a noun for malware here, with the malware's name right after it."""
    if "malware" not in word.nouns_kinds:
        return False
    after = next((t for t in tokens if t.start >= hit.end), None)
    return after is not None and text[after.start].isupper()


def _modifying(word: Word) -> bool:
    """Whether a verb form can stand before a noun as its modifier: a participle or a gerund."""
    return bool(word.form & (Form.PARTICIPLE | Form.GERUND))


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


def abbreviates(atoms: list[Atom], j: int) -> bool:
    """Whether atom ``j`` is an initial inside a name, or the dot behind it: "Thomas |P|.| Lind", "J|.| D. Vance"."""
    if atoms[j].key != "." and j + 2 < len(atoms) and atoms[j + 1].key == ".":
        j += 1
    if atoms[j].key != "." or not j or j + 1 >= len(atoms):
        return False
    initial, after = atoms[j - 1], atoms[j + 1]
    written = initial.capital and initial.end - initial.start == 1 and not atoms[j].spaced
    apart = j == 1 or initial.spaced  # not "ENTSO-E."
    opens = after.tags & (Tag.DETERMINER | Tag.PRONOUN | Tag.PREPOSITION | Tag.SUBORDINATOR)
    return (
        written
        and apart
        and not opens
        and initial.hit is None
        and after.capital
        and after.hit is None
    )


def _in_a_name(text: str, tokens: list[Piece], i: int, words: dict[str, Word]) -> bool:
    """Whether a short word with a capital is part of a name and not a word: "Ni Gaobin", "Or Sahar"."""
    start, end = tokens[i].start, tokens[i].end
    if i == 0 or end - start > _SHORT or i + 1 >= len(tokens) or not text[start:end].istitle():
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    following = text[after.start : after.end]
    return text[before.start].isalpha() and following.istitle() and following.lower() not in words


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
