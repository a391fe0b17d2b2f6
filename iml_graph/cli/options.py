"""Options that several commands share, and the store that the reading commands read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import click

from iml_graph.dates import parse_on, today
from iml_graph.labels import LANGUAGES
from iml_graph.store import Store, open_store

FORMATS = ("table", "json", "csv", "md")

Command = Callable[..., Any]


def _read_on(_: click.Context, __: click.Parameter, value: str | None) -> str:
    return (parse_on(value) if value else today()).isoformat()


on = click.option(
    "--on", metavar="DATE", callback=_read_on, help="The day asked about, YYYY-MM-DD; today if not given."
)
language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    envvar="IML_LANG",
    show_default=True,
    help="Language of names.",
)
form = click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
store = click.option(
    "--store",
    "location",
    metavar="PATH|URL",
    envvar="IML_STORE",
    help="A store on disk or a SPARQL 1.1 endpoint; the graph that `iml build` published if not given.",
)

store_on_disk = click.option(
    "--store", "location", type=click.Path(path_type=Path), envvar="IML_STORE", help="A store on disk."
)  # checks and visitors' queries run on the files of a store, which no endpoint gives
quietly = click.option("--quiet", "-q", is_flag=True, help="No progress bar.")


def reading(command: Command) -> Command:
    """Give a command ``--on``, ``--lang``, ``--format`` and ``--store``."""
    for option in (store, form, language, on):
        command = option(command)
    return command


@contextmanager
def opened(location: str | None) -> Iterator[Store]:
    """Open the store for one command and close it after."""
    with closing(open_store(location)) as found:
        yield found
