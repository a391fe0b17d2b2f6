"""``iml road``: how a party gets to an instrument, and what comes with it."""

from __future__ import annotations

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.options import reading as reading_options
from iml_graph.dates import parse_on
from iml_graph.export import roads
from iml_graph.labels import sentence, word
from iml_graph.protection.road import Road, road, words_of
from iml_graph.store import Store
from iml_graph.terms import Status

SCHEMES = ("action-types", "acceptance-modes", "next-steps", "participation-classes", "statuses")


def _read_deposit(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return parse_on(value).isoformat() if value else None


@click.command("road")
@click.argument("party")
@click.argument("instrument")
@click.option(
    "--deposit", metavar="DATE", callback=_read_deposit, help="The day of deposit; the day asked about if not given."
)
@reading_options
def command(
    party: str, instrument: str, deposit: str | None, on: str, lang: str, format_: str, location: str | None
) -> None:
    """Show the next step of a party towards an instrument, and what comes with joining it.

    PARTY and INSTRUMENT are codes, identifiers or names. The clause that opens the step, the depositary, the day of
    entry into force, reservations, older conventions denounced, procedures, reports, and areas of national law.
    """
    with asking.asking(location, party, on, lang) as asked:
        from iml_graph.reading import resolve_instrument

        found = road(asked.adviser, asked.view.party.code, resolve_instrument(asked.store, instrument), on, deposit)
        concepts = all_words(asked.store, lang, SCHEMES)
    if tables.show_data(roads.road_object(found), roads.road_rows(found, concepts, lang), roads.ROAD_COLUMNS, format_):
        return
    _show(found, concepts, format_, lang)
    tables.footer(found.release, lang)


def all_words(store: Store, lang: str, schemes: tuple[str, ...]) -> dict[str, str]:
    """Name the concepts of several vocabularies, by identifier."""
    return {key: label for scheme in schemes for key, label in words_of(store, scheme, lang).items()}


def _show(found: Road, concepts: dict[str, str], format_: str, lang: str) -> None:
    values = {"label": found.party.label, "code": found.party.code, "instrument": found.instrument.name}
    tables.heading(sentence("road_title", lang, on=found.on, **values), format_)
    for line in _status(found, concepts, lang):
        click.echo(line)
    click.echo()
    columns = tuple(each for each in roads.WAY_COLUMNS if found.step or each != "open_now")
    tables.section(word("ways", lang), roads.opening_rows(found, concepts, lang), columns, format_, lang)
    tables.heading(word("formalities", lang), format_)
    _formalities(found, lang)
    if found.step:
        tables.heading(word("effect", lang), format_)
        click.echo(roads.effect_sentence(found, lang) + "\n")
    _reservations(found, format_, lang)
    if found.denounced:
        tables.heading(word("denounced", lang), format_)
        click.echo("\n".join(roads.denounced_sentences(found, lang)) + "\n")
    _follow(found, concepts, format_, lang)


def _status(found: Road, concepts: dict[str, str], lang: str) -> list[str]:
    standing = found.standing
    if standing.last_known and standing.status is Status.UNKNOWN:
        known = concepts.get(standing.last_known.value, standing.last_known.value)
        said = [sentence("road_known", lang, day=standing.complete_as_of, status=known)]
    else:
        said = [sentence("road_status", lang, status=concepts.get(standing.status.value, standing.status.value))]
    if standing.status is Status.PARTY:
        said.append(sentence("road_since", lang, since=standing.in_force_from))
    if found.step:
        said.append(sentence("road_step", lang, step=concepts.get(found.step.value, found.step.value)))
    if found.otherwise:
        step = concepts.get(found.otherwise.value, found.otherwise.value)
        said.append(sentence("road_otherwise", lang, step=step))
    if found.first and found.step:
        first = word("list_mark", lang).join(found.names.get(each, each) for each in found.first)
        said.append(sentence("road_first", lang, instruments=first))
    if not found.advised:
        said.append(sentence("road_closed", lang))
    return said


def _formalities(found: Road, lang: str) -> None:
    names = word("list_mark", lang).join(name for _, name in found.formalities.depositaries)
    click.echo(sentence("deposit_with", lang, names=names) if names else sentence("no_depositary", lang))
    tables.fact("page", (*found.formalities.addresses, *found.formalities.pages), lang)
    shown = found.formalities.pages
    tables.fact("text_page", (url for url in found.formalities.texts if url not in shown), lang)
    click.echo(sentence("no_address", lang) + "\n")


def _reservations(found: Road, format_: str, lang: str) -> None:
    tables.heading(word("reservation_rules", lang), format_)
    if found.reservations:
        tables.show(roads.rule_rows(found, lang), roads.RULE_COLUMNS, format_, lang)
    else:
        click.echo(sentence("reservations_unread", lang))
    click.echo()
    tables.heading(word("reservation_uses", lang), format_)
    if found.uses:
        tables.show(roads.use_rows(found, lang), roads.USE_COLUMNS, format_, lang)
    else:
        click.echo(sentence("no_uses", lang))
    click.echo()


def _follow(found: Road, concepts: dict[str, str], format_: str, lang: str) -> None:
    """Print what follows: procedures, reports, areas of law."""
    tables.heading(word("procedures", lang), format_)
    rows = roads.procedure_rows(found, concepts, lang)
    _table_or(rows, roads.PROCEDURE_COLUMNS, "no_procedures", format_, lang)
    tables.heading(word("reports", lang), format_)
    _table_or(roads.report_rows(found, lang), roads.REPORT_COLUMNS, "no_reports", format_, lang)
    tables.heading(word("areas", lang), format_)
    _table_or(roads.area_rows(found, lang), roads.AREA_COLUMNS, "no_areas", format_, lang)
    if found.areas:
        click.echo(sentence("areas_note", lang))


def _table_or(rows: list[dict[str, str]], columns: tuple[str, ...], key: str, format_: str, lang: str) -> None:
    if rows:
        tables.show(rows, columns, format_, lang)
    else:
        click.echo(sentence(key, lang))
    click.echo()
