"""Questions of journalists in a transcript: "Q  The websites of the gang are down …" asserts nothing, whatever it supposes."""

from __future__ import annotations

from vidocq.language.pack import Pack

_LONGEST = 16


def is_asked(text: str, start: int, pack: Pack) -> bool:
    """Whether the sentence at ``start`` is of a paragraph that a journalist speaks, by the word that opens it ("Q", "Question:")."""
    line = text.rfind("\n", 0, start) + 1
    opening = text[line : line + _LONGEST].lstrip()
    for word in pack.cues.questioners:
        if opening.startswith(word):
            after = opening[len(word) : len(word) + 1]
            # No sentence begins with this letter alone; others open names too ("F Keller said"), so that a colon must follow.
            if after == ":" or (word == "Q" and after.isspace()):
                return True
    return False
