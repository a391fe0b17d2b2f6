"""Choose the format of an answer from what the visitor asks for.

Source: RFC 9110, section 12.5.1 (Accept), as Werkzeug reads it; media types of SPARQL 1.1 Protocol, section 2.1.
"""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from iml_graph.errors import BadInputError, ImlError

HTML = "html"


class NotAcceptableError(ImlError):
    """None of the media types in ``Accept`` can hold this kind of answer; lists those that can."""

    exit_code = 2
    http_status = 406


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name in ``?format=``, the media types that ask for it, and its label for people.

    The first media type is the one to answer with.
    """

    name: str
    media_types: tuple[str, ...]
    label: str


TABLES = (
    Format("json", ("application/sparql-results+json", "application/json"), "JSON"),
    Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"), "XML"),
    Format("csv", ("text/csv",), "CSV"),
    Format("tsv", ("text/tab-separated-values",), "TSV"),
)
GRAPHS = (
    Format("turtle", ("text/turtle", "application/x-turtle"), "Turtle"),
    Format("jsonld", ("application/ld+json", "application/json"), "JSON-LD"),
    Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), "RDF/XML"),
    Format("ntriples", ("application/n-triples", "text/plain"), "N-Triples"),
)
PAGE = Format(HTML, ("text/html", "application/xhtml+xml"), "HTML")
_OTHER_NAMES = {"ttl": "turtle", "json-ld": "jsonld", "rdf": "rdfxml", "nt": "ntriples"}


def formats(form: str) -> tuple[Format, ...]:
    """Return the formats for the answer to a form of query (SELECT, ASK, CONSTRUCT, DESCRIBE), HTML apart."""
    return GRAPHS if form in ("CONSTRUCT", "DESCRIBE") else TABLES


def choose(form: str, accept: str | None, asked: str | None = None) -> Format:
    """Choose the format of an answer to a form of query.

    ``asked`` (``?format=``) wins over ``accept`` (the header). Without either, the first format of the kind.

    Raises:
        BadInputError: no format of this kind of answer has the name asked for.
        NotAcceptableError: the header accepts no format of this kind of answer.
    """
    offered = (*formats(form), PAGE)
    if asked:
        return _by_name(form, asked, offered)
    if not accept:
        return offered[0]
    accepted = parse_accept_header(accept, MIMEAccept)
    refused = {media_type for media_type, quality in accepted if quality == 0}
    allowed = [each for each in offered if each.media_types[0] not in refused]
    by_type = {media_type: each for each in reversed(allowed) for media_type in each.media_types}
    best = accepted.best_match([media_type for each in allowed for media_type in each.media_types])
    if best is None:
        raise NotAcceptableError(
            f"A {form} query is answered as {', '.join(each.media_types[0] for each in offered)}; "
            f"none of them is in Accept: {accept[:200]}"
        )
    return by_type[best]


def prefers_page(accept: str | None) -> bool:
    """Tell whether a visitor is a person with a browser, who would rather read a page than a document."""
    offered = [*PAGE.media_types, "text/plain", *(each.media_types[0] for each in (*TABLES, *GRAPHS))]
    best = parse_accept_header(accept or "", MIMEAccept).best_match(offered)
    return best in PAGE.media_types and "html" in (accept or "")


def _by_name(form: str, asked: str, offered: tuple[Format, ...]) -> Format:
    name = _OTHER_NAMES.get(asked.lower(), asked.lower())
    for each in offered:
        if each.name == name or asked in each.media_types:
            return each
    names = ", ".join(each.name for each in offered)
    raise BadInputError(f"“{asked[:60]}” is no format for the answer to a {form} query. Write one of {names}.")
