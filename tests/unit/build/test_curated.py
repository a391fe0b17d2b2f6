"""Turtle that people wrote becomes quads, the same whatever the file is called inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.curated import read, read_clauses, read_ontology
from iml_graph.entry_into_force import Clause
from iml_graph.errors import DataError

PREFIX = "@prefix ex: <http://example.org/> .\n"


def written(folder: Path, **files: str) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(PREFIX + text, encoding="utf-8")
    return sorted(map(str, read(folder, "editorial")))


def blanks(quads: list[Quad]) -> set[str]:
    return {term.value for quad in quads for term in (quad.subject, quad.object) if isinstance(term, BlankNode)}


def test_every_quad_is_in_the_named_graph(tmp_path: Path) -> None:
    (quad,) = written(tmp_path, a="ex:a ex:b ex:c .")
    assert quad.endswith(f"<{ns.graph('editorial')}>")


def test_folders_below_are_read_too(tmp_path: Path) -> None:
    assert len(written(tmp_path / "x" / "y", a="ex:a ex:b ex:c .")) == len(list(read(tmp_path, "editorial"))) == 1


def test_malformed_turtle_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"bad\.ttl: .*\b(on )?line 3\b"):
        written(tmp_path, bad="ex:a ex:b ex:c .\nex:a ex:b [ ex:c .\n")


def test_the_names_of_blank_nodes_do_not_depend_on_labels_or_order(tmp_path: Path) -> None:
    one = written(tmp_path / "1", a="_:x ex:p _:y . _:y ex:q 1 . ex:s ex:r _:x .")
    two = written(tmp_path / "2", a="ex:s ex:r _:m . _:n ex:q 1 . _:m ex:p _:n .")
    assert one == two


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    same = "ex:s ex:p [ ex:q 1 ] ."
    written(tmp_path, a=same, b=same)
    assert len(blanks(list(read(tmp_path, "editorial")))) == 2


def test_the_ontology_has_terms_and_vocabularies_but_no_shapes() -> None:
    subjects = {quad.subject.value for quad in read_ontology(resources.ontology())}
    assert ns.IML + "PartyInterval" in subjects
    assert ns.concept("statuses", "party") in subjects
    shapes = {quad.subject.value for quad in read(resources.ontology() / "shapes", "shapes")}
    assert {iri for iri in shapes if "/shape" in iri}.isdisjoint(subjects)


def test_clauses_are_read_in_full(tiny: Path) -> None:
    quads = [*read_ontology(resources.ontology()), *read(tiny / "instruments", "editorial")]
    clauses = read_clauses(quads)
    assert {"tidal", "tidal-op", "harbour"} <= set(clauses)
    assert clauses["tidal"].on == "1985-06-01"
    assert clauses["tidal"].initial == Clause("P3M", "exact", 2)
    assert clauses["tidal"].later == Clause("P30D")
    assert clauses["tidal"].denunciation == Clause("P1Y")
    assert clauses["tidal-op"].after == "tidal"
    assert clauses["tidal-op"].later == Clause("P3M", "first-of-month-after")
    assert (clauses["harbour"].on, clauses["harbour"].later) == (None, None)
