"""``iml context``: what surrounds the step of a party to join an instrument."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.export import contexts
from iml_graph.export.forms import Table
from iml_graph.labels import sentence, word
from iml_graph.protection.context import context


@click.command("context")
@click.argument("party")
@click.argument("instrument")
@reading_options
def command(party: str, instrument: str, on: str, lang: str, format_: str, location: str | None) -> None:
    """Show what urges a party to join an instrument, what that serves, what helps, and what can be done without.

    Recommendations of the universal periodic review, objectives of the Global Compact, targets of the Sustainable
    Development Goals, courses, consultation processes, and texts that the party supports already.
    """
    with asking.asking(location, party, on, lang) as asked:
        from iml_graph.reading import resolve_instrument

        found = context(asked.adviser, asked.view.party.code, resolve_instrument(asked.store, instrument), on)
        rows = contexts.context_rows(found, asked.names)
        if tables.show_data(contexts.context_object(found), rows, contexts.CONTEXT_COLUMNS, format_):
            return
        values = {"label": found.party.label, "code": found.party.code, "instrument": found.instrument.name}
        tables.heading(sentence("context_title", lang, on=on, **values), format_)
        click.echo(sentence("recommended", lang, count=len(found.recommendations), accepted=found.accepted))
        click.echo(sentence("no_treaty_bodies", lang) + "\n")
        rows = contexts.recommendation_rows(found)
        tables.section(word("recommendations", lang), rows, contexts.RECOMMENDATION_COLUMNS, format_, lang)
        for key, served in (("objectives", found.objectives), ("targets", found.targets)):
            rows = contexts.served_rows(served, asked.names)
            tables.section(word(key, lang), rows, contexts.SERVED_COLUMNS, format_, lang)
        _or("courses", contexts.course_rows(found), contexts.COURSE_COLUMNS, "no_courses", format_, lang)
        rows = contexts.process_rows(found, lang)
        tables.section(word("processes", lang), rows, contexts.PROCESS_COLUMNS, format_, lang)
        rows = contexts.support_rows(found, asked.names)
        _or("support", rows, contexts.SUPPORT_COLUMNS, "no_support", format_, lang)
        if rows:
            click.echo(sentence("support_note", lang))
        asking.footer(asked)


def _or(key: str, rows: Table, columns: tuple[str, ...], empty: str, format_: str, lang: str) -> None:
    """Print a section, or say that there is nothing."""
    if rows:
        tables.section(word(key, lang), rows, columns, format_, lang)
    else:
        tables.heading(word(key, lang), format_)
        click.echo(sentence(empty, lang) + "\n")
