"""Words that tell that a text is about attacks on computers, and everyday texts that have none of them."""

from __future__ import annotations

import pytest

from vidocq.mentions.names import match_names, name_index


def field_words(text: str, language: str) -> int:
    """How many words of the field stand in a text."""
    return len(set(match_names(text, name_index(language)).field))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De heren dienden bij eenheid 26165."),
        ("nl", "Volgens de school waren alle bestanden op dinsdag onleesbaar."),
        ("nl", "Wie er meelas in het netwerk van de provincie, is onbekend."),
        ("nl", "Met schadelijke software kwam men binnen."),
        ("de", "Die Männer gehörten zur Einheit 74455."),
        ("de", "Monatelang wurden die Postfächer der Abgeordneten mitgelesen."),
        ("de", "Die Personalakten waren kopiert und später gelöscht worden."),
        ("en", "Somebody had scrambled the databases of the town hall."),
        ("en", "They sat on the hotel's wifi network with an aerial."),
        ("en", "He served in Unit 29155."),
    ],
)
def test_a_word_of_the_field_is_seen(language: str, text: str) -> None:
    assert field_words(text, language) > 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "Duizenden mensen zijn besmet met het virus; de app van de GGD helpt bij het zoeken.",
        ),
        ("nl", "De politie heeft het pand gesloten en de winkel doorzocht."),
        ("de", "Der Sturm traf die Küste, Bahnstrecken und Straßen wurden gesperrt."),
        ("de", "Das Virus hat in der Schule viele Kinder getroffen."),
        ("en", "The virus hit the region hard and shops stayed locked for weeks."),
        ("en", "The minister posted a picture of the flooded platforms."),
    ],
)
def test_everyday_texts_have_no_word_of_the_field(language: str, text: str) -> None:
    assert field_words(text, language) == 0
