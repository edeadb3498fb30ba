"""What a rule needs to know besides the sentence: pack, memory, whether the text is of the field."""

from __future__ import annotations

from dataclasses import dataclass, field

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.discourse.times import Times, read_times
from vidocq.claims.discourse.voices import Voice
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.knowledge.facts import is_vendor
from vidocq.language.pack import Pack
from vidocq.model import Document, EntityType, Reference


@dataclass
class Context:
    """The reading of one document, sentence by sentence.

    ``dense``: the document as a whole is about attacks on computers. ``sentence_in_field``: the
    sentence, or the one before it, has a word of the field. ``accusing``: a claim verb governs.
    ``year``: the year the sentence gives, as text.
    """

    document: Document
    pack: Pack
    memory: Memory
    dense: bool
    number: int = 0
    sentence_in_field: bool = False
    near_field: bool = False
    """Whether the sentence before has a word of the field."""
    accusing: bool = False
    charged: tuple[Reference, ...] = ()
    """Who charges somebody in this sentence: the charges' content is said by them."""
    accused_phrases: set[int] = field(default_factory=set)
    """Phrases of this sentence that are accused of something: no victims ("pinned it on X")."""
    blamed_events: set[int] = field(default_factory=set)
    """Event phrases of this sentence that somebody is said to have done: particular events."""
    before: list[Draft] = field(default_factory=list)
    """The drafts of the sentence before."""
    acts: list[Draft] = field(default_factory=list)
    """The charges, arrests and sanctions of the document on people without names."""
    used: set[str] = field(default_factory=set)
    """Ids of the entities that the verbs of this sentence make claims of."""
    doers: dict[int, list[Reference]] = field(default_factory=dict)
    """Event phrase of this sentence → the actors whose standing activity it is ("campaigns by X")."""
    told: dict[str, set[str]] = field(default_factory=dict)
    """Entity → the roles that the sentences before gave it, for the trained reader."""
    opening: dict[str, Reference] = field(default_factory=dict)
    """Whom the first sentences name, for the trained reader: whose report it is often stands there alone."""
    named: dict[str, int] = field(default_factory=dict)
    """Entity → how often the document names it."""
    groups: dict[str, Reference] = field(default_factory=dict)
    """The groups that the sentences so far name, the last one last, for the trained reader."""
    hit: dict[str, tuple[Reference, float]] = field(default_factory=dict)
    """Firms and bodies that the trained reader takes for hit, each with how probable that is at best."""
    attacks: list[Reference] = field(default_factory=list)
    """The first attack that a sentence has a noun for, and all those before the rules tell of one, for the trained reader."""
    voices: list[Voice] = field(default_factory=list)
    """Whose words the document may tell, for the trained reader."""
    published: str | None = None
    sentence: Sentence | None = None
    dated: Times | None = None
    """The dates of the current sentence, read when first asked for."""

    def is_vendor(self, reference: Reference) -> bool:
        """Whether a company's business is to report attacks on others."""

        return reference.type is EntityType.COMPANY and is_vendor(reference.id)

    @property
    def times(self) -> Times:
        """The dates of the current sentence."""
        if self.dated is None:
            self.dated = read_times(self.sentence, self.pack, self.published)
        return self.dated

    @property
    def year(self) -> str | None:
        """The year that the current sentence gives for what it tells."""
        return self.times.year
