"""Claims that phrases make without a verb: sponsors, homes, aliases, authors and victims of events, tools.

Which phrase makes which is decided here, by its kind; the modules that are called tell how.
"""

from __future__ import annotations

from vidocq.claims.answers.aimed_sanctions import aimed_sanctions
from vidocq.claims.answers.blame import blame
from vidocq.claims.attacks.aliases import alias_drafts
from vidocq.claims.attacks.findings import finding_drafts
from vidocq.claims.attacks.nominal_events import event_drafts
from vidocq.claims.attacks.sponsorship import actor_drafts, front_drafts, home_drafts
from vidocq.claims.attacks.tool_phrases import maker_drafts, use_drafts
from vidocq.claims.attacks.victimology import victimology_drafts
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence

_SPONSORED = frozenset({"actor", "group", "persons", "company", "name", "malware"})
_ALIAS_KINDS = frozenset({"group", "malware", "agency", "actor", "person"})


def nominal_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of all phrases of a sentence."""
    drafts: list[Draft] = []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind in _SPONSORED:
            drafts.extend(actor_drafts(context, sentence, p, phrase))
        if phrase.kind in ("attack", "incident"):
            drafts.extend(event_drafts(context, sentence, p, phrase))
        if phrase.kind == "malware":
            drafts.extend(maker_drafts(context, sentence, p, phrase))
        if phrase.kind == "sanctions":
            drafts.extend(aimed_sanctions(context, sentence, p))
        if phrase.kind == "use":
            drafts.extend(use_drafts(context, sentence, p, phrase))
        if phrase.kind in ("accusation", "denial", "lead"):
            drafts.extend(blame(context, sentence, p))
        if phrase.kind in _ALIAS_KINDS or phrase.kind == "name":
            drafts.extend(alias_drafts(context, sentence, p))
        if phrase.kind in ("company", "organisation"):
            drafts.extend(front_drafts(context, sentence, p))
        if phrase.descriptor == "persons" or phrase.kind == "person":
            drafts.extend(home_drafts(context, sentence, p))
    if context.dense:
        drafts.extend(victimology_drafts(context, sentence))
        drafts.extend(finding_drafts(context, sentence))
    return drafts
