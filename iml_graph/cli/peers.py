"""``iml peers``: who of the peers of a party is bound by an instrument, since when."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.cli.road import all_words
from iml_graph.export import contexts
from iml_graph.labels import sentence
from iml_graph.protection.context import peers

TABLE_COLUMNS = ("code", "party", "status", "in_force_from", "signed", "until", "mode", "last_known", "groups")


@click.command("peers")
@click.argument("party")
@click.argument("instrument")
@click.option(
    "--group",
    metavar="GROUP",
    help="region, rec, process or income; a group by name (ecowas, rabat, 202); or list:AAA,BBB.",
)
@reading_options
def command(
    party: str, instrument: str, group: str | None, on: str, lang: str, format_: str, location: str | None
) -> None:
    """Show which peers of a party are bound by an instrument, who signed, and of whom that is not known.

    Without --group: its region, its organizations and its consultation processes.
    """
    with asking.asking(location, party, on, lang) as asked:
        from iml_graph.reading import resolve_instrument

        named = resolve_instrument(asked.store, instrument)
        found = peers(asked.store, asked.view.party.code, named, on, lang, group)
        concepts = all_words(asked.store, lang, ("action-types", "statuses"))
    rows = contexts.peer_rows(found, concepts, lang)
    if tables.show_data(contexts.peers_object(found), rows, contexts.PEER_COLUMNS, format_):
        return
    values = {"label": found.party.label, "code": found.party.code, "instrument": found.instrument.name}
    tables.heading(sentence("peers_title", lang, on=on, count=len(rows), **values), format_)
    for said in contexts.group_sentences(found, lang):
        click.echo(said)
    click.echo()
    tables.show(rows, TABLE_COLUMNS, format_, lang)
    if any(each.standing.status.value == "unknown" for each in found.peers):
        click.echo("\n" + sentence("unknown_note", lang))
    tables.footer(found.release, lang)
