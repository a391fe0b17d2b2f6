"""``iml minimum``: the fewest instruments with which a party covers all rights that it still can."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.export import candidates, cover
from iml_graph.labels import sentence, word
from iml_graph.protection.asking import find_holder, find_instruments, find_rights, weights_named
from iml_graph.protection.minimum import minimum
from iml_graph.protection.ranking import COVERED
from iml_graph.terms import GapKind

TABLE_COLUMNS = ("instrument", "gives", "step", "first", "kind", "known")
REMAINING_COLUMNS = ("right", "cover", "rests_on", "limits", "perhaps")

_MOST = 2


@click.command("minimum")
@click.argument("name")
@asking.holder
@asking.branch
@asking.among
@asking.weights
@reading_options
def command(
    name: str,
    holder: str | None,
    branch: str | None,
    among: str,
    weights: str,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Find the smallest set of instruments open to a party that covers every right which can still be covered whole.

    The set is exact. Of sets as small it is the one that weighs most by what its instruments add, then the first by
    identifier.
    """
    with asking.asking(location, name, on, lang) as asked:
        group = find_holder(asked.adviser, holder)
        names = find_instruments(asked.adviser, among)
        rights = find_rights(asked, branch)
        found = minimum(asked.view, weights_named(weights), rights, group, names)
        rows = candidates.chosen_rows(found, asked.names)
        if tables.show_data(
            candidates.minimum_object(asked.view, found, weights), rows, candidates.CHOSEN_COLUMNS, format_
        ):
            return
        title = asked.title("minimum_title", count=len(found.instruments))
        asking.say(title)
        click.echo()
        asking.about(asked)
        if not rows:
            click.echo(sentence("minimum_none", lang) + "\n")
        else:
            tables.show(rows, TABLE_COLUMNS, format_, lang)
            click.echo()
        counts = sentence(
            "minimum_counts",
            lang,
            before=sum(each.cover in COVERED for each in found.before),
            after=sum(each.cover in COVERED for each in found.after),
            total=len(found.after),
            candidates=len(found.candidates),
            weights=word(weights, lang),
        )
        asking.say(counts)
        if any(gap.kind is GapKind.UNKNOWN for gap in found.gaps):
            asking.say(sentence("rank_unknown", lang))
        click.echo()
        left = cover.cover_rows(found.remaining, asked.adviser.law, asked.names, most=_MOST)
        tables.section(word("still_open", lang), left, REMAINING_COLUMNS, format_, lang)
        asking.footer(asked)
