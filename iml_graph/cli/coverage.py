"""``iml coverage``: what the graph holds, and what its facts rest on."""

from __future__ import annotations

import click

from iml_graph import export
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.coverage import measure_coverage


@click.command("coverage")
@click.option("--instruments", is_flag=True, help="List every instrument with what is recorded of it.")
@store
@form
@language
def command(instruments: bool, lang: str, format_: str, location: str | None) -> None:
    """Show what the graph holds: instruments by branch, what the facts rest on, what reservations concern,
    how far the provisions of each are described.

    With --instruments: every instrument, what is not recorded of it, and until which day its record is complete;
    as Markdown, the document docs/coverage.md.
    """
    with opened(location) as found:
        report = measure_coverage(found, lang)
    listed = export.coverage_rows(report, lang)
    if tables.show_data(export.coverage_object(report), listed, export.COVERAGE_COLUMNS, format_):
        return
    if instruments and format_ == "md":
        click.echo(export.coverage_document(report, lang), nl=False)
    elif instruments:
        tables.show(listed, export.COVERAGE_COLUMNS, format_, lang)
    else:
        tables.show(export.branch_rows(report, lang), export.BRANCH_COLUMNS, format_, lang)
        click.echo()
        tables.show(export.support_rows(report, lang), export.SUPPORT_COLUMNS, format_, lang)
        click.echo()
        tables.show(export.statement_rows(report, lang), export.STATEMENT_COLUMNS, format_, lang)
        click.echo()
        tables.show(export.analysis_rows(report, lang), export.ANALYSIS_COLUMNS, format_, lang)
    tables.footer(report.release, lang)
