"""What the build reads of the works that people described."""

from __future__ import annotations

from pathlib import Path

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.bindings import SecondaryAct
from iml_graph.build.curated import read, read_ontology
from iml_graph.build.works import read_labels, read_works


def test_acts_endings_and_denunciations(tiny: Path) -> None:
    works = read_works(read(tiny / "instruments", "editorial"))
    assert works.acts == (SecondaryAct("regulation", "league", "1992-01-01", None),)  # from its application
    assert works.endings.denounces["league-revised"] == ("league-convention",)
    assert works.endings.terminated == {}


def test_a_place_is_a_process_where_one_has_the_identifier(tmp_path: Path) -> None:
    text = f"<{ns.process('rcm')}> a <{ns.IML}ConsultationProcess> ."
    (tmp_path / "processes.ttl").write_text(text, encoding="utf-8")
    works = read_works(read(tmp_path, "editorial"))
    assert (works.place("rcm"), works.place("ilo")) == (ns.process("rcm"), ns.organization("ilo"))


def test_labels_are_read_by_language() -> None:
    labels = read_labels(read_ontology(resources.ontology()))
    assert labels[ns.concept("statuses", "party")] == {"en": "party", "fr": "partie", "es": "parte"}
