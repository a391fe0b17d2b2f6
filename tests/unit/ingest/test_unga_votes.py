import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import unga_votes


@pytest.fixture
def votes(codes, write):
    def _votes(*lines, roll_calls=("6140,2018-12-19", "3358,1988-12-05", "4830,2008-06-30")):
        write("un_roll_calls_migration.csv", "rcid,date\n" + "".join(f"{line}\n" for line in roll_calls))
        folder = write("un_votes_migration.csv", "rcid,country,vote\n" + "".join(f"{line}\n" for line in lines))
        return list(unga_votes.read(folder, codes))

    return _votes


def test_a_vote_names_instrument_party_and_day(votes):
    [row] = votes("6140.0,Israel,no")
    assert (row.instrument, row.party, row.vote, row.date) == ("gcm", "ISR", "no", "2018-12-19")


def test_to_abstain_is_an_abstention(votes):
    [row] = votes("6140.0,Israel,abstain")
    assert row.vote == "abstention"


def test_days_of_older_roll_calls_are_cut_to_the_month(votes):
    [row] = votes("3358.0,Israel,yes")
    assert row.date == "1988-12"


@pytest.mark.parametrize(
    ("roll_call", "name", "party"),
    [
        ("3358", "Russia", "SUN"),
        ("6140", "Russia", "RUS"),
        ("3358", "Yugoslavia", "YUG"),
        ("6140", "Yugoslavia", "SRB"),
        ("3358", "Yemen People's Republic", "YMD"),
    ],
)
def test_a_name_kept_through_changes_of_state_is_the_state_of_that_day(votes, roll_call, name, party):
    [row] = votes(f"{roll_call}.0,{name},yes")
    assert (row.party, row.participant) == (party, name)


def test_other_roll_calls_are_left_out(votes):
    assert votes("13.0,Israel,no") == []


def test_a_vote_on_a_roll_call_without_a_day_is_named(votes):
    with pytest.raises(SourceFormatError, match=r"line 2.*roll-call 6148"):
        votes("6148.0,Israel,yes")


def test_a_word_that_is_no_vote_is_named(votes):
    with pytest.raises(SourceFormatError, match=r"line 2.*“perhaps”"):
        votes("6140.0,Israel,perhaps")


def test_an_unknown_name_is_noted(votes, codes):
    votes("6140.0,Atlantis,yes")
    assert [name.name for name in codes.unknown] == ["Atlantis"]
