"""``iml build``: from the committed data to a published graph."""

from __future__ import annotations

from pathlib import Path

import click

from iml_graph import resources
from iml_graph.cli.options import quietly


@click.command("build")
@click.option("--home", type=click.Path(file_okay=False, path_type=Path), help="Where to publish.")
@quietly
def command(home: Path | None, quiet: bool) -> None:
    """Build the graph and publish it; a failed build leaves the last good graph in place."""
    from iml_graph.build.pipeline import STEPS, build
    from iml_graph.cli.progress import steps
    from iml_graph.protection.indexing import index_release

    target = home or resources.home()
    with steps(STEPS, quiet=quiet) as progress:
        manifest = build(resources.ontology(), resources.data(), target, progress, index_release)
    click.echo(f"Release {manifest.release}: {manifest.quads} statements, data to {manifest.data_date}.")
    click.echo(f"Published in {target / 'current'}")
