"""Clauses of languages whose finite verb is second in main clauses and last in dependent ones (German, Dutch).

The parts of a verb stand apart: "hat den Bundestag angegriffen", "griff den Bundestag an", "…, dass sie ihn angegriffen
haben soll". The sentence is cut into fields at commas and conjunctions; fields become clauses; a clause's finite verb,
participle, infinitive and particle become one verb, and its bare phrases subject and objects by case, number and order.
The method is that of topological fields (Drach 1937; Höhle 1986) over the chunks of the stages before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vidocq.claims.dependencies import Dependency, Kind
from vidocq.claims.layout import Sentence, leader
from vidocq.claims.verbs import VerbGroup, accuses
from vidocq.language.stored import VerbForm
from vidocq.language.tags import Form, Tag

_FINITE = Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE | Form.CONDITIONAL | Form.IMPERFECT
_PARTS = (",", ";", ":", "–", "—", "(", ")")
_ENDS = (";", ":")


@dataclass
class _Clause:
    """A clause: its atoms in order, what it is, and the verb that it hangs on."""

    kind: Kind
    opener: int = -1
    """The atom of the conjunction or relative pronoun that opens it; -1 of a main clause."""
    antecedent: int = -1
    spans: list[tuple[int, int]] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    finite: int = -1
    """The number of its finite verb."""
    governor: int | None = None
    outer: int = -1
    """The clause that it stands in."""
    shares: int = -1
    """The clause before it whose subject it takes where it has none."""
    inverted: bool = False
    """Whether the finite verb comes first."""
    main: int = -1
    """The verb that says what happens, once it is known."""
    subjects: list[int] = field(default_factory=list)


def read_clauses(sentence: Sentence) -> list[Dependency]:
    """The dependency of each verb; voice, mood, negation and particle of the verbs are set on the way."""
    return _Reader(sentence).read()


class _Reader:
    """The pass over one sentence; `read` gives the result."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.clauses: list[_Clause] = []
        self.attributes: set[int] = set()
        """Verbs that are participles before a noun."""
        self.apart: set[int] = set()
        """Phrases that belong to such participles."""
        self.found: list[Dependency] = []

    def read(self) -> list[Dependency]:
        sentence = self.sentence
        if not sentence.verbs:
            return []
        self.found = [Dependency(Kind.MAIN, [], []) for _ in sentence.verbs]
        for v, verb in enumerate(sentence.verbs):
            if verb.form & Form.ATTRIBUTIVE:
                self._attribute(v, verb)
        for first, last in self._fields():
            self._place(first, last)
        for clause in self.clauses:
            self._resolve(clause)
        sentence.clause_at.extend([-1] * len(sentence.atoms))
        for clause in self.clauses:
            for first, last in clause.spans:
                sentence.clause_at[first : last + 1] = [clause.main] * (last + 1 - first)
        return self.found

    # --- participles before a noun -------------------------------------------------------------

    def _attribute(self, v: int, verb: VerbGroup) -> None:
        """ "die | von Russland | gesteuerte | Gruppe": a participle that modifies the noun after it."""
        sentence, atoms = self.sentence, self.sentence.atoms
        q = sentence.phrase_at[verb.last + 1] if verb.last + 1 < len(atoms) else -1
        if q < 0 or atoms[sentence.phrases[q].first].tags & (Tag.DETERMINER | Tag.OWN_PRONOUN):
            return
        around: list[int] = []
        i = verb.first - 1
        lone = -1
        while i >= 0 and atoms[i].key not in _PARTS and sentence.verb_at[i] < 0:
            p = sentence.phrase_at[i]
            if p >= 0:
                phrase = sentence.phrases[p]
                if phrase.prep is None and not self._dative(p):
                    break
                around.append(p)
                i = phrase.first - 1
                continue
            if atoms[i].tags & Tag.DETERMINER and not atoms[i].tags & Tag.PREPOSITION:
                lone = i
                break
            i -= 1
        only = verb.form & _FINITE == 0
        if lone < 0 and not (only or (around and self._other_finite(v))):
            return
        self.attributes.add(v)
        self.apart.update(around)
        noun = sentence.phrases[q]
        if lone >= 0:
            before = atoms[lone - 1] if lone else None
            if before is not None and before.tags & Tag.PREPOSITION:
                noun.prep = before.word.value or before.key
            noun.determined = True
            noun.indefinite = atoms[lone].key in sentence.pack.cues.indefinite_articles
        verb.participle, verb.finite = True, False
        self.found[v] = Dependency(Kind.REDUCED, [q], [], None, True, around)

    def _dative(self, p: int) -> bool:
        return self._cases(p) == "d"

    def _other_finite(self, v: int) -> bool:
        return any(
            w != v and self._may_be_finite(w) and not verb.form & Form.ATTRIBUTIVE
            for w, verb in enumerate(self.sentence.verbs)
        )

    # --- fields ----------------------------------------------------------------------------------

    def _fields(self) -> list[tuple[int, int]]:
        """The pieces of the sentence between commas and other signs, and at conjunctions that join two clauses."""
        sentence, atoms = self.sentence, self.sentence.atoms
        found: list[tuple[int, int]] = []
        first = self._dateline()
        for i, atom in enumerate(atoms):
            q = sentence.phrase_at[i]
            opens = q >= 0 and sentence.phrases[q].first == i
            if i < first or (q >= 0 and not opens):
                continue
            if i > first and sentence.pack.grammar.open_clauses and self._cuts(i):
                found.extend(self._split(first, i - 1))
                first = i
                end = self._cluster_end(i)
                if end is not None:
                    found.append((first, end))
                    first = end + 1
            if atom.key in _PARTS and not atom.is_word:
                if i > first:
                    found.extend(self._split(first, i - 1))
                first = i + 1
        if first < len(atoms):
            found.extend(self._split(first, len(atoms) - 1))
        return found

    def _cuts(self, i: int) -> bool:
        """Whether a dependent clause opens at ``i`` without a comma: "zegt | dat …", "hackers | die …"."""
        sentence, atoms = self.sentence, self.sentence.atoms
        tags = atoms[i].tags
        inside = sentence.phrase_at[i] >= 0
        if tags & Tag.RELATIVE and sentence.phrase_at[i - 1] >= 0:
            return self._cluster_end(i) is not None or self._ends_with_verb(i)
        if inside or tags & Tag.PREPOSITION:
            return False
        if tags & Tag.COMPLEMENTISER:
            return not tags & Tag.CONJUNCTION or sentence.verb_at[i - 1] >= 0
        if tags & Tag.SUBORDINATOR and tags & Tag.ADVERB:
            # "beschuldigt X | ervan | Y te hebben gehackt"
            return any(verb.infinitive and verb.first > i for verb in sentence.verbs)
        return bool(tags & Tag.SUBORDINATOR)

    def _cluster(self, i: int) -> tuple[int, int] | None:
        """The first run of verbs after ``i`` with a finite one among them, before the next comma."""
        sentence, atoms = self.sentence, self.sentence.atoms
        k = i + 1
        while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in _PARTS):
            first = k
            while k < len(atoms) and (
                (sentence.verb_at[k] >= 0 and sentence.verb_at[k] not in self.attributes)
                or (k > first and atoms[k].tags & Tag.INFINITIVE_MARKER)
            ):
                if k > first and self._complete(first, k):
                    break  # "hebben gehackt | werken …": the verb of the clause around it
                k += 1
            if k > first and any(self._may_be_finite(w) for w in self._verbs(first, k - 1)):
                return first, k - 1
            k = max(k, first + 1)
        return None

    def _complete(self, first: int, k: int) -> bool:
        """Whether the verbs before atom ``k`` make a whole, and another full verb stands there."""
        before = self._verbs(first, k - 1)
        w = self.sentence.verb_at[k]
        if w < 0 or self.sentence.verbs[w].auxiliary:
            return False
        full = any(not self.sentence.verbs[v].auxiliary for v in before)
        return full and any(self._may_be_finite(v) for v in before)

    def _cluster_end(self, i: int) -> int | None:
        """Where the clause that opens at ``i`` ends with its verbs, if the field goes on to another verb."""
        found = self._cluster(i)
        if found is None:
            return None
        sentence, atoms = self.sentence, self.sentence.atoms
        k = found[1] + 1
        while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in _PARTS):
            if sentence.verb_at[k] >= 0 and sentence.verb_at[k] not in self.attributes:
                return found[1]
            if atoms[k].tags & (Tag.CONJUNCTION | Tag.COORDINATOR) and sentence.phrase_at[k] < 0:
                return None
            k += 1
        return None

    def _ends_with_verb(self, i: int) -> bool:
        """Whether the clause that opens at ``i`` has a subject or object before its verb, and none after it."""
        found = self._cluster(i)
        if found is None:
            return False
        sentence, atoms = self.sentence, self.sentence.atoms
        k = found[1] + 1
        while k < len(atoms) and (sentence.phrase_at[k] >= 0 or atoms[k].key not in _PARTS):
            q = sentence.phrase_at[k]
            if q >= 0 and sentence.phrases[q].prep is None:
                return False
            k += 1
        return True

    def _dateline(self) -> int:
        """Where a report begins after the place and agency before it: "Köln (DPA) - | Russland …"; 0 without them."""
        sentence = self.sentence
        for i, atom in enumerate(sentence.atoms[:_DATELINE]):
            if sentence.verb_at[i] >= 0 or atom.tags & (Tag.DETERMINER | Tag.PREPOSITION):
                return 0
            if atom.key in ("-", "–", "—") and i and atom.spaced:
                apart = atom.start > sentence.atoms[i - 1].end
                return i + 1 if apart else 0  # "Außen- und Innenressort"
        return 0

    def _split(self, first: int, last: int) -> list[tuple[int, int]]:
        """A field cut at conjunctions with a verb on either side."""
        sentence, atoms = self.sentence, self.sentence.atoms
        for i in range(last - 1, first, -1):
            if sentence.phrase_at[i] >= 0 or not atoms[i].tags & (
                Tag.CONJUNCTION | Tag.COORDINATOR
            ):
                continue
            before = any(self._lexical(w) for w in self._verbs(first, i - 1))
            after = any(self._lexical(w) for w in self._verbs(i + 1, last))
            if before and after:
                return [*self._split(first, i - 1), (i, last)]
        return [(first, last)]

    def _verbs(self, first: int, last: int) -> list[int]:
        return [
            w
            for w, verb in enumerate(self.sentence.verbs)
            if first <= verb.first <= last and w not in self.attributes
        ]

    def _lexical(self, w: int) -> bool:
        return not self.sentence.verbs[w].auxiliary or self._alone(w)

    def _alone(self, w: int) -> bool:
        """Whether an auxiliary is the only verb of its neighbourhood and may be a clause's main verb."""
        return len(self.sentence.verbs) == 1

    def _may_be_finite(self, w: int) -> bool:
        verb = self.sentence.verbs[w]
        if verb.infinitive or w in self.attributes:
            return False
        before = self.sentence.atoms[verb.first - 1] if verb.first else None
        if verb.auxiliary and before is not None and before.tags & Tag.INFINITIVE_MARKER:
            return False  # "verschlüsselt zu | haben"
        if (
            verb.form & Form.PARTICIPLE
            and w + 1 < len(self.sentence.verbs)
            and self._to_have(w + 1)
        ):
            return False
        atom = self.sentence.atoms[verb.head]
        if verb.auxiliary:
            return not atom.key.endswith("worden") and not bool(atom.word.form & Form.PARTICIPLE)
        return bool(verb.form & _FINITE)

    def _to_have(self, w: int) -> bool:
        """Whether a verb is the "to have" right after a participle: "verschlüsselt | zu haben"."""
        verb, before = self.sentence.verbs[w], self.sentence.verbs[w - 1] if w else None
        marked = verb.first and self.sentence.atoms[verb.first - 1].tags & Tag.INFINITIVE_MARKER
        near = before is not None and before.last + 2 == verb.first
        return bool(verb.auxiliary and marked and near)

    # --- clauses ---------------------------------------------------------------------------------

    def _place(self, first: int, last: int) -> None:
        """Give a field to the clause that it opens, goes on with, or completes."""
        sentence, atoms = self.sentence, self.sentence.atoms
        verbs = self._verbs(first, last)
        start = first
        while start < last and (
            atoms[start].key in sentence.pack.grammar.open_quotes + '"' or not atoms[start].is_word
        ):
            start += 1
        joined = bool(atoms[start].tags & (Tag.CONJUNCTION | Tag.COORDINATOR)) and (
            sentence.phrase_at[start] < 0
        )
        if joined and start < last:
            start += 1
        finite = self._finite(verbs)
        opener = self._opener(start, last, verbs, finite, first)
        current: _Clause | None = self._open()
        if opener is not None:
            kind, atom = opener
            if kind is Kind.ADVERBIAL and finite < 0:
                kind = Kind.REDUCED  # "um … zu", "ervan … te"
            clause = _Clause(kind, atom, outer=len(self.clauses) - 1)
            clause.governor = self._governor(kind)
            if kind is Kind.RELATIVE:
                clause.antecedent = self._antecedent(first)
            if joined:
                clause.shares = len(self.clauses) - 1
            self.clauses.append(clause)
            current = clause
        elif finite < 0 and any(sentence.verbs[w].infinitive or self._to_have(w) for w in verbs):
            clause = _Clause(Kind.REDUCED, outer=len(self.clauses) - 1)
            clause.governor = self._last_main()
            if joined:
                clause.shares = len(self.clauses) - 1
            self.clauses.append(clause)
            current = clause
        elif finite < 0 and verbs and joined and self.clauses and self.clauses[-1].finite >= 0:
            # "haben X gehackt | und Y gestohlen": one auxiliary for both.
            before = self.clauses[-1]
            clause = _Clause(before.kind, before.opener, before.antecedent)
            clause.governor, clause.finite = before.governor, before.finite
            clause.shares = len(self.clauses) - 1
            self.clauses.append(clause)
            current = clause
        elif finite >= 0 and (current is None or current.finite >= 0 or (joined and current.verbs)):
            previous = self.clauses[-1] if self.clauses else None
            clause = _Clause(Kind.MAIN)
            words = [
                i
                for i in range(start, sentence.verbs[finite].first)
                if atoms[i].is_word and not atoms[i].tags & Tag.ADVERB
            ]
            clause.inverted = not words
            if joined and previous is not None:
                clause.kind, clause.governor = previous.kind, previous.governor
                clause.opener = previous.opener
                clause.shares = len(self.clauses) - 1
                if previous.finite < 0:
                    previous.finite = finite  # "angegriffen und Daten gestohlen | haben"
            elif previous is not None:
                said = self._reporting()
                if said is not None and not clause.inverted:
                    clause.kind, clause.governor = Kind.COMPLEMENT, said
            self.clauses.append(clause)
            current = clause
        elif current is None:
            if not self.clauses:
                self.clauses.append(_Clause(Kind.MAIN))
            current = self.clauses[self._goes_on_with(start)]
        assert current is not None
        current.spans.append((first, last))
        current.verbs.extend(verbs)
        if verbs and current.main >= 0 and finite < 0:
            self._main_anew(current)
        if finite >= 0 and current.finite < 0:
            current.finite = finite
        if current.finite >= 0 and current.main < 0:
            current.main = self._main(current)

    def _goes_on_with(self, start: int) -> int:
        """The clause that a field without opener and finite verb goes on with: where the last one has ended with its verb, the
        one around it ("macht X, | die der GRU steuert, | für den Angriff verantwortlich"), unless the field gives examples."""
        sentence = self.sentence
        number = len(self.clauses) - 1
        q = sentence.phrase_at[start]
        atom = sentence.atoms[start]
        examples = sentence.pack.relations.examples
        if atom.tags & Tag.ALIAS_MARKER or atom.key in examples:
            return number
        if q >= 0 and sentence.phrases[q].prep in examples:
            return number
        while number > 0:
            clause = self.clauses[number]
            if clause.opener < 0 or clause.outer < 0 or clause.finite < 0 or not clause.spans:
                break
            if not self._final(clause.finite, clause.spans[-1][1]):
                break
            number = clause.outer
        return number

    def _main_anew(self, clause: _Clause) -> None:
        """The verb of a clause that was broken off before it ended, and what hangs on it."""
        before = clause.main
        clause.main = self._main(clause)
        for other in self.clauses:
            if other.governor == before:
                other.governor = clause.main

    def _open(self) -> _Clause | None:
        """The innermost clause that still waits for its finite verb."""
        return next(
            (c for c in reversed(self.clauses) if c.finite < 0 and not self._closed(c)), None
        )

    def _closed(self, clause: _Clause) -> bool:
        """Whether a clause needs no finite verb: an infinitive's."""
        return clause.kind is Kind.REDUCED

    def _opener(
        self, start: int, last: int, verbs: list[int], finite: int, first: int
    ) -> tuple[Kind, int] | None:
        """What opens a dependent clause at ``start``, if anything does."""
        sentence, atoms = self.sentence, self.sentence.atoms
        i = start
        while (
            i < last
            and sentence.phrase_at[i] < 0
            and atoms[i].tags & Tag.ADVERB
            and not (atoms[i].tags & (Tag.SUBORDINATOR | Tag.COMPLEMENTISER))
        ):
            i += 1
        atom = atoms[i]
        if sentence.phrase_at[i] < 0:
            named = atom.tags & Tag.RELATIVE and sentence.pack.grammar.open_clauses and first > 1
            if named and atoms[first - 1].key == "," and sentence.phrase_at[first - 2] >= 0:
                return Kind.RELATIVE, i  # "het bedrijf, | dat …": a comma before "that" tells
            if atom.tags & Tag.COMPLEMENTISER:
                return Kind.COMPLEMENT, i
            if atom.tags & Tag.SUBORDINATOR and self._opens(i, last, verbs, finite):
                self._free_subject(i)
                return Kind.ADVERBIAL, i
        if not first or finite < 0 or not self._final(finite, last):
            return None
        if atoms[first - 1].key == ";":
            return None  # a semicolon opens a main clause: "…; | die Botschaft nannte das absurd"
        waiting = self._open()
        if waiting is not None and waiting.kind is not Kind.MAIN and sentence.phrase_at[i] >= 0:
            return None  # "dass X, hinter dem Y steht, | das Ministerium gehackt hat"
        if atom.tags & Tag.PREPOSITION and sentence.phrase_at[i] < 0 and i < last:
            i += 1
            atom = atoms[i]
            if atom.tags & Tag.RELATIVE:
                self._free_after(i, last)
        return (Kind.RELATIVE, i) if atom.tags & Tag.RELATIVE else None

    def _free_after(self, i: int, last: int) -> None:
        """A noun that only seems to have the relative pronoun as its article: "die Gruppe, hinter | der | Fachleute X sehen"."""
        sentence = self.sentence
        q = sentence.phrase_at[i]
        if q < 0 or sentence.phrases[q].first != i or sentence.phrases[q].last > last:
            return
        others = [
            r
            for r, phrase in enumerate(sentence.phrases)
            if r != q and i < phrase.first <= last and phrase.prep is None
        ]
        if any("n" in self._cases(r) for r in others):
            return
        phrase = sentence.phrases[q]
        phrase.first, phrase.prep = i + 1, None
        sentence.phrase_at[i] = -1

    def _opens(self, i: int, last: int, verbs: list[int], finite: int) -> bool:
        """Whether a word that opens clauses does so here: "während | des Angriffs" opens none."""
        if not self.sentence.atoms[i].tags & (Tag.PREPOSITION | Tag.ADVERB):
            return True
        if finite < 0:
            return any(self.sentence.verbs[w].infinitive for w in verbs)
        return self._final(finite, last)

    def _free_subject(self, i: int) -> None:
        """The phrase after a conjunction that is a preposition elsewhere is not governed by it: "wie | Microsoft | mitteilte"."""
        sentence = self.sentence
        q = sentence.phrase_at[i + 1] if i + 1 < len(sentence.atoms) else -1
        if q >= 0 and sentence.phrases[q].prep == sentence.atoms[i].key:
            sentence.phrases[q].prep = None

    def _final(self, finite: int, last: int) -> bool:
        """Whether the finite verb closes the field: no phrase after it but one that a preposition brings."""
        sentence = self.sentence
        for i in range(sentence.verbs[finite].last + 1, last + 1):
            q = sentence.phrase_at[i]
            if q >= 0 and sentence.phrases[q].prep is None:
                return False
            other = sentence.verb_at[i] >= 0 and sentence.verb_at[i] not in self.attributes
            if other and sentence.verb_at[i - 1] < 0:
                return False  # another verb, and no part of this one ("heeft | gehackt")
        return True

    def _finite(self, verbs: list[int]) -> int:
        """The finite verb among those of a field: an auxiliary before a full verb, else the last that can be."""
        sentence = self.sentence
        able = [w for w in verbs if self._may_be_finite(w)]
        if not able:
            return -1
        helping = [w for w in able if sentence.verbs[w].auxiliary]
        if helping:
            # "soll … angegriffen haben": the modal is finite, "haben" is not.
            modal = [w for w in helping if sentence.atoms[sentence.verbs[w].head].tags & Tag.MODAL]
            return (modal or helping)[-1] if len(verbs) > 1 else helping[0]
        return able[0]

    def _governor(self, kind: Kind) -> int | None:
        return self._last_main()

    def _last_main(self) -> int | None:
        """The main verb of the last clause that has one."""
        return next((c.main for c in reversed(self.clauses) if c.main >= 0), None)

    def _reporting(self) -> int | None:
        """The verb of saying that a clause without conjunction may hang on."""
        v = self._last_main()
        if v is None:
            return None
        return v if not _REPORTING.isdisjoint(self.sentence.verbs[v].frames) else None

    def _antecedent(self, first: int) -> int:
        """The phrase before a relative clause."""
        return next(
            (
                q
                for q in range(len(self.sentence.phrases) - 1, -1, -1)
                if self.sentence.phrases[q].last < first
            ),
            -1,
        )

    def _main(self, clause: _Clause) -> int:
        """The verb that says what happens: the last full verb, else a predicate, else the finite verb."""
        verbs = self.sentence.verbs
        full = [w for w in clause.verbs if not verbs[w].auxiliary and not verbs[w].infinitive]
        full = full or [w for w in clause.verbs if not verbs[w].auxiliary]
        if not full:
            return next((w for w in clause.verbs if self._completed(clause, w)), clause.finite)
        closing = [w for w in full if w != clause.finite]
        return closing[-1] if closing and verbs[clause.finite].auxiliary else full[0]

    def _completed(self, clause: _Clause, w: int) -> bool:
        """Whether an auxiliary makes a verb with words of its clause: "ist Ziel eines Angriffs | geworden"."""
        particles = {f.particle for f in self.sentence.verbs[w].forms if f.particle}
        keys = {
            a.key for first, last in clause.spans for a in self.sentence.atoms[first : last + 1]
        }
        return any(keys.issuperset(particle.split(" ")) for particle in particles)

    # --- one clause ------------------------------------------------------------------------------

    def _resolve(self, clause: _Clause) -> None:
        """Set the clause's verb and find its subject and objects."""
        sentence = self.sentence
        if clause.main < 0:
            clause.main = self._main(clause) if clause.verbs else -1
        if clause.main < 0:
            return
        v = clause.main
        verb = sentence.verbs[v]
        self._shape(clause, verb)
        bare, oblique = self._phrases(clause)
        particle = self._particle(clause, verb)
        bare = [q for q in bare if q not in particle]
        oblique = [q for q in oblique if q not in particle]
        self._give_dative(clause, verb, bare, oblique)
        subject, objects = self._arguments(clause, verb, bare)
        clause.subjects = subject
        dependency = Dependency(
            clause.kind,
            subject,
            objects,
            clause.governor,
            verb.participle and not verb.finite,
            oblique,
        )
        for w in clause.verbs:
            if w != v and sentence.verbs[w].auxiliary:
                sentence.verbs[w].finite = w == clause.finite
                self.found[w] = Dependency(clause.kind, [], [], clause.governor)
            elif w != v and w not in self.attributes:
                self._second(clause, w, subject, objects, oblique)
        self.found[v] = dependency
        verb.dative = verb.passive and len(subject) > 1

    def _give_dative(
        self, clause: _Clause, verb: VerbGroup, bare: list[int], oblique: list[int]
    ) -> None:
        """ "schreibt den Angriff | der Gruppe | zu": no genitive where the verb wants a second object.

        What stands before the finite verb of a main clause is one constituent: "die Botschaft | der Ukraine | nannte".
        """
        sentence = self.sentence
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

    def _second(
        self,
        clause: _Clause,
        w: int,
        subject: list[int],
        objects: list[int],
        oblique: list[int],
    ) -> None:
        """Another full verb of the clause: an infinitive or participle that hangs on the main one."""
        verb = self.sentence.verbs[w]
        verb.finite = False
        renamed = self._renamed(clause, verb)
        if renamed is not None:
            name, others, around = renamed
            verb.participle, verb.infinitive = True, False
            verb.passive = verb.dative = bool(verb.form & Form.PARTICIPLE)
            subject = [name, *others] if verb.passive else [name]
            self.found[w] = Dependency(Kind.REDUCED, subject, others, clause.main, False, around)
            return
        verb.participle = not verb.infinitive and bool(verb.form & Form.PARTICIPLE)
        verb.infinitive = verb.infinitive or not verb.participle
        self.found[w] = Dependency(Kind.REDUCED, subject, objects, clause.main, False, oblique)

    def _renamed(self, clause: _Clause, verb: VerbGroup) -> tuple[int, list[int], list[int]] | None:
        """What a participle between commas gives another name, the names, and what stands under prepositions there:
        "die Gruppe X, | in der Fachwelt als Y bekannt", "Z, | auch Y genannt"."""
        sentence = self.sentence
        if "alias" not in verb.frames or verb.infinitive:
            return None
        for first, last in clause.spans[1:]:
            if not first <= verb.first <= last:
                continue
            inside = [
                q
                for q, phrase in enumerate(sentence.phrases)
                if first <= phrase.first <= last and leader(sentence, q) == q
            ]
            before = self._antecedent(first)
            if before < 0 or sentence.atoms[first - 1].key != ",":
                return None
            others = [q for q in inside if sentence.phrases[q].prep is None]
            others = [q for q in others if sentence.phrases[q].kind in ("group", "name", "malware")]
            return before, others, [q for q in inside if sentence.phrases[q].prep is not None]
        return None

    def _shape(self, clause: _Clause, verb: VerbGroup) -> None:
        """Voice, mood and negation of the clause's verb, from its auxiliaries."""
        sentence = self.sentence
        tags = 0
        for w in {*clause.verbs, *([clause.finite] if clause.finite >= 0 else [])}:
            other = sentence.verbs[w]
            if not other.auxiliary:
                continue
            atom = sentence.atoms[other.head]
            tags |= atom.tags
            if atom.tags & Tag.MODAL:
                verb.modal = atom.word.value or verb.modal
        finite = sentence.verbs[clause.finite] if clause.finite >= 0 else None
        verb.finite = finite is not None
        if clause.kind is Kind.REDUCED and finite is None:
            # "angegriffen zu haben"
            verb.infinitive, verb.marker = True, "to"
        perfect = bool(verb.form & Form.PARTICIPLE) and bool(tags & (Tag.HAVE | Tag.BE))
        if verb.modal in (_RUMOUR, _GUESS):
            # "soll … gehackt haben" is rumour, "soll … hacken" a task or a plan.
            told = perfect or bool(verb.frames and verb.frames <= _STATES)
            if not told:
                verb.modal = "advice"
            else:
                verb.modal = "possible" if verb.modal == _RUMOUR else None
        participle = bool(verb.form & Form.PARTICIPLE)
        uses = [u for f in verb.forms for u in f.uses]
        transitive = any("object" in u.slots.values() for u in uses)
        if participle and not verb.auxiliary and finite is not verb:
            moves = any(
                u.frame == "fall" or (u.frame == "hack" and "object" not in u.slots.values())
                for u in uses
            )
            verb.passive = bool(tags & Tag.BECOME) or (
                bool(tags & Tag.BE) and not tags & Tag.HAVE and transitive and not moves
            )
            if not tags:
                verb.participle, verb.finite = True, False
        elif tags & Tag.BECOME and not participle and verb.form & Form.INFINITIVE:
            verb.modal = verb.modal or "future"
        verb.copula = verb.auxiliary and bool(sentence.atoms[verb.head].tags & Tag.BE)
        if finite is not None:
            form = sentence.atoms[finite.head].word.form
            verb.conditional = bool(form & Form.CONDITIONAL) and not form & (
                Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE
            )
        verb.negated = self._negated(clause, verb)
        reflexives = sentence.pack.cues.reflexives
        verb.reflexive = any(
            atom.key in reflexives
            for first, last in clause.spans
            for atom in sentence.atoms[first : last + 1]
        )

    def _negated(self, clause: _Clause, verb: VerbGroup) -> bool:
        sentence = self.sentence
        for first, last in clause.spans:
            for i in range(first, last + 1):
                atom = sentence.atoms[i]
                if not atom.tags & Tag.NEGATION:
                    continue
                after = sentence.atoms[i + 1] if i < last else None
                if after is not None and after.key in sentence.pack.cues.not_only:
                    continue
                q = sentence.phrase_at[i]
                if q >= 0 and sentence.phrases[q].prep is not None:
                    continue
                return True
        return False

    def _particle(self, clause: _Clause, verb: VerbGroup) -> set[int]:
        """Choose the verb's forms by the particle that ends the clause; the phrases that the particle covers."""
        sentence, atoms = self.sentence, self.sentence.atoms
        apart = sorted({f.particle for f in verb.forms if f.particle}, key=len, reverse=True)
        for particle in apart:
            words = particle.split(" ")
            for first, last in clause.spans:
                for i in range(last - len(words) + 1, max(first, verb.last) - 1, -1):
                    if i <= verb.last and len(words) > 1 and i + len(words) > verb.first:
                        continue
                    keys = " ".join(a.key for a in atoms[i : i + len(words)])
                    if keys == particle and self._governs(i, particle):
                        continue  # "legde sancties op | aan twee hackers"
                    if keys == particle and self._free(i + len(words), last):
                        self._take(verb, tuple(f for f in verb.forms if f.particle == particle))
                        for w in clause.verbs:
                            other = sentence.verbs[w]
                            if other is not verb and i <= other.first < i + len(words):
                                self._take(other, ())
                        return self._covered(i, len(words))
            i = self._before(clause, verb, words)
            if i >= 0:
                self._take(verb, tuple(f for f in verb.forms if f.particle == particle))
                return self._covered(i, len(words))
        if apart:
            self._take(verb, tuple(f for f in verb.forms if not f.particle))
        return set()

    def _governs(self, i: int, particle: str) -> bool:
        """Whether the word at ``i`` is a preposition to what follows it."""
        at = self.sentence.phrase_at
        q = at[i + 1] if i + 1 < len(at) else -1
        return q >= 0 and at[i] < 0 and self.sentence.phrases[q].prep == particle

    def _before(self, clause: _Clause, verb: VerbGroup, words: list[str]) -> int:
        """Where the words that a participle, an infinitive or "be" goes with stand before it: "ist | Opfer | eines Angriffs geworden"."""
        sentence, atoms = self.sentence, self.sentence.atoms
        helps = atoms[verb.head].tags & (Tag.BE | Tag.BECOME)
        if not helps and not verb.form & (Form.PARTICIPLE | Form.INFINITIVE):
            return -1
        for first, last in clause.spans:
            for i in range(min(last + 1, verb.first) - len(words), first - 1, -1):
                if [a.key for a in atoms[i : i + len(words)]] != words:
                    continue
                q = sentence.phrase_at[i + len(words) - 1]
                if q < 0 or sentence.phrases[q].last < i + len(words):
                    return i
        return -1

    def _covered(self, i: int, length: int) -> set[int]:
        """The phrases that so many atoms from ``i`` belong to."""
        at = self.sentence.phrase_at
        return {at[k] for k in range(i, i + length) if at[k] >= 0}

    def _free(self, i: int, last: int) -> bool:
        """Whether nothing bare and no other verb follows in the field."""
        sentence = self.sentence
        return all(
            sentence.phrase_at[k] < 0 or sentence.phrases[sentence.phrase_at[k]].prep is not None
            for k in range(i, last + 1)
        )

    def _take(self, verb: VerbGroup, forms: tuple[VerbForm, ...]) -> None:
        verb.forms = forms
        verb.lemmas = frozenset(f.lemma for f in forms)
        verb.frames = frozenset(u.frame for f in forms for u in f.uses)

    def _phrases(self, clause: _Clause) -> tuple[list[int], list[int]]:
        """The bare and the governed phrases of a clause, first members of lists, in order."""
        sentence = self.sentence
        bare: list[int] = []
        oblique: list[int] = []
        for number, (first, last) in enumerate(clause.spans):
            verbless = not any(first <= sentence.verbs[w].first <= last for w in clause.verbs)
            for q, phrase in enumerate(sentence.phrases):
                if not first <= phrase.first <= last or q in self.apart:
                    continue
                if leader(sentence, q) != q or phrase.kind == "time" or self._owns(q):
                    continue
                if phrase.prep is not None:
                    oblique.append(q)
                elif not (verbless and number and bare):
                    bare.append(q)  # what stands between commas after a noun renames it
        return bare, oblique

    def _owns(self, q: int) -> bool:
        phrases = self.sentence.phrases
        return q + 1 < len(phrases) and phrases[q + 1].owner == q

    def _cases(self, q: int) -> str:
        """The cases that a phrase can be, by its first word."""
        atom = self.sentence.atoms[self.sentence.phrases[q].first]
        if self.sentence.phrases[q].kind == "pronoun" and atom.tags & Tag.OWN_PRONOUN:
            return "d"  # "Ihr | rechnet das Amt den Angriff zu"
        return self.sentence.pack.grammar.cases.get(atom.key, "nadg")

    def _arguments(
        self, clause: _Clause, verb: VerbGroup, bare: list[int]
    ) -> tuple[list[int], list[int]]:
        """Subject and objects among the bare phrases."""
        sentence = self.sentence
        relative: list[int] = []
        case = "nadg"
        if clause.kind is Kind.RELATIVE and clause.opener >= 0:
            atom = sentence.atoms[clause.opener]
            case = sentence.pack.grammar.cases.get(atom.key, "na")
            before = sentence.atoms[clause.opener - 1]
            governed = before.tags & Tag.PREPOSITION and sentence.phrase_at[clause.opener - 1] < 0
            inside = sentence.phrase_at[clause.opener]
            if clause.antecedent >= 0 and not governed and "g" not in case.replace("nadg", ""):
                relative = [leader(sentence, clause.antecedent)]
            elif clause.antecedent >= 0 and not governed and inside >= 0:
                relative = []
        if verb.infinitive or clause.kind is Kind.REDUCED:
            return self._controller(clause), bare
        if clause.shares >= 0 and not relative and self._follows_and(clause):
            shared = self.clauses[clause.shares].subjects[:1]
            if shared and not verb.passive:
                return list(shared), bare  # "wird vom FSB gesteuert und | greift | Behörden an"
        able = [q for q in bare if "n" in self._cases_in(clause, q)]
        if relative and "n" in case and not self._object_of_relative(clause, relative, able, case):
            return relative, bare
        agreeing = [q for q in able if not self._disagrees(clause, q)] or able
        sure = [q for q in agreeing if self._certainly(clause, q)]
        subject = (sure or agreeing)[:1]
        others = [q for q in bare if q not in subject]
        if relative and subject:
            others = [*relative, *others]
        if not subject and clause.kind is Kind.COMPLEMENT and clause.governor is not None:
            subject = list(self.found[clause.governor].subjects[:1])  # "ontkent dat | het | …"
        elif not subject and clause.shares >= 0:
            subject = list(self.clauses[clause.shares].subjects[:1])
        elif clause.shares >= 0 and subject and clause.inverted is False and not others:
            shared = self.clauses[clause.shares].subjects[:1]
            if shared and self._before_own_verb(clause, subject[0]):
                return shared, subject
        if verb.passive:
            return [*subject, *others], others
        return subject, others

    def _follows_and(self, clause: _Clause) -> bool:
        """Whether the finite verb of a clause stands right after the conjunction that joins it to the one before."""
        if clause.finite < 0:
            return False
        i = self.sentence.verbs[clause.finite].first - 1
        return i > 0 and bool(self.sentence.atoms[i].tags & Tag.CONJUNCTION)

    def _object_of_relative(
        self, clause: _Clause, relative: list[int], able: list[int], case: str
    ) -> bool:
        """Whether number or case tell that the relative pronoun is the object: "die Hacker, | die | der Minister nannte"."""
        if not able:
            return False
        other = self._disagrees(clause, relative[0]) and not self._disagrees(clause, able[0])
        return other or ("a" in case and any(self._certainly(clause, q) for q in able))

    def _cases_in(self, clause: _Clause, q: int) -> str:
        """The cases of a phrase; one that a relative pronoun runs into has any."""
        phrase = self.sentence.phrases[q]
        if phrase.first <= clause.opener <= phrase.last:
            return "nadg"
        return self._cases(q)

    def _certainly(self, clause: _Clause, q: int) -> bool:
        """Whether a phrase can be nothing but the subject."""
        return self._cases_in(clause, q) == "n"

    def _before_own_verb(self, clause: _Clause, q: int) -> bool:
        """Whether the only phrase of a second conjunct is its object: "griff X an und | stahl | Daten"."""
        v = clause.main
        return (
            self.sentence.verbs[v].first < self.sentence.phrases[q].first
            or clause.finite not in clause.verbs
        )

    def _plural_verb(self, clause: _Clause) -> bool | None:
        if clause.finite < 0:
            return None
        key = self.sentence.atoms[self.sentence.verbs[clause.finite].head].key
        cues = self.sentence.pack.cues
        if key in cues.plural_auxiliaries:
            return True
        if key in cues.singular_auxiliaries:
            return False
        return key.endswith(self.sentence.pack.grammar.plural_verbs)

    def _disagrees(self, clause: _Clause, q: int) -> bool:
        """Whether number tells that a phrase is not the subject."""
        plural = self._plural_verb(clause)
        phrase = self.sentence.phrases[q]
        several = self.sentence.next_in_list[q] >= 0 or (
            phrase.number is not None and phrase.number[0] > 1
        )
        numbers = {noun.plural for noun in self.sentence.atoms[phrase.last].word.nouns}
        if len(numbers) > 1 and not several:
            return False  # "Hacker" is one or many
        if plural is None or phrase.kind in ("pronoun", "we"):
            return False
        if plural:
            return not (several or phrase.plural or phrase.kind in _EITHER)
        return several or (phrase.plural and phrase.kind not in _EITHER)

    def _controller(self, clause: _Clause) -> list[int]:
        """Whose action an infinitive is: the object of a verb that accuses, else the subject of what it hangs on."""
        v = clause.governor
        if v is None:
            return []
        outer = self.found[v]
        governing = self.sentence.verbs[v]
        if not governing.lemmas.isdisjoint(self.sentence.pack.cues.dative_achieving):
            # "Dem BKA ist es gelungen, die Server abzuschalten"
            around = [*outer.subjects, *outer.objects]
            return [q for q in around if self.sentence.phrases[q].kind != "pronoun"][:1]
        if accuses(governing) and not governing.passive and outer.objects:
            return outer.objects[:1]
        return outer.subjects[:1]


_DATELINE = 8
"""Words within which a dateline ends."""
_RUMOUR, _GUESS = "rumour", "guess"
"""Kinds of modals: what somebody is said to have done, and what he is likely to have done ("dürfte")."""
_REPORTING = frozenset({"say", "accuse", "deny", "endorse"})
_AGENTS = frozenset(
    {"state", "agency", "group", "actor", "persons", "government", "service", "name"}
)
_STATES = frozenset({"perpetrate", "sponsor", "locate", "alias"})
"""Frames of what is so: after "soll" they are rumour."""
_EITHER = frozenset({"name", "group", "state", "company", "agency", "bloc", "malware"})
"""Kinds whose number the phrase does not tell ("die USA", "Anonymous")."""
