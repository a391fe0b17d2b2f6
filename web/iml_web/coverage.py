"""What the graph holds and what it lacks: counts, what facts rest on, and every instrument field by field."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.coverage import Force, InstrumentCoverage, measure_coverage
from iml_graph.export import (
    ANALYSIS_COLUMNS,
    BRANCH_COLUMNS,
    COVERAGE_COLUMNS,
    STATEMENT_COLUMNS,
    SUPPORT_COLUMNS,
    analysis_rows,
    branch_rows,
    coverage_object,
    coverage_rows,
    statement_rows,
    support_rows,
)
from iml_graph.labels import sentence
from iml_web import facets, graph, language, shown
from iml_web.facets import Facet
from iml_web.formats import Asked, Page, respond

bp = Blueprint("coverage", __name__)

QUERIES = (
    "instrument-classes",
    "instrument-coverage",
    "recorded-acts",
    "coverage",
    "support",
    "unanchored",
    "analysis",
)


@bp.get("/coverage")
def show() -> Response:
    """Show the coverage of the graph; the download has every instrument that the filter leaves."""
    lang = language.lang()
    report = graph.remember(("coverage", lang), lambda: measure_coverage(graph.store(), lang))
    found = facets.narrow(report.instruments, _facets(), lambda each: f"{each.identifier} {_name(each)}")
    left = replace(report, instruments=tuple(found.items))
    page = Page(
        template="coverage.html",
        title=language.translate("coverage.title"),
        context={
            "report": report,
            "found": found,
            "branches": branch_rows(report, lang),
            "supports": support_rows(report, lang),
            "statements": statement_rows(report, lang),
            "statements_note": sentence("statements_about", lang),
            "analyses": analysis_rows(report, lang),
            "analysis_note": sentence("analysis_about", lang),
            "ANALYSIS_COLUMNS": ANALYSIS_COLUMNS,
            "FORCES": tuple(Force),
            "BRANCH_COLUMNS": BRANCH_COLUMNS,
            "STATEMENT_COLUMNS": STATEMENT_COLUMNS,
            "SUPPORT_COLUMNS": SUPPORT_COLUMNS,
        },
        document=coverage_object(left),
        rows=coverage_rows(left, lang),
        columns=COVERAGE_COLUMNS,
        asked=[_asked(name) for name in QUERIES],
    )
    return respond(page)


def _asked(name: str) -> Asked:
    takes_lang = any(parameter.name == "lang" for parameter in graph.library()[f"maintainer/{name}"].params)
    return Asked(f"maintainer/{name}", {"lang": language.lang()} if takes_lang else {})


def _name(entry: InstrumentCoverage) -> str:
    return shown.name(ns.instrument(entry.identifier))


def _facets() -> list[Facet[InstrumentCoverage]]:
    return [
        Facet("force", shown.word("force"), lambda each: [each.force.value], shown.word),
        Facet("branch", shown.word("branch"), lambda each: each.branches, _branch),
        Facet("missing", shown.word("missing"), lambda each: each.missing, shown.word),
    ]


def _branch(label: str) -> str:
    return label or language.translate("site.none")
