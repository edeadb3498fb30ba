"""A place in brackets after a body says where that is, and is no second victim."""

from __future__ import annotations

from vidocq.claims import read
from vidocq.model import Document, Predicate


def test_the_department_of_a_hospital_is_not_hit() -> None:
    text = (
        "Attaque\n\nLes serveurs de l'hôpital Sainte-Anne de Vannes (Morbihan) ont été bloqués mardi "
        "par une cyberattaque."
    )
    claims = read(Document.from_text(text, language="fr")).claims
    hit = {c.object.id for c in claims if c.predicate is Predicate.TARGETS and c.object}
    assert hit == {"organisation:hopital-sainte-anne-vannes"}
