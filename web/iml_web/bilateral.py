"""Treaties between two States: one register, complete for one State only, that can be narrowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import facets, graph, language, shown
from iml_web.facets import Facet
from iml_web.formats import Asked, Page, flat, respond

bp = Blueprint("bilateral", __name__)

REGISTER = "explorer/bilateral-register"


@dataclass(frozen=True, slots=True)
class Bilateral:
    """One treaty of the register: its parties, its topic and its dates, as ISO texts; empty where unknown."""

    iri: str
    title: str
    topic: str
    parties: tuple[str, ...]
    signed: str
    in_force: str
    ended: str
    number: str
    register: str

    @property
    def decade(self) -> str:
        """First year of the ten in which it was signed."""
        return f"{self.signed[:3]}0"


def read_bilateral() -> list[Bilateral]:
    """Read all treaties of the register in the language of the page, by the day of signature."""
    lang = language.lang()
    return graph.remember(("bilateral", lang), lambda: _read(lang))


def _read(lang: str) -> list[Bilateral]:
    rows = flat(graph.select(REGISTER, lang=lang))
    parties: dict[str, dict[str, None]] = {}
    for row in rows:
        parties.setdefault(row["instrument"], {})[row["party"]] = None
    first = {row["instrument"]: row for row in reversed(rows)}
    return [_treaty(first[iri], tuple(own)) for iri, own in parties.items()]


def _treaty(row: Mapping[str, str], parties: tuple[str, ...]) -> Bilateral:
    return Bilateral(
        iri=row["instrument"],
        title=row["title"],
        topic=local(row["topic"]),
        parties=parties,
        signed=row["signed"],
        in_force=row["in_force"],
        ended=row["ended"],
        number=row["number"],
        register=row["register"],
    )


@bp.get("/bilateral")
def list_all() -> Response:
    """List the treaties of the register, all or those on one topic, of one party, of ten years."""
    everything = read_bilateral()
    found = facets.narrow(everything, _facets(), lambda each: f"{each.title} {each.number}")
    registers = sorted({each.register for each in everything if each.register})
    rows = [as_row(each) for each in found.items]
    page = Page(
        template="bilateral.html",
        title=language.translate("bilateral.title"),
        context={"found": found, "registers": ", ".join(shown.name(iri) for iri in registers)},
        document={"treaties": rows},
        rows=rows,
        subjects=[each.iri for each in found.items],
        asked=[Asked(REGISTER, {"lang": language.lang()})],
        sources=[local(iri) for iri in registers],
    )
    return respond(page)


def _facets() -> list[Facet[Bilateral]]:
    return [
        Facet(
            "topic",
            language.translate("bilateral.topic"),
            lambda each: [each.topic],
            lambda key: shown.concept("bilateral-topics", key),
        ),
        Facet(
            "party",
            shown.word("party"),
            lambda each: [local(iri) for iri in each.parties],
            lambda key: shown.name(ns.party(key)),
        ),
        Facet("decade", language.translate("bilateral.decade"), lambda each: [each.decade], _decade),
    ]


def _decade(first: str) -> str:
    return language.translate("bilateral.years", first=first, last=int(first) + 9) if first.isdigit() else first


def as_row(treaty: Bilateral) -> dict[str, str]:
    """Write a treaty as a row of a download."""
    return {
        "instrument": local(treaty.iri),
        "title": treaty.title,
        "topic": shown.concept("bilateral-topics", treaty.topic),
        "parties": ";".join(local(iri) for iri in treaty.parties),
        "signed": treaty.signed,
        "entered_into_force": treaty.in_force,
        "terminated": treaty.ended,
        "number": treaty.number,
        "iri": treaty.iri,
    }
