"""``iml changes``: what a party did and what that changed between two days."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import form, language, store
from iml_graph.dates import day_before, parse_on, today
from iml_graph.errors import BadInputError
from iml_graph.export import candidates
from iml_graph.labels import sentence, word
from iml_graph.protection.history import period

ACT_COLUMNS = ("on_day", "event", "instrument", "subject", "effective")
TURN_COLUMNS = ("on_day", "event", "instrument", "subject")
CHANGE_COLUMNS = ("right", "before", "after")


@click.command("changes")
@click.argument("name")
@click.option("--since", required=True, metavar="DATE", help="The first day, YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="The last day; today if not given.")
@store
@form
@language
def command(name: str, since: str, until: str | None, lang: str, format_: str, location: str | None) -> None:
    """Show what changed for a party in some days: acts, intervals begun and ended, rights covered otherwise.

    NAME is a code (SEN, SN) or a name in English, French or Spanish. Rights are compared between the day before and the
    last day.
    """
    first = parse_on(since).isoformat()
    last = (parse_on(until) if until else today()).isoformat()
    if last < first:
        raise BadInputError(sentence("since_after_until", lang, since=first, until=last))
    with asking.asking(location, name, last, lang) as asked:
        changed = period(asked.adviser, asked.view.dossier, first, last)
        rows = candidates.period_rows(changed, asked.names)
        if tables.show_data(candidates.period_object(asked.view, changed), rows, candidates.PERIOD_COLUMNS, format_):
            return
        click.echo(asked.title("changes_title", since=first, until=last) + "\n")
        asking.about(asked)
        acts, turns = candidates.act_rows(changed.acts, asked.names), candidates.turn_rows(changed.turns, asked.names)
        rights = candidates.change_rows(changed.changes, asked.names)
        tables.section(word("acts_done", lang), acts, ACT_COLUMNS, format_, lang)
        tables.section(word("intervals", lang), turns, TURN_COLUMNS, format_, lang)
        tables.section(word("rights_changed", lang), rights, CHANGE_COLUMNS, format_, lang)
        if not (acts or turns or rights):
            click.echo(sentence("changes_none", lang))
        if changed.began:
            click.echo(sentence("changes_began", lang, since=asked.view.party.exists_from or day_before(first)))
        if changed.ceased:
            named = word("list_mark", lang).join(map(asked.names.instrument, changed.ceased))
            asking.say(sentence("changes_ceased", lang, instruments=named))
        asking.footer(asked)
