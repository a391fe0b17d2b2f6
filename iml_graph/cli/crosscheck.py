"""``iml crosscheck``: where two sources state the same acts, do they state the same days?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from iml_graph import resources
from iml_graph.adjudications import load_adjudications
from iml_graph.build.agreement import EffectCheck, TreatyCheck, check_effects, check_treaties
from iml_graph.build.inputs import rows_of
from iml_graph.cli import tables
from iml_graph.cli.options import FORMATS
from iml_graph.crosscheck import Comparison, CountCheck, Difference, check_counts, compare_all, undecided
from iml_graph.export import Table
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.counts import read_csv as read_counts
from iml_graph.ingest.rows import ActionRow
from iml_graph.sources import Source, load_sources, primary_coverage

PAIR_COLUMNS = ("left", "right", "class", "compared", "agree", "differ", "modes differ", "only left", "only right")
DIFFERENCE_COLUMNS = ("instrument", "party", "class", "kind", "left", "left says", "right", "right says")
TREATY_COLUMNS = ("instrument", "stated", "computed", "agrees")
EFFECT_COLUMNS = ("source", "basis", "agree", "differ")
EFFECT_ROW_COLUMNS = ("instrument", "party", "action", "deposited", "ours", "basis", "theirs", "source")
COUNT_COLUMNS = ("source", "instrument", "printed", "ours", "agrees")


@click.command("crosscheck")
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the rows are kept.")
@click.option("--all", "everything", is_flag=True, help="List adjudicated differences and other modes too.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def command(data: Path | None, everything: bool, format_: str) -> None:
    """Report how the sources agree on dates, and how computed entries into force agree with stated ones.

    Lists the differences. Exits with 1 if a difference of dates has not been adjudicated.
    """
    folder = data or resources.data()
    rows = list(rows_of(ActionRow, folder))
    sources = load_sources(folder / "sources")
    comparisons = compare_all(rows, tuple(sources))
    counts = held_against_rows(read_counts(folder / "printed-counts.csv"), rows, sources)
    still_open = undecided(comparisons, load_adjudications(folder / "adjudications.csv"))
    listed = [d for c in comparisons for d in c.differences] if everything else list(still_open)
    effects, treaties = entry_into_force(folder)
    tables_ = {
        "pairs": (pair_rows(comparisons), PAIR_COLUMNS),
        "counts": (count_rows(counts), COUNT_COLUMNS),
        "entry into force of treaties": (treaty_rows(treaties), TREATY_COLUMNS),
        "entry into force for parties": (effect_sums(effects), EFFECT_COLUMNS),
        "entry into force for parties, differences": (effect_rows(effects), EFFECT_ROW_COLUMNS),
        "differences": ([difference_row(difference) for difference in listed], DIFFERENCE_COLUMNS),
    }
    if format_ == "json":
        click.echo(json.dumps({name: rows for name, (rows, _) in tables_.items()}, indent=2))
    else:
        for name, (found, columns) in tables_.items():
            click.echo(f"\n{name.capitalize()}: {len(found)}\n")
            tables.show(found, columns, format_, "en")
        click.echo(f"\n{len(still_open)} differing dates are not adjudicated.")
    if still_open:
        raise SystemExit(1)


def held_against_rows(
    printed: Iterable[PrintedCount], rows: list[ActionRow], sources: Mapping[str, Source]
) -> list[CountCheck]:
    """Hold each printed count against the rows of the primary source of its instrument."""
    primary = {instrument: source for source, instrument in primary_coverage(sources)}
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


def entry_into_force(data: Path) -> tuple[list[EffectCheck], list[TreatyCheck]]:
    """Compute entry into force as the build does, and hold it against what is stated."""
    from iml_graph.build.inputs import read_inputs
    from iml_graph.build.pipeline import ranking, settle

    inputs = read_inputs(resources.ontology(), data)
    record, clauses = settle(inputs)
    return check_effects(record.events, ranking(inputs.sources)), check_treaties(record.events, clauses)


def treaty_rows(checks: Iterable[TreatyCheck]) -> Table:
    """Put each treaty's stated entry into force beside the computed one."""
    return [
        {
            "instrument": check.instrument,
            "stated": check.stated or "",
            "computed": check.computed or "",
            "agrees": "yes" if check.agrees else "no",
        }
        for check in checks
    ]


def effect_sums(checks: Iterable[EffectCheck]) -> Table:
    """Count how often our days of effect agree with a source, by what ours rest on."""
    sums = Counter((check.source, check.basis, check.agrees) for check in checks)
    return [
        {
            "source": source,
            "basis": basis,
            "agree": str(sums[source, basis, True]),
            "differ": str(sums[source, basis, False]),
        }
        for source, basis in sorted({key[:2] for key in sums})
    ]


def effect_rows(checks: Iterable[EffectCheck]) -> Table:
    """List the days of effect that differ."""
    return [{key: str(value) for key, value in asdict(check).items()} for check in checks if not check.agrees]
