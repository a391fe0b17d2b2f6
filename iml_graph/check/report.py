"""What a check found, and the three forms in which it is shown: text, JSON, a SHACL report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from iml_graph.namespaces import BASE, ID, PREFIXES, SH

if TYPE_CHECKING:
    from rdflib import BNode, Graph


class Severity(StrEnum):
    """How bad a finding is; only violations keep a graph from being published."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One node that breaks one rule.

    ``focus`` is the IRI of the node (``_:`` and an identifier for a node without one), ``names`` what
    to call it, by language. ``value`` is what is wrong with it, ``place`` where the graph has it from.
    ``component`` is the name of the SHACL constraint component, without its namespace.
    """

    severity: Severity
    rule: str
    message: Mapping[str, str]
    focus: str
    value: str | None = None
    place: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    component: str = "SPARQLConstraintComponent"

    def sort_key(self) -> tuple[int, str, str, str]:
        """Order of a report: worst first, then by rule and node."""
        return list(Severity).index(self.severity), self.rule, self.focus, self.value or ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings of a check, and the names of the rules that ran."""

    findings: tuple[Finding, ...]
    rules: tuple[str, ...]

    def __post_init__(self) -> None:
        """Put the findings in the order of a report."""
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=Finding.sort_key)))

    @property
    def counts(self) -> dict[str, int]:
        """Number of findings of each severity."""
        return {str(s): sum(f.severity is s for f in self.findings) for s in Severity}

    @property
    def ok(self) -> bool:
        """Whether the graph may be published: no violation."""
        return not self.counts[Severity.VIOLATION]

    def to_text(self, language: str = "en") -> str:
        """Write the report for people: findings grouped by rule, one a line, and a closing sentence."""
        lines = [line for _, group in groupby(self.findings, _heading) for line in _section(list(group), language)]
        return "\n".join([*lines, self._closing(language)]) + "\n"

    def to_json(self) -> str:
        """Write the report as a JSON object with ``ok``, ``counts``, ``rules`` and ``findings``."""
        content = {
            "ok": self.ok,
            "counts": self.counts,
            "rules": self.rules,
            "findings": [asdict(finding) for finding in self.findings],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_turtle(self) -> str:
        """Write the report as a SHACL validation report (SHACL, section 3.6) in Turtle."""
        from rdflib import RDF, BNode, Graph, Literal, Namespace

        sh = Namespace(SH)
        graph = Graph()
        graph.bind("sh", sh)
        report = BNode("report")
        graph.add((report, RDF.type, sh.ValidationReport))
        graph.add((report, sh.conforms, Literal(not self.findings)))
        for number, finding in enumerate(self.findings):
            node = BNode(f"result{number:06}")
            graph.add((report, sh.result, node))
            _add_result(graph, node, finding)
        return graph.serialize(format="turtle")

    def _closing(self, language: str) -> str:
        counts = self.counts
        sentence = _CLOSING[language][0 if self.ok else 1]
        return sentence.format(**counts, rules=len(self.rules))


_SHORTER = [(ID + "source/", ""), (ID, ""), *((iri, f"{prefix}:") for prefix, iri in PREFIXES.items()), (BASE, "")]
_CLOSING = {
    "en": (
        "Checked {rules} rules: no violation (warnings: {warning}).",
        "Checked {rules} rules. Violations: {violation}; warnings: {warning}. "
        "The graph must not be published as it is.",
    ),
    "fr": (
        "{rules} règles vérifiées : aucune violation (avertissements : {warning}).",
        "{rules} règles vérifiées. Violations : {violation} ; avertissements : {warning}. "
        "Le graphe ne doit pas être publié en l’état.",
    ),
    "es": (
        "{rules} reglas comprobadas: ninguna infracción (advertencias: {warning}).",
        "{rules} reglas comprobadas. Infracciones: {violation}; advertencias: {warning}. "
        "El grafo no debe publicarse en su estado actual.",
    ),
}
_SEVERITIES = {
    "en": {Severity.VIOLATION: "violation", Severity.WARNING: "warning", Severity.INFO: "information"},
    "fr": {Severity.VIOLATION: "violation", Severity.WARNING: "avertissement", Severity.INFO: "information"},
    "es": {Severity.VIOLATION: "infracción", Severity.WARNING: "advertencia", Severity.INFO: "información"},
}


def shorten(text: str) -> str:
    """Text with the IRIs in it cut to identifiers (``party/SEN``) or to prefixed names (``skos:Concept``)."""
    for iri, short in _SHORTER:
        text = text.replace(iri, short)
    return text


def _heading(finding: Finding) -> tuple[Severity, str]:
    return finding.severity, finding.rule


def _section(findings: list[Finding], language: str) -> list[str]:
    first = findings[0]
    title = f"{first.rule} · {_SEVERITIES[language][first.severity]} · {first.message[language]}"
    return [title, *(f"  {_line(finding, language)}" for finding in findings), ""]


def _line(finding: Finding, language: str) -> str:
    name = finding.names.get(language) or shorten(finding.focus)
    colon = " : " if language == "fr" else ": "
    value = f"{colon}{shorten(finding.value)}" if finding.value else ""
    place = f"  ({finding.place})" if finding.place else ""
    return f"{name}{value}{place}"


def _add_result(graph: Graph, node: BNode, finding: Finding) -> None:
    from rdflib import RDF, BNode, Literal, Namespace, URIRef

    sh = Namespace(SH)
    focus = BNode(finding.focus[2:]) if finding.focus.startswith("_:") else URIRef(finding.focus)
    kind = "check" if finding.component == "SPARQLConstraintComponent" else "shape"
    graph.add((node, RDF.type, sh.ValidationResult))
    graph.add((node, sh.focusNode, focus))
    graph.add((node, sh.resultSeverity, sh[finding.severity.capitalize()]))
    graph.add((node, sh.sourceConstraintComponent, sh[finding.component]))
    graph.add((node, sh.sourceShape, URIRef(f"{BASE}{kind}/{finding.rule}")))
    if finding.value:
        graph.add((node, sh.value, Literal(finding.value)))
    for language, message in finding.message.items():
        graph.add((node, sh.resultMessage, Literal(message, lang=language)))
