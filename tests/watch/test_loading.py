"""Files of feeds: all that is wrong in one is told at once, with the table, the key, and what may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from vidocq.watch.errors import FeedsWrong
from vidocq.watch.loading import load
from vidocq.watch.rules import in_words
from vidocq.watch.settings import FeedSource, MispSource, TaxiiSource

FEED = '[[feed]]\nname = "A"\nurl = "https://a.example/rss"\n'


def faults(folder: Path, toml: str, **environment: str) -> list[str]:
    """What is wrong with a file, without its path."""
    file = folder / "feeds.toml"
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(FeedsWrong) as wrong:
        load(file, environment)
    assert all(str(file) in one for one in wrong.value.faults)
    return [one.replace(str(file), "feeds.toml") for one in wrong.value.faults]


def test_a_file_is_loaded_with_its_usual_values(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(
        FEED
        + '[[taxii]]\nname = "T"\nurl = "https://t.example/taxii2/"\nuser = "u"\npassword_env = "P"\n'
        + '[[misp]]\nname = "M"\nurl = "https://m.example"\nkey_env = "K"\nevery = "1h"\nmost = 7\n'
        + '[[alert]]\nname = "R"\nclaimant = ["FR", "EU"]\naccused = "China"\nnew_pair = true\n'
    )
    feeds = load(file, {"P": "secret", "K": "key"})
    assert feeds.sources == (
        FeedSource(name="A", url="https://a.example/rss", full=True, most=100, pause=1.0),
        TaxiiSource(name="T", url="https://t.example/taxii2", user="u", password_env="P"),
        MispSource(name="M", url="https://m.example", key_env="K", every=3600.0, most=7),
    )
    assert in_words(feeds.rules[0]) == (
        "a claim made by FR (state:FR) or EU (bloc:eu), against China (state:CN), "
        "by which a state or bloc accuses another for the first time on the record"
    )


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (FEED + "ful = true", "[[feed]] 'A', ful: there is no such key; did you mean 'full'?"),
        (FEED + 'full = "yes"', "[[feed]] 'A', full: must be true or false, not text"),
        (FEED + "most = 0", "[[feed]] 'A', most: must be a number from 1 to 100,000, not 0"),
        (FEED + "most = true", "[[feed]] 'A', most: must be a number from 1 to 100,000, not true or false"),
        (FEED + 'every = "5s"', "[[feed]] 'A', every: must be at least 30s"),
        (FEED + 'every = "soon"', "[[feed]] 'A', every: 'soon' is no time like 30s, 15m, 2h or 1d (at most 30d)"),
        (FEED + 'language = "xx"', "[[feed]] 'A', language: no language pack 'xx'; there are de, en, es, fr, it, nl, pt"),
        ('[[feed]]\nname = "A"', "[[feed]] 'A', url: is missing"),
        ('[[feed]]\nurl = "https://a.example/"', "[[feed]] 1, name: is missing"),
        ('[[feed]]\nname = "A"\nurl = "press.xml"', "[[feed]] 'A', url: 'press.xml' is no address (https://…), and there is no such file"),
        ('[[feed]]\nname = "A"\nurl = "ftp://a.example/x"', "[[feed]] 'A', url: 'ftp://a.example/x' is no address that begins with https:// or http://"),
        ('[[feed]]\nname = "A"\nurl = "https://u:p@a.example/"', "[[feed]] 'A', url: no password may stand in the file; name an environment variable"),
        (FEED.replace("[[feed]]", "[[feeds]]"), "there is no table [[feeds]]; did you mean 'feed'?"),
        ('[feed]\nname = "A"', "write each feed as a table of its own, under [[feed]]"),
        (FEED + FEED, "[[feed]] 'A', name: there are two of this name"),
        (FEED + FEED.replace('"A"', '"B"'), "[[feed]] 'B', url: 'A' has it already"),
        ('[[alert]]\nname = "R"\nclaimant = "FR"', "it names no source; add a [[feed]], [[taxii]] or [[misp]]"),
        (FEED + '[[alert]]\nname = "R"', "[[alert]] 'R', name: the rule has no condition, so every claim would be an alert"),
        (FEED + '[[alert]]\nname = "R"\npredicate = "attributed"', "[[alert]] 'R', predicate: there is no predicate 'attributed'; did you mean 'attributed-to'?"),
        (FEED + '[[alert]]\nname = "R"\nclaimant = "Chnia"', "[[alert]] 'R', claimant: 'Chnia' is no name that is known; did you mean China, Cia, Chinas? (or give an id, like group:apt31)"),
        (FEED + '[[alert]]\nname = "R"\nclaimant = "state:XX"', "[[alert]] 'R', claimant: 'state:XX' is no name that is known (or give an id, like group:apt31)"),
        (FEED + '[[alert]]\nname = "R"\nconfidence = "sure"', "[[alert]] 'R', confidence: there is no confidence 'sure'; there are low, moderate, high"),
        (FEED + '[[alert]]\nname = "R"\nwords = []', "[[alert]] 'R', words: is an empty list: nothing would ever fit; leave the key out"),
        (FEED + '[[alert]]\nname = "R"\nwords = "x"\nwebhook = "hook"', "[[alert]] 'R', webhook: 'hook' is no address that begins with https:// or http://"),
        ('[[misp]]\nname = "M"\nurl = "https://m.example"\nkey_env = "K"', "[[misp]] 'M': the environment variable K is not set"),
        ('[[misp]]\nname = "M"\nurl = "https://m.example"\nkey_env = "ab cd"', "[[misp]] 'M', key_env: must be the name of an environment variable, not the secret itself"),
        ('[[taxii]]\nname = "T"\nurl = "https://t.example"\nuser = "u"', "[[taxii]] 'T', password_env: user and password_env go together"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, toml: str, told: str) -> None:
    place = "feeds.toml, " if told.startswith("[[") else "feeds.toml: "
    assert faults(tmp_path, toml) == [place + told]


def test_a_file_that_is_missing_or_no_toml_is_told(tmp_path: Path) -> None:
    assert "it is no TOML: " in faults(tmp_path, "[[feed]")[0]
    with pytest.raises(FeedsWrong, match="it cannot be read: No such file"):
        load(tmp_path / "missing.toml")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = FEED + 'ful = true\nmost = "x"\n[[alert]]\nname = "R"\nclaimant = "Chnia"\nword = "x"'
    assert len(faults(tmp_path, wrong)) == 4


def test_the_example_is_a_good_file(repository: Path) -> None:
    feeds = load(repository / "examples" / "feeds.toml", {})
    assert len(feeds.sources) == 4 and len(feeds.rules) == 3
