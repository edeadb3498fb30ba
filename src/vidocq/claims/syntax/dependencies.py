"""Which clause each verb belongs to, whose subject it has, what it governs: one pass, left to right.

Fourth stage of the cascade (FASTUS: clauses). A stack of open clauses is kept while phrases, verbs
and clause words pass by: a relative pronoun opens a clause on the phrase before it, "that" one under
the verb before it, a finite verb without a subject of its own closes what is open until it finds the
subject that waits ("NotPetya, which X attributes to Y, | hit Z"). The method is that of deterministic
clause chunking with a stack (Ejerhed 1988; Abney 1996, partial parsing via finite-state cascades).

Here is the pass itself. The stack that it keeps is in `clause_stack`; what opens, fills and closes clauses in
`relative_clauses`, `reduced_clauses` and `finite_clauses`; languages with the verb in second place have `verb_second`.
"""

from __future__ import annotations

from vidocq.claims.syntax.clause_stack import BREAKS, DASHES, ClauseParse, OpenClause, waits
from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.finite_clauses import take_finite
from vidocq.claims.syntax.interposed import interposed
from vidocq.claims.syntax.layout import Sentence, leader
from vidocq.claims.syntax.null_subjects import (
    claimed_by_follower,
    done_to_follower,
    headed_by_participle,
    null_subject,
)
from vidocq.claims.syntax.reduced_clauses import is_reduced, take_nonfinite
from vidocq.claims.syntax.relative_clauses import (
    case_of_relative,
    follows_noun,
    opened_as_report,
    opens_report,
    possible_antecedents,
)
from vidocq.language.tags import Tag

__all__ = ["Dependency", "Kind", "dependencies"]


def dependencies(sentence: Sentence) -> list[Dependency]:
    """The dependency of each verb of a sentence, made on first use and kept with the sentence."""
    if not sentence.dependencies and sentence.verbs:
        sentence.dependencies.extend(_read(ClauseParse(sentence)))
        for v, q in sentence.clefts.items():
            dependency = sentence.dependencies[v]
            dependency.subjects, dependency.reduced = [leader(sentence, q)], False
            dependency.objects = [o for o in dependency.objects if o != leader(sentence, q)]
        if sentence.pack.grammar.plural_verbs and not sentence.pack.grammar.verb_second:
            for v, dependency in enumerate(sentence.dependencies):
                if dependency.kind is not Kind.RELATIVE and not dependency.subjects:
                    if claimed_by_follower(sentence, v, dependency.objects) or done_to_follower(
                        sentence, v, dependency.objects
                    ):
                        dependency.subjects = [dependency.objects.pop(0)]
                        continue
                    if headed_by_participle(sentence, v, dependency.objects):
                        dependency.subjects, dependency.reduced = [dependency.objects.pop(0)], True
                        continue
                    pronoun = null_subject(sentence, v, dependency.objects)
                    dependency.subjects = [pronoun] if pronoun is not None else []
    return sentence.dependencies


def _read(parse: ClauseParse) -> list[Dependency]:
    """Pass over the whole sentence; what was found for each verb."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    owners = {p.owner for p in sentence.phrases if p.owner is not None}
    i, n = 0, len(atoms)
    while i < n:
        q = sentence.phrase_at[i]
        if q >= 0:
            said = interposed(sentence, q) if waits(parse) else None
            if said == len(parse.found):
                parse.found.append(Dependency(Kind.ASIDE, [q], []))
                i = sentence.verbs[said].last + 1
                continue
            if q not in owners:
                _take_phrase(parse, q)
            i = sentence.phrases[q].last + 1
            continue
        w = sentence.verb_at[i]
        if w >= 0:
            _take_verb(parse, w)
            i = sentence.verbs[w].last + 1
            continue
        _take_sign_or_word(parse, i)
        i += 1
    return parse.found


def _take_phrase(parse: ClauseParse, q: int) -> None:
    """Give a phrase to the clause in hand: before its verb it waits, after it, it may be the object."""
    clause = parse.stack[-1]
    phrase = parse.sentence.phrases[q]
    outer = parse.stack[0]
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
        parse.stack = [outer]
        clause = outer
    clause.last = q
    if phrase.prep is not None:
        return
    first = leader(parse.sentence, q)
    if clause.verb is None:
        if first not in clause.waiting:
            clause.waiting.append(first)
    elif clause.inverted and not clause.subjects:
        clause.subjects.append(first)
    elif first not in clause.after and first not in clause.subjects:
        clause.after.append(first)
        dependency = parse.found[clause.verb]
        if not clause.joined or not dependency.objects:
            dependency.objects.append(first)
    clause.fresh = first if clause.conjunction and first == q else -1
    clause.joined = clause.conjunction = False


def _take_sign_or_word(parse: ClauseParse, i: int) -> None:
    """Open or close clauses at a sign, a relative pronoun or a conjunction."""
    atom = parse.sentence.atoms[i]
    clause = parse.stack[-1]
    key, tags = atom.key, atom.tags
    if not atom.is_word:
        if key == ",":
            clause.joined = True
            outer = parse.stack[0]
            opening = clause.kind is Kind.REDUCED and len(parse.stack) == 2
            if opening and outer.verb is None and not outer.waiting:
                # "Using a fake site, | the group stole …": the adjunct that opens a sentence is over.
                parse.stack.pop()
        elif key in BREAKS:
            parse.stack = [OpenClause(Kind.MAIN, None, [])]
        elif key == "(":
            aside = OpenClause(Kind.ASIDE, clause.verb, [clause.last] if clause.last >= 0 else [])
            aside.opened_by_sign = True
            parse.stack.append(aside)
        elif key == ")":
            while len(parse.stack) > 1:
                if parse.stack.pop().opened_by_sign:
                    break
        elif key in DASHES:
            clause.joined = True
        return
    case = case_of_relative(parse.sentence, i)
    relative = tags & Tag.RELATIVE or (case and tags & Tag.COMPLEMENTISER)
    if relative and follows_noun(parse, i) and not opens_report(parse, i):
        found = possible_antecedents(parse, atom.key)
        again = i > 0 and parse.sentence.atoms[i - 1].tags & Tag.CONJUNCTION
        if again and clause.kind is Kind.RELATIVE and clause.antecedents and case is None:
            # "a group that works for Iran | and that hit banks": the group, not Iran.
            same = clause.antecedents
            found = [*same, *(q for q in found if q not in same)]
        parse.stack.append(OpenClause(Kind.RELATIVE, clause.verb, found, case=case))
    elif tags & Tag.COMPLEMENTISER and not tags & Tag.PREPOSITION and clause.verb is not None:
        parse.stack.append(OpenClause(Kind.COMPLEMENT, clause.verb, []))
    elif tags & Tag.SUBORDINATOR and (
        not tags & Tag.PREPOSITION
        or (_governs_no_phrase(parse.sentence, i) and _leaves_verbs(parse, i))
    ):
        parse.stack.append(OpenClause(Kind.ADVERBIAL, clause.verb, []))
    elif tags & (Tag.CONJUNCTION | Tag.COORDINATOR):
        clause.joined = clause.conjunction = True


def _governs_no_phrase(sentence: Sentence, i: int) -> bool:
    """Whether a word that is a preposition too opens a clause at ``i``: it governs no phrase ("as it targeted")."""
    q = sentence.phrase_at[i + 1] if i + 1 < len(sentence.atoms) else -1
    return q >= 0 and sentence.phrases[q].prep is None


def _leaves_verbs(parse: ClauseParse, i: int) -> bool:
    """Whether a clause may open at ``i``: more finite verbs follow up to the next comma than open clauses wait for. Of "the attack
    on a bank | before the vote | was the work of …" the one verb is that of the attack."""
    phrases = parse.sentence.phrases
    # "Mere hours | after the vote was held, the group …": hours wait for no verb.
    waiting = sum(
        clause.verb is None and any(phrases[p].kind != "time" for p in clause.waiting)
        for clause in parse.stack
    )
    if not waiting:
        return True
    atoms = parse.sentence.atoms
    end = next((k for k in range(i, len(atoms)) if atoms[k].key in _STOPS), len(atoms))
    following = sum(
        verb.finite and not verb.infinitive and not verb.gerund and i < verb.first < end
        for verb in parse.sentence.verbs
    )
    return following > waiting


_STOPS = frozenset({",", ";"})


def _take_verb(parse: ClauseParse, v: int) -> None:
    """Give a verb to its clause: a finite one to one that waits for it, any other to a clause of its own."""
    verb = parse.sentence.verbs[v]
    if (
        verb.relative is not None
        and parse.stack[-1].kind is not Kind.RELATIVE
        and not opened_as_report(parse, verb.relative)
    ):
        # The pronoun stands inside a phrase or set phrase: open its clause now.
        clause = parse.stack[-1]
        parse.stack.append(OpenClause(Kind.RELATIVE, clause.verb, possible_antecedents(parse, "")))
    if (
        verb.infinitive
        or verb.gerund
        or not verb.finite
        or (verb.participle and is_reduced(parse, v, verb))
    ):
        take_nonfinite(parse, v, verb)
    else:
        take_finite(parse, v, verb)
