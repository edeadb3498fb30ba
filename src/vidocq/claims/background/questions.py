"""Questions of journalists in a transcript: "Q  The websites of the gang are down …" asserts nothing, whatever it supposes."""

from __future__ import annotations

from vidocq.language.pack import Pack

_MARKS = (":", ".", "—", "–", " ", "\xa0", "\t")


def is_asked(text: str, start: int, pack: Pack) -> bool:
    """Whether the sentence at ``start`` is of a paragraph that a journalist speaks, by the word that opens it ("Q", "Question:")."""
    line = text.rfind("\n", 0, start) + 1
    opening = text[line : line + _LONGEST].lstrip()
    return any(
        opening.startswith(word) and opening[len(word) : len(word) + 1] in _MARKS_OF[len(word) > 1]
        for word in pack.cues.questioners
    )


_LONGEST = 16
_MARKS_OF = (frozenset(_MARKS), frozenset(_MARKS[:2]))
"""What stands behind the one letter, and behind a word."""
