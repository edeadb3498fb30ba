"""Learn the weights of the trained reader, and measure by cross-validation what it adds.

    python bench/train_roles.py                      cross-validation over the open gold, then the weights
    python bench/train_roles.py --by-language        each language read by weights learnt from the others

Learns from the open part of the gold (`gold/README.md`), the development gold and, where ``--incidents`` finds them, from
the open two thirds of the coded incidents. The set-aside third is never opened. Needs scikit-learn
(``pip install -e '.[bench]'``). The same inputs give the same file.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy
from scipy.sparse import csr_matrix, hstack
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from train_examples import (
    CODED,
    SIGNS,
    Example,
    Seen,
    document,
    fold_of,
    mention_of,
    numbers,
    of_gold,
    of_incidents,
    with_other_news,
)
from train_network import mixing_of, trained
from vidocq.claims.bundles import bundle
from vidocq.claims.claimants import parties
from vidocq.claims.context import Context
from vidocq.claims.dating import Dates, measures_of, undated
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.measuring import findings_of, measures
from vidocq.claims.network import NETWORK, Mixing, Network, network_of
from vidocq.claims.reading import read_by
from vidocq.claims.roles import ROLES
from vidocq.claims.tables import Tables, packed
from vidocq.claims.trained import TrainedReader
from vidocq.claims.weighing import Weighing, chance
from vidocq.claims.weights import WEIGHTS, Boosted, Dating, Saying, Settling, Tree, Weights
from vidocq.evaluate import Part, Row, evaluate, load_rows, part_of
from vidocq.evaluate.likeness import claimant_keys, same_claim
from vidocq.evaluate.rows import Annotation, row_of

REGULAR = 0.2
"""Inverse strength of the regularisation."""
RARE = 4
"""Occurrences from which a feature counts."""
SMALL = 0.06
"""Weights nearer to nought than this are left out of the file."""
PROPOSED, PARTNERED, PAIRED = 0.04, 0.2, 0.5
LEAST, EXPECTED = 0.3, 1.85
SAID, SAID_TOO = 0.27, 0.55
DATED = 0.55
TREES = 120


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="our gold: its open part")
    parser.add_argument(
        "--dev", type=Path, default=Path("../shared/claims/dev"), help="another gold, all of it"
    )
    parser.add_argument("--incidents", type=Path, default=Path("../shared/incidents/eurepoc.jsonl"))
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--least", type=float, nargs="*", default=[LEAST], help="thresholds to try")
    parser.add_argument(
        "--networks",
        type=Path,
        help="a folder to keep the networks of the folds in, and to take them from where it has them already",
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    ours = part_of(load_rows(options.gold / "gold.jsonl"), Part.OPEN)
    texts = _texts(options.gold, ours)
    parts = {"our gold, open": ours}
    if options.dev.exists():
        parts["development gold"] = load_rows(options.dev / "gold.jsonl")
        texts |= _texts(options.dev, parts["development gold"])
    rows = {doc: row for part in parts.values() for doc, row in part.items()}
    mixed = with_other_news(rows, texts)
    read = {doc: of_gold(doc, mixed[doc], row) for doc, row in rows.items()}
    examples = [e for own, _ in read.values() for e in own]
    sentences = {doc: seen for doc, (_, seen) in read.items()}
    del read
    coded = of_incidents(options.incidents) if options.incidents.exists() else []
    print(f"{len(rows)} documents of the gold, {len({e.doc for e in coded})} coded incidents")
    for number, role in enumerate(ROLES):
        told = Counter(e.right for e in examples if e.model == "anchor" and e.number == number)
        print(
            f"  {role.predicate:14} right {told[True]:5}  wrong {told[False]:6}  untold {told[None]:5}"
        )
    languages = {doc: row.language or "" for doc, row in rows.items()}
    groups = languages if options.by_language else {doc: str(fold_of(doc)) for doc in rows}
    folds = {
        group: learn([e for e in [*examples, *coded] if groups.get(e.doc) != group])
        for group in sorted(set(groups.values()))
    }
    networks, whole = learn_networks(sentences, groups, folds, options.networks)
    learnt = learn([*examples, *coded])
    del examples, sentences
    settled, saying, dating = learn_settling(
        rows, texts, mixed, groups, folds, networks, options.least, parts, languages
    )
    if options.by_language:
        return
    about = (
        f"learnt from {len(rows)} documents with gold claims and {len({e.doc for e in coded})} coded"
        " incidents by bench/train_roles.py"
    )
    learnt = msgspec.structs.replace(
        learnt, about=about, settling=settled, saying=saying, dating=dating
    )
    numpy.savez_compressed(options.out.with_name(NETWORK.name), **whole)
    options.out.write_text(written(learnt), "utf-8")
    tables = (learnt.general, learnt.mention, learnt.partner, learnt.pair, *learnt.typed.values())
    print(
        f"{options.out}: {sum(len(known) for table in tables for known in table.values())} weights, "
        f"{options.out.stat().st_size // 1024} KB"
    )


def _texts(folder: Path, rows: dict[str, Row]) -> dict[str, str]:
    return {doc: (folder / "docs" / f"{doc}.txt").read_text("utf-8") for doc in rows}


def learn(examples: Sequence[Example]) -> Weights:
    """The weights of all roles, without what settles."""
    tables: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    bias = {model: [-9.0] * len(ROLES) for model in ("anchor", "pair", "attack")}
    floor = [math.inf] * len(ROLES)
    head_floor = [-99.0] * len(ROLES)
    by_model: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for example in examples:
        if example.right is not None:
            by_model[example.model, example.number].append(example)
    for (model, number), own in sorted(by_model.items(), key=lambda item: item[0]):
        if sum(bool(e.right) for e in own) < RARE or all(e.right for e in own):
            continue
        start, weights, _ = regression(own)
        bias[model][number] = start
        for (table, sign), weight in weights.items():
            tables[table][sign][number] = weight
        if model == "anchor":
            floor[number] = _floor(start, weights, own)
            things = [e for e in own if e.thing and e.right]
            if things:
                head_floor[number] = _head_floor(weights, things)

    def table(name: str) -> dict[str, tuple[tuple[int, float], ...]]:
        return {sign: tuple(sorted(known.items())) for sign, known in sorted(tables[name].items())}

    return Weights(
        about="",
        proposed=PROPOSED,
        paired=PAIRED,
        partnered=PARTNERED,
        bias=tuple(bias["anchor"]),
        floor=tuple(floor),
        head_floor=tuple(head_floor),
        general=table("general"),
        mention=table("mention"),
        typed={
            name.partition(" ")[2]: table(name)
            for name in sorted(tables)
            if name.startswith("typed ")
        },
        pair_bias=tuple(bias["pair"]),
        partner=table("partner"),
        pair=table("pair"),
        attack_bias=tuple(bias["attack"]),
        attack_general=table("attack_general"),
        attack_anchor=table("attack_anchor"),
        saying=Saying(bias=0.0, signs={}, words=0.0, least=1.0, further=1.0),
        settling=Settling(
            start=0.0, rate=0.0, trees=(), least=0.0, expected=0.0, rules={}, unknown=0.5
        ),
        dating=Dating(start=0.0, rate=0.0, trees=(), least=1.0),
    )


def learn_networks(
    sentences: dict[str, list[Seen]],
    groups: dict[str, str],
    folds: dict[str, Weights],
    kept: Path | None,
) -> tuple[dict[str, Network], dict[str, numpy.ndarray]]:
    """For each group the network of the others' sentences, and the parts of that of all, mixed with what the signs tell."""
    parts = {
        group: _network(
            [own for doc, own in sentences.items() if groups[doc] != group],
            kept / f"{group}.npz" if kept else None,
        )
        for group in [*folds, ALL]
    }
    unmixed = {f"mixing {name}": numpy.zeros(len(ROLES)) for name in Mixing.__slots__}
    bare = {group: network_of(parts[group] | unmixed) for group in folds}
    every = {group: _weights_by_number(learnt) for group, learnt in folds.items()}

    def log_odds(example: Example) -> float:
        start, weights = every[groups[example.doc]]
        return start[example.number] + float(weights[example.number][example.signs].sum())

    read_by = ((bare[groups[doc]], sentence) for doc, own in sentences.items() for sentence in own)
    mixing = mixing_of(read_by, log_odds, len(ROLES))
    return {group: network_of(parts[group] | mixing) for group in folds}, parts[ALL] | mixing


ALL = "all"
"""The group that leaves out no document."""


def _network(documents: Sequence[Sequence[Seen]], kept: Path | None) -> dict[str, numpy.ndarray]:
    """The parts of the network of some documents, learnt unless they are kept already."""
    if kept is not None and kept.exists():
        with numpy.load(kept) as stored:
            return {name: stored[name] for name in stored.files}
    parts = trained(documents, len(ROLES))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        numpy.savez_compressed(kept, **parts)
    return parts


def _weights_by_number(learnt: Weights) -> tuple[tuple[float, ...], numpy.ndarray]:
    """What each sign weighs for each role as an anchor: a row a role, a column a sign."""
    every = numpy.zeros((len(ROLES), len(SIGNS)), dtype=numpy.float32)
    tables = {"general": learnt.general, "mention": learnt.mention}
    tables |= {f"typed {kind}": table for kind, table in learnt.typed.items()}
    for name, table in tables.items():
        for sign, known in table.items():
            for role, weight in known:
                every[role, SIGNS[name, sign]] = weight
    return learnt.bias, every


def regression(examples: Sequence[Example]) -> tuple[float, dict[tuple[str, str], float], float]:
    """A logistic regression over the signs of examples, and their log-odds by the words where they have them: its bias, the
    weight of each sign of each table, and that of the words."""
    keys = [*SIGNS]
    lengths = numpy.array([len(e.signs) for e in examples])
    columns = numpy.concatenate([e.signs for e in examples])
    counts = numpy.bincount(columns, minlength=len(keys))
    known = sorted(numpy.flatnonzero(counts >= RARE).tolist(), key=keys.__getitem__)
    place = numpy.full(len(keys), -1, dtype=numpy.int64)
    place[known] = numpy.arange(len(known))
    rows = numpy.repeat(numpy.arange(len(examples)), lengths)
    kept = place[columns] >= 0
    ones = numpy.ones(int(kept.sum()), dtype=numpy.float32)
    matrix = csr_matrix(
        (ones, (rows[kept], place[columns[kept]])), shape=(len(examples), len(known))
    )
    words = numpy.array([[e.words] for e in examples], dtype=numpy.float32)
    model = LogisticRegression(C=REGULAR, solver="liblinear", max_iter=300, random_state=0)
    model.fit(
        hstack([matrix, words], format="csr") if words.any() else matrix,
        numpy.array([bool(e.right) for e in examples]),
        sample_weight=numpy.array([e.weight for e in examples]),
    )
    weights = {
        keys[sign]: round(float(weight), 3)
        for sign, weight in zip(known, model.coef_[0], strict=False)
        if abs(weight) >= SMALL and keys[sign][1] != CODED
    }
    of_words = float(model.coef_[0][-1]) if words.any() else 0.0
    return round(float(model.intercept_[0]), 3), weights, round(of_words, 3)


def _floor(
    start: float, weights: dict[tuple[str, str], float], examples: Sequence[Example]
) -> float:
    """What the signs of a sentence weigh at least where one of its mentions passed; `LOST` in a hundred may fall below."""
    least = math.log(PROPOSED / (1 - PROPOSED))
    every = numpy.zeros(len(SIGNS))
    general = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        every[SIGNS[key]] = weight
        if key[0] == "general":
            general[SIGNS[key]] = weight
    passed = sorted(
        start + float(general[e.signs].sum())
        for e in examples
        if (e.right or e.weight < 1) and start + float(every[e.signs].sum()) >= least
    )
    return round(passed[LOST * len(passed) // 100], 3) if passed else least


def _head_floor(weights: dict[tuple[str, str], float], things: Sequence[Example]) -> float:
    """What the noun of a thing weighs at least where the thing has a role; `LOST` in a hundred may fall below."""
    of_heads = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        if key[0] != "general" and key[1].startswith(("head:", "head~")):
            of_heads[SIGNS[key]] = weight
    sums = sorted(float(of_heads[e.signs].sum()) for e in things)
    return round(sums[LOST * len(sums) // 100], 3)


LOST = 2
"""Of a hundred mentions that pass so many may stand in sentences that are passed over."""


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


def learn_settling(
    rows: dict[str, Row],
    texts: dict[str, str],
    mixed: dict[str, str],
    groups: dict[str, str],
    folds: dict[str, Weights],
    networks: dict[str, Network],
    thresholds: Sequence[float],
    parts: dict[str, dict[str, Row]],
    languages: dict[str, str],
) -> tuple[Settling, Saying, Dating]:
    """What settles, who says it, and when it was, from documents that were each read by weights of the others; prints what that gives."""

    def gather(settlings: dict[str, Settling]) -> dict[str, Gatherer]:
        found = {}
        read = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
        for doc, row in rows.items():
            found[doc] = Gatherer(*read[groups[doc]], networks[groups[doc]], row)
            read_by(document(mixed[doc], doc), found[doc])
        return found

    unsettled = {g: learnt.settling for g, learnt in folds.items()}
    first = gather(unsettled)
    priors = {}
    for group in folds:
        told = [t for doc, g in first.items() if groups[doc] != group for t in g.rules]
        shares, mean = worth_of_rules(told)
        priors[group] = msgspec.structs.replace(unsettled[group], rules=shares, unknown=mean)
    told_by = [e for g in first.values() for e in g.sayings]
    weighed: list[tuple[float, Example]] = []
    for group in folds:
        saying = learn_saying([e for e in told_by if groups[e.doc] != group])
        folds[group] = msgspec.structs.replace(folds[group], saying=saying)
        weighed += by_saying(saying, [e for e in told_by if groups[e.doc] == group])
    show_saying(weighed)
    gathered = gather(priors)
    measured = [(doc, *found) for doc, g in gathered.items() for found in g.found]
    settlings = {}
    for group in folds:
        chosen = [(x, y) for doc, x, y in measured if groups[doc] != group]
        settlings[group] = settling_by(chosen, priors[group])
    daters: dict[str, Dater] = {}
    by_group = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
    for doc, row in rows.items():
        daters[doc] = Dater(*by_group[groups[doc]], networks[groups[doc]], row)
        read_by(document(texts[doc], doc), daters[doc])
    for group in folds:
        told_of = [found for doc, d in daters.items() if groups[doc] != group for found in d.found]
        folds[group] = msgspec.structs.replace(folds[group], dating=dating_by(told_of))
    plain = {doc: reading(texts[doc], doc, None) for doc in rows}
    for name, part in parts.items():
        show(f"{name}, rules alone", part, plain, languages)
    for least in thresholds:
        read = {
            g: with_rows(w, settling=msgspec.structs.replace(settlings[g], least=least))
            for g, w in folds.items()
        }
        readers = {g: TrainedReader(*own, networks[g]) for g, own in read.items()}
        added = {doc: reading(texts[doc], doc, readers[groups[doc]]) for doc in rows}
        for name, part in parts.items():
            show(f"{name}, with the trained reader at {least}", part, added, languages)
    shares, mean = worth_of_rules(t for g in first.values() for t in g.rules)
    prior = msgspec.structs.replace(next(iter(priors.values())), rules=shares, unknown=mean)
    settling = settling_by([(x, y) for _, x, y in measured], prior)
    dating = dating_by([found for d in daters.values() for found in d.found])
    return settling, learn_saying(told_by), dating


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


def with_rows(learnt: Weights, settling: Settling) -> tuple[Weights, Tables]:
    """Weights that settle so, and their rows, which take a second to make."""
    learnt = msgspec.structs.replace(learnt, settling=settling)
    return learnt, Tables(packed(learnt))


def reading(text: str, doc: str, second: TrainedReader | None) -> Row:
    """The claims of a document, by the rules or by them and a trained reader."""
    return row_of(read_by(document(text, doc), second))


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
        f"quiet {quiet.share} of {quiet.of}, years {figures.fields['event_time'].share:.3f}"
    )
    parts = []
    for group in sorted({groups[doc] for doc in rows}):
        own = {doc: row for doc, row in rows.items() if groups[doc] == group}
        parts.append(f"{group} {evaluate(own, predicted).figures.agreements['claim'].f1:.3f}")
    print("  " + ", ".join(parts))


def written(learnt: Weights) -> str:
    """The file: a line a part, for it is large."""
    parts = msgspec.to_builtins(learnt)
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in parts.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
