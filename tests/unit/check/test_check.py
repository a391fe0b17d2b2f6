from __future__ import annotations

import subprocess
import sys

from pyoxigraph import Store

from iml_graph.check import Severity, check_graph

TERRITORY = """<party/XRR> a iml:Territory ; iml:partyCode "XRR" ;
    skos:prefLabel "Reef"@en, "Récif"@fr, "Arrecife"@es ."""


def test_a_store_with_the_ontology_alone_is_in_order(filled) -> None:  # type: ignore[no-untyped-def]
    assert check_graph(filled("")).findings == ()


def test_shapes_and_rules_both_report(filled) -> None:  # type: ignore[no-untyped-def]
    report = check_graph(filled('<party/XRR> a iml:State ; skos:prefLabel "Reef"@en .'))
    assert {f.rule for f in report.findings} == {"party-code", "party-label", "label-language-missing"}


def test_a_finding_says_in_which_graph_its_node_is(filled) -> None:  # type: ignore[no-untyped-def]
    (finding,) = check_graph(filled(TERRITORY, "some-source")).findings
    assert (finding.rule, finding.severity, finding.place) == ("territory-of", Severity.WARNING, "some-source")
    assert finding.names == {"en": "Reef", "fr": "Récif", "es": "Arrecife"}


def test_the_store_is_only_read(filled) -> None:  # type: ignore[no-untyped-def]
    store: Store = filled(TERRITORY)
    before = set(store)
    check_graph(store)
    assert set(store) == before


def test_progress_counts_every_step_once(filled) -> None:  # type: ignore[no-untyped-def]
    steps: list[tuple[str, int, int]] = []
    check_graph(filled(""), lambda name, done, total: steps.append((name, done, total)))
    assert [done for _, done, _ in steps] == list(range(len(steps)))
    assert {total for _, _, total in steps} == {len(steps)}


def test_importing_the_package_loads_no_engine() -> None:
    code = "import sys, iml_graph.check; print(sorted({'rdflib', 'pyshacl', 'pyoxigraph'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
