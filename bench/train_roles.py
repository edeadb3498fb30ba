"""Learn the weights of the trained reader, and measure by cross-validation what it adds.

    python bench/train_roles.py                      cross-validation over the open gold, then the weights
    python bench/train_roles.py --no-cross-validation
    python bench/train_roles.py --by-language        each language read by weights learnt from the others

Learns from the open part of the gold (`gold/README.md`) and, where ``--incidents`` finds them, from the open two thirds
of the coded incidents. The set-aside third is never opened. Needs scikit-learn (``pip install -e '.[bench]'``). The same
inputs give the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from vidocq.claims.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.proposing import Candidate, candidates, proposals_by
from vidocq.claims.reading import read_by
from vidocq.claims.telling_signs import Signs
from vidocq.claims.weights import WEIGHTS, Role, Weights
from vidocq.evaluate import Part, Row, evaluate, load_rows, part_of
from vidocq.evaluate.likeness import quotes_overlap, same_mention
from vidocq.evaluate.rows import Annotation, Mention, row_of
from vidocq.model import Document, EntityType, Predicate, Reading, Reference

ROLES = [
    Predicate.ATTRIBUTED_TO,
    Predicate.TARGETS,
    Predicate.USES,
    Predicate.EXPLOITS,
    Predicate.AFFECTS,
]
THRESHOLD = 0.33
REGULAR = 0.2
"""Inverse strength of the regularisation, and below it the weight of a coded incident beside a gold document."""
INCIDENT = 0.1
RARE = 3
"""Occurrences from which a feature counts."""
SMALL = 0.02
"""Weights nearer to nought than this are left out of the file."""
FOLDS = 6
CODED = "coded incident"
"""A feature that all coded incidents have and no text that is read: their roles are commoner than a report's."""


@dataclass
class Example:
    """A candidate, whether it is right (None: cannot be told), and which document it is of."""

    role: Predicate
    signs: list[str]
    right: bool | None
    doc: str
    shared: int
    """How many of the signs, from the first, are the sentence's."""
    weight: float = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="our gold: its open part")
    parser.add_argument(
        "--dev", type=Path, default=Path("../shared/claims/dev"), help="another gold, all of it"
    )
    parser.add_argument("--incidents", type=Path, default=Path("../shared/incidents/eurepoc.jsonl"))
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--no-cross-validation", action="store_true")
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    ours = part_of(load_rows(options.gold / "gold.jsonl"), Part.OPEN)
    texts = _texts(options.gold, ours)
    parts = {"our gold, open": ours}
    if options.dev.exists():
        parts["development gold"] = load_rows(options.dev / "gold.jsonl")
        texts |= _texts(options.dev, parts["development gold"])
    rows = {doc: row for part in parts.values() for doc, row in part.items()}
    examples = [e for doc, row in rows.items() for e in of_gold(doc, texts[doc], row)]
    coded = of_incidents(options.incidents) if options.incidents.exists() else []
    print(f"{len(rows)} documents of the gold, {len({e.doc for e in coded})} coded incidents")
    for role in ROLES:
        told = Counter(e.right for e in examples if e.role is role)
        print(f"  {role:14} right {told[True]:5}  wrong {told[False]:5}  untold {told[None]:5}")
    if options.by_language:
        groups = {doc: row.language or "" for doc, row in rows.items()}
        cross_validate(parts, texts, examples, coded, groups, options.threshold)
    elif not options.no_cross_validation:
        groups = {doc: str(fold_of(doc)) for doc in rows}
        cross_validate(parts, texts, examples, coded, groups, options.threshold)
    if options.by_language:
        return
    learnt = learn([*examples, *coded], options.threshold, len(rows), len({e.doc for e in coded}))
    options.out.write_text(written(learnt), "utf-8")
    print(
        f"{options.out}: {sum(len(r.signs) for r in learnt.roles.values())} weights, {options.out.stat().st_size // 1024} KB"
    )


def _texts(folder: Path, rows: dict[str, Row]) -> dict[str, str]:
    return {doc: (folder / "docs" / f"{doc}.txt").read_text("utf-8") for doc in rows}


def fold_of(doc: str) -> int:
    """A document's part in the cross-validation, by its name alone."""
    return int(hashlib.sha256(f"fold {doc}".encode()).hexdigest(), 16) % FOLDS


See = Callable[[Sentence, list[str], Candidate], None]


def observed(document: Document, see: See) -> None:
    """Read a document by the rules and show every candidate that the trained reader would weigh."""

    def look(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        if context.sentence_in_field or context.near_field:
            signs = Signs(context, sentence, drafts)
            for candidate in candidates(context, sentence, signs, frozenset(ROLES)):
                see(sentence, signs.general, candidate)
        return []

    read_by(document, look)


def of_gold(doc: str, text: str, row: Row) -> list[Example]:
    """The candidates of a gold document, each right where a gold claim says so of the same passage."""
    examples: list[Example] = []

    def see(sentence: Sentence, general: list[str], candidate: Candidate) -> None:
        right = truth(candidate, sentence.words, row.claims)
        signs = [*general, *candidate.signs]
        examples.append(Example(candidate.predicate, signs, right, doc, len(general)))

    observed(Document.from_text(text, id=doc), see)
    return examples


def truth(candidate: Candidate, words: str, claims: Sequence[Annotation]) -> bool | None:
    """Whether the gold has the candidate; None where it has it of another passage or denied."""
    found: bool | None = False
    here = Annotation(quote=words)
    named = mention_of(candidate.mention.reference)
    for claim in claims:
        if claim.predicate != candidate.predicate or claim.subject is None:
            continue
        if claim.subject.type != EntityType.INCIDENT:
            continue
        near = quotes_overlap(claim, here)
        if not same_mention(claim.object, named, nearby=near, lenient=False):
            continue
        if near and not claim.denied:
            return True
        found = None
    return found


def mention_of(reference: Reference | None) -> Mention | None:
    if reference is None:
        return None
    return Mention(str(reference.type), reference.text, reference.id)


def of_incidents(path: Path) -> list[Example]:
    """What the coded incidents tell: which states and groups attacked, which states were hit."""
    examples: list[Example] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if int(row["id"].rpartition("-")[2]) % 3 == 0:
            continue  # only ever scored

        def see(
            sentence: Sentence, general: list[str], candidate: Candidate, row: dict = row
        ) -> None:
            right = coded_truth(candidate, row)
            if right is not None:
                signs = [*general, *candidate.signs, CODED]
                shared = len(general)
                examples.append(
                    Example(candidate.predicate, signs, right, row["id"], shared, INCIDENT)
                )

        observed(Document.from_text(row["text"], id=row["id"], title=row.get("title")), see)
    return examples


def coded_truth(candidate: Candidate, row: dict) -> bool | None:
    """Whether the coder has the candidate's state or group in its role."""
    reference = candidate.mention.reference
    if reference is None:
        return None
    kind, _, name = reference.id.partition(":")
    code = name[:2].upper() if kind == "state" or re.match(r"[a-z]{2}-", name) else None
    if candidate.predicate is Predicate.TARGETS and code and row["victims"]:
        return code in row["victims"]
    if candidate.predicate is not Predicate.ATTRIBUTED_TO:
        return None
    if kind == "group" and row["groups"]:
        plain = re.sub(r"[\W_]+", "", name)
        groups = [re.sub(r"[\W_]+", "", g).casefold() for g in row["groups"]]
        return any(g in plain or plain in g for g in groups)
    if code and candidate.mention.how == "phrase":
        return code in row["attackers"]
    return None


def learn(examples: Sequence[Example], threshold: float, gold: int, coded: int) -> Weights:
    """The weights of all roles."""
    roles: dict[Predicate, Role] = {}
    for role in ROLES:
        own = [e for e in examples if e.role is role and e.right is not None]
        counts = Counter(sign for e in own for sign in set(e.signs))
        signs = sorted(sign for sign, n in counts.items() if n >= RARE)
        place = {sign: i for i, sign in enumerate(signs)}
        model = LogisticRegression(C=REGULAR, solver="liblinear", max_iter=1000, random_state=0)
        model.fit(
            _matrix(own, place),
            numpy.array([bool(e.right) for e in own]),
            sample_weight=numpy.array([e.weight for e in own]),
        )
        learnt = {
            sign: round(float(weight), 3)
            for sign, weight in zip(signs, model.coef_[0], strict=True)
            if abs(weight) >= SMALL and sign != CODED
        }
        bias = round(float(model.intercept_[0]), 3)
        floor = _floor(Role(bias=bias, floor=0.0, signs=learnt), own, threshold)
        roles[role] = Role(bias=bias, floor=floor, signs=learnt)
    about = f"learnt from {gold} documents with gold claims and {coded} coded incidents by bench/train_roles.py"
    return Weights(about=about, threshold=threshold, roles=roles)


def _floor(role: Role, examples: Sequence[Example], threshold: float) -> float:
    """What the signs of a sentence weigh at least where one of its mentions passed; one in a hundred may fall below."""
    least = math.log(threshold / (1 - threshold))
    passed = sorted(
        role.bias + role.sum(e.signs[: e.shared])
        for e in examples
        if role.bias + role.sum(e.signs) >= least
    )
    return round(passed[len(passed) // 100], 3) if passed else least


def _matrix(examples: Sequence[Example], place: dict[str, int]) -> csr_matrix:
    """One row an example, one column a feature; a feature counts as often as it is found."""
    rows: list[int] = []
    columns: list[int] = []
    for i, example in enumerate(examples):
        for sign in example.signs:
            if sign in place:
                rows.append(i)
                columns.append(place[sign])
    ones = numpy.ones(len(rows))
    return csr_matrix((ones, (rows, columns)), shape=(len(examples), len(place)))


def cross_validate(
    parts: dict[str, dict[str, Row]],
    texts: dict[str, str],
    examples: Sequence[Example],
    coded: Sequence[Example],
    groups: dict[str, str],
    threshold: float,
) -> None:
    """Read each group of documents by weights learnt from the others; print figures with and without."""
    rows = {doc: row for part in parts.values() for doc, row in part.items()}
    plain = {doc: reading(texts[doc], doc, None) for doc in rows}
    added: dict[str, Row] = {}
    for group in sorted(set(groups.values())):
        others = [e for e in examples if groups[e.doc] != group]
        learnt = learn([*others, *coded], threshold, 0, 0)
        for doc in (d for d in rows if groups[d] == group):
            added[doc] = reading(texts[doc], doc, learnt)
    for name, part in parts.items():
        show(f"{name}, rules alone", part, plain, groups)
        show(f"{name}, with the trained reader", part, added, groups)


def reading(text: str, doc: str, learnt: Weights | None) -> Row:
    """The claims of a document, by the rules or by them and other weights."""

    def propose(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        return [] if learnt is None else proposals_by(learnt, context, sentence, drafts)

    read: Reading = read_by(Document.from_text(text, id=doc), propose)
    return row_of(read)


def show(
    name: str, rows: dict[str, Row], predicted: dict[str, Row], groups: dict[str, str]
) -> None:
    """The figures of one way of reading, together and by group."""
    figures = evaluate(rows, predicted).figures
    agree, quiet = figures.agreements, figures.quiet
    claim = agree["claim"]
    print(
        f"{name}: strict P {claim.precision:.3f} R {claim.recall:.3f} F1 {claim.f1:.3f}, "
        f"who accuses whom {agree['dyad'].f1:.3f}, claimants {agree['claimant'].f1:.3f}, "
        f"quiet {quiet.share} of {quiet.of}"
    )
    parts = []
    for group in sorted({groups[doc] for doc in rows}):
        own = {doc: row for doc, row in rows.items() if groups[doc] == group}
        parts.append(f"{group} {evaluate(own, predicted).figures.agreements['claim'].f1:.3f}")
    print("  " + ", ".join(parts))


def written(learnt: Weights) -> str:
    """The file: a line a feature, so that a change of the weights can be read."""
    return json.dumps(msgspec.to_builtins(learnt), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
