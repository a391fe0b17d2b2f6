"""Where a party stands: the decision table, then what the depositary shows of known cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iml_graph import namespaces as ns
from iml_graph.errors import UnknownNameError
from iml_graph.reading import read_parties
from iml_graph.records import Act, Coverage, Evidence, History, Instrument, Party, Span, Way
from iml_graph.status import (
    InstrumentProfile,
    PartyProfile,
    Standing,
    instrument_profile,
    party_profile,
    recorded_status,
    stand,
    stand_all,
)
from iml_graph.store import Iri, Store
from iml_graph.terms import Status

COMPLETE = "2020-12-31"
STATE = Party("AAA", "Ardenia", "State", None, None, None, "1950-01-01", None, None)
FORMER_STATE = Party("FFF", "Falconia", "State", None, None, "1993-01-01", "1950-01-01", None, None)
ORGANIZATION = Party("OOO", "Union", "RegionalIntegrationOrganization", None, None, None, None, None, None)
OTHER = Party("XXX", "Xenia", "OtherParticipant", None, None, None, None, None, None)


def instrument(complete: str | None = COMPLETE, *sources: str) -> Instrument:
    ways = tuple(Way("all-states", mode, None, None) for mode in ("signature", "ratification", "accession"))
    coverage = Coverage(complete, True, sources)
    return Instrument(
        *("t", "T", None, None, None, None, None, "1980-01-01", "1985-06-01", None),
        ways=ways,
        coverage=coverage,
    )


def act(kind: str, deposited: str | None, effective: str | None = None, *, bracketed: bool = False) -> Act:
    classes = {"signature": "signature", "denunciation": "termination"}
    evidence = (Evidence("list", "as shown", "line 1"),)
    return Act(
        f"act/{kind}/{deposited}",
        classes.get(kind, "consent-to-be-bound"),
        *(kind, deposited, effective, None, bracketed, evidence),
    )


def bound(start: str, until: str | None = None) -> Span:
    return Span("PartyInterval", start, until, None)


def signed(start: str, until: str | None = None) -> Span:
    return Span("SignatoryInterval", start, until, None)


NOTHING = History()
SIGNED = History((act("signature", "1980-05-05"),), (signed("1980-05-05"),))
PARTY = History(
    (act("signature", "1980-05-05"), act("ratification", "1984-01-10", "1985-06-01")),
    (signed("1980-05-05", "1984-01-10"), bound("1985-06-01")),
)
LEFT = History(
    (act("accession", "1990-01-01", "1990-01-31"), act("denunciation", "1999-05-05", "2000-05-05")),
    (bound("1990-01-31", "2000-05-05"),),
)
BACK = History((*LEFT.acts, act("accession", "2005-07-01", "2005-07-31")), (*LEFT.spans, bound("2005-07-31")))
WAITING = History((act("ratification", "2019-01-01"),))
AWAITING = History((act("ratification", "2019-01-01", "2030-01-01"),))
BRACKETED = History((act("accession", "1994-10-01", "1995-01-01", bracketed=True),))
UNDATED = History((act("ratification", None),))
BRACKETED_SIGNATURE = History((act("signature", "1980-05-05", bracketed=True),), (signed("1980-05-05"),))
LEFT_FOR_TWO_DAYS = History((), (bound("1990-01-31", "2000-05-05"), bound("2000-05-07")))


@pytest.mark.parametrize(
    ("history", "on", "status"),
    [
        (NOTHING, "2020-01-01", None),
        (SIGNED, "1980-05-04", None),
        (SIGNED, "1980-05-05", Status.SIGNATORY),
        (PARTY, "1984-01-09", Status.SIGNATORY),
        (PARTY, "1984-01-10", Status.PARTY_NOT_IN_FORCE),
        (PARTY, "1985-05-31", Status.PARTY_NOT_IN_FORCE),
        (PARTY, "1985-06-01", Status.PARTY),
        (WAITING, "2018-12-31", None),
        (WAITING, "2019-01-01", Status.PARTY_NOT_IN_FORCE),
        (LEFT, "2000-05-04", Status.PARTY),
        (LEFT, "2000-05-05", Status.FORMER_PARTY),
        (BACK, "2005-06-30", Status.FORMER_PARTY),
        (BACK, "2005-07-01", Status.PARTY_NOT_IN_FORCE),
        (BACK, "2005-07-31", Status.PARTY),
        (LEFT_FOR_TWO_DAYS, "2000-05-06", Status.FORMER_PARTY),
        (LEFT_FOR_TWO_DAYS, "2000-05-07", Status.PARTY),
        (BRACKETED, "1994-09-30", None),
        (BRACKETED, "1994-10-01", Status.UNKNOWN),
        (BRACKETED, "2020-01-01", Status.UNKNOWN),
        (UNDATED, "2020-01-01", Status.UNKNOWN),
        (BRACKETED_SIGNATURE, "2020-01-01", Status.SIGNATORY),
    ],
)
def test_what_the_record_alone_decides(history: History, on: str, status: Status | None) -> None:
    assert recorded_status(history, on) is status


BEYOND = "2021-01-01"


@pytest.mark.parametrize(
    ("party", "history", "on", "complete", "status", "last_known"),
    [
        (STATE, PARTY, COMPLETE, COMPLETE, Status.PARTY, None),
        (STATE, PARTY, BEYOND, COMPLETE, Status.PARTY, None),
        (STATE, PARTY, BEYOND, None, Status.PARTY, None),
        (STATE, AWAITING, COMPLETE, COMPLETE, Status.PARTY_NOT_IN_FORCE, None),
        (STATE, AWAITING, BEYOND, COMPLETE, Status.UNKNOWN, Status.PARTY_NOT_IN_FORCE),
        (STATE, WAITING, COMPLETE, COMPLETE, Status.UNKNOWN, None),
        (STATE, SIGNED, COMPLETE, COMPLETE, Status.SIGNATORY, None),
        (STATE, SIGNED, BEYOND, COMPLETE, Status.UNKNOWN, Status.SIGNATORY),
        (STATE, SIGNED, COMPLETE, None, Status.UNKNOWN, Status.SIGNATORY),
        (STATE, LEFT, COMPLETE, COMPLETE, Status.FORMER_PARTY, None),
        (STATE, LEFT, BEYOND, COMPLETE, Status.UNKNOWN, Status.FORMER_PARTY),
        (STATE, NOTHING, COMPLETE, COMPLETE, Status.ELIGIBLE_NO_ACTION, None),
        (STATE, NOTHING, BEYOND, COMPLETE, Status.UNKNOWN, Status.ELIGIBLE_NO_ACTION),
        (STATE, NOTHING, COMPLETE, None, Status.UNKNOWN, None),  # nobody looked
        (STATE, BRACKETED, COMPLETE, COMPLETE, Status.UNKNOWN, None),
        (STATE, BRACKETED, BEYOND, COMPLETE, Status.UNKNOWN, None),
        (ORGANIZATION, NOTHING, COMPLETE, COMPLETE, Status.NOT_ELIGIBLE, None),
        (ORGANIZATION, NOTHING, BEYOND, COMPLETE, Status.NOT_ELIGIBLE, None),
        (OTHER, NOTHING, COMPLETE, COMPLETE, Status.UNKNOWN, None),
        (FORMER_STATE, NOTHING, "1990-01-01", COMPLETE, Status.UNKNOWN, None),
        (FORMER_STATE, PARTY, "1990-01-01", COMPLETE, Status.PARTY, None),
    ],
)
def test_decision_table(
    party: Party, history: History, on: str, complete: str | None, status: Status, last_known: Status | None
) -> None:
    found = stand(party, instrument(complete), history, on, {})
    assert (found.status, found.last_known) == (status, last_known)


def test_a_standing_shows_the_acts_done_by_the_day_and_no_later_one() -> None:
    def shown(on: str) -> tuple[str | None, ...]:
        found = stand(STATE, instrument(), BACK, on, {})
        return found.mode, found.deposited, found.in_force_from, found.until

    assert shown("1989-12-31") == (None, None, None, None)
    assert shown("1999-12-31") == ("accession", "1990-01-01", "1990-01-31", "2000-05-05")
    assert shown("2001-01-01") == ("accession", "1990-01-01", "1990-01-31", "2000-05-05")
    assert shown("2010-01-01") == ("accession", "2005-07-01", "2005-07-31", None)


def test_a_party_that_signed_shows_the_day_of_signature() -> None:
    found = stand(STATE, instrument(), PARTY, COMPLETE, {})
    assert (found.signed, found.mode, found.deposited) == ("1980-05-05", "ratification", "1984-01-10")


def test_silence_names_the_sources_that_are_silent() -> None:
    assert stand(STATE, instrument(COMPLETE, "depositary"), NOTHING, COMPLETE, {}).sources == ("depositary",)
    assert stand(STATE, instrument(COMPLETE, "depositary"), PARTY, COMPLETE, {}).sources == ("list",)


def test_an_instrument_is_not_listed_before_its_adoption() -> None:
    listed = {on: len(list(stand_all(STATE, {"t": instrument()}, {}, on))) for on in ("1979-12-31", "1980-01-01")}
    assert listed == {"1979-12-31": 0, "1980-01-01": 1}


# From here on the real graph. Expected values: the depositary's status pages of February 2026 (chapter IV), and
# the depositary notifications named.


@pytest.fixture(scope="module")
def profiles(graph: Store) -> dict[str, PartyProfile]:
    codes = ("SEN", "IRQ", "TTO", "HRV", "USA", "EUE", "XKX", "TWN", "PSE", "SUN")
    return {code: party_profile(graph, code, "2026-02-03", "en") for code in codes}


def standing(profile: PartyProfile, identifier: str) -> Standing:
    (found,) = [s for s in profile.standings if s.instrument.identifier == identifier]
    return found


@pytest.mark.parametrize("code", ["XKX", "TWN"])
def test_nothing_is_known_of_kosovo_and_taiwan(profiles: dict[str, PartyProfile], code: str) -> None:
    assert {s.status for s in profiles[code].standings} == {Status.UNKNOWN}


def test_senegal_is_bound_by_the_migrant_workers_convention_since_its_entry_into_force(
    profiles: dict[str, PartyProfile],
) -> None:
    found = standing(profiles["SEN"], "icrmw")
    assert (found.status, found.mode, found.signed) == (Status.PARTY, "accession", None)
    assert (found.deposited, found.in_force_from, found.until) == ("1999-06-09", "2003-07-01", None)
    assert found.complete_as_of == "2026-02-03"
    assert "untc-ch4-2026-02" in found.sources


def test_iraq_shows_the_day_that_another_list_gave_its_icerd(profiles: dict[str, PartyProfile]) -> None:
    found = standing(profiles["IRQ"], "icerd")
    assert found.deposited == "1970-02-13"
    assert {(d.stated, d.adopted, bool(d.reason)) for d in found.disputes} == {("1970-01-14", "1970-02-13", True)}


def test_trinidad_and_tobago_left_the_first_protocol_twice(profiles: dict[str, PartyProfile]) -> None:
    found = standing(profiles["TTO"], "iccpr-op1")
    assert found.status is Status.FORMER_PARTY
    exits = [(a.deposited, a.effective) for a in found.history if a.action == "denunciation"]
    assert exits == [("1998-05-26", "1998-08-26"), ("2000-03-27", "2000-06-27")]
    assert [(s.start, s.until) for s in found.intervals if s.kind == "PartyInterval"] == [
        ("1981-02-14", "1998-08-26"),
        ("1998-11-26", "2000-06-27"),
    ]


def test_croatia_is_bound_from_before_its_notice(profiles: dict[str, PartyProfile]) -> None:
    found = standing(profiles["HRV"], "iccpr")
    assert (found.mode, found.deposited, found.in_force_from) == ("succession", "1992-10-12", "1991-10-08")


def test_the_united_states_are_bound_by_the_1967_protocol_alone(profiles: dict[str, PartyProfile]) -> None:
    assert standing(profiles["USA"], "refugee-1967").status is Status.PARTY
    convention = standing(profiles["USA"], "refugee-1951")
    assert (convention.status, convention.through) == (Status.BOUND_BY_INCORPORATION, "refugee-1967")
    assert convention.in_force_from is None


def test_the_european_union_confirmed_formally(profiles: dict[str, PartyProfile]) -> None:
    found = standing(profiles["EUE"], "crpd")
    assert (found.status, found.mode, found.deposited) == (Status.PARTY, "formal-confirmation", "2010-12-23")
    assert standing(profiles["EUE"], "icrmw").status is Status.NOT_ELIGIBLE


def test_the_state_of_palestine_takes_part_as_a_state(profiles: dict[str, PartyProfile]) -> None:
    assert standing(profiles["PSE"], "iccpr").status is Status.PARTY


def test_the_silence_on_a_former_state_says_nothing(profiles: dict[str, PartyProfile]) -> None:
    assert {s.status for s in profiles["SUN"].standings if not s.history} == {Status.UNKNOWN}


def test_beyond_the_record_what_is_no_fact_is_unknown(graph: Store) -> None:
    later = {s.instrument.identifier: s for s in party_profile(graph, "SEN", "2026-02-04", "en").standings}
    assert later["icrmw"].status is Status.PARTY
    assert (later["iccpr-op2"].status, later["iccpr-op2"].last_known) == (Status.UNKNOWN, Status.ELIGIBLE_NO_ACTION)
    assert (later["crpd-op"].status, later["crpd-op"].last_known) == (Status.UNKNOWN, Status.SIGNATORY)


def test_an_unknown_code_is_named(graph: Store) -> None:
    with pytest.raises(UnknownNameError, match="QQQ"):
        party_profile(graph, "QQQ", "2026-02-03", "en")
    with pytest.raises(UnknownNameError, match="no-such"):
        instrument_profile(graph, "no-such", "2026-02-03", "en")


def counts(profile: InstrumentProfile) -> tuple[int, int, int]:
    found = profile.counts()
    return found["party"], found["party-not-in-force"], found["signatory"]


def test_the_migrant_workers_convention_around_its_entry_into_force(graph: Store) -> None:
    before = instrument_profile(graph, "icrmw", "2003-06-30", "en")
    first = instrument_profile(graph, "icrmw", "2003-07-01", "en")
    assert (before.in_force, before.counts()["party"]) == (False, 0)
    assert first.in_force
    assert first.counts()["party"] >= 20  # art. 87(1)


def test_the_migrant_workers_convention_has_the_parties_that_the_depositary_counts(graph: Store) -> None:
    profile = instrument_profile(graph, "icrmw", "2026-02-03", "en")
    assert counts(profile)[:2] == (60, 0)
    assert sum(profile.counts().values()) == len(profile.standings)


def test_a_profile_names_every_actor_once_in_the_order_of_names(graph: Store) -> None:
    standings = instrument_profile(graph, "iccpr-op1", "2026-02-03", "fr").standings
    codes = [s.party.code for s in standings]
    assert len(codes) == len(set(codes))
    labels = [s.party.label for s in standings]
    assert labels.index("Belgique") < labels.index("Bénin") < labels.index("Bolivie (État plurinational de)")
    assert labels.index("Équateur") < labels.index("Fidji")
    assert "Trinité-et-Tobago" in {s.party.label for s in standings}


def test_a_profile_is_that_of_each_party(graph: Store, profiles: dict[str, PartyProfile]) -> None:
    """Two ways of reading the same statuses, from the party and from the instrument, give the same."""
    for identifier in ("opcat", "crc-opic", "refugee-1967"):
        towards = {s.party.code: s for s in instrument_profile(graph, identifier, "2026-02-03", "en").standings}
        for code, profile in profiles.items():
            if code in towards:
                assert towards[code] == standing(profile, identifier)


IN_FORCE = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
PREFIX dct: <http://purl.org/dc/terms/>
SELECT DISTINCT ?identifier {
  ?span a iml:PartyInterval ; iml:actor ?actor ; iml:onInstrument/dct:identifier ?identifier ; iml:from ?from .
  OPTIONAL { ?span iml:until ?until }
  FILTER(?from <= ?on && (!BOUND(?until) || ?on < ?until))
}"""

DAYS = st.integers(0, (date(2030, 12, 31) - date(1900, 1, 1)).days).map(lambda n: date(1900, 1, 1) + timedelta(n))


@settings(max_examples=50, deadline=None)
@given(data=st.data(), day=DAYS)
def test_a_party_is_whom_an_interval_binds_that_day(graph: Store, data: st.DataObject, day: date) -> None:
    code = data.draw(st.sampled_from(sorted(read_parties(graph, "en"))), "party")
    profile = party_profile(graph, code, day.isoformat(), "en")
    rows = graph.select(IN_FORCE, actor=Iri(ns.party(code)), on=day)
    parties = {s.instrument.identifier for s in profile.standings if s.status is Status.PARTY}
    assert parties == {row["identifier"] for row in rows}


@pytest.mark.parametrize(
    ("code", "on", "identifier", "status", "last_known"),
    [
        ("AAA", "1991-07-01", "regulation", Status.NOT_YET_APPLICABLE, None),
        ("AAA", "1992-01-01", "regulation", Status.BOUND_THROUGH_ORGANIZATION, None),
        ("BBB", "1999-12-31", "regulation", Status.NOT_YET_APPLICABLE, None),  # an opt-out until 2000
        ("BBB", "2000-01-01", "regulation", Status.BOUND_THROUGH_ORGANIZATION, None),
        ("CCC", "2010-10-10", "regulation", Status.NO_LONGER_BOUND, None),
        ("NNN", "2010-01-01", "regulation", Status.NOT_ELIGIBLE, None),
        ("NNN", "2018-01-01", "regulation", Status.UNKNOWN, Status.NOT_ELIGIBLE),
        ("CCC", "2012-01-01", "league-convention", Status.NOT_ELIGIBLE, None),
        ("CCC", "2018-01-01", "league-convention", Status.UNKNOWN, Status.NOT_ELIGIBLE),
        ("NNN", "2010-01-01", "league-revised", Status.BY_INVITATION, None),
        ("AAA", "2002-12-31", "league-convention", Status.PARTY, None),
        ("AAA", "2003-01-01", "league-convention", Status.FORMER_PARTY, None),
    ],
)
def test_what_follows_from_membership(
    tiny_graph: Store, code: str, on: str, identifier: str, status: Status, last_known: Status | None
) -> None:
    found = standing(party_profile(tiny_graph, code, on, "en"), identifier)
    assert (found.status, found.last_known) == (status, last_known)
    (same,) = [s for s in instrument_profile(tiny_graph, identifier, on, "en").standings if s.party.code == code]
    assert same == found


def test_a_bond_names_its_organization_and_its_exceptions(tiny_graph: Store) -> None:
    found = standing(party_profile(tiny_graph, "BBB", "2010-01-01", "fr"), "regulation")
    assert (found.through, found.through_name, found.in_force_from) == ("league", "LM", "2000-01-01")
    (exception,) = found.exemptions
    assert (exception.kind, exception.start, exception.until) == ("opt-out", "1992-01-01", "2000-01-01")


def test_an_exclusion_holds_while_the_party_is_bound(tiny_graph: Store) -> None:
    def excluded(on: str) -> list[tuple[str | None, str | None]]:
        found = standing(party_profile(tiny_graph, "AAA", on, "es"), "league-convention")
        return [(span.subject, span.label) for span in found.scope("excluded")]

    assert excluded("1990-01-01") == [("annex-2", "anexo II")]
    assert excluded("2003-01-01") == []


def test_soft_law_and_bilateral_treaties_are_nothing_to_join(tiny_graph: Store) -> None:
    listed = {s.instrument.identifier for s in party_profile(tiny_graph, "AAA", "2020-12-31", "en").standings}
    assert not listed & {"tide-declaration", "ar-7"}
