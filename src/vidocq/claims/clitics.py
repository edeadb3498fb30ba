"""Object pronouns that lean on a verb: "l'accuse", "les a démenties", "lui impute", "en est l'auteur".

They stand before the verb and govern nothing, so they are no phrases of the sentence's row: each
becomes a phrase of kind ``clitic`` behind the others, kept with its verb and its case ("object", or the
preposition that it stands for). Which words these are is the language pack's to say (``clitics``).
"""

from __future__ import annotations

from vidocq.claims.layout import Sentence
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
                sentence.clitics[v, case] = _phrase(sentence, i, case)
            i -= 1


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
