"""The command ``iml``: one module a command, imported only when it is called, so that each starts fast."""

from __future__ import annotations

import gc
import io
import sys
from importlib import import_module

import click

from iml_graph import __version__
from iml_graph.errors import ImlError

COMMANDS = (
    *("adds", "brief", "build", "changes", "check", "compare", "context", "corridor", "coverage", "crosscheck", "gaps"),
    *("holder", "ingest", "instrument", "matrix", "minimum", "objective", "party", "path", "peers", "provision"),
    *("query", "rank", "relations", "right", "road", "serve", "tagging"),
)

_OBJECTS = 100_000
"""How many objects are made between two searches for rubbish: most commands make fewer, and live too short to mind."""


class LazyGroup(click.Group):
    """A group whose commands are the function ``command`` of the module that has their name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"iml_graph.cli.{cmd_name}").command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="iml")
def group() -> None:
    """The knowledge graph of international migration law: who is bound by what, and what is missing."""


def main() -> None:
    """Run the command line; what the user can act on is one sentence on standard error, without a traceback."""
    gc.set_threshold(_OBJECTS)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # on a terminal without “’”; in JSON it still means the same
    try:
        group(prog_name="iml")
    except ImlError as error:
        print(f"iml: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except OSError as error:  # a file that is missing, or a folder that may not be written
        print(f"iml: {error.filename or 'The system'}: {error.strerror or error}.", file=sys.stderr)
        sys.exit(1)
