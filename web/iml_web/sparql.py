"""The SPARQL endpoint: one address for people, who get a form and a page, and for programs.

Source: SPARQL 1.1 Protocol (W3C Recommendation, 2013), query operation; updates are refused.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, current_app, make_response, render_template, request, url_for
from werkzeug.exceptions import UnsupportedMediaType

from iml_graph import namespaces
from iml_graph.errors import BadInputError, ImlError, QueryRefusedError
from iml_graph.sparql import description, guard, negotiation
from iml_graph.sparql.guard import Query
from iml_graph.sparql.negotiation import Format
from iml_graph.sparql.runner import Answer, Limits, Runner, RunnerBusyError
from iml_web import language
from iml_web.graph import library

bp = Blueprint("sparql", __name__)

_RUNNER = "iml_runner"
PAGE_ROWS = 500
"""Rows or triples that a page shows; files hold more."""

_LARGEST_REQUEST = 8 * guard.LONGEST  # a character takes at most 4 bytes, and 12 percent-encoded as most are not
_EXAMPLE = """SELECT ?instrument ?title WHERE {
  ?instrument a/rdfs:subClassOf* iml:Instrument ; dct:title ?title .
  FILTER(LANG(?title) = "%s")
}
ORDER BY ?title
LIMIT 50"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request of the protocol asks: the query's text, the dataset it chooses, and ``format``."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None


@bp.route("/sparql", methods=["GET", "POST"], strict_slashes=False, provide_automatic_options=False)
def endpoint() -> Response:
    """Answer a query; without one, show the form to people and the service description to programs."""
    request.max_content_length = _LARGEST_REQUEST
    text = None
    try:
        asked = _asked()
        text = asked.query
        response = _introduce(asked.format) if text is None else _answer(text, asked)
    except ImlError as error:
        response = _explain(error, text)
    return _for_programs(response)


@bp.route("/sparql", methods=["OPTIONS"], strict_slashes=False)
def options() -> Response:
    """Tell browsers that pages from anywhere may ask (Fetch standard, CORS protocol)."""
    response = current_app.make_default_options_response()
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
    return _for_programs(response)


def _for_programs(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After, X-IML-Truncated"
    response.vary.add("Accept")
    return response


def _asked() -> Asked:
    """Read the three ways in which the protocol sends a query (section 2.1)."""
    if request.method == "POST" and request.mimetype == "application/sparql-query":
        values, texts = request.args, [_body()]
    elif request.method == "POST" and request.mimetype == "application/sparql-update":
        raise _no_update()
    elif request.method == "POST" and request.mimetype != "application/x-www-form-urlencoded":
        raise UnsupportedMediaType("Send application/sparql-query or application/x-www-form-urlencoded.")
    else:
        values = request.values
        texts = values.getlist("query")
    if "update" in values:
        raise _no_update()
    if len(texts) > 1 or (request.method == "POST" and not texts):
        raise BadInputError(f"Send one query, not {len(texts)}.")
    text = texts[0] if texts and texts[0].strip() else None
    default, named = values.getlist("default-graph-uri"), values.getlist("named-graph-uri")
    return Asked(text, tuple(default), tuple(named), values.get("format"))


def _body() -> str:
    if request.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType("A query is sent in UTF-8.")
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError:
        raise BadInputError("The query is not in UTF-8.") from None


def _no_update() -> QueryRefusedError:
    return QueryRefusedError("This endpoint is read-only: it answers queries and takes no updates.")


def runner() -> Runner:
    """Return the processes that answer visitors' queries; none is started before the first query."""
    found: Runner = current_app.extensions[_RUNNER]
    return found


def _answer(text: str, asked: Asked) -> Response:
    query = guard.choose_graphs(guard.read(text), asked.default_graphs, asked.named_graphs)
    chosen = negotiation.choose(query.form, request.headers.get("Accept"), asked.format)
    if chosen.name == negotiation.HTML:
        return _page(query)
    answer = runner().run(query, chosen.name)
    response = make_response(answer.body)
    response.headers["Content-Type"] = _content_type(chosen)
    if answer.truncated:
        response.headers["X-IML-Truncated"] = f"after {answer.count}"
    response.add_etag()
    response.make_conditional(request)
    return response


def _content_type(chosen: Format) -> str:
    media_type = chosen.media_types[0]
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _introduce(asked_format: str | None) -> Response:
    accept = request.headers.get("Accept")
    if asked_format == negotiation.HTML or (asked_format is None and negotiation.prefers_page(accept)):
        return make_response(_form())
    chosen = negotiation.choose("CONSTRUCT", accept, asked_format)
    url = url_for("sparql.endpoint", _external=True)
    response = make_response(description.describe(url, _graph_sizes(), chosen.name))
    response.headers["Content-Type"] = _content_type(chosen)
    return response


def _graph_sizes() -> dict[str, int]:
    rows = json.loads(runner().run(guard.read(description.COUNTS), "json").body)["results"]["bindings"]
    return {row["graph"]["value"]: int(row["triples"]["value"]) for row in rows if "graph" in row}


def _explain(error: ImlError, text: str | None) -> Response:
    """Answer an error: in the form for people, with the query to correct; as one sentence for programs."""
    if negotiation.prefers_page(request.headers.get("Accept")):
        response = make_response(_form(text, problem=str(error)))
    else:
        response = make_response(f"{error}\n")
        response.mimetype = "text/plain"
    response.status_code = error.http_status
    if isinstance(error, RunnerBusyError):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _form(text: str | None = None, problem: str = "") -> str:
    return render_template(
        "sparql.html",
        title=words("title"),
        text=text if text is not None else _prefilled(),
        problem=problem,
        examples=_examples(),
        **_shared(),
    )


def _shared() -> dict[str, object]:
    limits = runner().limits
    formats = {each.name: each.label for each in (*negotiation.TABLES, *negotiation.GRAPHS)}
    return {"w": words, "formats": formats, "seconds": f"{limits.seconds:g}", "rows_limit": limits.rows}


def _prefilled() -> str:
    needed = ("dct", "iml", "rdfs")
    prefixes = [f"PREFIX {name}: <{namespaces.PREFIXES[name]}>" for name in needed]
    return "\n".join([*prefixes, _EXAMPLE % language.lang()])


def _examples() -> list[tuple[str, str]]:
    tongue = language.lang()
    return [(file.title[tongue], language.link("sparql.endpoint", query=file.example())) for file in library().values()]


def _page(query: Query) -> Response:
    graph = negotiation.formats(query.form) is negotiation.GRAPHS
    answer = runner().run(query, "turtle" if graph else "json", PAGE_ROWS)
    document = {} if graph else json.loads(answer.body)
    page = render_template(
        "sparql_results.html",
        title=words("results"),
        text=query.text,
        turtle=answer.body.decode() if graph else "",
        boolean=document.get("boolean"),
        names=document.get("head", {}).get("vars", []),
        rows=document.get("results", {}).get("bindings", []),
        files=_files(query),
        count=_counted("triples" if graph else "rows", answer),
        truncated=answer.truncated,
        shorten=shorten,
        address=address,
        **_shared(),
    )
    response = make_response(page)
    if answer.truncated:
        response.headers["X-IML-Truncated"] = f"after {answer.count}"
    return response


def _files(query: Query) -> list[tuple[str, str]]:
    arguments: dict[str, Any] = {"query": query.text}
    if query.default_graphs or query.named_graphs:
        arguments |= {"default-graph-uri": query.default_graphs, "named-graph-uri": query.named_graphs}
    return [
        (each.label, url_for("sparql.endpoint", **arguments, format=each.name))
        for each in negotiation.formats(query.form)
    ]


def _counted(thing: str, answer: Answer) -> str:
    return words(f"{thing}_one" if answer.count == 1 else f"{thing}_many", count=language.number(answer.count))


def words(key: str, **values: object) -> str:
    """Return a string of these pages in the language of the page, its ``{names}`` filled in."""
    return translations(language.lang())[key].format(**values)


@cache
def translations(lang: str) -> Mapping[str, str]:
    """Read the strings of these pages in one language."""
    path = Path(__file__).parent / "translations" / "sparql" / f"{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def shorten(iri: str) -> str:
    """Write an IRI with one of our prefixes if there is one for it: what a reader recognises."""
    for prefix, namespace in namespaces.PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(namespaces.BASE)


def address(iri: str) -> str:
    """Return where a link to an IRI goes: our own are answered here; empty for what no browser should follow."""
    if iri.startswith(namespaces.BASE) and not iri.startswith(namespaces.BASE + "/"):  # “//…” is another host
        return f"{request.script_root}/{iri.removeprefix(namespaces.BASE)}"
    return iri if iri.startswith(("http://", "https://")) else ""


def init_app(app: Flask) -> None:
    """Add the endpoint and its processes, which end with the interpreter or with the application."""
    limits = app.config.get("SPARQL_LIMITS") or Limits()
    app.extensions[_RUNNER] = Runner(Path(app.config["STORE_PATH"]), limits)
    app.register_blueprint(bp)
