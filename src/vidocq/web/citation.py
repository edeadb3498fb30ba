"""A citation that can be pasted: the words, their source, its date, and the address of the claim."""

from __future__ import annotations

from vidocq.resolve.statement import Passage
from vidocq.web.entities import day_words, visible
from vidocq.web.wording import say


def citation(language: str, passage: Passage, origin: str) -> str:
    """“Words”. Publisher, “Title”, date. https://…/claim/ID ; ``origin`` is the explorer's own address."""
    source = [
        visible(passage.publisher) if passage.publisher else None,
        say(language, "claim.quoted", text=visible(passage.title)) if passage.title else None,
        day_words(language, passage.published) or None,
    ]
    words = visible(" ".join(passage.quote.split()))
    end = "" if words.endswith((".", "!", "?", "…")) else "."
    parts = [say(language, "claim.quoted", text=words) + end]
    known = ", ".join(part for part in source if part)
    if known:
        parts.append(known + ".")
    if passage.claim:
        parts.append(f"{origin}/claim/{passage.claim}")
    return " ".join(parts)
