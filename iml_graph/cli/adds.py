"""``iml adds``: what an instrument would add for a party, article by article."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from textwrap import wrap

import click

from iml_graph import reading
from iml_graph.cli import asking, explained, tables
from iml_graph.cli.by_right import check_turtle
from iml_graph.errors import BadInputError
from iml_graph.export import additions
from iml_graph.labels import sentence, word
from iml_graph.protection.asking import Asked, check_instrument, clauses, not_open, weights_named
from iml_graph.protection.newness import Additions, equal_weights
from iml_graph.status import Standing
from iml_graph.terms import Status

TABLE_COLUMNS = ("article", "heading", "binding_by", "overlap", "relation", "judged_by")

_NEARLY = 0.05
"""Up to this share that is new, nearly nothing is."""


@click.command("adds")
@click.argument("name")
@click.argument("instrument")
@asking.weights
@asking.what_if
@asking.explain
@asking.explained
def command(
    name: str,
    instrument: str,
    weights: str,
    joined: str,
    explain: bool,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Show what an instrument would add: which articles are new, and by which others the rest binds already.

    NAME is a party, INSTRUMENT an acronym, number, identifier or title. An instrument that binds the party already is
    compared with what else binds it.
    """
    check_turtle(explain, format_, lang)
    with asking.asking(location, name, on, lang, joined) as asked:
        identifier = reading.resolve_instrument(asked.store, instrument)
        check_instrument(asked, identifier)
        standing = asked.view.standings[identifier]
        bound = asked.view.position.bound.get(identifier)
        if bound is None and standing.can.eligible is False and not standing.can.by_invitation:
            raise BadInputError(not_open(asked, identifier))
        added = asked.view.adds(identifier, weights_named(weights))
        if explain:
            explained.show_additions(asked, added, format_)
        else:
            _show(asked, added, standing, bound, format_)


def _show(asked: Asked, added: Additions, standing: Standing, bound: str | None, format_: str) -> None:
    rows = additions.addition_rows(added.additions, asked.names)
    equal = asked.view.adds(added.instrument, equal_weights())
    answer = additions.additions_object(asked.view, added, equal, asked.names, bound)
    if tables.show_data(answer, rows, additions.ADDITION_COLUMNS, format_):
        return
    click.echo(asked.title("adds_title", instrument=asked.names.instrument(added.instrument)) + "\n")
    asking.about(asked)
    for line in _lines(asked, added, equal, standing, bound):
        asking.say(line)
    click.echo()
    for kind, own in groupby(rows, key=lambda row: row["added"]):
        tables.section(kind, list(own), TABLE_COLUMNS, format_, asked.lang)
    if added.untagged:
        click.echo(sentence("adds_untagged", asked.lang, count=len(added.untagged)))
        for line in additions.untagged_lines(added, asked.adviser.law, asked.names):
            click.echo("\n".join(wrap(line, asking.WIDTH, subsequent_indent="  ")))
        click.echo()
    click.echo(sentence("judgements_note", asked.lang))
    asking.footer(asked)


def _lines(asked: Asked, added: Additions, equal: Additions, standing: Standing, bound: str | None) -> list[str]:
    """Say what the table comes to, and what to know before reading it."""
    lang, lines = asked.lang, []
    if bound is not None:
        lines.append(sentence("adds_bound", lang, since=bound or "?"))
    elif standing.status is Status.UNKNOWN and not standing.can.by_invitation:
        lines.append(sentence("adds_unknown", lang))
    if bound is None and standing.can.by_invitation:
        articles = word("list_mark", lang).join(clauses(asked, added.instrument, "invited-states"))
        lines.append(sentence("adds_invited", lang, articles=f": {articles}" if articles else ""))
    if added.instrument in asked.adviser.law.chosen:
        lines.append(sentence("adds_chooses", lang))
    same = (other for each in added.additions for other in each.overlaps if other.article == each.article.key)
    through = Counter(other.through for other in same if other.through)
    for name, count in through.items():
        values = {"count": count, "total": len(added.additions), "through": asked.names.instrument(name)}
        lines.append(sentence("adds_through", lang, **values))
    share = max(added.share, equal.share)
    if share <= _NEARLY and added.additions:
        lines.append(sentence("adds_nearly_nothing" if share else "adds_nothing", lang))
    kinds = Counter(additions.kind_of(each) for each in added.additions)
    counts = {"whole": kinds["new-whole"], "part": kinds["new-part"], "none": kinds["new-none"]}
    lines.append(sentence("adds_counts", lang, total=len(added.additions), **counts))
    default = asked.view.adds(added.instrument)
    shares = {"default": additions.percent(default.share), "equal": additions.percent(equal.share)}
    lines.append(sentence("adds_share", lang, **shares))
    whole = sum(each.weight for each in added.additions)
    values = {"weights": word(added.weights, lang), "new": f"{added.new:.2f}", "whole": f"{whole:.2f}"}
    lines.append(sentence("adds_weights", lang, **values))
    return lines
