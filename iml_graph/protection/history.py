"""What changed for a party between two days, and how its rights were covered over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.dates import day_after, day_before, is_full
from iml_graph.eligibility import exists
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.cover import Cover, RightCover
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.ranking import Change, changes
from iml_graph.reading import local
from iml_graph.reading.rows import restriction, text
from iml_graph.terms import Status


@dataclass(frozen=True, slots=True)
class DatedAct:
    """An act of the party: what it did to an instrument on which day, and which articles or territories it names."""

    iri: str
    action: str
    instrument: str
    on: str
    effective: str | None
    articles: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """An interval that began, or ended: its kind (``PartyInterval`` …), the day, and what it is about.

    ``subject`` is the procedure, territory or article, called ``label``; ``scope`` tells whether an article is
    ``excluded`` or ``accepted``.
    """

    kind: str
    instrument: str
    on: str
    begun: bool
    subject: str | None = None
    label: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What changed from ``since`` to ``until``, both days included.

    Cover is compared between the day before ``since`` and ``until``. ``ceased`` are the instruments of which the last
    complete source ends in the period, so that what was known became unknown without anything having happened.
    ``began`` tells that the party did not exist on the day before, so that there is nothing to compare.
    """

    since: str
    until: str
    acts: tuple[DatedAct, ...]
    turns: tuple[Turn, ...]
    changes: tuple[Change, ...]
    ceased: tuple[str, ...]
    began: bool


def period(adviser: Adviser, dossier: Dossier, since: str, until: str) -> Period:
    """Tell what changed for a party from one day to another (ISO), both included."""
    before = day_before(since)
    began = not exists(dossier.party, before)
    then, now = View(adviser, dossier, before), View(adviser, dossier, until)
    return Period(
        since=since,
        until=until,
        acts=tuple(_acts(adviser, dossier.party.code, since, until)),
        turns=tuple(_turns(adviser, dossier.party.code, since, until)),
        changes=() if began else changes(then.cover(), now.cover()),
        ceased=tuple(_ceased(then, now)),
        began=began,
    )


def _acts(adviser: Adviser, code: str, since: str, until: str) -> Iterator[DatedAct]:
    for row in adviser.store.select(query("adviser/acts-between").text, since=since, until=until, **restriction(code)):
        yield DatedAct(
            iri=text(row, "action"),
            action=local(text(row, "type")),
            instrument=local(text(row, "instrument")),
            on=text(row, "deposited"),
            effective=row["effective"],
            articles=tuple(each for each in text(row, "articles").split(";") if each),
            territories=tuple(each for each in text(row, "territories").split(";") if each),
        )


def _turns(adviser: Adviser, code: str, since: str, until: str) -> Iterator[Turn]:
    histories = reading.read_histories(adviser.store, adviser.lang, party=code)
    found = []
    for (_, instrument), history in histories.items():
        for span in history.spans:
            about = (span.subject, span.label, span.scope)
            if since <= span.start <= until:
                found.append(Turn(span.kind, instrument, span.start, True, *about))
            if span.until and since <= span.until <= until:
                found.append(Turn(span.kind, instrument, span.until, False, *about))
    yield from sorted(found, key=lambda turn: (turn.on, turn.instrument, turn.kind, turn.subject or "", turn.begun))


def _ceased(then: View, now: View) -> Iterator[str]:
    for name, standing in now.standings.items():
        known = name in then.standings and then.standings[name].status is not Status.UNKNOWN
        complete = standing.complete_as_of
        if known and complete and complete < now.on and name in now.position.unknown:
            yield name


@dataclass(frozen=True, slots=True)
class Moment:
    """How the rights are covered from a day on."""

    on: str
    covers: tuple[RightCover, ...]

    def count(self, cover: Cover) -> int:
        """Number of rights of one class."""
        return sum(each.cover is cover for each in self.covers)


def days_of_change(adviser: Adviser, dossier: Dossier) -> tuple[str, ...]:
    """Name the days (ISO) on which the cover of the party's rights can change, in order.

    Its intervals and acts, its reservations, its memberships, the adoption, entry into force and end of instruments,
    and the day after the last on which a source is complete.
    """
    found: set[str | None] = {dossier.party.exists_from, dossier.party.exists_until}
    for history in dossier.histories.values():
        found |= {day for span in history.spans for day in (span.start, span.until)}
        found |= {day for act in history.acts for day in (act.deposited, act.effective)}
    for statement in dossier.statements:
        found |= {statement.deposited, statement.withdrawn}
    for spans in dossier.members.spans.values():
        found |= {day for span in spans for day in (span.start, span.until)}
    for instrument in adviser.instruments.values():
        found |= {instrument.adopted, instrument.in_force, instrument.ended, instrument.applies_from}
        if complete := instrument.coverage.complete_as_of:
            found.add(day_after(complete))
    return tuple(sorted(day for day in found if day and is_full(day)))


def cover_over_time(
    adviser: Adviser, code: str, since: str, until: str, rights: Iterable[str] = (), holder: str | None = None
) -> tuple[Moment, ...]:
    """Tell how rights are covered from one day to another (ISO), with a moment for each day on which that changes.

    Days on which the party did not exist have none.

    Raises:
        UnknownNameError: no party has the code.
    """
    dossier, rights = adviser.dossier(code), tuple(rights)
    inner = [day for day in days_of_change(adviser, dossier) if since < day <= until]
    moments: list[Moment] = []
    for day in (since, *inner):
        if not exists(dossier.party, day):
            continue
        covers = View(adviser, dossier, day).cover(rights, holder)
        classes = [each.cover for each in covers]
        if not moments or classes != [each.cover for each in moments[-1].covers]:
            moments.append(Moment(day, covers))
    return tuple(moments)
