"""Which date of a text is that of a claim to which no rule gave one."""

from __future__ import annotations

from tests.claims.listening import Listener
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.times import Bearing, bearing_of, read_times
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.reading import read_drafts
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.dating import Dates, date_by, measures_of, undated
from vidocq.claims.trained.tables import Forest
from vidocq.claims.trained.weights import Boosted, Tree, weights
from vidocq.language.compile import load_pack
from vidocq.model import Document, EntityType, Predicate, Reference

REPORT = (
    "Ransomware stopped the port of Halden on 3 March 2021.\n\n"
    "Prosecutors charged a man with the attack in June 2022. Ships had to wait.\n\n"
    "On Tuesday the harbour master said that the hackers had deleted the backups."
)
PUBLISHED = "2022-09-15"
HALDEN = Reference(EntityType.PLACE, "Halden", "place:halden")
ATTACK = Reference(EntityType.INCIDENT, "Ransomware", "incident:halden")
NEAREST = 15
"""The measure that tells how many sentences away a date is told."""


def parsed(text: str = REPORT) -> tuple[Context, list[Sentence]]:
    document = Document.from_text(text, language="en", published=PUBLISHED)
    context, sentences, _ = read_drafts(document, load_pack("en"), second=Listener())
    return context, sentences


def draft(sentence: int, predicate: Predicate = Predicate.TARGETS) -> Draft:
    return Draft(predicate, ATTACK, HALDEN, sentence, 0, TRAINED)


def test_every_date_that_the_text_says_comes_into_question() -> None:
    dates = Dates(*parsed())
    assert dates.values() == ["2021-03-03", "2022-06", "2022-09-13"]


def test_a_text_that_says_no_time_has_none() -> None:
    dates = Dates(
        *parsed("Ransomware stopped the port of Halden. Ships had to wait for the attack to end.")
    )
    assert dates.values() == []


def test_a_date_knows_what_its_verb_tells() -> None:
    context, sentences = parsed()
    told = {
        dated.value: bearing_of(sentence, dated)
        for sentence in sentences
        for dated in read_times(sentence, context.pack, PUBLISHED).dated
    }
    assert told["2022-06"] in (Bearing.ANSWER, Bearing.ATTACK)
    assert set(told) == {"2021-03-03", "2022-06"}


def test_the_likeliest_date_is_set_if_it_is_likely_enough() -> None:
    context, sentences = parsed()
    near = Tree((NEAREST, -1, -1), (0.5, 0.0, 0.0), (1, -1, -1), (2, -1, -1), (0.0, 3.0, -3.0))
    forest = Forest(Boosted(start=0.0, rate=1.0, trees=(near,)))
    here, elsewhere = draft(0), draft(2)
    date_by(forest, 0.6, context, Dates(context, sentences), [here, elsewhere])
    assert (here.event_time, elsewhere.event_time) == ("2021-03-03", None)


def test_standing_things_and_dated_ones_are_left() -> None:
    dated = draft(0)
    dated.event_time = "2020"
    assert undated([dated, draft(0, Predicate.LOCATED_IN), draft(1)]) == [draft(1)]


def test_trees_ask_for_no_measure_that_is_not_taken() -> None:
    context, sentences = parsed()
    dates, one = Dates(context, sentences), draft(0)
    rows = measures_of(context, dates, dates.values(), [one], one)
    assert {len(row) for row in rows} == {len(rows[0])}
    asked = {measure for tree in weights().dating.trees for measure in tree.measure}
    assert max(asked) < len(rows[0])
