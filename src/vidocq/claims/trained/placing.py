"""What is proposed of a sentence beside what the rules found: who says it, what denies it, when it was.

The rules come first and know nothing of it: the memory of the document is the same with and without.
"""

from __future__ import annotations

from typing import Protocol

from vidocq.claims.answers.denials import deny_unfounded, deny_what_follows
from vidocq.claims.background.screening import without_background
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import set_apart
from vidocq.claims.draft import Draft
from vidocq.claims.speech.sources import assign_sources
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.weighing import Weighing


class SecondReader(Protocol):
    """Who reads beside the rules."""

    def begin(self, context: Context, sentences: list[Sentence]) -> None:
        """Look at all sentences of a document, before it is asked about the first."""

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        """The mentions of a sentence, to be weighed."""

    def propose(self, weighing: Weighing) -> list[Draft]:
        """Further drafts of a sentence, given those of the rules."""

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        """Decide who says the drafts of a sentence."""

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        """Those of a document's drafts that stand."""

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        """Set the dates of those drafts to which no rule gave one."""


def placed(
    context: Context, sentence: Sentence, ruled: list[Draft], second: SecondReader
) -> list[Draft]:
    """What ``second`` adds to the rules' drafts of a sentence, with claimants, denials and times."""
    weighing = second.weighing(context, sentence, ruled)
    added = without_background(sentence, second.propose(weighing))
    if added:
        memory = context.memory
        context.memory = set_apart(memory)
        added = deny_unfounded(context, sentence, added)
        # The rules' drafts stand beside them: whoever accuses there says the rest too.
        assign_sources(context, sentence, [*ruled, *added])
        added = deny_what_follows(sentence, added, context)
        context.memory = memory
        context.times.give(added)
    if ruled or added:
        second.credit(weighing, [*ruled, *added])
    _tell(context, ruled)
    return added


def _tell(context: Context, ruled: list[Draft]) -> None:
    """Keep which roles the rules gave whom, for what is proposed of later sentences."""
    told = context.told
    for draft in ruled:
        told.setdefault(draft.subject.id, set()).add(f"subject of {draft.predicate}")
        if draft.object is not None:
            told.setdefault(draft.object.id, set()).add(f"object of {draft.predicate}")
        for claimant in draft.claimants or ():
            told.setdefault(claimant.id, set()).add("claimant")
