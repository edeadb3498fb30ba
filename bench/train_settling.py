"""What decides at the end, from documents that were each read by weights of the others: which findings stand, who says them, and
when it was.

Called by `bench/train_roles.py`. Needs scikit-learn (``pip install -e '.[bench]'``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score

from train_examples import SIGNS, Example, mention_of, numbers
from train_weights import RARE, regression
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.bundles import bundle
from vidocq.claims.trained.claimants import parties
from vidocq.claims.trained.dating import Dates, measures_of, undated
from vidocq.claims.trained.measuring import findings_of, measures
from vidocq.claims.trained.network import Network
from vidocq.claims.trained.reader import TrainedReader
from vidocq.claims.trained.tables import Tables
from vidocq.claims.trained.weighing import Weighing, chance
from vidocq.claims.trained.weights import Boosted, Dating, Saying, Settling, Tree, Weights
from vidocq.evaluate import Row
from vidocq.evaluate.likeness import claimant_keys, same_claim
from vidocq.evaluate.rows import Annotation

LEAST, EXPECTED = 0.3, 1.85
SAID, SAID_TOO = 0.27, 0.55
DATED = 0.55
TREES = 120


class Gatherer(TrainedReader):
    """Keeps what there is to settle of each document, with whether it is right."""

    def __init__(self, learnt: Weights, rows: Tables, words: Network, row: Row) -> None:
        super().__init__(learnt, rows, words)
        self.row = row
        self.words: dict[int, str] = {}
        self.found: list[tuple[list[float], bool]] = []
        self.rules: list[tuple[str, bool]] = []
        self.sayings: list[Example] = []

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        self.words[context.number] = sentence.words
        return super().weighing(context, sentence, drafts)

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        for draft in drafts:
            said = self.said(draft)
            told = [c for c in self.row.claims if same_claim(c, said, lenient=False)]
            if not told:
                continue
            sayers = {key for claim in told for key in claimant_keys(claim)}
            for party, signs, words in parties(self.network, weighing, draft):
                keys = claimant_keys(Annotation(claimants=(mention_of(party),)))
                right = not keys.isdisjoint(sayers)
                known = numbers({"saying": [bundle(*signs)]})
                self.sayings.append(Example("saying", 0, known, right, self.row.doc, words=words))
        if self.learnt.saying.signs:
            super().credit(weighing, drafts)

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        if not drafts:
            return drafts
        findings = findings_of(drafts)
        measured = measures(context, drafts, findings, self.learnt.settling)
        for key, group in findings.items():
            right = {id(d): self.is_right(d) for d in group}
            self.found.append((measured[key], any(right.values())))
            for d in group:
                if not d.proposed:
                    self.rules.append((f"{d.rule} {d.predicate}", right[id(d)]))
        return []

    def said(self, draft: Draft) -> Annotation:
        """A draft as a claim to compare."""
        return annotation_of(draft, self.words.get(draft.sentence, ""))

    def is_right(self, draft: Draft) -> bool:
        """Whether the gold has a draft."""
        said = self.said(draft)
        return any(same_claim(claim, said, lenient=False) for claim in self.row.claims)


def annotation_of(draft: Draft, words: str) -> Annotation:
    """A draft of a sentence as a claim to compare."""
    return Annotation(
        predicate=str(draft.predicate),
        subject=mention_of(draft.subject),
        object=mention_of(draft.object) if draft.object is not None else None,
        polarity=str(draft.polarity),
        quote=words,
    )


class Dater(TrainedReader):
    """Keeps what there is to date each right claim by, with whether it is its year."""

    def __init__(self, learnt: Weights, rows: Tables, words: Network, row: Row) -> None:
        super().__init__(learnt, rows, words)
        self.row = row
        self.found: list[tuple[list[float], bool]] = []

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        dates = Dates(context, sentences)
        values = dates.values()
        for draft in undated(drafts):
            said = annotation_of(draft, sentences[draft.sentence].words)
            told = [c for c in self.row.claims if same_claim(c, said, lenient=False)]
            years = {(c.event_time or "")[:4] for c in told}
            rows = measures_of(context, dates, values, drafts, draft) if told else []
            self.found += [(row, v[:4] in years) for v, row in zip(values, rows, strict=False)]


def learn_saying(examples: Sequence[Example]) -> Saying:
    """Who says a finding, from findings that are right."""
    start, weights, words = regression(examples)
    signs = {sign: ((0, weight),) for (_, sign), weight in sorted(weights.items())}
    return Saying(bias=start, signs=signs, words=words, least=SAID, further=SAID_TOO)


def by_saying(saying: Saying, examples: Sequence[Example]) -> list[tuple[float, Example]]:
    """How probable it is, by weights, that each party says it."""
    weights = numpy.zeros(len(SIGNS))
    for sign, ((_, weight),) in saying.signs.items():
        weights[SIGNS["saying", sign]] = weight
    return [
        (chance(saying.bias + float(weights[e.signs].sum()) + saying.words * e.words), e)
        for e in examples
    ]


def show_saying(weighed: Sequence[tuple[float, Example]]) -> None:
    """How well who says it is told: the average precision, and what bounds would give."""
    right = numpy.array([bool(e.right) for _, e in weighed])
    chances = numpy.array([probability for probability, _ in weighed])
    chosen = numpy.array([SIGNS["saying", "chosen"] in e.signs for _, e in weighed])
    print(f"who says it: average precision {average_precision_score(right, chances):.3f}")
    for name, part in (("chosen by the rules", chosen), ("others", ~chosen)):
        shown = []
        for bound in (0.2, 0.27, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            taken = part & (chances >= bound)
            hits = int((taken & right).sum())
            of = max(int(taken.sum()), 1)
            shown.append(f"{bound} P {hits / of:.2f} R {hits / max(int(right.sum()), 1):.2f}")
        print(f"  {name}: " + ", ".join(shown))


PRIOR = 4.0
"""Findings of a rule up to which its share of right ones is drawn towards that of all rules."""


def worth_of_rules(told: Iterable[tuple[str, bool]]) -> tuple[dict[str, float], float]:
    """For each rule and predicate the share of its findings that were right, and that of all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for rule, right in told:
        counts[rule][0] += right
        counts[rule][1] += 1
    everything = sum(n for _, n in counts.values()) or 1
    mean = sum(right for right, _ in counts.values()) / everything
    shares = {
        rule: round((right + PRIOR * mean) / (n + PRIOR), 3)
        for rule, (right, n) in sorted(counts.items())
        if n >= RARE
    }
    return shares, round(mean, 3)


def settling_by(examples: Sequence[tuple[list[float], bool]], prior: Settling) -> Settling:
    """What settles, from measures of findings and whether they are right."""
    learnt = boosted(examples)
    return msgspec.structs.replace(
        prior,
        start=learnt.start,
        rate=learnt.rate,
        trees=learnt.trees,
        least=LEAST,
        expected=EXPECTED,
    )


def dating_by(examples: Sequence[tuple[list[float], bool]]) -> Dating:
    """What dates, from measures of dates and whether they are those of their claims."""
    learnt = boosted(examples)
    return Dating(start=learnt.start, rate=learnt.rate, trees=learnt.trees, least=DATED)


def boosted(examples: Sequence[tuple[list[float], bool]]) -> Boosted:
    """Boosted trees over measures."""
    measures_ = numpy.array([x for x, _ in examples])
    right = numpy.array([y for _, y in examples])
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=3,
        learning_rate=0.08,
        subsample=0.7,
        min_samples_leaf=15,
        random_state=0,
    )
    model.fit(measures_, right)
    trees = []
    for estimator in model.estimators_[:, 0]:
        tree = estimator.tree_
        leaf = [int(left) < 0 for left in tree.children_left]
        trees.append(
            Tree(
                measure=tuple(
                    -1 if end else int(m) for m, end in zip(tree.feature, leaf, strict=True)
                ),
                bound=tuple(round(float(b), 4) for b in tree.threshold),
                left=tuple(int(c) for c in tree.children_left),
                right=tuple(int(c) for c in tree.children_right),
                value=tuple(round(float(v[0][0]), 4) for v in tree.value),
            )
        )
    share = float(right.mean())
    return Boosted(start=round(math.log(share / (1 - share)), 4), rate=0.08, trees=tuple(trees))
