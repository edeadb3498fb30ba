"""What sentences of ordinary Portuguese claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_pt_speech`, when, how many and by what means in `test_pt_details`.
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(ACCUSATIONS, PASSIVES, AUTHORS, SPONSORS, RELATIVES, VICTIMS, COORDINATION),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "pt") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "pt") == []
