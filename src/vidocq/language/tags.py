"""What a word form can be in a sentence, as flags."""

from __future__ import annotations

from typing import Final


class Tag:
    """What a word form can be in a sentence; a form may be several of these.

    Plain integers: they are combined for every token, and enum flags cost a call each time.
    """

    DETERMINER: Final = 1
    DEMONSTRATIVE: Final = 1 << 1
    PREPOSITION: Final = 1 << 2
    CONJUNCTION: Final = 1 << 3
    PRONOUN: Final = 1 << 4
    FIRST_PERSON: Final = 1 << 5
    RELATIVE: Final = 1 << 6
    COMPLEMENTISER: Final = 1 << 7
    SUBORDINATOR: Final = 1 << 8
    COORDINATOR: Final = 1 << 9
    BE: Final = 1 << 10
    HAVE: Final = 1 << 11
    MODAL: Final = 1 << 12
    INFINITIVE_MARKER: Final = 1 << 13
    NEGATION: Final = 1 << 14
    POSSESSIVE: Final = 1 << 15
    ADVERB: Final = 1 << 16
    ADJECTIVE: Final = 1 << 17
    NUMBER: Final = 1 << 18
    NOUN: Final = 1 << 19
    VERB: Final = 1 << 20
    DO: Final = 1 << 21
    OWN_PRONOUN: Final = 1 << 22
    SOURCE_MARKER: Final = 1 << 23
    ALIAS_MARKER: Final = 1 << 24
    SPONSOR_SUFFIX: Final = 1 << 25
    LOCATION_SUFFIX: Final = 1 << 26
    STATE_WORD: Final = 1 << 27
    STATE_ACTOR: Final = 1 << 28
    CYBER: Final = 1 << 29
    STRONG_CYBER: Final = 1 << 30
    VIA_MARKER: Final = 1 << 31
    PRO: Final = 1 << 32
    DATE: Final = 1 << 33
    OTHER_ATTACK: Final = 1 << 34
    BECOME: Final = 1 << 35
    """Makes a passive with the participle after it and is a verb of its own elsewhere ("got hacked")."""
    TONGUE_SUFFIX: Final = 1 << 36
    """Second half of an adjective of language, that tells no home: "Russian-speaking"."""


class Form:
    """Grammatical form of a verb."""

    INFINITIVE: Final = 1
    PRESENT: Final = 2
    PAST: Final = 4
    PARTICIPLE: Final = 8
    GERUND: Final = 16
    IMPERFECT: Final = 32
    FUTURE: Final = 64
    CONDITIONAL: Final = 128
    SUBJUNCTIVE: Final = 256
    ATTRIBUTIVE: Final = 512
    """A participle with the ending that it takes before a noun ("gesteuerte")."""
    TO: Final = 1024
    """An infinitive with its marker inside ("anzugreifen")."""
    PREDICATE: Final = 2048
    """An adjective that makes a verb with *be* ("verantwortlich")."""
