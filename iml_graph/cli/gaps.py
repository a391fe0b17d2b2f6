"""``iml gaps``: which instruments a party could join and has not, why, and what it can do next."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import opened
from iml_graph.cli.options import reading as reading_options
from iml_graph.cli.party import about_party
from iml_graph.gaps import Gap, party_gaps
from iml_graph.labels import sentence
from iml_graph.terms import GapKind

TABLE_COLUMNS = ("kind", "instrument", "title", "last_known", "step", "first", "signed", "complete_as_of")


@click.command("gaps")
@click.argument("name")
@reading_options
def command(name: str, on: str, lang: str, format_: str, location: str | None) -> None:
    """List the instruments that are open to a party and do not bind it.

    NAME is a code (SEN, SN) or a name in English, French or Spanish.
    """
    with opened(location) as store:
        found = party_gaps(store, reading.resolve_party(store, name), on, lang)
        names = reading.read_concept_labels(store, lang)
    rows = export.gap_rows(found, names)
    if tables.show_data(export.gaps_object(found), rows, export.GAP_COLUMNS, format_):
        return
    title = {"label": found.party.label, "code": found.party.code, "on": on, "count": len(rows)}
    click.echo(sentence("gaps", lang, **title) + "\n")
    about_party(found.party, lang)
    tables.show([_shown(row, gap) for row, gap in zip(rows, found.gaps, strict=True)], TABLE_COLUMNS, format_, lang)
    if found.of(GapKind.UNKNOWN):
        click.echo("\n" + sentence("unknown_note", lang))
    tables.footer(found.release, lang)


def _shown(row: dict[str, str], gap: Gap) -> dict[str, str]:
    """Leave out the title of an instrument without acronym: the table calls it by its short title already."""
    return row if gap.standing.instrument.acronym else row | {"title": ""}
