"""``iml crosscheck``: where two sources state the same acts or memberships, do they state the same days?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from iml_graph import resources
from iml_graph.build.agreement import TreatyCheck
from iml_graph.cli import tables
from iml_graph.cli.options import FORMATS
from iml_graph.crosscheck import Agreement, CountCheck, CrossCheck, Difference, Statement, cross_check
from iml_graph.export import Table
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import ActionRow

PAIR_COLUMNS = ("left", "right", "class", "compared", "agree", "differ", "modes differ", "only left", "only right")
DIFFERENCE_COLUMNS = ("subject", "party", "class", "differs in", "left", "left says", "right", "right says")
TREATY_COLUMNS = ("instrument", "stated", "computed", "agrees")
EFFECT_COLUMNS = ("source", "basis", "agree", "differ")
EFFECT_ROW_COLUMNS = ("instrument", "party", "action", "deposited", "ours", "basis", "theirs", "source")
COUNT_COLUMNS = ("source", "instrument", "printed", "ours", "agrees")

Tables = dict[str, tuple[Table, tuple[str, ...]]]


@click.command("crosscheck")
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the rows are kept.")
@click.option("--all", "everything", is_flag=True, help="List adjudicated differences and other modes too.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def command(data: Path | None, everything: bool, format_: str) -> None:
    """Report how the sources agree on dates, and how computed entries into force agree with stated ones.

    Lists the differences. Exits with 1 if a difference of dates has not been adjudicated.
    """
    found = cross_check(resources.ontology(), data or resources.data())
    shown = tabulate(found, everything)
    if format_ == "json":
        click.echo(json.dumps({name: rows for name, (rows, _) in shown.items()}, indent=2))
    else:
        for name, (rows, columns) in shown.items():
            click.echo(f"\n{name.capitalize()}: {len(rows)}\n")
            tables.show(rows, columns, format_, "en")
        click.echo(f"\n{len(found.undecided)} differing dates are not adjudicated.")
    if found.undecided:
        raise SystemExit(1)


def tabulate(found: CrossCheck, everything: bool) -> Tables:
    """Put a cross-check into tables, by name, with their columns; ``everything`` lists what is decided too."""
    listed = found.differences if everything else found.undecided
    own = [check for check in found.effects if not check.agrees]
    return {
        "pairs": ([_pair_row(each) for pair in found.comparisons for each in pair.sums()], PAIR_COLUMNS),
        "counts": ([_count_row(check) for check in found.counts], COUNT_COLUMNS),
        "entry into force of treaties": ([_treaty_row(check) for check in found.treaties], TREATY_COLUMNS),
        "entry into force for parties": (_text_rows(map(asdict, found.effect_sums)), EFFECT_COLUMNS),
        "entry into force for parties, differences": (_text_rows(map(asdict, own)), EFFECT_ROW_COLUMNS),
        "differences": ([_difference_row(difference) for difference in listed], DIFFERENCE_COLUMNS),
    }


def _text_rows(rows: Iterable[dict[str, object]]) -> Table:
    return [{key: str(value) for key, value in row.items()} for row in rows]


def _pair_row(own: Agreement) -> dict[str, str]:
    return {
        "left": own.left,
        "right": own.right,
        "class": own.action_class,
        "compared": str(own.compared),
        "agree": str(own.agree),
        "differ": str(own.differ),
        "modes differ": str(own.modes_differ),
        "only left": str(own.only_left),
        "only right": str(own.only_right),
    }


def _count_row(check: CountCheck) -> dict[str, str]:
    return {
        "source": check.printed.source,
        "instrument": check.printed.instrument,
        "printed": f"{check.printed.signatories or '-'} / {check.printed.parties or '-'}",
        "ours": f"{check.signatories} / {check.parties}",
        "agrees": "yes" if check.agrees else "no",
    }


def _treaty_row(check: TreatyCheck) -> dict[str, str]:
    """A treaty's stated entry into force beside the computed one; too few deposits on record give none."""
    return {
        "instrument": check.instrument,
        "stated": check.stated or "",
        "computed": check.computed or "",
        "agrees": "yes" if check.agrees else "no" if check.computed else "",
    }


def _difference_row(difference: Difference) -> dict[str, str]:
    left, right = difference.left, difference.right
    row = left or right
    return {
        "subject": _subject(row),
        "party": row.party if row else "",
        "class": difference.action_class,
        "differs in": difference.kind,
        "left": left.source if left else "",
        "left says": _says(left),
        "right": right.source if right else "",
        "right says": _says(right),
    }


def _subject(row: Statement | None) -> str:
    if row is None:
        return ""
    return row.organization if isinstance(row, MembershipRow) else row.instrument


def _says(row: Statement | None) -> str:
    if row is None:
        return ""
    return f"{row.date} {row.action if isinstance(row, ActionRow) else row.event}"
