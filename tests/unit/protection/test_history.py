"""What changed for a party, and how its rights were covered over time."""

from __future__ import annotations

import pytest

from iml_graph.protection.advice import Adviser
from iml_graph.protection.cover import Cover
from iml_graph.protection.history import Period, cover_over_time, days_of_change, period
from iml_graph.store import Store


def changed(store: Store, code: str, since: str, until: str) -> Period:
    adviser = Adviser(store)
    return period(adviser, adviser.dossier(code), since, until)


def test_an_act_its_effect_and_what_it_does_to_rights(tiny_graph: Store) -> None:
    found = changed(tiny_graph, "NNN", "1999-05-05", "2000-05-05")
    assert [(act.action, act.on, act.effective) for act in found.acts] == [("denunciation", "1999-05-05", "2000-05-05")]
    (turn,) = found.turns
    assert (turn.kind, turn.on, turn.begun) == ("PartyInterval", "2000-05-05", False)
    classes = {each.right: (each.before.cover, each.after.cover) for each in found.changes}
    assert classes["collective-expulsion-prohibition"] == (Cover.FULL, Cover.NONE)
    assert classes["non-refoulement"] == (Cover.FULL, Cover.CUSTOMARY)


def test_both_days_count_and_no_others(tiny_graph: Store) -> None:
    assert not changed(tiny_graph, "NNN", "1999-05-06", "2000-05-04").acts
    assert not changed(tiny_graph, "NNN", "1999-05-06", "2000-05-04").turns
    assert not changed(tiny_graph, "NNN", "1999-05-06", "2000-05-04").changes
    assert changed(tiny_graph, "NNN", "2000-05-05", "2000-05-05").changes


def test_a_reservation_is_an_act_with_its_articles(tiny_graph: Store) -> None:
    found = changed(tiny_graph, "AAA", "1984-01-01", "1984-12-31")
    assert ("reservation", ("tidal/22.5",)) in [(act.action, act.articles) for act in found.acts]


def test_what_became_unknown_for_want_of_a_source_is_named(tiny_graph: Store) -> None:
    found = changed(tiny_graph, "NNN", "2003-01-01", "2021-06-01")
    assert "tidal" not in found.ceased  # it has joined again, a fact that stands
    assert "league-convention" in changed(tiny_graph, "BBB", "2010-01-01", "2021-06-01").ceased


def test_a_party_that_did_not_exist_before_has_nothing_to_compare(tiny_graph: Store) -> None:
    found = changed(tiny_graph, "CCC", "1993-01-01", "1996-01-01")
    assert found.began
    assert found.changes == ()
    assert [act.action for act in found.acts] == ["succession"]


def test_cover_over_time_has_a_moment_for_each_change_and_no_other(tiny_graph: Store) -> None:
    moments = cover_over_time(Adviser(tiny_graph), "NNN", "1980-01-01", "2010-01-01")
    assert [moment.on for moment in moments] == [
        "1980-01-01",
        "1990-01-31",  # thirty days after the accession
        "2000-05-05",
        "2005-07-31",
    ]
    assert [moment.count(Cover.FULL) for moment in moments] == [0, 5, 0, 5]


def test_days_before_the_party_existed_have_no_moment(tiny_graph: Store) -> None:
    moments = cover_over_time(Adviser(tiny_graph), "CCC", "1990-01-01", "1996-01-01", ("non-refoulement",))
    assert moments[0].on == "1993-01-01"
    assert {len(moment.covers) for moment in moments} == {1}


@pytest.mark.parametrize("code", ["SEN", "CHL"])
def test_between_two_days_of_change_nothing_changes(graph: Store, code: str) -> None:
    adviser = Adviser(graph)
    days = set(days_of_change(adviser, adviser.dossier(code)))
    for day in ("1970-01-01", "1995-05-05", "2012-08-13"):
        moments = cover_over_time(adviser, code, day, day)
        following = cover_over_time(adviser, code, day, max(each for each in days if each > day))
        assert following[0].covers == moments[0].covers
        assert {moment.on for moment in following[1:]} <= days
