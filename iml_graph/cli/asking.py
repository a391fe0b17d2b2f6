"""What the commands for advisers share: their options, and the party on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from textwrap import wrap
from typing import Any

import click

from iml_graph.cli import options, tables
from iml_graph.labels import sentence
from iml_graph.protection.advice import Adviser
from iml_graph.protection.asking import Asked, ask

Command = Callable[..., Any]

CHAIN_FORMATS = (*options.FORMATS, "turtle")
"""Forms of an answer that can be explained: the chain as RDF too."""

WIDTH = 100
"""Columns to which sentences are broken."""

weights = click.option(
    "--weights",
    type=click.Choice(("default", "equal")),
    default="default",
    show_default=True,
    help="How much each counts.",
)
what_if = click.option(
    "--what-if", "joined", metavar="A,B", default="", help="As if it had joined these instruments; before and after."
)
among = click.option("--among", metavar="A,B", default="", help="Only these instruments.")
explain = click.option("--explain", is_flag=True, help="The chain from each line to acts, judgements and sources.")
chain_form = click.option(
    "--format",
    "format_",
    type=click.Choice(CHAIN_FORMATS),
    default="table",
    show_default=True,
    help="Form of the answer; turtle: of an explanation, as RDF.",
)
holder = click.option("--holder", metavar="GROUP", help="For this group of persons only.")
branch = click.option(
    "--branch", metavar="GROUP", help="Rights of this group (work), or given by this branch of law (labour)."
)


def explained(command: Command) -> Command:
    """Give a command the options of reading, with turtle as a form of its explanations."""
    for option in (options.store, chain_form, options.language, options.on):
        command = option(command)
    return command


def say(text: str) -> None:
    """Print a sentence, broken into lines."""
    click.echo("\n".join(wrap(text, WIDTH)))


def footer(asked: Asked) -> None:
    """Print which release has answered."""
    tables.footer(asked.adviser.law.release, asked.lang)


def about(asked: Asked) -> None:
    """Say of what is no State how to read what follows."""
    key = {"RegionalIntegrationOrganization": "organization_note", "OtherParticipant": "participant_note"}
    if asked.view.party.kind in key:
        say(sentence(key[asked.view.party.kind], asked.lang))
        click.echo()


@contextmanager
def asking(location: str | None, name: str, on: str, lang: str, joined: str = "") -> Iterator[Asked]:
    """Open the graph and find the party that is asked about, on its day, as if it had joined some more instruments.

    Raises:
        BadInputError: it is none that instruments bind on the day, or an instrument is not open to it: says why.
    """
    with Adviser.open(location, lang) as adviser:
        yield ask(adviser, name, on, joined)
