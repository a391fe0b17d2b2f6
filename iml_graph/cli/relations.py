"""``iml relations``: what the provisions of an instrument are to those of others, in one table."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.relations import relation_table


@click.command("relations")
@click.argument("name")
@click.option("--with", "other", metavar="NAME", help="Only to provisions of this instrument.")
@store
@form
@language
def command(name: str, other: str | None, lang: str, format_: str, location: str | None) -> None:
    """Show, provision by provision, what an instrument says the same as others, more, less or part of.

    NAME is an acronym (ICRMW), a number or a title. A provision without a counterpart is listed with empty columns,
    unless it is about procedures or final clauses.
    """
    with opened(location) as found:
        known = reading.resolve_instrument(found, name)
        against = reading.resolve_instrument(found, other) if other else None
        table = relation_table(found, known, lang, against)
    rows = export.pair_rows(table)
    if tables.show_data(export.relation_table_object(table), rows, export.PAIR_COLUMNS, format_):
        return
    if format_ == "md":
        click.echo(export.relation_document(table, lang), nl=False)
        return
    tables.heading(table.instrument.title, format_)
    click.echo(export.relations_note(table, lang) + "\n")
    tables.show(export.relation_table_rows(table), export.RELATION_TABLE_COLUMNS, format_, lang)
    tables.footer(table.release, lang)
