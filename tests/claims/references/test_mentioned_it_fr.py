"""What Italian and French sentences mention: agencies, sectors and methods by their names, and which reports are read at all."""

from __future__ import annotations

import pytest

from tests.claims.listening import listen


@pytest.mark.parametrize(
    ("language", "sentence", "entity"),
    [
        ("it", "Gli hacker rispondono ai servizi di Mosca.", "agency:ru-intelligence-services"),
        ("it", "Gli hacker lavorano per i pasdaran.", "agency:ir-irgc"),
        ("it", "Gli hacker hanno bucato la Guardia di finanza.", "agency:it-guardia-di-finanza"),
        ("it", "Il Tesoro ha sanzionato due hacker.", "agency:us-treasury"),
        ("it", "Gli hacker hanno colpito l'Ufficio federale di polizia.", "agency:ch-fedpol"),
        ("it", "Gli hacker hanno attaccato municipi e tribunali.", "sector:government"),
        ("it", "Gli hacker hanno colpito i canali televisivi.", "sector:media"),
        ("it", "La banda ha colpito con un attacco DDoS.", "technique:ddos"),
        ("it", "Gli hacker sono entrati con mail infette.", "technique:phishing"),
        ("it", "Due affiliati del ransomware sono stati arrestati.", "unnamed-actor:due-affiliati"),
        ("it", "Gli hacker hanno colpito l'acciaieria Torre Alta.", "company:torre-alta"),
        (
            "it",
            "Gli hacker hanno colpito la biblioteca di Pavia.",
            "organisation:biblioteca-di-pavia",
        ),
        ("it", "Gli hacker hanno violato Xbox Live.", "product:xbox"),
        ("fr", "Un affilié du rançongiciel a été arrêté.", "unnamed-actor:affilie"),
        ("fr", "Les pirates ont visé la médiathèque de Royan.", "organisation:mediatheque-royan"),
        ("fr", "Les pirates ont visé la brasserie Morvan.", "company:morvan"),
        ("it", "Gli hacker hanno colpito Trenitalia.", "company:trenitalia"),
        ("fr", "Les pirates ont visé la SNCF.", "company:sncf"),
        ("fr", "Les pirates ont visé la DGID.", "agency:sn-dgid"),
        ("fr", "Le Trésor a sanctionné deux pirates informatiques.", "agency:us-treasury"),
        ("fr", "Les pirates ont visé le SPF Intérieur.", "agency:be-ministry-of-interior"),
        ("fr", "Les pirates ont visé le DFAE.", "agency:ch-fdfa"),
        ("fr", "Les pirates ont visé des ports et des villes.", "sector:maritime"),
        ("fr", "Le groupe a mené des dénis de service.", "technique:ddos"),
        ("fr", "Les pirates ont envoyé des courriels piégés.", "technique:phishing"),
    ],
)
def test_a_sentence_mentions(language: str, sentence: str, entity: str) -> None:
    assert entity in listen(sentence, language).ids


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Violazioni di dati alla Montedoro\n\nLa ditta ha perso gli archivi in marzo."),
        ("it", "Un attore statale dietro l'incursione\n\nA dirlo è il governo di Oslo."),
        ("it", "Qualcuno ha saccheggiato le caselle dei deputati. Il sospetto cade sulla Russia."),
        ("fr", "Dénis de service contre trois mairies\n\nLes sites sont revenus lundi."),
        ("fr", "Des inconnus ont siphonné treize téraoctets. Paris soupçonne la Russie."),
        ("fr", "La commune a trouvé une note de rançon sur ses imprimantes lundi."),
    ],
)
def test_a_report_in_other_words_is_read(language: str, text: str) -> None:
    assert listen(text, language).sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La squadra ha attaccato dal primo minuto e ha colpito due pali."),
        ("it", "I ladri hanno saccheggiato una gioielleria di Pavia e rubato due auto."),
        ("it", "La violazione del codice della strada costa cento euro."),
        ("fr", "Les voleurs ont vidé une bijouterie de Nancy et emporté deux montres."),
        ("fr", "L'intrusion d'un sanglier a paralysé la circulation à Metz."),
        ("fr", "Le compte rendu de la réunion cible trois priorités pour la cantine."),
    ],
)
def test_other_news_is_not_read(language: str, text: str) -> None:
    assert listen(text, language).sentences == 0
