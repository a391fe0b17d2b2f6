"""What the graph holds, as an object and as rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iml_graph.coverage import ANALYSIS, CoverageReport, Force, InstrumentCoverage, Statements, Support
from iml_graph.export.forms import Object, Table, to_markdown
from iml_graph.labels import sentence, word

COVERAGE_COLUMNS = (
    *("instrument", "force", "branch", "official_titles", "missing", "acts", "complete_as_of", "sources"),
)
BRANCH_COLUMNS = ("branch", *Force)
SUPPORT_COLUMNS = ("facts", "one", "several", "editorial")
ANALYSIS_COLUMNS = ("instrument", *ANALYSIS)
STATEMENT_COLUMNS = ("instrument", "statements", "anchored", "general", "elsewhere", "unanchored")


def coverage_object(report: CoverageReport) -> Object:
    """What the graph holds, whole."""
    return {
        "release": report.release.release,
        "data_date": report.release.data_date,
        "counts": {force.value: len(report.of(force)) for force in Force},
        "facts": {s.kind: _support_object(s) for s in (*report.supports, report.total)},
        "statements": {s.instrument: _statements_object(s) for s in (*report.statements, report.all_statements)},
        "analysis": {
            own.instrument: {name: getattr(own, name) for name in ANALYSIS}
            for own in (*report.analyses, report.whole_analysis)
        },
        "instruments": [_coverage_object(entry) for entry in report.instruments],
    }


def _support_object(support: Support) -> Object:
    return {"one_source": support.one, "several_sources": support.several, "editorial": support.editorial}


def _statements_object(own: Statements) -> Object:
    return {name: getattr(own, name) for name in STATEMENT_COLUMNS[1:]}


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


def statement_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of reservations and declarations, by instrument and by what they concern, with a line of totals."""
    lines = [(own.instrument, own) for own in report.statements]
    return [
        {"instrument": name, **{column: str(getattr(own, column)) for column in STATEMENT_COLUMNS[1:]}}
        for name, own in (*lines, (word("total", lang), report.all_statements))
    ]


def analysis_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of provisions, tags and relations, by instrument, with a line of totals."""
    lines = [(own.instrument, own) for own in report.analyses]
    return [
        {"instrument": name, **{column: str(getattr(own, column)) for column in ANALYSIS}}
        for name, own in (*lines, (word("total", lang), report.whole_analysis))
    ]


_SHOWN = tuple(column for column in COVERAGE_COLUMNS if column not in ("force", "branch"))
"""Columns of a table of the document, whose headings say the rest."""


def coverage_document(report: CoverageReport, lang: str) -> str:
    """The whole coverage as a Markdown document: counts, then a table for each force and branch of law.

    Bilateral treaties, which come from one register with the same fields, are only counted.
    """
    about = sentence("coverage_about", lang, data_date=report.release.data_date)
    parts = [f"# {word('coverage', lang)}", about]
    parts += [to_markdown(branch_rows(report, lang), BRANCH_COLUMNS, lang)]
    parts += [to_markdown(support_rows(report, lang), SUPPORT_COLUMNS, lang)]
    parts += [f"## {word('statements', lang)}", sentence("statements_about", lang)]
    parts += [to_markdown(statement_rows(report, lang), STATEMENT_COLUMNS, lang)]
    parts += [f"## {word('analysis', lang)}", sentence("analysis_about", lang)]
    parts += [to_markdown(analysis_rows(report, lang), ANALYSIS_COLUMNS, lang)]
    for force in (each for each in Force if each is not Force.BILATERAL):
        listed = [row for row in coverage_rows(report, lang) if row["force"] == word(force, lang)]
        parts += [f"## {word(force, lang)}", *_sections(listed, lang)]
    return "\n\n".join(parts) + "\n"


def _sections(rows: Table, lang: str) -> Iterator[str]:
    """Yield a heading and a table for each branch, of rows that come in its order."""
    for branch, own in groupby(rows, key=lambda row: row["branch"]):
        yield f"### {branch}"
        yield to_markdown(list(own), _SHOWN, lang)
