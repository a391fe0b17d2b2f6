"""What acts the lines of a transcribed file tell together: an act, its deposit and its entry into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iml_graph.ingest.tables import Line

CONSENTS = {
    "ratification": "ratification",
    "accession": "accession",
    "succession": "succession",
    "party_undated": "consent",
}
EXTENSION, ACCEPTANCE, DENUNCIATION = "territorial_application", "acceptance_of_court_jurisdiction", "denunciation"
OTHERS = {
    "signature": "signature",
    EXTENSION: "territorial-application",
    ACCEPTANCE: "opt-in-declaration",
    DENUNCIATION: "denunciation",
}
DEPOSIT, EFFECT = "deposit", "entry_into_force"
"""Lines that belong to an act; where nothing tells of one, they show that there was a consent."""

_PREDECESSOR = "by Czechoslovakia"
"""In the note of acts that the Council of Europe prints beside the Czech Republic, which succeeded to them."""


@dataclass(frozen=True, slots=True)
class Act:
    """The line that tells of an act, and those of its deposit and entry into force where there are any."""

    line: Line
    deposit: Line | None = None
    effect: Line | None = None


def join(own: Sequence[Line]) -> Iterator[Act]:
    """Join the lines of one State and instrument: an act, its deposit and its entry into force on the same page."""
    deposits, effects = _of_action(own, DEPOSIT), _of_action(own, EFFECT)
    told = _of_action(own, *CONSENTS, *OTHERS)
    bearers = [line for line in _of_action(own, *CONSENTS, EXTENSION) if not is_predecessors(line)]
    elsewhere = [line for line in effects if not _beside(line, own)]
    for line in told:
        if line in bearers:
            yield Act(line, _first(_beside(line, deposits)), _first(_beside(line, effects) or elsewhere))
        else:
            yield Act(line)
    alone = [line for line in deposits if not _beside(line, bearers)]
    yield from map(Act, alone)
    if not bearers and not alone:
        yield from (Act(line, effect=line) for line in effects)


def name_action(act: Act, own: Sequence[Line]) -> str:
    """Return the action of one of the acts that these lines of one State and instrument tell.

    A ratification that is a succession on another page does not say how the State consented: the ILO prints both
    alike.
    """
    stated = act.line.cells["action"]
    if stated == EFFECT and _PREDECESSOR in act.line.cells["note"]:
        return "succession"
    same_day = [other for other in own if other.cells["date"] == act.line.cells["date"]]
    if stated == "ratification" and _of_action(same_day, "succession"):
        return "consent"
    return {**CONSENTS, **OTHERS}.get(stated, "consent")


def is_predecessors(line: Line) -> bool:
    """Tell whether an act is that of Czechoslovakia; its effect made the Czech Republic a party."""
    return _PREDECESSOR in line.cells["note"] and line.cells["action"] != EFFECT


def _of_action(lines: Sequence[Line], *actions: str) -> list[Line]:
    return [line for line in lines if line.cells["action"] in actions]


def _beside(line: Line, others: Sequence[Line]) -> list[Line]:
    """Return those of the other lines that were read on the same page."""
    return [other for other in others if other is not line and other.cells["source_url"] == line.cells["source_url"]]


def _first(lines: Sequence[Line]) -> Line | None:
    return lines[0] if lines else None
