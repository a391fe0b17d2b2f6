from __future__ import annotations

import json

import pytest
from rdflib import SH, Graph, Literal, URIRef

from iml_graph.check import CheckReport, Finding, Severity
from iml_graph.check.report import shorten

MESSAGE = {"en": "Wrong.", "fr": "Faux.", "es": "Erróneo."}
NAMES = {"en": "Senegal", "fr": "Sénégal", "es": "Senegal"}
PARTY = "https://w3id.org/iml-graph/id/party/"
BAD = Finding(Severity.VIOLATION, "b-rule", MESSAGE, PARTY + "SEN", "1900-01-01", "some-source: line 1", NAMES)
WORSE = Finding(Severity.VIOLATION, "a-rule", MESSAGE, PARTY + "TGO", component="MinCountConstraintComponent")
DOUBTFUL = Finding(Severity.WARNING, "a-doubt", MESSAGE, PARTY + "TGO")
RULES = ("a-doubt", "a-rule", "b-rule", "quiet")
REPORT = CheckReport((DOUBTFUL, BAD, WORSE), RULES)


def test_the_worst_comes_first_then_rule_and_node() -> None:
    assert REPORT.findings == (WORSE, BAD, DOUBTFUL)


def test_counts_are_by_severity() -> None:
    assert REPORT.counts == {"violation": 2, "warning": 1, "info": 0}


@pytest.mark.parametrize(("findings", "ok"), [((), True), ((DOUBTFUL,), True), ((DOUBTFUL, BAD), False)])
def test_only_a_violation_keeps_a_graph_back(findings: tuple[Finding, ...], ok: bool) -> None:
    assert CheckReport(findings, RULES).ok is ok


def test_the_text_has_one_line_a_finding_under_its_rule() -> None:
    assert REPORT.to_text("fr").splitlines() == [
        "a-rule · violation · Faux.",
        "  party/TGO",
        "",
        "b-rule · violation · Faux.",
        "  Sénégal : 1900-01-01  (some-source: line 1)",
        "",
        "a-doubt · avertissement · Faux.",
        "  party/TGO",
        "",
        "4 règles vérifiées. Violations : 2 ; avertissements : 1. Le graphe ne doit pas être publié en l’état.",
    ]


def test_a_clean_text_is_one_sentence() -> None:
    assert CheckReport((), RULES).to_text() == "Checked 4 rules: no violation (warnings: 0).\n"


def test_the_json_holds_everything() -> None:
    content = json.loads(REPORT.to_json())
    assert (content["ok"], content["counts"]["violation"], content["rules"]) == (False, 2, list(RULES))
    assert content["findings"][1] == {
        "severity": "violation",
        "rule": "b-rule",
        "message": MESSAGE,
        "focus": PARTY + "SEN",
        "value": "1900-01-01",
        "place": "some-source: line 1",
        "names": NAMES,
        "component": "SPARQLConstraintComponent",
    }


def test_the_turtle_is_a_shacl_report() -> None:
    graph = Graph().parse(data=REPORT.to_turtle(), format="turtle")
    (report,) = graph.subjects(SH.conforms, Literal(False))
    assert len(list(graph.objects(report, SH.result))) == 3
    (worse,) = graph.subjects(SH.sourceConstraintComponent, SH.MinCountConstraintComponent)
    assert graph.value(worse, SH.focusNode) == URIRef(PARTY + "TGO")
    assert graph.value(worse, SH.resultSeverity) == SH.Violation
    assert graph.value(worse, SH.sourceShape) == URIRef("https://w3id.org/iml-graph/shape/a-rule")
    assert set(graph.objects(worse, SH.resultMessage)) == {Literal(m, lang=lang) for lang, m in MESSAGE.items()}


def test_the_turtle_is_the_same_each_time() -> None:
    assert REPORT.to_turtle() == REPORT.to_turtle()


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("https://w3id.org/iml-graph/id/party/SEN", "party/SEN"),
        ("https://w3id.org/iml-graph/id/source/some-list: line 1", "some-list: line 1"),
        ("https://w3id.org/iml-graph/ontology#State", "iml:State"),
        ("http://www.wikidata.org/entity/Q0 = https://w3id.org/iml-graph/id/party/SEN", "wd:Q0 = party/SEN"),
        ("no address", "no address"),
    ],
)
def test_people_read_identifiers(long: str, short: str) -> None:
    assert shorten(long) == short
