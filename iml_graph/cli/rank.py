"""``iml rank``: which instruments open to a party would add most."""

from __future__ import annotations

from textwrap import wrap

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.export import candidates
from iml_graph.labels import sentence, word
from iml_graph.protection.asking import find_instruments, weights_named
from iml_graph.protection.ranking import Order, rank
from iml_graph.terms import GapKind

TABLE_COLUMNS = ("instrument", "added", "newness", "better", "step", "first", "kind", "known")


@click.command("rank")
@click.argument("name")
@asking.weights
@click.option(
    "--by",
    "order",
    type=click.Choice([each.value for each in Order]),
    default=Order.NEW.value,
    show_default=True,
    help="Order by the weight of what is new, by its share, or by the number of rights covered better.",
)
@asking.among
@reading_options
def command(
    name: str, weights: str, order: str, among: str, on: str, lang: str, format_: str, location: str | None
) -> None:
    """Order the instruments that a party could join by what each would add.

    Each is compared with what binds the party on the day. What it may join only by invitation stands last.
    """
    with asking.asking(location, name, on, lang) as asked:
        names = find_instruments(asked.adviser, among)
        found = rank(asked.view, weights_named(weights), Order(order), names)
        rows = candidates.candidate_rows(found, asked.names)
        answer = candidates.candidates_object(asked.view, found, weights, order)
        if tables.show_data(answer, rows, candidates.CANDIDATE_COLUMNS, format_):
            return
        said = sentence(f"order-{order}", lang)
        click.echo(asked.title("rank_title", order=said, count=len(found)) + "\n")
        asking.about(asked)
        if not found:
            click.echo(sentence("no_candidates", lang))
            return
        tables.show(rows, TABLE_COLUMNS, format_, lang)
        click.echo()
        asking.say(sentence("rank_weights", lang, weights=word(weights, lang)))
        if any(each.gap.kind is GapKind.UNKNOWN for each in found):
            asking.say(sentence("rank_unknown", lang))
        click.echo()
        tables.heading(word("better", lang), format_)
        for row in rows:
            if row["rights_given"]:
                line = sentence("rank_line", lang, instrument=row["instrument"], rights=row["rights_given"])
                click.echo("\n".join(wrap(line, asking.WIDTH, subsequent_indent="  ")))
        asking.footer(asked)
