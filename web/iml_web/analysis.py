"""What provisions give to whom, as the pages count, group and list it, whatever the page is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Flask

from iml_graph import namespaces as ns
from iml_graph.provision_records import Grounding, Judgement, Named, Provision, Tag
from iml_graph.reading import Lexicon, read_lexicon, read_tags
from iml_web import graph, language, shown
from iml_web.facets import Facet

UNIVERSAL, REGIONAL, NON_BINDING = "universal", "regional", "non-binding"
FORCES = (UNIVERSAL, REGIONAL, NON_BINDING)
"""Kinds of provisions, in the order of a page: binding and universal, binding and not universal, not binding."""

PER_PAGE = 200
"""Lines of a list of provisions: more than of other lists, for lawyers want to see them side by side."""

TAG_COLUMNS = (
    *("instrument", "provision", "citation", "heading", "right", "holder", "modality", "principal"),
    *("force", "reach", "confidence", "authors", "checked", "note", "iri"),
)


@dataclass(frozen=True, slots=True)
class Gift:
    """What a provision gives in one way to one or more groups, by one judgement: tags that differ in the group only."""

    tag: Tag
    holders: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of provisions of each force."""

    universal: int
    regional: int
    non_binding: int

    @property
    def binding(self) -> int:
        """How many bind."""
        return self.universal + self.regional

    @property
    def total(self) -> int:
        """How many there are."""
        return self.binding + self.non_binding


def lexicon() -> Lexicon:
    """Return what concepts and instruments are called in the language of the page."""
    lang = language.lang()
    return graph.remember(("lexicon", lang), lambda: read_lexicon(graph.store(), lang))


def all_tags() -> tuple[Tag, ...]:
    """Return all tags, read once for each language."""
    lang = language.lang()
    return graph.remember(("tags", lang), lambda: read_tags(graph.store(), lang, lexicon=lexicon()))


def tags_of_right(identifier: str) -> tuple[Tag, ...]:
    """Return the tags with a right or a narrower one."""
    within = set(lexicon().within("rights", identifier))
    return tuple(tag for tag in all_tags() if tag.right.identifier in within)


def tags_of_holder(identifier: str) -> tuple[Tag, ...]:
    """Return the tags with a group of persons or a narrower one, by right."""
    within = set(lexicon().within("holders", identifier))
    found = (tag for tag in all_tags() if tag.holder.identifier in within)
    return tuple(sorted(found, key=lambda tag: tag.right.label.casefold()))


def force_of(provision: Provision) -> str:
    """Tell whether a provision binds, and how far its instrument reaches."""
    if not provision.binding:
        return NON_BINDING
    return UNIVERSAL if provision.reach == UNIVERSAL else REGIONAL


def count(tags: Iterable[Tag]) -> Counts:
    """Count the provisions that carry some tags, each once."""
    kinds = {iri_of(tag.provision): force_of(tag.provision) for tag in tags}
    numbers = list(kinds.values())
    return Counts(*(numbers.count(force) for force in FORCES))


def by_force(tags: Iterable[Tag]) -> list[tuple[str, list[Tag]]]:
    """Group tags by the force of their provisions; groups without any are left out."""
    found = list(tags)
    groups = ((force, [tag for tag in found if force_of(tag.provision) == force]) for force in FORCES)
    return [(force, own) for force, own in groups if own]


def gifts(tags: Iterable[Tag]) -> list[Gift]:
    """Draw together tags that differ in the group only, each with the first of them."""
    found: dict[tuple[object, ...], list[Tag]] = {}
    for tag in tags:
        found.setdefault((tag.provision, tag.right, tag.modality, tag.judgement), []).append(tag)
    return [Gift(own[0], _by_label(tag.holder for tag in own)) for own in found.values()]


def _by_label(named: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(named, key=lambda each: each.label.casefold()))


def iri_of(provision: Provision) -> str:
    """Return the IRI of a provision."""
    return ns.provision(provision.instrument.identifier, provision.reference)


def tag_row(tag: Tag) -> dict[str, str]:
    """Write a tag as a row of a download."""
    provision = tag.provision
    return {
        **provision_row(provision),
        "right": tag.right.identifier,
        "holder": tag.holder.identifier,
        "modality": tag.modality.identifier,
        "principal": "true" if tag.principal else "false",
        **judgement_row(tag.judgement),
    }


def grounding_row(grounding: Grounding) -> dict[str, str]:
    """Write on what an objective rests as a row of a download."""
    provision = provision_row(grounding.provision) if grounding.provision else {}
    return {
        "objective": grounding.objective.identifier,
        "grounding_role": grounding.role.identifier,
        "norm": grounding.norm.identifier if grounding.norm else "",
        **provision,
        **judgement_row(grounding.judgement),
    }


def provision_row(provision: Provision) -> dict[str, str]:
    """Write a provision as a row of a download."""
    return {
        "instrument": provision.instrument.identifier,
        "provision": provision.reference,
        "citation": provision.citation,
        "heading": provision.heading or "",
        "role": provision.role.identifier if provision.role else "",
        "force": force_of(provision),
        "reach": provision.reach or "",
        "iri": iri_of(provision),
    }


def judgement_row(judgement: Judgement) -> dict[str, str]:
    """Write who judged, how surely and against which sources, as part of a row."""
    return {
        "confidence": judgement.confidence,
        "authors": ";".join(each.identifier for each in judgement.authors),
        "checked": ";".join(judgement.checked),
        "note": judgement.note or "",
    }


def sources_of(judgements: Iterable[Judgement]) -> list[str]:
    """List the sources against which some judgements were checked."""
    return sorted({source for each in judgements for source in each.checked})


def words_of(tag: Tag) -> str:
    """Return in what of a tag a text is looked for."""
    heading = tag.provision.heading or ""
    return " ".join((tag.provision.citation, tag.provision.reference, heading, tag.right.label, tag.holder.label))


def right_facet() -> Facet[Tag]:
    """Narrow tags by the right itself."""
    return _facet("right", "rights", lambda tag: tag.right.identifier)


def holder_facet() -> Facet[Tag]:
    """Narrow tags by the very group that they name."""
    return _facet("holder", "holders", lambda tag: tag.holder.identifier)


def reach_facet() -> Facet[Tag]:
    """Narrow tags by how far their instruments reach."""
    return _facet("reach", "reaches", lambda tag: tag.provision.reach or "")


def _facet(name: str, scheme: str, value: Callable[[Tag], str]) -> Facet[Tag]:
    return Facet(name, language.translate(f"law.{name}"), lambda tag: [value(tag)], lambda key: _shown(scheme, key))


def _shown(scheme: str, key: str) -> str:
    return shown.concept(scheme, key) or language.translate("site.none")


def init_app(app: Flask) -> None:
    """Let the templates tell provisions apart, and concepts of the graph from those of others."""
    app.jinja_env.tests["in_graph"] = lambda iri: iri.startswith(ns.BASE)
    app.jinja_env.tests["in_scheme"] = lambda iri, scheme: iri.startswith(f"{ns.scheme(scheme)}/")
    app.jinja_env.globals.update(force_of=force_of, gifts=gifts, provision_iri=iri_of)
