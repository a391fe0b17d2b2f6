import pytest

from iml_graph.adjudications import Adjudication
from iml_graph.crosscheck import compare, compare_all, undecided
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import ActionRow


def act(party, day, action="ratification", source="left", **rest):
    return ActionRow("crc", party, action, day, source=source, **rest)


def right(party, day, action="ratification"):
    return act(party, day, action, source="right")


def only(comparison):
    [agreement] = comparison.agreements
    return agreement


def test_equal_days_agree_and_other_days_differ():
    found = compare(
        [act("ALB", "1992-02-27"), act("AUT", "1992-08-06")], [right("ALB", "1992-02-27"), right("AUT", "1992-08-07")]
    )
    assert (only(found).agree, only(found).differ, only(found).compared) == (1, 1, 2)
    [difference] = found.differences
    assert (difference.kind, difference.left.date, difference.right.date) == ("day", "1992-08-06", "1992-08-07")


def test_what_one_source_alone_has_is_counted_and_never_a_differing_day():
    found = compare([act("ALB", "1992-02-27")], [right("AUT", "1992-08-06")])
    assert (only(found).compared, only(found).only_left, only(found).only_right) == (0, 1, 1)
    assert [(d.kind, d.right.party) for d in found.differences] == [("right", "AUT")]


def test_a_second_consent_is_not_a_disagreement_on_the_first():
    left = [act("TTO", "1980-11-14", "accession"), act("TTO", "1998-05-26", "accession")]
    found = compare(left, [right("TTO", "1980-11-14", "accession")])
    assert (only(found).agree, only(found).differ) == (1, 0)
    assert [difference.kind for difference in found.differences] == ["left"]


def test_a_year_does_not_differ_from_a_day_in_it():
    found = compare([act("SWE", "1982-12-28")], [right("SWE", "1982")])
    assert (only(found).differ, found.differences) == (0, ())


def test_another_mode_on_the_same_day_is_told_apart_from_another_day():
    found = compare([act("BIH", "1993-09-01", "succession")], [right("BIH", "1993-09-01", "accession")])
    assert (only(found).agree, only(found).modes_differ) == (1, 1)
    assert found.differences[0].kind == "mode"


def test_a_consent_without_a_mode_contradicts_no_mode():
    found = compare([act("BIH", "1993-09-01", "succession")], [right("BIH", "1993-09-01", "consent")])
    assert (only(found).modes_differ, found.differences) == (0, ())


def test_signatures_are_not_held_against_consents():
    found = compare([act("ALB", "1990-01-26", "signature")], [right("ALB", "1992-02-27")])
    assert found.agreements == ()


def test_acts_without_a_date_are_not_compared():
    assert compare([act("SSD", "")], [right("SSD", "2018-12-10")]).agreements == ()


def test_each_pair_that_shares_an_instrument_is_compared_once_the_trusted_source_left():
    rows = [act("ALB", "1992-02-27", source=source) for source in ("c", "a", "b")]
    rows.append(ActionRow("cat", "ALB", "accession", "1994-05-11", source="d"))
    pairs = [(found.left, found.right) for found in compare_all(rows, ("a", "b", "c", "d"))]
    assert pairs == [("a", "b"), ("a", "c"), ("b", "c")]


def adjudication(date, source):
    return Adjudication("crc", "AUT", "consent", "x", "ratification", "x", date, source, "r", "r", "r", "2026-11-22")


@pytest.mark.parametrize(
    ("date", "source", "left_open"),
    [("1992-08-07", "right", 0), ("1992-08-06", "left", 0), ("1992-08-06", "right", 1)],
)
def test_a_difference_is_decided_when_either_statement_is_rejected(date, source, left_open):
    found = compare([act("AUT", "1992-08-06")], [right("AUT", "1992-08-07")])
    assert len(undecided([found], [adjudication(date, source)])) == left_open


def member(party, day, event="admission", source="left", **rest):
    return MembershipRow("au", party, event, day, source=source, **rest)


def test_memberships_are_compared_like_acts():
    left = [member("MAR", "2017-01-31"), member("DZA", "2002-07-09")]
    found = compare(left, [member("MAR", "2017-01-30", source="right"), member("DZA", "2002", source="right")])
    assert (only(found).subject, only(found).action_class) == ("au", "admission")
    assert (only(found).agree, only(found).differ) == (1, 1)


def test_lists_of_members_state_no_day_that_could_differ():
    assert compare([member("MAR", "2020-01", "listed")], [member("MAR", "2021", "listed", "right")]).agreements == ()


def test_an_observer_that_became_a_member_later_is_no_disagreement():
    found = compare([member("MAR", "2017-01-31")], [member("MAR", "1990", source="right", status="observer")])
    assert found.agreements == ()


def test_an_adjudication_on_a_membership_settles_it():
    found = compare([member("MAR", "2017-01-31")], [member("MAR", "2017-01-30", source="right")])
    ruling = Adjudication("au", "MAR", "admission", "x", "admission", "x", "2017-01-30", "right", "r", "r", "r", "x")
    assert (len(undecided([found], [])), undecided([found], [ruling])) == (1, ())


def test_sums_are_over_all_subjects_of_a_class():
    treaty = {"source": "left"}, {"source": "right"}
    left, right = ([act("ALB", "1992-02-27", **own), ActionRow("cat", "ALB", "accession", "1994-05-11", **own)]
                   for own in treaty)  # fmt: skip
    (total,) = compare(left, right).sums()
    assert (total.subject, total.action_class, total.agree) == ("", "consent", 2)
