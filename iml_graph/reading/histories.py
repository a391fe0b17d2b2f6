"""What is recorded between parties and instruments: acts, intervals, exceptions, disputes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from iml_graph.catalogue import query
from iml_graph.reading.rows import local, local_or_none, restriction, text
from iml_graph.records import Act, Dispute, Evidence, Exemption, History, Pair, Span
from iml_graph.store import Store
from iml_graph.store.base import Row


@dataclass
class _Builder:
    acts: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    spans: list[Span] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)


def read_histories(
    store: Store, lang: str, *, party: str | None = None, instrument: str | None = None, disputes: bool = True
) -> dict[Pair, History]:
    """Read what is recorded of one party, of one instrument, or of one pair; disputes decide nothing and cost time."""
    only = restriction(party, instrument)
    pairs: dict[Pair, _Builder] = defaultdict(_Builder)
    for row in store.select(query("researcher/acts").text, **only):
        pairs[_pair(row)].acts[text(row, "action")].append(row)
    for row in store.select(query("researcher/intervals").text, lang=lang, **only):
        pairs[_pair(row)].spans.append(_span(row))
    for row in store.select(query("researcher/disagreements").text, lang=lang, **only) if disputes else ():
        pairs[_pair(row)].disputes.append(_dispute(row))
    for row in store.select(query("researcher/exceptions").text, **only):
        pairs[_pair(row)].exemptions.append(_exemption(row))
    return {pair: _history(builder) for pair, builder in pairs.items()}


def _history(builder: _Builder) -> History:
    acts = (_act(iri, rows) for iri, rows in builder.acts.items())
    return History(
        acts=tuple(sorted(acts, key=lambda act: (act.deposited or act.effective or "", act.iri))),
        spans=tuple(sorted(builder.spans, key=lambda span: (span.kind, span.start, span.subject or ""))),
        disputes=tuple(builder.disputes),
        exemptions=tuple(builder.exemptions),
    )


def _pair(row: Row) -> Pair:
    return local(text(row, "actor")), local(text(row, "instrument"))


def _evidence(row: Row) -> Evidence:
    return Evidence(local(text(row, "source")), text(row, "shown"), text(row, "locator"))


def _span(row: Row) -> Span:
    return Span(
        kind=local(text(row, "kind")),
        start=text(row, "start"),
        until=row["until"],
        subject=local_or_none(row["subject"]),
        scope=local_or_none(row["scope"]),
        label=row["label"],
        through=local_or_none(row["through"]),
    )


def _dispute(row: Row) -> Dispute:
    return Dispute(text(row, "action"), row["adopted"], row["stated"], _evidence(row), row["reason"], row["decided"])


def _exemption(row: Row) -> Exemption:
    return Exemption(local(text(row, "kind")), row["start"], row["until"], text(row, "basis"))


def _act(iri: str, rows: list[Row]) -> Act:
    first = rows[0]
    return Act(
        iri=iri,
        action_class=local(text(first, "class")),
        action=local(text(first, "type")),
        deposited=first["deposited"],
        effective=first["effective"],
        basis=local_or_none(first["basis"]),
        bracketed=any(row["bracketed"] == "true" for row in rows),
        evidence=tuple(dict.fromkeys(_evidence(row) for row in rows)),
    )
