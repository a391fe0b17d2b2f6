"""``iml check``: does the graph keep its shapes and rules?"""

from __future__ import annotations

from pathlib import Path

import click

from iml_graph.check.report import CheckReport
from iml_graph.cli.options import language, quietly, store_on_disk

FORMATS = ("text", "json", "ttl")


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="Form.")
@language
@store_on_disk
@quietly
def command(files: tuple[Path, ...], format_: str, lang: str, location: Path | None, quiet: bool) -> None:
    """Check the published graph, or FILES, against the SHACL shapes and the SPARQL rules.

    Exits with 1 if something is violated; warnings alone do not fail.
    """
    from iml_graph.check import check_files, check_graph
    from iml_graph.cli.progress import counted
    from iml_graph.store import default_location
    from iml_graph.store.embedded import open_files

    with counted(quiet=quiet) as progress:
        if files:
            report = check_files(files, progress)
        else:
            report = check_graph(open_files(location or default_location()), progress)
    click.echo(_render(report, format_, lang), nl=False)
    if not report.ok:
        raise SystemExit(1)


def _render(report: CheckReport, format_: str, lang: str) -> str:
    if format_ == "json":
        return report.to_json()
    return report.to_turtle() if format_ == "ttl" else report.to_text(lang)
