"""``iml query``: run a query of the library, of a file, or as written."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from iml_graph import namespaces
from iml_graph.catalogue import Parameter, QueryFile, load_catalogue
from iml_graph.catalogue import query as library_query
from iml_graph.cli import grid, tables
from iml_graph.cli.options import language, store_on_disk
from iml_graph.dates import today
from iml_graph.errors import BadInputError
from iml_graph.store.base import bind

TABLES = ("table", "md", "json", "csv", "tsv", "xml")
GRAPHS = ("turtle", "jsonld", "rdfxml", "ntriples")

_SHORTENED = re.compile(re.escape(namespaces.BASE) + r"(?:(?:id|vocabulary)/[^/]+/|ontology#)")


@click.command("query")
@click.argument("query", required=False)
@click.option("--list", "listing", is_flag=True, help="List the query library.")
@click.option("--party", multiple=True, metavar="NAME", help="A party by code or name; repeat for a query about two.")
@click.option("--instrument", metavar="NAME", help="An instrument by identifier, acronym or title.")
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
    party: tuple[str, ...],
    instrument: str | None,
    param: tuple[str, ...],
    on: str | None,
    lang: str,
    format_: str | None,
    timeout: float,
    location: Path | None,
) -> None:
    """Run QUERY: the name of a library query (researcher/acts), a file, - for standard input, or SPARQL text.

    A query of the library needs no SPARQL: `iml query adviser/peers --party Senegal --instrument icrmw`.
    Only reads: updates, SERVICE and graphs outside the store are refused.
    """
    if listing or query is None:
        _list(lang)
        return
    written = _text(query)
    if written is None:
        found = library_query(query)
        given = _given(found, on, lang) | _named(found, party, instrument, location) | dict(map(_pair, param))
        written = bind(found.text, found.bind(**given))
    click.echo(_answer(written, format_, timeout, location), nl=False)


def _list(lang: str) -> None:
    rows = [
        {
            "query": found.id,
            "title": found.title[lang],
            "parameters": " ".join(map(_described, found.params)),
            "answers": " ".join(found.answers),
        }
        for found in load_catalogue().values()
    ]
    tables.show(rows, ("query", "title", "parameters", "answers"), "table", lang)


def _described(parameter: Parameter) -> str:
    """Write a parameter with its type, in brackets if it need not be given."""
    text = f"{parameter.name}:{parameter.type}"
    given_anyway = parameter.optional or parameter.default is not None or parameter.name in ("on", "lang")
    return f"[{text}]" if given_anyway else text


def _text(query: str) -> str | None:
    """Return the text of a query that is written out, is piped in or stands in a file; nothing of the library."""
    if query == "-":
        return sys.stdin.read()
    if "{" in query or " " in query:
        return query
    return _read(Path(query)) if Path(query).is_file() else None


def _given(found: QueryFile, on: str | None, lang: str) -> dict[str, str]:
    names = {parameter.name for parameter in found.params}
    values = {"on": on or today().isoformat(), "lang": lang}
    return {name: value for name, value in values.items() if name in names}


def _named(found: QueryFile, parties: tuple[str, ...], instrument: str | None, location: Path | None) -> dict[str, str]:
    """Fill parameters of type party, in their order, and of type instrument with things named as people name them."""
    if not parties and not instrument:
        return {}
    from contextlib import closing

    from iml_graph import reading
    from iml_graph.store import open_store

    with closing(open_store(location)) as store:
        codes = [reading.resolve_party(store, name) for name in parties]
        works = [reading.resolve_instrument(store, instrument)] if instrument else []
    return _filled(found, "party", codes) | _filled(found, "instrument", works)


def _filled(found: QueryFile, kind: str, values: list[str]) -> dict[str, str]:
    names = [parameter.name for parameter in found.params if parameter.type == kind]
    if len(values) > len(names):
        raise BadInputError(f"The query {found.id} takes {len(names) or 'no'} {kind}, not {len(values)}.")
    return dict(zip(names, values, strict=False))


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
    answer = json.loads(document)
    if "boolean" in answer:
        return f"{str(answer['boolean']).lower()}\n"
    names = answer["head"]["vars"]
    rows = [[_cell(row[name]) if name in row else "" for name in names] for row in answer["results"]["bindings"]]
    table = grid.markdown(rows, names) if form == "md" else grid.simple(rows, names)
    return f"{table}\n\n{len(rows)}\n"


def _cell(term: dict[str, str]) -> str:
    """Show a thing of the graph by its short name (``icrmw``): people type and read that, programs take CSV or JSON."""
    return _SHORTENED.sub("", term["value"], count=1) if term["type"] == "uri" else term["value"]
