"""Answers as text: tables for the terminal and for Markdown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from iml_graph import export
from iml_graph.cli import grid
from iml_graph.labels import sentence, word

if TYPE_CHECKING:
    from iml_graph.records import Dispute, Exemption, Release
    from iml_graph.status import Standing


def show(rows: export.Table, columns: tuple[str, ...], format_: str, lang: str) -> None:
    """Print rows as CSV, as a Markdown table, or as a table cut to the columns that have anything in them."""
    if format_ == "csv":
        click.echo(export.to_csv(rows, columns), nl=False)
        return
    click.echo(_table(rows, _used(rows, columns), format_, lang))


def _used(rows: export.Table, columns: tuple[str, ...]) -> list[str]:
    return [column for column in columns if any(row.get(column) for row in rows)]


def show_by(key: str, rows: export.Table, columns: tuple[str, ...], format_: str, lang: str) -> None:
    """Print rows that come in the order of a column as one table a value of it, each under its name.

    All tables have the same columns, those that have anything in them in any.
    """
    used = _used(rows, columns)
    for name, group in groupby(rows, key=lambda row: row[key]):
        heading(name, format_)
        click.echo(_table(list(group), used, format_, lang) + "\n")


def heading(name: str, format_: str) -> None:
    """Print the heading of a table."""
    click.echo(f"### {name}\n" if format_ == "md" else f"{name}\n{'=' * len(name)}\n")


def section(name: str, rows: export.Table, columns: tuple[str, ...], format_: str, lang: str) -> None:
    """Print rows as a table under a heading, if there are any, with the columns that have anything in them."""
    if rows:
        heading(name, format_)
        click.echo(_table(rows, _used(rows, columns), format_, lang) + "\n")


def fact(name: str, values: Iterable[str], lang: str) -> None:
    """Print one line of a fact with its values, if there are any."""
    if shown := word("list_mark", lang).join(values):
        click.echo(sentence("fact", lang, name=word(name, lang), values=shown))


def show_json(answer: export.Object) -> None:
    """Print an answer as JSON."""
    click.echo(export.to_json(answer), nl=False)


def show_data(answer: export.Object, rows: export.Table, columns: tuple[str, ...], format_: str) -> bool:
    """Print an answer for programs if one of their forms is asked for, and tell whether it was.

    Args:
        answer: printed as JSON.
        rows: the same, printed as CSV.
        columns: of the CSV.
        format_: one of ``iml_graph.cli.options.FORMATS``; tables for people print nothing here.
    """
    if format_ not in ("json", "csv"):
        return False
    click.echo(export.to_json(answer) if format_ == "json" else export.to_csv(rows, columns), nl=False)
    return True


def _table(rows: export.Table, columns: Sequence[str], format_: str, lang: str) -> str:
    body = [[row.get(column, "") for column in columns] for row in rows]
    return draw(body, [word(column, lang) for column in columns], format_)


def draw(body: Sequence[Sequence[str]], headings: Sequence[str], format_: str) -> str:
    """Draw cells as a table for people: in Markdown, or as wide as the terminal."""
    if format_ == "md":
        return grid.markdown(body, headings)
    return grid.simple(body, headings, _columns() if body else None)


def _columns() -> int:
    """Number of columns of the terminal, as the variable of the environment or the system gives it."""
    try:
        return int(os.environ["COLUMNS"]) or _WIDE
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or _WIDE
    except (AttributeError, ValueError, OSError):
        return _WIDE


_WIDE = 160
"""Columns, where there is no terminal."""


def footer(release: Release, lang: str) -> None:
    """Print which release has answered, on standard error so that standard output stays a table."""
    values = {"release": release.release, "data_date": release.data_date}
    click.echo(sentence("footer", lang, **values), err=True)


def footnotes(standings: Iterable[Standing], names: Mapping[str, str], lang: str) -> None:
    """Print what a table cannot hold: who left and came back, and where sources disagree."""
    found = []
    for standing in standings:
        if len(standing.history) > _ORDINARY_ACTS:
            found.append(_history(standing, names, lang))
        found += [_dispute(standing, dispute, lang) for dispute in standing.disputes]
        found += [_exemption(standing, exemption, names, lang) for exemption in standing.exemptions]
    if found:
        click.echo("\n" + "\n".join(found))


_ORDINARY_ACTS = 2
"""A signature and a consent, which the table shows."""


def _history(standing: Standing, names: Mapping[str, str], lang: str) -> str:
    acts = word("list_mark", lang).join(
        f"{names.get(act.action, act.action)} {act.deposited or ''}".strip()
        + (f" ({word('effective', lang).lower()} {act.effective})" if act.effective else "")
        for act in standing.history
    )
    return sentence("history", lang, instrument=_name(standing), acts=acts)


def _dispute(standing: Standing, dispute: Dispute, lang: str) -> str:
    return sentence(
        "dispute",
        lang,
        instrument=_name(standing),
        adopted=dispute.adopted or "?",
        stated=dispute.stated or dispute.evidence.shown,
        source=dispute.evidence.source,
        reason=dispute.reason or sentence("open_dispute", lang),
    )


def _exemption(standing: Standing, exemption: Exemption, names: Mapping[str, str], lang: str) -> str:
    days = (("from", exemption.start), ("to", exemption.until))
    return sentence(
        "exemption",
        lang,
        party=standing.party.label,
        instrument=_name(standing),
        kind=names.get(exemption.kind, exemption.kind),
        basis=exemption.basis,
        span="".join(sentence(key, lang, day=day) for key, day in days if day),
    )


def _name(standing: Standing) -> str:
    return standing.instrument.name
