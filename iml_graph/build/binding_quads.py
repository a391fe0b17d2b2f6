"""Exceptions to acts of organizations, and whom such acts bind, as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.bindings import Binding
from iml_graph.build.exceptions import MemberException
from iml_graph.build.membership_quads import interval_iri
from iml_graph.build.quads import Description, text
from iml_graph.parties import EDITORIAL


def exception_iri(exception: MemberException) -> str:
    """Name an exception by the act, the member, its kind and its first day."""
    key = (exception.instrument, exception.party, exception.kind, exception.start or "always")
    return f"{ns.ID}exception/{'/'.join(key)}"


def write(exceptions: Iterable[MemberException], bindings: Iterable[Binding]) -> Iterator[Quad]:
    """Write the exceptions with their records, then the derived bindings."""
    for exception in exceptions:
        yield from _exception(exception)
    for binding in bindings:
        yield from _binding(binding)


def _exception(exception: MemberException) -> Iterator[Quad]:
    subject = exception_iri(exception)
    about = Description(subject, exception.source, ns.IML + "Exception")
    about.link(ns.IML + "actor", ns.party(exception.party))
    about.link(ns.IML + "onInstrument", ns.instrument(exception.instrument))
    about.link(ns.IML + "exceptionKind", ns.concept("exception-kinds", exception.kind))
    about.day(ns.IML + "from", exception.start).day(ns.IML + "until", exception.until)
    about.add(ns.IML + "exceptionBasis", text(exception.basis))
    if exception.source == EDITORIAL:
        about.add(ns.IML + "assertedBy", text(EDITORIAL)).add(ns.IML + "confidence", text("medium"))
        yield from about.quads()
        return
    record = record_quads.record_iri(exception, "exceptions", exception.instrument)
    yield from about.link(ns.PROV + "wasDerivedFrom", record).quads()
    yield from record_quads.describe(exception, record).quads()


def _binding(binding: Binding) -> Iterator[Quad]:
    act = binding.act
    subject = f"{ns.ID}interval/{act.identifier}/{binding.party}/member/{binding.start}"
    about = Description(subject, "derived", ns.IML + "MemberBindingInterval")
    about.link(ns.IML + "actor", ns.party(binding.party)).link(ns.IML + "onInstrument", ns.instrument(act.identifier))
    about.link(ns.IML + "boundThrough", ns.organization(act.organization))
    about.day(ns.IML + "from", binding.start).day(ns.IML + "until", binding.until)
    for membership in binding.memberships:
        about.link(ns.IML + "restsOnMembership", interval_iri(membership))
    for exception in binding.exceptions:
        about.link(ns.PROV + "wasDerivedFrom", exception_iri(exception))
    return about.quads()
