"""Which statements an objection answers, and which acts a withdrawal takes back.

The record mostly names a party and articles, not the very act. An act is told from these: it is one of that party on
the same instrument, made no later, and, where articles are named, on one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iml_graph.build.events import Event
from iml_graph.ingest.anchors import NONE, WHOLE, concerns

RESERVATION, DECLARATION, OBJECTION, COMMUNICATION = "reservation", "declaration", "objection", "communication"

_TAKES_BACK: Mapping[str, tuple[str, ...]] = {
    "reservation-withdrawal": (RESERVATION, DECLARATION),
    "declaration-withdrawal": (DECLARATION, RESERVATION),
    "objection-withdrawal": (OBJECTION,),
}
"""What a withdrawal takes back; the second kind where there is none of the first, for the depositary calls some
statements by both names."""

Links = Mapping[Event, tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Answers:
    """Earlier acts by the objection that answers them, and by the withdrawal that takes them back."""

    objects_to: Links
    withdraws: Links


def find_answers(events: Iterable[Event]) -> Answers:
    """Link objections and withdrawals to the acts that they are about; what cannot be told is left out."""
    acts: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    events = list(events)
    for event in events:
        acts[event.instrument, event.party, event.action].append(event)
    objections = (event for event in events if event.action == OBJECTION)
    withdrawals = (event for event in events if event.action in _TAKES_BACK)
    return Answers(
        objects_to=_filled((event, tuple(_answered(event, acts))) for event in objections),
        withdraws=_filled((event, tuple(_taken_back(event, acts))) for event in withdrawals),
    )


Acts = Mapping[tuple[str, str, str], list[Event]]


def _filled(links: Iterable[tuple[Event, tuple[Event, ...]]]) -> Links:
    return {event: found for event, found in links if found}


def _answered(objection: Event, acts: Acts) -> Iterator[Event]:
    """Yield the statements that an objection answers.

    Where it names articles, a declaration counts only for those that no reservation of the party is on. Where it names
    none, a statement on no provision counts only if the party made no other. A reservation that the depositary did not
    accept is kept as a communication; one that concerns provisions counts where there is nothing else.
    """
    for party in filter(None, objection.responds_to.split(";")):
        kinds = (
            acts.get((objection.instrument, party, action), ()) for action in (RESERVATION, DECLARATION, COMMUNICATION)
        )
        reservations, declarations, others = ([own for own in kind if _may_concern(objection, own)] for kind in kinds)
        if not reservations and not declarations:
            yield from (own for own in others if _articles(own))
            continue
        if named := _articles(objection):
            left = [article for article in named if not any(concerns(own.articles, article) for own in reservations)]
            yield from reservations
            yield from (own for own in declarations if any(concerns(own.articles, article) for article in left))
        else:
            both = reservations + declarations
            yield from [own for own in both if own.articles != NONE] or both


def _taken_back(withdrawal: Event, acts: Acts) -> list[Event]:
    for action in _TAKES_BACK[withdrawal.action]:
        own = acts.get((withdrawal.instrument, withdrawal.party, action), ())
        found = [event for event in own if _takes_back(withdrawal, event)]
        if found:
            return found
    return []


def _may_concern(later: Event, earlier: Event) -> bool:
    """Tell whether an act may be about an earlier one; where one of them has no day, that cannot be told."""
    if not later.date or not earlier.date or earlier.date[: len(later.date)] > later.date[: len(earlier.date)]:
        return False
    named = _articles(later)
    return not named or any(concerns(earlier.articles, article) for article in named)


def _articles(event: Event) -> list[str]:
    return [article for article in event.articles.split(";") if article]


def _takes_back(withdrawal: Event, event: Event) -> bool:
    """Tell whether a withdrawal may be about an act of an earlier day; that of an objection, to the same party.

    One in part, of articles, does not take back what the depositary still prints: what is printed is what is left.
    """
    if event.date == withdrawal.date or not _may_concern(withdrawal, event):
        return False
    if _in_part(withdrawal) and WHOLE not in _articles(withdrawal) and _still_printed(event):
        return False
    named = set(filter(None, withdrawal.responds_to.split(";")))
    return not named or bool(named & set(event.responds_to.split(";")))


def _in_part(withdrawal: Event) -> bool:
    return any(row.as_shown == "partial" for row in withdrawal.rows)


def _still_printed(event: Event) -> bool:
    """Tell whether a page has the statement among those made, not only in the note on its withdrawal."""
    return any("dgDec" in row.locator for row in event.rows)
