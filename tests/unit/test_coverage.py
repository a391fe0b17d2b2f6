"""What the graph holds: instruments by force and branch, their fields, and what facts rest on."""

from __future__ import annotations

import pytest

from iml_graph import coverage
from iml_graph.coverage import FIELDS, NOT_OF, CoverageReport, Force, measure_coverage
from iml_graph.store import Store


@pytest.fixture(scope="module")
def report(graph: Store) -> CoverageReport:
    return measure_coverage(graph, "en")


def test_every_instrument_is_listed_once(report: CoverageReport) -> None:
    listed = [entry.identifier for entry in report.instruments]
    assert len(listed) == len(set(listed)) == sum(len(report.of(force)) for force in Force)


def test_a_treaty_with_all_its_fields_lacks_none(report: CoverageReport) -> None:
    [crc] = [entry for entry in report.instruments if entry.identifier == "crc"]
    assert (crc.force, crc.missing, crc.complete_as_of) == (Force.TREATY, (), "2026-02-03")
    assert crc.acts > 0
    assert "untc-ch4-2026-02" in crc.sources


def test_an_instrument_of_two_branches_counts_once_in_all_and_once_in_each(report: CoverageReport) -> None:
    [icrmw] = [entry for entry in report.instruments if entry.identifier == "icrmw"]
    assert len(icrmw.branches) == 2
    in_branches = sum(counts.total() for counts in report.by_branch().values())
    assert in_branches > len(report.instruments)


def test_only_fields_that_an_instrument_can_have_are_missed(report: CoverageReport) -> None:
    for entry in report.instruments:
        assert set(entry.missing) <= set(FIELDS) - NOT_OF[entry.force], entry.identifier


def test_facts_are_told_apart_by_what_they_rest_on() -> None:
    ns = "https://w3id.org/iml-graph/ontology#"
    rows: list[dict[str, str | None]] = [
        {"class": f"{ns}TreatyAction", "label": "act", "support": "one", "facts": "3"},
        {
            "class": f"{ns}TreatyAction",
            "label": "act",
            "support": "several",
            "facts": "4",
        },
        {"class": f"{ns}Court", "label": "court", "support": "editorial", "facts": "1"},
    ]
    found = [(s.kind, s.label, s.one, s.several, s.editorial) for s in coverage.supports(rows)]
    assert found == [("Court", "court", 0, 0, 1), ("TreatyAction", "act", 3, 4, 0)]


def test_the_total_is_the_sum_of_the_classes(report: CoverageReport) -> None:
    assert report.total.several == sum(support.several for support in report.supports)
    assert report.total.editorial > 0


def test_reservations_are_counted_by_what_they_concern(report: CoverageReport) -> None:
    found = {own.instrument: own for own in report.statements}
    # Read by hand on the pages of 2026 and in the copy of 2015; Cyprus and Malta refer to texts that are not there.
    assert {name: found[name].unanchored for name in ("icrmw", "iccpr", "crc", "refugee-1951", "refugee-1967")} == {
        **{"icrmw": 0, "iccpr": 0, "crc": 0},
        **{"refugee-1951": 1, "refugee-1967": 1},
    }
    # ICRMW: Mexico and Nicaragua by their whole laws; the Syrian Arab Republic on the recognition of Israel.
    assert (found["icrmw"].general, found["icrmw"].elsewhere) == (2, 1)
    assert report.all_statements.statements == sum(own.statements for own in report.statements)


def test_provisions_are_counted_with_their_tags_and_relations(report: CoverageReport) -> None:
    found = {own.instrument: own for own in report.analyses}
    # The 93 articles of the convention (A/RES/45/158), with paragraphs beside them.
    assert found["icrmw"].provisions > 93
    assert found["icrmw"].tags > found["icrmw"].doubtful
    whole = report.whole_analysis
    assert whole.provisions == sum(own.provisions for own in report.analyses) >= 900
    assert whole.tags >= 1500
    assert whole.relations * 2 == sum(own.relations for own in report.analyses)
    assert whole.relations >= 400
    assert 0 < whole.reviewed < whole.tags
