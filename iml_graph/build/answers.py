"""Which statements an objection answers, and which acts a withdrawal takes back.

The record mostly names a party and articles, not the very act. An act is told from these: it is one of that party on
the same instrument, made no later, and, where articles are named, on one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iml_graph.build.events import Event

RESERVATION, DECLARATION, OBJECTION = "reservation", "declaration", "objection"

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
    for party in filter(None, objection.responds_to.split(";")):
        for action in (RESERVATION, DECLARATION):
            own = acts.get((objection.instrument, party, action), ())
            yield from (event for event in own if _may_concern(objection, event))


def _taken_back(withdrawal: Event, acts: Acts) -> list[Event]:
    for action in _TAKES_BACK[withdrawal.action]:
        own = acts.get((withdrawal.instrument, withdrawal.party, action), ())
        found = [event for event in own if _may_concern(withdrawal, event) and _same_answer(withdrawal, event)]
        if found:
            return found
    return []


def _may_concern(later: Event, earlier: Event) -> bool:
    """Tell whether an act may be about an earlier one; where one of them has no day, that cannot be told."""
    if not later.date or not earlier.date or earlier.date[: len(later.date)] > later.date[: len(earlier.date)]:
        return False
    named = [article for article in later.articles.split(";") if article]
    return not named or any(_overlap(a, b) for a in named for b in earlier.articles.split(";"))


def _same_answer(withdrawal: Event, event: Event) -> bool:
    """Tell whether the withdrawal of an objection is about the party that the objection answers."""
    named = set(filter(None, withdrawal.responds_to.split(";")))
    return not named or bool(named & set(event.responds_to.split(";")))


def _overlap(first: str, second: str) -> bool:
    """Tell whether one reference is the other or a part of it; “16 (a)” is taken for a letter of paragraph 1."""
    shorter, longer = sorted((_parts(first), _parts(second)), key=len)
    return longer[: len(shorter)] == shorter


def _parts(reference: str) -> list[str]:
    article, *rest = reference.split(".")
    return [article, "1", *rest] if rest and rest[0].isalpha() else [article, *rest]
