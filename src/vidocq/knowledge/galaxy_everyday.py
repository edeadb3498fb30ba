"""Makes the list of everyday words in `data/ambiguous_names.yaml`.

    pip install wordfreq && python -m vidocq.knowledge.galaxy_everyday

prints the block to paste. A word of a galaxy name is everyday when it occurs at least once in 25
million words of English or French (Zipf frequency 1.6, `wordfreq`). Run it when the galaxy is renewed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

from vidocq.knowledge.galaxy_names import fold

ZIPF = 1.6
_SHORTEST = 4


def everyday_words(names: Iterable[str], zipf: Callable[[str, str], float]) -> list[str]:
    """The everyday words among the words of ``names``, folded and sorted. ``zipf(word, language)``
    gives the base-10 logarithm of a word's occurrences in a thousand million."""
    words = {word for name in names for word in fold(name).split()}
    return sorted(
        word
        for word in words
        if len(word) >= _SHORTEST
        and word.isalpha()
        and max(zipf(word, "en"), zipf(word, "fr")) >= ZIPF
    )


def main() -> None:
    """Print the block for the data file."""
    import importlib

    from vidocq.knowledge.galaxy import clusters

    names = (name for entry in clusters() for name in (*entry.names, *entry.synonyms))
    lines = textwrap.wrap(
        " ".join(everyday_words(names, importlib.import_module("wordfreq").zipf_frequency)), 110
    )
    print("everyday:")
    print("\n".join(f'  - "{line}"' for line in lines))


if __name__ == "__main__":
    main()
