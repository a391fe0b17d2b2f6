"""The SPARQL rules of ``ontology/checks``: each row that a rule selects is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iml_graph import resources
from iml_graph.check.report import Finding, Severity
from iml_graph.errors import DataError
from iml_graph.labels import LANGUAGES

if TYPE_CHECKING:
    from pyoxigraph import Store

_HEADER = re.compile(r"^#\+ ([a-z.]+): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its name, what it demands (by language), how bad a breach is, and its query.

    The query selects ``?node``, what breaks the rule, and ``?detail``, in what.
    """

    name: str
    message: dict[str, str]
    severity: Severity
    query: str


def load(folder: Path | None = None) -> list[Check]:
    """Read all rules of a folder, by name; by default those of the ontology."""
    return [read(path) for path in sorted((folder or resources.ontology() / "checks").glob("*.rq"))]


def read(path: Path) -> Check:
    """Read one rule with its ``#+`` header.

    Raises:
        DataError: the header lacks a title in a language, or a severity.
    """
    text = path.read_text(encoding="utf-8")
    header = dict(_HEADER.findall(text))
    try:
        message = {language: header[f"title.{language}"] for language in LANGUAGES}
        return Check(path.stem, message, Severity(header["severity"]), text)
    except (KeyError, ValueError) as error:
        raise DataError(f"{path.name}: the header needs title.en, title.fr, title.es and severity.") from error


def run(store: Store, check: Check) -> Iterator[Finding]:
    """Yield a finding for each row that the rule selects over the union of all graphs."""
    from pyoxigraph import BlankNode, QuerySolutions

    solutions = store.query(check.query, use_default_graph_as_union=True)
    if not isinstance(solutions, QuerySolutions):
        raise DataError(f"{check.name}.rq: a rule is a SELECT.")
    for row in solutions:
        node = row["node"]
        focus = str(node) if isinstance(node, BlankNode) else node.value
        yield Finding(check.severity, check.name, check.message, focus, row["detail"].value)
