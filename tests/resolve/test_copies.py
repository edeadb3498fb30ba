"""Near copies and translations are one source; two reports of one matter are two."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from vidocq.resolve.copies import Text, copies, likeness, numbers_in

DISPATCH = (
    "The ministry of transport of Ruritania said on Tuesday that hackers had been inside its ticketing "
    "network for eleven weeks before anybody noticed. A spokeswoman blamed a group that she did not name "
    "and said that some 4,300 accounts of staff and suppliers had been copied. The prosecutor in Strelsau "
    "has opened an inquiry, and the neighbouring republic has offered its help. Trains ran on time all week, "
    "but ticket machines in nineteen stations stayed dark until Sunday evening. The opposition wants the "
    "minister to explain to parliament why the warning that an engineer wrote in March was never answered."
)
EDITED = DISPATCH.replace("on Tuesday ", "").replace(
    "Trains ran on time all week, but ticket", "Ticket"
)
OTHER = (
    "Eleven weeks: so long did intruders sit in the ticketing network of Ruritania's railways, as the "
    "government admitted yesterday. Nineteen stations sold no tickets from machines. Staff speak of a "
    "warning that nobody read. Who the attackers were, the minister would not say; 4,300 accounts are gone."
)


def text(
    document: str, words: str, language: str = "en", claims: tuple[tuple[str, ...], ...] = ()
) -> Text:
    day = (date(2024, 3, 5), date(2024, 3, 5))
    return Text(document=document, text=words, language=language, published=day, claims=claims)


def test_a_lightly_edited_text_is_a_copy() -> None:
    [one] = copies([text("a", DISPATCH), text("b", EDITED), text("c", OTHER)])
    assert (one.document, one.of) == ("b", "a")
    assert "nearly the same text" in one.reason


def test_likeness_is_that_of_shingles() -> None:
    assert likeness(DISPATCH, DISPATCH) == 1.0
    assert likeness(DISPATCH, OTHER) < 0.2
    assert likeness("", DISPATCH) == 0.0


CLAIMS = tuple(("incident:x", "targets", f"company:{name}", "affirmed") for name in "abcdef")


def test_a_translation_has_the_claims_in_order_and_the_numbers() -> None:
    french = "Les pirates ont copié 4 300 comptes ; 19 gares, 11 semaines."
    english = "The hackers copied 4,300 accounts; 19 stations, 11 weeks."
    [one] = copies([text("a", english, "en", CLAIMS), text("b", french, "fr", CLAIMS)])
    assert "translation" in one.reason


def test_the_same_claims_in_another_order_are_no_translation() -> None:
    shuffled = (CLAIMS[5], CLAIMS[2], CLAIMS[4], CLAIMS[0], CLAIMS[3], CLAIMS[1])
    assert copies([text("a", "One.", "en", CLAIMS), text("b", "Un.", "fr", shuffled)]) == []


def test_few_claims_prove_no_translation() -> None:
    assert copies([text("a", "One.", "en", CLAIMS[:2]), text("b", "Un.", "fr", CLAIMS[:2])]) == []


def test_two_correspondents_at_one_press_conference_are_two(repository: Path) -> None:
    """Our French and English reports of July 2021 agree in much and are no copies."""
    folder = repository / "examples"
    told = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claims = tuple(
            (c["subject"]["id"], c["predicate"], (c["object"] or {}).get("id", ""), c["polarity"])
            for c in row["claims"]
        )
        words = (folder / f"{row['doc']}.txt").read_text(encoding="utf-8")
        told.append(
            Text(
                document=row["doc"],
                text=words,
                language=row["language"],
                published=None,
                claims=claims,
            )
        )
    assert copies(told) == []


def test_numbers_are_compared_as_digits() -> None:
    assert numbers_in("30,000 and 30 000 and 30\u202f000 in 2021, 1.5") == {
        "30000",
        "2021",
        "1",
        "5",
    }
