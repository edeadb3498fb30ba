"""Rules: which claims are told, where the alerts go, and that none is lost or told for nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.watch.conftest import Desk, NewDesk
from tests.watch.sites import Answer, Asked, Site
from tests.watch.stories import DENIAL, FRANCE, FRANCE_AGAIN, LONDON, WEATHER, rss
from vidocq.ledger import Ledger
from vidocq.watch.alerts import Alert

AGENCY = "https://paper.example"


def desk_of(new_desk: NewDesk, site: Site, rules: str, *stories: str, **environment: str) -> Desk:
    """A run over a feed that tells these stories, the newest last."""
    tell(site, *stories)
    source = f'[[feed]]\nname = "Harbour"\nurl = "{site.url("/rss")}"\nfull = false\npause = "0s"\n'
    return new_desk(f"{source}{rules}", **environment)


def tell(site: Site, *stories: str) -> None:
    entries = [(f"{AGENCY}/{n}", "News", story) for n, story in enumerate(stories)]
    site.serve("/rss", rss(*reversed(entries)))


def rule(conditions: str) -> str:
    return f'[[alert]]\nname = "told"\n{conditions}\n'


@pytest.mark.parametrize(
    ("conditions", "tells"),
    [
        ('claimant = "FR"', {"France", "The French"}),
        ('claimant = ["France", "Germany"]\naccused = "Russia"', {"France"}),
        ('accused = "CN"', {"The United"}),
        ('accused = "APT28"', {"The French"}),
        ('accused = "Fancy Bear"\npredicate = "attributed-to"', {"The French"}),
        ('accused = "agency:ru-gru"', set()),
        ('claimant = "agency:uk-ncsc"', {"The NCSC"}),
        ('claimant = "GB"', {"The United", "The NCSC"}),
        ('likelihood = "likely"', {"The NCSC"}),
        ('likelihood = "almost-certain"', set()),
        ('words = ["electoral commission", "water"]', {"The United"}),
        ('words = "elector"', set()),
        ('polarity = "denied"', set()),
    ],
)  # fmt: skip
def test_a_rule_tells_of_the_claims_that_meet_all_its_conditions(
    site: Site, new_desk: NewDesk, conditions: str, tells: set[str]
) -> None:
    desk = desk_of(new_desk, site, rule(conditions), FRANCE, LONDON, WEATHER)
    desk.poll()
    begins = {" ".join(quote.split()[: 1 + (quote[:3] == "The")]) for _, quote in desk.told()}
    assert begins == tells


def test_the_first_accusation_between_two_states_is_told_once(
    site: Site, new_desk: NewDesk
) -> None:
    first = rule('new_pair = true\naccused = ["RU", "CN"]')
    desk = desk_of(new_desk, site, first, FRANCE, FRANCE_AGAIN)
    desk.poll()
    assert [one.new_pairs for one in desk.alerts] == [(("FR", "RU"),)]
    tell(site, FRANCE, FRANCE_AGAIN, LONDON, DENIAL)
    desk.poll()
    assert [one.new_pairs for one in desk.alerts[1:]] == [(("GB", "CN"),)]


def test_a_claim_that_contradicts_another_document_is_told_with_both_passages(
    site: Site, new_desk: NewDesk
) -> None:
    desk = desk_of(new_desk, site, rule("contradiction = true"), LONDON)
    desk.poll()
    assert desk.alerts == []
    tell(site, LONDON, DENIAL)
    desk.poll()
    [alert] = desk.alerts
    assert alert.claim.quote == DENIAL
    assert alert.contradicts is not None and alert.contradicts.quote == LONDON.split(". ")[0] + "."


def test_a_claim_that_only_repeats_one_side_of_a_contradiction_is_not_told(
    site: Site, new_desk: NewDesk
) -> None:
    again = "Britain blamed China for the cyberattack on the Electoral Commission in August."
    desk = desk_of(new_desk, site, rule("contradiction = true"), LONDON)
    desk.poll()
    tell(site, LONDON, again)
    desk.poll()
    assert desk.alerts == []
    tell(site, LONDON, again, f"{again} {DENIAL}")
    desk.poll()
    assert [one.claim.quote for one in desk.alerts] == [DENIAL]


def test_what_is_on_the_record_already_is_no_news(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    desk = desk_of(new_desk, site, rule('claimant = "FR"'), FRANCE)
    desk.poll()
    told = len(desk.alerts)
    assert told > 0
    desk.state.path.unlink()  # as if it had never been polled
    desk = desk_of(new_desk, site, rule('claimant = "FR"'), FRANCE)
    [report] = desk.poll()
    assert (report.read, report.claims, desk.alerts) == (1, 0, [])


def test_an_alert_is_whole_in_itself(site: Site, new_desk: NewDesk) -> None:
    desk = desk_of(new_desk, site, rule('claimant = "FR"\naccused = "RU"'), FRANCE)
    desk.poll()
    [alert] = desk.alerts
    row = alert.as_json()
    assert (row["rule"], row["source"]) == ("told", "Harbour")
    assert row["address"] == f"{AGENCY}/0"
    assert row["claim"]["quote"] in FRANCE and row["claim"]["id"] == alert.claim_id
    assert row["text"].startswith("told: France: ") and row["address"] in row["text"]
    assert Alert.from_json(json.loads(json.dumps(row))) == alert


def test_alerts_go_to_a_webhook_and_a_file_too(
    site: Site, new_desk: NewDesk, tmp_path: Path
) -> None:
    hook = site.answer("/hook", lambda asked: (204, {}, b""))
    rules = rule('claimant = "FR"\nwebhook_env = "HOOK"\nappend = "alerts.jsonl"')
    desk = desk_of(new_desk, site, rules, FRANCE, HOOK=hook)
    desk.poll()
    sent = [json.loads(one.body) for one in site.asked if one.method == "POST"]
    kept = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text().splitlines()]
    assert sent == kept == [one.as_json() for one in desk.alerts]
    assert desk.undelivered == [] and desk.state.outbox() == []


def test_an_alert_that_the_webhook_does_not_take_is_kept_and_sent_again(
    site: Site, new_desk: NewDesk
) -> None:
    taken: list[bytes] = []
    works = False

    def answer(asked: Asked) -> Answer:
        taken.append(asked.body)
        return (200 if works else 502), {}, b""

    rules = rule(f'claimant = "FR"\nwebhook = "{site.answer("/hook", answer)}"')
    desk = desk_of(new_desk, site, rules, FRANCE)
    desk.poll()
    [left] = desk.undelivered
    assert (left.alerts, left.why) == (len(desk.alerts), "127.0.0.1 answered with status 502")
    assert len(taken) == 2  # once, and once more
    desk = desk_of(new_desk, site, rules, FRANCE)  # the program is started again
    works = True
    desk.poll()
    assert desk.undelivered == [] and desk.alerts == []  # a person has seen them already
    assert len({json.loads(one)["id"] for one in taken[2:]}) == left.alerts


def test_a_file_that_a_kill_cut_off_in_a_line_gets_a_new_line(
    site: Site, new_desk: NewDesk, tmp_path: Path
) -> None:
    (tmp_path / "alerts.jsonl").write_text('{"id": "cut o')
    desk = desk_of(new_desk, site, rule('accused = "CN"\nappend = "alerts.jsonl"'), LONDON)
    desk.poll()
    cut, *whole = (tmp_path / "alerts.jsonl").read_text().splitlines()
    assert cut == '{"id": "cut o'
    assert [json.loads(line)["rule"] for line in whole] == ["told"] * len(desk.alerts)
