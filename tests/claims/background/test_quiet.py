"""Hard negatives: sentences that look like claims and make none.

Doping, trade, war crimes, elections and courts without an attack on computers; attribution in
marketing, science and art; sport, film and novels; products, advice, questions; and accusations of
attacks that nobody makes.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed

ENGLISH = [
    "The World Anti-Doping Agency accused Russia of running a state-sponsored doping programme.",
    "The United States accused China of dumping steel and imposed tariffs on its exports.",
    "The International Criminal Court charged two Russian generals with war crimes in Ukraine.",
    "Prosecutors accused the former president of election fraud after ballots were found in a warehouse.",
    "The marketing team attributed forty percent of the sales to the email campaign.",
    "The loss was attributed to rising costs and a weak pound.",
    "Chelsea attacked from the start and hit the bar twice before half-time.",
    '"I\'m going to hack the mainframe," says the hero of the film before the explosion.',
    "The new version of Firefox fixes twelve bugs and starts faster.",
    "Users should change their passwords and turn on two-factor authentication.",
    "Australia blamed France for the collapse of the submarine deal.",
    "The minister blamed the opposition for the delay of the reform.",
    "Hackers often use phishing to steal passwords, so train your staff.",
    "Ransomware attacks have risen by a third since last year.",
    "The company sells software that protects networks against ransomware.",
    "The bank blamed a software update for the outage of its website.",
    "China condemned the sale of weapons to Taiwan.",
    "The EU imposed sanctions on Belarus over the forced landing of an airliner.",
    "The hackathon drew three hundred students from Poland and Germany.",
    "The FBI arrested two men over the theft of a painting.",
    "Garden hacks: ten tricks to keep your tomatoes healthy.",
    "Shark attacks in Australia fell last summer.",
    "The Play button is on the left, the Hive tab on the right.",
    "She works for us, and the la la of the song is all that remains.",
    "The team will play in Moscow on Sunday.",
    "The council will attribute the prize to a young writer.",
    "What should a company do after a data breach?",
    "Who was behind the hack?",
    "Could Russia attack the power grid?",
    "Will China hack the election?",
    "Firms must report a breach to the regulator within three days.",
    "The Treasury Department sanctioned a network of oil smugglers from Iran.",
    "France accused Mali of spreading disinformation about its troops.",
    "The virus infected 30,000 people in Brazil in a week.",
    "The vaccine campaign targeted schools and hospitals.",
    "Turkey denied that its drones had struck the village.",
    "The court indicted the governor for bribery.",
    "The police seized forty kilos of cocaine in Antwerp.",
    "The United Nations condemned the attack on the market.",
    "North Korea launched two missiles toward Japan.",
    "The new phone from Samsung has a better camera.",
    "Our cybersecurity awareness month starts in October with a quiz.",
    "Microsoft released its monthly security updates on Tuesday.",
    "The report gives general advice on how to protect servers.",
    "The wave of strikes was blamed on the government of Peru.",
    "The actor Tom Holland attributed his success to his mother.",
    "Scientists attribute the heat wave to climate change.",
    "The painting was attributed to a pupil of Rembrandt.",
    "The goal was attributed to the Brazilian striker.",
    "A computer science degree costs more in the United States than in Germany.",
    "The government of Estonia offers its citizens digital services.",
    "The bear was hunted in the forests of Romania.",
]

ENGLISH_ACCUSING_NOBODY = [
    "The report does not blame any country for the cyberattack.",
    "Officials have not said who was behind the cyberattack.",
    "The hackers demanded a ransom of $5 million.",
    "Costa Rica declared a state of emergency after the Conti ransomware attack.",
    "Microsoft did not attribute the attack to any country.",
    "Belgium has not accused China of the cyberattack.",
    "No arrests have been made over the cyberattack.",
]

FRENCH = [
    "L'Agence mondiale antidopage accuse la Russie d'avoir organisé un dopage d'État.",
    "Washington accuse Pékin de subventionner son acier et relève ses droits de douane.",
    "La Cour pénale internationale a inculpé deux généraux russes pour crimes de guerre.",
    "L'opposition accuse le pouvoir de fraude électorale après la découverte de bulletins.",
    "Le service marketing attribue quarante pour cent des ventes à la campagne de courriels.",
    "La perte est attribuée à la hausse des coûts.",
    "Le prix a été attribué à un jeune romancier belge.",
    "Lyon a attaqué dès le coup d'envoi et a touché la barre deux fois.",
    "« Je vais pirater le système », lance le héros du film avant l'explosion.",
    "La nouvelle version du logiciel corrige douze bogues et démarre plus vite.",
    "Changez vos mots de passe et activez la double authentification.",
    "Le ministre accuse l'opposition d'avoir retardé la réforme.",
    "Les attaques par rançongiciel ont augmenté d'un tiers en un an.",
    "L'entreprise vend un logiciel qui protège les réseaux contre les rançongiciels.",
    "L'Union européenne a sanctionné la Biélorussie après le détournement d'un avion de ligne.",
    "La Chine condamne la vente d'armes à Taïwan.",
    "La police a saisi quarante kilos de cocaïne à Anvers.",
    "La Cour des comptes pointe du doigt la gestion de l'hôpital.",
    "Le virus a infecté 30 000 personnes au Brésil en une semaine.",
    "Faut-il craindre une cyberattaque russe ?",
    "Qui est derrière le piratage ?",
    "Si la Russie attaquait le réseau électrique, l'Otan se réunirait.",
    "L'exposition attribue le tableau à un élève de Rembrandt.",
    "Les entreprises doivent signaler toute fuite de données sous trois jours.",
    "L'incendie a été revendiqué par un groupe anarchiste.",
    "La campagne de vaccination vise les écoles et les hôpitaux.",
    "Le procureur a inculpé le gouverneur pour corruption.",
    "La Corée du Nord a tiré deux missiles vers le Japon.",
    "La France accuse le Mali de propager de fausses nouvelles sur ses troupes.",
    "Le mois de la cybersécurité commence en octobre par un jeu.",
    "La ligne de crédit a été accordée à la commune de La Rochelle.",
    "Le joueur a été accusé de tricherie par son adversaire russe.",
    "Les États-Unis ont expulsé un diplomate vénézuélien.",
    "L'orage a frappé la ville et privé de courant dix mille foyers.",
    "Les soldats russes ont attaqué la ville ukrainienne de Bakhmout.",
    "Microsoft a publié ses correctifs mensuels mardi.",
    "Ce guide explique comment protéger vos serveurs contre le piratage.",
    "Dans ce roman, un pirate informatique tombe amoureux d'une espionne.",
    "La romancière attribue son succès à sa mère.",
    "L'Iran a arrêté deux touristes français.",
    "Elle a visé juste, et les Verts ont gagné.",
]

FRENCH_ACCUSING_NOBODY = [
    "Microsoft n'a pas attribué l'attaque à un État.",
    "L'ANSSI n'a pas nommé les auteurs de l'attaque informatique.",
    "La Belgique n'a pas accusé la Chine de la cyberattaque.",
    "Aucune arrestation n'a eu lieu après la cyberattaque.",
]


@pytest.mark.parametrize("sentence", [*ENGLISH, *ENGLISH_ACCUSING_NOBODY])
def test_english_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "en") == []


@pytest.mark.parametrize("sentence", [*FRENCH, *FRENCH_ACCUSING_NOBODY])
def test_french_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "fr") == []
