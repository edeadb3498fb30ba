"""Whether a word that is noun and verb at once ("attacks", "cible", "report") is a noun where it stands: its neighbours tell.

The rules hold for English and French alike; the language pack says which words are determiners, auxiliaries and so on.
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom

_AUXILIARY = Tag.BE | Tag.HAVE | Tag.MODAL | Tag.DO
_QUOTES = frozenset("«»“”\"'‘’„")
_ACTORS = ("group", "state", "agency", "person", "company")
GENERAL = frozenset({"thing", "time"})
DETERMINES = Tag.DETERMINER | Tag.OWN_PRONOUN | Tag.DEMONSTRATIVE


def noun_here(atoms: list[Atom], j: int, seen_head: bool, pack: Pack) -> bool:
    """Whether a form that is noun and verb at once is a noun at ``j``."""
    atom = atoms[j]
    before = atoms[j - 1] if j else None
    if before is not None and before.key in _QUOTES and j > 1 and atoms[j - 2].tags & Tag.ADVERB:
        return False  # "a | « fermement » | démenti"
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    gerund = atom.word.form & Form.GERUND
    participle = atom.word.form & (Form.PARTICIPLE | Form.PAST)
    if before is None and _said_first(atom, after, pack):
        return False
    if before is None:
        return not (after is not None and _opens_object(after)) or (atom.capital and not gerund)
    form = 0
    for verb in atom.word.verbs:
        form |= verb.form
    if (
        pack.head_first
        and not seen_head
        and atom.word.form & Form.PARTICIPLE
        and not _AGENTS.isdisjoint(atom.word.nouns_kinds)
        and before.key == ","
    ):
        return False  # "Dos ciudadanos, | acusados de …", "Li Wei, | detenido en …": said of them
    if after is not None and after.tags & Tag.COMPLEMENTISER and _says(atom):
        return not form & Form.PRESENT  # "A new report | claims | that"
    if (before.tags & Tag.INFINITIVE_MARKER and form & Form.INFINITIVE) or (
        before.tags & (Tag.MODAL | Tag.PRONOUN | Tag.FIRST_PERSON | Tag.RELATIVE)
        and not before.tags & DETERMINES
    ):
        return False
    if before.tags & Tag.POSSESSIVE and not before.spaced:
        return not (j > 1 and atoms[j - 2].tags & Tag.PRONOUN)
    if before.tags & Tag.BE or before.tags & Tag.HAVE:
        return not (participle or gerund)
    if before.tags & Tag.RELATIVE and all(n.plural for n in atom.word.nouns):
        return (
            not form & Form.PRESENT
        )  # "an actor that | targets | banks": "that targets" is no phrase
    if before.tags & DETERMINES or before.tags & Tag.POSSESSIVE or before.tags & Tag.NUMBER:
        return True
    if before.key == "-" or before.tags & (Tag.ADJECTIVE | Tag.STATE_ACTOR):
        return True
    if before.tags & Tag.PREPOSITION:
        return not (gerund and after is not None and _opens_object(after))
    if before.tags & (Tag.ADVERB | Tag.NEGATION):
        return j > 1 and atoms[j - 2].key == "-"  # "its first-ever sanctions"
    if before.key == "," and after is not None and _takes(atom, after.key):
        return False  # "Sandworm, which …, | works for": the verb takes that very preposition.
    if _strikes(atoms, j, pack):
        return False
    if not seen_head and not (before.hit is not None or before.word.nouns):
        return not (after is not None and _opens_object(after)) and not gerund
    if before.hit is not None and before.hit.role == "demonym":
        return not (after is not None and bool(after.tags & DETERMINES))
    if not _AGENTS.isdisjoint(before.word.nouns_kinds) and (
        after is None or not after.tags & _AUXILIARY
    ):
        # "hackers target sites", "a hacker hacks a website", but "hacker attacks on banks".
        plural = any(n.plural for n in before.word.nouns)
        present = atom.word.form & Form.PRESENT
        thing = after is not None and after.is_word and not after.tags & Tag.PREPOSITION
        if present and (plural or (atom.key.endswith("s") and thing)):
            return False
    if atom.word.nouns_kinds <= GENERAL and not (after is not None and after.tags & _AUXILIARY):
        # "hackers work for", "Sandworm works for": a general noun gives way where number agrees.
        many = any(n.plural for n in before.word.nouns)
        if many and form & Form.INFINITIVE:
            return False
        if not many and form & Form.PRESENT and not form & Form.INFINITIVE:
            return False
    # After a noun or a name: "Russia attacks Georgia" against "ransomware attacks on Georgia".
    if after is None:
        return True
    if after.tags & (_AUXILIARY | Tag.RELATIVE):
        return True
    named = before.hit is not None and before.hit.type in _ACTORS
    if (
        named
        and after.tags & Tag.PREPOSITION
        and "attack" not in atom.word.nouns_kinds
        and _takes(atom, after.key)
    ):
        # "Lazarus acts on behalf of": the verb takes that very preposition.
        return False
    if participle and not atom.word.nouns[0].plural and after.tags & Tag.PREPOSITION:
        return not _past_only(atom)
    if _opens_object(after):
        actor = before.hit is not None and before.hit.type in _ACTORS
        if actor and after.tags & Tag.DETERMINER:
            return False
        return _has_finite(atoms, j + 1)
    return True


def _said_first(atom: Atom, after: Atom | None, pack: Pack) -> bool:
    """Whether a participle opens a headline before the one of whom it is said: "Detenidos | tres hackers en Madrid"."""
    if not pack.head_first or not atom.word.form & Form.PARTICIPLE or after is None:
        return False
    if _AGENTS.isdisjoint(atom.word.nouns_kinds):
        return False
    return bool(after.tags & Tag.NUMBER) or after.key in pack.cues.indefinite_articles


_AGENTS = frozenset({"actor", "persons"})


def _takes(atom: Atom, preposition: str) -> bool:
    """Whether a present form of the word is a verb with a role that ``preposition`` brings."""
    return any(
        not isinstance(slot, str) and preposition in slot
        for verb in atom.word.verbs
        if verb.form & Form.PRESENT
        for use in verb.uses
        for slot in use.slots.values()
    )


_STRIKES = frozenset({"hack", "steal", "target", "take"})


def _strikes(atoms: list[Atom], j: int, pack: Pack) -> bool:
    """Whether a name right before ``j`` does what the word says: "Anonymous hacks the parliament", "APT28 leaks data".

    Only where nothing after it could be the verb of an attack with that name ("the Anonymous hack shut the site").
    """
    atom, before = atoms[j], atoms[j - 1]
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    if (
        before.hit is not None
        and before.hit.type in _ACTORS
        and after is not None
        and after.tags & (Tag.INFINITIVE_MARKER | Tag.COMPLEMENTISER)
        and any(
            v.form & Form.PRESENT and any(u.frame == "say" for u in v.uses) for v in atom.word.verbs
        )
    ):
        # "The Kestrel Cyber Army claims to have defaced …"
        return atom.key.endswith("s")
    if not any(
        v.form & Form.PRESENT and any(use.frame in _STRIKES for use in v.uses)
        for v in atom.word.verbs
    ):
        return False
    if before.hit is not None:
        acting = before.hit.type in _ACTORS and before.hit.role != "demonym"
    else:
        # "Hacker group Kestrel hacks …", "Hackers of Kestrel hack …": a name that no list has.
        acting = (
            before.capital
            and not before.tags
            and (atom.key.endswith("s") or _band_before(atoms, j - 1, pack))
        )
    if not acting or (before.hit is not None and before.hit.type == "company"):
        return False
    k = _past_bracket(atoms, j + 1)
    if k >= len(atoms) or not atoms[k].is_word:
        return False
    if atoms[k].tags & Tag.PREPOSITION:
        return atoms[k].key in pack.relations.into
    if atoms[k].tags & Tag.CONJUNCTION:
        # "hacks and defaces": two verbs, where the second can be nothing else.
        return k + 1 < len(atoms) and bool(atoms[k + 1].word.verbs) and not atoms[k + 1].word.nouns
    return not atoms[k].tags & _AUXILIARY and not _has_finite(atoms, k)


def _band_before(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether the name at ``i`` follows "hackers of"."""
    return (
        i > 1
        and (atoms[i - 1].key in pack.relations.of or atoms[i - 1].key in pack.relations.origin)
        and any(n.kind == "actor" and n.plural for n in atoms[i - 2].word.nouns)
    )


def _past_bracket(atoms: list[Atom], i: int) -> int:
    """The position after a bracket that opens at ``i``; ``i`` where none does."""
    if i < len(atoms) and atoms[i].key == "(":
        for k in range(i + 1, len(atoms)):
            if atoms[k].key == ")":
                return k + 1
    return i


def _says(atom: Atom) -> bool:
    """Whether a verb reading of the word reports what follows."""
    return "say" in atom.word.frames


def _past_only(atom: Atom) -> bool:
    return all(
        v.form & (Form.PAST | Form.PARTICIPLE) and not v.form & Form.INFINITIVE
        for v in atom.word.verbs
    )


def _opens_object(atom: Atom) -> bool:
    """Whether an object may begin here: determiner, name, number, adjective, capitalised word."""
    return bool(
        atom.tags & (DETERMINES | Tag.NUMBER | Tag.ADJECTIVE)
        or atom.hit is not None
        or (atom.capital and atom.is_word)
    )


def _has_finite(atoms: list[Atom], j: int) -> bool:
    """Whether an auxiliary or a verb that is nothing else follows."""
    for k in range(j, len(atoms)):
        atom = atoms[k]
        if atom.key in (",", ";", ":", "–"):
            return False
        if atom.tags & Tag.RELATIVE and k > j:
            return False
        if atom.tags & _AUXILIARY and not (atom.tags & Tag.POSSESSIVE and not atom.spaced):
            return True
        if atom.tags & Tag.VERB and not atom.tags & Tag.NOUN:
            after = atoms[k + 1] if k + 1 < len(atoms) else None
            if _modifies(atom, after) or (k and atoms[k - 1].tags & DETERMINES):
                continue
            return bool(atom.word.form & (Form.PAST | Form.PRESENT))
    return False


def _modifies(atom: Atom, after: Atom | None) -> bool:
    """Whether a participle only says more of the noun before it: "a server | used by the police"."""
    return (
        after is not None
        and bool(after.tags & Tag.PREPOSITION)
        and all(v.form & Form.PARTICIPLE for v in atom.word.verbs)
    )
