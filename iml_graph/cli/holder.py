"""``iml holder``: which rights provisions give to a group of persons."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.labels import sentence
from iml_graph.rights import holder_profile

TABLE_COLUMNS = ("instrument", "provision", "heading", "holder", "modality", "force", "confidence", "authors")


@click.command("holder")
@click.argument("name")
@store
@form
@language
def command(name: str, lang: str, format_: str, location: str | None) -> None:
    """Show which rights provisions give to a group of persons, and to narrower groups.

    NAME is an identifier (migrants-irregular) or a name in English, French or Spanish. What is everyone’s is not
    repeated: it stands under all-persons.
    """
    with opened(location) as found:
        profile = holder_profile(found, reading.resolve_holder(found, name), lang)
    rows = [row for _, tags in profile.by_right for row in export.tag_rows(tags, lang)]
    if tables.show_data(export.holder_object(profile), rows, export.TAG_COLUMNS, format_):
        return
    tables.heading(profile.holder.label, format_)
    click.echo(profile.definition)
    tables.fact("broader", (each.label for each in profile.broader), lang)
    tables.fact("narrower", (each.label for each in profile.narrower), lang)
    click.echo()
    alone = all(tag.holder == profile.holder for tag in profile.tags)
    columns = tuple(column for column in TABLE_COLUMNS if column != "holder" or not alone)
    tables.show_by("right", rows, columns, format_, lang)
    click.echo(sentence("judgements_note" if rows else "no_provisions", lang))
    tables.footer(profile.release, lang)
