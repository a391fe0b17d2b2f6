"""Decisions and judgments as RDF: what all rows on one decision say together, each with its record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.provision_labels import provision_labels
from iml_graph.build.quads import Description, number, text
from iml_graph.dates import corroborates
from iml_graph.errors import DataError
from iml_graph.ingest.facts import DecisionRow
from iml_graph.ingest.rows import file_of
from iml_graph.labels import LANGUAGES

_DAYS = {
    "submitted": "submittedOn",
    "admissibility": "admissibilityDecidedOn",
    "delivered": "deliveredOn",
}
_PARTIES = {"respondents": "respondent", "requested_by": "requestedBy"}
_PROVISIONS = {"provisions": "interprets", "violated": "foundViolationOf", "not_violated": "foundNoViolationOf"}
_SINGLE = ("body", "kind", "name", "session", "symbol", "url")


def write(rows: Iterable[DecisionRow], described: Container[str] = ()) -> Iterator[Quad]:
    """Write each decision, its records, and the provisions that it names.

    Args:
        rows: what sources state; rows of one identifier are of one decision.
        described: IRIs of the provisions that others describe; their labels stand.

    Raises:
        DataError: two rows on one decision contradict each other, or a row is malformed.
    """
    named: set[str] = set()
    for identifier, own in _by_decision(rows).items():
        for row in own:
            _check(row)
        _agree(identifier, own)
        subject = ns.decision(identifier)
        yield from _label(subject, own)
        for row in own:
            yield from _decision(row, subject, own)
            yield from _rights(row, subject)
            yield from record_quads.write(row, subject)
            named |= set(parts(row.provisions))
    yield from _provisions(named, described)


def parts(cell: str) -> list[str]:
    """Split a list in a cell."""
    return [part for part in cell.split(";") if part]


def _by_decision(rows: Iterable[DecisionRow]) -> dict[str, list[DecisionRow]]:
    found: dict[str, list[DecisionRow]] = defaultdict(list)
    for row in rows:
        found[row.identifier].append(row)
    return dict(found)


def _check(row: DecisionRow) -> None:
    """Refuse a row whose outcome is on a provision that it does not name, or that names one without an instrument."""
    provisions = parts(row.provisions)
    for reference in provisions:
        if len(reference.split(" ")) != len(("instrument", "reference")):
            raise DataError(f"{file_of(row)}: “{reference}” of {row.identifier} is not an instrument and a reference.")
    if missing := sorted({*parts(row.violated), *parts(row.not_violated)} - {*provisions}):
        raise DataError(f"{file_of(row)}: {row.identifier} has an outcome on {missing[0]}, but does not name it.")
    if row.session and not row.session.isdecimal():
        raise DataError(f"{file_of(row)}: “{row.session}” of {row.identifier} is not a whole number.")


def _agree(identifier: str, rows: Iterable[DecisionRow]) -> None:
    """Refuse rows on one decision that contradict each other."""
    rows = list(rows)
    for column in _SINGLE:
        if len(values := {getattr(row, column) for row in rows} - {""}) > 1:
            raise DataError(f"{identifier}: its {column} is {' as well as '.join(sorted(values))}.")
    for column in _DAYS:
        days = [day for row in rows if (day := getattr(row, column))]
        if any(not corroborates(day, max(days, key=len)) for day in days):
            raise DataError(f"{identifier}: it was {column} on {' as well as '.join(sorted(set(days)))}.")
    violated = {each for row in rows for each in parts(row.violated)}
    if both := sorted(violated & {each for row in rows for each in parts(row.not_violated)}):
        raise DataError(f"{identifier}: {both[0]} was violated as well as not.")


def _label(subject: str, rows: Iterable[DecisionRow]) -> Iterator[Quad]:
    """Call a decision by its name, else its symbol, else its number."""
    rows = list(rows)
    for column in ("name", "symbol", "numbers"):
        for row in rows:
            if shown := getattr(row, column):
                about = Description(subject, row.source)
                return about.labels(ns.RDFS + "label", dict.fromkeys(LANGUAGES, shown)).quads()
    raise DataError(f"{file_of(rows[0])}: {rows[0].identifier} has neither a name nor a symbol nor a number.")


def _decision(row: DecisionRow, subject: str, rows: Iterable[DecisionRow]) -> Iterator[Quad]:
    """Say what one source states; of a date that another states in full, nothing."""
    about = Description(subject, row.source, ns.IML + "Decision").link(ns.IML + "byBody", ns.body(row.body))
    about.link(ns.IML + "decisionType", ns.concept("decision-types", row.kind) if row.kind else None)
    about.add(ns.IML + "caseName", text(row.name)).add(ns.IML + "decisionSymbol", text(row.symbol))
    about.add(ns.IML + "inSession", number(int(row.session)) if row.session else None)
    for column, term in _DAYS.items():
        fullest = max((getattr(each, column) for each in rows), key=len)
        about.day(ns.IML + term, fullest if getattr(row, column) == fullest else "")
    for each in parts(row.numbers):
        about.add(ns.IML + "communicationNumber", text(each))
    for column, term in _PARTIES.items():
        for code in parts(getattr(row, column)):
            about.link(ns.IML + term, ns.party(code))
    for column, term in _PROVISIONS.items():
        for reference in parts(getattr(row, column)):
            about.link(ns.IML + term, ns.provision(*reference.split(" ")))
    for issue in parts(row.issues):
        about.add(ns.IML + "issueKeyword", text(issue))
    return about.link(ns.RDFS + "seeAlso", row.url).quads()


def _rights(row: DecisionRow, subject: str) -> Iterator[Quad]:
    """Write the rights: they are our reading, not the source’s words."""
    about = Description(subject, "editorial")
    for right in parts(row.rights):
        about.link(ns.IML + "concernsRight", ns.concept("rights", right))
    return about.quads()


def _provisions(named: Iterable[str], described: Container[str]) -> Iterator[Quad]:
    """Name the provisions that nobody else describes: number, label, and the larger one that somebody does."""
    for each in sorted(named):
        instrument, reference = each.split(" ")
        if (subject := ns.provision(instrument, reference)) in described:
            continue
        about = Description(subject, "editorial", ns.IML + "Provision")
        about.link(ns.IML + "inInstrument", ns.instrument(instrument))
        about.add(ns.IML + "provisionReference", text(reference))
        about.link(ns.IML + "partOfProvision", _whole(instrument, reference, described))
        yield from about.labels(ns.RDFS + "label", provision_labels(reference)).quads()


def _whole(instrument: str, reference: str, described: Container[str]) -> str | None:
    """Find the next larger provision that others describe: of ``22.5.a`` it is ``22.5``, else ``22``."""
    while "." in reference:
        reference = reference.rpartition(".")[0]
        if (larger := ns.provision(instrument, reference)) in described:
            return larger
    return None
