"""Check a graph: SHACL shapes for the form of each node, SPARQL rules for what holds between nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iml_graph.check.report import CheckReport, Finding, Severity

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["CheckReport", "Finding", "Progress", "Severity", "check_files", "check_graph"]

Progress = Callable[[str, int, int], None]
"""Called before each step with its name, the number of steps done, and the number of all steps."""


def check_graph(store: Store, progress: Progress | None = None) -> CheckReport:
    """Run every shape and every rule over all the graphs of a store.

    The store must hold the ontology and the vocabularies, as a published graph does.

    Args:
        store: the graphs to check; it is only read.
        progress: told before each step.
    """
    from iml_graph.check import names, rules, shapes

    modules, checks = shapes.modules(), rules.load()
    total = len(modules) + len(checks)
    findings: list[Finding] = []
    ran: list[str] = []
    with shapes.without_collection():
        data = shapes.data_graph(store, modules)
        for done, module in enumerate(modules):
            _tell(progress, module.name, done, total)
            findings += shapes.validate(data, module)
            ran += module.rules
    for done, check in enumerate(checks, start=len(modules)):
        _tell(progress, check.name, done, total)
        findings += rules.run(store, check)
        ran.append(check.name)
    return CheckReport(tuple(names.add(store, findings)), tuple(sorted(ran)))


def check_files(paths: Sequence[Path], progress: Progress | None = None) -> CheckReport:
    """Check files as if they were a graph of their own, read together with the ontology.

    Args:
        paths: Turtle, TriG, N-Triples, N-Quads or RDF/XML files. What they import by ``owl:imports``
            from a path beside them is read too.
        progress: told before each step.

    Raises:
        BadInputError: a file is not there, or its ending names no RDF format.
        SourceFormatError: a file is not well-formed; names the line.
    """
    from iml_graph.check import files

    return check_graph(files.load(paths), progress)


def _tell(progress: Progress | None, name: str, done: int, total: int) -> None:
    if progress:
        progress(name, done, total)
