"""What sentences of ordinary Portuguese claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ACCUSATIONS: Table = {
    "A Suécia acusa a Rússia de um ciberataque contra a cadeia SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiev acusa Moscovo do ciberataque contra os caminhos de ferro.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
    ],
    "Tóquio atribui o ciberataque ao grupo Lazarus.": [
        "attributed-to incident → group:lazarus by state:JP",
    ],
    "A Microsoft atribuiu o ataque informático ao grupo Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "A Microsoft atribuiu o ciberataque a Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "Varsóvia acusa a Bielorrússia de ter lançado o ciberataque.": [
        "attributed-to incident → state:BY by state:PL",
    ],
    "Otava, Camberra e Wellington acusam a China de ciberespionagem.": [
        "attributed-to incident → state:CN by state:AU, state:CA, state:NZ",
    ],
    "O governo costarriquenho acusa a gangue Conti do ataque cibernético.": [
        "attributed-to incident → group:conti by state:CR",
    ],
    "Londres imputa à China o ataque informático contra a Comissão Eleitoral britânica.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "A Estónia responsabiliza a Rússia pelos ciberataques de 2007.": [
        "attributed-to incident → state:RU by state:EE; in 2007",
    ],
    "Segundo Washington, o Irão está por trás do ciberataque contra a Albânia.": [
        "attributed-to incident → state:IR by state:US",
        "targets incident → state:AL by state:US",
    ],
    "O governo holandês afirma que a China está por trás da campanha de ciberespionagem.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "A Ucrânia liga o GRU ao ciberataque contra a Kyivstar.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
    "O ministro das Relações Exteriores tcheco acusou a China de ter lançado o ataque cibernético.": [
        "attributed-to incident → state:CN by state:CZ",
    ],
    "A China é suspeita de estar por trás do ataque hacker.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "Praga aponta o dedo à China pelo ciberataque.": [
        "attributed-to incident → state:CN by state:CZ",
    ],
}

PASSIVES: Table = {
    "A Coreia do Norte foi acusada de ter lançado o ransomware WannaCry.": [
        "attributed-to incident → state:KP",
    ],
    "O ataque informático ao Bundestag tinha sido atribuído ao grupo APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "O Bundestag foi hackeado pelo APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "O ataque foi atribuído a APT29.": [
        "attributed-to incident → group:apt29",
    ],
    "O ciberataque atribui-se à Coreia do Norte.": [
        "attributed-to incident → state:KP",
    ],
    "O ataque lançado pelo APT28 contra a NATO causou graves danos.": [
        "attributed-to incident → group:apt28",
        "targets incident → bloc:nato",
    ],
    "O ciberataque, atribuído ao Irão, paralisou os serviços públicos da Albânia.": [
        "attributed-to incident → state:IR",
        "targets incident → state:AL",
    ],
    "O Parlamento norueguês foi invadido por hackers russos.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → organisation:no-parliament",
    ],
}

AUTHORS: Table = {
    "Por trás do ciberataque contra o Parlamento alemão está a Rússia, segundo o governo britânico.": [
        "attributed-to incident → state:RU by state:GB",
        "targets incident → organisation:de-bundestag by state:GB",
    ],
    "O ataque foi obra do Sandworm.": [
        "attributed-to incident → group:sandworm",
    ],
    "O ciberataque foi obra do grupo russo Turla, informou a empresa ESET.": [
        "attributed-to incident → group:turla by company:eset",
        "located-in group:turla → state:RU by company:eset",
    ],
    "Os serviços secretos russos estão por trás do ataque informático, garante o BND.": [
        "attributed-to incident → agency:ru-intelligence-services by agency:de-bnd",
    ],
    "O grupo KillNet reivindicou o ciberataque contra o Parlamento Europeu.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → agency:eu-parliament",
    ],
    "O LockBit reivindicou o ataque contra o hospital.": [
        "attributed-to incident → group:lockbit by group:lockbit",
    ],
    "O ciberataque russo contra a Ucrânia durou três dias.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
}

SPONSORS: Table = {
    "O APT10 é apoiado pela China.": [
        "sponsored-by group:apt10 → state:CN",
    ],
    "O Turla é controlado pelo FSB, segundo a aliança Five Eyes.": [
        "sponsored-by group:turla → agency:ru-fsb by bloc:five-eyes",
    ],
    "Os hackers trabalham para a inteligência militar russa.": [
        "sponsored-by actor → agency:ru-gru",
    ],
    "O Fancy Bear é uma unidade do GRU.": [
        "sponsored-by group:fancy-bear → agency:ru-gru",
    ],
    "O Mustang Panda, grupo ligado à China, atacou ministérios.": [
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:mustang-panda → sector:government",
    ],
    "Piratas informáticos norte-coreanos roubaram criptomoedas.": [
        "located-in actor → state:KP",
    ],
    "Os hackers, pagos pelo MSS, atacaram o Microsoft Exchange.": [
        "sponsored-by actor → agency:cn-mss",
        "targets actor → product:microsoft-exchange",
    ],
    "O Hafnium é um grupo de hackers patrocinado pela China.": [
        "sponsored-by group:hafnium → state:CN",
    ],
    "Hackers apoiados pelo Estado chinês atacaram empresas energéticas.": [
        "sponsored-by actor → state:CN",
        "targets actor → sector:energy",
    ],
    "O grupo Charming Kitten está ligado à Guarda Revolucionária.": [
        "sponsored-by group:charming-kitten → agency:ir-irgc",
    ],
    "O APT29, que trabalha para o SVR, comprometeu a SolarWinds.": [
        "attributed-to incident → group:apt29",
        "sponsored-by group:apt29 → agency:ru-svr",
        "targets incident → company:solarwinds",
    ],
    "Segundo a Mandiant, o APT43 atua por conta da Coreia do Norte.": [
        "sponsored-by group:apt43 → state:KP by company:mandiant",
    ],
    "O Volt Typhoon, um grupo ligado à China, atacou operadoras de telecomunicações.": [
        "sponsored-by group:volt-typhoon → state:CN",
        "targets group:volt-typhoon → sector:telecommunications",
    ],
    "Um alto funcionário da Casa Branca disse na segunda-feira que a China paga a hackers criminosos.": [
        "sponsored-by actor → state:CN by agency:us-white-house",
    ],
    "As autoridades ucranianas atribuem o ataque ao Sandworm, uma unidade do GRU.": [
        "attributed-to incident → group:sandworm by state:UA",
        "sponsored-by group:sandworm → agency:ru-gru by state:UA",
    ],
}

RELATIVES: Table = {
    "Os hackers que atacaram a Estónia trabalham para o GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → state:EE",
    ],
    "O Sandworm, que atacou a Ucrânia, trabalha para o GRU.": [
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets group:sandworm → state:UA",
    ],
}

VICTIMS: Table = {
    "O APT28 visou a NATO e a OSCE.": [
        "targets group:apt28 → bloc:nato",
        "targets group:apt28 → bloc:osce",
    ],
    "O Gamaredon ataca a Ucrânia.": [
        "targets group:gamaredon → state:UA",
    ],
    "O grupo Turla infiltrou-se na rede do Ministério dos Negócios Estrangeiros alemão.": [
        "attributed-to incident → group:turla",
        "targets incident → agency:de-foreign-office",
    ],
    "Os hackers atacaram hospitais e universidades.": [
        "targets actor → sector:education",
        "targets actor → sector:health",
    ],
    "Os piratas informáticos roubaram dados à Airbus.": [
        "targets actor → company:airbus",
    ],
    "O MuddyWater atacou operadoras de telecomunicações no Médio Oriente.": [
        "targets group:muddywater → place:middle-east",
        "targets group:muddywater → sector:telecommunications",
    ],
    "O Ministério da Defesa português foi vítima de um ciberataque.": [
        "targets incident → agency:pt-ministry-of-defence",
    ],
    "A empresa Vodafone confirmou um ciberataque.": [
        "targets incident → company:vodafone",
    ],
    "Hackers invadiram os sistemas do Superior Tribunal de Justiça.": [
        "targets actor → agency:br-stj",
    ],
}

COORDINATION: Table = {
    "Os Estados Unidos, o Reino Unido e o Canadá acusaram a China do ciberataque contra o Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CA, state:GB, state:US",
        "targets incident → product:microsoft-exchange by state:CA, state:GB, state:US",
    ],
    "A NATO e a União Europeia atribuíram os ataques ao APT40 e ao APT31.": [
        "attributed-to incident → group:apt31 by bloc:eu, bloc:nato",
        "attributed-to incident → group:apt40 by bloc:eu, bloc:nato",
    ],
    "O APT28 e o APT29 hackearam o Comité Nacional Democrata.": [
        "attributed-to incident → group:apt28",
        "attributed-to incident → group:apt29",
        "targets incident → organisation:us-dnc",
    ],
    "O Salt Typhoon comprometeu a AT&T, a Verizon e a T-Mobile.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:t-mobile",
        "targets incident → company:verizon",
    ],
}

SPEECH: Table = {
    "Um porta-voz do Kremlin negou que a Rússia tenha lançado o ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "A Casa Branca afirmou que o Irã lançou o ataque cibernético contra a Albânia.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Segundo a NATO e a UE, a Rússia lançou o ciberataque contra a Alemanha.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "«A Rússia é responsável por este ciberataque», declarou a NATO.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "O Sandworm atacou a rede elétrica, segundo a ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "A UE declarou que a China tinha lançado o ciberataque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "A Rússia teria hackeado o Parlamento norueguês.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "A Rússia terá lançado o ciberataque contra a Estónia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → state:EE",
    ],
    "Os hackers teriam agido por conta do Irã.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "A China estaria por trás do ciberataque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "O grupo Lazarus estaria ligado à Coreia do Norte.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
}

DENIALS: Table = {
    "O governo britânico não acredita que a Rússia esteja por trás do ciberataque contra o Parlamento alemão.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "A Índia nega ter lançado o ciberataque contra o Paquistão.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscovo negou qualquer envolvimento no ciberataque contra a Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscovo desmentiu estar por trás do ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "A Rússia não lançou este ciberataque, afirmou o Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Pequim rejeitou as acusações de Washington sobre o ciberataque contra o Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
        "targets incident → product:microsoft-exchange",
    ],
}

CERTAINTY: Table = {
    "Washington atribui com um elevado grau de confiança o ciberataque à Rússia.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "A Mandiant estima com um nível de confiança moderado que a intrusão foi realizada pelo APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "A Rússia está provavelmente por trás do ciberataque, segundo a ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
    "O ataque foi muito provavelmente lançado pelo Sandworm, diz a ESET.": [
        "attributed-to incident → group:sandworm by company:eset; very-likely",
    ],
}

COUNTS: Table = {
    "O ataque informático afetou 1.500 empresas.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "O ciberataque atingiu cerca de 30.000 organizações.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "O APT31 hackeou o Parlamento finlandês em 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "Em 27 de junho de 2017, o Sandworm lançou o ataque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

MEANS: Table = {
    "O grupo explorou uma vulnerabilidade de dia zero no Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Os hackers exploraram a vulnerabilidade CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "O Sandworm utilizou o malware Industroyer.": [
        "uses group:sandworm → malware:industroyer",
    ],
    "O grupo Lazarus serviu-se do ransomware WannaCry.": [
        "uses group:lazarus → malware:wannacry",
    ],
    "O APT28, também conhecido como Fancy Bear, atacou o Bundestag.": [
        "same-as group:apt28 → group:fancy-bear",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "O grupo Nobelium, conhecido como APT29, atacou embaixadas.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
}

ANSWERS: Table = {
    "A Alemanha convocou o embaixador russo pelo ciberataque contra o Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "Os Estados Unidos expulsaram 35 diplomatas russos em resposta aos ciberataques.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "A UE sancionou seis cidadãos russos pelos ciberataques.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 6 persons",
    ],
    "A União Europeia impôs sanções contra o GRU pelo ciberataque ao Bundestag.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "O Departamento de Justiça indiciou quatro cidadãos chineses pelo ciberataque.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "A Polícia Judiciária deteve três membros do grupo de hackers.": [
        "arrests agency:pt-pj → actor; 3 persons",
    ],
    "A Europol desmantelou a infraestrutura da gangue LockBit.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "O FBI apreendeu servidores do LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "A NATO condenou os ciberataques contra a Albânia.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "A UE condena veementemente o ciberataque russo.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
    ],
}

QUIET = [
    "A Agência Mundial Antidoping acusou a Rússia de gerir um programa de dopagem de Estado.",
    "Os Estados Unidos acusaram a China de vender aço abaixo do preço e impuseram tarifas.",
    "A equipa de marketing atribui quarenta por cento das vendas à campanha de e-mail.",
    "A perda é atribuída ao aumento dos custos e à fraqueza da libra.",
    "O Benfica atacou desde o início e acertou duas vezes no poste.",
    "A nova versão do Firefox corrige doze falhas e arranca mais depressa.",
    "Os utilizadores devem mudar as palavras-passe e ativar a verificação em dois passos.",
    "O ministro culpou a oposição pelo atraso da reforma.",
    "Os ataques de ransomware aumentaram um terço desde o ano passado.",
    "A empresa vende um programa que protege as redes contra o ransomware.",
    "O banco atribuiu a falha do site a uma atualização do software.",
    "A China condenou a venda de armas a Taiwan.",
    "A UE impôs sanções à Bielorrússia pela aterragem forçada de um avião.",
    "A polícia deteve dois homens pelo furto de um quadro.",
    "Quem esteve por trás do ciberataque?",
    "A Rússia poderia atacar a rede elétrica?",
    "As empresas devem notificar uma violação de dados no prazo de três dias.",
    "A França acusou o Mali de espalhar desinformação sobre as suas tropas.",
    "O vírus infetou 30.000 pessoas no Brasil numa semana.",
    "A campanha de vacinação visou escolas e hospitais.",
    "A Turquia negou que os seus drones tenham atacado a aldeia.",
    "O Ministério Público acusou o governador de corrupção.",
    "A polícia apreendeu quarenta quilos de cocaína em Antuérpia.",
    "A ONU condenou o ataque contra o mercado.",
    "A Coreia do Norte lançou dois mísseis em direção ao Japão.",
    "Se a Rússia atacasse a rede elétrica, a NATO responderia.",
    "O relatório dá conselhos gerais para proteger os servidores.",
    "Um tribunal de Moscovo condenou um jornalista a seis anos de prisão.",
    "O presidente mexicano viajou a Washington para falar de cibersegurança.",
    "Portugal vai contratar cem especialistas para reforçar a ciberdefesa.",
]


NATURAL: Table = {
    "A EDP confirmou que tinha sofrido um ciberataque.": [
        "targets incident → company:edp",
    ],
    "O ciberataque foi lançado pelo grupo Turla, ligado ao FSB russo.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
    ],
    "A Câmara Municipal do Porto foi alvo de um ciberataque do grupo LockBit.": [
        "attributed-to incident → group:lockbit",
        "targets incident → organisation:camara-municipal-do-porto",
    ],
    "Foram piratas informáticos russos que entraram nos sistemas da Agência Europeia de Medicamentos.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → agency:eu-ema",
    ],
    "Não foi a Rússia que hackeou o Bundestag.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Quem assina o ciberataque é o grupo Hive.": [
        "attributed-to incident → group:hive",
    ],
    "A Polícia Judiciária deteve três piratas informáticos nos arredores do Porto.": [
        "arrests agency:pt-pj → actor; 3 persons",
    ],
    "O Departamento de Justiça acusou dois cidadãos chineses, Zhu Hua e Zhang Shilong, de hackear empresas de tecnologia.": [
        "attributed-to incident → person:zhang-shilong by agency:us-doj",
        "attributed-to incident → person:zhu-hua by agency:us-doj",
        "indicts agency:us-doj → person:zhang-shilong",
        "indicts agency:us-doj → person:zhu-hua",
        "located-in person:zhang-shilong → state:CN by agency:us-doj",
        "located-in person:zhu-hua → state:CN by agency:us-doj",
        "targets incident → sector:technology by agency:us-doj",
    ],
    "Os telefones de Dilma Moreira e Rui Teixeira foram infetados com o programa espião Pegasus.": [
        "targets incident → person:dilma-moreira",
        "targets incident → person:rui-teixeira",
        "uses incident → malware:pegasus",
    ],
    "O site da EDP ficou fora do ar após um ciberataque.": [
        "targets incident → company:edp",
    ],
}


TAKEN_UP: Table = {
    "O grupo Lazarus lançou um ciberataque. Roubaram dados da EDP.": [
        "attributed-to incident → group:lazarus",
        "targets group:lazarus → company:edp",
    ],
    "Os hospitais estão sem rede após o ciberataque que sofreu na segunda-feira a empresa EDP.": [
        "targets incident → company:edp",
        "targets incident → sector:health",
    ],
}


SUSPICIONS: Table = {
    "A EDP sofreu um ciberataque. As suspeitas recaem sobre a Rússia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → company:edp",
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
    assert claimed(sentence, "pt") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "pt") == []
