import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import gcm_champions

EVENT = "attended the cross-regional Champions event, Accra, 28-30 November (year not on the page)"


@pytest.fixture
def champions(codes, write):
    def _champions(state, fact):
        heading = "state,iso3,fact,source_url,caution\n"
        line = f'{state},XXX,"{fact}",https://example.org/page,\n'
        return list(gcm_champions.read(write("champion_countries_partial.csv", heading + line), codes))

    return _champions


def test_who_was_at_the_event_is_listed_without_a_day(champions):
    [row] = champions("Chad", EVENT)
    assert (row.organization, row.party, row.event, row.date) == ("gcm-champions", "TCD", "listed", "")


def test_who_was_confirmed_is_listed_in_the_month(champions):
    [row] = champions("Albania", "confirmed as champion country in July 2020 (one of 18 first identified)")
    assert (row.party, row.date) == ("ALB", "2020-07")


def test_the_page_of_each_fact_is_cited(champions):
    [row] = champions("Chad", EVENT)
    assert row.locator == "champion_countries_partial.csv line 2, https://example.org/page"


def test_a_state_that_may_have_been_a_guest_is_left_out(champions):
    assert champions("Türkiye", EVENT) == []


def test_a_fact_of_another_form_is_named(champions):
    with pytest.raises(SourceFormatError, match=r"line 2.*“is said to be one”"):
        champions("Chad", "is said to be one")
