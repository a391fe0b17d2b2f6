"""What a party has not joined: told apart by why, each with its next legal step."""

from __future__ import annotations

import pytest

from iml_graph.eligibility import next_step
from iml_graph.gaps import KINDS, GapList, find_gaps, party_gaps
from iml_graph.records import MULTILATERAL
from iml_graph.status import party_profile
from iml_graph.store import Store
from iml_graph.terms import CLOSED, GapKind, NextStep, Status

END = "2020-12-31"


def gaps(graph: Store, code: str, on: str = END) -> GapList:
    return party_gaps(graph, code, on, "en")


def table(found: GapList) -> dict[str, tuple[GapKind, NextStep, tuple[str, ...]]]:
    return {gap.standing.instrument.identifier: (gap.kind, gap.step, gap.first) for gap in found.gaps}


def test_only_being_bound_and_not_being_eligible_are_no_gap() -> None:
    bound = {Status.PARTY, Status.BOUND_THROUGH_ORGANIZATION}
    of_members = {Status.EXCEPTED, Status.NOT_YET_APPLICABLE, Status.NO_LONGER_BOUND}
    assert set(Status) - set(KINDS) == bound | of_members | {Status.NOT_ELIGIBLE}
    assert set(KINDS.values()) == set(GapKind)


@pytest.mark.parametrize(
    ("code", "on", "identifier", "expected"),
    [
        ("AAA", END, "tidal-op", (GapKind.SIGNED, NextStep.RATIFY, ())),
        ("CCC", END, "tidal-op", (GapKind.NO_ACTION, NextStep.SIGN_OR_ACCEDE, ())),
        ("NNN", "2003-01-01", "tidal", (GapKind.LEFT, NextStep.ACCEDE_AGAIN, ())),
        ("NNN", "2003-01-01", "tidal-op", (GapKind.NO_ACTION, NextStep.JOIN_PARENT_FIRST, ("tidal",))),
        ("NNN", "2005-07-15", "tidal", (GapKind.NOT_YET_IN_FORCE, NextStep.AWAIT_ENTRY_INTO_FORCE, ())),
        ("NNN", "2005-07-15", "tidal-op", (GapKind.NO_ACTION, NextStep.SIGN_OR_ACCEDE, ())),
        ("NNN", "1981-06-01", "tidal", (GapKind.NO_ACTION, NextStep.SIGN_OR_ACCEDE, ())),
        ("NNN", "1982-01-01", "tidal", (GapKind.NO_ACTION, NextStep.ACCEDE, ())),  # the window of signature is over
        ("AAA", "1981-06-01", "tidal", (GapKind.SIGNED, NextStep.RATIFY, ())),
        ("BBB", END, "tidal-op", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),  # a consent in brackets
        ("XXX", END, "tidal", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),
        ("BBB", END, "harbour", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),
        ("AAA", END, "harbour", (GapKind.UNKNOWN, NextStep.AWAIT_ENTRY_INTO_FORCE, ())),
    ],
)
def test_each_gap_has_its_reason_and_its_step(
    tiny_graph: Store, code: str, on: str, identifier: str, expected: tuple[GapKind, NextStep, tuple[str, ...]]
) -> None:
    assert table(gaps(tiny_graph, code, on))[identifier] == expected


@pytest.mark.parametrize(("code", "identifier"), [("AAA", "tidal"), ("NNN", "harbour"), ("TTT", "tidal")])
def test_what_binds_or_cannot_be_joined_is_no_gap(tiny_graph: Store, code: str, identifier: str) -> None:
    assert identifier not in table(gaps(tiny_graph, code))


def test_an_unknown_gap_keeps_what_was_last_known(tiny_graph: Store) -> None:
    (gap,) = [g for g in gaps(tiny_graph, "AAA", "2021-01-01").gaps if g.standing.instrument.identifier == "tidal-op"]
    assert (gap.kind, gap.standing.last_known, gap.step) == (GapKind.UNKNOWN, Status.SIGNATORY, NextStep.RATIFY)


def test_gaps_are_told_apart_in_the_order_of_their_kinds(graph: Store) -> None:
    found = party_gaps(graph, "USA", "2026-02-03", "en")
    kinds = [gap.kind for gap in found.gaps]
    assert kinds == sorted(kinds, key=list(KINDS.values()).index)
    assert sum(len(found.of(kind)) for kind in GapKind) == len(found.gaps)


def test_what_is_neither_gap_nor_bond_is_not_open(graph: Store) -> None:
    profile = party_profile(graph, "TTO", "2026-02-03", "en")
    gap_names = {gap.standing.instrument.identifier for gap in find_gaps(profile).gaps}
    for standing in profile.standings:
        instrument = standing.instrument
        if instrument.identifier not in gap_names and standing.status in KINDS:
            closed = instrument.ended or instrument.states & CLOSED or not instrument.ways
            step = next_step(standing.last_known or standing.status, standing.can)
            refused = Status.NOT_ELIGIBLE in (standing.status, standing.last_known)
            unadvised = not instrument.joinable or not standing.can.advised or step is NextStep.NONE_OPEN
            assert closed or refused or unadvised, instrument.identifier


REAL = [
    ("SEN", "crpd-op", (GapKind.SIGNED, NextStep.RATIFY, ())),
    ("SEN", "iccpr-op2", (GapKind.NO_ACTION, NextStep.SIGN_OR_ACCEDE, ())),
    ("TTO", "iccpr-op1", (GapKind.LEFT, NextStep.ACCEDE_AGAIN, ())),
    ("TTO", "opcat", (GapKind.NO_ACTION, NextStep.JOIN_PARENT_FIRST, ("cat",))),  # OPCAT art. 27
    ("USA", "icescr", (GapKind.SIGNED, NextStep.RATIFY, ())),
    ("USA", "cedaw-op", (GapKind.NO_ACTION, NextStep.JOIN_PARENT_FIRST, ("cedaw",))),  # CEDAW-OP art. 15
    ("EUE", "crpd-op", (GapKind.NO_ACTION, NextStep.SIGN_CONFIRM_OR_ACCEDE, ())),  # CRPD-OP art. 11
    ("SSD", "refugee-1951", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),  # a consent without its day
    ("KEN", "slavery-protocol-1953", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),  # parties to 1926: not known
    ("COK", "refugee-1967", (GapKind.UNKNOWN, NextStep.ACCEDE, ())),  # a member of agencies, art. V
    ("USA", "refugee-1951", (GapKind.BY_INCORPORATION, NextStep.ACCEDE, ())),  # 1967 Protocol, art. I(1)
    ("NRU", "iccpr-op1", (GapKind.SIGNED, NextStep.JOIN_PARENT_FIRST, ("iccpr",))),  # it has signed both, OP1 art. 8(2)
    ("COG", "palermo-trafficking", (GapKind.UNKNOWN, NextStep.JOIN_PARENT_FIRST, ("untoc",))),  # UNTOC art. 37(2)
    ("XKX", "icrmw", (GapKind.UNKNOWN, NextStep.CHECK_DEPOSITARY, ())),
]


@pytest.mark.parametrize(("code", "identifier", "expected"), REAL)
def test_real_gaps(
    graph: Store, code: str, identifier: str, expected: tuple[GapKind, NextStep, tuple[str, ...]]
) -> None:
    assert table(gaps(graph, code, "2026-02-03"))[identifier] == expected


@pytest.mark.parametrize(
    ("code", "on", "identifier", "expected"),
    [
        ("BBB", "2010-01-01", "league-convention", (GapKind.NO_ACTION, NextStep.RATIFY, ())),  # a member, no signature
        ("NNN", "2010-01-01", "league-convention", (GapKind.NO_ACTION, NextStep.RATIFY, ())),  # named
        ("NNN", "2010-01-01", "league-revised", (GapKind.BY_INVITATION, NextStep.SEEK_INVITATION, ())),
        ("CCC", "2000-06-01", "league-convention", (GapKind.NO_ACTION, NextStep.RATIFY, ())),
        ("CCC", "2012-01-01", "league-convention", None),  # it had left the League
        ("CCC", "2018-01-01", "league-convention", None),  # of its members nothing whole is known so late
        ("AAA", "2010-01-01", "league-convention", None),  # denounced by ratifying the revised one
        ("AAA", "2010-01-01", "regulation", None),
        ("AAA", "2010-01-01", "tide-declaration", None),
        ("AAA", "2010-01-01", "ar-7", None),
    ],
)
def test_membership_opens_and_closes_what_an_organization_makes(
    tiny_graph: Store, code: str, on: str, identifier: str, expected: tuple[GapKind, NextStep, tuple[str, ...]] | None
) -> None:
    assert table(gaps(tiny_graph, code, on)).get(identifier) == expected


NOT_FOR_FRANCE = {
    *(
        "kampala-convention",
        "oau-refugee-1969",
        "achpr",
        "maputo-protocol",
        "ecowas-p1-1979",
        "achr",
        "achr-san-salvador",
    ),
    *("asean-actip", "arab-charter", "cemac-treaty-2008", "amu-treaty-1989", "ilo-constitution", "un-charter", "gcm"),
}


@pytest.mark.parametrize("on", ["2010-01-01", "2026-02-03", "2026-11-23"])
def test_france_is_never_told_to_join_what_is_not_open_to_it(graph: Store, on: str) -> None:
    found = party_gaps(graph, "FRA", on, "en")
    assert not NOT_FOR_FRANCE & set(table(found))
    assert {gap.standing.instrument.nature for gap in found.gaps} <= MULTILATERAL
    assert not [gap for gap in found.gaps if gap.standing.instrument.states & CLOSED]
    assert NextStep.NONE_OPEN not in {gap.step for gap in found.gaps}
