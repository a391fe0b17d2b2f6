"""Reservations, declarations, objections and notifications on one instrument, as facts without their text."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, Response, request

from iml_graph.reading import local, read_instruments
from iml_web import graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.instruments import find_instrument

bp = Blueprint("statements", __name__)

Statements = list[dict[str, str]]


def read_statements(identifier: str) -> Statements:
    """Read the statements on an instrument made up to the day of the page, by type and then by date."""
    on = language.on().isoformat()
    rows = flat(graph.select("researcher/statements", instrument=identifier))
    return sorted((row for row in rows if row["deposited"] <= on), key=lambda row: (row["type"], row["deposited"]))


def by_type(statements: Statements) -> list[tuple[str, Statements]]:
    """Group statements, which are already in the order of their types."""
    return [(kind, list(group)) for kind, group in groupby(statements, key=lambda row: row["type"])]


@bp.get("/instrument/<identifier>/statements")
def show(identifier: str) -> Response:
    """Show the statements on one instrument, all or those of one type."""
    known = find_instrument(identifier)
    wanted = request.args.get("type", "")
    chosen = [row for row in read_statements(known) if wanted in ("", local(row["type"]))]
    instrument = read_instruments(graph.store(), language.lang())[known]
    name = instrument.short_title or instrument.title
    page = Page(
        template="statements.html",
        title=language.translate("instrument.statements_title", instrument=name),
        context={"instrument": instrument, "groups": by_type(chosen)},
        document={"instrument": known, "on": language.on().isoformat(), "statements": chosen},
        rows=chosen,
        columns=(
            "actor",
            "type",
            "deposited",
            "effective",
            "articles",
            "scope",
            "responds_to",
            "territories",
            "source",
            "shown",
        ),
        subjects=list(dict.fromkeys(row["action"] for row in chosen)),
        asked=[Asked("researcher/statements", {"instrument": known})],
        sources=sorted({local(row["source"]) for row in chosen}),
    )
    return respond(page)
