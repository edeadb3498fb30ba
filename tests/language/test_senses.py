"""What words are about, in classes that all languages share."""

from __future__ import annotations

import pytest

from vidocq.language import senses as module
from vidocq.language.compile import languages
from vidocq.language.files import PackError
from vidocq.language.senses import beginnings, senses


@pytest.mark.parametrize(
    ("language", "word", "sense"),
    [
        ("en", "stole", "steal"),
        ("fr", "dérobés", "steal"),
        ("de", "gestohlene", "steal"),
        ("es", "sustrajeron", "steal"),
        ("it", "sottratti", "steal"),
        ("pt", "furtaram", "steal"),
        ("nl", "gestolen", "steal"),
        ("de", "krankenhäuser", "noun health"),
        ("fr", "hôpitaux", "noun health"),
        ("en", "accusing", "accuse"),
    ],
)
def test_a_word_is_of_its_class_in_every_form(language: str, word: str, sense: str) -> None:
    assert sense in senses(language, word)


def test_accents_are_no_matter() -> None:
    assert senses("fr", "derobes") == senses("fr", "dérobés")


def test_a_short_beginning_holds_for_short_words_alone() -> None:
    short = min((b for b in beginnings("fr").prefixes if len(b) <= 3), key=len)
    assert senses("fr", short)
    assert not set(beginnings("fr").prefixes[short]) <= set(senses("fr", short + "xyzxyz"))


def test_every_language_has_the_same_classes() -> None:
    classes = {
        language: {c for known in beginnings(language).prefixes.values() for c in known}
        for language in languages()
    }
    everywhere = set.intersection(*classes.values())
    assert len(everywhere) > 50
    for language, own in classes.items():
        assert own <= everywhere | {"might", "help", "suffer", "demand"}, (
            language,
            own - everywhere,
        )


def test_a_file_that_breaks_its_form_is_named(tmp_path, monkeypatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "senses.yaml").write_text("steal: stole\n", "utf-8")
    monkeypatch.setattr(module, "PACKS", tmp_path)
    with pytest.raises(PackError, match=r"xx/senses\.yaml"):
        beginnings("xx")
