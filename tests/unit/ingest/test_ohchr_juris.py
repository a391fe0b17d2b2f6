import csv
from collections import Counter, defaultdict

import pytest

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.curated import read_ontology
from iml_graph.errors import SourceFormatError
from iml_graph.ingest import ohchr_juris
from iml_graph.ingest.curation import read_table
from iml_graph.ingest.facts import DecisionRow
from iml_graph.ingest.rows import read_csv
from iml_graph.ingest.tables import Line
from iml_graph.ingest.untc_pages.articles import ARTICLE_COUNTS
from iml_graph.parties import load_parties
from iml_graph.sources import load_sources

DATA = resources.data()
COLUMNS = (
    *("symbol", "committee", "communication_numbers", "state", "session", "submission_date", "admission_date"),
    *("views_date", "decision_type", "articles", "issues", "migration_filter"),
)
REMOVAL = {
    "symbol": "CAT/C/12/D/3000/1993",
    "committee": "CAT",
    "communication_numbers": "3000/1993",
    "state": "Austria",
    "session": "12",
    "submission_date": "18 Nov 1993",
    "admission_date": "27 Apr 1994",
    "views_date": "28 Apr 1995",
    "decision_type": "Adoption of views",
    "articles": "CAT-3",
    "issues": "non-refoulement",
    "migration_filter": "1",
}


@pytest.fixture
def rows(codes, write):
    """Read lines on a removal by Austria, with the cells that are given changed."""

    def _rows(*changes):
        lines = [",".join(f'"{(REMOVAL | each)[name]}"' for name in COLUMNS) for each in changes or ({},)]
        folder = write(ohchr_juris.FILES[0], "\n".join((",".join(COLUMNS), *lines, "")))
        return list(ohchr_juris.read(folder, codes))

    return _rows


@pytest.fixture(scope="module")
def committed():
    return list(read_csv(DecisionRow, DATA / "decisions" / f"{ohchr_juris.SOURCE}.csv"))


def test_a_decision_has_its_body_type_respondent_days_provisions_and_rights(rows):
    [row] = rows()
    assert (row.identifier, row.body, row.kind) == ("cat-c-12-d-3000-1993", "cat", "views")
    assert (row.symbol, row.numbers, row.session) == ("CAT/C/12/D/3000/1993", "3000/1993", "12")
    assert (row.submitted, row.admissibility, row.delivered) == ("1993-11-18", "1994-04-27", "1995-04-28")
    assert (row.respondents, row.participant, row.locator) == ("AUT", "Austria", f"{ohchr_juris.FILES[0]} line 2")
    assert (row.provisions, row.issues, row.rights) == ("cat 3", "non-refoulement", "non-refoulement")
    assert row.name == ""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("CAT-3", "cat 3"),
        ("CAT-22-5-b", "cat 22.5.b"),
        ("CAT-22-5-2-b", "cat 22.5.b"),
        ("CCPR-13", "iccpr 13"),
        ("CCCPR-18", "iccpr 18"),
        ("CCPR-14-3-G", "iccpr 14.3.g"),
        ("CCPR-OP-5-2-b", "iccpr-op1 5.2.b"),
        ("CCPR-5-2-B", "iccpr-op1 5.2.b"),
        ("CERD-5-d-iii", "icerd 5.d.iii"),
        ("CESCR-OP-3-1", "icescr-op 3.1"),
    ],
)
def test_an_article_is_written_as_ours(printed, expected):
    assert ohchr_juris.provision(printed, Line("file", 2, {})) == expected


def test_articles_stand_once_in_the_order_of_their_numbers(rows):
    [row] = rows({"articles": "CCPR-14-1|CCPR-9-1|CCPR-14-1|CCPR-OP"})
    assert row.provisions == "iccpr 9.1;iccpr 14.1"


def test_a_decision_on_admissibility_alone_was_delivered_on_its_day(rows):
    refused, decided = rows(
        {"decision_type": "Inadmissibility decision", "views_date": ""},
        {"decision_type": "Inadmissibility decision", "symbol": "CAT/C/12/D/3001/1993"},
    )
    assert (refused.admissibility, refused.delivered) == ("", "1994-04-27")
    assert (decided.admissibility, decided.delivered) == ("", "1995-04-28")


def test_the_session_of_the_symbol_goes_before_the_one_printed(rows):
    printed, of_symbol = rows({"symbol": "CAT/D/1", "session": "44"}, {"session": "44"})
    assert (printed.session, of_symbol.session) == ("44", "12")


def test_numbers_have_no_leading_noughts_and_else_are_those_of_the_symbol(rows):
    several, none = rows(
        {"symbol": "CAT/C/12/D/3000 & 3001/1993", "communication_numbers": "03000/1993, 3001/1993"},
        {"communication_numbers": ""},
    )
    assert (several.numbers, none.numbers) == ("3000/1993;3001/1993", "3000/1993")


def test_a_shared_symbol_gets_the_number_and_a_missing_one_the_body(rows):
    found = rows(
        {"symbol": "CERD/C/39", "communication_numbers": "1/1990"},
        {"symbol": "CERD/C/39", "communication_numbers": "2/1990"},
        {"symbol": "", "communication_numbers": "3/1990"},
    )
    assert [row.identifier for row in found] == ["cerd-c-39-1-1990", "cerd-c-39-2-1990", "cat-3-1990"]


def test_a_decision_that_is_entered_twice_has_one_identifier(rows):
    one, other = rows({}, {"issues": "torture"})
    assert one.identifier == other.identifier
    assert one.rights != other.rights


def test_of_two_states_the_one_that_answers_is_curated(rows):
    [row] = rows(
        {
            "symbol": "CAT/C/33/D/207/2002",
            "communication_numbers": "207/2002",
            "state": "Federal Republic of Yugoslavia (Serbia and Montenegro)|Serbia",
        }
    )
    assert row.respondents == "SRB"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"state": "Austria|Albania"}, "which of Austria, Albania answers is not curated"),
        ({"decision_type": "Judgment"}, "“Judgment” is not known"),
        ({"committee": "CMW"}, "“CMW” is not known"),
        ({"articles": "ECHR-3"}, "“ECHR-3” is not an article that is known"),
        ({"articles": "CAT"}, "“CAT” is not an article that is known"),
        ({"views_date": "soon"}, "“soon” is not a date"),
        ({"views_date": "28 Apr 1993"}, "are not in their order"),
    ],
)
def test_what_cannot_be_read_is_refused(rows, changed, problem):
    with pytest.raises(SourceFormatError, match=problem):
        rows(changed)


def test_an_unknown_state_is_noted(rows, codes):
    [row] = rows({"state": "Atlantis"})
    assert row.respondents == ""


def test_decisions_are_as_many_as_the_note_on_the_file_says(committed):
    # Note that came with the file: 2,043 decisions: CCPR 1,587, CAT 345, CERD 50, CEDAW 46, CRPD 11, CESCR 3, CRC 1.
    assert len(committed) == 2043
    assert Counter(row.body for row in committed) == {
        **{"hrc": 1587, "cat": 345, "cerd": 50, "cedaw": 46},
        **{"crpd": 11, "cescr": 3, "crc": 1},
    }


def test_a_decision_has_its_day_unless_none_of_its_days_is_printed(committed):
    # The same note: 751 have no views date, mostly inadmissibility; those decided on a day of their own have it.
    without = [row for row in committed if not row.delivered]
    assert len(without) == 54
    assert not [row.locator for row in without if row.kind == "inadmissibility" and row.admissibility]


def test_nine_decisions_are_entered_twice_and_agree_on_what_is_single(committed):
    found = defaultdict(list)
    for row in committed:
        found[row.identifier].append(row)
    twice = [same for same in found.values() if len(same) > 1]
    assert [len(same) for same in twice] == [2] * 9
    for one, other in twice:
        assert (one.symbol, one.numbers, one.respondents) == (other.symbol, other.numbers, other.respondents)


def test_every_decision_has_a_respondent_and_no_name(committed):
    parties = load_parties(DATA / "parties")
    for row in committed:
        assert row.respondents, row.locator
        assert set(row.respondents.split(";")) <= parties.keys(), row.locator
        assert not row.name


def test_no_article_is_beyond_the_last_of_its_instrument(committed):
    for row in committed:
        for each in filter(None, row.provisions.split(";")):
            instrument, reference = each.split(" ")
            assert 1 <= int(reference.split(".")[0]) <= ARTICLE_COUNTS[instrument], (row.locator, each)


def test_keywords_that_stand_for_rights_are_printed_and_the_rights_are_of_our_scheme(committed):
    printed = {issue for row in committed for issue in row.issues.split(";")}
    curated = ohchr_juris.load_rights()
    assert curated.keys() <= printed
    described = {quad.subject.value for quad in read_ontology(resources.ontology())}
    assert {ns.concept("rights", right) for rights in curated.values() for right in rights} <= described


def test_corrections_are_of_lines_that_the_file_has_and_have_sources_and_reasons(committed):
    columns = ("symbol", "communication_numbers", "column", "printed", "value", "confidence", "source", "reason")
    sources, parties = load_sources(DATA / "sources"), load_parties(DATA / "parties")
    participants = {row.participant for row in committed}
    for row in read_table("decision-corrections.csv", columns):
        assert row["reason"], row
        assert row["source"] in sources or not row["source"], row
        assert row["confidence"] == "medium" or row["source"] or not row["value"], row
        if row["column"] == "respondents":
            assert row["printed"] in participants
            assert set(row["value"].split(";")) <= parties.keys()


def test_rows_are_in_order_and_each_line_is_a_row(committed):
    with (DATA / "decisions" / f"{ohchr_juris.SOURCE}.csv").open(encoding="utf-8", newline="") as file:
        locators = [row["locator"] for row in csv.DictReader(file)]
    assert len(set(locators)) == len(locators) == 2043
