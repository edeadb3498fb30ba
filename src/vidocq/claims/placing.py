"""What is proposed of a sentence beside what the rules found: who says it, what denies it, when it was.

The rules come first and know nothing of it: they and the memory of the document are the same with and without.
"""

from __future__ import annotations

from collections.abc import Callable

from vidocq.claims.context import Context
from vidocq.claims.denials import deny_unfounded, deny_what_follows
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.mentioned import set_apart
from vidocq.claims.sources import assign_sources

Propose = Callable[[Context, Sentence, list[Draft]], list[Draft]]
"""What proposes further drafts of a sentence, given those of the rules."""


def placed(
    context: Context, sentence: Sentence, ruled: list[Draft], propose: Propose
) -> list[Draft]:
    """What ``propose`` adds to the rules' drafts of a sentence, with claimants, denials and times."""
    added = propose(context, sentence, ruled)
    if added:
        memory = context.memory
        context.memory = set_apart(memory)
        added = deny_unfounded(context, sentence, added)
        # The rules' drafts stand beside them: whoever accuses there says the rest too.
        assign_sources(context, sentence, [*ruled, *added])
        added = deny_what_follows(sentence, added, context)
        context.memory = memory
        context.times.give(added)
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
