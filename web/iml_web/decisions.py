"""Decisions and judgments: their register, which can be narrowed, and the page of each."""

from __future__ import annotations

from collections import defaultdict

from flask import Blueprint, Response, request

from iml_graph import namespaces as ns
from iml_graph.reading import is_part, local
from iml_web import analysis, cases, facets, graph, language, shown
from iml_web.cases import Decision
from iml_web.facets import Facet
from iml_web.formats import Asked, Page, respond
from iml_web.lookup import look_up

bp = Blueprint("decisions", __name__)

AGAINST = "adviser/cases-against"
RECORD = "explorer/decision-record"
FACTS_QUERY = "explorer/decision-facts"
FACTS = (
    *("decisionSymbol", "communicationNumber", "caseName", "decisionType", "inSession", "submittedOn"),
    *("admissibilityDecidedOn", "deliveredOn", "requestedBy", "issueKeyword"),
)
"""Local names of the properties that the page shows as plain facts, in this order."""


@bp.get("/decisions")
def list_all() -> Response:
    """List all decisions, the latest first, or those of one body, against one party, on one right or instrument."""
    found = facets.narrow(list(cases.read_decisions().values()), _facets(), cases.words_of)
    rows = [each.as_row() for each in found.items]
    page = Page(
        template="decisions.html",
        title=language.translate("decisions.title"),
        context={"found": found},
        document={"decisions": rows},
        rows=rows,
        columns=tuple(rows[0]) if rows else ("decision",),
        subjects=[each.iri for each in found.items],
        asked=[cases.asked()],
    )
    return respond(page)


def _facets() -> list[Facet[Decision]]:
    within = _broader_too()
    return [
        Facet(
            "respondent",
            language.translate("decisions.respondent"),
            lambda each: each.respondents,
            lambda code: shown.name(ns.party(code)),
        ),
        Facet(
            "body",
            language.translate("bodies.body"),
            lambda each: [local(each.body)],
            lambda key: shown.name(ns.body(key)),
        ),
        Facet(
            "right",
            language.translate("law.right"),
            lambda each: {name for right in each.rights for name in within[right]},
            lambda key: shown.concept("rights", key),
        ),
        Facet(
            "instrument",
            shown.word("instrument"),
            lambda each: each.instruments,
            lambda key: shown.name(ns.instrument(key)),
        ),
        Facet(
            "kind",
            language.translate("decisions.kind"),
            lambda each: [local(each.kind)] if each.kind else [],
            lambda key: shown.concept("decision-types", key),
        ),
        *([_provision_facet(asked)] if (asked := request.args.get("provision")) else []),
    ]


def _provision_facet(asked: str) -> Facet[Decision]:
    """Leave the decisions on one provision, its parts and what it is part of, asked for as ``icrmw 22.5``."""
    instrument, _, reference = asked.partition(" ")
    below = ns.provision(instrument, "")

    def fits(decision: Decision) -> bool:
        own = (iri.removeprefix(below) for iri in decision.provisions if iri.startswith(below))
        return any(is_part(each, reference) for each in own)

    return Facet(
        "provision",
        language.translate("law.provision"),
        lambda each: [asked] if fits(each) else [],
        lambda key: shown.name(ns.instrument(instrument)) + ", " + shown.name(ns.provision(instrument, reference)),
    )


def _broader_too() -> dict[str, list[str]]:
    """List with each right all that are broader, by which a decision is found too."""
    known, found = analysis.lexicon(), defaultdict(list)
    for iri in known.labels:
        if iri.startswith(ns.concept("rights", "")):
            for right in known.within("rights", local(iri)):
                found[right].append(local(iri))
    return found


@bp.get("/decision/<identifier>")
def show(identifier: str) -> Response:
    """Show one decision: who decided, when, against whom, on what, and whether the respondent was bound."""
    decision = look_up("decision", identifier, cases.read_decisions())
    asked = Asked(FACTS_QUERY, {"decision": identifier, "lang": language.lang()})
    answer = asked.answer()
    facts: dict[str, list[str]] = defaultdict(list)
    for row in answer:
        facts[local(row["property"])].append(row["value"])
    records = [row for row in answer if row["source"]]
    states = [row for code in decision.respondents for row in _state(decision, code)]
    page = Page(
        template="decision.html",
        title=decision.label,
        context={
            "decision": decision,
            "facts": facts,
            "identity": [name for name in FACTS if facts.get(name)],
            "states": states,
            "records": records,
        },
        document={**decision.as_row(), "facts": facts, "respondent_states": states, "records": records},
        rows=[decision.as_row()],
        records=[Asked(RECORD, {"decision": identifier})],
        asked=[
            asked,
            *(Asked(AGAINST, {"actor": code}) for code in decision.respondents),
            cases.asked(),
        ],
        sources=sorted({local(row["source"]) for row in records}),
    )
    return respond(page)


def _state(decision: Decision, code: str) -> list[dict[str, str]]:
    """Tell of each instrument that a decision interprets whether it bound a respondent when the complaint was made."""
    rows = graph.remember(("against", code), Asked(AGAINST, {"actor": code}).answer)  # costly, and few are respondents
    return [{"respondent": code, **row} for row in rows if row["decision"] == decision.iri and row["instrument"]]
