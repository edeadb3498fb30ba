"""Which language a text is in, told from paragraphs, sentences and scripts."""

import subprocess
import sys
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.identify import _model, identify
from vidocq.language.modelled import Transitions

PARAGRAPHS = {
    "en": "Officials said that the attack on the parliament was the work of a group that has been linked to the "
    "foreign ministry. They would not say how they knew.",
    "fr": "Selon le ministère, l’attaque contre le parlement est l’œuvre d’un groupe qui travaille pour les services "
    "d’un État étranger. Les preuves n’ont pas été publiées.",
    "de": "Nach Angaben des Ministeriums wurde der Angriff auf das Parlament von einer Gruppe verübt, die für den "
    "Geheimdienst eines anderen Staates arbeitet. Beweise wurden nicht vorgelegt.",
    "es": "Según el ministerio, el ataque contra el parlamento fue obra de un grupo que trabaja para los servicios "
    "de otro Estado. No se han publicado las pruebas.",
    "it": "Secondo il ministero, l'attacco contro il parlamento è opera di un gruppo che lavora per i servizi di un "
    "altro Stato. Le prove non sono state pubblicate.",
    "pt": "Segundo o ministério, o ataque contra o parlamento foi obra de um grupo que trabalha para os serviços de "
    "outro Estado. As provas não foram publicadas.",
    "nl": "Volgens het ministerie is de aanval op het parlement het werk van een groep die voor de diensten van een "
    "andere staat werkt. Het bewijs is niet openbaar gemaakt.",
    "ru": "По данным министерства, за атакой на парламент стоит группа, которая работает на спецслужбы другого "
    "государства. Доказательства не были представлены.",
    "uk": "За даними міністерства, за атакою на парламент стоїть група, яка працює на спецслужби іншої держави. "
    "Докази не були оприлюднені.",
    "zh": "外交部表示，针对议会的攻击是一个为外国情报机构工作的组织所为。证据尚未公布。",
    "ja": "外務省によると、議会への攻撃は外国の情報機関のために働く集団によるものだ。",
    "ca": "Segons el ministeri, l’atac contra el parlament és obra d’un grup que treballa per als serveis d’un altre "
    "Estat. Les proves no han estat publicades.",
    "sv": "Enligt departementet är attacken mot riksdagen ett verk av en grupp som arbetar för en annan stats "
    "underrättelsetjänst. Bevisen har inte lagts fram.",
    "pl": "Według ministerstwa za atakiem na parlament stoi grupa, która pracuje dla służb innego państwa. Dowody "
    "nie zostały przedstawione.",
}  # fmt: skip

HEADLINES = {
    "en": "Hackers steal data from water utility",
    "fr": "Des pirates volent les données d'un hôpital",
    "de": "Hacker stehlen Daten eines Wasserwerks",
    "es": "Piratas roban datos de un hospital",
    "it": "Hacker rubano i dati di un ospedale",
    "pt": "Hackers roubam dados de um hospital",
    "nl": "Hackers stelen gegevens van waterbedrijf",
    "ru": "Хакеры украли данные больницы",
    "uk": "Хакери викрали дані лікарні",
    "zh": "黑客窃取医院数据",
}


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_shows_its_language(language: str) -> None:
    found, sureness = identify(PARAGRAPHS[language])
    assert found == language
    assert 0.6 < sureness <= 1


@pytest.mark.parametrize("language", HEADLINES)
def test_a_headline_shows_its_language(language: str) -> None:
    assert identify(HEADLINES[language])[0] == language


def test_names_and_quotations_of_another_language_do_not_mislead() -> None:
    text = "Der Sprecher zitierte „the New York Times“ und sagte, die Gruppe „Fancy Bear“ sei es nicht gewesen."
    assert identify(text)[0] == "de"


def test_the_middle_is_heard_too() -> None:
    legal_notice = "Cookies Privacy Terms Contact Login Newsletter " * 40
    assert identify(legal_notice + PARAGRAPHS["fr"] * 20)[0] == "fr"


@pytest.mark.parametrize("text", ["", " \n", "12 345 – 67 %", "???", "a", "OK"])
def test_without_words_the_default_holds(text: str) -> None:
    assert identify(text) == (None, 0.0)
    assert identify(text, default="fr") == ("fr", 0.0)


def test_a_clear_text_loads_no_model() -> None:
    code = (
        "import sys; from vidocq.language.identify import identify;"
        f"assert identify({PARAGRAPHS['fr']!r})[0] == 'fr';"
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    language, sureness = identify(text, default="en")
    assert language is not None
    assert len(language) == 2
    assert 0 <= sureness <= 1


def test_of_the_model_only_what_is_asked_of_it_is_kept() -> None:
    model = _model()
    asked = set(model.labels)
    model.set_languages(None)  # All that it still has.
    assert set(model.labels) == asked
    assert all(len(code) == 2 for code in asked)


def test_the_model_cut_down_tells_what_the_whole_one_tells() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    cut = _model()
    whole.set_languages(cut.labels)
    for text in (*PARAGRAPHS.values(), *HEADLINES.values(), "Zdravo, svete", ""):
        assert cut.classify(text) == whole.classify(text)


def test_transitions_in_blocks_are_read_at_their_places() -> None:
    block, other = [*range(16)], [*range(100, 116)]
    transitions = Transitions(array("I", [0, 1, 0]), array("I", [*block, *other]))
    assert [transitions[place] for place in range(48)] == [*block, *other, *block]
