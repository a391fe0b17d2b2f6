"""``iml tagging``: what is not tagged, is doubtful, was tagged by one author alone; how far two codings agree."""

from __future__ import annotations

from pathlib import Path

import click

from iml_graph import export, resources
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.labels import sentence
from iml_graph.tagging import DUTY, GUARANTEE, Tagging, read_tagging

LISTS = ("untagged", "doubtful", "single", "agreement")


@click.command("tagging")
@click.argument("what", type=click.Choice(LISTS), required=False)
@click.option("--all", "everything", is_flag=True, help="List each tag of one author, each provision that differs.")
@click.option("--round", "name", metavar="NAME", help="Of `agreement`: a round of codings; the latest if not given.")
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the rounds are kept."
)
@store
@form
@language
def command(
    what: str | None,
    everything: bool,
    name: str | None,
    data: Path | None,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Show how far provisions are tagged: per instrument, or a list.

    WHAT is `untagged` (guarantees, then duties, without a tag), `doubtful` (low and medium confidence),
    `single` (tagged by one author only) or `agreement` (of two codings of the same provisions).
    """
    if what == "agreement":
        _show_agreement(data or resources.data(), name, everything, format_, lang)
        return
    with opened(location) as found:
        tagging = read_tagging(found, lang)
    if what == "untagged":
        _show_untagged(tagging, format_, lang)
    elif what == "doubtful":
        _show_tags(tagging, export.listed_rows(tagging.doubtful, lang), format_, lang)
    elif what == "single" and everything:
        _show_tags(tagging, export.listed_rows(tagging.single, lang), format_, lang)
    else:
        _show_counts(tagging, what, format_, lang)
    tables.footer(tagging.release, lang)


def _show_counts(tagging: Tagging, what: str | None, format_: str, lang: str) -> None:
    rows = export.count_rows(tagging)
    if tables.show_data(export.tagging_object(tagging), rows, export.COUNT_COLUMNS, format_):
        return
    columns = ("id", "instrument", "tags", "single") if what == "single" else export.COUNT_COLUMNS
    tables.show([row for row in rows if what is None or row["single"]], columns, format_, lang)


def _show_untagged(tagging: Tagging, format_: str, lang: str) -> None:
    rows = export.untagged_rows(tagging, lang)
    if tables.show_data(export.listed_object(tagging, rows), rows, export.UNTAGGED_COLUMNS, format_):
        return
    tables.show_by("role", rows, export.UNTAGGED_COLUMNS[1:], format_, lang)
    counts = {"guarantees": len(tagging.untagged(GUARANTEE)), "duties": len(tagging.untagged(DUTY))}
    click.echo(sentence("untagged", lang, **counts))


def _show_tags(tagging: Tagging, rows: export.Table, format_: str, lang: str) -> None:
    if tables.show_data(export.listed_object(tagging, rows), rows, export.LISTED_COLUMNS, format_):
        return
    tables.show_by("instrument", rows, export.LISTED_COLUMNS[2:], format_, lang)
    click.echo(sentence("tags_of", lang, count=len(rows), total=len(tagging.tags)))


def _show_agreement(data: Path, name: str | None, everything: bool, format_: str, lang: str) -> None:
    from iml_graph.agreement import latest_round, read_round

    found = read_round(data / "coding" / name if name else latest_round(data))
    rows = export.measure_rows(found, lang)
    if tables.show_data(export.agreement_object(found), rows, export.MEASURE_COLUMNS, format_):
        return
    click.echo(sentence("round", lang, round=found.round, count=found.items) + "\n")
    tables.show(rows, export.MEASURE_COLUMNS, format_, lang)
    if everything:
        click.echo()
        tables.show(export.differing_rows(found), export.DIFFERING_COLUMNS, format_, lang)
    click.echo("\n" + sentence("differing", lang, count=len(found.differing)))
