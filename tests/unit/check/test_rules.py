from __future__ import annotations

from pathlib import Path

import pytest

from iml_graph.check import rules
from iml_graph.errors import DataError

HEADER = "#+ title.en: One.\n#+ title.fr: Un.\n#+ title.es: Uno.\n#+ severity: warning\n"
QUERY = "SELECT ?node ?detail WHERE { ?node <https://w3id.org/iml-graph/ontology#partyCode> ?detail } ORDER BY ?detail"


def write(folder: Path, text: str) -> Path:
    path = folder / "some-rule.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_read_with_its_header(tmp_path: Path) -> None:
    check = rules.read(write(tmp_path, HEADER + QUERY))
    assert (check.name, check.severity) == ("some-rule", "warning")
    assert check.message == {"en": "One.", "fr": "Un.", "es": "Uno."}


@pytest.mark.parametrize("line", HEADER.splitlines())
def test_a_rule_without_a_line_of_its_header_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(DataError, match=r"some-rule\.rq"):
        rules.read(write(tmp_path, HEADER.replace(line + "\n", "") + QUERY))


def test_a_severity_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="severity"):
        rules.read(write(tmp_path, HEADER.replace("warning", "fatal") + QUERY))


def test_each_row_is_a_finding_whatever_its_graph(tmp_path: Path, filled) -> None:  # type: ignore[no-untyped-def]
    check = rules.read(write(tmp_path, HEADER + QUERY))
    found = list(rules.run(filled('<party/XAA> iml:partyCode "XAA" . [] iml:partyCode "XBB" .', "any"), check))
    assert [finding.value for finding in found] == ["XAA", "XBB"]
    assert found[0].focus == "https://w3id.org/iml-graph/id/party/XAA"
    assert found[1].focus.startswith("_:")


def test_a_rule_that_is_no_select_is_refused(tmp_path: Path, filled) -> None:  # type: ignore[no-untyped-def]
    check = rules.read(write(tmp_path, HEADER + "ASK { ?s ?p ?o }"))
    with pytest.raises(DataError, match="SELECT"):
        list(rules.run(filled(""), check))
