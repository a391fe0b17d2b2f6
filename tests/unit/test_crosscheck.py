import pytest

from iml_graph import resources
from iml_graph.adjudications import Adjudication, load_adjudications
from iml_graph.crosscheck import check_counts, compare, compare_all, undecided
from iml_graph.ingest import counts as printed
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.rows import ActionRow, read_csv, to_csv
from iml_graph.sources import load_sources


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


def count(**changed):
    return PrintedCount(**{"instrument": "crc", "source": "printed", "as_of": "2026-04-13", "signatories": "1",
                           "parties": "2", "participants": "ALB;AUT", "locator": "x", **changed})  # fmt: skip


ROWS = [act("ALB", "1990-01-26", "signature"), act("ALB", "1992-02-27"), act("AUT", "1992-08-06")]


def test_equal_numbers_and_lists_agree():
    [check] = check_counts(ROWS, [count()], "left")
    assert (check.agrees, check.signatories, check.parties) == (True, 1, 2)


def test_a_participant_that_only_one_list_has_is_named():
    [check] = check_counts(ROWS, [count(participants="ALB;BHS")], "left")
    assert (check.agrees, check.missing, check.unprinted) == (False, ("BHS",), ("AUT",))


def test_a_wrong_number_disagrees_and_an_unprinted_one_does_not():
    assert not check_counts(ROWS, [count(parties="3")], "left")[0].agrees
    assert check_counts(ROWS, [count(signatories="", participants="")], "left")[0].agrees


def test_acts_in_square_brackets_and_in_end_notes_do_not_count():
    former = act("CSK", "1991-01-07", locator="IV-11.html end note 9")
    rows = [*ROWS, act("JAM", "1975-10-03", bracketed="yes"), former]
    assert check_counts(rows, [count()], "left")[0].agrees


@pytest.fixture(scope="module")
def committed():
    data = resources.data()
    rows = {path: list(read_csv(ActionRow, path)) for path in sorted((data / "participation").glob("*.csv"))}
    return data, rows


def test_no_differing_day_of_the_committed_rows_is_left_undecided(committed):
    data, rows = committed
    comparisons = compare_all([row for own in rows.values() for row in own], tuple(load_sources(data / "sources")))
    assert undecided(comparisons, load_adjudications(data / "adjudications.csv")) == ()


def test_our_counts_are_those_that_the_depositary_prints(committed):
    data, rows = committed
    checks = check_counts(
        [row for own in rows.values() for row in own],
        printed.read_csv(data / "printed-counts.csv"),
        "untc-ch4-2026-02",
    )
    assert [check for check in checks if not check.agrees] == []
    assert len({check.printed.instrument for check in checks}) == 18


def test_the_committed_rows_are_written_as_the_ingest_writes_them(committed):
    for path, rows in committed[1].items():
        assert to_csv(ActionRow, rows).encode() == path.read_bytes()
