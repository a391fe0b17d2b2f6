"""``iml instrument``: who is bound by an instrument on a date; of soft law and bilateral treaties, what they are."""

from __future__ import annotations

from dataclasses import replace

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import opened
from iml_graph.cli.options import reading as reading_options
from iml_graph.entries import Entry, read_entry
from iml_graph.labels import sentence, word
from iml_graph.records import SECONDARY_LAW
from iml_graph.status import InstrumentProfile, instrument_profile
from iml_graph.store import Store

TABLE_COLUMNS = (
    *("code", "party", "status", "through", "mode", "signed", "deposited", "since", "until", "scope", "last_known"),
)


PROVISION_COLUMNS = ("reference", "heading", "role", "rights")


@click.command("instrument")
@click.argument("name")
@click.option("--provisions", is_flag=True, help="List its provisions, what they do and which rights they give.")
@reading_options
def command(name: str, provisions: bool, on: str, lang: str, format_: str, location: str | None) -> None:
    """Show who is bound by an instrument, and since when.

    NAME is an acronym (ICRMW, CIDTM), a number (IV-13, C097), an identifier (uk-58212) or a title in English, French or
    Spanish. Of what nobody joins (soft law, bilateral treaties) it shows the entry.
    """
    with opened(location) as store:
        known = reading.resolve_instrument(store, name)
        entry = read_entry(store, known, lang)
        if provisions:
            _show_provisions(store, entry, lang, format_)
        elif entry.instrument.joinable or entry.instrument.nature == SECONDARY_LAW:
            _show_profile(store, entry, on, lang, format_)
        else:
            _show_entry(entry, lang, format_)
    tables.footer(entry.release, lang)


def _show_profile(store: Store, entry: Entry, on: str, lang: str, format_: str) -> None:
    profile = instrument_profile(store, entry.instrument.identifier, on, lang)
    names = reading.read_concept_labels(store, lang)
    rows = export.instrument_rows(profile, names)
    if tables.show_data(export.instrument_object(profile), rows, export.STANDING_COLUMNS, format_):
        return
    click.echo(f"{profile.instrument.title}\n{in_force_sentence(profile, lang)}\n")
    listed = replace(profile, standings=tuple(each for each in profile.standings if not each.shut_out))
    counts = ((names[key], count) for key, count in listed.counts().items() if count)
    click.echo("".join(sentence("count", lang, label=label, count=count) + "\n" for label, count in counts))
    tables.show(rows, TABLE_COLUMNS, format_, lang)
    tables.footnotes(profile.standings, names, lang)


def _show_provisions(store: Store, entry: Entry, lang: str, format_: str) -> None:
    """Print the provisions that are described; those that only an act or a decision names are left out."""
    identifier = entry.instrument.identifier
    lexicon = reading.read_lexicon(store, lang)
    listed = [each for each in reading.read_provisions(store, identifier, lang, lexicon) if each.order]
    tags = reading.read_tags(store, lang, instrument=identifier, lexicon=lexicon)
    rows = export.provision_rows(listed, tags, lang)
    answer = export.provisions_object(identifier, listed, tags, entry.release)
    if tables.show_data(answer, rows, export.PROVISION_COLUMNS, format_):
        return
    click.echo(entry.instrument.title + "\n")
    tables.show(rows, PROVISION_COLUMNS, format_, lang)
    click.echo("\n" + sentence("judgements_note" if rows else "not_described", lang))


def _show_entry(entry: Entry, lang: str, format_: str) -> None:
    if tables.show_data(export.entry_object(entry), export.entry_rows(entry), export.ENTRY_COLUMNS, format_):
        return
    instrument = entry.instrument
    click.echo(f"{instrument.title}\n{sentence('adopted', lang, adopted=instrument.adopted)}")
    if instrument.in_force:
        click.echo(sentence("in_force", lang, in_force=instrument.in_force))
    if instrument.ended:
        click.echo(sentence("terminated", lang, ended=instrument.ended))
    if not instrument.binding:
        click.echo(sentence("soft_law", lang))
    if entry.vote:
        click.echo(sentence("vote", lang, on=entry.vote.on, not_recorded=entry.vote.not_recorded, **entry.vote.cast))
    click.echo()
    for fact in entry.facts:
        name = word(fact.property, lang) if fact.name == fact.property else fact.name
        click.echo(
            sentence("fact", lang, name=name[:1].upper() + name[1:], values=word("list_mark", lang).join(fact.values))
        )


def in_force_sentence(profile: InstrumentProfile, lang: str) -> str:
    """Say whether the instrument was adopted and in force on the date."""
    instrument = profile.instrument
    if not profile.adopted:
        return sentence("not_adopted", lang, on=profile.on, adopted=instrument.adopted)
    if profile.in_force:
        return sentence("in_force", lang, in_force=instrument.in_force)
    key = "not_in_force_until" if instrument.in_force else "not_in_force"
    return sentence(key, lang, on=profile.on, in_force=instrument.in_force)
