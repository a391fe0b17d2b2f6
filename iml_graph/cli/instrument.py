"""``iml instrument``: who is bound by an instrument on a date."""

from __future__ import annotations

import click

from iml_graph import export, reading
from iml_graph.cli import tables
from iml_graph.cli.options import opened
from iml_graph.cli.options import reading as reading_options
from iml_graph.labels import sentence
from iml_graph.status import InstrumentProfile, instrument_profile

TABLE_COLUMNS = ("code", "party", "status", "mode", "signed", "deposited", "since", "until", "last_known")


@click.command("instrument")
@click.argument("name")
@reading_options
def command(name: str, on: str, lang: str, format_: str, location: str | None) -> None:
    """Show who is bound by an instrument, and since when.

    NAME is an acronym (ICRMW, CIDTM), a depositary number (IV-13) or a title in English, French or Spanish.
    """
    with opened(location) as store:
        profile = instrument_profile(store, reading.resolve_instrument(store, name), on, lang)
        names = reading.read_concept_labels(store, lang)
    rows = export.instrument_rows(profile, names)
    if tables.show_data(export.instrument_object(profile), rows, export.STANDING_COLUMNS, format_):
        return
    click.echo(f"{profile.instrument.title}\n{in_force_sentence(profile, lang)}\n")
    counts = ((names[key], count) for key, count in profile.counts().items() if count)
    click.echo("".join(sentence("count", lang, label=label, count=count) + "\n" for label, count in counts))
    tables.show(rows, TABLE_COLUMNS, format_, lang)
    tables.footnotes(profile.standings, names, lang)
    tables.footer(profile.release, lang)


def in_force_sentence(profile: InstrumentProfile, lang: str) -> str:
    """Say whether the instrument was adopted and in force on the date."""
    instrument = profile.instrument
    if not profile.adopted:
        return sentence("not_adopted", lang, on=profile.on, adopted=instrument.adopted)
    if profile.in_force:
        return sentence("in_force", lang, in_force=instrument.in_force)
    key = "not_in_force_until" if instrument.in_force else "not_in_force"
    return sentence(key, lang, on=profile.on, in_force=instrument.in_force)
