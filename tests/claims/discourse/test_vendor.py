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

TARGETS: Table = {
    "FIN7 returned. Its targets include banks, hotels and Ukrainian media.": [
        "targets group:fin7 → sector:finance",
        "targets group:fin7 → sector:media",
        "targets group:fin7 → sector:retail",
        "targets group:fin7 → state:UA",
    ],
    "FIN7 returned. Victims were located in Poland, Jordan, and Chile.": [
        "targets group:fin7 → state:CL",
        "targets group:fin7 → state:JO",
        "targets group:fin7 → state:PL",
    ],
    "FIN7 returned. Government and defense organizations are also prime targets.": [
        "targets group:fin7 → sector:defence",
        "targets group:fin7 → sector:government",
    ],
    "FIN7 returned. Attacks were uncovered against targets in Oman and Cyprus.": [
        "targets group:fin7 → state:CY",
        "targets group:fin7 → state:OM",
    ],
    "FIN7 has targeted more than 90 companies, mostly in the gaming and restaurant sectors, primarily in Canada.": [
        "affects incident → nothing; about 90 organizations",
        "targets group:fin7 → sector:retail",
        "targets group:fin7 → sector:technology",
        "targets group:fin7 → state:CA",
    ],
    "FIN7 returned. Targeted organizations should patch their servers in Canada.": [],
}
AGENTLESS: Table = {
    "FIN7 returned. Organizations have been targeted in the following countries: Peru, Chile, and Spain.": [
        "targets group:fin7 → state:CL",
        "targets group:fin7 → state:ES",
        "targets group:fin7 → state:PE",
    ],
    "FIN7 returned. CVE-2021-44228 was exploited, and Cobalt Strike was deployed.": [
        "exploits group:fin7 → vulnerability:cve-2021-44228",
        "uses group:fin7 → malware:cobalt-strike",
    ],
    "FIN7 activity spans ten countries, targeting industries such as retail, gaming, and healthcare.": [
        "targets group:fin7 → sector:health",
        "targets group:fin7 → sector:retail",
        "targets group:fin7 → sector:technology",
    ],
    "FIN7 grew as it targeted nine industries - including energy and defense.": [
        "targets group:fin7 → sector:defence",
        "targets group:fin7 → sector:energy",
    ],
}
FLAWS: Table = {
    "This operation of FIN7 is new. It exploited vulnerabilities in FortiOS, tracked as CVE-2023-27997 and CVE-2022-42475.": [
        "exploits group:fin7 → product:fortinet-fortios",
        "exploits group:fin7 → vulnerability:cve-2022-42475",
        "exploits group:fin7 → vulnerability:cve-2023-27997",
    ],
    "FIN7 leveraged CVE-2021-26855.": ["exploits group:fin7 → vulnerability:cve-2021-26855"],
    "FIN7 used Microsoft Outlook.": [],
}
NAMED: Table = {
    "FIN7 exploited Log4Shell.": ["exploits group:fin7 → vulnerability:log4shell"],
    "FIN7 returned. The flaws being exploited were CVE-2021-26855 and CVE-2021-27065.": [
        "exploits group:fin7 → vulnerability:cve-2021-26855",
        "exploits group:fin7 → vulnerability:cve-2021-27065",
    ],
    "A new threat actor, which we have named Dark Willow, used TarnBot. Dark Willow targets banks.": [
        "targets group:dark-willow → sector:finance",
        "uses group:dark-willow → malware:tarnbot",
    ],
}
DEFINED: Table = {
    "Calisto is a Russia-nexus intrusion set. Calisto targets universities.": [
        "sponsored-by group:calisto → state:RU",
        "targets group:calisto → sector:education",
    ],
}
DESCRIBED: Table = {
    "China-aligned threat actors such as APT40 and Mustang Panda targeted universities.": [
        "sponsored-by group:apt40 → state:CN",
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:apt40 → sector:education",
        "targets group:mustang-panda → sector:education",
    ],
    "TA499 (also known as Vovan), a Russia-based actor, targeted banks.": [
        "located-in group:ta499 → state:RU",
        "same-as group:ta499 → group:vovan",
        "targets group:ta499 → sector:finance",
    ],
    "Quillmoth (aka APT31) is believed to be a China-nexus intrusion set.": [
        "same-as group:quillmoth → group:apt31",
        "sponsored-by group:quillmoth → state:CN; likely",
    ],
    "The shadowy hacker group dubbed APT37 or Reaper has targeted banks.": [
        "same-as group:apt37 → group:reaper",
        "targets group:apt37 → sector:finance",
    ],
}
SPREAD: Table = {
    "FIN7 returned. Its operations span nine countries in Asia and Europe.": [
        "targets group:fin7 → place:asia",
        "targets group:fin7 → place:europe",
    ],
    "FIN7 returned. The focus of the attackers is espionage and relates to targets in Chile, Peru, and Spain.": [
        "targets group:fin7 → state:CL",
        "targets group:fin7 → state:ES",
        "targets group:fin7 → state:PE",
    ],
    "FIN7 overlaps with groups reported as Aquatic Panda and Tan Willow.": [
        "same-as group:fin7 → group:aquatic-panda",
        "same-as group:fin7 → group:tan-willow",
    ],
    "FIN7 used tools such as Cobalt Strike and closed-source capabilities like ShadowPad and PlugX.": [
        "uses group:fin7 → malware:cobalt-strike",
        "uses group:fin7 → malware:plugx",
        "uses group:fin7 → malware:shadowpad",
    ],
    "FIN7 is like other Russian state-sponsored groups in this.": [],
    "Whaling is a type of spear phishing that targets executives. FIN7 is a group.": [],
}
MALWARE: Table = {
    "We found PlugX. We also found a new loader called Quillmoth.": [],
    "FIN7 shifted to backdoors such as PlugX and ShadowPad.": [
        "uses group:fin7 → malware:plugx",
        "uses group:fin7 → malware:shadowpad",
    ],
    "FIN7 is a group. PlugX was used to install Mimikatz.": [
        "uses group:fin7 → malware:mimikatz",
        "uses group:fin7 → malware:plugx",
    ],
}
FOUND: Table = {
    "FIN7 is a group. We also found PlugX on a contractor's laptop.": [
        "uses group:fin7 → malware:plugx",
    ],
    "FIN7 is a group. PlugX was detected on the networks of a bank.": [
        "uses group:fin7 → malware:plugx",
    ],
    "We found PlugX on a laptop.": [],
    "FIN7 is a group. We did not find PlugX on the server.": [],
}
OWNED: Table = {
    "Tarnbell: A backdoor associated with the Fireant group (aka APT31).": [
        "attributed-to malware:tarnbell → group:fireant",
        "same-as group:fireant → group:apt31",
    ],
}
TOOLS: Table = {
    "FIN7 deployed the Quillmoth loader, a small Go program, and the Tarnbell backdoor, and made use of Mimikatz.": [
        "uses group:fin7 → malware:mimikatz",
        "uses group:fin7 → malware:quillmoth",
        "uses group:fin7 → malware:tarnbell",
    ],
    "FIN7 used three open-source malware families: Quillmoth, Tarnbell, and Velvetoar.": [
        "uses group:fin7 → malware:quillmoth",
        "uses group:fin7 → malware:tarnbell",
        "uses group:fin7 → malware:velvetoar",
    ],
    "FIN7 returned. The group was also observed using a custom loader named Quillmoth.": [
        "uses group:fin7 → malware:quillmoth",
    ],
}


def reported(text: str) -> list[str]:
    """All claims of a text that Kestrel Labs published, in short form."""
    document = Document.from_text(text, language="en", publisher="Kestrel Labs")
    return sorted(short(claim) for claim in read(document, rules_only=True).claims)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        VOICE,
        THE_GROUP,
        TARGETS,
        AGENTLESS,
        FLAWS,
        NAMED,
        DEFINED,
        DESCRIBED,
        SPREAD,
        MALWARE,
        TOOLS,
    ),
)
def test_vendor_report(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == sorted(expected)
