"""``iml right``: what a right means, which provisions give it, and how it is read."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.labels import sentence, word
from iml_graph.provision_records import Case
from iml_graph.rights import RightProfile, right_profile

TABLE_COLUMNS = ("instrument", "provision", "heading", "right", "holder", "modality", "confidence", "authors")

CLAIM_COLUMNS = ("norm", "stance", "claimed_status", "claimant", "document", "date", "place", "confidence")

_LATEST = 10
"""How many decisions a table lists."""


@click.command("right")
@click.argument("name")
@store
@form
@language
def command(name: str, lang: str, format_: str, location: str | None) -> None:
    """Show which provisions give a right, to whom and in what way.

    NAME is an identifier (non-refoulement) or a name in English, French or Spanish, of a right or a group of rights.
    JSON has everything, CSV the provisions.
    """
    with opened(location) as found:
        profile = right_profile(found, reading.resolve_right(found, name), lang)
    rows = export.tag_rows(profile.tags, lang)
    if tables.show_data(export.right_object(profile), rows, export.TAG_COLUMNS, format_):
        return
    tables.heading(profile.right.label, format_)
    click.echo(profile.definition)
    tables.fact("broader", (each.label for each in profile.broader), lang)
    tables.fact("narrower", (each.label for each in profile.narrower), lang)
    click.echo()
    alone = all(tag.right == profile.right for tag in profile.tags)
    columns = tuple(column for column in TABLE_COLUMNS if column != "right" or not alone)
    tables.show_by("force", rows, columns, format_, lang)
    click.echo(sentence("judgements_note" if rows else "no_provisions", lang) + "\n")
    _show_reading(profile, format_, lang)
    tables.footer(profile.release, lang)


def _show_reading(profile: RightProfile, format_: str, lang: str) -> None:
    """Print who claims the right as custom, which comments and decisions there are on it, and what it belongs with."""
    rows = export.claim_rows(profile.claims, lang)
    tables.section(word("claims", lang), rows, CLAIM_COLUMNS, format_, lang)
    if rows:
        click.echo(sentence("claims_note", lang) + "\n")
    rows = export.comment_rows(profile.comments)
    tables.section(word("comments", lang), rows, export.COMMENT_COLUMNS, format_, lang)
    show_cases(profile.cases, None, format_, lang)
    tables.fact("objectives", (f"{each.identifier}. {each.label}" for each in profile.objectives), lang)
    tables.fact("targets", (f"{each.identifier}. {each.label}" for each in profile.targets), lang)


def show_cases(cases: tuple[Case, ...], instrument: str | None, format_: str, lang: str) -> None:
    """Print how many decisions there are, and the latest; of their provisions, those of one instrument, or all."""
    if not cases:
        return
    tables.heading(word("cases", lang), format_)
    key = "cases_shown" if len(cases) > _LATEST else "cases_count"
    click.echo(sentence(key, lang, count=len(cases), shown=_LATEST) + "\n")
    tables.show(export.case_rows(cases[:_LATEST], instrument), export.CASE_COLUMNS, format_, lang)
    click.echo()
