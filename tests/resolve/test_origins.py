"""Eight outlets that relay one briefing are one origin."""

from __future__ import annotations

from tests.resolve.statements import stated
from vidocq.resolve.conflicts import Meanings
from vidocq.resolve.copies import Copy
from vidocq.resolve.groups import actors
from vidocq.resolve.origins import Origin, origins

EXCHANGE = "incident:exchange-2021"
MEANINGS = Meanings(actors())


def counted(*told: object, copied: tuple[Copy, ...] = ()) -> list[Origin]:
    return origins(told, copied, MEANINGS)  # type: ignore[arg-type]


def test_eight_documents_two_origins() -> None:
    relayed = [
        stated(
            f"outlet {n}",
            EXCHANGE,
            "attributed-to",
            "state:CN",
            via="company:bloomberg",
            publisher=f"Paper {n}",
        )
        for n in range(6)
    ]
    own = stated("the scoop", EXCHANGE, "attributed-to", "state:CN", publisher="Bloomberg")
    agency = stated("statement", EXCHANGE, "attributed-to", "state:CN", by="agency:uk-ncsc")
    first, second = counted(*relayed, own, agency)
    assert len(first.chain) == 7, "the outlet's own report is the head of the chain"
    assert "Bloomberg" in first.name
    assert {step.how for step in first.chain} == {"according to Bloomberg", "in its own voice"}
    assert second.claimants == ("state:GB",)


def test_reports_of_one_utterance_are_one_origin() -> None:
    told = [
        stated(f"paper {n}", EXCHANGE, "attributed-to", "state:CN", by="agency:us-white-house")
        for n in range(3)
    ]
    later = stated(
        "a year on", EXCHANGE, "attributed-to", "state:CN", by="state:US", day="2022-07-19"
    )
    assert [len(one.chain) for one in counted(*told, later)] == [3, 1]


def test_documents_in_their_own_voice_are_origins_each() -> None:
    told = [
        stated(f"blog {n}", EXCHANGE, "attributed-to", "state:CN", publisher=f"Blog {n}")
        for n in range(2)
    ]
    assert len(counted(*told)) == 2


def test_a_copy_stands_in_the_chain_of_its_original() -> None:
    first = stated("paper", EXCHANGE, "attributed-to", "state:CN", publisher="Paper")
    second = stated("mirror", EXCHANGE, "attributed-to", "state:CN", publisher="Mirror")
    [one] = counted(
        first,
        second,
        copied=(Copy(document=second.document, of=first.document, reason="the same text"),),
    )
    assert [step.how for step in one.chain] == ["in its own voice", "copy: the same text"]
