"""``iml ingest``: from source files that a maintainer has to the committed rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from iml_graph import resources
from iml_graph.ingest.registry import Reader
from iml_graph.ingest.run import IngestReport, ingest

FORMATS = ("table", "json", "md")


@click.command("ingest")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, metavar="SOURCE", help="Read this source; may be given again. All if not given.")
@click.option("--dry-run", is_flag=True, help="Report what would change and write nothing.")
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the rows are kept.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def command(folder: Path, only: tuple[str, ...], dry_run: bool, data: Path | None, format_: str) -> None:
    """Read source files below FOLDER, one folder a source, into the rows below data.

    An unknown name or a malformed file fails the whole ingest, and nothing is written.
    """
    report = ingest(folder, data or resources.data(), only, _bar, dry_run)
    if format_ == "json":
        click.echo(json.dumps(_object(report), indent=2))
        return
    _show(report, format_)


def _bar(readers: Sequence[Reader]) -> Iterable[Reader]:
    from tqdm import tqdm

    bar: Iterable[Reader] = tqdm(readers, desc="reading", unit="source", disable=None)
    return bar


def _object(report: IngestReport) -> dict[str, object]:
    changes = {c.file: {"added": len(c.added), "removed": len(c.removed)} for c in report.changes}
    rows = [{"source": s, "file": f, "rows": n} for (s, f), n in sorted(report.rows.items())]
    return {"written": report.written, "rows": rows, "changes": changes}


def _show(report: IngestReport, format_: str) -> None:
    from iml_graph.cli import tables

    by_source: Counter[str] = Counter()
    for (source, _), count in report.rows.items():
        by_source[source] += count
    read = [{"source": source, "rows": str(count)} for source, count in sorted(by_source.items())]
    tables.show(read, ("source", "rows"), format_, "en")
    changed = [{"file": c.file, "added": str(len(c.added)), "removed": str(len(c.removed))} for c in report.changes]
    click.echo("\n" + ("Written." if report.written else "Nothing written (dry run)."))
    if changed:
        tables.show(changed, ("file", "added", "removed"), format_, "en")
    else:
        click.echo("No row differs from those committed.")
