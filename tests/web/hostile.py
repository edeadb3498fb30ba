"""Readings whose every field attacks the page that shows it: script, direction of writing, size, NUL."""

from __future__ import annotations

from collections.abc import Iterator

from vidocq.model import Claim, Count, Document, EntityType, Predicate, Reading, Reference, Span

SCRIPT = "<script>window.attacked=1</script>"
ATTACKS = (
    SCRIPT,
    '"><img src=x onerror="window.attacked=1">',
    "'-alert(1)-'{{7*7}}${7*7}",
    "javascript:window.attacked=1",
    "\u202eesrever\u2066 and more",
    "نص من اليمين إلى اليسار",
    "N" * 5000,
    "a\x00b\x01c",
    "../../../etc/passwd",
    "'; DROP TABLE statement; --",
    "=HYPERLINK(1)",
    "</title></textarea></style><svg onload=window.attacked=1>",
)


def hostile() -> Iterator[Reading]:
    """A document an attack, its claim made of nothing else."""
    for number, attack in enumerate(ATTACKS):
        quote = f"The report says {attack} of China."
        text = f"{attack}\n\n{quote}\n\nThe end {attack}"
        start = text.index(quote)
        short = attack[:500]  # longer ids are refused by the ledger
        yield Reading(
            document=Document.from_text(
                text,
                id=f"hostile-{number} {attack}"[:300],
                source=f"hostile {number} {attack}",
                title=attack,
                publisher=attack,
                published="2021-07-19",
                language="en",
                address=attack,
            ),
            claims=(
                Claim(
                    predicate=Predicate.ATTRIBUTED_TO,
                    subject=Reference(EntityType.INCIDENT, attack, f"incident:{short}-2021"),
                    object=Reference(EntityType.STATE, "China", "state:CN"),
                    claimants=(
                        Reference(EntityType.STATE, "France", "state:FR", speaker=attack),
                        Reference(EntityType.GROUP, attack, f"group:{short}"),
                    ),
                    via=(Reference(EntityType.COMPANY, attack, f"company:{short}"),),
                    count=Count(number, attack),
                    quote=quote,
                    span=Span(start, start + len(quote)),
                ),
            ),
        )
