"""Object pronouns that lean on a verb: "l'accuse", "les a démenties", "lui impute", "en est l'auteur".

They stand before the verb and govern nothing, so they are no phrases of the sentence's row: each
becomes a phrase of kind ``clitic`` behind the others, kept with its verb and its case ("object", or the
preposition that it stands for). Which words these are is the language pack's to say (``clitics``).

Where the pronoun only takes up what the clause opens with ("El ataque | lo | llevó a cabo Lazarus", "A Rusia | la | acusa
Washington"), that is what the verb governs, and its subject comes after it.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import accuses
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase

CLITIC = "clitic"
_PASSED = Tag.NEGATION | Tag.ADVERB


def find_clitics(sentence: Sentence, pack: Pack) -> None:
    """Give each verb of the sentence the pronouns that lean on it."""
    cases = pack.phrases.clitics
    if not cases:
        return
    for v, verb in enumerate(sentence.verbs):
        i = verb.first - 1
        while i >= 0:
            atom = sentence.atoms[i]
            case = cases.get(atom.key)
            if case is None and not (atom.tags & _PASSED and sentence.phrase_at[i] < 0):
                break
            if case is not None and not _elsewhere(sentence, i):
                topic = _topic(sentence, v, i, case)
                sentence.clitics[v, case] = (
                    topic if topic is not None else _phrase(sentence, i, case)
                )
            i -= 1
        if verb.last + 2 < len(sentence.atoms) and sentence.atoms[verb.last + 1].key == "-":
            _follows(sentence, v, verb.last + 2, cases)


def _follows(sentence: Sentence, v: int, i: int, cases: dict[str, str]) -> None:
    """The pronoun that a hyphen ties to the verb before it: Portuguese "deteve | -o", "acusou | -a de …"."""
    atom = sentence.atoms[i]
    case = _TIED.get(atom.key) or cases.get(atom.key)
    tied = not atom.spaced and not sentence.atoms[i - 1].spaced and sentence.phrase_at[i] < 0
    if case is not None and tied:
        sentence.clitics[v, case] = _phrase(sentence, i, case)


_TIED = {
    **dict.fromkeys(("o", "a", "os", "as", "lo", "la", "los", "las", "no", "na"), "object"),
    **dict.fromkeys(("lhe", "lhes"), "a"),
}


def _topic(sentence: Sentence, v: int, i: int, case: str) -> int | None:
    """The phrase before the pronoun at ``i`` that it takes up; notes the subject after the verb (`Sentence.clefts`)."""
    if not sentence.pack.cues.loose_relatives:
        return None
    k = i - 1
    while k >= 0 and sentence.atoms[k].key in sentence.pack.cues.reflexives:
        k -= 1
    p = sentence.phrase_at[k] if k >= 0 else -1
    if p < 0:
        return None
    phrase, verb = sentence.phrases[p], sentence.verbs[v]
    personal = phrase.prep is not None and phrase.prep in sentence.pack.relations.to
    event = phrase.prep is None and phrase.kind in _EVENTS and case == "object"
    if not (event or (personal and phrase.kind in _BLAMED and accuses(verb))):
        return None
    if p and (personal and not _opens(sentence, p)):
        return None
    follower = _follower(sentence, verb.last)
    if follower is None and not (event and accuses(verb)):
        return None
    if follower is not None:
        sentence.clefts[v] = follower
    return p


def _opens(sentence: Sentence, p: int) -> bool:
    """Whether no bare phrase stands before phrase ``p``, that could be the verb's subject."""
    return all(other.prep is not None for other in sentence.phrases[:p])


def _follower(sentence: Sentence, last: int) -> int | None:
    """The bare phrase right after a verb, adverbs aside."""
    i = last + 1
    atoms = sentence.atoms
    while i < len(atoms) and sentence.phrase_at[i] < 0 and atoms[i].tags & _BEFORE:
        i += 1
    q = sentence.phrase_at[i] if i < len(atoms) else -1
    return q if q >= 0 and sentence.phrases[q].prep is None else None


_BEFORE = Tag.ADVERB | Tag.DETERMINER
_EVENTS = frozenset({"attack", "incident", "malware", "deed"})
_BLAMED = frozenset({"state", "agency", "group", "person", "government", "service", "name"})


def _elsewhere(sentence: Sentence, i: int) -> bool:
    """Whether the word is no clitic here: a subject by contrast ("Lui jure …"), or "en" before a gerund."""
    atoms = sentence.atoms
    if sentence.phrase_at[i] >= 0:
        return i == 0 or not atoms[i - 1].is_word or bool(atoms[i - 1].tags & Tag.PREPOSITION)
    verb = sentence.verb_at[i + 1]
    return (
        atoms[i].key in sentence.pack.cues.gerund_markers
        and verb >= 0
        and sentence.verbs[verb].gerund
    )


def _phrase(sentence: Sentence, i: int, case: str) -> int:
    """The number of the clitic's phrase; a pronoun that is a phrase already becomes one that is governed."""
    if sentence.phrase_at[i] >= 0:
        number = sentence.phrase_at[i]
        sentence.phrases[number].kind, sentence.phrases[number].prep = CLITIC, case
        return number
    atom = sentence.atoms[i]
    text = sentence.text[atom.start : atom.end]
    phrase = Phrase(i, i, atom.start, atom.end, text, CLITIC, head=atom.key, prep=case)
    phrase.determined, phrase.plural = True, atom.key in sentence.pack.cues.plural_clitics
    number = len(sentence.phrases)
    sentence.phrases.append(phrase)
    sentence.next_in_list.append(-1)
    sentence.joined.append(number)
    return number
