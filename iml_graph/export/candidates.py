"""Instruments that a party could join, the smallest set of them, and what changed, as objects and as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iml_graph.export.additions import percent
from iml_graph.export.cover import cover_counts, view_object
from iml_graph.export.forms import Object, Table
from iml_graph.gaps import Gap
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import View
from iml_graph.protection.history import DatedAct, Period, Turn
from iml_graph.protection.minimum import Minimum
from iml_graph.protection.names import Names
from iml_graph.protection.ranking import Candidate, Change

CANDIDATE_COLUMNS = (
    *("id", "instrument", "added", "newness", "better", "step", "first", "kind", "known"),
    "rights_given",
)
CHOSEN_COLUMNS = ("id", "instrument", "step", "first", "kind", "known", "gives")
PERIOD_COLUMNS = ("on_day", "event", "id", "instrument", "subject", "effective", "before", "after")


def candidate_rows(candidates: Iterable[Candidate], names: Names) -> Table:
    """One row an instrument: weight and share of what is new, how many rights it covers better and which, next step."""
    return [
        _gap_row(each.gap, names)
        | {
            "added": f"{each.additions.new:.2f}",
            "newness": percent(each.additions.share),
            "better": str(len(each.better)),
            "rights_given": word("list_mark", names.lang).join(say_change(own, names) for own in each.better),
        }
        for each in candidates
    ]


def say_change(change: Change, names: Names) -> str:
    """Say how the cover of a right changes."""
    return sentence(
        "rank_change",
        names.lang,
        right=names.concept("rights", change.right),
        before=names.concept("cover-classes", change.before.cover),
        after=names.concept("cover-classes", change.after.cover),
    )


def _gap_row(gap: Gap, names: Names) -> dict[str, str]:
    standing = gap.standing
    return {
        "id": standing.instrument.identifier,
        "instrument": names.instrument(standing.instrument.identifier),
        "step": names.concept("next-steps", gap.step),
        "first": word("list_mark", names.lang).join(map(names.instrument, gap.first)),
        "kind": names.concept("gap-kinds", gap.kind),
        "known": names.concept("statuses", standing.last_known) if standing.last_known else "",
    }


def candidates_object(view: View, candidates: Iterable[Candidate], weights: str, order: str) -> Object:
    """Everything that a ranking says."""
    return view_object(view) | {
        "weights": weights,
        "by": order,
        "instruments": [
            _gap_object(each.gap)
            | {
                "new": round(each.additions.new, 4),
                "share": round(each.additions.share, 4),
                "chooses_articles": each.chooses,
                "better": [_change_object(own) for own in each.better],
            }
            for each in candidates
        ],
    }


def _gap_object(gap: Gap) -> Object:
    standing = gap.standing
    return {
        "instrument": standing.instrument.identifier,
        "gap": gap.kind.value,
        "last_known": standing.last_known.value if standing.last_known else None,
        "step": gap.step.value,
        "first": list(gap.first),
    }


def _change_object(change: Change) -> Object:
    return {"right": change.right, "before": change.before.cover.value, "after": change.after.cover.value}


def chosen_rows(found: Minimum, names: Names) -> Table:
    """One row for each instrument to join, those that are only needed first before the others."""
    required = [
        {"id": name, "instrument": names.instrument(name), "kind": sentence("minimum_required", names.lang)}
        for name in found.required
    ]
    chosen = [_gap_row(gap, names) for gap in found.gaps]
    for row in chosen:
        rights = names.concepts("rights", found.gives[row["id"]])
        row["gives"] = word("list_mark", names.lang).join(rights)
    return [dict.fromkeys(CHOSEN_COLUMNS, "") | row for row in (*required, *chosen)]


def minimum_object(view: View, found: Minimum, weights: str) -> Object:
    """Everything that the smallest set says."""
    return view_object(view) | {
        "weights": weights,
        "instruments": list(found.instruments),
        "required_first": list(found.required),
        "chosen": [_gap_object(gap) | {"covers": list(found.gives[_identifier(gap)])} for gap in found.gaps],
        "candidates": list(found.candidates),
        "counts_before": cover_counts(found.before),
        "counts_after": cover_counts(found.after),
        "remaining": [{"right": each.right, "cover": each.cover.value} for each in found.remaining],
    }


def _identifier(gap: Gap) -> str:
    return gap.standing.instrument.identifier


def act_rows(acts: Iterable[DatedAct], names: Names) -> Table:
    """One row an act."""
    return [
        {
            "on_day": act.on,
            "event": names.concept("action-types", act.action),
            "id": act.instrument,
            "instrument": names.instrument(act.instrument),
            "subject": word("list_mark", names.lang).join(
                (*map(names.short, act.articles), *map(names.party, act.territories))
            ),
            "effective": act.effective or "",
        }
        for act in acts
    ]


def turn_rows(turns: Iterable[Turn], names: Names) -> Table:
    """One row for each interval that began or ended."""
    return [
        {
            "on_day": turn.on,
            "event": _say_turn(turn, names.lang),
            "id": turn.instrument,
            "instrument": names.instrument(turn.instrument),
            "subject": turn.label or (names.party(turn.subject) if turn.subject else ""),
        }
        for turn in turns
    ]


def _say_turn(turn: Turn, lang: str) -> str:
    happened = word("begun" if turn.begun else "ended", lang)
    return sentence("fact", lang, name=happened, values=word(turn.scope or turn.kind, lang))


def change_rows(changes: Iterable[Change], names: Names) -> Table:
    """One row for each right whose cover changed."""
    return [
        {
            "event": word("rights_changed", names.lang),
            "id": each.right,
            "subject": names.concept("rights", each.right),
            "right": names.concept("rights", each.right),
            "before": names.concept("cover-classes", each.before.cover),
            "after": names.concept("cover-classes", each.after.cover),
        }
        for each in changes
    ]


def period_rows(found: Period, names: Names) -> Table:
    """Acts, intervals and rights in one table, for programs."""
    rows = (*act_rows(found.acts, names), *turn_rows(found.turns, names), *change_rows(found.changes, names))
    return [dict.fromkeys(PERIOD_COLUMNS, "") | row for row in rows]


def period_object(view: View, found: Period) -> Object:
    """Everything that changed."""
    return view_object(view) | {
        "since": found.since,
        "until": found.until,
        "acts": [
            {
                "iri": act.iri,
                "action": act.action,
                "instrument": act.instrument,
                "on": act.on,
                "effective": act.effective,
                "articles": list(act.articles),
                "territories": list(act.territories),
            }
            for act in found.acts
        ],
        "intervals": [
            {
                "kind": turn.kind,
                "scope": turn.scope,
                "instrument": turn.instrument,
                "subject": turn.subject,
                "on": turn.on,
                "begun": turn.begun,
            }
            for turn in found.turns
        ],
        "rights": [_change_object(each) for each in found.changes],
        "no_longer_known": list(found.ceased),
        "began": found.began,
    }
