"""The road of a party to an instrument, as an object and as rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from iml_graph.export.forms import Object, Table
from iml_graph.labels import sentence, word
from iml_graph.protection.clauses import Cited, Opening, ReservationClause, TimeClause
from iml_graph.protection.road import Effect, Procedure, Report, ReservationUse, Road, Waits

ROAD_COLUMNS = ("part", "item", "value", "provision", "from_day", "until", "confidence")
WAY_COLUMNS = ("mode", "open_to", "opens", "closes", "provision", "open_now", "confidence")
RULE_COLUMNS = ("rule", "provision", "named_articles", "confidence")
USE_COLUMNS = ("article", "in_force_now", "peers_made", "withdrawn_now", "by_whom")
PROCEDURE_COLUMNS = ("procedure", "mode", "provision", "body", "declarations", "operates", "accepted_by_party")
REPORT_COLUMNS = ("reports", "body", "provision", "first_report", "due", "interval_of")
AREA_COLUMNS = ("area", "rights")

Words = Mapping[str, str]

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
_SHOWN = 6
"""How many parties a cell names."""


def duration(text: str, lang: str) -> str:
    """Write an ISO 8601 duration in words: ``P3M`` is ``3 months``."""
    match = _DURATION.fullmatch(text)
    parts = zip(match.groups() if match else (), ("year", "month", "day"), strict=False)
    shown = [f"{int(n)} {word(unit if int(n) == 1 else unit + 's', lang)}" for n, unit in parts if n]
    return ", ".join(shown) or text


def cite(provisions: Iterable[Cited], lang: str) -> str:
    """Name provisions one after the other."""
    return word("list_mark", lang).join(each.label for each in provisions)


def _certainty(confidence: str | None, lang: str) -> str:
    return word(confidence, lang) if confidence else ""


# rows


def opening_rows(found: Road, concepts: Words, lang: str) -> Table:
    """One row for each clause that opens the instrument: those of the next step first."""
    used = [*found.openings, *(each for each in found.clauses.openings if each not in found.openings)]
    return [_opening_row(found, each, concepts, lang) for each in used]


def _opening_row(found: Road, opening: Opening, concepts: Words, lang: str) -> dict[str, str]:
    state = "open" if opening in found.openings else "closed-window" if opening in found.closed else "not-this-step"
    return {
        "mode": _list((concepts.get(each, each) for each in opening.modes), lang),
        "open_to": _list((concepts.get(each, each) for each in opening.classes), lang),
        "opens": opening.opens or "",
        "closes": opening.closes or "",
        "provision": cite(opening.provisions, lang),
        "open_now": word(state, lang),
        "confidence": _certainty(opening.confidence, lang),
    }


def _list(values: Iterable[str], lang: str) -> str:
    return word("list_mark", lang).join(values)


def effect_sentence(found: Road, lang: str) -> str:
    """Say when the instrument would enter into force for the party, with the rule."""
    effect = found.effect
    values = {
        "deposited": effect.deposited,
        "on": effect.on,
        "articles": cite(effect.clause.provisions, lang) if effect.clause else "",
        "instruments": _list((found.names.get(each, each) for each in effect.for_), lang),
        "consents": effect.consents,
        "threshold": effect.threshold,
        "rule": _rule(effect, lang),
    }
    said = sentence("effect_on" if effect.on else f"effect_{effect.waits or Waits.NO_CLAUSE}", lang, **values)
    return said.replace(" ()", "")


def _rule(effect: Effect, lang: str) -> str:
    if effect.clause is None:
        return ""
    counted = _counted(effect.clause, lang)
    if effect.with_treaty and effect.threshold:
        return sentence("rule_threshold_met", lang, threshold=effect.threshold, rule=counted)
    return sentence("rule_treaty", lang) if effect.with_treaty else counted


def _counted(time: TimeClause, lang: str) -> str:
    key = "rule_first" if time.clause.rule == "first-of-month-after" else "rule_exact"
    return sentence(key, lang, delay=duration(time.clause.delay, lang))


def rule_rows(found: Road, lang: str) -> Table:
    """One row for each clause on reservations."""
    return [_rule_row(each, found.rules, lang) for each in found.reservations]


def _rule_row(clause: ReservationClause, rules: Words, lang: str) -> dict[str, str]:
    return {
        "rule": rules.get(clause.rule, clause.rule),
        "provision": cite(clause.provisions, lang),
        "named_articles": cite(clause.articles, lang),
        "confidence": _certainty(clause.confidence, lang),
    }


def use_rows(found: Road, lang: str) -> Table:
    """One row for each article on which others made reservations: numbers, peers, and who."""
    return [_use_row(each, lang) for each in found.uses]


def _use_row(use: ReservationUse, lang: str) -> dict[str, str]:
    return {
        "article": use.article.label if use.article else word("in_general", lang),
        "in_force_now": str(len(use.made)),
        "peers_made": ", ".join(use.peers_made),
        "withdrawn_now": f"{len(use.withdrawn)} {_shortened(use.withdrawn, lang)}".strip(),
        "by_whom": _shortened(use.made, lang),
    }


def _shortened(codes: tuple[str, ...], lang: str) -> str:
    shown = ", ".join(codes[:_SHOWN])
    more = len(codes) - _SHOWN
    return shown + (f" {sentence('and_more', lang, count=more)}" if more > 0 else "")


def denounced_sentences(found: Road, lang: str) -> list[str]:
    """Say which older conventions would be denounced."""
    said = []
    for each in found.denounced:
        key = "denounces" if each.since else "denounces_not" if each.known else "denounces_unknown"
        said.append(sentence(key, lang, instrument=each.name, since=each.since))
    return said


def procedure_rows(found: Road, concepts: Words, lang: str) -> Table:
    """One row for each procedure that a party may accept."""
    return [_procedure_row(each, concepts, lang) for each in found.procedures]


def _procedure_row(each: Procedure, concepts: Words, lang: str) -> dict[str, str]:
    needed = sentence("of_needed", lang, count=each.declarations, threshold=each.threshold)
    return {
        "procedure": each.label,
        "mode": concepts.get(each.way, each.way),
        "provision": cite(each.basis, lang),
        "body": each.body.label,
        "declarations": needed if each.threshold else "",
        "operates": _truth(each.operative, lang),
        "accepted_by_party": _truth(each.accepted, lang) if each.way != "opt-out" else "",
    }


def _truth(value: bool | None, lang: str) -> str:
    return word("unknown" if value is None else "yes" if value else "no", lang)


def report_rows(found: Road, lang: str) -> Table:
    """One row for each duty to report."""
    return [_report_row(each, lang) for each in found.reports]


def _report_row(each: Report, lang: str) -> dict[str, str]:
    return {
        "reports": each.label,
        "body": each.body.label,
        "provision": cite(each.basis, lang),
        "first_report": duration(each.first, lang) if each.first else word("unknown", lang),
        "due": each.due or "",
        "interval_of": duration(each.interval, lang) if each.interval else "",
    }


def area_rows(found: Road, lang: str) -> Table:
    """One row for each area of national law, with the rights that touch it."""
    return [{"area": each.label, "rights": _list(each.rights, lang)} for each in found.areas]


def road_rows(found: Road, concepts: Words, lang: str) -> Table:
    """All parts in one table, for CSV; ``part`` is a stable key, the rest in the language."""
    rows = [_row("status", found.instrument.name, concepts.get(found.standing.status.value, ""), until=found.on)]
    rows.append(_row("step", found.instrument.name, concepts.get(found.step.value, "") if found.step else ""))
    rows += [_row("first", found.names.get(name, name)) for name in found.first]
    for way in opening_rows(found, concepts, lang):
        dates = {"from_day": way["opens"], "until": way["closes"]}
        rows.append(_row("way", way["mode"], way["open_to"], way["provision"], way["confidence"], **dates))
    rows += [_row("depositary", name) for _, name in found.formalities.depositaries]
    rows += [_row("page", url) for url in found.formalities.pages]
    cited = cite(found.effect.clause.provisions, lang) if found.effect.clause else ""
    rows.append(
        _row("effect", effect_sentence(found, lang), found.effect.on or "", cited, until=found.effect.deposited)
    )
    for rule in rule_rows(found, lang):
        rows.append(
            _row("reservation-rule", rule["rule"], rule["named_articles"], rule["provision"], rule["confidence"])
        )
    for use in found.uses:
        article = use.article.label if use.article else word("in_general", lang)
        rows.append(_row("reservations-in-force", article, " ".join(use.made), article if use.article else ""))
        if use.withdrawn:
            rows.append(_row("reservations-withdrawn", article, " ".join(use.withdrawn)))
    rows += [_row("denounced", each.name, from_day=each.since or "") for each in found.denounced]
    for shown in procedure_rows(found, concepts, lang):
        rows.append(_row("procedure", shown["procedure"], shown["operates"], shown["provision"]))
    for shown in report_rows(found, lang):
        rows.append(_row("report", shown["reports"], shown["first_report"], shown["provision"], until=shown["due"]))
    rows += [_row("area", area["area"], area["rights"]) for area in area_rows(found, lang)]
    return rows


def _row(
    part: str,
    item: str,
    value: str = "",
    provision: str = "",
    confidence: str = "",
    from_day: str = "",
    until: str = "",
) -> dict[str, str]:
    return {
        "part": part,
        "item": item,
        "value": value,
        "provision": provision,
        "from_day": from_day,
        "until": until,
        "confidence": confidence,
    }


# object


def road_object(found: Road) -> Object:
    """Everything that the road says."""
    standing, effect = found.standing, found.effect
    return {
        "party": found.party.code,
        "label": found.party.label,
        "instrument": found.instrument.identifier,
        "on": found.on,
        "release": found.release.release,
        "data_date": found.release.data_date,
        "status": standing.status.value,
        "last_known": standing.last_known.value if standing.last_known else None,
        "complete_as_of": standing.complete_as_of,
        "since": standing.in_force_from,
        "step": found.step.value if found.step else None,
        "otherwise": found.otherwise.value if found.otherwise else None,
        "advised": found.advised,
        "first": list(found.first),
        "openings": [_opening_object(found, each) for each in found.clauses.openings],
        "formalities": {
            "depositaries": [{"id": key, "name": name} for key, name in found.formalities.depositaries],
            "addresses": list(found.formalities.addresses),
            "pages": list(found.formalities.pages),
            "texts": list(found.formalities.texts),
        },
        "effect": {
            "deposited": effect.deposited,
            "on": effect.on,
            "clause": _time_object(effect.clause) if effect.clause else None,
            "with_treaty": effect.with_treaty,
            "waits": effect.waits,
            "for": list(effect.for_),
            "consents": effect.consents,
            "threshold": effect.threshold,
        },
        "reservations": {
            "known": bool(found.reservations),
            "clauses": [_reservation_object(each) for each in found.reservations],
            "made": [_use_object(each) for each in found.uses],
        },
        "denounced": [
            {"instrument": each.instrument, "since": each.since, "known": each.known} for each in found.denounced
        ],
        "procedures": [_procedure_object(each) for each in found.procedures],
        "reports": [
            {
                "label": each.label,
                "body": each.body.identifier,
                "basis": [_cited_object(own) for own in each.basis],
                "first": each.first,
                "interval": each.interval,
                "due": each.due,
            }
            for each in found.reports
        ],
        "described": found.described,
        "areas": [{"id": each.identifier, "label": each.label, "rights": list(each.rights)} for each in found.areas],
    }


def _cited_object(each: Cited) -> Object:
    return {"instrument": each.instrument, "reference": each.reference, "label": each.label}


def _opening_object(found: Road, each: Opening) -> Object:
    return {
        "modes": list(each.modes),
        "open_to": list(each.classes),
        "opens": each.opens,
        "closes": each.closes,
        "provisions": [_cited_object(own) for own in each.provisions],
        "confidence": each.confidence,
        "next_step": each in found.openings,
    }


def _time_object(each: TimeClause) -> Object:
    return {
        "kind": each.kind,
        "delay": each.clause.delay,
        "rule": each.clause.rule,
        "threshold": each.clause.threshold,
        "provisions": [_cited_object(own) for own in each.provisions],
        "confidence": each.confidence,
    }


def _reservation_object(each: ReservationClause) -> Object:
    return {
        "rule": each.rule,
        "provisions": [_cited_object(own) for own in each.provisions],
        "articles": [_cited_object(own) for own in each.articles],
        "sources": list(each.sources),
        "confidence": each.confidence,
    }


def _use_object(each: ReservationUse) -> Object:
    return {
        "article": each.article.reference if each.article else None,
        "in_force": list(each.made),
        "withdrawn": list(each.withdrawn),
        "peers_in_force": list(each.peers_made),
        "peers_withdrawn": list(each.peers_withdrawn),
    }


def _procedure_object(each: Procedure) -> Object:
    return {
        "id": each.identifier,
        "label": each.label,
        "type": each.kind,
        "accepted_by": each.way,
        "body": each.body.identifier,
        "under": each.under,
        "basis": [_cited_object(own) for own in each.basis],
        "declarations": each.declarations,
        "threshold": each.threshold,
        "operative": each.operative,
        "accepted": each.accepted,
    }
