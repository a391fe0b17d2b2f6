import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import transcribed

HEADING = "state_iso3,instrument,action,date,date_precision,note,as_of,confidence,source_url\n"


@pytest.fixture
def rows(codes, write):
    """Read lines of four cells (State, instrument, action, date) with a note, a confidence and a page."""

    def _rows(*lines, note="", confidence="high", page="http://page"):
        text = HEADING + "".join(
            line + "\n" if line.count(",") > 3 else f"{line},,{note},,{confidence},{page}\n" for line in lines
        )
        return list(transcribed.read(write("events.csv", text), codes))

    return _rows


def test_deposit_and_entry_into_force_become_one_row(rows):
    [row] = rows(
        "UGA,palermo-trafficking,ratification,2024-03-27", "UGA,palermo-trafficking,entry_into_force,2024-04-26"
    )
    assert (row.action, row.date, row.effect) == ("ratification", "2024-03-27", "2024-04-26")
    assert row.locator == "events.csv line 2: http://page"


def test_the_day_of_deposit_counts_where_ratification_and_deposit_differ(rows):
    [row] = rows(
        "AGO,AU-KAMPALA-2009,signature,2012-01-27",
        "AGO,AU-KAMPALA-2009,ratification,2013-05-14",
        "AGO,AU-KAMPALA-2009,deposit,2013-06-14",
    )[1:]
    assert (row.action, row.date) == ("ratification", "2013-06-14")
    assert row.as_shown == "ratification 2013-05-14, deposit 2013-06-14"


def test_a_list_that_prints_no_deposit_has_no_day(rows):
    [row] = rows("AGO,AU-MAPUTO-2003,ratification,2007-08-30")
    assert (row.action, row.date, row.as_shown) == ("ratification", "", "ratification 2007-08-30")


def test_a_deposit_alone_is_a_consent(rows):
    accepted, deposited = rows(
        "URY,ACHR-1969,deposit,1985-04-19", "URY,ACHR-1969,acceptance_of_court_jurisdiction,1985-04-19"
    )
    assert (accepted.action, accepted.articles) == ("opt-in-declaration", "62")
    assert (deposited.action, deposited.date) == ("consent", "1985-04-19")


def test_an_entry_into_force_of_another_page_belongs_to_the_ratification(rows):
    [row] = rows(
        "TUR,ETS-093,entry_into_force,1983-05-01,day,,,high,http://one",
        "TUR,ETS-093,ratification,1981-05-19,day,,,high,http://two",
    )
    assert (row.date, row.effect) == ("1981-05-19", "1983-05-01")


def test_a_party_without_a_date_is_a_consent_without_a_date(rows):
    [row] = rows("SSD,refugees-1951,party_undated,")
    assert (row.instrument, row.party, row.action, row.date, row.effect) == ("refugee-1951", "SSD", "consent", "", "")


def test_a_year_alone_is_kept_as_a_year(rows):
    assert [row.date for row in rows("ALB,C143,ratification,2006")] == ["2006"]


def test_an_entry_into_force_alone_is_a_consent_with_its_effect(rows):
    [row] = rows("LUX,statelessness-1961,entry_into_force,2017-12-20")
    assert (row.action, row.date, row.effect) == ("consent", "", "2017-12-20")


def test_an_extension_is_an_act_of_the_state_for_its_territory(rows):
    [row] = rows("CUW,untoc,territorial_application,2023-11-16", "CUW,untoc,entry_into_force,2023-11-16")
    assert (row.action, row.party, row.territories) == ("territorial-application", "NLD", "CUW")


def test_one_state_with_two_instruments_has_two_rows(rows):
    found = rows("FJI,untoc,accession,2017-09-19", "FJI,palermo-smuggling,accession,2017-09-19")
    assert {row.instrument for row in found} == {"untoc", "palermo-smuggling"}


def test_a_ratification_that_another_page_calls_a_succession_does_not_say_how(rows):
    found = rows(
        "DZA,C097,ratification,1962-10-19,day,,,high,http://ilo",
        "DZA,C097,succession,1962-10-19,day,,,high,http://nl",
        "DZA,C097,entry_into_force,1962-07-03,day,,,high,http://nl",
    )
    assert [(row.action, row.effect) for row in found] == [("consent", ""), ("succession", "1962-07-03")]


@pytest.mark.parametrize(
    ("note", "articles"),
    [
        ("excludes Annex II", "annex-2"),
        ("excludes Annex III", "annex-3"),
        ("excludes Annexes I-III", "annex-1;annex-2;annex-3"),
        ("year inferred; Part II excluded under Article 16", "part-2"),
    ],
)
def test_what_a_state_excluded_is_a_row_of_its_own(rows, note, articles):
    ratified, excluded = rows("BHS,C097,ratification,1976-05-25", note=note)
    assert (ratified.action, ratified.articles) == ("ratification", "")
    assert (excluded.action, excluded.articles, excluded.date) == ("exclusion-of-provisions", articles, "1976-05-25")


def test_the_czech_republic_succeeded_to_acts_of_czechoslovakia(rows):
    signed, ratified, succeeded = rows(
        "CZE,ECHR-P4,signature,1991-02-21",
        "CZE,ECHR-P4,ratification,1992-03-18",
        "CZE,ECHR-P4,entry_into_force,1993-01-01",
        note="signed and ratified by Czechoslovakia (footnote)",
    )
    assert [(row.party, row.date) for row in (signed, ratified)] == [("CSK", "1991-02-21"), ("CSK", "1992-03-18")]
    assert (succeeded.party, succeeded.action, succeeded.effect) == ("CZE", "succession", "1993-01-01")


def test_a_denunciation_has_the_day_of_its_effect(rows):
    [row] = rows("TTO,ACHR-1969,denunciation,1999-05-26", note="date is that of effect")
    assert (row.date, row.effect) == ("", "1999-05-26")


def test_an_old_code_for_another_state_is_put_right(rows):
    assert [row.party for row in rows("VDR,ilo-c118,entry_into_force,1971-12-07")] == ["RVN"]


def test_a_doubted_entry_into_force_is_left_to_the_clause(rows):
    [row] = rows(
        "NAM,ilo-c189,ratification,2020-09-09", "NAM,ilo-c189,entry_into_force,2020-09-09", confidence="suspect"
    )
    assert (row.date, row.effect) == ("2020-09-09", "")


@pytest.mark.parametrize(
    "line",
    [
        "DZA,AU-KAMPALA-2009,no_action,",
        "MAR,ACRWC-1990,not_party_undated,",
        "COD,C097,ratification,2023-10-26",
        "BEL,SCHENGEN-1985,definitive_signature,1985-06-14",
    ],
)
def test_what_is_no_act_or_has_a_reason_is_left_out(rows, line):
    assert rows(line) == []


def test_the_two_files_are_of_two_sources(codes, write):
    folder = write("events.csv", HEADING + "ALB,mlc-2006,ratification,2016-10-28,,,,high,\n")
    assert [row.source for row in transcribed.read_swiss(folder, codes)] == ["web-transcribed-2"]


def test_a_date_of_another_form_is_named(rows):
    with pytest.raises(SourceFormatError, match=r"events\.csv, line 2: “28\.10\.2016”"):
        rows("ALB,untoc,ratification,28.10.2016")
