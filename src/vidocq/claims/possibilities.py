"""Notices of flaws: what "an attacker could" do has been done by nobody, and a flaw that is only patched was not exploited."""

from __future__ import annotations

from vidocq.claims.layout import Sentence
from vidocq.language.tags import Form
from vidocq.mentions.phrases import Phrase

_DEEDS = frozenset({"hack", "steal", "take", "target", "exploit", "perpetrate", "accuse", "avow"})
"""Frames of verbs that tell of an attack."""


def only_possible(sentence: Sentence) -> bool:
    """Whether a sentence only says what somebody may do: "lets an attacker hijack sessions", "un attaquant pourrait voler …"."""
    cues = sentence.pack.cues
    if "actor" not in sentence.kinds or not any(_is_anybody(sentence, p) for p in sentence.phrases):
        return False
    lets = not cues.allowing.isdisjoint(sentence.vocabulary)
    if not lets and not any(v.modal in _MAY for v in sentence.verbs):
        return False
    return not any(
        not _DEEDS.isdisjoint(v.frames) and v.form & (Form.PAST | Form.PARTICIPLE) and _told(v.form)
        for v in sentence.verbs
        if v.modal is None and not v.infinitive
    )


_MAY = frozenset({"ability", "possible", "conditional", "rumour"})


def _told(form: int) -> bool:
    """Whether a verb's form is no bare present as well ("hit")."""
    return not form & Form.PRESENT


def _is_anybody(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an attacker is whoever it may be: "an attacker"."""
    if phrase.kind != "actor" or phrase.plural or not phrase.indefinite:
        return False
    plain = phrase.head in sentence.pack.cues.attackers
    plain = plain or phrase.head in sentence.pack.phrases.plain_actors
    return plain and not phrase.marks and not phrase.names and phrase.number is None


def tells_of_exploitation(sentence: Sentence) -> bool:
    """Whether a sentence says that a flaw was used against somebody: "exploited in attacks", "a zero-day"."""
    if not sentence.pack.cues.exploitation.isdisjoint(sentence.vocabulary):
        return True
    return any(
        "exploit" in v.frames and v.modal is None and not v.negated and not v.infinitive
        for v in sentence.verbs
    )
