import pytest

from iml_graph import resources
from iml_graph.build.inputs import rows_of
from iml_graph.crosscheck import check_counts
from iml_graph.ingest import counts as printed
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.rows import ActionRow


def act(party, day, action="ratification", **rest):
    return ActionRow("crc", party, action, day, source="left", **rest)


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
def checks():
    data = resources.data()
    counts = printed.read_csv(data / "printed-counts.csv")
    return check_counts(rows_of(ActionRow, data), counts, "untc-ch4-2026-02")


def test_our_counts_are_those_that_the_depositary_prints(checks):
    assert [check for check in checks if not check.agrees] == []
    assert len({check.printed.instrument for check in checks}) == 18
