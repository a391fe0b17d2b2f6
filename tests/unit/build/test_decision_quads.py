"""Decisions and judgments: what rows on one of them say together, and what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Quad, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.curated import read, read_ontology
from iml_graph.build.decision_quads import parts, write
from iml_graph.build.inputs import rows_of
from iml_graph.errors import DataError
from iml_graph.ingest import ohchr_juris
from iml_graph.ingest.facts import DecisionRow
from iml_graph.ingest.rows import read_csv, to_csv
from iml_graph.parties import load_parties
from iml_graph.sources import load_sources

DATA = resources.data()
TABLES = sorted((DATA / "transcribed" / "decisions").glob("*.csv"))
CASE = {
    "register": "courts",
    "identifier": "court-1-99",
    "body": "court",
    "kind": "judgment",
    "numbers": "1/99",
    "name": "A v. B",
    "respondents": "BBB",
    "delivered": "2001",
    "provisions": "tidal 3",
    "source": "page",
    "locator": "line 1",
}
SHOWN = "https://w3id.org/iml-graph/"


def row(**changed: str) -> DecisionRow:
    return DecisionRow(**(CASE | changed))


def of_decision(*rows: DecisionRow) -> dict[str, list[str]]:
    """Return what is said of the decision: values by the last part of the property, ours cut to their last part."""
    found: dict[str, list[str]] = {}
    for quad in write(rows):
        if quad.subject.value == ns.decision("court-1-99"):
            key = quad.predicate.value.replace("#", "/").rpartition("/")[2]
            value = quad.object.value
            found.setdefault(key, []).append(value.rpartition("/")[2] if value.startswith(SHOWN) else value)
    return {key: sorted(set(values)) for key, values in found.items()}


def graphs(quads: list[Quad], term: str) -> set[str]:
    return {quad.graph_name.value.rpartition("/")[2] for quad in quads if quad.predicate.value == ns.IML + term}


def test_rows_on_one_decision_add_up_and_the_fuller_date_stands() -> None:
    found = of_decision(row(), row(delivered="2001-03-04", provisions="tidal 3;harbour 2", violated="tidal 3"))
    assert found["deliveredOn"] == ["2001-03-04"]
    assert found["interprets"] == ["2", "3"]
    assert found["foundViolationOf"] == ["3"]
    assert (found["byBody"], found["respondent"], found["decisionType"]) == (["court"], ["BBB"], ["judgment"])


def test_a_decision_is_called_by_its_name_else_its_symbol_else_its_number() -> None:
    assert of_decision(row(symbol="C/1"))["label"] == ["A v. B"]
    assert of_decision(row(symbol="C/1", name=""))["label"] == ["C/1"]
    assert of_decision(row(name=""))["label"] == ["1/99"]
    with pytest.raises(DataError, match="neither a name nor a symbol nor a number"):
        of_decision(row(name="", numbers=""))


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ({}, {"body": "other"}, "its body is court as well as other"),
        ({}, {"kind": "views"}, "its kind is judgment as well as views"),
        ({"delivered": "2001-03"}, {"delivered": "2001-04-05"}, "delivered on 2001-03 as well as 2001-04-05"),
        ({"violated": "tidal 3"}, {"not_violated": "tidal 3"}, "tidal 3 was violated as well as not"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(
    first: dict[str, str], second: dict[str, str], problem: str
) -> None:
    with pytest.raises(DataError, match=problem):
        of_decision(row(**first), row(**second))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"violated": "tidal 4"}, "has an outcome on tidal 4, but does not name it"),
        ({"provisions": "tidal"}, "“tidal” of court-1-99 is not an instrument and a reference"),
        ({"session": "XI"}, "“XI” of court-1-99 is not a whole number"),
    ],
)
def test_a_malformed_row_is_refused(changed: dict[str, str], problem: str) -> None:
    with pytest.raises(DataError, match=problem):
        of_decision(row(**changed))


def test_a_provision_that_nobody_describes_gets_a_number_and_a_label_and_its_whole() -> None:
    whole = ns.provision("tidal", "22.5")
    quads = list(write([row(provisions="tidal 22.5.a;tidal 3")], {whole, ns.provision("tidal", "3")}))
    described = {quad.subject.value for quad in quads if quad.predicate.value == ns.IML + "provisionReference"}
    assert described == {ns.provision("tidal", "22.5.a")}
    [part_of] = [quad for quad in quads if quad.predicate.value == ns.IML + "partOfProvision"]
    assert (part_of.subject.value, part_of.object.value) == (ns.provision("tidal", "22.5.a"), whole)


def test_rights_are_our_reading_and_the_rest_is_the_source_s() -> None:
    quads = list(write([row(rights="non-refoulement", issues="removal")]))
    assert graphs(quads, "concernsRight") == {"editorial"}
    assert graphs(quads, "interprets") == graphs(quads, "issueKeyword") == {"page"}


def test_decisions_of_committees_are_as_many_as_the_note_on_the_file_says_but_for_those_entered_twice() -> None:
    # 2,043: CCPR 1,587, CAT 345, CERD 50, CEDAW 46, CRPD 11, CESCR 3, CRC 1; nine are there twice.
    rows = [each for each in rows_of(DecisionRow, DATA) if each.register == ohchr_juris.SOURCE]
    assert len(rows) == 1587 + 345 + 50 + 46 + 11 + 3 + 1
    store = Store()
    store.bulk_extend(write(rows))
    typed = "SELECT ?body WHERE { GRAPH ?g { ?decision a iml:Decision ; iml:byBody ?body } }"
    found = Counter(each["body"].value.rpartition("/")[2] for each in store.query(f"PREFIX iml: <{ns.IML}> {typed}"))
    assert found == {"hrc": 1582, "cat": 344, "cerd": 49, "cedaw": 44, "crpd": 11, "cescr": 3, "crc": 1}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_tables_that_people_filled_are_written_as_rows_are(path: Path) -> None:
    assert to_csv(DecisionRow, read_csv(DecisionRow, path)).encode() == path.read_bytes()


def test_what_people_transcribed_names_what_the_data_has() -> None:
    sources, parties = load_sources(DATA / "sources"), load_parties(DATA / "parties")
    described = {quad.subject.value for quad in [*read_ontology(resources.ontology()), *read(DATA / "monitoring", "m")]}
    folders = ("instruments", "soft-law")
    instruments = {quad.subject.value for folder in folders for quad in read(DATA / folder, "i")}
    for each in (each for path in TABLES for each in read_csv(DecisionRow, path)):
        assert each.source in sources, each
        assert each.locator, each
        assert ns.body(each.body) in described, each
        assert not each.kind or ns.concept("decision-types", each.kind) in described, each
        assert {ns.concept("rights", right) for right in parts(each.rights)} <= described, each
        assert {*parts(each.respondents), *parts(each.requested_by)} <= parties.keys(), each
        assert {ns.instrument(named.split(" ")[0]) for named in parts(each.provisions)} <= instruments, each


def test_only_courts_and_the_african_commission_have_names_of_cases() -> None:
    for each in rows_of(DecisionRow, DATA):
        if each.body in set(ohchr_juris.BODIES.values()):
            assert not each.name, each


def test_landmark_cases_are_those_of_the_list_with_respondent_and_day() -> None:
    rows = [each for path in TABLES for each in read_csv(DecisionRow, path) if each.register == "courts"]
    assert len({each.identifier for each in rows if each.source == "landmark-cases-seen"}) == 22
    assert len({each.identifier for each in rows}) == 45
    dated = {each.identifier for each in rows if each.delivered}
    assert {each.identifier for each in rows} == dated
