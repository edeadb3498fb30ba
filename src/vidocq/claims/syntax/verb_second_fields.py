"""The fields of a sentence: its pieces between commas and other signs, and at conjunctions that join two clauses.

Where no comma stands before "that" and relative pronouns, as in Dutch, a clause's field ends with its cluster of verbs:
"hackers | die banken hebben gehackt | werken voor …".
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verb_second_finite import may_be_finite, may_be_main
from vidocq.claims.syntax.verb_second_records import FIELD_SIGNS, VerbSecondParse, verbs_within
from vidocq.language.tags import Tag

_DATELINE = 8
"""Words within which a dateline ends."""


def fields_of(parse: VerbSecondParse) -> list[tuple[int, int]]:
    """The pieces of the sentence between commas and other signs, and at conjunctions that join two clauses."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    found: list[tuple[int, int]] = []
    first = _end_of_dateline(sentence)
    for i, atom in enumerate(atoms):
        q = sentence.phrase_at[i]
        opens = q >= 0 and sentence.phrases[q].first == i
        if i < first or (q >= 0 and not opens):
            continue
        if i > first and sentence.pack.grammar.open_clauses and _cuts(parse, i):
            found.extend(_split(parse, first, i - 1))
            first = i
            end = _cluster_end(parse, i)
            if end is not None:
                found.append((first, end))
                first = end + 1
        if atom.key in FIELD_SIGNS and not atom.is_word:
            if i > first:
                found.extend(_split(parse, first, i - 1))
            first = i + 1
    if first < len(atoms):
        found.extend(_split(parse, first, len(atoms) - 1))
    return found


def _cuts(parse: VerbSecondParse, i: int) -> bool:
    """Whether a dependent clause opens at ``i`` without a comma: "zegt | dat …", "hackers | die …"."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    tags = atoms[i].tags
    inside = sentence.phrase_at[i] >= 0
    if tags & Tag.RELATIVE and sentence.phrase_at[i - 1] >= 0:
        return _cluster_end(parse, i) is not None or _ends_with_verb(parse, i)
    if inside or tags & Tag.PREPOSITION:
        return False
    if tags & Tag.COMPLEMENTISER:
        return not tags & Tag.CONJUNCTION or sentence.verb_at[i - 1] >= 0
    if tags & Tag.SUBORDINATOR and tags & Tag.ADVERB:
        # "beschuldigt X | ervan | Y te hebben gehackt"
        return any(verb.infinitive and verb.first > i for verb in sentence.verbs)
    return bool(tags & Tag.SUBORDINATOR)


def _cluster(parse: VerbSecondParse, i: int) -> tuple[int, int] | None:
    """The first run of verbs after ``i`` with a finite one among them, before the next comma."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    k = i + 1
    while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in FIELD_SIGNS):
        first = k
        while k < len(atoms) and (
            (sentence.verb_at[k] >= 0 and sentence.verb_at[k] not in parse.attributes)
            or (k > first and atoms[k].tags & Tag.INFINITIVE_MARKER)
        ):
            if k > first and _complete(parse, first, k):
                break  # "hebben gehackt | werken …": the verb of the clause around it
            k += 1
        if k > first and any(may_be_finite(parse, w) for w in verbs_within(parse, first, k - 1)):
            return first, k - 1
        k = max(k, first + 1)
    return None


def _complete(parse: VerbSecondParse, first: int, k: int) -> bool:
    """Whether the verbs before atom ``k`` make a whole, and another full verb stands there."""
    before = verbs_within(parse, first, k - 1)
    w = parse.sentence.verb_at[k]
    if w < 0 or parse.sentence.verbs[w].auxiliary:
        return False
    full = any(not parse.sentence.verbs[v].auxiliary for v in before)
    return full and any(may_be_finite(parse, v) for v in before)


def _cluster_end(parse: VerbSecondParse, i: int) -> int | None:
    """Where the clause that opens at ``i`` ends with its verbs, if the field goes on to another verb."""
    found = _cluster(parse, i)
    if found is None:
        return None
    sentence, atoms = parse.sentence, parse.sentence.atoms
    k = found[1] + 1
    while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in FIELD_SIGNS):
        if sentence.verb_at[k] >= 0 and sentence.verb_at[k] not in parse.attributes:
            return found[1]
        if atoms[k].tags & (Tag.CONJUNCTION | Tag.COORDINATOR) and sentence.phrase_at[k] < 0:
            return None
        k += 1
    return None


def _ends_with_verb(parse: VerbSecondParse, i: int) -> bool:
    """Whether the clause that opens at ``i`` has a subject or object before its verb, and none after it."""
    found = _cluster(parse, i)
    if found is None:
        return False
    sentence, atoms = parse.sentence, parse.sentence.atoms
    k = found[1] + 1
    while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in FIELD_SIGNS):
        q = sentence.phrase_at[k]
        if q >= 0 and sentence.phrases[q].prep is None:
            return False
        k += 1
    return True


def _end_of_dateline(sentence: Sentence) -> int:
    """Where a report begins after the place and agency before it: "Köln (DPA) - | Russland …"; 0 without them."""
    for i, atom in enumerate(sentence.atoms[:_DATELINE]):
        if sentence.verb_at[i] >= 0 or atom.tags & (Tag.DETERMINER | Tag.PREPOSITION):
            return 0
        if atom.key in ("-", "–", "—") and i and atom.spaced:
            apart = atom.start > sentence.atoms[i - 1].end
            return i + 1 if apart else 0  # "Außen- und Innenressort"
    return 0


def _split(parse: VerbSecondParse, first: int, last: int) -> list[tuple[int, int]]:
    """A field cut at conjunctions with a verb on either side."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    for i in range(last - 1, first, -1):
        if sentence.phrase_at[i] >= 0 or not atoms[i].tags & (Tag.CONJUNCTION | Tag.COORDINATOR):
            continue
        before = any(may_be_main(sentence, w) for w in verbs_within(parse, first, i - 1))
        after = any(may_be_main(sentence, w) for w in verbs_within(parse, i + 1, last))
        if before and after:
            return [*_split(parse, first, i - 1), (i, last)]
    return [(first, last)]
