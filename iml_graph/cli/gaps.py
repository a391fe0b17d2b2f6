"""``iml gaps``: which instruments a party could join and has not; which rights it has not undertaken to protect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import FORMATS, opened
from iml_graph.errors import BadInputError
from iml_graph.labels import sentence

if TYPE_CHECKING:
    from iml_graph.gaps import Gap

TABLE_COLUMNS = ("kind", "instrument", "title", "last_known", "step", "first", "signed", "complete_as_of")


@click.command("gaps")
@click.argument("name")
@click.option(
    "--by",
    type=click.Choice(("instrument", "right")),
    default="instrument",
    show_default=True,
    help="What is listed: instruments, or rights.",
)
@asking.holder
@asking.branch
@asking.what_if
@click.option("--all", "everything", is_flag=True, help="List the rights that are covered in full too.")
@asking.explain
@asking.explained
def command(
    name: str,
    by: str,
    holder: str | None,
    branch: str | None,
    joined: str,
    everything: bool,
    explain: bool,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """List the instruments that are open to a party and do not bind it, or the rights that are not covered in full.

    NAME is a code (SEN, SN) or a name in English, French or Spanish. All options from --holder to --explain are for
    --by right; JSON and CSV then always have all rights.
    """
    if by == "right":
        from iml_graph.cli.by_right import show_rights

        with asking.asking(location, name, on, lang, joined) as asked:
            show_rights(asked, branch, holder, everything, explain, format_)
        return
    given = {"--holder": holder, "--branch": branch, "--what-if": joined, "--all": everything, "--explain": explain}
    wrong = [option for option, value in given.items() if value]
    if wrong or format_ not in FORMATS:
        raise BadInputError(sentence("only_by_right", lang, option=(*wrong, f"--format {format_}")[0]))
    _show_instruments(location, name, on, lang, format_)


def _show_instruments(location: str | None, name: str, on: str, lang: str, format_: str) -> None:
    from iml_graph import export, reading
    from iml_graph.cli.party import about_party
    from iml_graph.gaps import party_gaps
    from iml_graph.terms import GapKind

    with opened(location) as store:
        found = party_gaps(store, reading.resolve_party(store, name), on, lang)
        names = reading.read_concept_labels(store, lang)
    rows = export.gap_rows(found, names)
    if tables.show_data(export.gaps_object(found), rows, export.GAP_COLUMNS, format_):
        return
    title = {"label": found.party.label, "code": found.party.code, "on": on, "count": len(rows)}
    click.echo(sentence("gaps", lang, **title) + "\n")
    about_party(found.party, lang)
    tables.show([_shown(row, gap) for row, gap in zip(rows, found.gaps, strict=True)], TABLE_COLUMNS, format_, lang)
    if found.of(GapKind.UNKNOWN):
        click.echo("\n" + sentence("unknown_note", lang))
    tables.footer(found.release, lang)


def _shown(row: dict[str, str], gap: Gap) -> dict[str, str]:
    """Leave out the title of an instrument without acronym: the table calls it by its short title already."""
    return row if gap.standing.instrument.acronym else row | {"title": ""}
