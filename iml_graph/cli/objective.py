"""``iml objective``: on which provisions and norms an objective of the Global Compact rests."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.labels import sentence
from iml_graph.provisions import objective_profile

TABLE_COLUMNS = ("instrument", "provision", "heading", "norm", "confidence", "authors", "note")


@click.command("objective")
@click.argument("number")
@store
@form
@language
def command(number: str, lang: str, format_: str, location: str | None) -> None:
    """Show on which provisions and customary norms an objective of the Global Compact rests, by whose judgement.

    NUMBER is that of the objective, 1 to 23, or its title in English, French or Spanish.
    """
    with opened(location) as found:
        profile = objective_profile(found, reading.resolve_objective(found, number), lang)
    rows = export.grounding_rows(profile.groundings, lang)
    if tables.show_data(export.objective_object(profile), rows, export.GROUNDING_COLUMNS, format_):
        return
    tables.heading(f"{profile.number}. {profile.objective.label}", format_)
    tables.fact("rights", (each.label for each in profile.rights), lang)
    click.echo()
    tables.show_by("role", rows, TABLE_COLUMNS, format_, lang)
    click.echo(sentence("judgements_note" if rows else "no_groundings", lang))
    tables.footer(profile.release, lang)
