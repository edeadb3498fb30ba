"""A sentence after the first three stages: atoms, phrases, verb groups, and how they hang together.

`parse` runs the stages; the functions below answer the questions that clause rules ask: what stands
before and after a verb, which phrases are coordinated, which one a genitive or "of" ties to which.
"""

from __future__ import annotations

import msgspec

from vidocq.claims.verbs import VerbGroup, find_verbs
from vidocq.language.pack import Pack, Tag
from vidocq.language.tokens import tokenise
from vidocq.mentions.atoms import Atom, make_atoms
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase, find_phrases

OPENING = "«“„‹"
CLOSING = "»”›"
_QUOTES = OPENING + CLOSING + '"'
_OF = ("of", "de", "d'")
_LOOSE = (",", "/")
_BOUNDARY = (";", ":", "–", "—")


class Sentence(msgspec.Struct):
    """One parsed sentence; positions are code points of the document's ``text``."""

    text: str
    start: int
    end: int
    atoms: list[Atom]
    phrases: list[Phrase]
    verbs: list[VerbGroup]
    phrase_at: list[int]
    verb_at: list[int]
    quoted: list[bool]
    paragraph: int = 0
    next_in_list: list[int] = msgspec.field(default_factory=list)
    """For each phrase the next member of its coordination, or -1."""
    joined: list[int] = msgspec.field(default_factory=list)
    """For each phrase the first member of its coordination (itself when it has none)."""
    kinds: frozenset[str] = frozenset()
    """All kinds of its phrases."""
    same: dict[int, list[int]] = msgspec.field(default_factory=dict)
    """For a describing phrase ("a hacking group") the names that it introduces or explains."""

    @property
    def words(self) -> str:
        """The sentence's text."""
        return self.text[self.start : self.end]


def parse(
    text: str, start: int, end: int, hits: list[Hit], pack: Pack, quote_open: bool = False
) -> Sentence:
    """The first three stages over one sentence; ``quote_open``: a quotation goes on from before."""
    tokens = tokenise(text, start, end)
    atoms = make_atoms(text, tokens, hits, pack)
    if not promising(atoms, pack):
        flags = [False] * len(atoms)
        nothing = [-1] * len(atoms)
        return Sentence(text, start, end, atoms, [], [], nothing, nothing, flags)
    phrases = find_phrases(text, atoms, pack)
    phrase_at = [-1] * len(atoms)
    for number, phrase in enumerate(phrases):
        for i in range(phrase.first, phrase.last + 1):
            phrase_at[i] = number
    verbs = find_verbs(atoms, phrase_at, pack)
    verb_at = [-1] * len(atoms)
    for number, verb in enumerate(verbs):
        for i in range(verb.first, verb.last + 1):
            verb_at[i] = number
    sentence = Sentence(
        text, start, end, atoms, phrases, verbs, phrase_at, verb_at, _quoted(atoms, quote_open)
    )
    for phrase in phrases:
        if phrase.prep in _ADDITIVE:
            # "Outre les États-Unis, l'UE et l'OTAN …": all of them act.
            phrase.prep = None
    sentence.kinds = frozenset(p.kind for p in phrases)
    sentence.next_in_list = _coordination(sentence)
    sentence.joined = list(range(len(phrases)))
    for p, following in enumerate(sentence.next_in_list):
        if following >= 0:
            sentence.joined[following] = sentence.joined[p]
    for p, phrase in enumerate(phrases):
        leader = sentence.joined[p]
        if leader != p and phrase.prep is None:
            phrase.prep = phrases[leader].prep
    _appositions(sentence)
    for phrase in phrases:
        # What stands in brackets is nobody's subject or object: "the Ministry of State Security (MSS)".
        before = atoms[phrase.first - 1] if phrase.first else None
        if (
            phrase.prep is None
            and before is not None
            and (before.key in ("(", "[") or before.tags & Tag.ALIAS_MARKER)
        ):
            phrase.prep = "("
    return sentence


def promising(atoms: list[Atom], pack: Pack) -> bool:
    """A sound look before the work: whether any rule could find something in these atoms.

    Every rule needs an attack, an actor, an act of state or an alias, or a verb that alone means one;
    speech is worth following where an office or a quotation is named.
    """
    for atom in atoms:
        if atom.hit is not None and atom.hit.type in _TELLING_NAMES:
            return True
        if atom.tags & _TELLING_TAGS:
            return True
        if not _TELLING_NOUNS.isdisjoint(atom.word.nouns_kinds) or atom.word.telling:
            return True
    return False


_ADDITIVE = frozenset({"outre", "besides", "in addition to", "apart from", "en plus de"})
_TELLING_NAMES = frozenset({"group", "malware", "incident", "technique", "vulnerability", "person"})
_TELLING_TAGS = Tag.ALIAS_MARKER | Tag.STATE_ACTOR | Tag.SPONSOR_SUFFIX
_TELLING_NOUNS = frozenset(
    {
        *("attack", "activity", "actor", "accusation", "assessment", "sanctions", "charges"),
        *("arrest", "takedown", "denial", "diplomats", "malware", "vulnerability", "office", "use"),
    }
)

_DESCRIBING = frozenset(
    {"actor", "persons", "malware", "company", "organisation", "name", "thing", "unit", "attack"}
)
_IDENTIFIED = {
    "actor": frozenset({"group", "person", "name"}),
    "persons": frozenset({"person", "group"}),
    "malware": frozenset({"malware"}),
    "company": frozenset({"company", "organisation"}),
    "organisation": frozenset({"organisation", "agency", "company"}),
    "name": frozenset({"state", "bloc", "agency"}),
    "thing": frozenset({"state"}),
    "unit": frozenset({"company", "organisation"}),
    "attack": frozenset({"incident"}),
}


def _appositions(sentence: Sentence) -> None:
    """Tie describing phrases to the names beside them: "Hafnium, a group …", "groups known as X and Y"."""
    phrases = sentence.phrases
    for p, phrase in enumerate(phrases):
        following = phrases[p + 1].kind if p + 1 < len(phrases) else ""
        if phrase.kind not in _DESCRIBING and following not in _DESCRIBING:
            continue
        q = named_after(sentence, p)
        if q is not None and sentence.phrases[q].kind == "name":
            for r in _names_from(sentence, q):
                sentence.phrases[r].descriptor = "actor"
        if q is None:
            q = apposition(sentence, p)
        if q is None:
            q = predicated(sentence, p)
        if q is None and phrase.kind == "actor" and phrase.number is None:
            q = _band_of(sentence, p)
        if q is None:
            continue
        other = sentence.phrases[q]
        if (
            phrase.kind in _DESCRIBING
            and phrase.entity is None
            and other.kind in _IDENTIFIED[phrase.kind]
        ):
            if other.kind == "name" and other.descriptor != "actor":
                continue
            sentence.same[p] = _names_from(sentence, q)
            other.prep = other.prep or phrase.prep
        elif (
            other.kind in _DESCRIBING
            and other.entity is None
            and phrase.kind in _IDENTIFIED[other.kind]
        ):
            sentence.same[q] = [p]
            other.prep = other.prep or phrase.prep


def _band_of(sentence: Sentence, p: int) -> int | None:
    """The group whose hackers they are: "hackers of Anonymous Cambodia", "pirates d’APT28"."""
    q = p + 1
    if q >= len(sentence.phrases) or _verb_between(sentence, p, q):
        return None
    group = sentence.phrases[q]
    return q if group.kind == "group" and group.prep in (*_OF, "from") else None


def predicated(sentence: Sentence, p: int) -> int | None:
    """The describing phrase that "is" ties to ``p``: "Guccifer 2.0 | is | a hacker"."""
    q = p + 1
    if q >= len(sentence.phrases):
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    if not between or not between[0].tags & Tag.BE or any(a.tags & Tag.NEGATION for a in between):
        return None
    return q if all(a.tags & (Tag.BE | Tag.DETERMINER | Tag.ADVERB) for a in between) else None


def named_after(sentence: Sentence, p: int) -> int | None:
    """The name that an alias marker gives to the describing phrase ``p``: "the groups they call X"."""
    phrase = sentence.phrases[p]
    if phrase.kind != "actor" or phrase.entity is not None:
        return None
    i = phrase.last + 1
    passed = False
    marked = i < len(sentence.atoms) and sentence.atoms[i].key in '"“«‘' and not phrase.plural
    while i < len(sentence.atoms):
        atom = sentence.atoms[i]
        q = sentence.phrase_at[i]
        if (
            q >= 0
            and not marked
            and not passed
            and sentence.phrases[q].kind in ("office", "thing", "unit", "persons")
        ):
            # "connus | des spécialistes | sous le nom de": by whom they are so called.
            passed = True
            i = sentence.phrases[q].last + 1
            continue
        if q >= 0 and sentence.phrases[q].kind not in ("pronoun", "we"):
            return q if marked and sentence.phrases[q].kind in ("group", "name") else None
        if atom.tags & Tag.ALIAS_MARKER or atom.key in (":", "aka"):
            marked = True
        elif (
            q < 0
            and atom.is_word
            and sentence.verb_at[i] < 0
            and not atom.tags
            & (Tag.RELATIVE | Tag.BE | Tag.DETERMINER | Tag.PREPOSITION | Tag.ADVERB | Tag.PRONOUN)
        ):
            return None
        i += 1
    return None


def _names_from(sentence: Sentence, q: int) -> list[int]:
    """The names of a list that begins at ``q``, whether a conjunction or commas alone join them."""
    found = [q]
    kind = sentence.phrases[q].kind
    while found[-1] + 1 < len(sentence.phrases):
        left, right = sentence.phrases[found[-1]], sentence.phrases[found[-1] + 1]
        between = sentence.atoms[left.last + 1 : right.first]
        if right.kind != kind or _join(between, right) is None:
            break
        found.append(found[-1] + 1)
    return found


def _quoted(atoms: list[Atom], quote_open: bool) -> list[bool]:
    """For each atom whether it stands inside a quotation."""
    if not quote_open and not any(not a.is_word and a.key in _QUOTES for a in atoms):
        return [False] * len(atoms)
    inside = quote_open
    flags: list[bool] = []
    for i, atom in enumerate(atoms):
        key = atom.key
        if key in OPENING:
            inside = True
        elif key in CLOSING:
            inside = False
        elif key == '"':
            inside = not inside if not (quote_open and i == 0) else False
        flags.append(inside)
    return flags


def _coordination(sentence: Sentence) -> list[int]:
    """Which phrases are members of one list: "the EU, the United Kingdom and NATO"."""
    atoms, phrases = sentence.atoms, sentence.phrases
    linked = [-1] * len(phrases)
    if not any(a.tags & Tag.CONJUNCTION for a in atoms):
        return linked
    joins: list[str | None] = []
    for p in range(len(phrases) - 1):
        left, right = phrases[p], phrases[p + 1]
        between = atoms[left.last + 1 : right.first]
        joins.append(_join(between, right))
    # A run of commas is a list only if a conjunction closes it; otherwise it is apposition.
    p = 0
    while p < len(joins):
        if joins[p] is None:
            p += 1
            continue
        q = p
        while q < len(joins) and joins[q] is not None:
            q += 1
        run = joins[p:q]
        last_and = max((k for k, join in enumerate(run) if join == "and"), default=-1)
        for k in range(last_and + 1):
            a, b = phrases[p + k], phrases[p + k + 1]
            if _alike(a, b) and not (a.prep is not None and b.prep is None and b.indefinite):
                linked[p + k] = p + k + 1
        p = q
    _link_over_complements(sentence, linked)
    return linked


def _link_over_complements(sentence: Sentence, linked: list[int]) -> None:
    """Lists whose members have complements: "the supplier | of meat | of the US | and a pipeline"."""
    phrases = sentence.phrases
    for q in range(2, len(phrases)):
        if phrases[q].prep is not None or q in linked:
            continue
        between = sentence.atoms[phrases[q - 1].last + 1 : phrases[q].first]
        if not between or not all(a.tags & (Tag.CONJUNCTION | Tag.DETERMINER) for a in between):
            continue
        r = q - 1
        while r >= 0 and phrases[r].prep is not None and not _verb_between(sentence, r - 1, r):
            r -= 1
        if (
            0 <= r < q - 1
            and phrases[r].prep is None
            and linked[r] < 0
            and _alike(phrases[r], phrases[q])
        ):
            linked[r] = q


def _verb_between(sentence: Sentence, p: int, q: int) -> bool:
    """Whether a verb stands between two neighbouring phrases."""
    if p < 0:
        return True
    first, last = sentence.phrases[p].last + 1, sentence.phrases[q].first
    return any(sentence.verb_at[i] >= 0 for i in range(first, last))


def _join(between: list[Atom], right: Phrase) -> str | None:
    """ "and" or "," where only a conjunction, a comma and a repeated preposition part two phrases."""
    kind: str | None = None
    for atom in between:
        if atom.tags & Tag.CONJUNCTION and not atom.tags & Tag.RELATIVE:
            kind = "and"
        elif atom.key in _LOOSE:
            kind = kind or ","
        elif (
            atom.tags & (Tag.PREPOSITION | Tag.DETERMINER | Tag.ADVERB) and (kind is not None)
        ) or (not atom.is_word and atom.key in "\"«»“”’‘'"):
            continue
        else:
            return None
    return kind


_ACTORS = frozenset(
    [
        "state",
        "bloc",
        "agency",
        "group",
        "company",
        "organisation",
        "person",
        "actor",
        "persons",
        "government",
        "service",
        "office",
        "name",
        "thing",
    ]
)
_THINGS = frozenset(
    [
        "sector",
        "place",
        "product",
        "organisation",
        "company",
        "asset",
        "unit",
        "thing",
        "name",
        "state",
        "agency",
        "government",
        "service",
        "bloc",
        "persons",
        "person",
        "office",
    ]
)


def _alike(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases can be members of one list."""
    if a.kind == b.kind:
        return True
    return (a.kind in _ACTORS and b.kind in _ACTORS) or (a.kind in _THINGS and b.kind in _THINGS)


def members(sentence: Sentence, p: int) -> list[int]:
    """The phrase ``p`` and all later members of its list."""
    found = [p]
    while sentence.next_in_list[found[-1]] >= 0:
        found.append(sentence.next_in_list[found[-1]])
    return found


def leader(sentence: Sentence, p: int) -> int:
    """The first member of the list that ``p`` belongs to."""
    return sentence.joined[p]


def of_child(sentence: Sentence, p: int) -> int | None:
    """The phrase that "of" ties to ``p``: "the government | of Iran", "dozens | of hospitals"."""
    q = p + 1
    if q >= len(sentence.phrases) or sentence.phrases[q].prep not in _OF:
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    if any(not (a.tags & (Tag.PREPOSITION | Tag.DETERMINER) or a.key in "\"«“-'") for a in between):
        return None
    return q


def attached(
    sentence: Sentence, p: int, prepositions: tuple[str, ...], reach: int = 3
) -> list[int]:
    """Phrases after ``p`` that one of ``prepositions`` ties to it, before the next verb or boundary."""
    found: list[int] = []
    seen = 0
    i = sentence.phrases[p].last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            owner_only = q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q
            if (
                phrase.prep in prepositions
                and leader(sentence, q) == q
                and not owner_only
                and phrase.owner != p
            ):
                found.append(q)
            seen += not owner_only
            if seen >= reach and not found:
                break
            i = phrase.last + 1
            continue
        atom = sentence.atoms[i]
        if (
            sentence.verb_at[i] >= 0
            or atom.key in _BOUNDARY
            or atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER)
        ):
            break
        if atom.key == "," and found:
            break
        i += 1
    return found


def apposition(sentence: Sentence, p: int) -> int | None:
    """The phrase that renames ``p`` after a comma, dash or bracket: "Hafnium, a group …", "(SVR)"."""
    q = p + 1
    if q >= len(sentence.phrases) or sentence.next_in_list[p] == q:
        return None
    between = [
        a.key for a in sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    ]
    determiners = [
        a
        for a in sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
        if a.tags & Tag.DETERMINER
    ]
    signs = [k for k in between if k not in [d.key for d in determiners]]
    return (
        q if signs and all(k in (",", "(", "–", "—", '"', "“", "«", "-") for k in signs) else None
    )
