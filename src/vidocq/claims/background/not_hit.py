"""Who stands behind the noun for an attack and was not hit by it.

A preposition that brings the victim brings others too: whom the attack was reported to ("comunicó el ataque | a la
policía"), and where the police went against attackers ("eine Aktion gegen Hacker | in Bonn").
"""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, attached
from vidocq.knowledge.facts import agency_kind
from vidocq.knowledge.schema import AgencyKind
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference

KEEPERS = frozenset({AgencyKind.POLICE, AgencyKind.JUSTICE, AgencyKind.CYBER_DEFENCE})
_ATTACKERS = frozenset({"actor", "persons", "group", "attack", "malware"})


def told_to(sentence: Sentence, p: int, q: int) -> bool:
    """Whether the attack ``p`` was reported to ``q``: "denunciato l'attacco | alla Polizia Postale".

    A body that keeps order is told of attacks, and any other where the verb only reports and it is known which attack:
    "notificó el incidente | a la Agencia" for "notificó un ataque | a sus servidores".
    """
    phrase, other = sentence.phrases[p], sentence.phrases[q]
    if other.prep not in sentence.pack.relations.to or other.own:
        return False
    verb = _verb_over(sentence, p)
    if verb is None or not sentence.verbs[verb].lemmas & sentence.pack.cues.reporting:
        return False
    if keeps_watch(sentence, other):
        return True
    known = phrase.determined and not phrase.indefinite
    blames = "condemn" in sentence.verbs[verb].frames
    return known and not blames and other.kind != "asset"


def keeps_watch(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means police, justice or a body of cyber defence, by its name or its noun."""
    if phrase.kind == "agency" and agency_kind(phrase.entity or "") in KEEPERS:
        return True
    enforcers = sentence.pack.cues.enforcers
    return bool(enforcers) and (
        phrase.head.startswith(enforcers) or phrase.head.endswith(enforcers)
    )


def keeps_order(reference: Reference) -> bool:
    """Whether a body of police, justice or defence against attacks: its "operation" is no attack."""
    return reference.type is EntityType.AGENCY and agency_kind(reference.id) in KEEPERS


def _verb_over(sentence: Sentence, p: int) -> int | None:
    """The verb that has phrase ``p`` as its object, or its subject in the passive."""
    for v, dependency in enumerate(dependencies(sentence)):
        passive = sentence.verbs[v].passive
        if p in dependency.objects[:1] or (passive and dependency.subjects[:1] == [p]):
            return v
    return None


def undertaken(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun for what anyone undertakes, with no word of the field: where it was is not whom it hit.

    "As ações ocorreram | em Lisboa", "l'operazione | a Milano" is as often what the police did.
    """
    heads = sentence.pack.cues.undertakings
    return phrase.weak and (phrase.head in heads or phrase.head.rstrip("s") in heads)


def against_attackers(sentence: Sentence, p: int) -> bool:
    """Whether an undertaking is that of those who go after attackers: "una macrooperación | contra el cibercrimen"."""
    phrase = sentence.phrases[p]
    if not undertaken(sentence, phrase):
        return False
    for atom in sentence.atoms[phrase.last + 1 :]:
        if atom.key in sentence.pack.cues.crime:
            return True
        if not atom.tags & (Tag.PREPOSITION | Tag.DETERMINER):
            break
    against = attached(sentence, p, sentence.pack.relations.against)
    return any(sentence.phrases[q].kind in _ATTACKERS for q in against)


def is_policing(sentence: Sentence, p: int, memory: Memory) -> bool:
    """Whether an operation is one against attackers ("opération contre des logiciels malveillants"), or such a one again."""
    phrase = sentence.phrases[p]
    if against_attackers(sentence, p):
        memory.policing = phrase.head
    again = undertaken(sentence, phrase) and phrase.head == memory.policing
    return again and phrase.owner is None and not phrase.own
