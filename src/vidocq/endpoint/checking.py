"""A proposed claim against the text: it is kept as far as the text bears it, and no further.

- The quote must stand in the document, whatever its spaces and kinds of quotation marks; what is recorded is
  the document's own words.
- Every entity must stand in the quote or elsewhere in the document. Its id is ours: that of the knowledge where the
  words are a known name in this text, else made of the words. A state must be one that we know by these words.
- A certainty stays only where a phrase for that degree stands in the quote, a number only where the quote has it, a date
  only where its year stands in the document or is that of its publication.
"""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from vidocq.endpoint.answer import Proposal, ProposedCount, ProposedReference
from vidocq.endpoint.legal import CLAIMANTS, OBJECTS, SUBJECTS, WITHOUT_OBJECT
from vidocq.language.compile import languages, load_pack
from vidocq.language.pack import Pack
from vidocq.language.word_table import spell
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.slugs import slug
from vidocq.model import Claim, Count, Document, EntityType, Predicate, Reference
from vidocq.model.span import Span

_OPEN = frozenset(
    {
        *(EntityType.UNNAMED_ACTOR, EntityType.PERSON, EntityType.COMPANY, EntityType.ORGANISATION),
        *(EntityType.PRODUCT, EntityType.MALWARE, EntityType.GROUP, EntityType.TECHNIQUE),
        *(EntityType.INCIDENT, EntityType.PLACE, EntityType.OTHER, EntityType.VULNERABILITY),
    }
)
"""Types whose ids may be made of the words; states, blocs, agencies and sectors are closed lists of ours."""
_DATE = re.compile(r"(\d{4})(-\d{2}){0,2}(/(\d{4})(-\d{2}){0,2})?")
_LONGEST_QUOTE, _LONGEST_NAME = 2_000, 200


class Ground:
    """A document as the ground that proposals must stand on."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.pack: Pack | None = (
            load_pack(document.language) if document.language in languages() else None
        )

    @cached_property
    def known(self) -> dict[str, Reference]:
        """The known names in the text, by their words in small letters."""
        index = name_index(self.pack.language if self.pack else "en")
        found: dict[str, Reference] = {}
        for hit in find_names(self.text, index).hits:
            words = self.text[hit.start : hit.end]
            reference = Reference(EntityType(hit.type), words, hit.entity)
            found.setdefault(words.casefold(), reference)
        return found

    def claims(self, proposals: list[Proposal]) -> tuple[Claim, ...]:
        """The claims of the proposals that stand, each link once; further claimants join the first."""
        kept: dict[tuple[str, ...], Claim] = {}
        for proposal in proposals:
            claim = self._claim(proposal)
            if claim is None:
                continue
            link = (
                claim.predicate,
                claim.subject.id,
                claim.object.id if claim.object else "",
                claim.polarity,
            )
            kept[link] = _united(kept[link], claim) if link in kept else claim
        return tuple(sorted(kept.values(), key=lambda c: (c.span.start, c.span.end)))

    def _claim(self, given: Proposal) -> Claim | None:
        span = self.place(given.quote, _LONGEST_QUOTE)
        subject = self.reference(given.subject)
        object_ = self.reference(given.object) if given.object else None
        if span is None or subject is None or (given.object and object_ is None):
            return None
        if not _legal(given.predicate, subject, object_):
            return None
        quote = self.text[span.start : span.end]
        claimants = [self.reference(c, saying=True) for c in given.claimants]
        if None in claimants:
            return None  # Who says it is the heart of a claim: not to be guessed.
        return Claim(
            predicate=given.predicate,
            subject=subject,
            object=object_,
            claimants=tuple(c for c in claimants if c is not None and c.type in CLAIMANTS),
            polarity=given.polarity,
            confidence=given.confidence
            if self._says(quote, given.confidence, "confidence")
            else None,
            likelihood=given.likelihood
            if self._says(quote, given.likelihood, "likelihood")
            else None,
            event_time=self._date(given.event_time),
            said_on=self._date(given.said_on),
            count=self._count(quote, given.count),
            quote=quote,
            span=span,
        )

    def place(self, words: str, longest: int) -> Span | None:
        """Where words stand in the text, spaces and the kinds of quotation marks and dashes not counted."""
        parts = words.split()
        if not parts or len(words) > longest:
            return None
        start = self.text.find(words.strip())
        if start >= 0:
            return Span(start, start + len(words.strip()))
        found = re.search(r"\s+".join(_loosely(part) for part in parts), self.text)
        return Span(*found.span()) if found else None

    def reference(self, given: ProposedReference, *, saying: bool = False) -> Reference | None:
        """The entity by our id, its words as the text has them; None where the text does not bear it."""
        span = self.place(given.text, _LONGEST_NAME)
        if span is None:
            return None
        words = self.text[span.start : span.end]
        speaker = None
        if saying and given.speaker:
            place = self.place(given.speaker, _LONGEST_NAME)
            speaker = self.text[place.start : place.end] if place else None
        known = self.known.get(re.sub(r"^(?:the|l[ae]s?|l['’])\s*", "", words.casefold()))
        known = known or self.known.get(words.casefold())
        if known is not None and (known.type is given.type or {known.type, given.type} <= _ALIKE):
            return Reference(known.type, words, known.id, speaker)
        if given.type not in _OPEN:
            return None
        name = slug(words)
        return Reference(given.type, words, f"{given.type}:{name}", speaker) if name else None

    def _says(self, quote: str, degree: str | None, scale: str) -> bool:
        """Whether a phrase for the degree stands in the quote; a language without a pack has no phrases."""
        if degree is None or self.pack is None:
            return False
        table = self.pack.confidence if scale == "confidence" else self.pack.likelihood
        spelt = f" {spell(quote)} "
        return any(f" {phrase} " in spelt for phrase, meant in table.items() if meant == degree)

    def _date(self, date: str | None) -> str | None:
        found = _DATE.fullmatch(date or "")
        if found is None:
            return None
        published = (self.document.published or "")[:4]
        years = [year for year in (found.group(1), found.group(4)) if year]
        return date if all(y in self.text or y == published for y in years) else None

    def _count(self, quote: str, count: ProposedCount | None) -> Count | None:
        """The number, where its digits or its word stand in the quote."""
        if count is None or count.value <= 0:
            return None
        digits = {re.sub(r"\D", "", n) for n in re.findall(r"\d[\d.,\u00a0\u202f ]*", quote)}
        words = spell(quote).split(" ")
        entries = [self.pack.words.get(word) for word in words] if self.pack else []
        spelt = {entry.value for entry in entries if entry is not None}
        if str(count.value) in digits or str(count.value) in spelt:
            return Count(count.value, count.unit[:60], count.approximate)
        return None


_ALIKE = frozenset({EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY})
"""Types that a model may take for one another where our knowledge has the name: ours counts."""


def _legal(predicate: Predicate, subject: Reference, object_: Reference | None) -> bool:
    if object_ is None:
        return predicate in WITHOUT_OBJECT and subject.type in SUBJECTS[predicate]
    return (
        subject.type in SUBJECTS[predicate]
        and object_.type in OBJECTS[predicate]
        and subject.id != object_.id
    )


def _united(first: Claim, further: Claim) -> Claim:
    """A claim with the claimants of one that says the same (claim guide, rule 3)."""
    said = {c.id for c in first.claimants}
    new = tuple(c for c in further.claimants if c.id not in said)
    return msgspec.structs.replace(first, claimants=(*first.claimants, *new)) if new else first


def _loosely(word: str) -> str:
    """A pattern for a word with any kind of quotation marks, apostrophes and dashes."""
    return "".join(
        '["“”„«»]\\s?'
        if c in '"“”„«»'
        else "['’‘]"
        if c in "'’‘"
        else "[-‐‑–—]"
        if c in "-‐‑–—"
        else re.escape(c)
        for c in word
    )
