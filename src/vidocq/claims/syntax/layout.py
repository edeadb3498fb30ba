"""A parsed sentence and the plain questions about it: lists, complements, what hangs on what."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, final

from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase

OPENING = "«“„‹"


CLOSING = "»”›"


QUOTES = OPENING + CLOSING + '"'


BOUNDARY = (";", ":", "–", "—")


@final
class Sentence:
    """One parsed sentence; positions are code points of the document's ``text``, ``pack`` its language."""

    def __init__(
        self,
        pack: Pack,
        text: str,
        start: int,
        end: int,
        atoms: list[Atom],
        phrases: list[Phrase],
        verbs: list[VerbGroup],
        phrase_at: list[int],
        verb_at: list[int],
        quoted: list[bool],
    ) -> None:
        self.pack = pack
        self.text = text
        self.start = start
        self.end = end
        self.atoms = atoms
        self.phrases = phrases
        self.verbs = verbs
        self.phrase_at = phrase_at
        self.verb_at = verb_at
        self.quoted = quoted
        self.next_in_list: list[int] = []
        """For each phrase the next member of its coordination, or -1."""
        self.joined: list[int] = []
        """For each phrase the first member of its coordination (itself when it has none)."""
        self.clitics: dict[tuple[int, str], int] = {}
        """Verb and case → the pronoun that leans on it ("l'accuse", "lui impute")."""
        self.same: dict[int, list[int]] = {}
        """For a describing phrase ("a hacking group") the names that it introduces or explains."""
        self.clefts: dict[int, int] = {}
        """Verb → the doer that a cleft gives it ("fue | X | quien atacó")."""
        self.clause_at: list[int] = []
        """For each atom the verb of its clause or -1, where the language has its verbs apart (else empty)."""
        self.sought: set[int] = set()
        """Phrases whose victims are being sought: what leads back to one of them goes in a circle."""
        self.surroundings: Any = None
        """Its words as `vidocq.claims.trained.network` sees them in their surroundings, once it has."""
        self.dependencies: list[Any] = []
        """For each verb its `vidocq.claims.syntax.dependency.Dependency`, once they are asked for."""

    kinds: frozenset[str] = frozenset()
    """All kinds of its phrases."""
    tags: int = 0
    """All tags of its atoms."""
    vocabulary: frozenset[str] = frozenset()
    """All words of its atoms, in look-up form."""

    @property
    def words(self) -> str:
        """The sentence's text."""
        return self.text[self.start : self.end]


def quoted(atoms: list[Atom], quote_open: bool, pack: Pack) -> list[bool]:
    """For each atom whether it stands inside a quotation."""
    opening, closing = pack.grammar.open_quotes, pack.grammar.close_quotes
    signs = opening + closing + '"'
    if not quote_open and not any(not a.is_word and a.key in signs for a in atoms):
        return [False] * len(atoms)
    inside = quote_open
    flags: list[bool] = []
    for i, atom in enumerate(atoms):
        key = atom.key
        if key in opening:
            inside = True
        elif key in closing:
            inside = False
        elif key == '"':
            inside = not inside if not (quote_open and i == 0) else False
        flags.append(inside)
    return flags


def verb_between(sentence: Sentence, p: int, q: int) -> bool:
    """Whether a verb stands between two neighbouring phrases."""
    if p < 0:
        return True
    first, last = sentence.phrases[p].last + 1, sentence.phrases[q].first
    return any(sentence.verb_at[i] >= 0 for i in range(first, last))


def members(sentence: Sentence, p: int) -> list[int]:
    """The phrase ``p`` and all later members of its list."""
    found = [p]
    while sentence.next_in_list[found[-1]] >= 0:
        found.append(sentence.next_in_list[found[-1]])
    return found


def leader(sentence: Sentence, p: int) -> int:
    """The first member of the list that ``p`` belongs to."""
    return sentence.joined[p]


def of_child(sentence: Sentence, p: int) -> int | None:
    """The phrase that "of" ties to ``p``: "the government | of Iran", "dozens | of hospitals"."""
    q = p + 1
    if q >= len(sentence.phrases) or sentence.phrases[q].prep not in sentence.pack.relations.of:
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    if any(not (a.tags & (Tag.PREPOSITION | Tag.DETERMINER) or a.key in "\"«“-'") for a in between):
        return None
    if q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q:
        return q + 1  # "elements of | Freedonia's | intelligence services"
    return q


def opens_examples(sentence: Sentence, i: int) -> bool:
    """Whether "dont" at ``i`` only opens a list of examples: "neuf opérateurs, dont | X et Y"."""
    q = sentence.phrase_at[i + 1] if i + 1 < len(sentence.atoms) else -1
    return q >= 0 and sentence.phrases[q].prep == "dont"


def verb_of_word(sentence: Sentence, i: int) -> int:
    """The number of the verb that word ``i`` is of; -1 where it is of none or beyond the sentence."""
    return sentence.verb_at[i] if i < len(sentence.verb_at) else -1


def attached(
    sentence: Sentence, p: int, prepositions: Collection[str], reach: int = 3
) -> list[int]:
    """Phrases after ``p`` that one of ``prepositions`` ties to it, before the next verb or boundary."""
    found: list[int] = []
    seen = 0
    i = sentence.phrases[p].last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            owner_only = q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q
            if (
                phrase.prep in prepositions
                and leader(sentence, q) == q
                and not owner_only
                and phrase.owner != p
                and not criticised(sentence, q)
            ):
                found.append(q)
            seen += not owner_only
            if seen >= reach and not found:
                break
            i = phrase.last + 1
            continue
        atom = sentence.atoms[i]
        example = opens_examples(sentence, i) and "dont" in prepositions
        if (
            sentence.verb_at[i] >= 0
            or atom.key in BOUNDARY
            or (atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER) and not example)
        ):
            break
        if atom.key == "," and found:
            break
        i += 1
    return found


def criticised(sentence: Sentence, q: int) -> bool:
    """Whether an adjective of reproach has phrase ``q`` as its complement: "deputados | críticos | da China"."""
    critical = sentence.pack.cues.critical
    if critical.isdisjoint(sentence.vocabulary):
        return False
    before = [a for a in sentence.atoms[: sentence.phrases[q].first] if not a.tags & Tag.DETERMINER]
    return any(a.key in critical for a in before[-2:])


def with_chain(sentence: Sentence, q: int) -> list[int]:
    """A phrase, then the phrases that it hangs on through prepositions: "hackers | in | Russia"."""
    if q < 0:
        return []
    chain = [leader(sentence, q)]
    while sentence.phrases[q].prep is not None and q > 0:
        first, last = sentence.phrases[q - 1].last + 1, sentence.phrases[q].first
        q -= 1
        if any(sentence.verb_at[k] >= 0 for k in range(first, last)):
            break
        if leader(sentence, q) not in chain:
            chain.append(leader(sentence, q))
    return chain


def is_plural(sentence: Sentence, q: int) -> bool:
    """Whether a phrase means several: by its form, its number, or as the head of a list."""
    phrase = sentence.phrases[q]
    number = phrase.number[0] if phrase.number is not None else 1
    return phrase.plural or number > 1 or sentence.next_in_list[q] >= 0
