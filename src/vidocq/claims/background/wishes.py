"""What a sentence only asks for or wants: "requires operators to report cyberattacks".

An infinitive under a verb of wanting is what somebody wants and not what was done: it claims nothing
(claim guide, rule 11).
"""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack


def asserted(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of ``sentence`` that it asserts."""
    if not drafts:
        return drafts
    wished = _wishes(sentence, context.pack)
    if not wished:
        return drafts
    return [d for d in drafts if not any(first <= d.atom <= last for first, last in wished)]


def _wishes(sentence: Sentence, pack: Pack) -> list[tuple[int, int]]:
    """The ranges of infinitives that stand under a verb of wanting, asking or requiring."""
    found: list[tuple[int, int]] = []
    all_dependencies = dependencies(sentence)
    for v, verb in enumerate(sentence.verbs):
        if not verb.infinitive:
            continue
        governor = all_dependencies[v].governor
        if governor is not None and not sentence.verbs[governor].lemmas.isdisjoint(
            pack.phrases.wishing_verbs
        ):
            end = (
                sentence.verbs[v + 1].first - 1
                if v + 1 < len(sentence.verbs)
                else len(sentence.atoms)
            )
            found.append((verb.first, end))
    return found
