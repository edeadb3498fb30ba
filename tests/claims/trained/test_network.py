"""The network over words: exact, whatever is asked together, and it tells who did it from whom it hit by the words."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.listening import listen
from vidocq.claims.roles import ROLES
from vidocq.claims.trained.encoding import (
    AWAY,
    DISTANCES,
    MARKS,
    PLACES,
    Encoded,
    Names,
    distance_of,
    encoded,
    names_of_words,
)
from vidocq.claims.trained.network import LIMIT, LOWEST
from vidocq.claims.trained.network_file import network
from vidocq.claims.trained.weighing import Weighing
from vidocq.model import Predicate

_R = {role.predicate: r for r, role in enumerate(ROLES) if not role.denied}


def heard(text: str, language: str = "en") -> Weighing:
    """The last sentence of a text with its mentions."""
    return listen(text, language).weighings[-1]


def test_words_are_named_by_themselves_their_ends_their_phrase_and_how_they_are_written() -> None:
    sentence = heard("The cyberattack on ENISA was claimed by Sandworm.").signs.sentence
    names = {word[0]: word for word in names_of_words(sentence)}
    assert names["cyberattack"] == ("cyberattack", "cybera", "ack", "attack", "x")
    assert names["sandworm"][3:] == ("group", "X")
    assert names["enisa"][4] == "XX"


def test_a_mention_stands_in_its_phrase_and_whoever_is_only_remembered_nowhere() -> None:
    text = "Sandworm hacked the ministry of Ukraine. The malware was found in its network."
    weighing = heard(text)
    seen = encoded(weighing.signs.sentence, 1, weighing.mentions)
    for mention, span, kind in zip(weighing.mentions, seen.spans, seen.kinds, strict=True):
        assert kind.startswith(f"{mention.how}|")
        assert (span == (-1, -1, -1)) == (mention.how == "memory")
        assert span[0] <= span[1]
    assert any(mention.how == "memory" for mention in weighing.mentions)


@pytest.mark.parametrize(
    ("language", "text", "author", "victim"),
    [
        (
            "en",
            "The cyberattack on the Port of Lisbon was carried out by LockBit.",
            "lockbit",
            "port",
        ),
        (
            "fr",
            "La cyberattaque contre l'hôpital de Dax a été menée par LockBit.",
            "lockbit",
            "dax",
        ),
        (
            "de",
            "Der Cyberangriff auf die Stadt Witten wurde von LockBit verübt.",
            "lockbit",
            "witten",
        ),
        (
            "es",
            "El ciberataque contra el hospital de Dax fue lanzado por LockBit.",
            "lockbit",
            "dax",
        ),
    ],
)
def test_who_did_it_is_told_from_whom_it_hit(
    language: str, text: str, author: str, victim: str
) -> None:
    weighing = heard(text, language)
    sentence, mentions = weighing.signs.sentence, weighing.mentions
    ids = [m.reference.id if m.reference is not None else "" for m in mentions]
    rows = network().log_odds(names_of_words(sentence), encoded(sentence, 0, mentions))

    def most(name: str, predicate: Predicate) -> float:
        return max(
            float(row[_R[predicate]]) for one, row in zip(ids, rows, strict=True) if name in one
        )

    assert most(author, Predicate.ATTRIBUTED_TO) > most(victim, Predicate.ATTRIBUTED_TO)
    assert most(victim, Predicate.TARGETS) > most(author, Predicate.TARGETS)


_WORD = st.text("abcdeé-'ÀØ中7", min_size=1, max_size=9)


_WORDS = st.lists(st.tuples(_WORD, _WORD, _WORD, _WORD, _WORD), min_size=1, max_size=40)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[list[Names], Encoded]:
    """A sentence of words that are none, with mentions anywhere in it."""
    words = draw(_WORDS)
    places = st.integers(-1, len(words) - 1)
    spans = draw(st.lists(st.tuples(places, places, places), min_size=1, max_size=6))
    kinds = [draw(st.sampled_from(["phrase|state", "memory|group", "new"])) for _ in spans]
    marks = [draw(st.lists(_WORD, min_size=1, max_size=MARKS)) for _ in spans]
    return words, Encoded(draw(st.integers(0, PLACES - 1)), spans, kinds, marks)


@settings(max_examples=60, deadline=None)
@given(sentences())
def test_a_mention_weighs_the_same_to_the_last_bit_whoever_is_asked_for_beside_it(
    seen: tuple[list[Names], Encoded],
) -> None:
    words, mentions = seen
    together = network().log_odds(words, mentions)
    assert numpy.isfinite(together).all()
    for i, row in enumerate(together):
        alone = Encoded(
            mentions.place, [mentions.spans[i]], [mentions.kinds[i]], [mentions.marks[i]]
        )
        assert (network().log_odds(words, alone)[0] == row).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_WORDS, st.just([])), min_size=1, max_size=5))
def test_a_sentence_is_the_same_to_the_last_bit_whatever_stands_before_and_after_it(
    many: list[list[Names]],
) -> None:
    together = network().surroundings(many)
    for words, among in zip(many, together, strict=True):
        (alone,) = network().surroundings([words])
        assert (alone == among).all()
        assert len(among) == len(words) + 2
        assert not among[0].any() and not among[-1].any()


def test_sums_are_exact_in_single_precision() -> None:
    known = network()
    for layer in known.layers:
        assert (layer.weights == numpy.rint(layer.weights)).all()
        assert LIMIT * numpy.abs(layer.weights).sum(axis=0).max() < 2**24
    assert (known.hidden == numpy.rint(known.hidden)).all()
    assert LIMIT * numpy.abs(known.hidden).sum(axis=0).max() < 2**24
    assert LIMIT * numpy.abs(known.roles).sum(axis=0).max() < 2**24
    saying = known.saying
    for weights in (saying.party, saying.finding, saying.around, saying.said):
        assert (weights == numpy.rint(weights)).all()
        assert LIMIT * numpy.abs(weights).sum(axis=0).max() < 2**24


@settings(max_examples=60, deadline=None)
@given(sentences(), st.data())
def test_who_says_it_weighs_the_same_to_the_last_bit_whatever_is_asked_beside_it(
    seen: tuple[list[Names], Encoded], data: st.DataObject
) -> None:
    words, mentions = seen
    number = st.integers(0, len(mentions.spans) - 1)
    roles = st.integers(0, len(ROLES) - 1)
    asked = data.draw(
        st.lists(st.tuples(number, roles, st.integers(0, len(words) + 2)), min_size=1, max_size=5)
    )
    apart = [data.draw(st.integers(0, DISTANCES - 1)) for _ in asked]
    (sentence,) = network().seen([words])
    (there,) = numpy.concatenate([sentence.words[1:2]] * 5, axis=1) @ network().saying.party
    elsewhere = dict.fromkeys(data.draw(st.sets(number, max_size=2)), there)
    together = network().said(sentence, mentions, asked, apart, elsewhere)
    assert numpy.isfinite(together).all()
    for one, far, weighed in zip(asked, apart, together, strict=True):
        assert network().said(sentence, mentions, [one], [far], elsewhere)[0] == weighed


@pytest.mark.parametrize(
    ("language", "text", "speaker", "accused"),
    [
        ("en", "Microsoft said that Sandworm had hacked the port of Lisbon.", "microsoft", "sandw"),
        (
            "fr",
            "Microsoft affirme que Sandworm a piraté le port de Lisbonne.",
            "microsoft",
            "sandw",
        ),
        ("de", "Laut Microsoft hat Sandworm den Hafen von Lissabon gehackt.", "microsoft", "sandw"),
    ],
)
def test_whoever_speaks_is_told_from_whom_is_spoken_of(
    language: str, text: str, speaker: str, accused: str
) -> None:
    weighing = heard(text, language)
    ids = [m.reference.id if m.reference is not None else "" for m in weighing.mentions]
    places = [next(i for i, one in enumerate(ids) if name in one) for name in (speaker, accused)]
    atom = weighing.mentions[places[1]].atom
    asked = [(m, _R[Predicate.ATTRIBUTED_TO], atom) for m in places]
    says, is_told_of = network().says(weighing.signs.sentence, 0, weighing.mentions, asked)
    assert says > is_told_of


def test_a_sentence_is_heard_with_the_one_before_and_the_first() -> None:
    first, second, third = (
        names_of_words(heard(text).signs.sentence)
        for text in (
            "The FBI spoke of a hack.",
            "Microsoft was hacked in Lisbon.",
            "Sandworm hacked the port.",
        )
    )
    width = len(network().seen([first])[0].around) // 3
    rows = [seen.around for seen in network().seen([first, second, third])]
    assert not rows[0][width:].any()
    assert (rows[2][width : 2 * width] == rows[1][:width]).all()
    assert (rows[2][2 * width :] == rows[0][:width]).all()


def test_distances_are_told_by_side_and_power_of_two() -> None:
    weighing = heard("Sandworm hacked the ministry of Ukraine. Its network was down.")
    remembered = next(m for m in weighing.mentions if m.how == "memory")
    assert distance_of(3, remembered) == AWAY
    here = next(m for m in weighing.mentions if m.phrase >= 0)
    far = [distance_of(here.atom - step, here) for step in (0, 1, 2, 3, 4, 90)]
    assert far == [0, 1, 2, 2, 3, 6]
    assert distance_of(here.atom + 1, here) not in far
    assert all(distance < DISTANCES for distance in far)


def test_whom_the_signs_rule_out_is_not_asked_for_unless_a_rule_told_of_the_role() -> None:
    weighing = heard("Sandworm hacked the ministry of Ukraine.")
    role = _R[Predicate.TARGETS]
    sentence = weighing.signs.sentence
    unlikely = [(m, role, LOWEST - 1) for m in range(len(weighing.mentions))]
    known = network()
    same = known.mixed(sentence, 0, weighing.mentions, unlikely, frozenset())
    assert same == [LOWEST - 1] * len(unlikely)
    told = known.mixed(sentence, 0, weighing.mentions, unlikely, frozenset({role}))
    assert told != same
    assert len(told) == len(unlikely)
