"""``iml corridor``: what binds two parties at once, right by right."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.errors import BadInputError
from iml_graph.export import contexts
from iml_graph.labels import sentence, word
from iml_graph.protection.asking import ask, find_holder
from iml_graph.protection.context import corridor

TABLE_COLUMNS = ("right", "state", "common", "first_cover", "second_cover")
DETAIL_COLUMNS = ("right", "state", "common", "first_by", "second_by")


@click.command("corridor")
@click.argument("first")
@click.argument("second")
@click.option("--right", "rights", multiple=True, metavar="RIGHT", help="Only this right or group; repeatable.")
@asking.holder
@reading_options
def command(
    first: str,
    second: str,
    rights: tuple[str, ...],
    holder: str | None,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Show for each right what binds both parties, one only, or none, with the articles.

    FIRST and SECOND are codes or names, such as a State of origin and a State of destination.
    """
    with asking.asking(location, first, on, lang) as asked:
        from iml_graph.reading import resolve_right

        other = ask(asked.adviser, second, on).view
        if other.party.code == asked.view.party.code:
            raise BadInputError(sentence("corridor_same", lang))
        wanted = tuple(resolve_right(asked.store, each) for each in rights)
        found = corridor(asked.view, other, wanted, find_holder(asked.adviser, holder))
        rows = contexts.corridor_rows(found, asked.names)
        if tables.show_data(contexts.corridor_object(found), rows, contexts.CORRIDOR_COLUMNS, format_):
            return
        ends = {"first": found.first.party.label, "second": found.second.party.label}
        tables.heading(sentence("corridor_title", lang, on=on, count=len(rows), **ends), format_)
        for said in contexts.corridor_counts(found, lang):
            click.echo(said)
        click.echo()
        tables.show_by("group", rows, DETAIL_COLUMNS if rights else TABLE_COLUMNS, format_, lang)
        named = word("list_mark", lang).join(asked.names.instrument(name) for name, _ in found.bilateral)
        click.echo(sentence("corridor_bilateral" if named else "no_bilateral", lang, instruments=named))
        click.echo(sentence("cover_note", lang))
        asking.footer(asked)
