"""The day of effect that is computed where no source states it."""

from __future__ import annotations

import pytest

from iml_graph.build.effects import compute, effect_of_succession, succession_of_states
from iml_graph.build.events import Dispute, Event, Record
from iml_graph.entry_into_force import Clause, EntryIntoForce
from iml_graph.ingest.rows import ActionRow
from iml_graph.parties import PartyRecord

TREATY = EntryIntoForce(
    on="1985-06-01",
    initial=Clause("P3M", threshold=2),
    later=Clause("P30D"),
    denunciation=Clause("P1Y"),
)


def event(action: str, date: str, effect: str = "", party: str = "AAA") -> Event:
    row = ActionRow(instrument="t", party=party, action=action, date=date, effect=effect)
    return Event("t", party, action, date, effect, "stated" if effect else "", "", "", "", (row,))


def party(code: str, existed_from: str = "", predecessors: tuple[str, ...] = ()) -> PartyRecord:
    nothing = dict.fromkeys(
        ("alpha2", "alpha3", "m49", "wikidata", "region", "subregion", "territory_of", "un_member_since"), ""
    )
    return PartyRecord(
        code=code,
        kind="State",
        existed_from=existed_from,
        existed_until="",
        existence_confidence="",
        predecessors=predecessors,
        labels={},
        formal={},
        dated_names=(),
        sources=(),
        **nothing,
    )


def computed(one: Event, treaty: EntryIntoForce = TREATY, **parties: PartyRecord) -> tuple[str, str]:
    (done,) = compute(Record((one,), ()), {"t": treaty}, parties).events
    return done.effect, done.effect_basis


def test_a_stated_day_is_kept_though_the_clause_gives_another() -> None:
    assert computed(event("accession", "1990-01-01", "1990-05-05")) == ("1990-05-05", "stated")


def test_a_later_consent_takes_effect_by_the_clause() -> None:
    assert computed(event("accession", "1990-01-01")) == ("1990-01-31", "computed-from-clause")


def test_a_consent_before_the_treaty_waits_for_it() -> None:
    assert computed(event("ratification", "1984-01-10")) == ("1985-06-01", "computed-from-clause")


def test_a_consent_between_threshold_and_entry_into_force_does_not_precede_the_treaty() -> None:
    assert computed(event("accession", "1985-04-15")) == ("1985-06-01", "computed-from-clause")


def test_a_denunciation_takes_effect_by_its_own_clause() -> None:
    assert computed(event("denunciation", "1999-05-05")) == ("2000-05-05", "computed-from-clause")


@pytest.mark.parametrize(
    ("one", "treaty"),
    [
        (event("accession", "1990-01-01"), EntryIntoForce(on=None, later=Clause("P30D"))),
        (event("accession", "1990"), TREATY),
        (event("accession", "1990-01-01"), EntryIntoForce(on="1985-06-01")),
        (event("denunciation", "1999-05-05"), EntryIntoForce(on="1985-06-01", later=Clause("P30D"))),
        (event("denunciation", "1999"), TREATY),
        (event("reservation", "1990-01-01"), TREATY),
        (event("signature", "1990-01-01"), TREATY),
    ],
    ids=[
        "no entry into force",
        "year only",
        "no clause",
        "no clause on leaving",
        "year of leaving",
        "other",
        "signing",
    ],
)
def test_what_cannot_be_computed_stays_empty(one: Event, treaty: EntryIntoForce) -> None:
    assert computed(one, treaty) == ("", "")


def test_a_treaty_without_clauses_leaves_all_empty() -> None:
    (done,) = compute(Record((event("accession", "1990-01-01"),), ()), {}, {}).events
    assert done.effect == ""


def test_a_succession_relates_back_to_the_succession_of_states() -> None:
    successor = party("AAA", "1993-01-01")
    assert computed(event("succession", "1994-04-04"), AAA=successor) == ("1993-01-01", "succession-rule")


def test_a_succession_never_precedes_the_treaty() -> None:
    successor = party("AAA", "1960-08-20")
    assert computed(event("succession", "1990-05-02"), AAA=successor) == ("1985-06-01", "succession-rule")


def test_a_succession_of_a_party_without_dates_takes_effect_when_notified() -> None:
    assert effect_of_succession(event("succession", "1994-04-04"), TREATY, {"AAA": party("AAA")}) == "1994-04-04"


def test_a_succession_to_a_treaty_that_is_not_in_force_has_no_effect() -> None:
    assert effect_of_succession(event("succession", "1994-04-04"), EntryIntoForce(), {"AAA": party("AAA")}) is None


def test_who_continues_another_takes_the_day_of_that_one() -> None:
    parties = {"NEW": party("NEW", "2006-06-03", ("MID",)), "MID": party("MID", "1992-04-27", ("OLD",))}
    assert succession_of_states("NEW", "2001-03-12", parties) == "1992-04-27"


def test_of_two_predecessors_the_later_day_before_the_notice_counts() -> None:
    parties = {
        "NEW": party("NEW", "2006-06-03", ("ONE", "TWO")),
        "ONE": party("ONE", "1950-01-01"),
        "TWO": party("TWO", "1960-01-01"),
    }
    assert succession_of_states("NEW", "2001-03-12", parties) == "1960-01-01"


def test_a_notice_before_every_known_day_gives_none() -> None:
    assert succession_of_states("NEW", "1990-01-01", {"NEW": party("NEW", "2006-06-03")}) is None


def test_disputes_point_at_the_event_as_computed() -> None:
    one = event("accession", "1990-01-01")
    row = ActionRow(instrument="t", party="AAA", action="accession", date="1990-01-02")
    record = compute(Record((one,), (Dispute(one, row, None),)), {"t": TREATY}, {})
    assert record.disputes[0].event is record.events[0]
    assert record.events[0].effect == "1990-01-31"
