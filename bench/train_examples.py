"""The examples that the trained reader learns from: mentions in roles that they have in the gold, and in others.

Read by `bench/train_roles.py`: gold documents and coded incidents in, examples out. The set-aside parts are never opened.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy

from vidocq.acquire.document import read_bytes
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.reading import read_by
from vidocq.claims.roles import ROLES, Role
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.bundles import Bundle, bundle, signs_in
from vidocq.claims.trained.claimants import may_speak
from vidocq.claims.trained.encoding import (
    Encoded,
    Names,
    Span,
    distance_of,
    encoded,
    names_of_words,
    span_of_phrase,
)
from vidocq.claims.trained.speaking import voices_of
from vidocq.claims.trained.weighing import ATTACK, REMEMBERED, Weighing, roles_of
from vidocq.evaluate import Row
from vidocq.evaluate.likeness import claimant_keys, quotes_overlap, same_mention
from vidocq.evaluate.rows import Annotation, Mention
from vidocq.model import Count, Document, EntityType, Predicate, Reference

INCIDENT = 0.1
"""The weight of a coded incident beside a gold document."""
CODED = "coded incident"
"""A feature that all coded incidents have and no text that is read: their roles are commoner than a report's."""


SIGNS: dict[tuple[str, str], int] = {}
"""Every sign of every table, with a number: a hundred million of them are kept as numbers."""


def numbers(signs: dict[str, Sequence[Bundle]]) -> numpy.ndarray:
    """The numbers of the signs of several tables; one that comes twice counts twice, as in `Sums`."""
    keys = [(table, sign) for table, some in signs.items() for sign in signs_in(some)]
    return numpy.array([SIGNS.setdefault(key, len(SIGNS)) for key in keys], dtype=numpy.int32)


@dataclass(slots=True)
class Example:
    """Signs by the table that they are of, whether it is right (None: cannot be told), and which document it is of."""

    model: str
    number: int
    signs: numpy.ndarray
    right: bool | None
    doc: str
    weight: float = 1.0
    thing: bool = False
    words: float = 0.0
    """Its log-odds by the words, where it is weighed with them at once."""


def with_other_news(rows: dict[str, Row], texts: dict[str, str]) -> dict[str, str]:
    """Every second report with a paragraph from a silent one of its language, in its middle or after its head: other
    matters say nothing."""
    silent: dict[str | None, list[str]] = defaultdict(list)
    for doc, row in sorted(rows.items()):
        if not row.claims:
            silent[row.language] += [p for p in texts[doc].split("\n\n")[1:] if len(p) > LONG]
    mixed = {}
    for number, (doc, row) in enumerate(sorted(rows.items())):
        paragraphs = texts[doc].split("\n\n")
        others = silent[row.language]
        if number % 2 and len(paragraphs) > 2 and others:
            place = 1 if number % 8 == 1 else len(paragraphs) // 2 + 1
            paragraphs.insert(place, others[number % len(others)].strip())
        mixed[doc] = "\n\n".join(paragraphs)
    return mixed


LONG = 120
"""Letters of a paragraph that tells something."""


FOLDS = 3
"""Parts of the cross-validation: the rest learns what reads one of them."""


def fold_of(doc: str) -> int:
    """A document's part in the cross-validation, by its name alone."""
    return int(hashlib.sha256(f"fold {doc}".encode()).hexdigest(), 16) % FOLDS


class Observer:
    """A second reader that only looks."""

    def __init__(self, see: Callable[[Weighing], None]) -> None:
        self.see = see
        self.sentences: list[Sentence] = []
        """All sentences of the document, where they are looked at before the first is read."""

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        return Weighing(context, sentence, drafts)

    def begin(self, context: Context, sentences: list[Sentence]) -> None:
        self.sentences = sentences
        context.voices = voices_of(context.document, context.memory, sentences)

    def propose(self, weighing: Weighing) -> list[Draft]:
        self.see(weighing)
        return []

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        """Leaves the claimants as they are."""

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        return drafts

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        """Leaves the dates as they are."""


@dataclass(slots=True)
class Seen:
    """A sentence as the network sees it: its words, its mentions, the example of each mention in each role that it may have, and
    who says what is right.
    ``alone``: it is not seen with the sentences about it."""

    words: list[Names]
    encoded: Encoded
    roles: list[dict[int, Example]]
    says: list[Saying]
    alone: bool


class Saying(NamedTuple):
    """Whether a party (the number of its mention) says what is right in a role: the word that the finding is placed by, how far the
    party stands from that, and where else it stands: the number of the sentence in its document, and the span (None: only here)."""

    party: int
    role: int
    atom: int
    apart: int
    elsewhere: tuple[int, Span] | None
    right: bool


def of_gold(doc: str, text: str, row: Row) -> tuple[list[Example], list[Seen]]:
    """The examples of a gold document: each mention in each role that it may have, each partner of those that are right; and
    its sentences."""
    examples: list[Example] = []
    seen: dict[int, tuple[Sentence, Seen]] = {}

    def see(weighing: Weighing) -> None:
        here = Annotation(quote=weighing.signs.sentence.words)
        near = [(claim, quotes_overlap(claim, here)) for claim in row.claims]
        general = weighing.signs.general
        roles: list[dict[int, Example]] = []
        for m, mention in enumerate(weighing.mentions):
            roles.append({})
            for number in roles_of(mention):
                role = ROLES[number]
                right = truth(role, mention.reference, mention.count, near)
                examples.append(anchor_example(weighing, number, m, right, doc))
                roles[m][number] = examples[-1]
                if not right or not role.partners:
                    continue
                for other in weighing.partners(role, m):
                    partner = weighing.mentions[other].reference if other != ATTACK else None
                    together = pair_truth(role, mention.reference, partner, near)
                    signs: dict[str, Sequence[Bundle]]
                    if other == ATTACK:
                        own = weighing.signs_of(m)[0]
                        signs = {"attack_general": general, "attack_anchor": own}
                    else:
                        signs = {
                            "partner": weighing.signs_of(other)[0],
                            "pair": weighing.pair(role, m, other),
                        }
                    model = "attack" if other == ATTACK else "pair"
                    examples.append(Example(model, number, numbers(signs), together, doc))
        sentence = weighing.signs.sentence
        shown = encoded(sentence, weighing.signs.context.number, weighing.mentions)
        says = sayings(weighing, roles, near, observer.sentences)
        one = Seen(names_of_words(sentence), shown, roles, says, alone=True)
        seen[id(sentence)] = sentence, one

    observer = Observer(see)
    read_by(document(text, doc), observer)
    together: list[Seen] = []
    for sentence in observer.sentences:
        if id(sentence) in seen:
            _, known = seen.pop(id(sentence))
            known.alone = False
        else:
            known = Seen(names_of_words(sentence), NOBODY, [], [], alone=False)
        together.append(known)
    return examples, [*together, *(known for _, known in seen.values())]


NOBODY = Encoded(0, [], [], [])
"""The mentions of a sentence that is not weighed."""


def sayings(
    weighing: Weighing,
    roles: Sequence[dict[int, Example]],
    near: Near,
    sentences: Sequence[Sentence],
) -> list[Saying]:
    """Who may say what is right in a sentence, which is one of those of a document."""
    found: list[Saying] = []
    numbers = {id(sentence): number for number, sentence in enumerate(sentences)}
    speakers = may_speak(weighing)
    keys = [
        claimant_keys(Annotation(claimants=(mention_of(reference),)))
        for m in speakers
        if (reference := weighing.mentions[m].reference) is not None
    ]
    for m, own in enumerate(roles):
        mention = weighing.mentions[m]
        for number, example in own.items():
            if not example.right:
                continue
            told: set[str] = set()
            for claim in true_claims(ROLES[number], mention.reference, mention.count, near):
                told |= claimant_keys(claim)
            for speaker, known in zip(speakers, keys, strict=True):
                apart = distance_of(mention.atom, weighing.mentions[speaker])
                right = not known.isdisjoint(told)
                place = weighing.mentions[speaker].elsewhere
                elsewhere = None
                if place is not None:
                    elsewhere = numbers[id(place[0])], span_of_phrase(*place)
                found.append(Saying(speaker, number, mention.atom, apart, elsewhere, right))
    return found


def document(text: str, doc: str) -> Document:
    """A document of the gold as its file would be read: with its title, and with date and publisher as its name tells them."""
    found = read_bytes(text.encode(), f"{doc}.txt", id=doc)
    if not isinstance(found, Document):
        raise TypeError(f"{doc}: {found.message}")
    return found


def anchor_example(
    weighing: Weighing, number: int, m: int, right: bool | None, doc: str, weight: float = 1.0
) -> Example:
    """A mention in a role."""
    own, typed = weighing.signs_of(m)
    reference = weighing.mentions[m].reference
    kind = str(reference.type) if reference is not None else ""
    general = weighing.signs.general
    signs: dict[str, Sequence[Bundle]] = {"general": general, "mention": own}
    if typed:
        signs[f"typed {kind}"] = [*typed, *general]
    elif weighing.mentions[m].how == "memory":
        signs[f"typed {REMEMBERED}"] = general
    thing = weighing.mentions[m].how == "thing"
    return Example("anchor", number, numbers(signs), right, doc, weight, thing)


Near = Sequence[tuple[Annotation, bool]]
"""The gold claims of a document, each with whether it is of the sentence at hand."""


def fits(
    claim: Annotation, role: Role, reference: Reference | None, anchor: bool, near: bool
) -> bool:
    """Whether an end of a claim is a reference, or the attack where that is None."""
    end = claim.subject if role.subject == anchor else claim.object
    if reference is None:
        return end is not None and end.type == EntityType.INCIDENT
    return same_mention(end, mention_of(reference), nearby=near, lenient=False)


def truth(
    role: Role, reference: Reference | None, count: Count | None, claims: Near
) -> bool | None:
    """Whether the gold has a mention in a role; None where it has it of another passage alone."""
    found: bool | None = False
    for claim, near in claims:
        if is_of(claim, role, reference, count, near):
            if near and claim.denied == role.denied:
                return True
            if not near:
                found = None
    return found


def true_claims(
    role: Role, reference: Reference | None, count: Count | None, claims: Near
) -> list[Annotation]:
    """The gold claims of the passage that have a mention in a role."""
    return [
        claim
        for claim, near in claims
        if near and claim.denied == role.denied and is_of(claim, role, reference, count, near)
    ]


def is_of(
    claim: Annotation, role: Role, reference: Reference | None, count: Count | None, near: bool
) -> bool:
    """Whether a mention is the anchor of a claim, whatever its polarity."""
    if claim.predicate != role.predicate or claim.subject is None:
        return False
    if role.predicate is Predicate.AFFECTS:
        return count is not None and claim.count is not None and claim.count.value == count.value
    return fits(claim, role, reference, True, near)


def pair_truth(
    role: Role, reference: Reference | None, partner: Reference | None, claims: Near
) -> bool:
    """Whether the gold has both ends in one claim of the passage."""
    return any(
        near
        and claim.denied == role.denied
        and claim.predicate == role.predicate
        and fits(claim, role, reference, True, near)
        and fits(claim, role, partner, False, near)
        for claim, near in claims
    )


def mention_of(reference: Reference) -> Mention:
    return Mention(str(reference.type), reference.text, reference.id)


def of_incidents(path: Path) -> list[Example]:
    """What the coded incidents tell: which states and groups attacked, which states were hit."""
    examples: list[Example] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if int(row["id"].rpartition("-")[2]) % 3 == 0:
            continue  # only ever scored

        def see(weighing: Weighing, row: dict = row) -> None:
            weighing.signs.general.append(bundle(CODED))
            for m, mention in enumerate(weighing.mentions):
                for number in roles_of(mention):
                    right = coded_truth(ROLES[number], mention.reference, mention.how, row)
                    if right is not None:
                        examples.append(
                            anchor_example(weighing, number, m, right, row["id"], INCIDENT)
                        )

        read_by(
            Document.from_text(row["text"], id=row["id"], title=row.get("title")), Observer(see)
        )
    return examples


def coded_truth(role: Role, reference: Reference | None, how: str, row: dict) -> bool | None:
    """Whether the coder has the mention's state or group in its role."""
    if reference is None:
        return None
    kind, _, name = reference.id.partition(":")
    code = name[:2].upper() if kind == "state" or re.match(r"[a-z]{2}-", name) else None
    if role.predicate is Predicate.TARGETS and code and row["victims"]:
        return code in row["victims"]
    if role.predicate is not Predicate.ATTRIBUTED_TO or role.denied:
        return None
    if kind == "group" and row["groups"]:
        plain = re.sub(r"[\W_]+", "", name)
        groups = [re.sub(r"[\W_]+", "", g).casefold() for g in row["groups"]]
        return any(g in plain or plain in g for g in groups)
    if code and how == "phrase":
        return code in row["attackers"]
    return None
