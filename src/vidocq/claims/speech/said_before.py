"""Who said what the sentence before told: "Das teilte das Ministerium mit", "Dat meldt de krant".

Dispatches in languages whose finite verb is second name their source in a short sentence of its own that opens with a
pronoun. It makes no claim; it says whose the claims before it are.
"""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.frames import role_kinds
from vidocq.claims.speech.speakers import is_outlet, speak
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.model import Predicate

_ACTS = frozenset(
    {
        *(Predicate.CONDEMNS, Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS),
        *(Predicate.DISRUPTS, Predicate.RESPONDS),
    }
)


def names_source(atoms: list[Atom], pack: Pack) -> bool:
    """A quick look: whether a sentence opens with a pronoun that stands for what was said, and a verb of saying."""
    if not pack.grammar.verb_second or len(atoms) < _SHORTEST:
        return False
    opener = atoms[0]
    if opener.key not in pack.cues.neuter_pronouns or not opener.tags & Tag.DETERMINER:
        return False
    following = atoms[1]
    says = following.tags & (Tag.HAVE | Tag.BE | Tag.BECOME) or "say" in following.word.frames
    return bool(says) and any("say" in atom.word.frames for atom in atoms[1:])


_SHORTEST = 3


def said_before(context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
    """Give the claims of the sentence before to whom this one names as saying so."""
    if drafts or not context.before or not names_source(sentence.atoms, sentence.pack):
        return
    saying = [v for v, verb in enumerate(sentence.verbs) if "say" in verb.frames]
    if not saying or any(sentence.verbs[v].negated for v in saying):
        return
    kinds = role_kinds("say", "speaker") - {"pronoun"}
    for p, phrase in enumerate(sentence.phrases):
        if phrase.prep is not None or phrase.kind not in kinds:
            continue
        found = speak(sentence, p, context.memory)
        if not found:
            continue
        outlets = tuple(r for r in found if is_outlet(r))
        others = tuple(r for r in found if not is_outlet(r))
        for draft in context.before:
            if draft.predicate not in _ACTS and not draft.claimants:
                draft.claimants = others
            draft.via = draft.via or outlets
        return
