"""What the report of a security firm claims: in whose voice, about which group.

Each row is a report of a few sentences, as an analyst would write it, under the name of an invented firm.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, rows, short
from vidocq.claims import read
from vidocq.model import Document

VOICE: Table = {
    "Kestrel Labs attributes these campaigns to APT31. The group deployed Cobalt Strike.": [
        "attributed-to incident → group:apt31 by company:kestrel-labs",
        "uses group:apt31 → malware:cobalt-strike by company:kestrel-labs",
    ],
    "APT31 deployed Cobalt Strike.": [
        "uses group:apt31 → malware:cobalt-strike",
    ],
}
THE_GROUP: Table = {
    "The Brasswillow group returned in May. The China-based espionage group deployed PlugX.": [
        "located-in group:brasswillow → state:CN",
        "uses group:brasswillow → malware:plugx",
    ],
    "APT29 (aka Cozy Bear) was active in May. The attackers then deployed Mimikatz.": [
        "same-as group:apt29 → group:cozy-bear",
        "uses group:apt29 → malware:mimikatz",
    ],
    "FIN7 operators used the Quillmoth backdoor.": [
        "uses group:fin7 → malware:quillmoth",
    ],
}


def reported(text: str) -> list[str]:
    """All claims of a text that Kestrel Labs published, in short form."""
    document = Document.from_text(text, language="en", publisher="Kestrel Labs")
    return sorted(short(claim) for claim in read(document).claims)


@pytest.mark.parametrize(("sentence", "expected"), rows(VOICE, THE_GROUP))
def test_vendor_report(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == sorted(expected)
