"""Which clause each verb belongs to, whose subject it has, what it governs: one pass, left to right.

Fourth stage of the cascade (FASTUS: clauses). A stack of open clauses is kept while phrases, verbs
and clause words pass by: a relative pronoun opens a clause on the phrase before it, "that" one under
the verb before it, a finite verb without a subject of its own closes what is open until it finds the
subject that waits ("NotPetya, which X attributes to Y, | hit Z"). The method is that of deterministic
clause chunking with a stack (Ejerhed 1988; Abney 1996, partial parsing via finite-state cascades).
"""

from __future__ import annotations

from enum import StrEnum
from typing import final

from mypy_extensions import mypyc_attr

from vidocq.claims.interposed import interposed
from vidocq.claims.layout import Sentence, is_plural, leader, with_chain
from vidocq.claims.null_subjects import claimed_by_follower, null_subject
from vidocq.claims.verbs import VerbGroup, accuses, charges, employs
from vidocq.language.tags import Form, Tag

_SIGNS_IN_CLAUSE = "\"«»“”„‘’'[]*•"
_BREAKS = (";", ":")
_DASHES = ("–", "—")
_COMMAS = frozenset({",", *_BREAKS})
_SIGNS = _COMMAS | {*_DASHES}


class Kind(StrEnum):
    """What a clause is to the one that it stands in."""

    MAIN = "main"
    RELATIVE = "relative"
    COMPLEMENT = "complement"
    ADVERBIAL = "adverbial"
    REDUCED = "reduced"
    ASIDE = "aside"


@mypyc_attr(acyclic=True)
@final
class Dependency:
    """What one verb has to do with the phrases and verbs about it (numbers of phrases and verbs).

    ``subjects``: candidates, best first; of a passive what it is said of. ``objects``: bare phrases it
    governs, nearest first. ``governor``: the verb that the clause hangs on. ``passive``: a participle
    that modifies what stands before it ("groups | backed by …"). ``obliques``: governed phrases of the clause,
    where word order does not put them after the verb.
    """

    def __init__(
        self,
        kind: Kind,
        subjects: list[int],
        objects: list[int],
        governor: int | None = None,
        reduced: bool = False,
        obliques: list[int] | None = None,
    ) -> None:
        self.kind = kind
        self.subjects = subjects
        self.objects = objects
        self.governor = governor
        self.reduced = reduced
        self.obliques: list[int] = [] if obliques is None else obliques


_SPEAKERS = frozenset({"office", "agency", "organisation", "person", "name", "government"})
_BEFORE_SPEAKERS = (",", '"', "”", "»")


@mypyc_attr(acyclic=True)
@final
class _Clause:
    """An open clause: the bare phrases that wait for its verb, its last verb, and what came after that.

    ``case``: of a relative clause whose pronoun is governed ("dont", "à qui", "que"): ``object`` or a preposition.
    """

    def __init__(
        self,
        kind: Kind,
        governor: int | None,
        antecedents: list[int],
        verb: int | None = None,
        subjects: list[int] | None = None,
        case: str | None = None,
    ) -> None:
        self.kind = kind
        self.governor = governor
        self.antecedents = antecedents
        self.waiting: list[int] = []
        self.verb = verb
        self.subjects: list[int] = [] if subjects is None else subjects
        self.after: list[int] = []
        self.case = case

    last: int = -1
    """The phrase that passed by last in this clause."""
    joined: bool = False
    """Whether a conjunction or a comma came after the last phrase or verb."""
    conjunction: bool = False
    fresh: int = -1
    """The phrase that a conjunction brought and that no list before it takes in: perhaps a subject."""
    opened_by_sign: bool = False
    inverted: bool = False
    """Whether the subject is still to come, after the verb: "que dénonce | Paris"."""


def dependencies(sentence: Sentence) -> list[Dependency]:
    """The dependency of each verb of a sentence, made on first use and kept with the sentence."""
    if not sentence.dependencies and sentence.verbs:
        sentence.dependencies.extend(_Reader(sentence).read())
        for v, q in sentence.clefts.items():
            dependency = sentence.dependencies[v]
            dependency.subjects, dependency.reduced = [leader(sentence, q)], False
            dependency.objects = [o for o in dependency.objects if o != leader(sentence, q)]
        if sentence.pack.grammar.plural_verbs and not sentence.pack.grammar.verb_second:
            for v, dependency in enumerate(sentence.dependencies):
                if dependency.kind is not Kind.RELATIVE and not dependency.subjects:
                    if claimed_by_follower(sentence, v, dependency.objects):
                        dependency.subjects = [dependency.objects.pop(0)]
                        continue
                    pronoun = null_subject(sentence, v, dependency.objects)
                    dependency.subjects = [pronoun] if pronoun is not None else []
    return sentence.dependencies


class _Reader:
    """The pass over one sentence; `read` gives the result."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.stack = [_Clause(Kind.MAIN, None, [])]
        self.found: list[Dependency] = []

    def read(self) -> list[Dependency]:
        sentence, atoms = self.sentence, self.sentence.atoms
        owners = {p.owner for p in sentence.phrases if p.owner is not None}
        i, n = 0, len(atoms)
        while i < n:
            q = sentence.phrase_at[i]
            if q >= 0:
                said = interposed(sentence, q) if self._waits() else None
                if said == len(self.found):
                    self.found.append(Dependency(Kind.ASIDE, [q], []))
                    i = sentence.verbs[said].last + 1
                    continue
                if q not in owners:
                    self._phrase(q)
                i = sentence.phrases[q].last + 1
                continue
            w = sentence.verb_at[i]
            if w >= 0:
                self._verb(w)
                i = sentence.verbs[w].last + 1
                continue
            self._sign_or_word(i)
            i += 1
        return self.found

    def _phrase(self, q: int) -> None:
        clause = self.stack[-1]
        phrase = self.sentence.phrases[q]
        outer = self.stack[0]
        if (
            clause.kind in (Kind.REDUCED, Kind.ADVERBIAL)
            and clause.verb is not None
            and clause.joined
            and not clause.conjunction
            and phrase.prep is None
            and outer.verb is None
            and not outer.waiting
        ):
            # "Using malware dubbed X, | their newest campaign | used …", "If sanctions fail, | others | …"
            self.stack = [outer]
            clause = outer
        clause.last = q
        if phrase.prep is not None:
            return
        first = leader(self.sentence, q)
        if clause.verb is None:
            if first not in clause.waiting:
                clause.waiting.append(first)
        elif clause.inverted and not clause.subjects:
            clause.subjects.append(first)
        elif first not in clause.after and first not in clause.subjects:
            clause.after.append(first)
            dependency = self.found[clause.verb]
            if not clause.joined or not dependency.objects:
                dependency.objects.append(first)
        clause.fresh = first if clause.conjunction and first == q else -1
        clause.joined = clause.conjunction = False

    def _sign_or_word(self, i: int) -> None:
        atom = self.sentence.atoms[i]
        clause = self.stack[-1]
        key, tags = atom.key, atom.tags
        if not atom.is_word:
            if key == ",":
                clause.joined = True
                outer = self.stack[0]
                opening = clause.kind is Kind.REDUCED and len(self.stack) == 2
                if opening and outer.verb is None and not outer.waiting:
                    # "Using a fake site, | the group stole …": the adjunct that opens a sentence is over.
                    self.stack.pop()
            elif key in _BREAKS:
                self.stack = [_Clause(Kind.MAIN, None, [])]
            elif key == "(":
                aside = _Clause(Kind.ASIDE, clause.verb, [clause.last] if clause.last >= 0 else [])
                aside.opened_by_sign = True
                self.stack.append(aside)
            elif key == ")":
                while len(self.stack) > 1:
                    if self.stack.pop().opened_by_sign:
                        break
            elif key in _DASHES:
                clause.joined = True
            return
        case = self._case(i)
        relative = tags & Tag.RELATIVE or (case and tags & Tag.COMPLEMENTISER)
        if relative and self._after_noun(i) and not self._reported(i):
            found = self._antecedents(atom.key)
            again = i > 0 and self.sentence.atoms[i - 1].tags & Tag.CONJUNCTION
            if again and clause.kind is Kind.RELATIVE and clause.antecedents and case is None:
                # "a group that works for Iran | and that hit banks": the group, not Iran.
                same = clause.antecedents
                found = [*same, *(q for q in found if q not in same)]
            self.stack.append(_Clause(Kind.RELATIVE, clause.verb, found, case=case))
        elif tags & Tag.COMPLEMENTISER and not tags & Tag.PREPOSITION and clause.verb is not None:
            self.stack.append(_Clause(Kind.COMPLEMENT, clause.verb, []))
        elif tags & Tag.SUBORDINATOR and (not tags & Tag.PREPOSITION or self._before_clause(i)):
            self.stack.append(_Clause(Kind.ADVERBIAL, clause.verb, []))
        elif tags & (Tag.CONJUNCTION | Tag.COORDINATOR):
            clause.joined = clause.conjunction = True

    def _before_clause(self, i: int) -> bool:
        """Whether a word that is a preposition too opens a clause at ``i``: it governs no phrase ("as it targeted")."""
        q = self.sentence.phrase_at[i + 1] if i + 1 < len(self.sentence.atoms) else -1
        return q >= 0 and self.sentence.phrases[q].prep is None

    def _after_noun(self, i: int) -> bool:
        """Whether the relative pronoun at ``i`` has a noun before it to stand for."""
        clause = self.stack[-1]
        if clause.last < 0:
            return False
        if not self.sentence.atoms[i].tags & Tag.COMPLEMENTISER:
            return True
        between = range(self.sentence.phrases[clause.last].last + 1, i)
        # "La cyberattaque, | que Kiev impute à Moscou, | a touché …": before any verb, and after an attack, a comma parts.
        waits = clause.verb is None or self.sentence.phrases[clause.last].kind in _TELLING
        loose = waits or self.sentence.atoms[i].key in self.sentence.pack.cues.loose_relatives
        return all(
            self.sentence.verb_at[k] < 0 and (loose or self.sentence.atoms[k].key != ",")
            for k in between
        )

    def _case(self, i: int) -> str | None:
        """What a relative pronoun that cannot be the subject is: the object, or under which preposition."""
        atom = self.sentence.atoms[i]
        if atom.tags & Tag.RELATIVE and i and self.sentence.phrase_at[i - 1] < 0:
            before = self.sentence.atoms[i - 1]
            if before.tags & Tag.PREPOSITION:
                return before.word.value or before.key
        return atom.word.value

    def _antecedents(self, pronoun: str) -> list[int]:
        """What a relative pronoun may stand for, nearest first; over a participle, what that modifies.

        "attacks by criminals | based in Russia | that have hit …": Russia, the criminals, the attacks.
        A pronoun for persons ("who") looks to actors and persons first.
        """
        clause = self.stack[-1]
        found = with_chain(self.sentence, clause.last)
        if clause.kind is Kind.REDUCED and clause.verb is not None:
            found += [q for q in self.found[clause.verb].subjects if q not in found]
        if pronoun in self.sentence.pack.cues.personal_relatives:
            found.sort(key=lambda q: _rank_of_person(self.sentence.phrases[q].kind))
        return found

    def _agreeing(self, verb: VerbGroup, found: list[int]) -> list[int]:
        """Antecedents that agree in number with the verb's auxiliary first."""
        cues = self.sentence.pack.cues
        many, one = cues.plural_auxiliaries, cues.singular_auxiliaries
        plural = next(
            (
                self.sentence.atoms[i].key in many
                for i in range(verb.first, verb.last + 1)
                if self.sentence.atoms[i].key in many or self.sentence.atoms[i].key in one
            ),
            None,
        )
        if plural is None or len(found) < 2:
            return found
        return sorted(found, key=lambda q: is_plural(self.sentence, q) is not plural)

    def _reported(self, i: int) -> bool:
        """Whether "that" at ``i`` opens what was told and not a relative: "told Congress | that hackers …"."""
        clause = self.stack[-1]
        if clause.verb is None or not self.sentence.atoms[i].tags & Tag.COMPLEMENTISER:
            return False
        told = clause.last >= 0 and self.sentence.phrases[clause.last].kind in _TOLD
        if self._stands_for_deed(i):
            return False
        if not self._says(clause.verb) and not told:
            return False
        k = i + 1
        while k < len(self.sentence.atoms) and self.sentence.phrase_at[k] < 0:
            if self.sentence.verb_at[k] >= 0:
                return False
            k += 1
        return k < len(self.sentence.atoms)

    def _stands_for_deed(self, i: int) -> bool:
        """Whether a pronoun that opens both kinds of clause follows an attack or its author at once: "investiga el
        ataque, | que | las autoridades atribuyen a …"; nobody is told by those."""
        clause = self.stack[-1]
        if self.sentence.atoms[i].key not in self.sentence.pack.cues.loose_relatives:
            return False
        if clause.last < 0 or self.sentence.phrases[clause.last].kind not in _DEEDS:
            return False
        return all(
            self.sentence.atoms[k].key == ","
            for k in range(self.sentence.phrases[clause.last].last + 1, i)
        )

    def _waits(self) -> bool:
        """Whether the clause in hand has its subject and waits for its verb."""
        return self.stack[-1].verb is None and bool(self.stack[-1].waiting)

    def _owed(self) -> bool:
        """Whether a clause further out still waits for the verb of its subject."""
        return any(c.verb is None and c.waiting for c in self.stack[:-1])

    def _verb(self, v: int) -> None:
        verb = self.sentence.verbs[v]
        if (
            verb.relative is not None
            and self.stack[-1].kind is not Kind.RELATIVE
            and not self._opened_as_reported(verb.relative)
        ):
            # The pronoun stands inside a phrase or set phrase: open its clause now.
            clause = self.stack[-1]
            self.stack.append(_Clause(Kind.RELATIVE, clause.verb, self._antecedents("")))
        if (
            verb.infinitive
            or verb.gerund
            or not verb.finite
            or (verb.participle and self._is_reduced(v, verb))
        ):
            self._nonfinite(v, verb)
        else:
            self._finite(v, verb)

    def _opened_as_reported(self, relative: int) -> bool:
        """Whether the word before a verb opened what the verb before it reports: "confirmó | que | había sufrido …"."""
        clause = self.stack[-1]
        word = self.sentence.atoms[relative]
        opens = bool(word.tags & Tag.COMPLEMENTISER) and not word.tags & Tag.PREPOSITION
        return opens and clause.kind is Kind.COMPLEMENT and clause.verb is None

    def _nonfinite(self, v: int, verb: VerbGroup) -> None:
        """An infinitive, gerund or bare participle: it hangs on the verb or the phrase before it."""
        clause = self.stack[-1]
        if clause.kind is Kind.REDUCED and clause.conjunction and clause.verb is not None:
            # "to spy on or disrupt": one subject for both.
            before = self.found[clause.verb]
            self.found.append(
                Dependency(Kind.REDUCED, before.subjects, [], before.governor, before.reduced)
            )
            clause.verb, clause.joined, clause.conjunction = v, False, False
            return
        subjects: list[int] = []
        reduced = False
        adjoining = clause.last >= 0 and self._adjoins(clause.last, verb.first)
        if verb.participle and clause.last >= 0 and (adjoining or clause.joined):
            subjects, reduced = with_chain(self.sentence, clause.last), True
        elif verb.gerund and verb.marker is None and adjoining:
            subjects = with_chain(self.sentence, clause.last)
        else:
            subjects = self._controllers(clause, verb)
        governor = clause.verb if clause.verb is not None else clause.governor
        self.found.append(Dependency(Kind.REDUCED, subjects, [], governor, reduced))
        self.stack.append(_Clause(Kind.REDUCED, governor, [], v, subjects))

    def _controllers(self, clause: _Clause, verb: VerbGroup) -> list[int]:
        """Whose action an infinitive or gerund is: the object of the governing verb, else its subject."""
        if clause.verb is None:
            return list(reversed(clause.waiting)) or self._outer_subjects()
        governing = self.sentence.verbs[clause.verb]
        dependency = self.found[clause.verb]
        subjects = clause.subjects or dependency.subjects
        if verb.gerund and verb.marker is None and clause.joined:
            if accuses(verb) and clause.kind is Kind.REDUCED:
                # "Canada condemned attacks targeting Norway, | attributing them to X": no attack attributes.
                return next(c for c in reversed(self.stack) if c.kind is not Kind.REDUCED).subjects
            return subjects  # "hit France, | stealing data": who hit steals.
        agent = (
            self._agent(clause.verb, verb.first)
            if (governing.passive or dependency.reduced) and not accuses(governing)
            else None
        )
        if agent is not None:
            return [agent]  # "techniques used by hackers | to conduct attacks"
        if verb.marker in self.sentence.pack.relations.aside and clause.kind is Kind.REDUCED:
            # "gave its diplomats a day | to leave | after concluding …": who gave concludes.
            outer = next((c for c in reversed(self.stack) if c.kind is not Kind.REDUCED), clause)
            return outer.subjects or subjects
        if (
            verb.marker in self.sentence.pack.relations.aside
            or governing.passive
            or dependency.reduced
        ):
            return subjects
        if accuses(governing):
            leaning = [
                q
                for (v, case), q in self.sentence.clitics.items()
                if v == clause.verb
                and (case == "object" or case in self.sentence.pack.relations.to)
            ]
            if leaning:
                return leaning[:1]  # "l'accuse | d'avoir piraté", "lui reproche | d'avoir …"
            blamed = [
                q
                for q in range(len(self.sentence.phrases))
                if governing.last < self.sentence.phrases[q].first < verb.first
                and self.sentence.phrases[q].prep in self.sentence.pack.relations.to
            ]
            named = dependency.objects or blamed
            if named:
                return named[:1]
        if verb.marker in self.sentence.pack.relations.cause and charges(governing):
            return self._charged(governing, verb, dependency.objects)
        if verb.infinitive and employs(governing):
            return [*subjects, *dependency.objects[:1]]  # "used spyware to | hack …"
        return [*dependency.objects[:1], *subjects] if dependency.objects else subjects

    def _agent(self, v: int, end: int) -> int | None:
        """The phrase with "by" between verb ``v`` and the atom ``end``."""
        first = self.sentence.verbs[v].last
        for q, phrase in enumerate(self.sentence.phrases):
            if first < phrase.first < end and phrase.prep in self.sentence.pack.relations.agent:
                return leader(self.sentence, q)
        return None

    def _charged(self, governing: VerbGroup, verb: VerbGroup, objects: list[int]) -> list[int]:
        """Whose deed a charge names: "charged X | for hacking", "filed charges against X | for hacking"."""
        between = [
            q
            for q, phrase in enumerate(self.sentence.phrases)
            if governing.last < phrase.first < verb.first
        ]
        against = [
            q
            for q in between
            if self.sentence.phrases[q].prep in self.sentence.pack.relations.burdens
        ]
        return [*against, *(q for q in objects if self.sentence.phrases[q].kind not in _ACTS)]

    def _outer_subjects(self) -> list[int]:
        for clause in reversed(self.stack[:-1]):
            if clause.verb is not None or clause.waiting:
                return clause.subjects or list(reversed(clause.waiting))
        return []

    def _adjoins(self, q: int, first: int) -> bool:
        """Whether only adverbs and quotation marks part phrase ``q`` from the atom ``first``."""
        return all(
            self.sentence.atoms[k].tags & (Tag.ADVERB | Tag.NEGATION)
            or self.sentence.atoms[k].key in _SIGNS_IN_CLAUSE
            for k in range(self.sentence.phrases[q].last + 1, first)
        )

    def _is_reduced(self, v: int, verb: VerbGroup) -> bool:
        """Whether a form that is past tense or participle modifies the phrase before it.

        "the group | backed by Iran | targeted banks": with "by" after it, or with the clause's own
        finite verb still to come, or already there.
        """
        clause = self.stack[-1]
        atoms = self.sentence.atoms
        following = atoms[verb.last + 1] if verb.last + 1 < len(atoms) else None
        if verb.form & (Form.PAST | Form.PRESENT) == 0:
            return True
        if clause.verb is None and not clause.waiting and len(self.stack) == 1:
            # "Based on an inquiry, | the ministry | accused …": what opens a sentence has no subject yet.
            return following is not None and bool(following.tags & Tag.PREPOSITION)
        if (
            accuses(verb)
            and following is not None
            and following.key in self.sentence.pack.relations.of
        ):
            return True  # "a man | suspected of …"
        if following is not None and following.key in self.sentence.pack.relations.agent:
            return not (clause.verb is None and clause.kind is Kind.RELATIVE and not clause.waiting)
        if clause.last < 0 or not self._adjoins(clause.last, verb.first):
            return False
        if clause.verb is not None and self._owed() and not self._finite_follows(v):
            return False
        if clause.verb is None:
            object_follows = (
                verb.last + 1 < len(atoms)
                and self.sentence.phrase_at[verb.last + 1] >= 0
                and (self.sentence.phrases[self.sentence.phrase_at[verb.last + 1]].prep is None)
            )
            return not object_follows and self._finite_follows(v)
        if not clause.after or clause.after[-1] != leader(self.sentence, clause.last):
            return not (self._says(v) and self._closes_with(clause.last))
        if clause.fresh == clause.after[-1] and not self._finite_follows(v):
            return False  # "Others will follow, but | Russia | hacked …"
        if self._says(v):
            return False  # "…, | Alperovitch said"
        # "Officials said | hackers | breached …" against "hit a company | based in …".
        return clause.conjunction is False and not self._takes_clause(clause.verb)

    def _closes_with(self, q: int) -> bool:
        """Whether phrase ``q`` and what it hangs on are who speaks at the end: "…, | a spokesman for X | said"."""
        head = with_chain(self.sentence, q)[-1]
        phrase = self.sentence.phrases[head]
        if phrase.prep is not None or phrase.kind not in _SPEAKERS or not phrase.first:
            return False
        return self.sentence.atoms[phrase.first - 1].key in _BEFORE_SPEAKERS

    def _says(self, v: int) -> bool:
        """Whether a verb says or denies something."""
        return not _SAYING.isdisjoint(self.sentence.verbs[v].frames)

    def _takes_clause(self, v: int) -> bool:
        """Whether a verb reports, so that a clause may follow without "that"."""
        return not _REPORTING.isdisjoint(self.sentence.verbs[v].frames)

    def _finite_follows(self, v: int) -> bool:
        """Whether a sure finite verb comes that would have no subject if verb ``v`` were one."""
        sentence = self.sentence
        i = sentence.verbs[v].last + 1
        bare = False
        while i < len(sentence.atoms):
            q, w = sentence.phrase_at[i], sentence.verb_at[i]
            if q >= 0:
                bare = bare or sentence.phrases[q].prep is None
                i = sentence.phrases[q].last + 1
                continue
            if w >= 0:
                other = sentence.verbs[w]
                if other.finite and not other.infinitive and other.relative is None:
                    return not bare
                i = other.last + 1
                continue
            atom = sentence.atoms[i]
            if atom.key in _COMMAS or atom.tags & (
                Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.CONJUNCTION | Tag.COORDINATOR
            ):
                return False
            i += 1
        return False

    def _finite(self, v: int, verb: VerbGroup) -> None:
        said = self.found[-1] if v else None
        if said is not None and said.kind is Kind.RELATIVE and said.objects and self._said_of(v):
            # "attacks | it says | were carried out by X": the attacks were.
            self.found.append(Dependency(Kind.COMPLEMENT, list(said.objects), [], v - 1))
            self.stack[-1].verb, self.stack[-1].after = v, []
            return
        while True:
            clause = self.stack[-1]
            if clause.verb is None and clause.kind is not Kind.REDUCED:
                self._open_verb(clause, v, verb)
                return
            owed = len(self.stack) > 1 and self._owed()
            own = self._subject_just_before(clause, verb)
            if own and (not owed or (clause.verb is not None and self._reports(clause))):
                self._new_subject(clause, v, own)
                return
            if (
                clause.conjunction
                and clause.verb is not None
                and not owed
                and clause.kind is not Kind.REDUCED
            ):
                self._share_subject(clause, v)
                return
            if len(self.stack) == 1:
                self._share_subject(clause, v)
                return
            closed = self.stack.pop()
            outer = self.stack[-1]
            outer.joined = outer.joined or closed.joined
            outer.conjunction = outer.conjunction or closed.conjunction

    def _said_of(self, v: int) -> bool:
        """Whether verb ``v`` follows right after the verb of saying of a relative clause without pronoun."""
        before = self.sentence.verbs[v - 1]
        between = range(before.last + 1, self.sentence.verbs[v].first)
        return self._says(v - 1) and all(self.sentence.atoms[k].tags & Tag.ADVERB for k in between)

    def _reports(self, clause: _Clause) -> bool:
        """Whether the clause's verb takes the next one as what it reports; "supporting the regime" reports nothing."""
        assert clause.verb is not None
        if clause.kind is Kind.REDUCED and not self._says(clause.verb):
            return accuses(self.sentence.verbs[clause.verb])
        return self._takes_clause(clause.verb)

    def _open_verb(self, clause: _Clause, v: int, verb: VerbGroup) -> None:
        """The first verb of a clause: what waits is its subject; in a relative, else the antecedent."""
        subjects = list(reversed(clause.waiting))
        objects: list[int] = []
        if clause.kind is Kind.RELATIVE or clause.kind is Kind.ASIDE:
            if clause.case is not None:
                objects = clause.antecedents if clause.case == "object" else []
                clause.inverted = not subjects
            elif subjects and clause.kind is Kind.RELATIVE:
                objects = clause.antecedents
            elif not subjects and self._blamed_by_follower(v, verb, clause):
                objects, clause.inverted = clause.antecedents, True
            elif not subjects and self._suffered(verb, clause):
                # "el ataque que sufrió | la empresa", "X sigue sin red tras el ataque que | sufrió ayer"
                objects = clause.antecedents[:1]
                clause.inverted = self._bare_after(verb.last)
                subjects = [] if clause.inverted else self._outer_subjects()
            elif not subjects:
                subjects = self._agreeing(verb, clause.antecedents)
        if not subjects and clause.kind in (Kind.ADVERBIAL, Kind.COMPLEMENT):
            subjects = self._outer_subjects()
        if clause is self.stack[0]:
            for dependency in self.found:
                if not dependency.subjects and dependency.kind is Kind.REDUCED:
                    dependency.subjects = list(subjects)
        clause.verb, clause.subjects, clause.after = v, subjects, []
        clause.joined = clause.conjunction = False
        self.found.append(Dependency(clause.kind, subjects, list(objects), clause.governor))

    def _blamed_by_follower(self, v: int, verb: VerbGroup, clause: _Clause) -> bool:
        """Whether the accuser comes after the verb of a relative clause on an attack: "el ataque que atribuye | Kiev | a …"."""
        if verb.passive or verb.reflexive or not accuses(verb) or clause.kind is not Kind.RELATIVE:
            return False
        if not self.sentence.pack.cues.loose_relatives or not clause.antecedents:
            return False
        if self.sentence.phrases[clause.antecedents[0]].kind not in _TELLING:
            return False
        return self._bare_after(verb.last)

    def _suffered(self, verb: VerbGroup, clause: _Clause) -> bool:
        """Whether a relative clause tells of an attack who suffered it."""
        if verb.passive or "suffer" not in verb.frames or clause.kind is not Kind.RELATIVE:
            return False
        if not self.sentence.pack.cues.loose_relatives or not clause.antecedents:
            return False
        return self.sentence.phrases[clause.antecedents[0]].kind in _TELLING

    def _bare_after(self, last: int) -> bool:
        """Whether the next phrase after atom ``last`` is bare, with adverbs and dates alone before it."""
        i = last + 1
        atoms = self.sentence.atoms
        while i < len(atoms):
            q = self.sentence.phrase_at[i]
            if q >= 0 and self.sentence.phrases[q].kind != "time":
                return self.sentence.phrases[q].prep is None
            if q < 0 and not atoms[i].tags & (Tag.ADVERB | Tag.DETERMINER | Tag.DATE):
                return False
            i += 1
        return False

    def _subject_just_before(self, clause: _Clause, verb: VerbGroup) -> list[int]:
        """The bare phrase that stands right before a second finite verb and is subject of it alone."""
        if not clause.after:
            return []
        q = clause.after[-1]
        last = max(
            (
                m
                for m in range(len(self.sentence.phrases))
                if leader(self.sentence, m) == q and self.sentence.phrases[m].first < verb.first
            ),
            default=q,
        )
        if not self._reaches(last, verb.first):
            return self._renamed_before(clause, verb)
        return [q]

    def _renamed_before(self, clause: _Clause, verb: VerbGroup) -> list[int]:
        """The subject of a clause without "that" over its apposition: "officials said | X, a group in Y, | hacked …"."""
        i = verb.first - 1
        if clause.verb is None or not self._takes_clause(clause.verb) or i < 1:
            return []
        if self.sentence.atoms[i].key != ",":
            return []
        phrases, same = self.sentence.phrases, self.sentence.same
        for p in clause.after:
            tied = [*same.get(p, []), *(r for r, names in same.items() if p in names)]
            if p + 1 < len(phrases) and phrases[p + 1].indefinite:
                after = [
                    a.key for a in self.sentence.atoms[phrases[p].last + 1 : phrases[p + 1].first]
                ]
                tied += [p + 1] if after == [","] else []
            for r in tied:
                if phrases[p].last < phrases[r].first < i and self._only_describes(r, i):
                    return [p]
        return []

    def _only_describes(self, r: int, end: int) -> bool:
        """Whether from phrase ``r`` on to the atom ``end`` only participles stand: no clause of its own."""
        return not any(
            self.sentence.verb_at[k] >= 0
            and self.sentence.verbs[self.sentence.verb_at[k]].finite
            and not self.sentence.verbs[self.sentence.verb_at[k]].participle
            for k in range(self.sentence.phrases[r].last + 1, end)
        )

    def _reaches(self, q: int, first: int) -> bool:
        """Whether between phrase ``q`` and a verb only what hangs on the phrase stands, no comma or verb."""
        for k in range(self.sentence.phrases[q].last + 1, first):
            if self.sentence.verb_at[k] >= 0:
                return False
            atom = self.sentence.atoms[k]
            if atom.key in _SIGNS and self.sentence.phrase_at[k] < 0:
                return False
            if atom.tags & (Tag.CONJUNCTION | Tag.COORDINATOR) and self.sentence.phrase_at[k] < 0:
                return False
        return True

    def _new_subject(self, clause: _Clause, v: int, own: list[int]) -> None:
        """A finite verb with a subject of its own after another verb's: a clause beside it or under it."""
        governor = clause.verb
        objects: list[int] = []
        if governor is not None:
            taken = self.found[governor].objects
            # "attacked sites as revenge for jail | sentences": what looks like a verb here takes no object away.
            parted = clause.conjunction or clause.joined or self._takes_clause(governor)
            if own[0] in taken and (parted or len(taken) > 1 or clause.kind is Kind.REDUCED):
                taken.remove(own[0])
            if clause.kind is not Kind.REDUCED and not self._takes_clause(governor) and taken:
                previous = taken[-1]
                if self._touch(previous, own[0]):
                    objects = [previous]  # "the group | Microsoft | calls Hafnium"
        if not objects and not clause.conjunction and not clause.joined:
            objects = self._bare_antecedent(own[0])
        if clause.conjunction or clause.fresh == own[0] or clause.kind is Kind.REDUCED:
            kind, governor = Kind.MAIN, None if clause.kind is Kind.MAIN else governor
        else:
            kind = Kind.RELATIVE if objects else Kind.COMPLEMENT
        self.found.append(Dependency(kind, own, objects, governor))
        self.stack.append(_Clause(kind, governor, [], v, own))

    def _bare_antecedent(self, q: int) -> list[int]:
        """The attack under a preposition that a clause without pronoun tells of: "after the attack | Iran | launched"."""
        before = self.sentence.phrases[q - 1] if q else None
        told = before is not None and before.prep is not None and before.kind in _TELLING
        return [q - 1] if told and self._touch(q - 1, q) else []

    def _touch(self, p: int, q: int) -> bool:
        """Whether phrase ``q`` follows ``p`` with nothing but determiners between them."""
        between = self.sentence.atoms[
            self.sentence.phrases[p].last + 1 : self.sentence.phrases[q].first
        ]
        return self.sentence.phrases[q].first > self.sentence.phrases[p].last and all(
            a.tags & Tag.DETERMINER for a in between
        )

    def _share_subject(self, clause: _Clause, v: int) -> None:
        self.found.append(Dependency(clause.kind, clause.subjects, [], clause.governor))
        clause.verb, clause.after = v, []
        clause.joined = clause.conjunction = False


_TELLING = frozenset({"attack", "incident"})
_DEEDS = frozenset({"attack", "incident", "group", "malware"})
_TOLD = frozenset({"pronoun", "we", "office", "agency", "government", "state", "time"})
"""Kinds after which "that" with a subject of its own opens what they were told, not a relative clause."""


def _rank_of_person(kind: str) -> int:
    """How well "who" stands for a phrase: people first, then groups and bodies, then things."""
    return 0 if kind in _HUMAN else 1 if kind in _PERSONAL else 2


_HUMAN = frozenset({"actor", "persons", "person", "office"})
_PERSONAL = frozenset({"actor", "persons", "person", "group", "name", "office", "unit", "agency"})
_SAYING = frozenset({"say", "deny"})
_REPORTING = frozenset({"say", "accuse", "deny", "endorse"})
_ACTS = frozenset({"charges", "sanctions", "arrest", "takedown"})
