"""Parties: the list, and where one of them stands towards every instrument on a day."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph import namespaces as ns
from iml_graph.export import PARTY_COLUMNS, party_object, party_rows
from iml_graph.identifiers import fold_text
from iml_graph.reading import read_parties, resolve_party
from iml_graph.records import Dispute, Evidence, Instrument, Party
from iml_graph.status import PartyProfile, Standing, party_profile
from iml_graph.store.base import Row
from iml_web import cases, graph, language, party_record, shown
from iml_web.formats import Asked, Page, flat, respond

bp = Blueprint("parties", __name__)

KINDS = ("State", "RegionalIntegrationOrganization", "OtherParticipant", "Territory")
EXTENSIONS = "researcher/territories"
PROFILE_QUERIES = ("researcher/acts", "researcher/intervals", "researcher/disagreements")


@bp.get("/parties")
def list_all() -> Response:
    """List all parties, or those of one region or kind."""
    everyone = sorted(read_parties(graph.store(), language.lang()).values(), key=lambda each: fold_text(each.label))
    regions = sorted({each.region for each in everyone if each.region})
    chosen = [each for each in everyone if _matches(each)]
    rows = [_row(each) for each in chosen]
    page = Page(
        template="parties.html",
        title=language.translate("parties.title"),
        context={"parties": chosen, "regions": regions, "kinds": KINDS, "total": len(everyone)},
        document={"parties": rows},
        rows=rows,
        subjects=[ns.party(each.code) for each in chosen],
        asked=[Asked("explorer/parties", {"lang": language.lang()})],
    )
    return respond(page)


def _matches(party: Party) -> bool:
    wanted = {"region": party.region, "kind": party.kind}
    return all(request.args.get(name) in (None, "", value) for name, value in wanted.items())


def _row(party: Party) -> dict[str, str]:
    return {
        "code": party.code,
        "label": party.label,
        "kind": party.kind,
        "region": party.region or "",
        "un_member": party.un_member or "",
        "exists_from": party.exists_from or "",
        "exists_until": party.exists_until or "",
        "iri": ns.party(party.code),
    }


@bp.get("/party/<code>")
def show(code: str) -> Response:
    """Show one party's profile as of a day."""
    known = find_party(code)
    if known != code:
        return make_response(redirect(language.this_page(code=known), 301))
    profile = party_profile(graph.store(), known, language.on().isoformat(), language.lang())
    statements = flat(graph.select("researcher/statements", actor=known))
    record = party_record.read_record(known)
    listed = tuple(standing for standing in profile.standings if not standing.shut_out)
    page = Page(
        template="party.html",
        title=profile.party.label,
        context={
            "profile": profile,
            "branches": by_branch(listed),
            "left_out": len(profile.standings) - len(listed),
            "record": record,
            "decided": len(cases.that(lambda each: known in each.respondents)),
            "counts": profile.counts(),
            "disagreements": _disagreements(profile),
            "statements": [row for row in statements if row["deposited"] <= profile.on],
            "facts": _facts(known),
            "extensions": _extensions(profile),
        },
        document=party_object(profile) | party_record.as_object(record),
        rows=party_rows(profile, shown.concept_names()),
        columns=PARTY_COLUMNS,
        records=[Asked("explorer/party-record", {"party": known})],
        asked=[
            *(_asked(query, known) for query in (*PROFILE_QUERIES, "researcher/statements", EXTENSIONS)),
            *party_record.queries(known),
        ],
        sources=sources_of(profile.standings),
    )
    return respond(page)


def _asked(query: str, code: str) -> Asked:
    values = {"actor": code, "lang": language.lang()}
    taken = {parameter.name for parameter in graph.library()[query].params}
    return Asked(query, {name: value for name, value in values.items() if name in taken})


def find_party(asked: str) -> str:
    """Return the code of a party from a code or any of its names.

    Raises:
        UnknownNameError: nothing is called so; carries the nearest names.
    """
    if ns.party(asked) in shown.names():
        return asked
    return resolve_party(graph.store(), asked)


def by_branch(standings: tuple[Standing, ...]) -> list[tuple[str, list[Standing]]]:
    """Group standings, which are already in the order of branches, by the name of the branch."""
    return [
        (branch, list(group))
        for branch, group in groupby(standings, key=lambda each: each.instrument.branch_label or "")
    ]


def sources_of(standings: tuple[Standing, ...]) -> list[str]:
    """List the sources that some standings rest on."""
    return sorted({source for standing in standings for source in standing.sources})


def _disagreements(profile: PartyProfile) -> list[tuple[Instrument, Dispute, list[Evidence]]]:
    """List the disagreements, each once, with all sources that state the day which is not adopted."""
    found: dict[tuple[str, str | None, str | None], tuple[Instrument, Dispute, list[Evidence]]] = {}
    for standing in profile.standings:
        for each in standing.disputes:
            key = (each.act, each.stated, each.reason)
            found.setdefault(key, (standing.instrument, each, []))[2].append(each.evidence)
    return list(found.values())


def _extensions(profile: PartyProfile) -> list[dict[str, str]]:
    """List to which territories a State extended or did not extend instruments; of a territory, what reaches it."""
    end = "territory" if profile.party.kind == "Territory" else "actor"
    found = Asked(EXTENSIONS, {end: profile.party.code}).answer()
    return [row for row in found if row["deposited"] <= profile.on]


def _facts(code: str) -> list[Row]:
    return graph.select("explorer/party-facts", party=code, lang=language.lang())
