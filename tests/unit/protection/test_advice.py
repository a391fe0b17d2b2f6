"""What commands, pages, briefings and Python ask for, in one place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from iml_graph import open_graph
from iml_graph.api import Answers, Graph, NoFrameError
from iml_graph.errors import BadInputError, StoreError, UnknownNameError
from iml_graph.gaps import party_gaps
from iml_graph.protection.advice import Adviser
from iml_graph.protection.cover import RightCover
from iml_graph.store import Store
from iml_graph.terms import Cover

ON = "2026-02-03"


@pytest.fixture(scope="module")
def opened(published: Path) -> Graph:
    return open_graph(published / "store", "fr")


def test_an_answer_from_the_index_opens_no_store(published: Path) -> None:
    adviser = Adviser.open(published / "store")
    assert adviser.view(adviser.resolve_party("sen"), ON).cover()
    assert "store" not in vars(adviser)


def test_a_name_that_is_no_code_is_looked_up_in_the_store(published: Path) -> None:
    with Adviser.open(published / "store") as adviser:
        assert adviser.resolve_party("Côte d’Ivoire") == "CIV"
    with pytest.raises(StoreError):
        adviser.resolve_party("Norvège")  # it is closed


def test_a_store_that_is_given_is_left_open(tiny_graph: Store) -> None:
    with Adviser(tiny_graph) as adviser:
        assert adviser.law
    assert tiny_graph.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")


@pytest.mark.parametrize(
    ("code", "on", "reason"),
    [
        ("GRL", ON, "territory"),
        ("SSD", "2011-07-08", "did not exist on"),
        ("SUN", ON, "ceased to exist"),
    ],
)
def test_a_party_that_instruments_do_not_bind_is_refused(indexed: Adviser, code: str, on: str, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        indexed.view(code, on)


def test_a_former_state_is_answered_about_while_it_existed(indexed: Adviser) -> None:
    assert "iccpr" in indexed.view("CSK", "1990-01-01").position.bound


def test_what_is_not_open_to_a_party_cannot_be_joined(indexed: Adviser) -> None:
    with pytest.raises(BadInputError, match="not open to"):
        indexed.view("FRA", ON, ["kampala-convention"])
    with pytest.raises(BadInputError, match="no articles"):
        indexed.view("FRA", ON, ["schengen-1985"])


def test_joining_shows_the_difference(indexed: Adviser) -> None:
    view = indexed.view("DEU", ON)
    assert "icrmw" not in view.position.bound
    assert view.joining("icrmw").position.bound["icrmw"] == ON
    assert view.joining("icrmw").position == indexed.view("DEU", ON, ["icrmw"]).position


def test_python_names_parties_rights_and_instruments_as_people_do(opened: Graph) -> None:
    party = opened.party("Sénégal", on=ON)
    assert (party.code, party.label, party.on) == ("SEN", "Sénégal", ON)
    assert party.right("non-refoulement").cover is Cover.FULL
    assert party.adds("CIDTM").additions.instrument == "icrmw"
    assert repr(opened.party("SEN", on=ON, what_if="ilo-c189")).endswith("on 2026-02-03, what_if=['ilo-c189']>")


def test_python_gives_what_the_adviser_gives(opened: Graph) -> None:
    party, view = opened.party("MAR", on=ON), opened.adviser.view("MAR", ON)
    assert tuple(party.cover()) == view.cover()
    assert tuple(party.cover("protection-from-removal", "refugees")) == view.cover(
        ["protection-from-removal"], "refugees"
    )
    assert party.adds("icrmw").share == view.adds("icrmw").share
    assert tuple(party.gaps()) == party_gaps(opened.adviser.store, "MAR", ON, "fr").gaps
    assert dict(opened.everyone(ON))["MAR"] == {each.right: each.cover for each in view.cover()}


def test_python_orders_candidates_and_finds_the_fewest(opened: Graph) -> None:
    party = opened.party("MCO", on=ON)
    candidates = party.rank()
    assert candidates[0].additions.new >= candidates[1].additions.new
    assert set(party.minimum().instruments) <= {each.identifier for each in candidates}


def test_a_group_of_rights_is_not_one_right(opened: Graph) -> None:
    with pytest.raises(BadInputError, match="group of"):
        opened.party("SEN", on=ON).right("protection-from-removal")


def test_a_right_that_does_not_exist_is_refused(opened: Graph) -> None:
    with pytest.raises(UnknownNameError):
        opened.party("SEN", on=ON).right("right-to-fly")


def test_python_asks_the_library(opened: Graph) -> None:
    assert {row["release"] for row in opened.query("maintainer/release")} == {opened.release.release}
    with pytest.raises(BadInputError):
        opened.query("adviser/profile")


def test_a_day_is_one_that_exists(opened: Graph) -> None:
    with pytest.raises(BadInputError, match="not a date"):
        opened.party("SEN", on="2026-02-30")


def test_answers_become_frames(opened: Graph) -> None:
    covers = opened.party("SEN", on=ON).cover()
    frame = covers.frame("pandas")
    assert list(frame.columns[:5]) == ["party", "on", "right", "label", "cover"]
    assert len(frame) == len(covers)
    assert set(opened.everyone(ON).frame().columns) == {"party", *(each.right for each in covers)}
    assert not opened.party("SEN", on=ON).adds("icrmw").frame().empty
    assert not opened.party("SEN", on=ON).gaps().frame().empty
    assert not opened.party("SEN", on=ON).rank().frame().empty


def test_without_a_library_of_frames_an_answer_says_what_to_install(
    opened: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    covers = opened.party("SEN", on=ON).cover("non-refoulement")
    monkeypatch.setattr("iml_graph.api.find_spec", lambda name: None)
    with pytest.raises(NoFrameError, match="pip install pandas"):
        covers.frame()
    with pytest.raises(NoFrameError, match="pip install polars"):
        covers.frame("polars")
    with pytest.raises(BadInputError, match="pandas or polars"):
        covers.frame("numpy")


def test_answers_are_a_sequence(opened: Graph) -> None:
    covers = opened.party("SEN", on=ON).cover("protection-from-removal")
    assert isinstance(covers[0], RightCover)
    assert covers[:2] == tuple(covers)[:2]
    assert covers == opened.party("SEN", on=ON).cover("protection-from-removal")
    assert repr(covers).startswith("Answers([RightCover(")
    assert Answers((), dict).rows() == []


def test_to_import_the_package_imports_no_store() -> None:
    program = "import iml_graph, sys; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert not [name for name in printed.split() if name.startswith(("iml_graph.", "pyoxigraph", "rdflib"))]
