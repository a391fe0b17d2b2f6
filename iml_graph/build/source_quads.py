"""Sources and what each of them covers, as RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.quads import Description, text, truth
from iml_graph.sources import Coverage, Source


def write(sources: Iterable[Source], place: Callable[[str], str]) -> Iterator[Quad]:
    """Write each source and one statement of coverage for each instrument or organization that it covers.

    ``place`` gives the IRI of an organization or process by its identifier.
    """
    for source in sources:
        about = Description(ns.source(source.id), "editorial", ns.IML + "Source")
        about.add(ns.DCT + "title", text(source.title)).add(ns.DCT + "publisher", text(source.publisher))
        about.add(ns.DCT + "license", text(source.licence)).add(ns.DCT + "identifier", text(source.id))
        about.add(ns.IML + "retrievedFrom", text(source.retrieved_from))
        about.link(ns.RDFS + "seeAlso", source.url or None)
        about.day(ns.IML + "asOf", source.as_of)
        yield from about.link(ns.IML + "sourceRole", ns.concept("source-roles", source.role)).quads()
        for coverage in source.coverage:
            for instrument in coverage.instruments:
                about = _statement(source, instrument).link(ns.IML + "onInstrument", ns.instrument(instrument))
                yield from _coverage(about, coverage)
            for organization in coverage.organizations:
                about = _statement(source, organization).link(ns.IML + "ofOrganization", place(organization))
                yield from _coverage(about, coverage)


def _statement(source: Source, subject: str) -> Description:
    about = Description(f"{ns.ID}coverage/{source.id}/{subject}", "editorial", ns.IML + "CoverageStatement")
    return about.link(ns.IML + "ofSource", ns.source(source.id))


def _coverage(about: Description, coverage: Coverage) -> Iterator[Quad]:
    about.day(ns.IML + "completeAsOf", coverage.complete_as_of)
    about.add(ns.IML + "partial", truth(True) if coverage.partial else None)
    about.add(ns.IML + "terminationsRecorded", truth(coverage.terminations_recorded))
    for other in coverage.combined_with:
        about.link(ns.IML + "combinedWith", ns.source(other))
    return about.add(ns.RDFS + "comment", text(coverage.note, "en")).quads()
