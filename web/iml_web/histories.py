"""How the rights of a party were covered over time, and what changed since a day."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response

from iml_graph.errors import BadInputError
from iml_graph.export import candidates, cover
from iml_graph.labels import sentence
from iml_graph.protection.asking import Asked as Question
from iml_graph.protection.history import Moment, Period, cover_over_time, period
from iml_graph.terms import Cover
from iml_web import adviser, language, plot
from iml_web.formats import Asked, Page, respond
from iml_web.recent import recently

bp = Blueprint("histories", __name__)

FIRST = "1945-01-01"
"""From when on the cover is shown; of what was before, too little is on record."""


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the cover changed, and how many rights are of each class from then on."""

    on: str
    counts: dict[Cover, int]

    def as_row(self) -> dict[str, str]:
        """Write it as a row of a download."""
        return {"on": self.on} | {each.value: str(self.counts[each]) for each in Cover}


@bp.get("/party/<code>/history")
def show(code: str) -> Response:
    """Plot how the rights of a party were covered, with a table of the numbers, and what changed since a day."""
    if other := adviser.elsewhere(code):
        return other
    asked, holder, group = adviser.ask(code), adviser.asked_holder(), adviser.asked_group()
    view, lang, until = asked.view, asked.lang, asked.view.on
    since = adviser.asked_day("since")
    if since and since > until:
        raise BadInputError(sentence("since_after_until", lang, since=since, until=until))
    first = min(max(FIRST, view.party.exists_from or ""), until)
    moments = _over_time(asked, first, holder, group)
    steps = [Step(each.on, {cover: each.count(cover) for cover in Cover}) for each in moments]
    changed = _changed(asked, since) if since else None
    title = language.translate("history.title", party=view.party.label)
    page = Page(
        template="history.html",
        title=title,
        context={
            "asked": asked,
            "holder": holder,
            "group": group,
            "steps": steps,
            "shown": [steps[0], *_yearly(steps)] if steps else [],
            "used": [each for each in Cover if any(step.counts[each] for step in steps)],
            "picture": _draw(steps, first, until, title),
            "changed": changed,
            "ceased": ", ".join(map(asked.names.instrument, changed.ceased)) if changed else "",
            "acts": candidates.act_rows(changed.acts, asked.names) if changed else [],
            "turns": candidates.turn_rows(changed.turns, asked.names) if changed else [],
            "choices": {"holder": adviser.holder_choices(holder), "group": adviser.group_choices(group)},
        },
        document=cover.view_object(view)
        | {
            "holder": holder,
            "group": group,
            "moments": [{"on": each.on} | {c.value: each.counts[c] for c in Cover} for each in steps],
            "changes": candidates.period_object(view, changed) if changed else None,
        },
        rows=candidates.period_rows(changed, asked.names) if changed else [each.as_row() for each in steps],
        columns=candidates.PERIOD_COLUMNS if changed else ("on", *(each.value for each in Cover)),
        records=[Asked("explorer/party-record", {"party": view.party.code})],
        asked=[Asked("researcher/acts", {"actor": view.party.code}), _intervals(view.party.code)],
    )
    return respond(page)


def _intervals(code: str) -> Asked:
    return Asked("researcher/intervals", {"actor": code})


def _over_time(asked: Question, first: str, holder: str | None, group: str | None) -> tuple[Moment, ...]:
    view = asked.view
    key = ("history", view.party.code, view.on, holder, group)
    rights = [group] if group else []
    return recently(key, lambda: cover_over_time(asked.adviser, view.party.code, first, view.on, rights, holder))


def _changed(asked: Question, since: str) -> Period:
    view = asked.view
    key = ("changes", asked.lang, view.party.code, since, view.on)
    return recently(key, lambda: period(asked.adviser, view.dossier, since, view.on))


def _yearly(steps: list[Step]) -> list[Step]:
    """Keep of each year the last step, the first of all apart: what a reader of the table wants."""
    last = {each.on[:4]: each for each in steps}
    return [each for each in last.values() if each is not steps[0]]


def _draw(steps: list[Step], first: str, until: str, title: str) -> str:
    if not steps or first >= until:
        return ""
    last = steps[-1]
    told = ", ".join(f"{_name(each)} {last.counts[each]}" for each in Cover if last.counts[each])
    text = language.translate(
        "history.described", first=language.long_date(first), until=language.long_date(until), counts=told
    )
    return plot.draw([(each.on, each.counts) for each in steps], first, until, title, text)


def _name(cover_class: Cover) -> str:
    return adviser.adviser().names.concept("cover-classes", cover_class.value)
