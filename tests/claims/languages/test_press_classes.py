"""What press reports do in every language: each class in sentences of its own, read as a user reads them."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.claims.discourse.items import items_of
from vidocq.model import Claim, Document, EntityType, Polarity


def told(text: str, language: str, published: str | None = None) -> tuple[Claim, ...]:
    """All claims of a text, those of the trained reader too."""
    return read(Document.from_text(text, language=language, published=published)).claims


def pairs(claims: tuple[Claim, ...], predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the claims of one kind, incidents and unnamed actors by their type alone."""
    return {
        (_name(c.subject.type, c.subject.id), c.object.id if c.object else "")
        for c in claims
        if c.predicate == predicate and c.polarity is Polarity.AFFIRMED
    }


def _name(kind: EntityType, entity: str) -> str:
    return str(kind) if kind in (EntityType.INCIDENT, EntityType.UNNAMED_ACTOR) else entity


def objects(claims: tuple[Claim, ...], predicate: str) -> set[str]:
    return {entity for _, entity in pairs(claims, predicate)}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Sandworm a attaqué les ministères ukrainiens de l'Intérieur et de la Défense."),
        ("en", "Sandworm attacked the Ukrainian ministries of the interior and defence."),
        ("en", "Sandworm attacked the Ministries of Foreign Affairs and Defense of Ukraine."),
        ("de", "Sandworm griff die ukrainischen Ministerien für Inneres und Verteidigung an."),
        ("es", "Sandworm atacó los ministerios ucranianos del Interior y de Defensa."),
        ("it", "Sandworm ha attaccato i ministeri ucraini dell'Interno e della Difesa."),
        ("pt", "O Sandworm atacou os ministérios ucranianos do Interior e da Defesa."),
        ("nl", "Sandworm viel de Oekraïense ministeries van Buitenlandse Zaken en Defensie aan."),
    ],
)
def test_ministries_that_share_their_noun_are_bodies_each(language: str, sentence: str) -> None:
    hit = {one for one in objects(told(sentence, language), "targets") if one[:9] == "agency:ua"}
    assert len(hit) == 2


_ROUNDUP = """The week in security

LockBit hits Nordvik Bank

The LockBit gang has stolen data of 20,000 customers of Nordvik Bank in Norway, the bank said on Monday. It refused to pay.

Cisco patches a flaw in Secure Client

Cisco fixed CVE-2024-20337, which could allow an attacker to steal sessions from users of the client. No attack that used it is known.

Pierre Dumont arrested in Lyon

French police arrested Pierre Dumont, 22, for the hack of the city of Orvault. He is said to have sold the data of its residents.

Play leaks files of Helvar

The Play gang has published files of Helvar, a Finnish maker of lamps. The firm had been attacked in May and did not pay a ransom.
"""


def test_a_page_of_several_reports_is_read_item_by_item() -> None:
    assert len(items_of(_ROUNDUP, [])) == 4
    claims = told(_ROUNDUP, "en")
    authors = pairs(claims, "attributed-to")
    victims: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == "targets" and claim.object is not None:
            victims.setdefault(claim.subject.id, set()).add(claim.object.id)
    assert ("incident", "group:lockbit") in authors
    nordvik = [hit for hit in victims.values() if "company:nordvik-bank" in hit]
    assert nordvik and all("company:helvar" not in hit for hit in nordvik)
    assert not objects(claims, "exploits")


def test_a_report_with_headings_stays_one_report() -> None:
    report = """LockBit hits Nordvik Bank

The LockBit gang has stolen data of customers of Nordvik Bank, the Norwegian bank said on Monday.

How LockBit got in

The LockBit gang used stolen accounts of a supplier of Nordvik Bank, the police said on Tuesday in Oslo.

What Nordvik Bank says

Nordvik Bank regrets the attack by LockBit and has told all its customers to change their passwords.

Who is behind LockBit

LockBit is a gang whose members are thought to live in Russia. It has attacked many banks since 2020.
"""
    assert items_of(report, []) == [(0, len(report))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Norrix corrige une faille de son client VPN\n\nNorrix a réparé une faille qui laissait un attaquant "
            "prendre la main sur des comptes. La vulnérabilité CVE-2024-99337 pourrait permettre à un attaquant de voler des mots de passe.",
        ),
        (
            "en",
            "Norrix patches its VPN client\n\nNorrix has fixed a flaw that lets an attacker hijack sessions. The vulnerability, "
            "CVE-2024-99337, could allow an attacker to steal passwords.",
        ),
        (
            "es",
            "Norrix corrige su cliente VPN\n\nNorrix ha corregido un fallo que permite a un atacante secuestrar sesiones. "
            "La vulnerabilidad CVE-2024-99337 podría permitir a un atacante robar contraseñas.",
        ),
        (
            "it",
            "Norrix corregge il suo client VPN\n\nNorrix ha corretto una falla che permette a un aggressore di dirottare sessioni. "
            "La vulnerabilità CVE-2024-99337 potrebbe consentire a un aggressore di rubare password.",
        ),
        (
            "pt",
            "Norrix corrige o seu cliente VPN\n\nA Norrix corrigiu uma falha que permite a um atacante sequestrar sessões. "
            "A vulnerabilidade CVE-2024-99337 poderia permitir a um atacante roubar senhas.",
        ),
        (
            "de",
            "Norrix schließt Lücke im VPN-Client\n\nNorrix hat eine Schwachstelle geschlossen, durch die ein Angreifer Sitzungen "
            "übernehmen kann. Die Lücke CVE-2024-99337 könnte es einem Angreifer erlauben, Kennwörter zu stehlen.",
        ),
        (
            "nl",
            "Norrix dicht lek in VPN-client\n\nNorrix heeft een kwetsbaarheid verholpen waarmee een aanvaller sessies kan kapen. "
            "De kwetsbaarheid CVE-2024-99337 kan een aanvaller in staat stellen wachtwoorden te stelen.",
        ),
    ],
)
def test_a_notice_of_a_flaw_claims_nothing(language: str, text: str) -> None:
    assert told(text, language) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Sandworm, également connu sous le nom d'Seashell Blizzard, et APT29, aussi appelé Midnight Blizzard, ont attaqué l'Ukraine."),
        ("en", "Sandworm, also known as Seashell Blizzard, and APT29, also known as Midnight Blizzard, attacked Ukraine."),
        ("es", "Sandworm, también conocido como Seashell Blizzard, y APT29, también conocido como Midnight Blizzard, atacaron Ucrania."),
        ("it", "Sandworm, noto anche come Seashell Blizzard, e APT29, noto anche come Midnight Blizzard, hanno attaccato l'Ucraina."),
        ("pt", "Sandworm, também conhecido como Seashell Blizzard, e APT29, também conhecido como Midnight Blizzard, atacaram a Ucrânia."),
        ("de", "Sandworm, auch bekannt als Seashell Blizzard, und APT29, auch bekannt als Midnight Blizzard, griffen die Ukraine an."),
        ("nl", "Sandworm, ook bekend als Seashell Blizzard, en APT29, ook bekend als Midnight Blizzard, vielen Oekraïne aan."),
    ],
)  # fmt: skip
def test_whoever_has_other_names_is_nobody_elses(language: str, sentence: str) -> None:
    claims = told(sentence, language)
    assert pairs(claims, "same-as") == {
        ("group:sandworm", "group:seashell-blizzard"),
        ("group:apt29", "group:midnight-blizzard"),
    }
    assert pairs(claims, "targets") >= {
        ("group:sandworm", "state:UA"),
        ("group:apt29", "state:UA"),
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La ville de Lille a subi lundi une attaque par déni de service, revendiquée par NoName. En mai, une autre attaque avait frappé l'entreprise Helvar."),
        ("en", "Several sites of the city of Lille were down on Monday after a denial-of-service attack claimed by NoName. In June, another attack had hit the firm Helvar."),
        ("es", "Varios sitios de la ciudad de Lille cayeron el lunes por un ataque de denegación de servicio reivindicado por NoName. En junio, otro ataque había golpeado a la empresa Helvar."),
        ("it", "Diversi siti della città di Lille erano irraggiungibili lunedì per un attacco DDoS rivendicato da NoName. A giugno un altro attacco aveva colpito l'azienda Helvar."),
        ("pt", "Vários sites da cidade de Lille ficaram inacessíveis na segunda-feira devido a um ataque DDoS reivindicado pelo NoName. Em junho, outro ataque tinha atingido a empresa Helvar."),
    ],
)  # fmt: skip
def test_another_attack_is_another_incident(language: str, text: str) -> None:
    claims = told(text, language)
    of_noname = {c.subject.id for c in claims if c.object and c.object.id == "group:noname"}
    of_helvar = {c.subject.id for c in claims if c.object and c.object.id == "company:helvar"}
    assert of_noname and of_helvar and not of_noname & of_helvar


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Les pirates ont volé les données de 300 élèves de la commune de Nordvik."),
        ("en", "Hackers stole the data of 5,000 residents of the town of Nordvik."),
        ("de", "Hacker stahlen die Daten von 300 Schülern der Stadt Nordvik."),
        ("it", "Gli hacker hanno rubato i dati di 5.000 utenti dell'università di Nordvik."),
        ("es", "Los piratas robaron los datos de 300 alumnos de Nordvik."),
        ("pt", "Os hackers roubaram os dados de 5.000 utentes de Nordvik."),
        ("nl", "Hackers stalen de gegevens van 300 leerlingen van Nordvik."),
    ],
)
def test_people_that_are_counted_are_persons(language: str, sentence: str) -> None:
    counts = [c.count for c in told(sentence, language) if c.count is not None]
    assert [count.unit for count in counts] == ["persons"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Clara Vey est visée par une plainte après le piratage de la banque Nordvik."),
        ("fr", "Clara Vey est visée par un mandat d'arrêt pour le piratage de la banque Nordvik."),
        ("it", "Clara Vey è colpita da un mandato d'arresto per l'attacco hacker alla banca Nordvik."),
        ("en", "Clara Vey was hit by sanctions after the hack of Nordvik Bank."),
    ],
)  # fmt: skip
def test_who_is_wanted_or_sued_is_no_victim(language: str, sentence: str) -> None:
    assert not any("vey" in one for one in objects(told(sentence, language), "targets"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Deux groupes de pirates, Silent Crow et Dark Heron, ont revendiqué une cyberattaque contre Aeroflot."),
        ("en", "Two hacker groups, Silent Crow and Dark Heron, claimed a cyberattack on Aeroflot."),
        ("de", "Zwei Hackergruppen, Silent Crow und Dark Heron, bekannten sich zu einem Cyberangriff auf Aeroflot."),
        ("es", "Dos grupos de hackers, Silent Crow y Dark Heron, reivindicaron un ciberataque contra Aeroflot."),
    ],
)  # fmt: skip
def test_two_bands_by_name_are_no_persons(language: str, sentence: str) -> None:
    authors = objects(told(sentence, language), "attributed-to")
    assert authors == {"group:silent-crow", "group:dark-heron"}


def test_a_quoted_adverb_does_not_part_a_denial() -> None:
    claims = told(
        "La Chine a « fermement » démenti vendredi être à l'origine du piratage du parlement belge.",
        "fr",
    )
    (claim,) = [c for c in claims if c.predicate == "attributed-to"]
    assert claim.polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Un pirate sous le pseudonyme « karvox12 » a volé les données de Helvar."),
        ("es", "Un hacker con el alias «karvox12» robó los datos de Helvar."),
        ("it", "Un hacker con lo pseudonimo «karvox12» ha rubato i dati di Helvar."),
        ("pt", "Um hacker com o pseudónimo «karvox12» roubou os dados da Helvar."),
    ],
)
def test_a_pseudonym_in_quotation_marks_is_a_name(language: str, sentence: str) -> None:
    claims = told(sentence, language)
    ends = {one.id for c in claims for one in (c.subject, c.object) if one is not None}
    assert "person:karvox12" in ends


def test_one_body_of_a_town_under_several_names_is_one_victim() -> None:
    text = (
        "Cyberattaque contre l'hôpital de Brévanne\n\nBRÉVANNE – Le centre hospitalier de Brévanne a été victime dans la nuit "
        "de samedi à dimanche d'une cyberattaque, a annoncé lundi sa direction."
    )
    assert objects(told(text, "fr"), "targets") == {"organisation:hopital-brevanne"}


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("fr", "La Banque centrale des Îles de la Mer du Nord (BCIMN) a été victime d'une cyberattaque.", "Banque centrale des Îles de la Mer du Nord"),
        ("fr", "La Caisse nationale d'épargne vieillesse (CNEV) a été piratée par LockBit.", "Caisse nationale d'épargne vieillesse"),
        ("fr", "Le Conseil supérieur de la pêche (CSP) a été piraté par LockBit.", "Conseil supérieur de la pêche"),
    ],
)  # fmt: skip
def test_a_body_by_its_full_name_with_its_initials(language: str, sentence: str, name: str) -> None:
    hit = [c.object for c in told(sentence, language) if c.predicate == "targets"]
    assert [one.text for one in hit if one is not None] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nordex perd 40 millions de dollars dans un piratage\n\nLa plateforme Nordex a annoncé jeudi s'être fait dérober 40 millions de dollars. Selon Chainalysis, le groupe Lazarus est derrière ce piratage. Le même groupe avait déjà volé 600 millions de dollars à Ronin en 2022."),
        ("en", "Nordex loses 40 million dollars in a hack\n\nThe exchange Nordex said on Thursday that hackers had stolen 40 million dollars. According to Chainalysis, the Lazarus group was behind the hack. The same group had already stolen 600 million dollars from Ronin in 2022."),
    ],
)  # fmt: skip
def test_what_was_done_before_is_another_attack_of_another_year(language: str, text: str) -> None:
    for claim in told(text, language):
        if claim.object is not None and claim.object.id == "company:nordex":
            assert claim.event_time is None
            assert "2022" not in claim.subject.id


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le groupe Sandworm a attaqué Ukrenergo en 2015. L'Anssi attribue au même groupe le piratage de la mairie de Lille en 2019."),
        ("fr", "Le groupe Sandworm a attaqué Ukrenergo en 2015. Le même groupe est à l'origine du piratage de la mairie de Lille en 2019."),
    ],
)  # fmt: skip
def test_the_same_group_is_the_one_spoken_of(language: str, text: str) -> None:
    authors = objects(told(text, language), "attributed-to")
    assert authors == {"group:sandworm"}


def test_who_is_taken_down_has_attacked_nobody_there() -> None:
    claims = told(
        "Les gendarmes de l'unité nationale cyber ont saisi les serveurs de Ragnar Locker.", "fr"
    )
    assert {c.predicate for c in claims} == {"disrupts"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le groupe Sandworm a utilisé des outils tels que Ptorvak, PtorOdd et PtorPaste contre l'Ukraine."),
        ("en", "The Sandworm group used tools such as Ptorvak, PtorOdd and PtorPaste against Ukraine."),
        ("es", "El grupo Sandworm utilizó herramientas como Ptorvak, PtorOdd y PtorPaste contra Ucrania."),
        ("it", "Il gruppo Sandworm ha usato strumenti come Ptorvak, PtorOdd e PtorPaste contro l'Ucraina."),
        ("pt", "O grupo Sandworm usou ferramentas como Ptorvak, PtorOdd e PtorPaste contra a Ucrânia."),
        ("nl", "De groep Sandworm gebruikte tools zoals Ptorvak, PtorOdd en PtorPaste tegen Oekraïne."),
    ],
)  # fmt: skip
def test_all_tools_of_a_list_are_programs(language: str, sentence: str) -> None:
    used = objects(told(sentence, language), "uses")
    assert "malware:ptorpaste" in used
    assert not any(one.startswith(("group:", "company:")) for one in used)


def test_this_latter_is_whoever_was_named_right_before() -> None:
    claims = told(
        "Le Quai d'Orsay explique que le GRU emploie le groupe APT28 et que ce dernier est derrière les attaques contre Lille.",
        "fr",
    )
    authors = objects(claims, "attributed-to")
    assert "group:apt28" in authors and "agency:fr-ministry-of-foreign-affairs" not in authors


@pytest.mark.parametrize(
    ("language", "sentence", "town"),
    [
        ("fr", "La ville de Lyon a été victime d'une cyberattaque.", "organisation:ville-lyon"),
        ("es", "La ciudad de Sevilla sufrió un ciberataque.", "organisation:ciudad-sevilla"),
    ],
)
def test_a_town_and_its_name_are_one_victim(language: str, sentence: str, town: str) -> None:
    assert objects(told(sentence, language), "targets") == {town}
