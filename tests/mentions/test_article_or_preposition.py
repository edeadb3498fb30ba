"""Portuguese "a": where it is the article and where the preposition."""

from __future__ import annotations

import pytest

from vidocq.language.compile import load_pack
from vidocq.language.tags import Tag
from vidocq.mentions.article_or_preposition import tell_articles
from vidocq.mentions.atoms import make_atoms
from vidocq.mentions.lexicon import lexicon
from vidocq.mentions.names import find_names, name_index


def is_preposition(text: str) -> bool:
    """Whether the word "a" of a phrase is told to be the preposition."""
    hits = find_names(text, name_index("pt")).hits
    pack = load_pack("pt")
    atoms = make_atoms(text, lexicon("pt").tokens(text, 0, len(text)), hits, pack)
    tell_articles(atoms, pack)
    return any(atom.key == "a" and atom.tags & Tag.PREPOSITION for atom in atoms)


@pytest.mark.parametrize(
    "text",
    [
        "sanções a três hackers",
        "ataques a bancos",
        "sanções a um grupo",
        "atribuiu o ataque a Pequim",
        "sanções a Boris Lavrin",
        "o ataque do grupo a empresas",
    ],
)
def test_the_preposition(text: str) -> None:
    assert is_preposition(text)


@pytest.mark.parametrize(
    "text",
    [
        "acusou a Rússia",
        "atacou a empresa",
        "hackeou a própria rede",
        "sofreu a intrusão",
        "de 200 a 400 servidores",
        "de Boris Lavrin a Ivan Malin",
        "vazou a foto",
        "explorou a micro-rede",
    ],
)
def test_the_article(text: str) -> None:
    assert not is_preposition(text)
