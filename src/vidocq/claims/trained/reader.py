"""The trained reader as a whole: proposals sentence by sentence, and what stands at the end (`docs/trained.md`)."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.claimants import credit
from vidocq.claims.trained.dating import Dates, date_by, undated
from vidocq.claims.trained.network import Network
from vidocq.claims.trained.network_file import network
from vidocq.claims.trained.proposing import proposals_by
from vidocq.claims.trained.settling import settled
from vidocq.claims.trained.speaking import voices_of
from vidocq.claims.trained.tables import Tables, packed, tables
from vidocq.claims.trained.weighing import Weighing
from vidocq.claims.trained.weights import Weights, weights


@mypyc_attr(allow_interpreted_subclasses=True)
class TrainedReader:
    """Reads beside the rules by the weights of this version, or by others."""

    def __init__(
        self,
        learnt: Weights | None = None,
        rows: Tables | None = None,
        words: Network | None = None,
    ) -> None:
        """``rows``: the same weights as they are added up, where somebody has them already; ``words``: the network that
        was learnt with them."""
        self._learnt = learnt
        self._tables = rows
        self._network = words

    @property
    def learnt(self) -> Weights:
        """The weights, loaded when first needed."""
        return self._learnt if self._learnt is not None else weights()

    @property
    def tables(self) -> Tables:
        """The weights as they are added up, loaded when first needed."""
        if self._tables is None:
            self._tables = tables() if self._learnt is None else Tables(packed(self._learnt))
        return self._tables

    @property
    def network(self) -> Network | None:
        """What weighs the words, loaded when first needed; other weights than those of this version may have none."""
        if self._network is None and self._learnt is None:
            self._network = network()
        return self._network

    def begin(self, context: Context, sentences: list[Sentence]) -> None:
        """Look at all sentences of a document, before it is asked about the first."""
        context.voices = voices_of(context.document, context.memory, sentences)
        network = self.network
        if network is not None:
            network.see(sentences)

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        """The mentions of a sentence, to be weighed."""
        return Weighing(context, sentence, drafts)

    def propose(self, weighing: Weighing) -> list[Draft]:
        """What it adds to the rules' drafts of a sentence."""
        return proposals_by(self.tables, self.network, weighing)

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        """Decide who says the drafts of a sentence."""
        credit(self.tables, self.network, weighing, drafts)

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        """Those of a document's drafts that stand."""
        return settled(context, drafts, self.tables.forest, self.tables.settling)

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        """Set the dates of those drafts to which no rule gave one."""
        if undated(drafts):
            tables = self.tables
            dates = Dates(context, sentences)
            date_by(tables.calendar, tables.dated_from, context, dates, drafts)


TRAINED_READER: Final = TrainedReader()
