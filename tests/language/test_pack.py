"""Language packs: the forms they make of verbs and nouns, and the mistakes they name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from vidocq.claims.frames import frames
from vidocq.language import compile as module
from vidocq.language.compile import languages, load_pack
from vidocq.language.files import NounFile, PackError, WordFile, read_file, spelled_out
from vidocq.language.inflection import plural_by, plural_of
from vidocq.language.pack import Pack
from vidocq.language.relations import Relations
from vidocq.language.tags import Form, Tag
from vidocq.language.word_table import spell

UNREAD = {"indict": {"offence"}, "respond": {"event"}}
"""Slots that the packs give beyond the roles of `frames.yaml`."""


def forms(pack: Pack, lemma: str) -> dict[str, set[str]]:
    """Every form of a verb of one word: feature to spellings."""
    found: dict[str, set[str]] = {}
    names = {v: k.lower() for k, v in vars(Form).items() if isinstance(v, int)}
    for spelling, word in pack.words.items():
        for verb in word.verbs:
            if verb.lemma == lemma:
                for bit, name in names.items():
                    if verb.form & bit:
                        found.setdefault(name, set()).add(spelling)
    return found


def test_there_are_packs_for_english_and_french() -> None:
    assert {"en", "fr"} <= set(languages())


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        (
            "accuse",
            {
                "infinitive": {"accuse"},
                "present": {"accuse", "accuses"},
                "past": {"accused"},
                "participle": {"accused"},
                "gerund": {"accusing"},
            },
        ),
        (
            "deny",
            {
                "infinitive": {"deny"},
                "present": {"deny", "denies"},
                "past": {"denied"},
                "participle": {"denied"},
                "gerund": {"denying"},
            },
        ),
        (
            "steal",
            {
                "infinitive": {"steal"},
                "present": {"steal", "steals"},
                "past": {"stole"},
                "participle": {"stolen"},
                "gerund": {"stealing"},
            },
        ),
        (
            "say",
            {
                "infinitive": {"say"},
                "present": {"say", "says"},
                "past": {"said"},
                "participle": {"said"},
                "gerund": {"saying"},
            },
        ),
    ],
)
def test_every_form_of_an_english_verb(lemma: str, expected: dict[str, set[str]]) -> None:
    assert forms(load_pack("en"), lemma) == expected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        (
            "accuser",
            {
                "infinitive": {"accuser"},
                "present": {"accuse", "accusent", "accusons"},
                "imperfect": {"accusait", "accusaient"},
                "past": {"accusa", "accusèrent"},
                "future": {"accusera", "accuseront", "accuserons"},
                "conditional": {"accuserait", "accuseraient", "accuserions"},
                "participle": {"accusé", "accusée", "accusés", "accusées"},
                "gerund": {"accusant"},
            },
        ),
        (
            "dénoncer",
            {
                "infinitive": {"dénoncer"},
                "present": {"dénonce", "dénoncent", "dénonçons"},
                "imperfect": {"dénonçait", "dénonçaient"},
                "past": {"dénonça", "dénoncèrent"},
                "future": {"dénoncera", "dénonceront", "dénoncerons"},
                "conditional": {"dénoncerait", "dénonceraient", "dénoncerions"},
                "participle": {"dénoncé", "dénoncée", "dénoncés", "dénoncées"},
                "gerund": {"dénonçant"},
            },
        ),
    ],
)
def test_every_form_of_a_french_verb(lemma: str, expected: dict[str, set[str]]) -> None:
    assert forms(load_pack("fr"), lemma) == expected


@pytest.mark.parametrize(
    ("language", "lemma", "feature", "expected"),
    [
        ("es", "atribuir", "past", {"atribuyó", "atribuyeron"}),
        ("es", "desmentir", "present", {"desmiente", "desmienten", "desmentimos"}),
        ("es", "negar", "present", {"niega", "niegan", "negamos"}),
        ("es", "haber", "conditional", {"habría", "habrían"}),
        ("es", "imponer", "participle", {"impuesto", "impuesta", "impuestos", "impuestas"}),
        ("it", "avere", "conditional", {"avrebbe", "avrebbero"}),
        ("pt", "ter", "conditional", {"teria", "teriam", "terá", "terão"}),
        ("pt", "impor", "past", {"impôs", "impuseram"}),
        ("pt", "servir", "past", {"serviu", "serviram"}),
        ("it", "colpire", "present", {"colpisce", "colpiscono", "colpiamo"}),
        (
            "it",
            "compromettere",
            "participle",
            {"compromesso", "compromessa", "compromessi", "compromesse"},
        ),
    ],
)
def test_a_feature_of_a_verb(language: str, lemma: str, feature: str, expected: set[str]) -> None:
    assert forms(load_pack(language), lemma)[feature] == expected


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("attack", "attacks"),
        ("agency", "agencies"),
        ("breach", "breaches"),
        ("hospital", "hospitals"),
        ("réseau", "réseaux"),
        ("hôpital", "hôpitaux"),
        ("virus", "virus"),
    ],
)
def test_plurals(singular: str, plural: str) -> None:
    assert plural_of(singular) == plural


@pytest.mark.parametrize(
    ("language", "singular", "plural"),
    [
        ("es", "red", "redes"),
        ("es", "intrusión", "intrusiones"),
        ("es", "hospital", "hospitales"),
        ("pt", "operação", "operações"),
        ("pt", "hospital", "hospitais"),
        ("it", "attacco", "attacchi"),
        ("it", "banca", "banche"),
        ("it", "città", "città"),
    ],
)
def test_plurals_by_the_rules_of_a_pack(language: str, singular: str, plural: str) -> None:
    rules = read_file(module.PACKS / language / "nouns.yaml", NounFile).plural_rules
    assert plural_by(rules, singular) == plural


def test_the_forms_of_a_verb_share_its_uses() -> None:
    """A pack read from the file that an earlier run kept has no copy of them for every form."""
    words = load_pack("es").words
    one, other = (words[form].verbs[0] for form in ("atribuye", "atribuyó"))
    assert one.uses is other.uses


def test_forms_that_say_the_same_are_one_word() -> None:
    words = load_pack("es").words
    one, other = words["dicho"], words["dicha"]
    assert one is other


def test_a_form_with_choices_stands_for_all_its_spellings() -> None:
    assert spelled_out("conocid<o/a> como") == ["conocido como", "conocida como"]
    assert spelled_out("<unos /varios >miles de") == ["unos miles de", "varios miles de"]
    assert spelled_out("digital</es>") == ["digital", "digitales"]


def test_a_set_phrase_is_known_with_the_contraction_of_its_last_word() -> None:
    rows = load_pack("es").sequences["a"]["manos"]
    assert {rest: word.value for rest, word in rows}[("manos", "del")] == "a manos de"


@pytest.mark.parametrize(
    ("phrase", "looked_up"),
    [
        ("Aujourd’hui", "aujourd'hui"),
        ("state-sponsored", "state sponsored"),
        ("L’attaque", "l' attaque"),
        ("U.S. officials", "u.s. officials"),
    ],
)
def test_words_are_looked_up_in_one_spelling(phrase: str, looked_up: str) -> None:
    assert spell(phrase) == looked_up


@pytest.mark.parametrize("language", languages())
def test_every_verb_evokes_a_frame_that_exists_with_roles_that_it_has(language: str) -> None:
    pack = load_pack(language)
    rows = [word for word in pack.words.values() if word.verbs]
    assert rows
    for word in rows:
        for verb in word.verbs:
            for use in verb.uses:
                assert use.frame in frames(), verb.lemma
                roles = {*frames()[use.frame].roles, *UNREAD.get(use.frame, ())}
                assert set(use.slots) <= roles, (verb.lemma, use.frame)


@pytest.mark.parametrize("language", languages())
def test_likelihoods_are_those_of_the_record(language: str) -> None:
    from vidocq.model import Confidence, Likelihood

    pack = load_pack(language)
    assert set(pack.likelihood.values()) == {str(degree) for degree in Likelihood}
    assert set(pack.confidence.values()) == {str(degree) for degree in Confidence}


def test_no_and_on_are_words_and_no_truth_values() -> None:
    assert load_pack("en").words["no"].tags & Tag.NEGATION
    assert load_pack("en").words["on"].tags & Tag.PREPOSITION


def test_a_language_without_a_pack_names_those_there_are() -> None:
    with pytest.raises(PackError, match=r"no language pack for 'xx'.*'en'.*'fr'"):
        load_pack("xx")


def words_of(language: str) -> dict[str, object]:
    content = yaml.load(  # as words: "no" and "on" too
        (module.PACKS / language / "words.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    assert isinstance(content, dict)
    return content


def test_an_unknown_field_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "xx" / "words.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump({**words_of("en"), "pronuns": ["she"]}), encoding="utf-8")
    with pytest.raises(PackError, match=r"^xx/words\.yaml: .*`pronuns`"):
        read_file(path, WordFile)


def test_a_missing_field_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "xx" / "words.yaml"
    path.parent.mkdir()
    content = {k: v for k, v in words_of("en").items() if k != "pronouns"}
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(PackError, match=r"^xx/words\.yaml: .*`pronouns`"):
        read_file(path, WordFile)


def test_a_field_of_the_wrong_kind_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "xx" / "words.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump({**words_of("en"), "modals": ["may"]}), encoding="utf-8")
    with pytest.raises(PackError, match=r"^xx/words\.yaml: .*\$\.modals"):
        read_file(path, WordFile)


def test_a_field_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xx" / "words.yaml"
    path.parent.mkdir()
    path.write_text("determiners: [the, a]\npronouns: [she]\npronouns: [he]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"(?s)^xx/words\.yaml: .*'pronouns' stands twice.*line 3"):
        read_file(path, WordFile)


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xx" / "words.yaml"
    path.parent.mkdir()
    path.write_text("determiners: [the, a\npronouns: [she]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"(?s)^xx/words\.yaml: .*line 2"):
        read_file(path, WordFile)


def test_a_verb_that_fits_no_paradigm_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    for name in ("words", "nouns", "phrases", "time", "relations", "cues"):
        source = module.PACKS / "en" / f"{name}.yaml"
        (folder / f"{name}.yaml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "verbs.yaml").write_text(
        'paradigms: [{match: "er$", cut: 2, forms: {infinitive: [er]}}]\n'
        "irregular: {}\n"
        "entries: [{frame: say, slots: {speaker: subject}, verbs: [blither, muse]}]\n"
        "other_verbs: []\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "PACKS", tmp_path)
    with pytest.raises(PackError, match=r"^xx/verbs\.yaml: no paradigm fits the verb 'muse'"):
        load_pack("xx")


def test_a_class_of_prepositions_that_nobody_knows_is_named(tmp_path: Path) -> None:
    path = tmp_path / "relations.yaml"
    source = (module.PACKS / "en" / "relations.yaml").read_text(encoding="utf-8")
    path.write_text(source + "sideways: [aslant]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"relations\.yaml: .*`sideways`"):
        read_file(path, Relations)


def test_a_class_of_prepositions_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "relations.yaml"
    path.write_text("of: [of]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"relations\.yaml: .*missing required field `agent`"):
        read_file(path, Relations)


@pytest.mark.parametrize("language", languages())
def test_every_word_of_a_class_is_one_of_the_language(language: str) -> None:
    pack = load_pack(language)
    bases = {word.value for word in pack.words.values() if word.value}
    for name in Relations.__struct_fields__:
        for form in getattr(pack.relations, name):
            words = spell(form).split(" ")
            rows = pack.sequences.get(words[0], {}).get(words[1], []) if len(words) > 1 else []
            known = pack.words.get(form) or next(
                (word for rest, word in rows if rest == tuple(words[1:])), None
            )
            assert known is not None or form in bases, f"{name}: {form}"
