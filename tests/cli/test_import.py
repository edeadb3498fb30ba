"""``vidocq import`` as a process: counts are told, what is refused is told, and the others go on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def bundle(vidocq: Run, annotated_record: str, tmp_path: Path) -> Path:
    """Our annotated examples as a STIX bundle."""
    done = vidocq("export", "stix", "--ledger", annotated_record, tmp_path / "bundle.json")
    assert done.returncode == 0, done.stderr
    return tmp_path / "bundle.json"


def test_a_bundle_is_imported_and_can_be_asked(vidocq: Run, bundle: Path) -> None:
    pytest.importorskip("stix2", reason="stix2 is not installed")
    done = vidocq("import", bundle)
    assert done.returncode == 0, done.stderr
    assert "STIX" in done.stdout and "new to the record" in done.stdout
    asked = vidocq("accusations", "--of", "China", "--json")
    assert asked.returncode == 0
    assert json.loads(asked.stdout.splitlines()[0])["accused"] == "state:CN"


def test_json_tells_the_counts(vidocq: Run, bundle: Path) -> None:
    pytest.importorskip("stix2", reason="stix2 is not installed")
    told = json.loads(vidocq("import", "--json", bundle).stdout)
    assert told["format"] == "STIX"
    assert told["added"] == told["claims"] > 50


def test_a_file_that_is_refused_does_not_stop_the_others(
    vidocq: Run, bundle: Path, tmp_path: Path
) -> None:
    pytest.importorskip("stix2", reason="stix2 is not installed")
    bad = tmp_path / "bad.json"
    bad.write_text('{"type": "bundle", "objects": [{"type": "malware", "id": "malware--1"}]}')
    done = vidocq("import", bad, tmp_path / "missing.json", bundle)
    assert done.returncode == 3
    assert "bad.json, malware--1" in done.stderr and "nothing was imported" in done.stderr
    assert "missing.json: it cannot be read" in done.stderr
    assert "new to the record" in done.stdout
