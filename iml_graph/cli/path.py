"""``iml path``: the shortest explained way from one thing to another."""

from __future__ import annotations

import click

from iml_graph import export
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.labels import sentence
from iml_graph.paths import shortest_way

TABLE_COLUMNS = ("start", "link", "end")


@click.command("path")
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@click.option("--via", multiple=True, metavar="LINK", help="Go this link only (elaborates, equivalent); repeatable.")
@store
@form
@language
def command(start: str, end: str, via: tuple[str, ...], lang: str, format_: str, location: str | None) -> None:
    """Show the shortest way from one thing to another, and what each step means.

    FROM and TO are an instrument or general comment (iccpr, CAT/C/GC/4), a provision (iccpr:9, "iccpr:9(4)"), an
    objective of the Global Compact (gcm:13), a norm claimed as custom (custom:non-refoulement) or a decision by its
    symbol.
    """
    with opened(location) as found:
        way = shortest_way(found, start, end, lang, via)
    rows = export.way_rows(way)
    if tables.show_data(export.way_object(way), rows, export.WAY_COLUMNS, format_):
        return
    if rows:
        tables.show(rows, TABLE_COLUMNS, format_, lang)
    else:
        key = "same_thing" if way.start == way.end else "no_way"
        click.echo(sentence(key, lang, start=way.start, end=way.end))
    tables.footer(way.release, lang)
