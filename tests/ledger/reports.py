"""Short reports with their claims, as the reading step would give them."""

from __future__ import annotations

from vidocq.model import (
    Claim,
    Confidence,
    Count,
    Document,
    EntityType,
    Polarity,
    Predicate,
    Reading,
    Reference,
    Span,
)

EXTRACTOR = "vidocq 1"


def entity(id: str, text: str | None = None, *, speaker: str | None = None) -> Reference:
    kind, _, name = id.partition(":")
    return Reference(type=EntityType(kind), text=text or name, id=id, speaker=speaker)


def document(text: str, **fields: str) -> Document:
    fields.setdefault("id", "report")
    fields.setdefault("source", f"{fields['id']}.txt")
    return Document.from_text(text, **fields)


def claim(
    of: Document,
    quote: str,
    predicate: Predicate,
    subject: Reference,
    target: Reference | None = None,
    by: tuple[Reference, ...] = (),
    *,
    via: tuple[Reference, ...] = (),
    denied: bool = False,
    said_on: str | None = None,
    confidence: Confidence | None = None,
    count: Count | None = None,
) -> Claim:
    start = of.text.index(quote)
    return Claim(
        predicate=predicate,
        subject=subject,
        object=target,
        claimants=by,
        via=via,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=confidence,
        said_on=said_on,
        count=count,
        quote=quote,
        span=Span(start, start + len(quote)),
    )


EXCHANGE = entity("incident:exchange-2021", "the Exchange hack")
CHINA = entity("state:CN", "China")
MSS = entity("agency:cn-mss", "MSS")
APT31 = entity("group:apt31", "APT31")
APT40 = entity("group:apt40", "APT40")
US = entity("agency:us-white-house", "White House", speaker="a senior official")
UK = entity("agency:uk-ncsc", "NCSC")
EU = entity("bloc:eu", "EU")
PARLIAMENT = entity("organisation:fi-parliament", "Parliament of Finland")

ACCUSED = "The White House, the NCSC and the EU blame China for the Exchange hack."
WITH = "The attackers worked for the MSS, a senior official said with high confidence."
HIT = "About 30,000 organisations were breached."
FINLAND = "APT31 broke into the Parliament of Finland."

STATEMENT = document(
    f"{ACCUSED} {WITH} {HIT} {FINLAND} Nobody was punished for it yet.",
    id="statement",
    title="Allies accuse China",
    publisher="The Gazette",
    published="2021-07-19",
    language="en",
)
STATEMENT_READ = Reading(
    document=STATEMENT,
    claims=(
        claim(
            STATEMENT,
            ACCUSED,
            Predicate.ATTRIBUTED_TO,
            EXCHANGE,
            CHINA,
            (US, UK, EU),
            said_on="2021-07-19",
        ),
        claim(
            STATEMENT,
            WITH,
            Predicate.SPONSORED_BY,
            entity("unnamed-actor:attackers", "The attackers"),
            MSS,
            (US,),
            confidence=Confidence.HIGH,
        ),
        claim(
            STATEMENT,
            HIT,
            Predicate.AFFECTS,
            EXCHANGE,
            count=Count(value=30000, unit="organisations", approximate=True),
        ),
        claim(STATEMENT, FINLAND, Predicate.TARGETS, APT31, PARLIAMENT),
    ),
)

DENIED = "Pékin rejette les accusations américaines sur l’attaque d’Exchange."
DENIAL = document(
    f"{DENIED} Le porte-parole parle de diffamation, selon l’AFP.",
    id="dementi",
    title="La Chine dément",
    published="2021-07-20",
    language="fr",
)
DENIAL_READ = Reading(
    document=DENIAL,
    claims=(
        claim(
            DENIAL,
            DENIED,
            Predicate.ATTRIBUTED_TO,
            EXCHANGE,
            entity("state:CN", "Pékin"),
            (entity("state:CN", "Pékin"),),
            via=(entity("company:afp", "AFP"),),
            denied=True,
            said_on="2021-07-20",
        ),
    ),
)

WRONG = "Microsoft names APT40 as the author of the Exchange hack."
OTHER = document(WRONG, id="other", title="Who did it", published="2021-07-21", language="en")
OTHER_READ = Reading(
    document=OTHER,
    claims=(
        claim(
            OTHER,
            WRONG,
            Predicate.ATTRIBUTED_TO,
            EXCHANGE,
            APT40,
            (entity("company:microsoft", "Microsoft"),),
        ),
    ),
)

QUIET = Reading(document=document("It rained in Brest all week.", id="weather"))


def crowded(number: int, *, denied: bool = False) -> Reading:
    """A report in which so many claimants, too many for an index to name, lay the hack on China."""
    words = f"Altogether {number} agencies {'deny' if denied else 'say'} that China did it."
    told = document(words, id=f"crowd-{number}-{denied}", published="2021-07-22")
    by = tuple(entity(f"agency:xx-number-{one}") for one in range(number))
    laid = claim(told, words, Predicate.ATTRIBUTED_TO, EXCHANGE, CHINA, by, denied=denied)
    return Reading(document=told, claims=(laid,))


ALL = (STATEMENT_READ, DENIAL_READ, OTHER_READ, QUIET)
