import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import rome_statute

COURT = "the International Criminal Court"


@pytest.fixture
def rows(codes, write):
    def _rows(state, sentence, *events):
        lines = "".join(f'{day},"{event}"\n' for day, event in events)
        write("timeline_events.csv", "date,event_as_shown\n" + lines)
        heading = "state_as_shown,rome_statute_statement,aggression_amendment_statement\n"
        return list(rome_statute.read(write("status_titles.csv", f'{heading}{state},"{sentence}",\n'), codes))

    return _rows


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        (f"Albania signed {COURT} on 1998-07-18 and ratified it on 2003-01-31.", "ratification"),
        (f"Albania acceded to {COURT} on 2003-01-31.", "accession"),
        (f"Albania signed {COURT} on 1998-07-18 and accepted membership of it on 2003-01-31.", "acceptance"),
        (f"Albania inherited membership of {COURT} on 2003-01-31.", "succession"),
    ],
)
def test_each_wording_is_one_mode_of_consent(rows, sentence, action):
    [row] = rows("Albania", sentence)
    assert (row.action, row.date) == (action, "2003-01-31")


def test_a_withdrawal_is_dated_by_its_effect_and_not_by_its_notice(rows):
    sentence = f"Burundi signed {COURT} on 1999-01-13 and ratified it on 2004-09-21, but withdrew on 2017-10-27."
    consent, withdrawal = rows("Burundi", sentence)
    assert (consent.action, consent.date, consent.effect) == ("ratification", "2004-09-21", "")
    assert (withdrawal.action, withdrawal.date, withdrawal.effect) == ("withdrawal", "", "2017-10-27")


def test_who_signed_only_is_found_among_the_events(rows):
    event = ("2000-12-31", f"Israel signed {COURT}.")
    [row] = rows("Israel", f"Israel has not yet joined {COURT}.", event)
    assert (row.party, row.action, row.date) == ("ISR", "signature", "2000-12-31")


def test_events_on_the_amendments_are_left_out(rows):
    event = ("2022-01-01", "Israel signed the ICC Crime of Aggression Amendment.")
    assert rows("Israel", f"Israel has not yet joined {COURT}.", event) == []


def test_a_sentence_of_another_form_is_named(rows):
    with pytest.raises(SourceFormatError, match=r"status_titles\.csv, line 2"):
        rows("Albania", f"Albania thinks about {COURT}.")
