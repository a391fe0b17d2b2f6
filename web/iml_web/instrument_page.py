"""The page of one instrument: with everyone's standing if it can be joined, as a register entry if it cannot."""

from __future__ import annotations

from iml_graph import namespaces as ns
from iml_graph.eligibility import exists
from iml_graph.entries import read_entry
from iml_graph.export import (
    ENTRY_COLUMNS,
    STANDING_COLUMNS,
    entry_object,
    entry_rows,
    instrument_object,
    instrument_rows,
)
from iml_graph.identifiers import fold_text
from iml_graph.reading import local, read_parties
from iml_graph.status import instrument_profile
from iml_graph.terms import Status
from iml_web import graph, language, provision_list, shown
from iml_web.formats import Asked, Page, flat
from iml_web.relations import FACTS, Identity, read_identity

SERVING = "explorer/serving"
VOTES = "researcher/votes"
BALLOT = ("yes", "no", "abstention")

LISTED = (
    Status.PARTY,
    Status.BOUND_THROUGH_ORGANIZATION,
    Status.NOT_YET_APPLICABLE,
    Status.PARTY_NOT_IN_FORCE,
    Status.BOUND_BY_INCORPORATION,
    Status.SIGNATORY,
    Status.EXCEPTED,
    Status.FORMER_PARTY,
    Status.NO_LONGER_BOUND,
)
"""Statuses of which the page lists the actors; those of the others are too many, and in the downloads."""

IDENTITY = (
    *("acronym", "altLabel", "adoptedOn", "issued", "adoptedAt", "adoptedBy", "adoptedByBody", "openedForSignatureOn"),
    *("enteredIntoForceOn", "appliesFrom", "provisionallyAppliedFrom", "repealedOn", "terminatedOn"),
    *("instrumentStatus", "bindsMembersOf", "contractingParty", "bilateralTopic", "depositary", "monitoredBy"),
    *("adjudicatedBy", "unSymbol", "iloCode", "cetsNumber", "celexNumber", "eliIdentifier", "hcchNumber", "oasNumber"),
    *("mtdsgNumber", "untsRegistration", "untsVolume", "registerNumber", "inRegister", "seriesReference"),
    *("authenticLanguage", "authenticText", "exactMatch", "scopeNote"),
)
"""Local names of the properties that the page shows as plain facts, in this order."""


def profile_page(identifier: str) -> Page:
    """Make the page of a treaty or an act of an organization: who is bound by it on the day of the page."""
    lang, on = language.lang(), language.on().isoformat()
    profile = instrument_profile(graph.store(), identifier, on, lang)
    found = read_identity(identifier)
    return Page(
        template="instrument.html",
        title=profile.instrument.title,
        context={
            "profile": profile,
            "counts": profile.counts(),
            "standings": [(status, profile.of(status)) for status in LISTED if profile.of(status)],
            "exemptions": [(each, own) for each in profile.standings for own in each.exemptions],
            "statements": flat(graph.select("explorer/statement-counts", instrument=identifier, on=on)),
            "clauses": flat(graph.select("explorer/clauses", instrument=identifier)),
            **_shared(identifier, found),
        },
        document=instrument_object(profile),
        rows=instrument_rows(profile, shown.concept_names()),
        columns=STANDING_COLUMNS,
        records=[Asked("explorer/instrument-record", {"instrument": identifier})],
        asked=[
            Asked(FACTS, {"instrument": identifier, "lang": lang}),
            Asked("researcher/intervals", {"instrument": identifier, "lang": lang}),
            Asked("researcher/acts", {"instrument": identifier}),
            Asked("explorer/statement-counts", {"instrument": identifier, "on": on}),
        ],
        sources=profile.instrument.coverage.sources or _sources(found),
    )


def entry_page(identifier: str) -> Page:
    """Make the page of what nobody joins: soft law, a general comment, a treaty between two States."""
    lang = language.lang()
    entry = read_entry(graph.store(), identifier, lang)
    found = read_identity(identifier)
    return Page(
        template="entry.html",
        title=entry.instrument.title,
        context={"entry": entry, "votes": _votes(identifier), **_shared(identifier, found)},
        document=entry_object(entry),
        rows=entry_rows(entry),
        columns=ENTRY_COLUMNS,
        records=[Asked("explorer/instrument-record", {"instrument": identifier})],
        asked=[
            Asked("explorer/instrument-entry", {"instrument": identifier, "lang": lang}),
            Asked(FACTS, {"instrument": identifier, "lang": lang}),
            *([Asked(VOTES, {"instrument": identifier})] if entry.vote else []),
        ],
        sources=_sources(found),
    )


def _shared(identifier: str, found: Identity) -> dict[str, object]:
    """Give what every kind of page shows: plain facts, relations to other instruments, what serves it."""
    return {
        "facts": found.facts,
        "identity": [name for name in IDENTITY if found.facts.get(name)],
        "relations": found.relations,
        "serving": things_serving(ns.instrument(identifier)),
        "provision_roles": provision_list.count_roles(identifier),
    }


def things_serving(iri: str) -> list[str]:
    """List the courses, lines of work, networks and processes that serve an instrument, an objective or a right."""
    return sorted({row["thing"] for row in flat(graph.select(SERVING)) if row["served"] == iri}, key=shown.name)


def _sources(found: Identity) -> list[str]:
    """Name the sources that an entry rests on, directly or by a record."""
    derived = found.facts.get("wasDerivedFrom", [])
    return sorted({local(iri) if iri.startswith(ns.source("")) else _source_in(iri) for iri in derived})


def _source_in(record: str) -> str:
    """Cut the source out of the IRI of one of its records."""
    return record.removeprefix(f"{ns.ID}record/").partition("/")[0]


def _votes(identifier: str) -> list[tuple[str, list[str]]]:
    """List who voted how, and of which members of the United Nations no vote is recorded; empty without a vote."""
    rows = flat(graph.select(VOTES, instrument=identifier))
    if not rows:
        return []
    day = max(row["day"] for row in rows)
    voters = {row["actor"] for row in rows}
    cast = {vote: [row["actor"] for row in rows if local(row["vote"]) == vote] for vote in BALLOT}
    parties = read_parties(graph.store(), language.lang()).values()
    members = (each for each in parties if each.un_member and each.un_member <= day and exists(each, day))
    cast["not-recorded"] = [ns.party(each.code) for each in members if ns.party(each.code) not in voters]
    return [(vote, sorted(actors, key=_folded_name)) for vote, actors in cast.items() if actors]


def _folded_name(iri: str) -> str:
    return fold_text(shown.name(iri))
