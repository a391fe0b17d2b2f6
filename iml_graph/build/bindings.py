"""Whom an act of an organization binds when: its members, while it is in force, but for opt-outs and opt-ins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iml_graph.build.exceptions import MemberException
from iml_graph.build.memberships import Membership
from iml_graph.build.spans import Span, intersect, subtract, unite


@dataclass(frozen=True, slots=True)
class SecondaryAct:
    """An act that binds the members of an organization on the days of ``[start, until)`` (ISO)."""

    identifier: str
    organization: str
    start: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Binding:
    """A span in which an act bound an actor, and the memberships and exceptions that it rests on."""

    act: SecondaryAct
    party: str
    start: str
    until: str | None
    memberships: tuple[Membership, ...]
    exceptions: tuple[MemberException, ...]


def bind(
    acts: Iterable[SecondaryAct], memberships: Iterable[Membership], exceptions: Iterable[MemberException]
) -> tuple[Binding, ...]:
    """Derive all bindings: memberships within the time of the act, less opt-outs, and opt-ins.

    An opt-in stands on its own terms: it also reaches whom an agreement associates without making it a member.
    """
    members = [each for each in memberships if each.status == "member"]
    others = list(exceptions)
    found = [binding for act in acts for binding in _bind(act, members, others)]
    return tuple(sorted(found, key=lambda each: (each.act.identifier, each.party, each.start)))


def _bind(act: SecondaryAct, members: list[Membership], exceptions: list[MemberException]) -> Iterator[Binding]:
    own = [each for each in members if each.organization == act.organization]
    special = [each for each in exceptions if each.instrument == act.identifier]
    for party in sorted({each.party for each in own} | {each.party for each in special}):
        held = [each for each in own if each.party == party]
        mine = [each for each in special if each.party == party]
        for start, until in _bound(act, held, mine):
            yield Binding(act, party, start, until, _on(start, held), tuple(e for e in mine if e.kind == "opt-in"))


def _bound(act: SecondaryAct, held: list[Membership], exceptions: list[MemberException]) -> list[Span]:
    in_force: list[Span] = [(act.start, act.until)]
    by_kind = {kind: [_span(each) for each in exceptions if each.kind == kind] for kind in ("opt-in", "opt-out")}
    as_member = subtract(intersect([(each.start, each.until) for each in held], in_force), by_kind["opt-out"])
    return unite([*as_member, *intersect(by_kind["opt-in"], in_force)])


def _span(exception: MemberException) -> Span:
    return (exception.start, exception.until or None)


def _on(day: str, held: list[Membership]) -> tuple[Membership, ...]:
    return tuple(each for each in held if each.start <= day and (each.until is None or day < each.until))
