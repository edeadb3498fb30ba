"""The count of function words by which a language is told: apart from `identify`, so that it is compiled."""

from __future__ import annotations

Voters = dict[str, tuple[tuple[str, float], ...]]
"""Word → the languages that have it, each with its part of the word's vote."""


def tally(words: list[str], voters: Voters, heard: int) -> dict[str, float]:
    """The votes for each language; a word counts so often as it is ``heard`` at the most."""
    counts: dict[str, int] = {}
    for word in words:
        if word in voters:
            counts[word] = counts.get(word, 0) + 1
    votes: dict[str, float] = {}
    for word, times in counts.items():
        times = min(times, heard)
        for language, weight in voters[word]:
            votes[language] = votes.get(language, 0.0) + weight * times
    return votes
