"""``iml crosscheck``: where two sources state the same acts, do they state the same days?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from iml_graph import resources
from iml_graph.adjudications import load_adjudications
from iml_graph.cli import tables
from iml_graph.cli.options import FORMATS
from iml_graph.crosscheck import Comparison, CountCheck, Difference, check_counts, compare_all, undecided
from iml_graph.export import Table
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.counts import read_csv as read_counts
from iml_graph.ingest.rows import ActionRow, read_csv
from iml_graph.sources import Source, load_sources

PAIR_COLUMNS = ("left", "right", "class", "compared", "agree", "differ", "modes differ", "only left", "only right")
DIFFERENCE_COLUMNS = ("instrument", "party", "class", "kind", "left", "left says", "right", "right says")
COUNT_COLUMNS = ("source", "instrument", "printed", "ours", "agrees")


@click.command("crosscheck")
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the rows are kept.")
@click.option("--all", "everything", is_flag=True, help="List adjudicated differences and other modes too.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def command(data: Path | None, everything: bool, format_: str) -> None:
    """Report agreement for each pair of sources, and list the differences.

    Exits with 1 if a difference of days has not been adjudicated.
    """
    folder = data or resources.data()
    rows = [row for path in sorted((folder / "participation").glob("*.csv")) for row in read_csv(path)]
    sources = load_sources(folder / "sources.toml")
    comparisons = compare_all(rows, tuple(sources))
    counts = held_against_rows(read_counts(folder / "printed-counts.csv"), rows, sources)
    still_open = undecided(comparisons, load_adjudications(folder / "adjudications.csv"))
    listed = [d for c in comparisons for d in c.differences] if everything else list(still_open)
    if format_ == "json":
        click.echo(json.dumps(_object(comparisons, listed, counts), indent=2))
    else:
        tables.show(pair_rows(comparisons), PAIR_COLUMNS, format_, "en")
        click.echo()
        tables.show(count_rows(counts), COUNT_COLUMNS, format_, "en")
        click.echo(f"\n{len(still_open)} differing days are not adjudicated.")
        if listed:
            tables.show([difference_row(d) for d in listed], DIFFERENCE_COLUMNS, format_, "en")
    if still_open:
        raise SystemExit(1)


def held_against_rows(
    printed: Iterable[PrintedCount], rows: list[ActionRow], sources: Mapping[str, Source]
) -> list[CountCheck]:
    """Hold each printed count against the rows of the primary source of its instrument."""
    primary = {
        instrument: source.id
        for source in sources.values()
        if source.role == "primary"
        for coverage in source.coverage
        for instrument in coverage.instruments
    }
    return [check for count in printed for check in check_counts(rows, [count], primary.get(count.instrument, ""))]


def pair_rows(comparisons: Iterable[Comparison]) -> Table:
    """Sum up each pair of sources by class of act."""
    return [_pair_row(comparison, kind) for comparison in comparisons for kind in ("consent", "signature")]


def _pair_row(comparison: Comparison, kind: str) -> dict[str, str]:
    own = [agreement for agreement in comparison.agreements if agreement.action_class == kind]
    return {
        "left": comparison.left,
        "right": comparison.right,
        "class": kind,
        "compared": str(sum(a.compared for a in own)),
        "agree": str(sum(a.agree for a in own)),
        "differ": str(sum(a.differ for a in own)),
        "modes differ": str(sum(a.modes_differ for a in own)),
        "only left": str(sum(a.only_left for a in own)),
        "only right": str(sum(a.only_right for a in own)),
    }


def count_rows(counts: Iterable[CountCheck]) -> Table:
    """Put the printed counts beside ours."""
    return [
        {
            "source": check.printed.source,
            "instrument": check.printed.instrument,
            "printed": f"{check.printed.signatories or '-'} / {check.printed.parties or '-'}",
            "ours": f"{check.signatories} / {check.parties}",
            "agrees": "yes" if check.agrees else "no",
        }
        for check in counts
    ]


def difference_row(difference: Difference) -> dict[str, str]:
    """Put two differing statements beside each other."""
    row = difference.left or difference.right
    return {
        "instrument": row.instrument if row else "",
        "party": row.party if row else "",
        "class": difference.action_class,
        "kind": difference.kind,
        "left": difference.left.source if difference.left else "",
        "left says": _says(difference.left),
        "right": difference.right.source if difference.right else "",
        "right says": _says(difference.right),
    }


def _says(row: ActionRow | None) -> str:
    return f"{row.date} {row.action}" if row else ""


def _object(comparisons: Iterable[Comparison], listed: list[Difference], counts: list[CountCheck]) -> dict[str, object]:
    return {
        "pairs": [asdict(agreement) for comparison in comparisons for agreement in comparison.agreements],
        "differences": [difference_row(difference) for difference in listed],
        "counts": count_rows(counts),
    }
