"""The examples beside the vocabulary: what is valid passes, what is not is found, and only that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iml_graph import resources
from iml_graph.check import CheckReport, Severity, check_files

EXAMPLES = resources.ontology() / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.t*"))
FAULTY = sorted(path for folder in ("invalid", "warning") for path in (EXAMPLES / folder).glob("*.t*"))


def expected(path: Path) -> list[dict[str, str]]:
    text = path.with_suffix(".expected.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def found(report: CheckReport) -> set[tuple[str, str, str]]:
    return {(finding.focus, finding.rule, str(finding.severity)) for finding in report.findings}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_example_passes(path: Path) -> None:
    assert check_files([path]).findings == ()


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_a_faulty_example_is_found_for_its_faults_and_no_others(path: Path) -> None:
    report = check_files([path])
    assert found(report) == {(e["focus"], e["rule"], e["severity"]) for e in expected(path)}
    assert report.ok == (path.parent.name == "warning")
    for language in ("en", "fr", "es"):
        for finding in report.findings:
            assert finding.message[language] in report.to_text(language)
    assert "http" not in report.to_text(), "people read names and identifiers, not IRIs"


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_an_example_is_named_by_the_one_rule_that_it_breaks(path: Path) -> None:
    if not path.stem.startswith("shape-"):
        assert {e["rule"] for e in expected(path)} == {path.stem}


def test_each_rule_and_shape_is_broken_by_an_example() -> None:
    broken = {e["rule"] for path in FAULTY for e in expected(path)}
    assert broken == set(check_files([VALID[0]]).rules)


def test_each_severity_of_an_example_is_one_of_the_report() -> None:
    assert {e["severity"] for path in FAULTY for e in expected(path)} == {Severity.VIOLATION, Severity.WARNING}
