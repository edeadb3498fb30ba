"""The graph: entities are nodes, claims are edges, and networkx reads it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.reports import APT31, claim, document, entity
from vidocq.ledger import Ledger
from vidocq.model import Predicate, Reading
from vidocq.share.graphml import write_graphml


def graph(ledger: Ledger, folder: Path) -> Any:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    path = folder / "record.graphml"
    with path.open("wb") as file:
        write_graphml(ledger, file)
    return networkx.read_graphml(path)


def test_every_claim_is_an_edge_from_subject_to_object(small: Ledger, tmp_path: Path) -> None:
    read = graph(small, tmp_path)
    assert read.number_of_edges() == 6
    assert read.nodes["state:CN"] == {"label": "China", "type": "state", "state": "CN"}
    accusations = read.get_edge_data("incident:exchange-2021", "state:CN").values()
    assert {edge["polarity"] for edge in accusations} == {"affirmed", "denied"}
    assert {edge["claimants"] for edge in accusations} == {
        "agency:us-white-house | agency:uk-ncsc | bloc:eu",
        "state:CN",
    }


def test_igraph_reads_the_same_edges(examples: Ledger, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed")
    path = tmp_path / "record.graphml"
    with path.open("wb") as file:
        edges = write_graphml(examples, file)
    read = igraph.Graph.Read_GraphML(str(path))
    accusations = sum(one.claim.predicate == "attributed-to" for one in examples.claims())
    assert read.ecount() == edges
    assert read.es["predicate"].count("attributed-to") == accusations > 0


def test_a_claim_without_an_object_is_a_marked_loop(small: Ledger, tmp_path: Path) -> None:
    read = graph(small, tmp_path)
    [loop] = read.get_edge_data("incident:exchange-2021", "incident:exchange-2021").values()
    assert loop["object_missing"] is True
    assert loop["count"] == 30000


def test_what_xml_cannot_hold_does_not_break_the_file(empty_ledger: Ledger, tmp_path: Path) -> None:
    words = "APT31 hit <x> & \x0b\x1b] \ufffe \U0001f600."
    told = document(words)
    hit = entity("company:<x>&\x01", "<x> &")
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.TARGETS, APT31, hit),))],
        extractor="by hand",
    )
    [(_, target, edge)] = graph(empty_ledger, tmp_path).edges(data=True)
    assert target == "company:<x>&\ufffd"
    assert edge["quote"] == "APT31 hit <x> & \ufffd\ufffd] \ufffd \U0001f600."


def test_the_same_record_gives_the_same_bytes(examples: Ledger) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_graphml(examples, one)
    write_graphml(examples, other)
    assert one.getvalue() == other.getvalue() != b""
