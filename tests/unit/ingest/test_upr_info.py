import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import upr_info

HEADING = "source_file,To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\n"
INSTRUMENTS = "International instruments"


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        return list(upr_info.read(write(upr_info.FILES[0], f"{HEADING}{line}\n"), codes))

    return _rows


def test_a_recommendation_keeps_who_asked_whom_and_the_answer_but_not_its_text(rows):
    line = '1-5.csv,Albania,EEG,,"Accede to the ICRMW",Austria,WEOG,,Noted,5,"Migrants,International instruments",6'
    [row] = rows(line)
    assert (row.under_review, row.recommending, row.response, row.session) == ("ALB", "AUT", "noted", "6")
    assert (row.issues, row.urges) == ("international-instruments;migrants", "icrmw")
    assert "Accede" not in repr(row)


def test_a_pledge_is_made_by_the_state_under_review(rows):
    [row] = rows("voluntary.csv,Albania,EEG,,Do more,,,,Voluntary Pledge,4,Migrants,6")
    assert (row.recommending, row.response) == ("ALB", "voluntary-pledge")


def test_an_unknown_response_is_named(rows):
    with pytest.raises(SourceFormatError, match="line 2: “Perhaps”"):
        rows("1-5.csv,Albania,EEG,,x,Austria,WEOG,,Perhaps,4,Migrants,6")


@pytest.mark.parametrize(
    ("text", "urged"),
    [
        ("Sign and ratify the Convention on Migrant Workers", ("icrmw",)),
        ("Accede to the Refugees Convention and its Protocol", ("refugee-1951", "refugee-1967")),
        ("Ratify the conventions on statelessness", ("statelessness-1954", "statelessness-1961")),
        (
            "Ratify the Protocol to Prevent, Suppress and Punish Trafficking in Persons, supplementing the "
            "Convention against Transnational Organized Crime",
            ("palermo-trafficking",),
        ),
        ("Become a party to ILO Convention No. 189", ("ilo-c189",)),
        ("Respect the rights of migrant workers under the Convention on migrant workers", ()),
    ],
)
def test_a_treaty_is_urged_where_it_is_named_and_joining_is_asked_for(text, urged):
    assert upr_info.urged(text, (INSTRUMENTS,)) == urged


def test_nothing_is_urged_in_a_recommendation_on_other_issues():
    assert upr_info.urged("Ratify the ICRMW", ("Migrants",)) == ()


def test_the_name_of_an_issue_is_plain():
    assert upr_info.slug("Asylum-seekers - refugees") == "asylum-seekers-refugees"
    assert upr_info.slug("Women's rights") == "womens-rights"
