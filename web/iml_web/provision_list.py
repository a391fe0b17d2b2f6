"""The provisions of one instrument in its order, each with its own tags."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from iml_graph.provision_records import ReadProvision, Tag
from iml_graph.reading import read_provision_records
from iml_web import analysis, graph, language, shown
from iml_web.facets import Facet

ROLES = ("guarantee", "duty", "scope", "procedure", "final")
"""Roles of provisions, in the order of a page; those that only an act or a decision names have none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A provision of a list with its tags."""

    record: ReadProvision
    tags: tuple[Tag, ...]

    @property
    def role(self) -> str:
        """The identifier of its role, empty if it has none."""
        role = self.record.provision.role
        return role.identifier if role else ""

    def as_row(self) -> dict[str, str]:
        """Write it as a row of a download."""
        tags = (f"{tag.right.identifier}/{tag.holder.identifier}/{tag.modality.identifier}" for tag in self.tags)
        return {
            **analysis.provision_row(self.record.provision),
            "part_of": self.record.part_of or "",
            "tags": ";".join(tags),
        }


def read_lines(instrument: str) -> list[Line]:
    """Read the provisions of an instrument in its order, each with its own tags."""
    own: dict[str, list[Tag]] = defaultdict(list)
    for tag in analysis.all_tags():
        if tag.provision.instrument.identifier == instrument:
            own[tag.provision.reference].append(tag)
    records = read_provision_records(graph.store(), instrument, language.lang(), analysis.lexicon())
    return [Line(each, tuple(own[each.provision.reference])) for each in records]


def count_roles(instrument: str) -> dict[str, int]:
    """Count the provisions of an instrument that are described, by their roles."""
    roles = [each.role for each in read_lines(instrument)]
    return {role: roles.count(role) for role in ROLES if role in roles}


def choices() -> list[Facet[Line]]:
    """Return the ways to narrow the provisions of an instrument."""
    return [
        Facet(
            "role",
            language.translate("provisions.role"),
            lambda each: [each.role],
            lambda key: shown.concept("provision-roles", key) or language.translate("site.none"),
        ),
        Facet(
            "right",
            language.translate("law.right"),
            lambda each: {tag.right.identifier for tag in each.tags},
            lambda key: shown.concept("rights", key),
        ),
        Facet(
            "holder",
            language.translate("law.holder"),
            lambda each: {tag.holder.identifier for tag in each.tags},
            lambda key: shown.concept("holders", key),
        ),
    ]


def words_of(line: Line) -> str:
    """Return in what of a provision a text is looked for."""
    provision = line.record.provision
    return f"{provision.reference} {provision.label} {provision.heading or ''}"
