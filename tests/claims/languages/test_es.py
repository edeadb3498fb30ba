"""What sentences of ordinary Spanish claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_es_speech`, when, how many and by what means in `test_es_details`.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ACCUSATIONS: Table = {
    "Suecia acusa a Rusia de un ciberataque contra la cadena SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiev acusa a Moscú del ciberataque contra los ferrocarriles.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
    ],
    "Tokio atribuye el ciberataque al grupo Lazarus.": [
        "attributed-to incident → group:lazarus by state:JP",
    ],
    "Microsoft atribuyó el ataque informático a Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "Varsovia acusa a Bielorrusia de haber lanzado el ciberataque.": [
        "attributed-to incident → state:BY by state:PL",
    ],
    "Ottawa, Canberra y Wellington acusan a China de ciberespionaje.": [
        "attributed-to incident → state:CN by state:AU, state:CA, state:NZ",
    ],
    "El Gobierno costarricense culpa a la banda Conti del ataque informático.": [
        "attributed-to incident → group:conti by state:CR",
    ],
    "Londres imputa a China el hackeo de la Comisión Electoral británica.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "Estonia responsabiliza a Rusia de los ciberataques de 2007.": [
        "attributed-to incident → state:RU by state:EE; in 2007",
    ],
    "Según Washington, Irán está detrás del ciberataque contra Albania.": [
        "attributed-to incident → state:IR by state:US",
        "targets incident → state:AL by state:US",
    ],
    "El Gobierno neerlandés afirma que China está detrás de la campaña de ciberespionaje.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "Ucrania vincula al GRU con el ciberataque contra Kyivstar.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
    "El CNI atribuye a Rusia el hackeo de los móviles de tres ministros.": [
        "attributed-to incident → state:RU by agency:es-cni",
    ],
    "España acusó a Rusia de estar detrás del ciberataque que paralizó el Servicio de Empleo.": [
        "attributed-to incident → state:RU by state:ES",
        "targets incident → organisation:servicio-empleo by state:ES",
    ],
    "El ministro de Exteriores checo, Jan Lipavsky, acusó a China de haber lanzado el ciberataque.": [
        "attributed-to incident → state:CN by state:CZ",
    ],
    "China es sospechosa de estar detrás del hackeo.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
}

PASSIVES: Table = {
    "Corea del Norte fue acusada de haber lanzado el ransomware WannaCry.": [
        "attributed-to incident → state:KP",
    ],
    "El hackeo del Bundestag había sido atribuido a APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "El Bundestag fue hackeado por APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "El ataque se atribuyó a APT29.": [
        "attributed-to incident → group:apt29",
    ],
    "Se atribuye el ciberataque a Corea del Norte.": [
        "attributed-to incident → state:KP",
    ],
    "El ataque lanzado por APT28 contra la OTAN causó graves daños.": [
        "attributed-to incident → group:apt28",
        "targets incident → bloc:nato",
    ],
    "El ciberataque, atribuido a Irán, paralizó los servicios públicos de Albania.": [
        "attributed-to incident → state:IR",
        "targets incident → state:AL",
    ],
}

AUTHORS: Table = {
    "Detrás del ciberataque contra el Parlamento alemán está Rusia, según el Gobierno británico.": [
        "attributed-to incident → state:RU by state:GB",
        "targets incident → organisation:de-bundestag by state:GB",
    ],
    "Londres aseguró que detrás de los ataques se esconde el grupo ruso Sandworm.": [
        "attributed-to incident → group:sandworm by state:GB",
        "located-in group:sandworm → state:RU by state:GB",
    ],
    "Tras el ciberataque contra el Parlamento, Rusia está más aislada.": [],
    "El ataque fue obra de Sandworm.": [
        "attributed-to incident → group:sandworm",
    ],
    "El ciberataque fue obra del grupo ruso Turla, informó la empresa ESET.": [
        "attributed-to incident → group:turla by company:eset",
        "located-in group:turla → state:RU by company:eset",
    ],
    "Los servicios secretos rusos están detrás del hackeo, asegura el BND.": [
        "attributed-to incident → agency:ru-intelligence-services by agency:de-bnd",
    ],
    "El grupo KillNet reivindicó el ciberataque contra el Parlamento Europeo.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → agency:eu-parliament",
    ],
    "LockBit se atribuyó el ataque contra el hospital.": [
        "attributed-to incident → group:lockbit by group:lockbit",
    ],
    "El ciberataque ruso contra Ucrania duró tres días.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
}

SPONSORS: Table = {
    "APT10 está respaldado por China.": [
        "sponsored-by group:apt10 → state:CN",
    ],
    "Turla es controlado por el FSB, según la alianza Five Eyes.": [
        "sponsored-by group:turla → agency:ru-fsb by bloc:five-eyes",
    ],
    "Los hackers trabajan para la inteligencia militar rusa.": [
        "sponsored-by actor → agency:ru-gru",
    ],
    "Fancy Bear es una unidad del GRU.": [
        "sponsored-by group:fancy-bear → agency:ru-gru",
    ],
    "Mustang Panda, grupo vinculado a China, atacó ministerios.": [
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:mustang-panda → sector:government",
    ],
    "Piratas informáticos norcoreanos robaron criptomonedas.": [
        "located-in actor → state:KP",
    ],
    "Los hackers, pagados por el MSS, atacaron Microsoft Exchange.": [
        "sponsored-by actor → agency:cn-mss",
        "targets actor → product:microsoft-exchange",
    ],
    "Hafnium es un grupo de hackers patrocinado por China.": [
        "sponsored-by group:hafnium → state:CN",
    ],
    "Hackers respaldados por el Estado chino atacaron empresas energéticas.": [
        "sponsored-by actor → state:CN",
        "targets actor → sector:energy",
    ],
    "El grupo Charming Kitten está vinculado a la Guardia Revolucionaria.": [
        "sponsored-by group:charming-kitten → agency:ir-irgc",
    ],
    "APT29, que trabaja para el SVR, comprometió SolarWinds.": [
        "attributed-to incident → group:apt29",
        "sponsored-by group:apt29 → agency:ru-svr",
        "targets incident → company:solarwinds",
    ],
    "Según Mandiant, APT43 actúa por cuenta de Corea del Norte.": [
        "sponsored-by group:apt43 → state:KP by company:mandiant",
    ],
    "Volt Typhoon, un grupo vinculado a China, atacó a operadoras de telecomunicaciones.": [
        "sponsored-by group:volt-typhoon → state:CN",
        "targets group:volt-typhoon → sector:telecommunications",
    ],
    "Un alto funcionario de la Casa Blanca dijo el lunes que China paga a hackers criminales.": [
        "sponsored-by actor → state:CN by agency:us-white-house",
    ],
    "Las autoridades ucranianas atribuyen el ataque a Sandworm, una unidad del GRU.": [
        "attributed-to incident → group:sandworm by state:UA",
        "sponsored-by group:sandworm → agency:ru-gru by state:UA",
    ],
}

RELATIVES: Table = {
    "Los hackers que atacaron Estonia trabajan para el GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → state:EE",
    ],
    "Sandworm, que atacó a Ucrania, trabaja para el GRU.": [
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets group:sandworm → state:UA",
    ],
}

VICTIMS: Table = {
    "APT28 atacó a la OTAN y a la OSCE.": [
        "targets group:apt28 → bloc:nato",
        "targets group:apt28 → bloc:osce",
    ],
    "Gamaredon ataca a Ucrania.": [
        "targets group:gamaredon → state:UA",
    ],
    "El grupo Turla se infiltró en la red del Ministerio de Exteriores alemán.": [
        "attributed-to incident → group:turla",
        "targets incident → agency:de-foreign-office",
    ],
    "Los hackers atacaron hospitales y universidades.": [
        "targets actor → sector:education",
        "targets actor → sector:health",
    ],
    "Los piratas informáticos robaron datos a Airbus.": [
        "targets actor → company:airbus",
    ],
    "MuddyWater atacó a operadoras de telecomunicaciones en Oriente Medio.": [
        "targets group:muddywater → place:middle-east",
        "targets group:muddywater → sector:telecommunications",
    ],
    "El Ministerio de Defensa español fue víctima de un ciberataque.": [
        "targets incident → agency:es-ministry-of-defence",
    ],
    "La empresa Telefónica confirmó un ciberataque.": [
        "targets incident → company:telefonica",
    ],
    "China atacó a Taiwán mediante phishing.": [
        "targets state:CN → state:TW",
        "uses state:CN → technique:phishing",
    ],
}

COORDINATION: Table = {
    "Estados Unidos, Reino Unido y Canadá acusaron a China del ciberataque contra Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CA, state:GB, state:US",
        "targets incident → product:microsoft-exchange by state:CA, state:GB, state:US",
    ],
    "La OTAN y la Unión Europea atribuyeron los ataques a APT40 y a APT31.": [
        "attributed-to incident → group:apt31 by bloc:eu, bloc:nato",
        "attributed-to incident → group:apt40 by bloc:eu, bloc:nato",
    ],
    "APT28 y APT29 hackearon el Comité Nacional Demócrata.": [
        "attributed-to incident → group:apt28",
        "attributed-to incident → group:apt29",
        "targets incident → organisation:us-dnc",
    ],
    "Salt Typhoon comprometió a AT&T, Verizon y T-Mobile.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:t-mobile",
        "targets incident → company:verizon",
    ],
}

QUIET = [
    "La Agencia Mundial Antidopaje acusó a Rusia de dirigir un programa de dopaje de Estado.",
    "Estados Unidos acusó a China de vender acero a bajo precio e impuso aranceles.",
    "El equipo de marketing atribuye el cuarenta por ciento de las ventas a la campaña de correo.",
    "La pérdida se atribuye al aumento de los costes y a la debilidad de la libra.",
    "El Betis atacó desde el principio y dio dos veces en el palo.",
    '"Voy a hackear el ordenador central", dice el héroe de la película antes de la explosión.',
    "La nueva versión de Firefox corrige doce fallos y arranca más deprisa.",
    "Los usuarios deben cambiar sus contraseñas y activar la verificación en dos pasos.",
    "El ministro culpó a la oposición del retraso de la reforma.",
    "Los ataques de ransomware han aumentado un tercio desde el año pasado.",
    "La empresa vende un programa que protege las redes contra el ransomware.",
    "El banco atribuyó la caída de su página a una actualización del software.",
    "China condenó la venta de armas a Taiwán.",
    "La UE impuso sanciones a Bielorrusia por el aterrizaje forzoso de un avión.",
    "La policía detuvo a dos hombres por el robo de un cuadro.",
    "¿Quién estuvo detrás del hackeo?",
    "¿Podría Rusia atacar la red eléctrica?",
    "Las empresas deben notificar una brecha de datos en un plazo de tres días.",
    "Francia acusó a Malí de difundir desinformación sobre sus tropas.",
    "El virus infectó a 30.000 personas en Brasil en una semana.",
    "La campaña de vacunación se centró en escuelas y hospitales.",
    "Turquía negó que sus drones hubieran atacado la aldea.",
    "La Fiscalía acusó al gobernador de soborno.",
    "La policía incautó cuarenta kilos de cocaína en Amberes.",
    "La ONU condenó el ataque contra el mercado.",
    "Corea del Norte lanzó dos misiles hacia Japón.",
    "El lobby del tabaco financió la campaña contra el proyecto de ley.",
    "El Gobierno ordenó el despliegue de la Guardia Civil en la frontera con Marruecos.",
    "Madrid y Rabat firmaron un acuerdo sobre pesca en Bruselas.",
    "Si Rusia atacara la red eléctrica, la OTAN respondería.",
    "El informe ofrece consejos generales para proteger los servidores.",
    "Israel bombardeó un hospital en Gaza, según el Ministerio de Sanidad.",
    "Un tribunal de Moscú condenó a un periodista a seis años de prisión.",
    "El presidente mexicano viajó a Washington para hablar de ciberseguridad.",
    "España contratará a cien expertos para reforzar su ciberdefensa.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(ACCUSATIONS, PASSIVES, AUTHORS, SPONSORS, RELATIVES, VICTIMS, COORDINATION),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "es") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "es") == []
