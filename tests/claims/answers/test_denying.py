"""What is denied, and what is not: accusations that nobody made, comments that nobody gave, attacks that are said not to have been."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

NOT_ACCUSED: dict[str, Table] = {
    "en": {
        "The report does not accuse Russia of hacking the ministry.": [],
        "The report accuses Russia of hacking Sony.": [
            "attributed-to incident → state:RU",
            "targets incident → company:sony",
        ],
        "Spain recalled that the EU had imposed sanctions on the persons responsible for these cyberattacks.": [],
    },
    "fr": {
        "Le rapport n'accuse pas la Russie d'avoir piraté le ministère.": [],
        "L'acte d'accusation ne dit pas que les pirates agissaient pour l'Iran.": [
            "sponsored-by actor → state:IR; denied",
        ],
    },
}

NO_COMMENT: dict[str, Table] = {
    "es": {
        "China acusa a Alemania de ciberataques. El Gobierno alemán se negó a comentar los ciberataques.": [
            "attributed-to incident → state:DE by state:CN",
        ],
    },
    "de": {
        "China wirft Frankreich Cyberangriffe vor. Die französische Regierung lehnte einen Kommentar ab.": [
            "attributed-to incident → state:FR by state:CN",
        ],
    },
    "pt": {
        "China acusa a Alemanha de ciberataques. O Governo alemão recusou-se a comentar as acusações.": [
            "attributed-to incident → state:DE by state:CN",
        ],
    },
}

NOT_HIT: dict[str, Table] = {
    "en": {
        "Poland denies a cyberattack on its railways.": [
            "targets incident → sector:transport by state:PL; denied",
            "targets incident → state:PL by state:PL; denied",
        ],
        "Russia denied a cyberattack on the railways of Poland.": [
            "attributed-to incident → state:RU by state:RU; denied",
            "targets incident → sector:transport",
            "targets incident → state:PL",
        ],
    },
    "fr": {
        "Le Maroc dément toute cyberattaque contre ses ports.": [
            "targets incident → sector:maritime by state:MA; denied",
            "targets incident → state:MA by state:MA; denied",
        ],
    },
}

HOW_FAR: dict[str, Table] = {
    "en": {
        # What the indictment does not say ends at the comma; what is warned of after it stands.
        "Although the indictment does not allege that the hackers worked for Iran, agencies warned of attacks by actors "
        "affiliated with the Revolutionary Guard.": [
            "sponsored-by actor → agency:ir-irgc by organisation:agencies",
            "sponsored-by actor → state:IR; denied",
        ],
    },
}


def _told(tables: dict[str, Table]) -> list[object]:
    return [
        pytest.param(language, *row.values, id=row.id)
        for language, table in tables.items()
        for row in rows(table)
    ]


@pytest.mark.parametrize(("language", "text", "expected"), _told(NOT_ACCUSED))
def test_who_is_not_accused_did_nothing(language: str, text: str, expected: list[str]) -> None:
    assert claimed(text, language) == sorted(expected)


@pytest.mark.parametrize(("language", "text", "expected"), _told(NO_COMMENT))
def test_no_comment_is_no_denial(language: str, text: str, expected: list[str]) -> None:
    assert claimed(text, language) == sorted(expected)


@pytest.mark.parametrize(("language", "text", "expected"), _told(NOT_HIT))
def test_who_denies_an_attack_on_itself_was_not_hit(
    language: str, text: str, expected: list[str]
) -> None:
    assert claimed(text, language) == sorted(expected)


@pytest.mark.parametrize(("language", "text", "expected"), _told(HOW_FAR))
def test_a_doubt_ends_with_its_clause(language: str, text: str, expected: list[str]) -> None:
    found = claimed(text, language)
    assert [row for row in found if row.startswith("sponsored-by")] == sorted(expected)


CLAUSES: Table = {
    "Canada blamed Beijing for the hack of its tax office but did not name the unit responsible.": [
        "attributed-to incident → state:CN by state:CA",
        "targets incident → organisation:ca-tax-office by state:CA",
    ],
    "The cyberattack on a Georgian bank before the vote was the work of the Chinese government, Japan said.": [
        "attributed-to incident → state:CN by state:JP",
        "targets incident → company:ge-bank by state:JP",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(CLAUSES))
def test_a_clause_ends_before_but_and_opens_only_where_a_verb_is_left(
    text: str, expected: list[str]
) -> None:
    assert claimed(text, "en") == sorted(expected)


def test_another_attack_of_the_same_author_stays_another() -> None:
    text = (
        "Japan blamed Moscow for a cyberattack on Monday. "
        "Moscow was also behind the 2016 hack of the Norwegian Labour Party."
    )
    found = claimed(text, "en")
    assert "attributed-to incident → state:RU by state:JP" in found
    assert sum(row.startswith("attributed-to incident → state:RU") for row in found) == 2
