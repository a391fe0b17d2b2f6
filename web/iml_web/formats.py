"""Every page is also data: one ``Page``, written as HTML, JSON, CSV, XLSX, Markdown or RDF.

The page's own address answers people; its address with ``?format=`` answers programs. A program that
asks the first one by ``Accept`` is sent on to the second with 303, so that each form has an address.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import xlsxwriter
from flask import Response, make_response, redirect, render_template, request
from pyoxigraph import BlankNode, NamedNode, RdfFormat, serialize
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import Triple as OxTriple

from iml_graph.errors import BadInputError
from iml_graph.export import to_csv, to_json
from iml_graph.namespaces import PREFIXES
from iml_graph.store import Blank, Iri, Term, Triple
from iml_web import language
from iml_web.graph import construct, describe, select

MEDIA_TYPES = {
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
}
RDF = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
    "nt": RdfFormat.N_TRIPLES,
}
LABELS = {
    "json": "JSON",
    "csv": "CSV",
    "xlsx": "XLSX",
    "md": "Markdown",
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
    "nt": "N-Triples",
}

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of the library with its parameters: what a page was made from, and can be asked again.

    ``about`` gives IRIs to variables that the query leaves free.
    """

    query: str
    values: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)

    def answer(self) -> list[dict[str, str]]:
        """Ask it, and return flat rows."""
        return flat(select(self.query, self.about, **self.values))


@dataclass(frozen=True, slots=True)
class Page:
    """What one address answers with, whatever the form.

    ``document`` is the JSON; ``rows`` the same as a flat table, whose ``columns`` may be named; the RDF form
    is the description of ``subjects`` (IRIs), the graphs of the queries ``records``, and what ``graph`` gives.
    ``asked`` are the queries behind the page, ``sources`` the identifiers of the sources of what it shows.
    """

    template: str
    title: str
    context: Mapping[str, object] = field(default_factory=dict)
    document: dict[str, object] | None = None
    rows: Sequence[Row] = ()
    columns: tuple[str, ...] = ()
    subjects: Sequence[str] = ()
    records: Sequence[Asked] = ()
    graph: Callable[[], Iterable[Triple]] | None = None
    asked: Sequence[Asked] = ()
    sources: Sequence[str] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Names of the forms, apart from HTML, that this page has."""
        data = ("json", "csv", "xlsx", "md") if self.document is not None else ()
        return data + (tuple(RDF) if self.subjects or self.records or self.graph else ())


def asked_format() -> str:
    """Tell which form the visitor wants: ``?format=`` if given, else the best match of ``Accept``.

    Raises:
        BadInputError: ``?format=`` is none of the forms there are.
    """
    if asked := request.args.get("format"):
        if asked not in MEDIA_TYPES:
            raise _no_such_form(asked, MEDIA_TYPES)
        return asked
    best = request.accept_mimetypes.best_match(MEDIA_TYPES.values(), "text/html")
    return next(form for form, media_type in MEDIA_TYPES.items() if media_type == best)


def respond(page: Page) -> Response:
    """Answer with the form of the page that the visitor asks for.

    Raises:
        BadInputError: the page has no such form.
    """
    form = asked_format()
    named = "format" in request.args
    if form == "html" or (form not in page.forms and not named):
        return make_response(render_template(page.template, page=page, title=page.title, **page.context))
    if form not in page.forms:
        raise _no_such_form(form, ("html", *page.forms))
    if not named:
        return make_response(redirect(language.this_page(format=form), 303))
    response = make_response(_WRITERS.get(form, _write_rdf)(page))
    if form == "xlsx":
        response.headers["Content-Type"] = MEDIA_TYPES[form]
        name = request.path.strip("/").replace("/", "-") or "iml-graph"
        response.headers.set("Content-Disposition", "attachment", filename=f"{name}.xlsx")
    else:
        response.headers["Content-Type"] = f"{MEDIA_TYPES[form]}; charset=utf-8"
    response.headers["Content-Language"] = language.lang()
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _no_such_form(form: str, accepted: Iterable[str]) -> BadInputError:
    return BadInputError(language.translate("errors.format", text=form, accepted=", ".join(accepted)))


def columns_of(page: Page) -> tuple[str, ...]:
    """List the columns of a page's table: those that it names, or all in the order in which they occur."""
    return page.columns or tuple(dict.fromkeys(column for row in page.rows for column in row))


def flat(rows: Iterable[Mapping[str, str | None]]) -> list[dict[str, str]]:
    """Put empty text for what is missing, so that every form shows it alike."""
    return [{column: value or "" for column, value in row.items()} for row in rows]


def write_markdown(page: Page) -> str:
    """Write the table of a page as Markdown below its title."""
    heads = columns_of(page)
    lines = [heads, ["---"] * len(heads), *([row.get(head, "") for head in heads] for row in page.rows)]
    table = "\n".join("| " + " | ".join(_escape(text) for text in line) + " |" for line in lines)
    return f"# {page.title}\n\n{table}\n"


def _escape(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


_EXCEL_CELL = 32_767
"""Characters that a cell of a workbook holds."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When each workbook says that it was made, so that the same table is the same bytes."""


def write_workbook(page: Page) -> bytes:
    """Write the table of a page as a workbook of one sheet: heads in bold and in sight, numbers as numbers.

    Text that looks like a formula or an address stays text.
    """
    out, heads = io.BytesIO(), columns_of(page)
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": page.title, "created": _EPOCH})
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for place, head in enumerate(heads):
            longest = max((len(row.get(head, "")) for row in page.rows), default=0)
            sheet.set_column(place, place, min(60, max(10, len(head), longest)) + 2)
            sheet.write_string(0, place, head, bold)
        for line, row in enumerate(page.rows, start=1):
            for place, head in enumerate(heads):
                text = row.get(head, "")
                if text.isascii() and text.isdigit() and len(text) < 10 and (text == "0" or text[0] != "0"):
                    sheet.write_number(line, place, int(text), cell)
                elif text:
                    sheet.write_string(line, place, text[:_EXCEL_CELL], cell)
        sheet.freeze_panes(1, 0)
        if heads and page.rows:
            sheet.autofilter(0, 0, len(page.rows), len(heads) - 1)
    return out.getvalue()


def write_rdf(triples: Iterable[Triple], form: str) -> bytes:
    """Write triples in one of the RDF forms: each once, in a fixed order."""
    found = {OxTriple(*(_ox(term) for term in triple)) for triple in triples}  # type: ignore[arg-type]
    prefixes = None if form == "nt" else PREFIXES
    return serialize(sorted(found, key=str), format=RDF[form], prefixes=prefixes) or b""


def _ox(term: Term) -> NamedNode | BlankNode | OxLiteral:
    if isinstance(term, Iri):
        return NamedNode(term.value)
    if isinstance(term, Blank):
        return BlankNode(term.value)
    if term.language:
        return OxLiteral(term.value, language=term.language)
    return OxLiteral(term.value, datatype=NamedNode(term.datatype))


def _triples(page: Page) -> Iterator[Triple]:
    for subject in page.subjects:
        yield from describe(subject)
    for asked in page.records:
        yield from construct(asked.query, asked.about, **asked.values)
    if page.graph:
        yield from page.graph()


def _write_rdf(page: Page) -> bytes:
    return write_rdf(_triples(page), asked_format())


_WRITERS: dict[str, Callable[[Page], str | bytes]] = {
    "json": lambda page: to_json(page.document or {}),
    "csv": lambda page: to_csv(page.rows, columns_of(page)),
    "xlsx": write_workbook,
    "md": write_markdown,
}
