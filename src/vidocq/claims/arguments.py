"""Grammatical arguments: which phrase is the subject, the object, the "by" or "of" of a verb.

Fourth stage of the cascade (FASTUS: clauses). Search goes outward from the verb; a phrase governed
by a preposition is no subject and no object, a finite verb or a clause word ends the search,
relative clauses and insertions are stepped over.
"""

from __future__ import annotations

from vidocq.claims.layout import Sentence, leader
from vidocq.claims.verbs import VerbGroup
from vidocq.language.tags import Form, Tag

_STOPS = (";", ":")
_QUOTES = "\"«»“”„‘’'[]()"


def subjects(sentence: Sentence, v: int) -> list[int]:
    """Candidate subjects of verb ``v``, best first (first members of lists)."""
    verb = sentence.verbs[v]
    if verb.relative is not None:
        return antecedents(sentence, verb.relative)
    before = _skip_back(sentence, verb.first - 1)
    if (
        v > 0
        and verb.marker is None
        and verb.form & Form.INFINITIVE
        and before >= 0
        and sentence.atoms[before].tags & Tag.CONJUNCTION
        and (sentence.verbs[v - 1].infinitive or sentence.verbs[v - 1].modal)
    ):
        # "to spy on or disrupt": one subject for both.
        return subjects(sentence, v - 1)
    if verb.marker is not None and verb.marker != "to" and not verb.finite:
        # "for hacking X", "d'avoir piraté X": whoever the governing verb speaks of.
        return controllers(sentence, v)
    if verb.infinitive:
        return controllers(sentence, v)
    if (verb.gerund or (verb.participle and not verb.finite)) and before >= 0:
        q = sentence.phrase_at[before]
        if q >= 0:
            return _with_chain(sentence, q)
        if sentence.atoms[before].key == ",":
            governing = _previous_finite(sentence, v)
            return subjects(sentence, governing) if governing is not None else []
    return _leftward(sentence, v)


def passive_subjects(sentence: Sentence, v: int) -> list[int]:
    """What a passive is said of; a bare participle belongs to the phrase right before it ("groups | based in")."""
    verb = sentence.verbs[v]
    if verb.participle and not verb.passive and verb.relative is None:
        before = _skip_back(sentence, verb.first - 1)
        if before > 0 and sentence.atoms[before].key == ",":
            before -= 1
        if before >= 0 and sentence.phrase_at[before] >= 0:
            return _with_chain(sentence, sentence.phrase_at[before])
    return subjects(sentence, v)


def joined(sentence: Sentence, v: int, joining: frozenset[str]) -> list[int]:
    """Who does verb ``v`` together: "A and B | join C in | condemning …" gives A, B's list and C's.

    ``joining``: the verbs of joining of the language. Empty where none governs.
    """
    for w in range(v - 1, max(v - 4, -1), -1):
        verb = sentence.verbs[w]
        if verb.lemmas & joining:
            between = sentence.verbs[w + 1 : v + 1]
            if all(not x.finite or x.gerund or x.infinitive for x in between):
                return [*subjects(sentence, w)[:1], *objects(sentence, w)[:1]]
            return []
        if verb.finite and not (verb.gerund or verb.infinitive):
            return []
    return []


def _skip_back(sentence: Sentence, i: int) -> int:
    """Position of the last atom at or before ``i`` that is no adverb and no quotation mark."""
    while (
        i >= 0
        and sentence.phrase_at[i] < 0
        and (
            sentence.atoms[i].tags & (Tag.ADVERB | Tag.NEGATION) or sentence.atoms[i].key in _QUOTES
        )
    ):
        i -= 1
    return i


def antecedents(sentence: Sentence, relative: int) -> list[int]:
    """What a relative pronoun stands for: the phrase before it, then those it hangs on."""
    i = _skip_back(sentence, relative - 1)
    if i >= 0 and sentence.atoms[i].key == ",":
        i = _skip_back(sentence, i - 1)
    loose = 3
    while i >= 0 and sentence.phrase_at[i] < 0 and loose:
        # Signs, and adjectives that trail the noun ("une brèche importante et généralisée, qui").
        if sentence.atoms[i].is_word:
            loose -= 1
        if (
            sentence.verb_at[i] >= 0
            and sentence.verbs[sentence.verb_at[i]].finite
            and not sentence.verbs[sentence.verb_at[i]].participle
        ):
            break
        i -= 1
    if i < 0 or sentence.phrase_at[i] < 0:
        return []
    return _with_chain(sentence, sentence.phrase_at[i])


def _with_chain(sentence: Sentence, q: int) -> list[int]:
    """A phrase, then the phrases that it hangs on through prepositions: "hackers | in | Russia"."""
    chain = [leader(sentence, q)]
    while sentence.phrases[q].prep is not None and q > 0:
        q -= 1
        between = sentence.atoms[sentence.phrases[q].last + 1 : sentence.phrases[q + 1].first]
        if any(
            sentence.verb_at[sentence.phrases[q].last + 1 + k] >= 0 for k in range(len(between))
        ):
            break
        if leader(sentence, q) not in chain:
            chain.append(leader(sentence, q))
    return chain


def _previous_finite(sentence: Sentence, v: int) -> int | None:
    for w in range(v - 1, -1, -1):
        if sentence.verbs[w].finite:
            return w
    return None


def controllers(sentence: Sentence, v: int) -> list[int]:
    """Whose action an infinitive or gerund is: the object of the governing verb, else its subject."""
    verb = sentence.verbs[v]
    i = verb.first - 1
    passed: list[int] = []
    while i >= 0:
        q = sentence.phrase_at[i]
        if q >= 0:
            passed.append(leader(sentence, q))
            i = sentence.phrases[q].first - 1
            continue
        w = sentence.verb_at[i]
        if w >= 0:
            governing = sentence.verbs[w]
            bare = [p for p in passed if sentence.phrases[p].prep is None]
            if verb.marker in _ADVERBIAL:
                # "expelled diplomats after blaming Moscow": one subject for both.
                return subjects(sentence, w)
            if governing.passive or (governing.participle and not governing.finite):
                return subjects(sentence, w)
            if _accuses(governing):
                blamed = [p for p in passed if sentence.phrases[p].prep in ("à", "to")]
                if bare or blamed:
                    return [(bare or blamed)[0]]
            if bare:
                return [bare[0], *subjects(sentence, w)]
            return subjects(sentence, w)
        if sentence.atoms[i].key in _STOPS:
            break
        i -= 1
    return [p for p in passed if sentence.phrases[p].prep is None]


_ADVERBIAL = frozenset(
    [
        "after",
        "before",
        "while",
        "when",
        "since",
        "by",
        "upon",
        "without",
        "en",
        "après",
        "avant",
        "sans",
    ]
)
"""Words before a gerund or infinitive that make it an aside of the main clause."""


def _accuses(verb: VerbGroup) -> bool:
    """Whether a verb takes whom it accuses as the doer of what follows: "accused China of hacking"."""
    return any(use.frame == "accuse" for form in verb.forms for use in form.uses)


def _leftward(sentence: Sentence, v: int) -> list[int]:
    """Bare phrases to the left of a finite verb, nearest first, stepping over relative clauses."""
    found: list[int] = []
    i = sentence.verbs[v].first - 1
    while i >= 0:
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            if phrase.prep is None and not _owns(sentence, q):
                first = leader(sentence, q)
                if first not in found:
                    found.append(first)
            i = phrase.first - 1
            continue
        w = sentence.verb_at[i]
        if w >= 0:
            other = sentence.verbs[w]
            if other.relative is not None:
                i = other.relative - 1
                continue
            opened = _relative_start(sentence, w)
            if opened is not None:
                i = opened - 1
                continue
            if other.finite and not (other.participle and not other.passive):
                return found or (subjects(sentence, w) if _coordinated(sentence, w, v) else [])
            if other.participle and other.finite:
                # Past tense or reduced relative: a past tense if nothing bare was met since.
                if not found:
                    return subjects(sentence, w) if _coordinated(sentence, w, v) or True else []
                if _inserted(sentence, w, v):
                    i = other.first - 1
                    continue
                i = other.first - 1
                continue
            i = other.first - 1
            continue
        atom = sentence.atoms[i]
        if atom.key in _STOPS or (
            atom.tags & (Tag.COMPLEMENTISER | Tag.SUBORDINATOR) and not atom.tags & Tag.PREPOSITION
        ):
            break
        i -= 1
    return found


def _relative_start(sentence: Sentence, w: int) -> int | None:
    """Where a relative clause with its own subject begins: "NotPetya, | which the US attributes to …"."""
    i = _skip_back(sentence, sentence.verbs[w].first - 1)
    if i < 0 or sentence.phrase_at[i] < 0:
        return None
    j = _skip_back(sentence, sentence.phrases[sentence.phrase_at[i]].first - 1)
    while (
        j >= 0
        and sentence.phrase_at[j] < 0
        and sentence.atoms[j].tags & Tag.DETERMINER
        and not (sentence.atoms[j].tags & Tag.RELATIVE)
    ):
        j -= 1
    relative = j > 0 and sentence.phrase_at[j] < 0 and sentence.atoms[j].tags & Tag.RELATIVE
    after_noun = relative and (sentence.phrase_at[j - 1] >= 0 or sentence.atoms[j - 1].key == ",")
    return j if after_noun else None


def _owns(sentence: Sentence, q: int) -> bool:
    """Whether phrase ``q`` is only the possessor of the next one."""
    return q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q


def _coordinated(sentence: Sentence, w: int, v: int) -> bool:
    """Whether verb ``v`` shares its subject with the earlier ``w``: "broke in and stole"."""
    between = range(sentence.verbs[w].last + 1, sentence.verbs[v].first)
    return any(
        sentence.phrase_at[i] < 0 and sentence.atoms[i].tags & (Tag.CONJUNCTION | Tag.COORDINATOR)
        for i in between
    ) or any(sentence.atoms[i].key == "," for i in between)


def _inserted(sentence: Sentence, w: int, v: int) -> bool:
    return any(
        sentence.atoms[i].key == "," for i in range(sentence.verbs[w].last, sentence.verbs[v].first)
    )


def objects(sentence: Sentence, v: int) -> list[int]:
    """Candidate objects of verb ``v``: bare phrases to its right, nearest first."""
    found: list[int] = []
    i = sentence.verbs[v].last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            if phrase.prep is None and not _owns(sentence, q) and leader(sentence, q) == q:
                found.append(q)
            i = phrase.last + 1
            continue
        w = sentence.verb_at[i]
        if w >= 0 or _ends_clause(sentence, i):
            break
        if found and sentence.atoms[i].key == ",":
            break
        i += 1
    return found or _relative_object(sentence, v)


def _relative_object(sentence: Sentence, v: int) -> list[int]:
    """The object that stands before as a relative: "REvil, which | the FBI | blamed for …"."""
    i = _skip_back(sentence, sentence.verbs[v].first - 1)
    if i < 0 or sentence.phrase_at[i] < 0:
        return []
    subject = sentence.phrases[leader(sentence, sentence.phrase_at[i])]
    j = _skip_back(sentence, subject.first - 1)
    if j >= 0 and sentence.atoms[j].tags & Tag.RELATIVE and sentence.phrase_at[j] < 0:
        return antecedents(sentence, j)
    return []


def obliques(sentence: Sentence, v: int, prepositions: tuple[str, ...]) -> list[int]:
    """Phrases to the right of verb ``v`` governed by one of ``prepositions``, nearest first.

    The search runs over participles and relative-free text up to the next finite verb.
    """
    found: list[int] = []
    i = sentence.verbs[v].last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            if phrase.prep in prepositions and leader(sentence, q) == q and not _owns(sentence, q):
                found.append(q)
            i = phrase.last + 1
            continue
        w = sentence.verb_at[i]
        if w >= 0 and (
            sentence.verbs[w].finite or sentence.verbs[w].infinitive or sentence.verbs[w].gerund
        ):
            break
        if _ends_clause(sentence, i):
            break
        i += 1
    return found


def _ends_clause(sentence: Sentence, i: int) -> bool:
    atom = sentence.atoms[i]
    if atom.key in _STOPS:
        return True
    return bool(
        atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.SUBORDINATOR)
        and not atom.tags & Tag.PREPOSITION
    )


def complement_verb(sentence: Sentence, v: int, prepositions: tuple[str, ...]) -> int | None:
    """The verb that a role's preposition opens: "accused China of | hacking", "accusé … d'| avoir piraté"."""
    for w in range(v + 1, len(sentence.verbs)):
        verb = sentence.verbs[w]
        if verb.marker in prepositions and not verb.finite:
            return w
        if verb.finite and verb.relative is None:
            return None
    return None


def active_possible(verb: VerbGroup) -> bool:
    """Whether the form can be active: everything but a passive and a French bare participle."""
    if verb.passive:
        return False
    return not verb.participle or bool(verb.form & (Form.PAST | Form.PRESENT))
