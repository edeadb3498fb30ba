"""Sentences beside the attack: what a firm is, what a flaw would allow, who looks into it. Of these nothing is told to have happened."""

from __future__ import annotations

from collections.abc import Callable

from vidocq.claims.background.hypothetical import without_hypothetical
from vidocq.claims.background.investigators import without_investigators
from vidocq.claims.background.nameless import is_any_body, is_no_person, is_thing
from vidocq.claims.background.no_authors import (
    without_leaders,
    without_operations,
    without_other_parts,
    without_others_deeds,
)
from vidocq.claims.background.notices import without_possible
from vidocq.claims.background.profiles import without_profiles
from vidocq.claims.background.surveys import without_shares
from vidocq.claims.background.unreal import without_played
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.mentions.abbreviated import abbreviated_things


def without_background(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without those that take what a sentence says beside the attack for a part of it."""
    for screen in _SCREENS:
        if not drafts:
            return drafts
        drafts = screen(sentence, drafts)
    return drafts


_SCREENS: tuple[Callable[[Sentence, list[Draft]], list[Draft]], ...] = (
    without_profiles,
    without_possible,
    without_hypothetical,
    without_leaders,
    without_others_deeds,
    without_played,
    without_shares,
    without_investigators,
    without_other_parts,
)


def of_named(text: str, drafts: list[Draft], pack: Pack) -> list[Draft]:
    """The drafts of a text that stand, without those that take an abbreviation of common words or an operation of the police
    for somebody's name."""
    if not drafts:
        return drafts
    things = abbreviated_things(text)
    named = [
        d
        for d in drafts
        if not d.replaced
        and not is_no_person(d.subject, pack)
        and not is_no_person(d.object, pack)
        and not is_any_body(d.object, pack)
        and (not things or not (is_thing(d.subject, things) or is_thing(d.object, things)))
    ]
    return without_operations(named, pack.cues.undertakings)
