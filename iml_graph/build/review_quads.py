"""Recommendations of the universal periodic review and visits of experts, as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.quads import Description, number, text
from iml_graph.dates import day_after, is_full
from iml_graph.errors import DataError
from iml_graph.ingest.facts import RecommendationRow, VisitRow


def write_recommendations(rows: Iterable[RecommendationRow]) -> Iterator[Quad]:
    """Write each recommendation, which has no text here, with its record.

    Raises:
        DataError: a session or a code is no number.
    """
    for row in rows:
        subject = f"{ns.ID}recommendation/{row.review}/{row.number}"
        yield from _recommendation(row, subject)
        yield from record_quads.write(row, subject)


def _recommendation(row: RecommendationRow, subject: str) -> Iterator[Quad]:
    about = Description(subject, row.source, ns.IML + "Recommendation")
    about.link(ns.IML + "addressedTo", ns.party(row.under_review)).link(ns.IML + "madeBy", ns.party(row.recommending))
    about.add(ns.IML + "recommendationNumber", text(row.number))
    about.add(ns.IML + "inSession", number(_whole(row, row.session)))
    about.link(ns.IML + "response", ns.concept("review-responses", row.response))
    about.add(ns.IML + "actionCode", number(_whole(row, row.action)) if row.action else None)
    for issue in filter(None, row.issues.split(";")):
        about.link(ns.IML + "recommendationIssue", ns.concept("review-issues", issue))
    for instrument in filter(None, row.urges.split(";")):
        about.link(ns.IML + "urges", ns.instrument(instrument))
    return about.quads()


def _whole(row: RecommendationRow, shown: str) -> int:
    if not shown.isdecimal():
        raise DataError(f"{row.review}.csv: “{shown}” in recommendation {row.number} is not a whole number.")
    return int(shown)


def write_visits(rows: Iterable[VisitRow]) -> Iterator[Quad]:
    """Write each visit with its record; its interval is half-open, as all others are."""
    for row in rows:
        subject = f"{ns.ID}visit/{row.body}/{row.party}/{row.start or 'undated'}"
        about = Description(subject, row.source, ns.IML + "CountryVisit").link(ns.IML + "byBody", ns.body(row.body))
        about.link(ns.IML + "actor", ns.party(row.party)).day(ns.IML + "from", row.start)
        about.day(ns.IML + "until", _after(row.end)).add(ns.IML + "reportSymbol", text(row.report))
        yield from about.quads()
        yield from record_quads.write(row, subject)


def _after(day: str) -> str:
    """Return the first day after a visit; of a date known to the month or year, the date itself."""
    return day_after(day) if is_full(day) else day
