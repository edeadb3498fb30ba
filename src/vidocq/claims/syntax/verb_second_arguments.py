"""The phrases of a clause, and which are subject and objects: told by case, number and order.

The first bare phrase is the subject unless its case or the number of the verb speaks against it; a relative pronoun, an
infinitive and a clause joined by "and" may have theirs from elsewhere.
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Kind
from vidocq.claims.syntax.layout import Sentence, leader
from vidocq.claims.syntax.verb_second_records import Clause, VerbSecondParse, cases_of
from vidocq.claims.syntax.verbs import VerbGroup, accuses
from vidocq.language.tags import Tag

_AGENTS = frozenset(
    {"state", "agency", "group", "actor", "persons", "government", "service", "name"}
)
_EITHER = frozenset({"name", "group", "state", "company", "agency", "bloc", "malware"})
"""Kinds whose number the phrase does not tell ("die USA", "Anonymous")."""


def phrases_of(parse: VerbSecondParse, clause: Clause) -> tuple[list[int], list[int]]:
    """The bare and the governed phrases of a clause, first members of lists, in order."""
    sentence = parse.sentence
    bare: list[int] = []
    oblique: list[int] = []
    for number, (first, last) in enumerate(clause.spans):
        verbless = not any(first <= sentence.verbs[w].first <= last for w in clause.verbs)
        for q, phrase in enumerate(sentence.phrases):
            if not first <= phrase.first <= last or q in parse.apart:
                continue
            if leader(sentence, q) != q or phrase.kind == "time" or _owns(sentence, q):
                continue
            if phrase.prep is not None:
                oblique.append(q)
            elif not (verbless and number and bare):
                bare.append(q)  # what stands between commas after a noun renames it
    return bare, oblique


def _owns(sentence: Sentence, q: int) -> bool:
    """Whether a phrase is the owner of the next, and so no part of the clause by itself."""
    phrases = sentence.phrases
    return q + 1 < len(phrases) and phrases[q + 1].owner == q


def give_dative(
    sentence: Sentence, clause: Clause, verb: VerbGroup, bare: list[int], oblique: list[int]
) -> None:
    """ "schreibt den Angriff | der Gruppe | zu": no genitive where the verb wants a second object.

    What stands before the finite verb of a main clause is one constituent: "die Botschaft | der Ukraine | nannte".
    """
    wants = any(
        sum(slot == "object" for slot in use.slots.values()) > 1
        for form in verb.forms
        for use in form.uses
    )
    genitive = sentence.pack.grammar.genitive
    if not wants or not genitive or len(bare) > 2:
        return
    finite = sentence.verbs[clause.finite].first if clause.finite >= 0 else 0
    for q in oblique:
        phrase = sentence.phrases[q]
        opening = sentence.atoms[phrase.first]
        able = "d" in sentence.pack.grammar.cases.get(opening.key, "")
        if clause.kind is Kind.MAIN and q > 0 and phrase.last < finite:
            able = able and sentence.phrases[q - 1].last < phrase.first - 1
        if phrase.prep == genitive and able and phrase.kind in _AGENTS:
            phrase.prep = None
            oblique.remove(q)
            bare.append(q)
            return


def subject_and_objects(
    parse: VerbSecondParse, clause: Clause, verb: VerbGroup, bare: list[int]
) -> tuple[list[int], list[int]]:
    """Subject and objects among the bare phrases."""
    sentence = parse.sentence
    relative: list[int] = []
    case = "nadg"
    if clause.kind is Kind.RELATIVE and clause.opener >= 0:
        atom = sentence.atoms[clause.opener]
        case = sentence.pack.grammar.cases.get(atom.key, "na")
        before = sentence.atoms[clause.opener - 1]
        governed = before.tags & Tag.PREPOSITION and sentence.phrase_at[clause.opener - 1] < 0
        if clause.antecedent >= 0 and not governed and "g" not in case.replace("nadg", ""):
            relative = [leader(sentence, clause.antecedent)]
    if verb.infinitive or clause.kind is Kind.REDUCED:
        return _controller(parse, clause), bare
    if clause.shares >= 0 and not relative and _follows_and(sentence, clause):
        shared = parse.clauses[clause.shares].subjects[:1]
        if shared and not verb.passive:
            return list(shared), bare  # "wird vom FSB gesteuert und | greift | Behörden an"
    able = [q for q in bare if "n" in _cases_in(sentence, clause, q)]
    if relative and "n" in case and not _object_of_relative(sentence, clause, relative, able, case):
        return relative, bare
    agreeing = [q for q in able if not _disagrees(sentence, clause, q)] or able
    sure = [q for q in agreeing if _certainly(sentence, clause, q)]
    subject = (sure or agreeing)[:1]
    others = [q for q in bare if q not in subject]
    if relative and subject:
        others = [*relative, *others]
    if not subject and clause.kind is Kind.COMPLEMENT and clause.governor is not None:
        subject = list(parse.found[clause.governor].subjects[:1])  # "ontkent dat | het | …"
    elif not subject and clause.shares >= 0:
        subject = list(parse.clauses[clause.shares].subjects[:1])
    elif clause.shares >= 0 and subject and clause.inverted is False and not others:
        shared = parse.clauses[clause.shares].subjects[:1]
        if shared and _before_own_verb(sentence, clause, subject[0]):
            return shared, subject
    if verb.passive:
        return [*subject, *others], others
    return subject, others


def _controller(parse: VerbSecondParse, clause: Clause) -> list[int]:
    """Whose action an infinitive is: the object of a verb that accuses, else the subject of what it hangs on."""
    v = clause.governor
    if v is None:
        return []
    outer = parse.found[v]
    governing = parse.sentence.verbs[v]
    if not governing.lemmas.isdisjoint(parse.sentence.pack.cues.dative_achieving):
        # "Dem BKA ist es gelungen, die Server abzuschalten"
        around = [*outer.subjects, *outer.objects]
        return [q for q in around if parse.sentence.phrases[q].kind != "pronoun"][:1]
    if accuses(governing) and not governing.passive and outer.objects:
        return outer.objects[:1]
    endeavour = _endeavour(
        parse.sentence, governing.last, clause.spans[0][0] if clause.spans else -1
    )
    if endeavour is not None:
        return endeavour
    return outer.subjects[:1]


def _endeavour(sentence: Sentence, after: int, end: int) -> list[int] | None:
    """Whose an endeavour under a preposition is that an infinitive tells: "warnte vor | Bemühungen | russischer Hacker, Firmen
    anzugreifen". Nobody's where none is named: not that of whoever tells of it."""
    cues, relations = sentence.pack.cues, sentence.pack.relations
    for q, phrase in enumerate(sentence.phrases):
        if not after < phrase.first < end or phrase.head not in cues.endeavours:
            continue
        following = sentence.phrases[q + 1] if q + 1 < len(sentence.phrases) else None
        if phrase.prep in relations.places:
            return None
        if phrase.owner is not None:
            return [phrase.owner]
        if following is not None and following.last < end:
            owned = (
                following.prep in relations.of or following.prep == sentence.pack.grammar.genitive
            )
            if owned or following.prep in relations.agent:
                return [q + 1]
        return [] if phrase.prep is not None and not phrase.own else None
    return None


def _follows_and(sentence: Sentence, clause: Clause) -> bool:
    """Whether the finite verb of a clause stands right after the conjunction that joins it to the one before."""
    if clause.finite < 0:
        return False
    i = sentence.verbs[clause.finite].first - 1
    return i > 0 and bool(sentence.atoms[i].tags & Tag.CONJUNCTION)


def _object_of_relative(
    sentence: Sentence, clause: Clause, relative: list[int], able: list[int], case: str
) -> bool:
    """Whether number or case tell that the relative pronoun is the object: "die Hacker, | die | der Minister nannte"."""
    if not able:
        return False
    other = _disagrees(sentence, clause, relative[0]) and not _disagrees(sentence, clause, able[0])
    return other or ("a" in case and any(_certainly(sentence, clause, q) for q in able))


def _cases_in(sentence: Sentence, clause: Clause, q: int) -> str:
    """The cases of a phrase; one that a relative pronoun runs into has any."""
    phrase = sentence.phrases[q]
    if phrase.first <= clause.opener <= phrase.last:
        return "nadg"
    return cases_of(sentence, q)


def _certainly(sentence: Sentence, clause: Clause, q: int) -> bool:
    """Whether a phrase can be nothing but the subject."""
    return _cases_in(sentence, clause, q) == "n"


def _before_own_verb(sentence: Sentence, clause: Clause, q: int) -> bool:
    """Whether the only phrase of a second conjunct is its object: "griff X an und | stahl | Daten"."""
    v = clause.main
    return sentence.verbs[v].first < sentence.phrases[q].first or clause.finite not in clause.verbs


def _plural_verb(sentence: Sentence, clause: Clause) -> bool | None:
    """Whether the finite verb is a plural; None without one."""
    if clause.finite < 0:
        return None
    key = sentence.atoms[sentence.verbs[clause.finite].head].key
    cues = sentence.pack.cues
    if key in cues.plural_auxiliaries:
        return True
    if key in cues.singular_auxiliaries:
        return False
    return key.endswith(sentence.pack.grammar.plural_verbs)


def _disagrees(sentence: Sentence, clause: Clause, q: int) -> bool:
    """Whether number tells that a phrase is not the subject."""
    plural = _plural_verb(sentence, clause)
    phrase = sentence.phrases[q]
    several = sentence.next_in_list[q] >= 0 or (phrase.number is not None and phrase.number[0] > 1)
    numbers = {noun.plural for noun in sentence.atoms[phrase.last].word.nouns}
    if len(numbers) > 1 and not several:
        return False  # "Hacker" is one or many
    if plural is None or phrase.kind in ("pronoun", "we"):
        return False
    if plural:
        return not (several or phrase.plural or phrase.kind in _EITHER)
    return several or (phrase.plural and phrase.kind not in _EITHER)
