"""``iml compare``: two to six parties side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from iml_graph.cli import tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.cli.road import all_words
from iml_graph.export import contexts
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import Adviser
from iml_graph.protection.asking import ask
from iml_graph.protection.comparison import By, Comparison, Order, compare

SCHEMES = ("cover-classes", "statuses")

by = click.option(
    "--by",
    type=click.Choice([each.value for each in By]),
    default=By.RIGHT.value,
    show_default=True,
    help="What the lines are.",
)
sort = click.option(
    "--sort",
    "order",
    type=click.Choice([each.value for each in Order]),
    default=Order.NAME.value,
    show_default=True,
    help="By name, or by how many of the parties hold the line.",
)
everything = click.option("--all", "everything", is_flag=True, help="List the lines on which all are alike too.")


def comparing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of comparisons."""
    for option in (reading_options, everything, sort, by):
        command = option(command)
    return command


@click.command("compare")
@click.argument("parties", nargs=-1, required=True)
@comparing
def command(
    parties: tuple[str, ...],
    by: str,
    order: str,
    everything: bool,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Set two to six parties side by side, right by right or instrument by instrument.

    PARTIES are codes or names. Lines on which all are alike are left out of the table; CSV and JSON have all.
    """
    with Adviser.open(location, lang) as adviser:
        codes = []
        for name in parties:
            view = ask(adviser, name, on).view
            codes.append(view.party.code)
        found = compare(adviser, codes, on, By(by))
        concepts = all_words(adviser.store, lang, SCHEMES)
    lines = found.ordered(Order(order))
    rows = contexts.comparison_rows(lines)
    if tables.show_data(contexts.comparison_object(found, lines), rows, contexts.comparison_columns(found), format_):
        return
    listed = [line for line in lines if everything or line.differs()]
    title(found, len(listed), format_, lang)
    shown = contexts.shown_rows(listed, concepts)
    columns = ("item", *(party.code for party in found.parties))
    if Order(order) is Order.NAME:
        tables.show_by("group", shown, columns, format_, lang)
    else:
        tables.show(shown, columns, format_, lang)
        click.echo()
    if len(lines) > len(listed):
        click.echo(sentence("same_lines", lang, count=len(lines) - len(listed)))
    tables.footer(found.release, lang)


def title(found: Comparison, count: int, format_: str, lang: str) -> None:
    """Print what is compared."""
    names = word("list_mark", lang).join(f"{party.label} ({party.code})" for party in found.parties)
    said = word(found.by.value, lang).lower()
    tables.heading(sentence("compare_title", lang, parties=names, on=found.on, by=said, count=count), format_)
