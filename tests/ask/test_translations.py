"""A report and its translation are one source, though each calls an attack without a name by its own words."""

from __future__ import annotations

from tests.databases import NewLedger
from tests.ledger import reports as r
from vidocq import ask
from vidocq.ledger import open_ledger
from vidocq.model import EntityType, Predicate, Reading, Reference

POLAND, RUSSIA = r.entity("state:PL", "Poland"), r.entity("state:RU", "Russia")
GERMANY, APT28 = r.entity("state:DE", "Germany"), r.entity("group:apt28", "APT28")
ZEBROCY = Reference(type=EntityType.MALWARE, text="Zebrocy", id="malware:zebrocy")

ENGLISH = (
    "Poland said that Russia was behind the breach of 4,200 mailboxes. APT28 used Zebrocy. "
    "Germany condemned Russia. Moscow denied it."
)
FRENCH = (
    "La Pologne a dit que la Russie était derrière le piratage de 4 200 boîtes. APT28 a utilisé Zebrocy. "
    "L’Allemagne a condamné la Russie. Moscou l’a démenti."
)
DUTCH = (
    "Duitsland heeft Rusland veroordeeld. APT28 gebruikte Zebrocy, aldus de krant. Moskou ontkende het. "
    "Polen zei dat Rusland achter de inbraak in 31 postbussen zat."
)


def _read(text: str, language: str, deed: str, *, order: tuple[int, ...] = (0, 1, 2, 3)) -> Reading:
    report = r.document(text, id=language, published="2021-05-03", language=language)
    attack = Reference(type=EntityType.INCIDENT, text=deed, id=f"incident:{deed}-2021")
    claims = (
        r.claim(report, text, Predicate.ATTRIBUTED_TO, attack, RUSSIA, (POLAND,)),
        r.claim(report, text, Predicate.USES, APT28, ZEBROCY),
        r.claim(report, text, Predicate.CONDEMNS, GERMANY, RUSSIA),
        r.claim(report, text, Predicate.ATTRIBUTED_TO, attack, RUSSIA, (RUSSIA,), denied=True),
    )
    return Reading(document=report, claims=tuple(claims[one] for one in order))


def _summary(new_ledger: NewLedger, *readings: Reading) -> str:
    with open_ledger(new_ledger()) as ledger:
        ledger.record(readings, extractor=r.EXTRACTOR)
        uses = next(
            one.id
            for one in ledger.claims()
            if one.claim.predicate is Predicate.USES and one.document == readings[0].document.sha256
        )
        return ask.sources(ledger, uses).summary


def test_a_translation_of_a_report_is_no_second_origin(new_ledger: NewLedger) -> None:
    english, french = _read(ENGLISH, "en", "breach"), _read(FRENCH, "fr", "piratage")
    assert _summary(new_ledger, english, french) == "2 documents, 1 origin (1 copy folded)"


def test_another_report_of_the_same_claims_is_a_second_origin(new_ledger: NewLedger) -> None:
    english = _read(ENGLISH, "en", "breach")
    dutch = _read(DUTCH, "nl", "inbraak", order=(2, 1, 3, 0))
    assert _summary(new_ledger, english, dutch) == "2 documents, 2 origins"
