"""What police and justice do, told apart from attacks: their operations are none, and their units attack nobody.

"Una operación internacional coordinada por Europol", "Police units from Sweden": the nouns are those of attacks and
attackers too, and a word beside them or who acts tells which is meant. The phrase is then of the kind that it means.
"""

from __future__ import annotations

from vidocq.claims.background.not_hit import against_attackers, keeps_watch, undertaken
from vidocq.claims.syntax.layout import Sentence, attached
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase


def see_policing(sentence: Sentence, known: set[str]) -> None:
    """Give units and operations of police their kind. ``known``: the nouns by which the document told of such operations so far."""
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind == "name" and _names_operation(sentence, phrase):
            phrase.kind, phrase.weak, phrase.head = (
                "attack",
                True,
                phrase.text.split(" ")[0].lower(),
            )
            phrase.determined = True
        if not phrase.weak or phrase.entity is not None:
            continue
        if phrase.kind == "actor" and _of_police(sentence, p):
            phrase.kind = "office"
        elif phrase.kind == "attack" and undertaken(sentence, phrase):
            told = (
                against_attackers(sentence, p)
                or _of_police(sentence, p)
                or _led_by_police(sentence, p)
                or _police_take_part(sentence, p)
            )
            if told:
                known.add(phrase.head)
            if told or (phrase.head in known and _goes_back(phrase)):
                phrase.kind = "takedown"


def _names_operation(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name is that of an operation, and so nobody's: "Operation Endgame", "Operação Sentinela"."""
    first, _, rest = phrase.text.partition(" ")
    return bool(rest) and first.lower() in sentence.pack.cues.operations


def gone_after(sentence: Sentence, p: int) -> bool:
    """Whether an operation of police is against ``p``: who is gone after did not do that."""
    if p < 0 or sentence.phrases[p].prep not in sentence.pack.relations.against:
        return False
    before = [q for q in range(p) if sentence.phrases[q].kind in _UNDERTAKINGS]
    return bool(before) and sentence.phrases[before[-1]].kind == "takedown"


_UNDERTAKINGS = frozenset({"takedown", "attack", "incident"})


def _goes_back(phrase: Phrase) -> bool:
    """Whether a phrase can mean an operation told before: "the operation", "this action"."""
    return phrase.determined and phrase.owner is None and not phrase.own and not phrase.cyber


def _of_police(sentence: Sentence, p: int) -> bool:
    """Whether a noun is one of police by a word in it or right after it, or by the body it is of."""
    phrase, cues = sentence.phrases[p], sentence.pack.cues
    words = sentence.atoms[phrase.first : phrase.last + 1]
    if any(_says_police(sentence, a) for a in words):
        return True
    compound = sentence.pack.grammar.compounds and bool(cues.enforcers)
    if compound and phrase.text.split(" ")[-1].lower().startswith(cues.enforcers):
        return True  # "Polizeieinheiten"
    for atom in sentence.atoms[phrase.last + 1 :]:
        if _says_police(sentence, atom):
            return True
        if not atom.tags & (Tag.PREPOSITION | Tag.DETERMINER):
            break
    bodies = attached(sentence, p, sentence.pack.relations.of, reach=1)
    return any(keeps_watch(sentence, sentence.phrases[q]) for q in bodies)


def _says_police(sentence: Sentence, atom: Atom) -> bool:
    return not sentence.pack.cues.police_words.isdisjoint(atom.key.split(" "))


def _led_by_police(sentence: Sentence, p: int) -> bool:
    """Whether police lead an undertaking: "an operation | led by | Europol"."""
    end = sentence.phrases[p].last + _REACH
    for q in range(p + 1, min(p + _PHRASES, len(sentence.phrases))):
        body = sentence.phrases[q]
        if body.first > end:
            return False
        if body.prep in sentence.pack.relations.agent and keeps_watch(sentence, body):
            return True
    return False


_REACH = 8
"""Words after an undertaking within which "led by" names who leads it."""
_PHRASES = 3


def _police_take_part(sentence: Sentence, p: int) -> bool:
    """Whether police are said to carry out an undertaking or to take part in it."""
    first = sentence.phrases[p].first
    before = [v for v, verb in enumerate(sentence.verbs) if verb.last < first]
    if not before or "perpetrate" not in sentence.verbs[before[-1]].frames:
        return False
    verb = sentence.verbs[before[-1]]
    between = range(verb.last + 1, first)
    if verb.passive or any(sentence.phrase_at[i] >= 0 for i in between):
        return False
    actors = [q for q in range(p) if sentence.phrases[q].last < verb.first]
    return any(
        sentence.phrases[q].prep is None and keeps_watch(sentence, sentence.phrases[q])
        for q in actors[-_PHRASES:]
    )
