"""What sentences of ordinary Dutch claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

JOINT: Table = {
    "Een hacker heeft Belgacom aangevallen. Het Delftse bedrijf Fox-IT beschuldigt de GRU van de hack.": [
        "attributed-to incident → agency:ru-gru by company:fox-it",
        "targets actor → company:belgacom",
    ],
    "Maersk werd getroffen door gijzelsoftware.": [
        "targets incident → company:maersk",
        "uses incident → technique:ransomware",
    ],
    "De ransomwaregroep Deadbolt sloeg toe. Wereldwijd zijn meer dan 20.000 apparaten geraakt.": [
        "affects incident → other:apparaten; about 20000 systems",
    ],
    "België heeft China aangesproken op cyberspionage.": [
        "condemns state:BE → state:CN",
    ],
    "De FBI heeft het botnet Qakbot ontmanteld. Ook politiediensten uit Nederland en Frankrijk waren betrokken.": [
        "disrupts agency:us-fbi → malware:qakbot",
        "disrupts state:FR → malware:qakbot",
        "disrupts state:NL → malware:qakbot",
    ],
}
"""Parts in joint operations, sanctions whose author went before, encryption as a method."""

IDIOMS: Table = {
    "Een cyberaanval trof de stad Antwerpen. Daarbij werd de malware Emotet gebruikt.": [
        "targets incident → organisation:stad-antwerpen",
        "uses incident → malware:emotet",
    ],
    "De websites van de gemeente Antwerpen gingen plat door een ddos-aanval.": [
        "targets incident → organisation:gemeente-antwerpen",
    ],
    "De Universiteit Maastricht viel ten prooi aan een ransomwareaanval.": [
        "targets incident → organisation:universiteit-maastricht",
        "uses incident → technique:ransomware",
    ],
    "Rusland heeft de aantijging dat het achter de hack zit van de hand gewezen.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
}
"""Turns of phrase, verbs of success, infinitives of the perfect."""

CONJOINED: Table = {
    "De hackersgroep Gamaredon wordt aangestuurd door de FSB en valt sinds 2014 Oekraïense ministeries aan.": [
        "sponsored-by group:gamaredon → agency:ru-fsb",
        "targets group:gamaredon → sector:government",
        "targets group:gamaredon → state:UA",
    ],
    "De Amerikaanse justitie heeft zes officieren van de GRU aangeklaagd voor de aanval met NotPetya.": [
        "indicts agency:us-doj → actor; 6 persons",
        "sponsored-by actor → agency:ru-gru by agency:us-doj",
    ],
    "Chinese hackers waren het netwerk van Belgacom binnengedrongen.": [
        "attributed-to incident → actor",
        "located-in actor → state:CN",
        "targets incident → company:belgacom",
    ],
}
"""Shared subjects, years that count nothing, genitives of states whose name ends as a noun does."""

FOUND: Table = {
    "In het interne netwerk van Belgacom is spionagesoftware aangetroffen.": [
        "targets incident → company:belgacom",
    ],
    "Op computers van de Tweede Kamer werd malware gevonden.": [
        "targets incident → organisation:nl-parliament",
    ],
}
"""Programs found in somebody's systems."""

TAKEN_UP: Table = {
    "Het kabinet wijst naar China voor de hack bij Belgacom.": [
        "attributed-to incident → state:CN by state:NL",
        "targets incident → company:belgacom by state:NL",
    ],
    "De MIVD zegt dat Rusland achter de cyberaanval op Belgacom zit. Volgens België zit Rusland erachter.": [
        "attributed-to incident → state:RU by agency:nl-mivd, state:BE",
        "targets incident → company:belgacom by agency:nl-mivd",
    ],
    "De groep Salt Typhoon heeft meegekeken in de systemen van kleine internetproviders in Nederland. Het zijn hackers.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → sector:telecommunications",
        "targets incident → state:NL",
    ],
    "Volgens ZDNet hebben Chinese hackers de systemen van ASML platgelegd.": [
        "attributed-to incident → actor via company:zdnet",
        "located-in actor → state:CN via company:zdnet",
        "targets incident → company:asml via company:zdnet",
    ],
    "De servers van de Universiteit Maastricht werden versleuteld met Clop. Het was een cyberaanval.": [
        "targets incident → organisation:universiteit-maastricht",
        "uses incident → malware:clop",
        "uses incident → technique:ransomware",
    ],
}
"""What adverbs, relatives and participles take up, and the ways in."""

AUTHORITIES: Table = {
    "De politie heeft de servers van de ransomwaregroep LockBit in beslag genomen.": [
        "disrupts agency:politie → group:lockbit",
    ],
    "De gemeente Buren is slachtoffer geworden van een ransomwareaanval.": [
        "targets incident → organisation:gemeente-buren",
        "uses incident → technique:ransomware",
    ],
    "Hackers versleutelden de servers van de Universiteit Maastricht.": [
        "targets actor → organisation:universiteit-maastricht",
        "uses actor → technique:ransomware",
    ],
}
"""Bodies known by their place, and police."""

MOVES: Table = {
    "Hackers van de Russische geheime dienst SVR zijn binnengedrongen in de systemen van de Nederlandse politie.": [
        "attributed-to incident → actor",
        "sponsored-by actor → agency:ru-svr",
        "targets incident → agency:nl-police",
    ],
    "De universiteit werd in 2015 slachtoffer van Chinese hackers.": [
        "located-in actor → state:CN",
    ],
    "De cyberaanval op Belgacom werd opgeëist door KillNet.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → company:belgacom",
    ],
    "De hackersgroep KillNet heeft de verantwoordelijkheid voor de cyberaanval op Belgacom opgeëist.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → company:belgacom",
    ],
    "De MIVD verstoorde een cyberoperatie van de GRU.": [
        "attributed-to incident → agency:ru-gru",
    ],
}
"""Perfects with "zijn" that are no passives, and verbs of two particles."""

ACCUSATIONS: Table = {
    "Zweden beschuldigt Rusland van een cyberaanval op de omroep SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiev houdt Moskou verantwoordelijk voor de cyberaanval op de spoorwegen.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
    ],
    "Microsoft schrijft de cyberaanval toe aan de groep Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "De Amerikaanse regering beschuldigt Iran ervan het netwerk van de stad te hebben gehackt.": [
        "attributed-to incident → state:IR by state:US",
    ],
    "Londen beschuldigt China ervan de Britse kiescommissie te hebben gehackt.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "Noorwegen verdenkt Rusland van de hack van het parlement.": [
        "attributed-to incident → state:RU by state:NO; roughly-even",
    ],
}

PASSIVES: Table = {
    "De cyberaanval op de Bondsdag wordt toegeschreven aan APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "De Bondsdag werd gehackt door APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
}

NOMINAL: Table = {
    "De Russische cyberaanval op Oekraïne duurde drie dagen.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
    "China's cyberaanval op de firma ASML bleef lang onopgemerkt.": [
        "attributed-to incident → state:CN",
        "targets incident → company:asml",
    ],
    "De cyberaanval van de groep APT28 op de Bondsdag kostte miljoenen.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
}

CLAUSES: Table = {
    "Nederland zegt dat Rusland de OPCW heeft gehackt.": [
        "attributed-to incident → state:RU by state:NL",
        "targets incident → organisation:opcw by state:NL",
    ],
    "De hackers die de Bondsdag hebben gehackt werken voor de GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → organisation:de-bundestag",
    ],
    "Rusland zit achter de digitale aanval die het satellietnetwerk KA-SAT platlegde.": [
        "attributed-to incident → state:RU",
        "targets incident → product:viasat-ka-sat",
    ],
    "De groep Sandworm viel het Oekraïense stroomnet aan.": [
        "targets group:sandworm → sector:energy",
        "targets group:sandworm → state:UA",
    ],
    "De hackersgroep Killnet eiste de cyberaanval op de website van de luchthaven op.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
    "De door China gesteunde groep APT31 viel Europese parlementsleden aan.": [
        "sponsored-by group:apt31 → state:CN",
        "targets group:apt31 → place:europe",
    ],
}

SPEECH: Table = {
    "Volgens de MIVD zit China achter de cyberaanval op Defensie.": [
        "attributed-to incident → state:CN by agency:nl-mivd",
        "targets incident → sector:defence by agency:nl-mivd",
    ],
    "Rusland heeft de OPCW gehackt, aldus de MIVD.": [
        "attributed-to incident → state:RU by agency:nl-mivd",
        "targets incident → organisation:opcw by agency:nl-mivd",
    ],
    "Met grote zekerheid heeft Rusland de cyberaanval uitgevoerd, meldt de AIVD.": [
        "attributed-to incident → state:RU by agency:nl-aivd; high confidence",
    ],
    "De NAVO verklaarde dat Iran achter de cyberaanval op Albanië zit.": [
        "attributed-to incident → state:IR by bloc:nato",
        "targets incident → state:AL by bloc:nato",
    ],
}

CERTAINTY: Table = {
    "Russische hackers zouden het parlement van Noorwegen hebben gehackt.": [
        "attributed-to incident → actor; roughly-even",
        "located-in actor → state:RU",
        "targets incident → organisation:no-parlement; roughly-even",
    ],
    "Waarschijnlijk zit Noord-Korea achter de hack van Sony.": [
        "attributed-to incident → state:KP; likely",
        "targets incident → company:sony",
    ],
    "Het is onwaarschijnlijk dat Rusland het bedrijf heeft gehackt.": [
        "attributed-to incident → state:RU; unlikely",
    ],
    "China zou achter de hack van het ministerie zitten.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
}

SPONSORS: Table = {
    "De groep Lazarus werkt in opdracht van Noord-Korea.": [
        "sponsored-by group:lazarus → state:KP",
    ],
    "De groep APT28 wordt aangestuurd door de GRU.": [
        "sponsored-by group:apt28 → agency:ru-gru",
    ],
}

NAMES_AND_MEANS: Table = {
    "De groep APT28, ook bekend als Fancy Bear, hackte de Bondsdag.": [
        "attributed-to incident → group:apt28",
        "same-as group:apt28 → group:fancy-bear",
        "targets incident → organisation:de-bundestag",
    ],
    "De aanvallers misbruikten de kwetsbaarheid CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "De groep Sandworm zette de malware NotPetya in tegen Oekraïne.": [
        "targets group:sandworm → state:UA",
        "uses group:sandworm → malware:notpetya",
    ],
}

NUMBERS: Table = {
    "De hackers maakten gegevens van 30.000 klanten buit.": [
        "affects incident → other:klanten; 30000 persons",
    ],
    "De cyberaanval trof meer dan 5.000 bedrijven.": [
        "affects incident → nothing; about 5000 organizations",
    ],
}

DENIALS: Table = {
    "Rusland ontkent dat het de Bondsdag heeft gehackt.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Moskou ontkent betrokkenheid bij de cyberaanval op de OPCW.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → organisation:opcw",
    ],
}

ANSWERS: Table = {
    "De EU legde sancties op aan twee Russische hackers.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
    ],
    "De NAVO veroordeelde de cyberaanval op Albanië.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "Het botnet Emotet is door Europol ontmanteld.": [
        "disrupts agency:eu-europol → malware:emotet",
    ],
    "Het Amerikaanse ministerie van Justitie klaagde vier Chinese hackers aan.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
}

DATED: Dated = [
    (
        "2021-07-20",
        "Nederland beschuldigde China maandag van de hack van Microsoft Exchange.",
        [
            "attributed-to incident → state:CN by state:NL; said 2021-07-19",
            "targets incident → product:microsoft-exchange by state:NL; said 2021-07-19",
        ],
    ),
    (
        "2021-07-20",
        "Estland houdt Rusland verantwoordelijk voor de cyberaanvallen van 2007.",
        [
            "attributed-to incident → state:RU by state:EE; in 2007",
        ],
    ),
]

QUIET = [
    "De politie hield een inbreker aan.",
    "Rusland viel Oekraïne aan met raketten.",
    "Bedrijven moeten hun software regelmatig bijwerken.",
    "De club veroordeelde het geweld in het stadion.",
    "De EU wil sancties opleggen aan hackers.",
    "Heeft Rusland de Bondsdag gehackt?",
    "Cyberaanvallen op ziekenhuizen nemen toe.",
    "Het kabinet werkt aan een nieuwe wet voor cyberveiligheid.",
    "Hackers kunnen het stroomnet aanvallen.",
    "De minister wees de kritiek van de oppositie af.",
    "China legde heffingen op auto's op.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        FOUND,
        CONJOINED,
        IDIOMS,
        JOINT,
        TAKEN_UP,
        AUTHORITIES,
        MOVES,
        ACCUSATIONS,
        PASSIVES,
        NOMINAL,
        CLAUSES,
        SPEECH,
        CERTAINTY,
        SPONSORS,
        NAMES_AND_MEANS,
        NUMBERS,
        DENIALS,
        ANSWERS,
    ),
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "nl") == sorted(expected)


@pytest.mark.parametrize(("published", "sentence", "expected"), DATED)
def test_dated_sentence(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "nl", published) == sorted(expected)


@pytest.mark.parametrize("sentence", QUIET)
def test_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "nl") == []
