"""What a name, an operation or a place is, told by what stands beside it, in sentences of seven languages."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed
from vidocq.claims import read
from vidocq.model import Document

READ: list[tuple[str, str, list[str]]] = [
    (
        "es",
        "Detrás del ciberataque a Noruega está Akira, una banda que usa ransomware y que tiene vínculos con el gobierno ruso.",
        [
            "attributed-to incident → group:akira",
            "sponsored-by group:akira → state:RU",
            "targets incident → state:NO",
            "uses group:akira → technique:ransomware",
        ],
    ),
    (
        "pt",
        "Por trás do ciberataque à Costa Rica está o Conti, um grupo que usa ransomware.",
        [
            "attributed-to incident → group:conti",
            "targets incident → state:CR",
            "uses group:conti → technique:ransomware",
        ],
    ),
    (
        "fr",
        "Derrière la cyberattaque contre le Costa Rica se trouve Conti, un groupe qui utilise des rançongiciels.",
        [
            "attributed-to incident → group:conti",
            "targets incident → state:CR",
            "uses group:conti → technique:ransomware",
        ],
    ),
    (
        "nl",
        "Achter de cyberaanval op Costa Rica zit Conti, een groep die ransomware gebruikt.",
        [
            "attributed-to incident → group:conti",
            "targets incident → state:CR",
            "uses group:conti → technique:ransomware",
        ],
    ),
    (
        "en",
        "Behind the cyberattack on Costa Rica is Conti, a group that uses ransomware.",
        [
            "attributed-to incident → group:conti",
            "targets incident → state:CR",
            "uses group:conti → technique:ransomware",
        ],
    ),
    (
        "it",
        "Un gruppo legato alla Russia che ha rubato i dati della banca Lunara.",
        ["sponsored-by actor → state:RU", "targets actor → company:lunara"],
    ),
    (
        "es",
        "El ciberataque fue obra de un grupo vinculado a Rusia que robó datos del banco Lunara.",
        [
            "attributed-to incident → actor",
            "sponsored-by actor → state:RU",
            "targets actor → company:lunara",
        ],
    ),
    (
        "en",
        "The cyberattack was the work of a group linked to Russia that stole data from the bank Lunara.",
        [
            "attributed-to incident → actor",
            "sponsored-by actor → state:RU",
            "targets actor → company:lunara",
        ],
    ),
    (
        "es",
        "La Policía Nacional lanzó en Málaga una operación contra LockBit.",
        [],
    ),
    (
        "it",
        "La Polizia postale ha partecipato a un'operazione internazionale coordinata da Europol contro la banda LockBit.",
        [],
    ),
    (
        "pt",
        "Unidades policiais da Alemanha e da Suíça participaram da operação contra o grupo de ransomware LockBit.",
        [],
    ),
    (
        "fr",
        "Des unités de police d'Allemagne et de Suisse ont pris part à l'opération contre le rançongiciel LockBit.",
        [],
    ),
    (
        "de",
        "An der Operation gegen die Ransomware-Gruppe LockBit beteiligten sich Polizeieinheiten aus Deutschland.",
        [],
    ),
    (
        "en",
        "Operation Lantern, led by Europol, took down servers of the Smokeloader botnet.",
        [],
    ),
    (
        "es",
        "El hospital Virgen Blanca de Almera, en Andalucía, sufrió un ciberataque.",
        ["targets incident → organisation:hospital-virgen-blanca-almera"],
    ),
    (
        "pt",
        "O hospital Santa Aurora de São Paulo, no Brasil, sofreu um ataque hacker.",
        ["targets incident → organisation:hospital-santa-aurora-sao-paulo"],
    ),
    (
        "es",
        "Un ciberataque alcanzó al Hospital Virgen Blanca de Almera. Los hackers robaron datos del hospital de Almera.",
        ["targets incident → organisation:hospital-virgen-blanca-almera"],
    ),
    (
        "it",
        "Il ransomware è un tipo di malware che cifra i file e chiede un riscatto.",
        [],
    ),
    (
        "es",
        "Canadá sancionó a la unidad 74455 del GRU. Canadá imputa a esa organización el ciberataque a la OTAN.",
        [
            "attributed-to incident → agency:ru-gru-74455 by state:CA",
            "sanctions state:CA → agency:ru-gru-74455",
            "targets incident → bloc:nato by state:CA",
        ],
    ),
    (
        "pt",
        "O Canadá sancionou a unidade 74455 do GRU. O Canadá atribui a essa organização o ciberataque à NATO.",
        [
            "attributed-to incident → agency:ru-gru-74455 by state:CA",
            "sanctions state:CA → agency:ru-gru-74455",
            "targets incident → bloc:nato by state:CA",
        ],
    ),
    (
        "es",
        "La Fiscalía de Lugo cree que el ciberataque al banco fue obra del crimen organizado.",
        [
            "attributed-to incident → actor by organisation:fiscalia-lugo; likely",
            "targets incident → company:banco by organisation:fiscalia-lugo",
        ],
    ),
    (
        "it",
        "L'Agenzia per la cybersicurezza nazionale sostiene che l'attacco hacker all'ospedale è opera della criminalità organizzata.",
        [
            "attributed-to incident → actor by agency:it-acn",
            "targets incident → organisation:ospedale by agency:it-acn",
        ],
    ),
    (
        "es",
        "El ciberataque, atribuido al grupo norcoreano Lazarus, causó pérdidas de 15 millones de dólares.",
        [
            "affects incident → other:pérdidas; 15000000 dollars",
            "attributed-to incident → group:lazarus",
            "located-in group:lazarus → state:KP",
        ],
    ),
    (
        "it",
        "La gang criminale russa Conti ha attaccato l'ospedale di Bari.",
        [
            "located-in group:conti → state:RU",
            "targets group:conti → organisation:ospedale-di-bari",
        ],
    ),
    (
        "es",
        "El ciberataque que sufrió en 2018 el Parlamento noruego fue obra de Rusia.",
        [
            "attributed-to incident → state:RU; in 2018",
            "targets incident → organisation:no-parliament; in 2018",
        ],
    ),
    (
        "es",
        "Canadá sancionó a tres militares rusos por el ciberataque a la OTAN.",
        [
            "located-in actor → state:RU",
            "sanctions state:CA → actor; 3 persons",
            "targets incident → bloc:nato",
        ],
    ),
    (
        "es",
        "La Fiscalía de EE.UU. acusó a cuatro oficiales del ejército chino de hackear Equifax.",
        [
            "indicts agency:us-fiscalia → actor; 4 persons",
            "located-in actor → state:CN by agency:us-fiscalia",
            "targets actor → company:equifax by agency:us-fiscalia",
        ],
    ),
    (
        "it",
        "L'attacco hacker a M&S è stato rivendicato dal gruppo DragonForce.",
        [
            "attributed-to incident → group:dragonforce by group:dragonforce",
            "targets incident → company:m-s",
        ],
    ),
    (
        "es",
        "Un ciberataque afectó a la firma de moda Lunara.",
        ["targets incident → company:lunara"],
    ),
    (
        "pt",
        "Um ataque hacker atingiu a fabricante de aviões Lunara.",
        ["targets incident → company:lunara"],
    ),
    (
        "it",
        "Un attacco hacker ha colpito l'azienda di trasporti Lunara.",
        ["targets incident → company:lunara"],
    ),
    (
        "fr",
        "Une cyberattaque a touché l'enseigne de bricolage Lunara.",
        ["targets incident → company:lunara"],
    ),
    (
        "de",
        "Ein Cyberangriff traf den Autohersteller Lunara.",
        ["targets incident → company:lunara"],
    ),
    (
        "pt",
        "O ataque hacker causou prejuízo de R$ 800 milhões ao Banco Lunara.",
        ["affects incident → nothing; 800000000 reais"],
    ),
    (
        "es",
        "Microsoft atribuyó la campaña a Midnight Blizzard, que el Gobierno estadounidense vincula con el SVR ruso.",
        [
            "attributed-to incident → group:midnight-blizzard by company:microsoft",
            "sponsored-by group:midnight-blizzard → agency:ru-svr by state:US",
        ],
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), READ, ids=[s for _, s, _ in READ])
def test_what_a_sentence_claims(language: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, language) == expected


def test_whom_police_go_after_did_not_do_their_operation() -> None:
    text = "All'operazione contro LockBit hanno partecipato unità di polizia di Germania, Svezia e Canada."
    assert not _told(text, "it")


def test_a_notice_of_a_flaw_tells_of_no_attack() -> None:
    text = "La vulnerabilidad CVE-2031-1709 en ScreenConnect permite que un atacante ejecute código, alertó ConnectWise."
    assert not _told(text, "es")


def test_the_company_is_the_one_that_the_text_has_named() -> None:
    text = (
        "Il Cremlino ha respinto le accuse di Microsoft. "
        "L'azienda ha annunciato che il gruppo Fancy Bear ha attaccato il Senato degli Stati Uniti."
    )
    said = ["targets group:fancy-bear → organisation:us-senate by company:microsoft"]
    assert [row for row in claimed(text, "it") if row.startswith("targets")] == said


def _told(text: str, language: str) -> list[str]:
    """What rules and weights together tell."""
    return [str(c.predicate) for c in read(Document.from_text(text, language=language)).claims]
