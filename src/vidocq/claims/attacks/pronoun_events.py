"""Pronouns that stand for an attack: "Elle a été revendiquée par …", "celle-ci visait …", "it was blamed on …".

A pronoun of the gender of the noun by which the text last spoke of an attack means that attack, where it
plays an attack's part (claimed, blamed, carried out). As the one who hits somebody it does so only
where no actor of that gender can be meant. The genders are the language pack's (``event_pronouns``).
"""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.fold import fold
from vidocq.model import Reference

_FAR = 2
"""Sentences after which a pronoun no longer means the attack."""


def pronoun_event(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The attack that pronoun ``p`` can mean; None where there is none or its gender is another."""
    pronouns = context.pack.phrases.event_pronouns
    gender = pronouns.get(sentence.phrases[p].head)
    events = context.memory.events
    if gender is None or not events:
        return None
    last = events[-1]
    if context.number - max(last.sentence, context.memory.event_sentence) > _FAR:
        return None
    if gender not in ("any", _gender(context, last.reference.text)):
        return None
    return last.reference


def attack_before(sentence: Sentence, p: int) -> int | None:
    """The attack that "dafür" or "dahinter" at ``p`` takes up in its own sentence."""
    if sentence.phrases[p].head not in sentence.pack.cues.pronominal:
        return None
    return next(
        (q for q in range(p - 1, -1, -1) if sentence.phrases[q].kind in ("attack", "incident")),
        None,
    )


def _gender(context: Context, text: str) -> str:
    """The gender of the head noun of an event's words, by its ending."""
    words = [w.strip(".,;:«»\"'") for w in fold(text).split()]
    head = next(
        (w for w in words if w not in context.pack.cues.small_words and not w.isdigit()), ""
    )
    masculine = context.pack.phrases.masculine_events
    return "masculine" if head.endswith(tuple(masculine)) else "feminine"
