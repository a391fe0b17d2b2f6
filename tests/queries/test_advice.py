"""What an adviser is told of one State: its rights, what an instrument would add, what changed, and why."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from iml_graph.protection.advice import Adviser
from iml_graph.protection.cover import Cover, RightCover
from iml_graph.protection.explain import Explainer
from iml_graph.protection.history import period
from iml_graph.protection.minimum import minimum
from iml_graph.protection.newness import equal_weights
from iml_graph.protection.position import LimitKind
from iml_graph.protection.ranking import COVERED, Order, rank
from iml_graph.store import Store

Rows = list[dict[str, str]]
Table = Callable[[str], Rows]

DASHBOARD = "2020-09-16"
"""Day of the OHCHR ratification dashboard."""


@pytest.fixture(scope="module")
def adviser(graph: Store) -> Adviser:
    return Adviser(graph)


def one(adviser: Adviser, code: str, on: str, right: str) -> RightCover:
    (found,) = adviser.view(code, on).cover((right,))
    return found


@pytest.mark.answers("A3", "R9")
@pytest.mark.parametrize("code", ["CPV", "USA", "VEN"])
def test_rights_of_refugees_bind_through_the_protocol_alone(adviser: Adviser, code: str) -> None:
    # UNHCR on the Protocol: the United States, no party to the Convention, must apply its provisions.
    # Treaty Collection, copy of April 2012: three States are on list V-5 and not on list V-2.
    found = one(adviser, code, "2012-04-30", "non-penalization-of-irregular-entry")
    assert found.cover is Cover.INDIRECT
    assert {(basis.tag.article, basis.through) for basis in found.bases} == {("refugee-1951/31.1", "refugee-1967")}


@pytest.mark.answers("A3")
def test_an_article_under_reservation_limits_and_another_may_still_give_the_right_whole(adviser: Adviser) -> None:
    # Chile, Supreme Decree 84 of 2005: ratified on 21 March 2005 with reservations to articles 22(5) and 48(2), in
    # force on 1 July 2005.
    view = adviser.view("CHL", DASHBOARD)
    assert view.position.bound["icrmw"] == "2005-07-01"
    for article in ("icrmw/22.5", "icrmw/48.2"):
        (limit,) = view.position.limits[article]
        assert (limit.kind, limit.since) == (LimitKind.RESERVATION, "2005-03-21")
    assert "icrmw/22.6" not in view.position.limits
    # Article 13 of the Covenant, to which the decree says nothing, gives safeguards in expulsion without a limit.
    found = one(adviser, "CHL", DASHBOARD, "expulsion-safeguards")
    assert found.cover is Cover.FULL
    assert "iccpr/13" in {basis.tag.article for basis in found.bases if basis.cover is Cover.FULL}


@pytest.mark.answers("A3")
def test_what_a_treaty_gives_is_covered_from_the_day_of_its_effect(adviser: Adviser) -> None:
    # OHCHR dashboard: Senegal acceded on 9 June 1999; the convention entered into force on 1 July 2003, as its article
    # 87 reckons. It alone has absences without loss of stay (article 38).
    assert one(adviser, "SEN", "2003-06-30", "temporary-absence").cover is Cover.NONE
    assert one(adviser, "SEN", "2003-07-01", "temporary-absence").cover is Cover.FULL


@pytest.mark.answers("A4")
def test_the_refugee_convention_adds_nearly_nothing_to_its_protocol(adviser: Adviser) -> None:
    # Protocol of 1967, article I(1): States undertake to apply articles 2 to 34 of the Convention.
    found = adviser.view("USA", "2026-02-03").adds("refugee-1951")
    assert found.share < 0.05
    taken_in = {each.article.reference for each in found.additions if each.overlaps[0].through == "refugee-1967"}
    assert {reference.partition(".")[0] for reference in taken_in} <= {str(number) for number in range(2, 35)}
    # The United States reserved articles 24(1)(b) and 29 (copy of April 2012, note to list V-5): these it would gain.
    gained = {each.article.reference for each in found.additions if each.new and each.overlaps[0].through}
    assert gained == {"24.1.b", "29"}


@pytest.mark.answers("A4")
def test_every_article_of_the_migrant_workers_convention_is_accounted_for(adviser: Adviser) -> None:
    found = adviser.view("DEU", "2026-02-03").adds("icrmw")
    tagged = [each.article.reference for each in found.additions]
    untagged = [each.reference for each in found.untagged]
    assert len(set(tagged) | set(untagged)) == len(tagged) + len(untagged)
    assert {each.reference for each in adviser.law.of("icrmw")} == set(tagged) | set(untagged)
    # Part III has articles 8 to 35, part IV articles 36 to 56.
    numbers = {reference.partition(".")[0] for reference in (*tagged, *untagged)}
    assert {str(number) for number in range(8, 57)} <= numbers


@pytest.mark.answers("A4")
def test_what_everyone_has_is_not_new_and_what_is_for_migrants_is(adviser: Adviser) -> None:
    # CYIL 10 (2019), p. 225: life, slavery, arrest and trial are everyone’s by the Covenant. That no other treaty which
    # binds Germany has articles 38 and 22(6) is our own reading.
    found = {each.article.reference: each for each in adviser.view("DEU", "2026-02-03").adds("icrmw").additions}
    for article in ("9", "11.1", "16.1", "18.1", "24"):
        assert found[article].new == 0, article
    for article in ("38.1", "22.6"):
        assert found[article].new == 1, article
    partly = found["22.1"]  # Protocol No. 4, article 4, prohibits collective expulsion in fewer words
    assert partly.overlaps[0].article == "echr-p4/4"
    assert partly.overlaps[0].relation is not None
    assert 0 < partly.new < 1


@pytest.mark.answers("A4")
def test_what_binds_already_is_compared_with_the_rest(adviser: Adviser) -> None:
    found = adviser.view("SEN", "2026-02-03").adds("refugee-1951")
    assert found.share == 0  # for Senegal is bound by the Protocol too


@pytest.mark.answers("A5")
def test_candidates_are_ordered_by_what_they_add_under_weights_that_are_named(adviser: Adviser) -> None:
    view = adviser.view("USA", "2026-02-03")
    found = rank(view)
    assert [each.additions.new for each in found] == sorted((each.additions.new for each in found), reverse=True)
    assert {each.additions.weights for each in found} == {"default"}
    # OHCHR dashboard: the United States has ratified ICERD, the CAT and the ICCPR, and none of these.
    names = {each.identifier for each in found}
    assert {"icescr", "cedaw", "crc", "icrmw", "cped", "crpd"} <= names
    assert not {"icerd", "cat", "iccpr"} & names
    assert found[-1].identifier == "refugee-1951"  # of which the Protocol left least to gain
    equal = rank(view, equal_weights(), Order.SHARE)
    assert {each.additions.weights for each in equal} == {"equal"}
    shares = [round(each.additions.share, 9) for each in equal]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.answers("A16")
def test_whether_the_labour_migration_conventions_complement_each_other(adviser: Adviser) -> None:
    trio = ("ilo-c097", "ilo-c143", "icrmw")
    view = adviser.view("FJI", "2018-01-01")
    alone = {name: _covered(view.joining(name).cover()) for name in trio}
    assert all(alone[one] != alone[other] for one, other in combinations(trio, 2))
    # ILO, General Survey of 1999: annex III of Convention No. 97 is on customs duties for effects and tools. Article 38
    # of the convention on migrant workers is on absences.
    assert "equality-in-taxation" in alone["ilo-c097"] - alone["ilo-c143"]
    assert "temporary-absence" in alone["icrmw"] - alone["ilo-c097"] - alone["ilo-c143"]
    found = minimum(view, names=trio)
    assert _covered(found.after) == _covered(view.joining(*trio).cover())
    for fewer in combinations(found.instruments, len(found.instruments) - 1):
        assert _covered(view.joining(*fewer).cover()) != _covered(found.after)


def _covered(covers: tuple[RightCover, ...]) -> frozenset[str]:
    return frozenset(each.right for each in covers if each.cover in COVERED)


@pytest.mark.answers("A27")
def test_what_changed_for_a_state_since_a_day(adviser: Adviser) -> None:
    # OHCHR dashboard: Fiji acceded to both Covenants on 16 August 2018, to the conventions on enforced disappearance
    # and on migrant workers on 19 August 2019. Three months later (ICCPR, article 49), thirty days (CPED, 39), on
    # the first of the month after three months (ICRMW, 87).
    found = period(adviser, adviser.dossier("FJI"), "2018-08-16", DASHBOARD)
    acts = {act.instrument: (act.on, act.effective) for act in found.acts if act.action == "accession"}
    assert acts["iccpr"] == acts["icescr"] == ("2018-08-16", "2018-11-16")
    assert acts["cped"] == ("2019-08-19", "2019-09-18")
    assert acts["icrmw"] == ("2019-08-19", "2019-12-01")
    begun = {turn.instrument: turn.on for turn in found.turns if turn.begun and turn.kind == "PartyInterval"}
    assert {name: begun[name] for name in acts if name in begun} == {name: acts[name][1] for name in acts}
    changed = {each.right: (each.before.cover, each.after.cover) for each in found.changes}
    assert changed["enforced-disappearance-prohibition"] == (Cover.CUSTOMARY, Cover.FULL)
    assert changed["temporary-absence"] == (Cover.NONE, Cover.FULL)
    eve = period(adviser, adviser.dossier("FJI"), "2018-08-17", "2018-11-15")
    assert "iccpr" not in {turn.instrument for turn in eve.turns}


@pytest.mark.answers("A29")
def test_joining_in_thought_is_what_joining_in_fact_was(adviser: Adviser) -> None:
    # OHCHR dashboard: Fiji acceded to the convention on migrant workers on 19 August 2019, in force on 1 December.
    before, after = (adviser.view("FJI", on) for on in ("2019-11-30", "2019-12-01"))
    assert "icrmw" not in before.position.bound
    assert [each.cover for each in before.joining("icrmw").cover()] == [each.cover for each in after.cover()]
    assert [each.cover for each in before.cover()] != [each.cover for each in after.cover()]


@pytest.mark.answers("A30")
def test_one_line_is_explained_down_to_what_the_source_shows(adviser: Adviser) -> None:
    # Chile, Supreme Decree 84 of 2005, as above.
    view = adviser.view("CHL", DASHBOARD)
    (answer,) = view.cover(("expulsion-safeguards",))
    grounds = {ground.article: ground for ground in Explainer(view).cover(answer).grounds}
    ground = grounds["icrmw/22.5"]
    (interval,) = ground.binding
    (act, *_) = interval.rests_on
    assert (interval.value("from"), act.value("depositedOn")) == ("2005-07-01", "2005-03-21")
    assert act.sure == "recorded-more"
    assert all(record.value("locator") and record.value("asShown") for record in act.rests_on)
    (reservation,) = [cause for limit, cause in ground.limits if limit.kind is LimitKind.RESERVATION]
    assert reservation is not None
    assert reservation.value("depositedOn") == "2005-03-21"
    assert {iri.rpartition("/art/")[2] for iri in reservation.values("concernsProvision")} >= {"22.5", "48.2"}
    assert reservation.rests_on[0].rests_on[0].value("sourceRole")
    assert ground.judgements[0].values("author")
