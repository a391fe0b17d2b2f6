"""What is on record of organizations, bodies, processes, courses and the like, one object a thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.identifiers import fold_text
from iml_graph.reading import local
from iml_web import graph, language
from iml_web.formats import Asked, flat

REGISTER = "explorer/register"
_NAMESPACES = {"Organization": ns.ORG, "OrganizationalUnit": ns.ORG, "Course": ns.SCHEMA}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with its facts in one language: values by the local name of their property."""

    iri: str
    facts: Mapping[str, tuple[str, ...]]

    @property
    def identifier(self) -> str:
        """The last part of its IRI."""
        return local(self.iri)

    @property
    def label(self) -> str:
        """Its name."""
        return self.first("prefLabel") or self.identifier

    @property
    def acronym(self) -> str:
        """Its acronym, empty if it has none."""
        return self.first("acronym")

    @property
    def sources(self) -> list[str]:
        """Identifiers of the sources that it rests on."""
        return [local(iri) for iri in self.all("wasDerivedFrom")]

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a property."""
        return self.facts.get(name, ())

    def first(self, name: str) -> str:
        """Return one value of a property, empty if it has none."""
        return next(iter(self.all(name)), "")


def read_things(*kinds: str) -> dict[str, Thing]:
    """Read all things of some classes (``Meeting`` …) by identifier, in the order of their names."""
    lang = language.lang()
    known = graph.remember(("things", lang), lambda: _read(lang))
    found = {thing.iri: thing for kind in kinds for thing in known.get(kind, ())}.values()
    return {each.identifier: each for each in sorted(found, key=lambda each: (fold_text(each.label), each.iri))}


def asked(kind: str) -> Asked:
    """Return the query behind the things of a class."""
    return Asked(REGISTER, {"lang": language.lang()}, {"class": _NAMESPACES.get(kind, ns.IML) + kind})


def _read(lang: str) -> dict[str, list[Thing]]:
    facts: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in flat(graph.select(REGISTER, lang=lang)):
        facts[local(row["class"]), row["thing"]][local(row["property"])].append(row["value"])
    found: dict[str, list[Thing]] = defaultdict(list)
    for (kind, iri), own in facts.items():
        found[kind].append(Thing(iri, {name: tuple(values) for name, values in own.items()}))
    return found


def named(things: Mapping[str, Thing], name: str, iri: str) -> list[Thing]:
    """List the things that point at another by a property."""
    return [each for each in things.values() if iri in each.all(name)]
