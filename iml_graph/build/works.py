"""What the build needs to know of the instruments and organizations that people described by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from iml_graph import namespaces as ns
from iml_graph.build.bindings import SecondaryAct
from iml_graph.build.intervals import Endings
from iml_graph.dates import last_day

_BINDS, _DENOUNCES = ns.IML + "bindsMembersOf", ns.IML + "automaticallyDenounces"
_BEGINS = (ns.IML + "enteredIntoForceOn", ns.IML + "appliesFrom")
_ENDS = (ns.IML + "repealedOn", ns.IML + "terminatedOn")
_TYPE = ns.RDF + "type"

Facts = Mapping[str, list[str]]
"""Values by property."""


@dataclass(frozen=True, slots=True)
class Works:
    """Acts that bind the members of organizations, how treaties end, and which provisions and processes are described.

    ``provisions`` are IRIs, ``processes`` identifiers; ``actors`` are organizations and bodies, IRI by identifier.
    """

    acts: tuple[SecondaryAct, ...]
    endings: Endings
    provisions: frozenset[str]
    processes: frozenset[str]
    actors: Mapping[str, str]

    def place(self, identifier: str) -> str:
        """Return the IRI of the consultation process that has an identifier, else of the organization."""
        return ns.process(identifier) if identifier in self.processes else ns.organization(identifier)


def read_works(quads: Iterable[Quad]) -> Works:
    """Read what is curated into what the build reckons with."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    own = {_identifier(iri): found for iri, found in sorted(facts.items()) if iri.startswith(ns.instrument(""))}
    return Works(
        acts=tuple(act for name, found in own.items() for act in _acts(name, found)),
        endings=Endings(
            terminated={name: end for name, found in own.items() if (end := _end(found))},
            denounces={name: tuple(sorted(map(_identifier, found[_DENOUNCES]))) for name, found in own.items()},
        ),
        provisions=frozenset(iri for iri, found in facts.items() if ns.IML + "Provision" in found[_TYPE]),
        processes=frozenset(_identifier(iri) for iri in facts if iri.startswith(ns.process(""))),
        actors={
            _identifier(iri): iri
            for kind in (ns.organization(""), ns.body(""))
            for iri in facts
            if iri.startswith(kind)
        },
    )


def _acts(name: str, found: Facts) -> Iterator[SecondaryAct]:
    """Yield what binds the members of an organization, if it does, from the day on which it applies."""
    begins = [last_day(day) for prop in _BEGINS for day in found.get(prop, ())]
    if begins:
        for organization in sorted(found.get(_BINDS, ())):
            yield SecondaryAct(name, _identifier(organization), max(begins), _end(found))


def _end(found: Facts) -> str | None:
    """Find the first day on which an instrument was in force for nobody."""
    return min((last_day(day) for prop in _ENDS for day in found.get(prop, ())), default=None)


def _identifier(iri: str) -> str:
    return iri.removeprefix(ns.ID).partition("/")[2]


def read_labels(quads: Iterable[Quad]) -> dict[str, dict[str, str]]:
    """Read the preferred labels of concepts, by IRI and language."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value == ns.SKOS + "prefLabel" and isinstance(quad.object, Literal):
            found[str(getattr(quad.subject, "value", ""))][quad.object.language or ""] = quad.object.value
    return dict(found)
