"""The index of a release answers what the store answers, on any day, and is written once with the release."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iml_graph import namespaces as ns
from iml_graph.errors import StoreError, UnknownNameError
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.index import FOLDER, Index, find_index
from iml_graph.protection.indexing import index_release
from iml_graph.protection.timeline import closure, timelines
from iml_graph.store import Iri, Store

DAYS = st.dates(date(1945, 1, 1), date(2030, 12, 31)).map(date.isoformat)

BOUND = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT DISTINCT ?instrument WHERE {
  VALUES ?kind { iml:PartyInterval iml:MemberBindingInterval }
  ?interval a ?kind ; iml:actor ?party ; iml:onInstrument ?instrument ; iml:from ?from .
  OPTIONAL { ?interval iml:until ?until }
  FILTER(STR(?from) <= ?on && (!BOUND(?until) || ?on < STR(?until)))
}
"""


@pytest.fixture(scope="module")
def recorded(stored: Adviser) -> Mapping[str, Dossier]:
    """What the store records of every party."""
    return stored.dossiers()


def test_the_index_has_the_same_law_and_instruments_in_the_same_order(indexed: Adviser, stored: Adviser) -> None:
    assert indexed.law == stored.law
    assert list(indexed.law.articles) == list(stored.law.articles)
    assert indexed.instruments == stored.instruments
    assert list(indexed.instruments) == list(stored.instruments)


def test_the_index_has_the_same_dossier_of_every_party(indexed: Adviser, recorded: Mapping[str, Dossier]) -> None:
    assert indexed.index
    assert indexed.index.parties == tuple(recorded)
    for code, dossier in recorded.items():
        own = indexed.dossier(code)
        assert own.party == dossier.party
        assert own.histories == dossier.histories
        assert own.members == dossier.members
        assert own.statements == dossier.statements


def test_one_dossier_is_read_as_all_of_them_are(stored: Adviser, recorded: Mapping[str, Dossier]) -> None:
    assert stored.dossier("SEN") == recorded["SEN"]


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_index_has_the_same_names(published: Path, graph: Store, lang: str) -> None:
    indexed, stored = Adviser.open(published / "store", lang), Adviser(graph, lang)
    assert indexed.names.all_concepts == stored.names.all_concepts
    assert indexed.names.all_instruments == stored.names.all_instruments
    assert indexed.names.all_articles == stored.names.all_articles
    assert indexed.names.all_parties == stored.names.all_parties
    assert indexed.instruments == stored.instruments
    assert indexed.dossier("FRA").histories == stored.dossier("FRA").histories
    assert indexed.dossier("FRA").party == stored.dossier("FRA").party


@settings(max_examples=300, deadline=None)
@given(data=st.data(), on=DAYS)
def test_index_and_store_place_a_party_alike(
    indexed: Adviser, stored: Adviser, recorded: Mapping[str, Dossier], data: st.DataObject, on: str
) -> None:
    code = data.draw(st.sampled_from(sorted(recorded)))
    fast, slow = View(indexed, indexed.dossier(code), on), View(stored, recorded[code], on)
    assert fast.position == slow.position
    assert list(fast.position.bound) == list(slow.position.bound)
    assert fast.cover() == slow.cover()


@settings(max_examples=100, deadline=None)
@given(data=st.data(), on=DAYS)
def test_what_binds_a_party_is_what_the_intervals_say(
    indexed: Adviser, graph: Store, recorded: Mapping[str, Dossier], data: st.DataObject, on: str
) -> None:
    code = data.draw(st.sampled_from(sorted(recorded)))
    rows = graph.select(BOUND, party=Iri(ns.party(code)), on=on)
    expected = {(row["instrument"] or "").rpartition("/")[2] for row in rows} & set(indexed.instruments)
    assert set(View(indexed, indexed.dossier(code), on).position.bound) == expected


@settings(max_examples=100, deadline=None)
@given(data=st.data(), on=DAYS)
def test_nothing_changes_between_the_days_of_a_timeline(
    indexed: Adviser, recorded: Mapping[str, Dossier], data: st.DataObject, on: str
) -> None:
    assert indexed.index
    own = indexed.index.dossier(data.draw(st.sampled_from(sorted(recorded))))
    if before := [day for day in own.days if day <= on]:
        then, now = View(indexed, own, before[-1]).position, View(indexed, own, on).position
        assert (then.bound, then.through, then.unknown, then.limits, then.chosen) == (
            *(now.bound, now.through, now.unknown, now.limits),
            now.chosen,
        )


def test_a_day_on_which_nothing_changes_is_not_in_a_timeline(stored: Adviser, recorded: Mapping[str, Dossier]) -> None:
    for own in timelines(recorded["COG"], stored.instruments).values():
        assert all(one[0] < other[0] and one[1] != other[1] for one, other in pairwise(own))


def test_the_closure_of_a_protocol_has_its_parent(stored: Adviser) -> None:
    assert set(closure("palermo-trafficking", stored.instruments)) >= {"palermo-trafficking", "untoc"}


def test_a_party_that_is_not_there_is_not_known(indexed: Adviser, stored: Adviser) -> None:
    for adviser in (indexed, stored):
        for code in ("QQQ", "../law"):
            with pytest.raises(UnknownNameError):
                adviser.dossier(code)


def test_the_same_graph_gives_the_same_bytes(tiny_release: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_release / "store", tmp_path / "store")
    index_release(tmp_path)
    files = {path.relative_to(tmp_path / FOLDER): path.read_bytes() for path in (tmp_path / FOLDER).rglob("*.json")}
    published = tiny_release / FOLDER
    assert files == {path.relative_to(published): path.read_bytes() for path in published.rglob("*.json")}
    assert files


def test_the_index_of_invented_law_answers_as_the_store(tiny_release: Path, tiny_graph: Store) -> None:
    indexed, stored = Adviser.open(tiny_release / "store"), Adviser(tiny_graph)
    assert indexed.law == stored.law
    for code, dossier in stored.dossiers().items():
        for on in ("1990-01-01", "2000-06-01", "2010-01-01", "2018-01-01", "2030-01-01"):
            fast, slow = View(indexed, indexed.dossier(code), on), View(stored, dossier, on)
            assert (fast.position, fast.cover()) == (slow.position, slow.cover())


def test_a_store_without_an_index_is_asked_itself(tiny_release: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_release / "store", tmp_path / "store")
    with Adviser.open(tmp_path / "store") as adviser:
        assert adviser.index is None
        assert adviser.law.articles


def test_an_endpoint_has_no_index() -> None:
    assert Adviser.open("http://localhost:9/sparql").index is None


def test_an_index_of_another_form_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "law.json").write_text('{"form": 0}')
    assert find_index(tmp_path) is None


def test_a_file_that_is_cut_off_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "law.json").write_text('{"form": 1')
    with pytest.raises(StoreError, match="iml build"):
        Index(str(tmp_path)).read("law")
