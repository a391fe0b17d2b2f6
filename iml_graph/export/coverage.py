"""What the graph holds, as an object and as rows."""

from __future__ import annotations

from iml_graph.coverage import CoverageReport, Force, InstrumentCoverage, Support
from iml_graph.export.forms import Object, Table
from iml_graph.labels import word

COVERAGE_COLUMNS = (
    *("instrument", "force", "branch", "official_titles", "missing", "acts", "complete_as_of", "sources"),
)
BRANCH_COLUMNS = ("branch", *Force)
SUPPORT_COLUMNS = ("facts", "one", "several", "editorial")


def coverage_object(report: CoverageReport) -> Object:
    """What the graph holds, whole."""
    return {
        "release": report.release.release,
        "data_date": report.release.data_date,
        "counts": {force.value: len(report.of(force)) for force in Force},
        "facts": {s.kind: _support_object(s) for s in (*report.supports, report.total)},
        "instruments": [_coverage_object(entry) for entry in report.instruments],
    }


def _support_object(support: Support) -> Object:
    return {"one_source": support.one, "several_sources": support.several, "editorial": support.editorial}


def _coverage_object(entry: InstrumentCoverage) -> Object:
    return {
        "instrument": entry.identifier,
        "force": entry.force.value,
        "branches": list(entry.branches),
        "official_titles": entry.official_titles,
        "missing": list(entry.missing),
        "acts": entry.acts,
        "complete_as_of": entry.complete_as_of,
        "sources": list(entry.sources),
    }


def coverage_rows(report: CoverageReport, lang: str) -> Table:
    """Every instrument with what is recorded of it, as a flat row."""
    return [
        {
            "instrument": entry.identifier,
            "force": word(entry.force, lang),
            "branch": ", ".join(entry.branches),
            "official_titles": str(entry.official_titles),
            "missing": ", ".join(word(name, lang).lower() for name in entry.missing),
            "acts": str(entry.acts or ""),
            "complete_as_of": entry.complete_as_of or "",
            "sources": ", ".join(entry.sources),
        }
        for entry in report.instruments
    ]


def branch_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of instruments, by branch and force, with a line of totals."""
    lines = [(label, counts) for label, counts in report.by_branch().items()]
    rows = [{"branch": label, **{force: str(counts[force] or "") for force in Force}} for label, counts in lines]
    return [*rows, {"branch": word("total", lang), **{force: str(len(report.of(force))) for force in Force}}]


def support_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of facts, by what they rest on, with a line of totals."""
    return [
        {
            "facts": s.label or word(s.kind, lang),
            "one": str(s.one),
            "several": str(s.several),
            "editorial": str(s.editorial),
        }
        for s in (*report.supports, report.total)
    ]
