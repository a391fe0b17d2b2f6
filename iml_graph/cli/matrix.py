"""``iml matrix``: all members of a group by rights or instruments."""

from __future__ import annotations

import click

from iml_graph.cli import tables
from iml_graph.cli.compare import SCHEMES, comparing
from iml_graph.cli.road import all_words
from iml_graph.export import contexts
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import Adviser
from iml_graph.protection.comparison import By, Order, matrix
from iml_graph.protection.groups import read_groups


@click.command("matrix")
@click.option(
    "--group", required=True, metavar="GROUP", help="A group by name (ecowas, rabat, 202, low); or list:AAA,BBB."
)
@comparing
def command(
    group: str, by: str, order: str, everything: bool, on: str, lang: str, format_: str, location: str | None
) -> None:
    """Show for all members of a group how each right is covered, or where each stands towards each instrument.

    The table has one sign a cell; CSV and JSON have classes and statuses. Lines on which all are alike are left out of
    the table.
    """
    with Adviser.open(location, lang) as adviser:
        chosen = read_groups(adviser.store, lang, on).find(group)
        found = matrix(adviser, chosen.members, on, By(by))
        concepts = all_words(adviser.store, lang, SCHEMES)
    lines = found.ordered(Order(order))
    rows = contexts.comparison_rows(lines)
    if tables.show_data(contexts.comparison_object(found, lines), rows, contexts.comparison_columns(found), format_):
        return
    listed = [line for line in lines if everything or line.differs()]
    values = {"on": on, "by": word(found.by.value, lang).lower(), "count": len(listed)}
    tables.heading(sentence("compare_title", lang, parties=f"{chosen.label} ({len(found.parties)})", **values), format_)
    codes = tuple(party.code for party in found.parties)
    shown = contexts.marked_rows(listed)
    if Order(order) is Order.NAME:
        tables.show_by("group", shown, ("item", *codes, "total"), format_, lang)
    else:
        tables.show(shown, ("item", *codes, "total"), format_, lang)
        click.echo()
    click.echo(contexts.legend(listed, concepts, lang))
    if len(lines) > len(listed):
        click.echo(sentence("same_lines", lang, count=len(lines) - len(listed)))
    tables.footer(found.release, lang)
