"""Subjects that only the verb's ending tells: "Robaron datos de …", "Aggiunge che …", "Atribuimos a campanha a …".

Where a language leaves such pronouns out, a finite verb without a subject is given a pronoun of its own, behind the
phrases of the sentence like those that lean on verbs (`vidocq.claims.syntax.clitics`): kind ``pronoun``, or ``we`` where the
ending is that of the first person. A bare phrase after the verb may be its subject instead ("Investiga | la policía"); number
tells where it can.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, is_plural
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.mentions.phrases import Phrase

_DOERS = frozenset(
    {
        *("state", "bloc", "agency", "company", "organisation", "person", "office", "government"),
        "name",
    }
    | {
        *(
            "service",
            "group",
            "actor",
            "persons",
            "statement",
            "charges",
            "attack",
            "incident",
            "malware",
        )
    }
)
"""Kinds that after a verb are as likely its subject as its object."""
_ATTACKS = frozenset({"hack", "steal", "target", "exploit", "use", "sponsor", "locate", "take"})


def null_subject(sentence: Sentence, v: int, objects: list[int]) -> int | None:
    """The number of the pronoun that verb ``v`` has in its ending; None where it may have another subject."""
    grammar, verb = sentence.pack.grammar, sentence.verbs[v]
    if not grammar.plural_verbs or not _finite(verb):
        return None
    ending = sentence.atoms[verb.first].key
    if ending.endswith(grammar.first_plural_verbs):
        return _pronoun(sentence, verb, "we")
    plural = ending.endswith(grammar.plural_verbs)
    if verb.frames.isdisjoint(_ATTACKS) if plural else "say" not in verb.frames:
        return None  # "Detuvieron a X": somebody did; "Registrava i tasti": a thing may
    if any(
        sentence.phrases[q].kind in _DOERS and is_plural(sentence, q) is plural for q in objects
    ):
        return None
    return _pronoun(sentence, verb, "pronoun", plural=plural)


def claimed_by_follower(sentence: Sentence, v: int, objects: list[int]) -> bool:
    """Whether the band after a verb of claiming responsibility is who claims it: "rivendica | Killnet"."""
    verb = sentence.verbs[v]
    return (
        bool(objects)
        and "avow" in verb.frames
        and _finite(verb)
        and sentence.phrases[objects[0]].kind in ("group", "actor")
    )


def done_to_follower(sentence: Sentence, v: int, objects: list[int]) -> bool:
    """Whether a passive is said of the bare phrase after it: "Han sido detenidos | tres hackers | por la policía"."""
    verb = sentence.verbs[v]
    if not objects or not verb.passive or verb.infinitive or verb.gerund or verb.reflexive:
        return False
    return sentence.phrases[objects[0]].first > verb.last


def headed_by_participle(sentence: Sentence, v: int, objects: list[int]) -> bool:
    """Whether a headline opens with what was done to the bare phrase after it: "Detenidos | tres hackers | por la policía"."""
    verb = sentence.verbs[v]
    if v or not objects or not verb.participle or verb.passive:
        return False
    if any(a.is_word for a in sentence.atoms[: verb.first]):
        return False
    if any(other.participle for other in sentence.verbs[1:]):
        return False  # "Smantellata la rete, | impiegata | dal FSB": whose "by" it is, is not told.
    return sentence.phrases[objects[0]].first == verb.last + 1


def _finite(verb: VerbGroup) -> bool:
    """Whether a verb is a finite active one with a meaning of its own."""
    return (
        verb.finite
        and not (
            verb.passive or verb.reflexive or verb.infinitive or verb.gerund or verb.participle
        )
        and not verb.copula
    )


def _pronoun(sentence: Sentence, verb: VerbGroup, kind: str, *, plural: bool = True) -> int:
    atom = sentence.atoms[verb.first]
    text = sentence.text[atom.start : atom.end]
    phrase = Phrase(verb.first, verb.first, atom.start, atom.end, text, kind)
    phrase.determined, phrase.plural = True, plural
    number = len(sentence.phrases)
    sentence.phrases.append(phrase)
    sentence.next_in_list.append(-1)
    sentence.joined.append(number)
    return number
