"""Relative pronouns that are no subject: "dont X est l'auteur", "à qui Y impute", "que dénonce Z".

What the pronoun stands for is then governed like an object or a phrase with a preposition; that the
subject may stand after the verb is the concern of `finite_clauses`.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, with_chain
from vidocq.language.tags import Tag

OBJECT = "object"


def relative_of(sentence: Sentence, v: int) -> int | None:
    """The atom of the relative pronoun that opens the clause of verb ``v``, its subject perhaps between."""
    i = sentence.verbs[v].first - 1
    passed = False
    while i > 0:
        q = sentence.phrase_at[i]
        atom = sentence.atoms[i]
        if q >= 0:
            if sentence.phrases[q].prep is None and passed and not sentence.clause_at:
                return None
            passed = passed or sentence.phrases[q].prep is None
            i = sentence.phrases[q].first - 1
            continue
        if sentence.verb_at[i] >= 0 or atom.key in (",", ";", ":", "–", "—"):
            return None
        if atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER):
            return i
        i -= 1
    return None


def case_of(sentence: Sentence, relative: int) -> str | None:
    """What the pronoun is in its clause: the preposition that it stands for or follows, or ``object``."""
    atom, before = sentence.atoms[relative], sentence.atoms[relative - 1]
    # "le piratage du parti, | que Berlin impute à X", where "dit-il, que …" has no noun before the comma.
    apart = before.key == "," and atom.word.value == OBJECT and _noun_ends(sentence, relative - 2)
    if atom.tags & Tag.COMPLEMENTISER and sentence.phrase_at[relative - 1] < 0 and not apart:
        return None
    if before.tags & Tag.PREPOSITION and sentence.phrase_at[relative - 1] < 0:
        return before.word.value or before.key
    return atom.word.value


def _noun_ends(sentence: Sentence, i: int) -> bool:
    """Whether a phrase, with at most a word or two that belong to it, ends at atom ``i``."""
    for k in range(i, max(i - _TAIL, -1), -1):
        if sentence.phrase_at[k] >= 0:
            return True
        if sentence.verb_at[k] >= 0:
            return False
    return False


_TAIL = 3


def antecedents(sentence: Sentence, relative: int) -> list[int]:
    """What a governed relative pronoun stands for: the phrase before it, then those it hangs on."""
    i = relative - 1
    while i >= 0 and sentence.phrase_at[i] < 0:
        if sentence.verb_at[i] >= 0:
            return []
        i -= 1
    if i < 0:
        return []
    return with_chain(sentence, sentence.phrase_at[i])


def governed(sentence: Sentence, v: int, cases: tuple[str, ...]) -> list[int]:
    """What a relative pronoun in one of the cases stands for in the clause of verb ``v``."""
    if not sentence.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER):
        return []
    relative = relative_of(sentence, v)
    if relative is None:
        return []
    case = case_of(sentence, relative)
    return antecedents(sentence, relative) if case in cases else []
