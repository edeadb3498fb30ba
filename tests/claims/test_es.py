"""What sentences of ordinary Spanish claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
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

SPEECH: Table = {
    "Un portavoz del Kremlin negó que Rusia haya lanzado el ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Casa Blanca afirmó que Irán había lanzado el ciberataque contra Albania.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Según la OTAN y la UE, Rusia lanzó el ciberataque contra Alemania.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "«Rusia es responsable de este ciberataque», declaró la OTAN.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm atacó la red eléctrica, según ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "La UE declaró que China había lanzado el ciberataque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "Rusia habría hackeado el Parlamento noruego.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "Los hackers habrían actuado por cuenta de Irán.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "China estaría detrás del ciberataque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "El grupo Lazarus estaría vinculado a Corea del Norte.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
    "Se cree que el grupo Lazarus robó 600 millones de dólares en criptomonedas.": [
        "affects incident → other:criptomonedas; likely; 600000000 dollars",
        "attributed-to incident → group:lazarus; likely",
    ],
}

DENIALS: Table = {
    "El Gobierno británico no cree que detrás del ciberataque contra el Parlamento alemán esté Rusia.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "India niega haber lanzado el ciberataque contra Pakistán.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscú negó cualquier implicación en el ciberataque contra Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscú desmintió estar detrás del ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Rusia no lanzó este ciberataque, afirmó el Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "No hay pruebas de que Rusia esté detrás del ciberataque.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Pekín rechazó las acusaciones de Washington sobre el hackeo de Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
        "targets incident → product:microsoft-exchange",
    ],
}

CERTAINTY: Table = {
    "Washington atribuye con un alto grado de confianza el ciberataque a Rusia.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "Mandiant estima con un nivel de confianza moderado que la intrusión fue realizada por APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "Rusia está probablemente detrás del ciberataque, según ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
}

COUNTS: Table = {
    "El ataque informático afectó a 1.500 empresas.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "El hackeo afectó a unas 30.000 organizaciones.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "APT31 hackeó el Parlamento finlandés en 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "El 27 de junio de 2017, Sandworm lanzó el ataque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

MEANS: Table = {
    "El grupo explotó una vulnerabilidad de día cero en Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Los hackers explotaron la vulnerabilidad CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "Sandworm utilizó el malware Industroyer.": [
        "uses group:sandworm → malware:industroyer",
    ],
    "El grupo Lazarus se valió del ransomware WannaCry.": [
        "uses group:lazarus → malware:wannacry",
    ],
    "APT28, también conocido como Fancy Bear, atacó el Bundestag.": [
        "same-as group:apt28 → group:fancy-bear",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "El grupo Nobelium, conocido como APT29, atacó embajadas.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
}

ANSWERS: Table = {
    "Alemania convocó al embajador ruso por el ciberataque contra el Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "Estados Unidos expulsó a 35 diplomáticos rusos en respuesta a los ciberataques.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "La UE sancionó a seis ciudadanos rusos por los ciberataques.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 6 persons",
    ],
    "La Unión Europea impuso sanciones contra el GRU por el hackeo del Bundestag.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "El Departamento de Justicia acusó formalmente a cuatro ciudadanos chinos por el hackeo.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "La Policía Nacional detuvo a tres miembros del grupo de hackers.": [
        "arrests agency:es-police → actor; 3 persons",
    ],
    "Europol desmanteló la infraestructura de la banda de ransomware LockBit.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "El FBI incautó servidores de LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "La OTAN condenó los ciberataques contra Albania.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "La UE condena enérgicamente el ciberataque ruso.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
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


NATURAL: Table = {
    "Iberdrola confirmó que había sufrido un ciberataque.": [
        "targets incident → company:iberdrola",
    ],
    "La policía investiga el ciberataque, que las autoridades de Kiev atribuyen a Rusia.": [
        "attributed-to incident → state:RU by state:UA",
    ],
    "La policía investiga el ciberataque que atribuye Kiev a la banda Conti.": [
        "attributed-to incident → group:conti by state:UA",
    ],
    "El ciberataque fue lanzado por el grupo Turla, ligado al FSB ruso.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
    ],
    "El Ayuntamiento de Sevilla ha sido víctima de un ciberataque del grupo LockBit.": [
        "attributed-to incident → group:lockbit",
        "targets incident → organisation:ayuntamiento-sevilla",
    ],
    "Fue Rusia quien hackeó los servidores del Bundestag, según Berlín.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-bundestag by state:DE",
    ],
    "No fue Rusia quien hackeó el Bundestag.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Quien firma el ciberataque es el grupo Hive.": [
        "attributed-to incident → group:hive",
    ],
    "El ciberataque lo llevó a cabo el grupo Lazarus.": [
        "attributed-to incident → group:lazarus",
    ],
    "A Rusia la acusa Washington de haber hackeado el Comité Nacional Demócrata.": [
        "attributed-to incident → state:RU by state:US",
        "targets incident → organisation:us-dnc by state:US",
    ],
    "Los teléfonos de Pedro Ferrer y Margarita Robles fueron infectados con el programa espía Pegasus.": [
        "targets incident → person:margarita-robles",
        "targets incident → person:pedro-ferrer",
        "uses incident → malware:pegasus",
    ],
    "El Departamento de Justicia acusó a dos ciudadanos chinos, Zhu Hua y Zhang Shilong, de hackear empresas tecnológicas.": [
        "attributed-to incident → person:zhang-shilong by agency:us-doj",
        "attributed-to incident → person:zhu-hua by agency:us-doj",
        "indicts agency:us-doj → person:zhang-shilong",
        "indicts agency:us-doj → person:zhu-hua",
        "located-in person:zhang-shilong → state:CN by agency:us-doj",
        "located-in person:zhu-hua → state:CN by agency:us-doj",
        "targets incident → sector:technology by agency:us-doj",
    ],
    "Los hackers robaron datos de 30.000 pacientes del Hospital Clínic.": [
        "affects incident → other:pacientes; 30000 persons",
        "targets actor → organisation:hospital-clinic",
    ],
    "Agentes de la Guardia Civil han detenido a Arturo Rosales por el ciberataque a Iberdrola.": [
        "arrests agency:es-guardia-civil → person:arturo-rosales",
        "targets incident → company:iberdrola",
    ],
    "Iberdrola confirmó que sus servidores habían sido hackeados.": [
        "targets incident → company:iberdrola",
    ],
    "MADRID - El Hospital Clínic sufrió un ciberataque de tipo ransomware.": [
        "targets incident → organisation:hospital-clinic",
        "uses incident → technique:ransomware",
    ],
    "Las webs del Hospital Clínic y de Iberdrola quedaron inaccesibles tras un ciberataque.": [
        "targets incident → company:iberdrola",
        "targets incident → organisation:hospital-clinic",
    ],
}


TAKEN_UP: Table = {
    "El Servicio Público de Empleo sigue sin web tras el ciberataque que sufrió en la madrugada del martes.": [
        "targets incident → organisation:servicio-publico-empleo",
    ],
    "Los tribunales siguen sin red a raíz del ciberataque que sufrió el martes la empresa IFX Networks.": [
        "targets incident → company:ifx-networks",
    ],
    "El grupo Prisa sufrió un ciberataque.": [
        "targets incident → company:prisa",
    ],
    "El grupo Lazarus lanzó un ciberataque. Robaron datos de Iberdrola.": [
        "attributed-to incident → group:lazarus",
        "targets group:lazarus → company:iberdrola",
    ],
    "Zhu Hua y Zhang Shilong, miembros del grupo APT10, fueron acusados de hackear empresas tecnológicas.": [
        "attributed-to incident → person:zhang-shilong",
        "attributed-to incident → person:zhu-hua",
        "targets incident → sector:technology",
    ],
    "El FBI culpó a Corea del Norte del ciberataque. Añadió que el grupo Lazarus hackeó Sony Pictures.": [
        "attributed-to incident → group:lazarus by agency:us-fbi",
        "attributed-to incident → state:KP by agency:us-fbi",
        "targets incident → company:sony-pictures by agency:us-fbi",
    ],
}


SUSPICIONS: Table = {
    "Iberdrola sufrió un ciberataque. Las sospechas apuntan a Rusia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → company:iberdrola",
    ],
    "Kiev sufrió un ciberataque. Los expertos sospechan de Corea del Norte.": [
        "attributed-to incident → state:KP; roughly-even",
        "targets incident → state:UA",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        ACCUSATIONS,
        SUSPICIONS,
        TAKEN_UP,
        NATURAL,
        PASSIVES,
        AUTHORS,
        SPONSORS,
        RELATIVES,
        VICTIMS,
        COORDINATION,
        SPEECH,
        RUMOUR,
        DENIALS,
        CERTAINTY,
        COUNTS,
        DATES,
        MEANS,
        ANSWERS,
    ),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "es") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "es") == []
