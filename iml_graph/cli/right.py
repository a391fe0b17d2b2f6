"""``iml right``: what a right means, which provisions give it, and how it is read; how it is covered for a party."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import asking, tables
from iml_graph.cli.options import FORMATS
from iml_graph.errors import BadInputError
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import Adviser
from iml_graph.protection.asking import Asked, find_right
from iml_graph.provision_records import Case
from iml_graph.rights import RightProfile, read_concept, right_profile

TABLE_COLUMNS = ("instrument", "provision", "heading", "right", "holder", "modality", "confidence", "authors")

CLAIM_COLUMNS = ("norm", "stance", "claimed_status", "claimant", "document", "date", "place", "confidence")

_LATEST = 10
"""How many decisions a table lists."""


@click.command("right")
@click.argument("name")
@click.argument("party", required=False)
@asking.holder
@asking.what_if
@asking.explain
@asking.explained
def command(
    name: str,
    party: str | None,
    holder: str | None,
    joined: str,
    explain: bool,
    on: str,
    lang: str,
    format_: str,
    location: str | None,
) -> None:
    """Show which provisions give a right, to whom and in what way; or, with PARTY, how it is covered for that party.

    NAME is an identifier (non-refoulement) or a name in English, French or Spanish, of a right or a group of rights.
    JSON has everything, CSV the provisions. The options from --holder to --on need a party.
    """
    if party:
        with asking.asking(location, party, on, lang, joined) as asked:
            _show_cover(asked, find_right(asked.adviser, name), holder, explain, format_)
        return
    given = {"--holder": holder, "--what-if": joined, "--explain": explain, "--format turtle": format_ not in FORMATS}
    if wrong := [option for option, value in given.items() if value]:
        raise BadInputError(sentence("needs_party", lang, option=wrong[0], right=name))
    with Adviser.open(location, lang) as adviser:
        profile = right_profile(adviser.store, find_right(adviser, name), lang)
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


def _show_cover(asked: Asked, right: str, holder: str | None, explain: bool, format_: str) -> None:
    """Print how a right is covered for a party, or each right of a group."""
    from iml_graph.cli import by_right  # with all that answers on protection need

    if asked.adviser.law.rights.narrower(right) != {right}:
        by_right.show_rights(asked, right, holder, True, explain, format_)
        return
    store, lang = asked.adviser.store, asked.lang
    concept = read_concept(store, "rights", right, lang, reading.read_lexicon(store, lang))
    by_right.show_right(asked, right, concept.definition, holder, explain, format_)


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
