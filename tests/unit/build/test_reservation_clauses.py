"""Clauses on reservations and income groups as RDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build import income_quads
from iml_graph.build.reservation_clauses import RULES, ReservationClauseRow, read_reservation_clauses, write
from iml_graph.errors import DataError
from iml_graph.ingest.facts import IncomeRow

HEADER = "instrument,rule,provision,articles,source,confidence\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "reservation-clauses.csv"


def facts(*rows: ReservationClauseRow, described: frozenset[str] = frozenset()) -> set[tuple[str, str, str]]:
    quads = write(rows, described)
    cut = (ns.ID, ns.IML, ns.VOCABULARY)
    found = set()
    for quad in quads:
        parts = [quad.subject.value, quad.predicate.value, getattr(quad.object, "value", "")]
        for start in cut:
            parts = [part.removeprefix(start) for part in parts]
        found.add((parts[0], parts[1].rpartition("#")[2], parts[2]))
    return found


def test_no_table_is_no_rows(table: Path) -> None:
    assert read_reservation_clauses(table) == ()


def test_a_clause_stands_in_an_article_and_names_articles_also_of_another_instrument() -> None:
    row = ReservationClauseRow("tidal-op", "allowed-except", "7", "1;tidal:33", "tiny-list", "high")
    clause = "instrument/tidal-op/clause/reservations/allowed-except/7"
    found = facts(row)
    assert ("instrument/tidal-op", "reservationClause", clause) in found
    assert (clause, "reservationRule", "reservation-rules/allowed-except") in found
    assert (clause, "clauseProvision", "instrument/tidal-op/art/7") in found
    named = {value for subject, name, value in found if subject == clause and name == "reservationProvision"}
    assert named == {"instrument/tidal-op/art/1", "instrument/tidal/art/33"}
    assert ("instrument/tidal/art/33", "label", "article 33") in found


def test_a_provision_that_is_described_keeps_its_own_label() -> None:
    row = ReservationClauseRow("tidal", "barred", "7", "", "", "medium")
    iri = ns.provision("tidal", "7")
    found = facts(row, described=frozenset({iri}))
    assert not any(subject == "instrument/tidal/art/7" for subject, _, _ in found)
    assert ("instrument/tidal/clause/reservations/barred/7", "assertedBy", "editorial") in found


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("tidal,never,7,,,high", "no rule"),
        ("tidal,barred,7,,,sure", "confidence"),
        ("tidal,barred,7,1,,high", "names no articles"),
    ],
)
def test_a_row_that_says_nothing_is_refused(table: Path, line: str, reason: str) -> None:
    table.write_text(HEADER + line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=reason):
        read_reservation_clauses(table)


def test_the_rules_are_the_concepts_of_their_vocabulary() -> None:
    text = (resources.ontology() / "vocabularies" / "reservation-rules.ttl").read_text(encoding="utf-8")
    assert {
        line.split()[0].removeprefix("concept:") for line in text.splitlines() if "a skos:Concept ;" in line
    } == RULES


def test_what_was_not_read_is_never_of_high_confidence() -> None:
    rows = read_reservation_clauses(resources.data() / "instruments" / "reservation-clauses.csv")
    assert [row for row in rows if not row.source and row.confidence == "high"] == []
    assert [(row.instrument, row.rule, row.provision) for row in rows] == sorted(
        {(row.instrument, row.rule, row.provision) for row in rows}
    )


def test_an_income_group_holds_for_its_years() -> None:
    row = IncomeRow("world-bank", "AAA", "low", "1988-07-01", "1990-07-01", "Ardenia", "tiny-list", "row 2")
    said = {quad.predicate.value.rpartition("#")[2]: quad.object.value for quad in income_quads.write([row])}
    assert (said["from"], said["until"]) == ("1988-07-01", "1990-07-01")
    assert said["incomeGroup"] == ns.concept("income-groups", "low")
    assert said["actor"] == ns.party("AAA")
