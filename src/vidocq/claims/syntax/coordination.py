"""Lists: which phrases a conjunction and commas join into one."""

from __future__ import annotations

from itertools import pairwise

from vidocq.claims.syntax.closing_speech import closing_speakers
from vidocq.claims.syntax.layout import Sentence, verb_between, verb_of_word
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase

_LOOSE = (",", "/")
_AGE = 2
"""Digits of an age."""


def coordination(sentence: Sentence) -> list[int]:
    """Which phrases are members of one list: "the EU, the United Kingdom and NATO"."""
    atoms, phrases = sentence.atoms, sentence.phrases
    linked = [-1] * len(phrases)
    commas = sum(a.key == "," for a in atoms)
    if commas < _SERIES - 1 and not sentence.tags & Tag.CONJUNCTION:
        return linked
    inside = parenthetical(atoms)
    speaking = closing_speakers(sentence) if commas and sentence.tags & Tag.CONJUNCTION else None
    outer = [p for p, phrase in enumerate(phrases) if not inside[phrase.first]]
    inner = [p for p, phrase in enumerate(phrases) if inside[phrase.first]]
    for level in (outer, inner):
        skipped = inside if level is outer else [False] * len(atoms)
        _link_level(sentence, level, skipped, linked, speaking)
    _link_over_complements(sentence, linked)
    if sentence.tags & Tag.ALIAS_MARKER:
        _link_over_other_names(sentence, linked)
    return linked


def _new_clause(sentence: Sentence, p: int, q: int) -> bool:
    """Whether ", and" before phrase ``q`` joins clauses: "… known as X, and its targets | are …"."""
    left, right = sentence.phrases[p], sentence.phrases[q]
    i = right.last + 1
    v = verb_of_word(sentence, i)
    return (
        sentence.atoms[left.last + 1].key == ","
        and v >= 0
        and sentence.verbs[v].finite
        and not sentence.verbs[v].participle
        and any(verb.last < left.first for verb in sentence.verbs)
    )


_SERIES = 3
"""Phrases of one kind from which commas alone make a list."""
_SERIAL = frozenset({"sector", "state", "place"})
"""Kinds that never stand in apposition to one another three times in a row."""


def _link_level(
    sentence: Sentence,
    level: list[int],
    skipped: list[bool],
    linked: list[int],
    speaking: int | None,
) -> None:
    """Link the phrases of one level; what brackets hold is passed over on the outer one.

    ``speaking``: the phrase that begins the list of those who speak at the end of the sentence.
    """
    atoms, phrases = sentence.atoms, sentence.phrases
    brackets = any(skipped)
    joins: list[str | None] = []
    for p, q in pairwise(level):
        left, right = phrases[p], phrases[q]
        between = [
            atoms[i]
            for i in range(left.last + 1, right.first)
            if not skipped[i] and not (brackets and atoms[i].key in "()")
        ]
        parted = q == speaking or (right.prep is not None and right.prep != left.prep)
        if _holds_office(sentence, p, q):
            office = phrases[p - 1]
            right.prep, right.descriptor, parted = office.prep, "persons", True
            if left.kind == "agency" and office.prep is not None:
                office.kind, office.prep = "persons", "be"
                sentence.same[p - 1] = [q]
        joins.append(None if parted else join(between, right))
    # A run of commas is a list only if a conjunction closes it, or where three sectors or states
    # stand in a row; otherwise it is apposition.
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
        if last_and < 0 and len(run) + 1 >= _SERIES:
            kinds = {phrases[level[p + k]].kind for k in range(len(run) + 1)}
            last_and = len(run) - 1 if len(kinds) == 1 and kinds <= _SERIAL else last_and
        if len(run) == 1 and _new_clause(sentence, level[p], level[p + 1]):
            last_and = -1
        for k in range(last_and + 1):
            a, b = phrases[level[p + k]], phrases[level[p + k + 1]]
            if (
                _alike(a, b)
                and not (a.prep is not None and b.prep is None and b.indefinite)
                and not _beyond(sentence, a, b)
                and not (a.prep is not None and _some_of_its(sentence, b))
                and not renames(sentence, a, b)
                and not (run[k] == "," and (_closes_complement(a, b) or _introduces(a, b)))
            ):
                linked[level[p + k]] = level[p + k + 1]
        p = q


def _holds_office(sentence: Sentence, p: int, q: int) -> bool:
    """Whether the comma before ``q`` opens the name of who holds an office in ``p``: "der Chef des GRU, | Igor Kostjukow, …"."""
    if not sentence.pack.grammar.verb_second or q != p + 1 or p == 0:
        return False
    office, body, name = sentence.phrases[p - 1], sentence.phrases[p], sentence.phrases[q]
    if office.kind not in ("office", "persons") or office.plural or office.entity is not None:
        return False
    inside = body.prep in sentence.pack.relations.of and sentence.atoms[body.last + 1].key == ","
    return inside and name.kind in ("name", "person") and " " in name.text


def parenthetical(atoms: list[Atom]) -> list[bool]:
    """For each atom whether it stands in brackets (the brackets themselves do not)."""
    inside: list[bool] = []
    depth = 0
    for atom in atoms:
        if atom.key == ")":
            depth = max(depth - 1, 0)
        inside.append(depth > 0)
        if atom.key == "(":
            depth += 1
    return inside


def _link_over_complements(sentence: Sentence, linked: list[int]) -> None:
    """Lists whose members have complements: "the supplier | of meat | of the US | and a pipeline"."""
    phrases = sentence.phrases
    for q in range(2, len(phrases)):
        if phrases[q].prep is not None or q in linked:
            continue
        body = _body_before(sentence, q)
        if body is not None:
            linked[body] = q
            continue
        between = sentence.atoms[phrases[q - 1].last + 1 : phrases[q].first]
        if not between or not all(a.tags & (Tag.CONJUNCTION | Tag.DETERMINER) for a in between):
            continue
        r = q - 1
        while r >= 0 and phrases[r].prep is not None and not verb_between(sentence, r - 1, r):
            r -= 1
        if (
            0 <= r < q - 1
            and phrases[r].prep is None
            and linked[r] < 0
            and _alike(phrases[r], phrases[q])
        ):
            linked[r] = q


def _link_over_other_names(sentence: Sentence, linked: list[int]) -> None:
    """Lists whose members each have other names: "A, also known as B, | and C, also known as D"."""
    before = -1
    for q, phrase in enumerate(sentence.phrases):
        if phrase.kind not in ("group", "malware", "name") or not has_other_names(sentence, q):
            continue
        between = sentence.atoms[sentence.phrases[q - 1].last + 1 : phrase.first] if q else []
        joined = any(a.tags & Tag.CONJUNCTION for a in between) and join(between, phrase) == "and"
        if before >= 0 and joined and not verb_between(sentence, q - 1, q):
            linked[:q] = [-1 if r == q else r for r in linked[:q]]
            if _alike(sentence.phrases[before], phrase):
                linked[before] = q
        before = q


def has_other_names(sentence: Sentence, q: int) -> bool:
    """Whether other names of its own follow a name: "A, | aka B"."""
    for atom in sentence.atoms[sentence.phrases[q].last + 1 :]:
        if atom.tags & Tag.ALIAS_MARKER:
            return True
        if atom.key not in (",", "(") and not atom.tags & (Tag.ADVERB | Tag.BE | Tag.RELATIVE):
            return False
    return False


def _beyond(sentence: Sentence, a: Phrase, b: Phrase) -> bool:
    """Whether a list goes on over the topic of a body: "the Ministry | of Science | and the Tajik Army"."""
    topic = a.kind == "thing" and a.prep in sentence.pack.relations.of and not a.determined
    return topic and b.determined and not b.indefinite and b.kind in _BODIES


def renames(sentence: Sentence, a: Phrase, b: Phrase) -> bool:
    """Whether "or" between commas gives another name of a group: "APT28, | or Fancy Bear, …"."""
    if a.kind != "group" or b.kind != "group":
        return False
    between = sentence.atoms[a.last + 1 : b.first]
    after = sentence.atoms[b.last + 1].key if b.last + 1 < len(sentence.atoms) else "."
    if len(between) < _COMMA_OR or between[0].key != "," or after not in (",", ")", ".", ";"):
        return False
    before = sentence.atoms[a.first - 1].key if a.first else ""
    if before == "," or between[1].key not in sentence.pack.cues.or_words:
        return False  # "APT28, APT29, or Turla" is a list.
    b.prep = "("  # nobody's subject or object
    return True


_COMMA_OR = 2


def _some_of_its(sentence: Sentence, b: Phrase) -> bool:
    """Whether a phrase counts people of the one spoken of: "X, a front for the ministry, and | two of its employees"."""
    if not b.own or b.kind not in ("unit", "persons", "actor", "office"):
        return False
    words = sentence.atoms[max(b.first - 2, 0) : b.last]
    counted = any(atom.tags & Tag.NUMBER for atom in words)
    if counted and "persons" in b.senses:
        b.kind, b.weak = "persons", True
    return counted


def _body_before(sentence: Sentence, q: int) -> int | None:
    """The body that the body ``q`` joins over the topic between them."""
    phrases = sentence.phrases
    if not _beyond(sentence, phrases[q - 1], phrases[q]):
        return None
    if join(sentence.atoms[phrases[q - 1].last + 1 : phrases[q].first], phrases[q]) is None:
        return None
    r = q - 1
    while (
        r >= 0
        and phrases[r].prep in sentence.pack.relations.of
        and not verb_between(sentence, r, r + 1)
    ):
        r -= 1
    return r if r >= 0 and phrases[r].kind in _BODIES and phrases[r].prep is not None else None


_BODIES = frozenset({"organisation", "agency", "company", "government", "service"})


def join(between: list[Atom], right: Phrase) -> str | None:
    """ "and" or "," where only a conjunction, a comma and a repeated preposition part two phrases."""
    kind: str | None = None
    for atom in between:
        if atom.tags & Tag.SOURCE_MARKER:
            return None
        if atom.tags & Tag.CONJUNCTION and not atom.tags & Tag.RELATIVE:
            kind = "and"
        elif atom.key in _LOOSE:
            kind = kind or ","
        elif (
            kind == "," and atom.tags & Tag.NUMBER and atom.key.isdigit() and len(atom.key) == _AGE
        ):
            continue  # "Pavel Orlov, 31, and Ivan Markov, 29"
        elif (
            atom.tags & (Tag.PREPOSITION | Tag.DETERMINER | Tag.ADVERB | Tag.DATE)
            and (kind is not None)
        ) or (not atom.is_word and atom.key in "\"«»“”’‘'"):
            continue
        else:
            return None
    return kind


def _introduces(a: Phrase, b: Phrase) -> bool:
    """Whether the comma opens the names of those before it: "two men, | X and Y"."""
    return (
        a.kind in ("persons", "actor")
        and a.plural
        and a.entity is None
        and b.kind in ("name", "person", "group")
        and b.prep is None
    )


def _closes_complement(a: Phrase, b: Phrase) -> bool:
    """Whether the comma ends a complement: "groups linked to Pyongyang, | Lazarus and APT38"."""
    if a.prep is None or b.prep is not None:
        return False
    if a.kind == "place" and b.kind in ("company", "name"):
        return True  # "a front company in Wuhan, | Wuhan XRZ, | and two men"
    return b.kind in ("group", "person") and a.kind in (
        "state",
        "agency",
        "government",
        "service",
        "place",
    )


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


_ANSWERS = frozenset({"charges", "sanctions", "arrest", "takedown"})
"""What is announced together: "charges and sanctions"."""


def _alike(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases can be members of one list."""
    if a.kind == b.kind or (a.kind in _ANSWERS and b.kind in _ANSWERS):
        return True
    return (a.kind in _ACTORS and b.kind in _ACTORS) or (a.kind in _THINGS and b.kind in _THINGS)
