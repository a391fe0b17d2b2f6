"""``iml party``: where a party stands towards every instrument on a date."""

from __future__ import annotations

from dataclasses import replace

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import opened
from iml_graph.cli.options import reading as reading_options
from iml_graph.labels import sentence
from iml_graph.records import Party
from iml_graph.status import party_profile
from iml_graph.terms import Status

TABLE_COLUMNS = (
    *("instrument", "status", "through", "mode", "signed", "deposited", "in_force_from", "until", "scope"),
    *("last_known", "complete_as_of"),
)


@click.command("party")
@click.argument("name")
@click.option("--all", "everything", is_flag=True, help="List the instruments that it may not join too.")
@reading_options
def command(name: str, everything: bool, on: str, lang: str, format_: str, location: str | None) -> None:
    """Show where a party stands towards every treaty and every act that binds it through an organization.

    NAME is a code (SEN, SN) or a name in English, French or Spanish. JSON and CSV always have all.
    """
    with opened(location) as store:
        profile = party_profile(store, reading.resolve_party(store, name), on, lang)
        names = reading.read_concept_labels(store, lang)
    rows = export.party_rows(profile, names)
    if tables.show_data(export.party_object(profile), rows, export.PARTY_COLUMNS, format_):
        return
    click.echo(sentence("profile", lang, label=profile.party.label, code=profile.party.code, on=on) + "\n")
    about_party(profile.party, lang)
    listed = [standing for standing in profile.standings if everything or not standing.shut_out]
    shown = export.party_rows(replace(profile, standings=tuple(listed)), names)
    tables.show_by("branch", shown, TABLE_COLUMNS, format_, lang)
    tables.footnotes(listed, names, lang)
    if count := len(profile.standings) - len(listed):
        click.echo(sentence("left_out", lang, count=count))
    if any(standing.status is Status.UNKNOWN for standing in listed):
        click.echo(sentence("unknown_note", lang))
    tables.footer(profile.release, lang)


def about_party(party: Party, lang: str) -> None:
    """Say of what is no State of today how to read what follows."""
    if party.territory_of:
        click.echo(sentence("territory", lang, state=party.territory_of) + "\n")
    if party.exists_until:
        click.echo(sentence("ended", lang, until=party.exists_until) + "\n")
