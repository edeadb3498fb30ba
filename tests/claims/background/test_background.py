"""What a report says beside the attack: what the firm is that was hit, what a flaw would allow. Of that nothing is claimed."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed
from vidocq.claims import read
from vidocq.model import Document, Predicate

PROFILES = {
    "en": "The Akira gang attacked Northwind Foods. Northwind Foods is a food maker with 900 shops, 31,000 employees in 9 countries and a yearly revenue of $2.1 billion.",
    "fr": "Le gang Akira a attaqué Northwind Foods. Le groupe emploie 14 000 salariés dans 12 pays.",
    "de": "Die Bande Akira hat Northwind Foods angegriffen. Das Unternehmen hat 14.000 Mitarbeiter und 4 Milliarden Euro Umsatz.",
    "es": "La banda Akira atacó a Northwind Foods. La empresa tiene 14.000 empleados en 12 países.",
    "it": "La gang Akira ha attaccato Northwind Foods. L'azienda conta 14.000 dipendenti in 12 paesi.",
    "pt": "A gangue Akira atacou a Northwind Foods. A empresa tem 14 mil funcionários em 12 países.",
    "nl": "De bende Akira heeft Northwind Foods aangevallen. Het bedrijf heeft 14.000 medewerkers in 12 landen.",
}

NOTICES = {
    "en": "Juniper patches a critical flaw letting attackers take over routers. The flaw, CVE-2025-21590, could allow a remote attacker to execute code. An attacker could exploit the vulnerability from the next room.",
    "fr": "Fortinet corrige une faille critique, CVE-2025-32756, qui permet à un attaquant d'exécuter du code. Un attaquant pourrait exploiter cette vulnérabilité à distance.",
    "de": "Fortinet schließt eine kritische Sicherheitslücke, CVE-2025-32756, die es Angreifern ermöglicht, Geräte zu übernehmen. Ein Angreifer könnte die Lücke ausnutzen, um Code auszuführen.",
    "es": "Fortinet corrige un fallo crítico, CVE-2025-32756, que permite a un atacante ejecutar código. Un atacante podría explotar la vulnerabilidad de forma remota.",
    "it": "Fortinet corregge una falla critica, CVE-2025-32756, che consente a un attaccante di eseguire codice. Un hacker potrebbe sfruttare la vulnerabilità da remoto.",
    "pt": "Fortinet corrige falha crítica, CVE-2025-32756, que permite a um invasor executar código. Um hacker poderia explorar a vulnerabilidade remotamente.",
    "nl": "Fortinet dicht een kritieke kwetsbaarheid, CVE-2025-32756, waarmee aanvallers apparaten kunnen overnemen. Een aanvaller kan het lek misbruiken om code uit te voeren.",
}

EXPLOITED = {
    "en": "The flaw CVE-2025-32756 may have been exploited by Chinese hackers, Fortinet said.",
    "fr": "La faille CVE-2025-32756 a été exploitée par des pirates chinois, selon Fortinet.",
    "de": "Die Sicherheitslücke CVE-2025-32756 wurde laut Fortinet von chinesischen Hackern ausgenutzt.",
    "es": "La vulnerabilidad CVE-2025-32756 fue explotada por hackers chinos, según Fortinet.",
    "it": "La vulnerabilità CVE-2025-32756 è stata sfruttata da hacker cinesi, secondo Fortinet.",
    "pt": "A vulnerabilidade CVE-2025-32756 foi explorada por hackers chineses, segundo a Fortinet.",
    "nl": "De kwetsbaarheid CVE-2025-32756 is volgens Fortinet misbruikt door Chinese hackers.",
}


@pytest.mark.parametrize("language", PROFILES)
def test_what_a_firm_is_counts_no_victims(language: str) -> None:
    found = read(Document.from_text(PROFILES[language], language=language)).claims
    assert found
    assert not [c for c in found if c.predicate is Predicate.AFFECTS]


@pytest.mark.parametrize("language", NOTICES)
def test_a_notice_of_a_flaw_claims_nothing(language: str) -> None:
    assert not read(Document.from_text(NOTICES[language], language=language)).claims


@pytest.mark.parametrize("language", EXPLOITED)
def test_a_flaw_that_was_used_is_told(language: str) -> None:
    found = claimed(EXPLOITED[language], language)
    assert any(c.startswith("exploits actor → vulnerability:cve-2025-32756") for c in found)


def test_whoever_could_use_a_flaw_is_no_author() -> None:
    text = "APT41 exploited CVE-2025-0282 to break into banks. An attacker could exploit the vulnerability to run code."
    found = claimed(text, "en")
    assert "exploits group:apt41 → vulnerability:cve-2025-0282" in found
    assert not [c for c in found if "actor" in c]
