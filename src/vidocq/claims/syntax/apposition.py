"""Phrases that rename each other side by side: "Hafnium, a group …", "Ministry of State Security (MSS)", "TA499 (aka Vovan), an actor".

Signs alone tie them, whatever the two are. Which of them is the name and which the description is told by
`vidocq.claims.references.descriptions`.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, verb_between, verb_of_word
from vidocq.language.tags import Tag

NAMED = ("group", "malware")
"""Kinds of phrases that are a name of actors or of their tools."""
CLASSES = ("actor", "malware")
"""Kinds of phrases that say what those are."""


def apposition(sentence: Sentence, p: int) -> int | None:
    """The phrase that renames ``p`` after a comma, dash or bracket: "Hafnium, a group …", "(SVR)"."""
    q = p + 1
    if q >= len(sentence.phrases) or sentence.next_in_list[p] == q:
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    signs = False
    for atom in between:
        if not atom.tags & Tag.DETERMINER and atom.key not in sentence.pack.cues.all_words:
            defines = atom.key == ":" and p == 0 and _defines(sentence, p, q)
            if atom.key not in _PARTING and not defines:  # "Coolclient: a backdoor …"
                return None
            signs = True
    return q if signs and not _opens_clause(sentence, p) else None


def _defines(sentence: Sentence, p: int, q: int) -> bool:
    """Whether what follows a colon says what the name before it is: "Coolclient: a backdoor …", "Sowbug: Spy group hits …"."""
    other = sentence.phrases[q]
    one = other.kind == "actor" and not other.plural and not other.determined
    return other.indefinite or (one and sentence.phrases[p].kind == "group")


_PARTING = frozenset({",", "(", "–", "—", '"', "“", "«", "-"})
"""Signs that part a phrase from one that renames it."""


def _opens_clause(sentence: Sentence, p: int) -> bool:
    """Whether the comma after ``p`` ends what a sentence opens with: "According to X, | Y | did …"."""
    if any(phrase.prep is None for phrase in sentence.phrases[: p + 1]):
        return False
    # "Backed by Iran, | Kestrel | hacked …"
    opening = p == 0 and sentence.verb_at[0] == 0 and sentence.verbs[0].participle
    if not opening and sentence.verb_at[sentence.phrases[0].first - 1] >= 0:
        return False
    if verb_between(sentence, p, p + 1):
        return False
    after = sentence.phrases[p + 1].last + 1
    v = verb_of_word(sentence, after)
    if v < 0:
        return False
    verb = sentence.verbs[v]
    told = opening or not (verb.participle and not verb.passive)
    return verb.finite and verb.marker is None and told


def office_before(sentence: Sentence, p: int) -> int | None:
    """The office that the name ``p`` closes: "a spokesman | for the ministry, | Zhao Lijian"."""
    if not p or apposition(sentence, p - 1) != p:
        return None
    q = p - 1
    while q >= 0:
        phrase = sentence.phrases[q]
        if phrase.kind == "office":
            return q
        if phrase.prep is None or verb_between(sentence, q - 1, q):
            return None
        q -= 1
    return None


def has_its_name(sentence: Sentence, p: int) -> bool:
    """Whether the sentence names who a description means: "Kestrel, | a gang | …" is nobody beside Kestrel."""
    named = sentence.same.get(p, ())
    return any(sentence.phrases[q].kind in ("group", "person", "name") for q in named)


def over_bracket(sentence: Sentence, p: int) -> int | None:
    """The description that follows a name and its bracket: "TA499 (aka Vovan), | a Russia-based actor, | …"."""
    i = after_bracket(sentence, p)
    if i is None or i + 1 >= len(sentence.atoms) or sentence.atoms[i].key != ",":
        return None
    q = sentence.phrase_at[i + 1]
    if q < 0 or sentence.phrases[q].kind not in CLASSES or not sentence.phrases[q].indefinite:
        return None
    return q


def after_bracket(sentence: Sentence, p: int) -> int | None:
    """Where the sentence goes on after the bracket that follows a name; None where none does."""
    atoms = sentence.atoms
    i = sentence.phrases[p].last + 1
    if sentence.phrases[p].kind not in NAMED or i >= len(atoms) or atoms[i].key != "(":
        return None
    while i < len(atoms) and atoms[i].key != ")":
        i += 1
    return i + 1 if i + 1 < len(atoms) else None


def firm_after_place(sentence: Sentence, p: int) -> int | None:
    """The firm that a comma ties to its description over where it is: "a front company in Wuhan, | Wuhan XRZ"."""
    phrases, q = sentence.phrases, p + 2
    if q >= len(phrases) or phrases[p + 1].kind not in ("place", "state"):
        return None
    if phrases[p + 1].prep is None or phrases[q].kind != "company" or phrases[q].prep is not None:
        return None
    between = sentence.atoms[phrases[p + 1].last + 1 : phrases[q].first]
    return q if [a.key for a in between] == [","] else None
