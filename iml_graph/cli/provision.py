"""``iml provision``: what a provision does, gives, shares with others, and how it is read and limited."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import form, language, opened, store
from iml_graph.cli.right import show_cases
from iml_graph.labels import sentence, word
from iml_graph.provisions import ProvisionProfile, provision_profile

TAG_COLUMNS = ("provision", "right", "holder", "modality", "confidence", "authors", "note")
PART_COLUMNS = ("reference", "provision", "heading")
RELATION_COLUMNS = ("of", "relation", "instrument", "provision", "heading", "differs", "confidence", "authors")
GROUNDING_COLUMNS = ("objective", "title", "role", "confidence", "authors")


@click.command("provision")
@click.argument("instrument")
@click.argument("reference")
@store
@form
@language
def command(instrument: str, reference: str, lang: str, format_: str, location: str | None) -> None:
    """Show what a provision does, whom it gives which rights, and what others say the same, more or less.

    INSTRUMENT is an identifier, acronym or title; REFERENCE a number as in 22(5) or 22.5, or a part such as "Annex II".
    JSON has everything, CSV the relations.
    """
    with opened(location) as found:
        of = reading.resolve_instrument(found, instrument)
        profile = provision_profile(found, of, reading.resolve_provision(found, of, reference, lang), lang)
    relations = export.relation_rows(profile.relations, lang)
    if tables.show_data(export.provision_object(profile), relations, export.RELATION_COLUMNS, format_):
        return
    _show_identity(profile, format_, lang)
    parts = export.provision_rows(profile.parts, (), lang)
    tables.section(word("parts", lang), parts, PART_COLUMNS, format_, lang)
    tags = export.tag_rows(profile.tags, lang)
    tables.section(word("given", lang), tags, _without("provision", TAG_COLUMNS, profile), format_, lang)
    columns = _without("of", RELATION_COLUMNS, profile)
    tables.section(word("related", lang), relations, columns, format_, lang)
    groundings = export.grounding_rows(profile.groundings, lang)
    tables.section(word("groundings", lang), groundings, GROUNDING_COLUMNS, format_, lang)
    if tags or relations or groundings:
        click.echo(sentence("judgements_note", lang) + "\n")
    _show_reading(profile, format_, lang)
    tables.footer(profile.release, lang)


def _without(column: str, columns: tuple[str, ...], profile: ProvisionProfile) -> tuple[str, ...]:
    """Leave out a column that says the same in each row of what has no parts."""
    return columns if profile.parts else tuple(each for each in columns if each != column)


def _show_identity(profile: ProvisionProfile, format_: str, lang: str) -> None:
    provision = profile.provision
    tables.heading(provision.citation, format_)
    if provision.heading:
        click.echo(provision.heading)
    if provision.role:
        key = "provision_role" if profile.sources else "provision_role_unread"
        values = {"role": provision.role.label, "confidence": word(profile.confidence or "", lang)}
        told = sentence(key, lang, sources=", ".join(profile.sources), **values)
        click.echo(told[:1].upper() + told[1:])
    else:
        click.echo(sentence("provision_bare", lang))
    for name, other in (("part_of", profile.part_of), ("previous", profile.previous), ("next", profile.next)):
        tables.fact(name, [f"{other.label}, {other.heading}" if other.heading else other.label] if other else (), lang)
    click.echo()


def _show_reading(profile: ProvisionProfile, format_: str, lang: str) -> None:
    """Print the comments, decisions and reservations on the provision, on its parts and on what it is part of."""
    rows = export.comment_rows(profile.comments)
    tables.section(word("comments", lang), rows, ("symbol", "comment", "adopted", "articles"), format_, lang)
    show_cases(profile.cases, profile.provision.instrument.identifier, format_, lang)
    rows = export.reservation_rows(profile.reservations)
    tables.section(word("reservations", lang), rows, export.RESERVATION_COLUMNS, format_, lang)
