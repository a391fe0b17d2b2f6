"""Recorded votes on the adoption of instruments, as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.quads import Description
from iml_graph.ingest.facts import VoteRow


def write(votes: Iterable[VoteRow]) -> Iterator[Quad]:
    """Write each vote with its record."""
    for vote in votes:
        subject = f"{ns.ID}vote/{vote.instrument}/{vote.party}"
        about = Description(subject, vote.source, ns.IML + "Vote").link(ns.IML + "actor", ns.party(vote.party))
        about.link(ns.IML + "onInstrument", ns.instrument(vote.instrument))
        about.link(ns.IML + "voteCast", ns.concept("votes", vote.vote))
        yield from about.day(ns.IML + "votedOn", vote.date).quads()
        yield from record_quads.write(vote, subject)
