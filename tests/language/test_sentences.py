"""Sentences: each example is the list of its sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.sentences import LONGEST, split

PIECES = st.sampled_from(
    ["The firm", "said", "it", "U.S.", "Mr.", "No.", "5", "J.", "etc.", "M.", ".", "!", "?", "…", "...", ",", ":",
     " ", "  ", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "«", "»", "“", "”", '"', "(", ")", "[...]", "[1]", "–",
     "- item", "•", "1.", "中国。", "Straße", "x" * 30, "HEADING"]
)  # fmt: skip


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def alone(*expected: str) -> None:
    """The sentences, joined by a space, are found again."""
    assert sentences(" ".join(expected)) == list(expected)


def test_abbreviations_do_not_end_a_sentence() -> None:
    alone(
        "Gen. Paul N. Nakasone and Sen. Warner met Mr. Smith of Acme Inc. on Jan. 5.",
        "They talked.",
    )
    alone("The U.S. Justice Dept. charged Dr. Li under art. 5.", "No. 7 on the list was freed.")
    alone(
        "M. Le Drian et Mme Parly, p. ex., ont condamné l’attaque (cf. art. 12).", "Pékin dément."
    )
    alone(
        "Am 19. Juli 2021 griff die Gruppe z. B. Banken an.", "Das BSI (Nr. 5) warnte u. a. Firmen."
    )
    alone("El Sr. Pérez y la Dra. Gil, de EE. UU., lo niegan.", "Nadie respondió.")
    alone("L'On. Rossi e il sig. Bianchi, cfr. pag. 3, tacciono.", "Il Dott. Verdi no.")
    alone("O Sr. Costa e a Dra. Reis viram o art. 4.", "Nada mudou.")
    alone(
        "Dhr. Jansen en mevr. De Vries, d.w.z. twee getuigen, zwegen.",
        "Volgens Prof. Bos is dat zo.",
    )
    alone("MR. PRICE:  We know who did it.", "MS. PSAKI agreed.")


def test_abbreviations_end_a_sentence_before_a_word_that_opens_one() -> None:
    alone("It hit firms in the U.S.", "The ministry denied it.")
    alone("It was built by Sea Tech, Inc.", "He sold it at 5 p.m.", "Then he left.")
    alone("They had a plan B.", "It failed.")


def test_numbers_and_list_items_are_whole() -> None:
    alone("It cost $1.5 million, i.e. 3.2% of sales.", "$10 million was paid.")
    alone("1. Update the servers.", "2. Change every password.")


def test_quotation_marks_stay_with_what_they_close() -> None:
    alone("“It was Russia.”", "The EU agreed.")
    alone('"It was us."', 'Then "we know," said Jones.')
    alone("Il a dit\u00a0: «\u00a0Oui\u00a0!\u00a0»", "Puis il est parti.")
    alone("« Nous savons. »", "« Qui ? »", "Personne ne répond.")


def test_who_speaks_stays_with_the_quotation() -> None:
    alone("« Nous accusons la Chine.", "Elle a piraté. », a déclaré M. Dupont.", "Pékin dément.")
    alone("“Who did it?” he asked.", "“We know!”, said Jones.")
    alone("« Qui ? » a demandé le ministre.", "Silence.")


def test_ellipses() -> None:
    alone("They waited… and waited... in vain…", "The reply came.")
    alone("He spoke of “[...] an attack” and of “(…) war”.", "[...] The rest is known.")


def test_dateline_is_part_of_the_first_sentence() -> None:
    alone("WASHINGTON (Reuters) – The U.S. accused China on Monday.", "Beijing denied it.")
    alone("PARIS, 19 juil. (AFP) – La France a condamné l’attaque.", "Elle le redit.")


def test_footnotes_and_missing_spaces() -> None:
    alone("The site was hit.[1]", "The group left.[2][3]", "Nobody knows why.")
    assert sentences("They paid after the breach.The firm is well.") == [
        "They paid after the breach.",
        "The firm is well.",
    ]
    alone("The ASP.NET page at example.com was changed.", "It is back.")


def test_headings_bylines_and_paragraphs_are_apart() -> None:
    lines = [
        "Hackers Hit the Port",
        "By Jane Roe",
        "Oct 13, 2020",
        "A group unknown until now hit the port of Antwerp, the authorities said on Tuesday, and left with the data "
        "of eleven firms that had stored them there.",
        "Photo: the port at night",
        "Nobody was hurt.",
    ]
    assert sentences("\n".join(lines)) == lines


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "Port of Antwerp attacked\n"
        "\n"
        "The ministry said on Tuesday that the attack on the port had been carried\n"
        "out by a group that works for the General Staff of a state it did not\n"
        "name. Eleven firms lost data, among them one that belongs to Mr.\n"
        "Janssens, the former mayor.\n"
        "The port is open again.\n"
    )
    assert sentences(text) == [
        "Port of Antwerp attacked",
        "The ministry said on Tuesday that the attack on the port had been carried\n"
        "out by a group that works for the General Staff of a state it did not\n"
        "name.",
        "Eleven firms lost data, among them one that belongs to Mr.\nJanssens, the former mayor.",
        "The port is open again.",
    ]


def test_bullets_are_apart() -> None:
    text = "The group hit:\n- banks of two states\n- a port\n• Ministries\n1) Schools\n\nIt was seen in May."
    assert sentences(text) == [
        "The group hit:",
        "- banks of two states",
        "- a port",
        "• Ministries",
        "1) Schools",
        "It was seen in May.",
    ]
    assert sentences("They hit • banks • ports") == ["They hit", "• banks", "• ports"]


def test_chinese_needs_no_spaces() -> None:
    assert sentences("中国否认。外交部说：“没有证据。”") == ["中国否认。", "外交部说：“没有证据。”"]


def test_an_endless_sentence_is_cut() -> None:
    spans = split("word " * 5_000)
    assert len(spans) > 5
    assert all(end - start <= LONGEST for start, end in spans)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_sentences_are_ordered_apart_trimmed_and_hold_everything(text: str) -> None:
    spans = split(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    found = [text[start:end] for start, end in spans]
    assert all(sentence and sentence == sentence.strip() for sentence in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a. ", "A.", "x" * 75 + "\n", "\n \n", ".", ". (", "• ", "The.", "1.\n", "Mr.\n"]
)
def test_a_hostile_text_does_not_hang(piece: str) -> None:
    # Work that grew with the square of the length would take hours here.
    assert split("Start " + piece * (300_000 // len(piece)))[0][0] == 0
