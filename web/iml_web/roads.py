"""The road of a party to an instrument: the next step, what comes with it, and what surrounds it."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph.errors import BadInputError
from iml_graph.export import contexts, roads
from iml_graph.protection.asking import Asked as Question
from iml_graph.protection.context import Context, Peers, context, peers
from iml_graph.protection.groups import LIST
from iml_graph.protection.road import Road, road, words_of
from iml_graph.terms import Status
from iml_web import adviser, graph, language
from iml_web.formats import Asked, Page, respond
from iml_web.recent import recently

bp = Blueprint("roads", __name__)

SCHEMES = ("action-types", "acceptance-modes", "next-steps", "participation-classes", "statuses")
PEERS_OF = 80
"""How many letters the name of a group of peers has at most."""


@bp.get("/party/<code>/road/<instrument>")
def show(code: str, instrument: str) -> Response:
    """Show the road of a party to an instrument, with its peers and all that surrounds the step."""
    if other := adviser.elsewhere(code):
        return other
    known = adviser.find_instrument(instrument)
    if known != instrument:
        return make_response(redirect(language.this_page(instrument=known), 301))
    asked, deposit = adviser.ask(code), adviser.asked_day("deposit")
    group = request.args.get("peers", "").strip()[:PEERS_OF] or None
    group = f"{LIST}{group}" if group and "," in group and not group.startswith(LIST) else group
    found, around, beside = _worked_out(asked, known, deposit, group)
    lang, names, concepts = asked.lang, asked.names, _concepts()
    page = Page(
        template="road.html",
        title=language.translate("road.title", party=found.party.label, instrument=found.instrument.name),
        context={
            "asked": asked,
            "road": found,
            "context": around,
            "peers": beside,
            "bound": found.standing.status is Status.PARTY,
            "ways": roads.opening_rows(found, concepts, lang),
            "effect": roads.effect_sentence(found, lang),
            "rules": roads.rule_rows(found, lang),
            "uses": roads.use_rows(found, lang),
            "denounced": roads.denounced_sentences(found, lang),
            "procedures": roads.procedure_rows(found, concepts, lang),
            "reports": roads.report_rows(found, lang),
            "areas": roads.area_rows(found, lang),
            "recommendations": contexts.recommendation_rows(around),
            "objectives": contexts.served_rows(around.objectives, names),
            "targets": contexts.served_rows(around.targets, names),
            "processes": contexts.process_rows(around, lang),
            "support": contexts.support_rows(around, names),
            "peer_rows": contexts.peer_rows(beside, concepts, lang) if beside else [],
            "peers_said": contexts.group_sentences(beside, lang) if beside else [],
            "columns": {
                "ways": tuple(each for each in roads.WAY_COLUMNS if found.step or each != "open_now"),
                "rules": roads.RULE_COLUMNS,
                "uses": roads.USE_COLUMNS,
                "procedures": roads.PROCEDURE_COLUMNS,
                "reports": roads.REPORT_COLUMNS,
                "areas": roads.AREA_COLUMNS,
                "recommendations": contexts.RECOMMENDATION_COLUMNS,
                "served": contexts.SERVED_COLUMNS,
                "processes": contexts.PROCESS_COLUMNS,
                "support": contexts.SUPPORT_COLUMNS,
                "peers": ("party", "status", "in_force_from", "signed", "last_known", "groups"),
            },
        },
        document=roads.road_object(found)
        | {"context": contexts.context_object(around), "peers": contexts.peers_object(beside) if beside else None},
        rows=roads.road_rows(found, concepts, lang),
        columns=roads.ROAD_COLUMNS,
        records=[Asked("explorer/party-record", {"party": found.party.code})],
        asked=[Asked("researcher/intervals", {"actor": found.party.code}), Asked("adviser/ways-to-join")],
    )
    return respond(page)


def _worked_out(
    asked: Question, instrument: str, deposit: str | None, group: str | None
) -> tuple[Road, Context, Peers | None]:
    who, view, lang = asked.adviser, asked.view, asked.lang
    code, on = view.party.code, view.on

    def work_out() -> tuple[Road, Context, Peers | None]:
        found = road(who, code, instrument, on, deposit)
        return found, context(who, code, instrument, on), _peers(asked, instrument, group)

    return recently(("road", lang, code, on, instrument, deposit, group), work_out)


def _peers(asked: Question, instrument: str, group: str | None) -> Peers | None:
    """Compare with the members of a group; if none is named, with those of its own, where it has any."""
    view = asked.view
    try:
        return peers(asked.store, view.party.code, instrument, view.on, asked.lang, group)
    except BadInputError:
        if group:
            raise
        return None


def _concepts() -> dict[str, str]:
    lang = language.lang()
    return graph.remember(
        ("road-words", lang),
        lambda: {key: label for each in SCHEMES for key, label in words_of(graph.store(), each, lang).items()},
    )
