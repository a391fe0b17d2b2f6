"""``iml party``: where a party stands towards every instrument on a date."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import opened
from iml_graph.cli.options import reading as reading_options
from iml_graph.labels import sentence
from iml_graph.status import party_profile
from iml_graph.terms import Status

TABLE_COLUMNS = (
    *("instrument", "status", "mode", "signed", "deposited", "in_force_from", "until"),
    *("last_known", "complete_as_of"),
)


@click.command("party")
@click.argument("name")
@reading_options
def command(name: str, on: str, lang: str, format_: str, location: str | None) -> None:
    """Show where a party stands towards every instrument.

    NAME is a code (SEN, SN) or a name in English, French or Spanish.
    """
    with opened(location) as store:
        profile = party_profile(store, reading.resolve_party(store, name), on, lang)
        names = reading.read_concept_labels(store, lang)
    rows = export.party_rows(profile, names)
    if tables.show_data(export.party_object(profile), rows, export.PARTY_COLUMNS, format_):
        return
    click.echo(sentence("profile", lang, label=profile.party.label, code=profile.party.code, on=on) + "\n")
    if profile.party.territory_of:
        click.echo(sentence("territory", lang, state=profile.party.territory_of) + "\n")
    if profile.party.exists_until:
        click.echo(sentence("ended", lang, until=profile.party.exists_until) + "\n")
    tables.show(rows, TABLE_COLUMNS, format_, lang)
    tables.footnotes(profile.standings, names, lang)
    if any(standing.status is Status.UNKNOWN for standing in profile.standings):
        click.echo("\n" + sentence("unknown_note", lang))
    tables.footer(profile.release, lang)
