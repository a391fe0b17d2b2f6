"""``iml query``: run a query of the library, of a file, or as written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from iml_graph.catalogue import load_catalogue
from iml_graph.catalogue import query as library_query
from iml_graph.cli import tables
from iml_graph.cli.options import language, store_on_disk
from iml_graph.dates import today
from iml_graph.errors import BadInputError
from iml_graph.store.base import bind

TABLES = ("table", "md", "json", "csv", "tsv", "xml")
GRAPHS = ("turtle", "jsonld", "rdfxml", "ntriples")


@click.command("query")
@click.argument("query", required=False)
@click.option("--list", "listing", is_flag=True, help="List the query library.")
@click.option("--param", "-p", multiple=True, metavar="NAME=VALUE", help="A parameter of a library query; repeatable.")
@click.option("--on", metavar="DATE", help="The parameter `on` of a library query [default: today].")
@language
@click.option(
    "--format", "format_", type=click.Choice(TABLES + GRAPHS), help="Form of the answer [default: table, turtle]."
)
@click.option("--timeout", type=click.FloatRange(0.1, 3600), default=60.0, show_default=True, help="Seconds.")
@store_on_disk
def command(
    query: str | None,
    listing: bool,
    param: tuple[str, ...],
    on: str | None,
    lang: str,
    format_: str | None,
    timeout: float,
    location: Path | None,
) -> None:
    """Run QUERY: the name of a library query (researcher/acts), a file, - for standard input, or SPARQL text.

    Only reads: updates, SERVICE and graphs outside the store are refused.
    """
    if listing or query is None:
        _list(lang)
        return
    click.echo(_answer(_text(query, param, on, lang), format_, timeout, location), nl=False)


def _list(lang: str) -> None:
    rows = [
        {"query": found.id, "title": found.title[lang], "answers": " ".join(found.answers)}
        for found in load_catalogue().values()
    ]
    tables.show(rows, ("query", "title", "answers"), "table", lang)


def _text(query: str, param: tuple[str, ...], on: str | None, lang: str) -> str:
    """Find the text of the query and fill in its parameters."""
    if query == "-":
        return sys.stdin.read()
    if "{" in query or " " in query:
        return query
    if Path(query).is_file():
        return _read(Path(query))
    found = library_query(query)
    names = {parameter.name for parameter in found.params}
    given = {"on": on or today().isoformat(), "lang": lang}
    given = {name: value for name, value in given.items() if name in names} | dict(_pair(text) for text in param)
    return bind(found.text, found.bind(**given))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadInputError(f"{path} is not text in UTF-8.") from None


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInputError(f"“{text}” is not a parameter. Write NAME=VALUE, such as party=SEN.")
    return name, value


def _answer(text: str, format_: str | None, timeout: float, location: Path | None) -> str:
    """Run the query apart from this process, so that its deadline really stops it."""
    from iml_graph.sparql import guard
    from iml_graph.sparql.runner import Limits, Runner
    from iml_graph.store import default_location

    read = guard.read(text)
    form = _fitting(read.form, format_)
    limits = Limits(seconds=timeout, memory=8 * 2**30, rows=10_000_000, size=2**30, workers=1)
    with Runner(location or default_location(), limits) as runner:
        answer = runner.run(read, "json" if form in ("table", "md") else form)
    document = answer.body.decode()
    return _as_table(document, form) if form in ("table", "md") else document


def _fitting(query: str, asked: str | None) -> str:
    """Choose the form of the answer to a kind of query: the one asked for, if the answer can have it."""
    forms = TABLES if query in ("SELECT", "ASK") else GRAPHS
    if asked and asked not in forms:
        raise BadInputError(f"The answer to {query} cannot be written as {asked}. Choose one of {', '.join(forms)}.")
    return asked or forms[0]


def _as_table(document: str, form: str) -> str:
    from tabulate import tabulate

    answer = json.loads(document)
    if "boolean" in answer:
        return f"{str(answer['boolean']).lower()}\n"
    names = answer["head"]["vars"]
    rows = [[row[name]["value"] if name in row else "" for name in names] for row in answer["results"]["bindings"]]
    return tabulate(rows, names, tablefmt=tables.STYLES[form], disable_numparse=True) + f"\n\n{len(rows)}\n"
