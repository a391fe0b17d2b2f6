"""The committed table of statements that people read, and what the committed rows say on the strength of it."""

import csv
import re

import pytest

from iml_graph import resources
from iml_graph.errors import DataError, SourceFormatError
from iml_graph.ingest.anchors import NONE, WHOLE, Anchors, digest, load_anchors
from iml_graph.ingest.rows import ActionRow, read_csv
from iml_graph.ingest.untc_declarations import TREATIES
from iml_graph.ingest.untc_pages import INSTRUMENTS
from iml_graph.ingest.untc_pages.articles import sort_articles
from iml_graph.parties import load_parties

DATA = resources.data()
STATEMENTS = ("reservation", "declaration")


def table():
    with (DATA / "curation" / "anchors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def statements(instrument, party=None, source="untc"):
    rows = read_csv(ActionRow, DATA / "participation" / f"{instrument}.csv")
    return [
        row for row in rows if row.action in STATEMENTS and row.source.startswith(source) and party in (None, row.party)
    ]


def articles(instrument, party):
    return {article for row in statements(instrument, party) for article in row.articles.split(";")}


def test_each_row_is_of_a_known_treaty_and_party_and_names_its_statement():
    known = load_parties(DATA / "parties")
    numbers = INSTRUMENTS.keys() | {number for number, _ in TREATIES.values()}
    for row in table():
        assert row["mtdsg_no"] in numbers
        assert row["party"] in known
        assert len(bytes.fromhex(row["sha256"])) == 32
        assert row["articles"] == sort_articles(filter(None, row["articles"].split(";")))


def test_what_concerns_no_provision_names_none():
    assert all(row["articles"] == NONE for row in table() if NONE in row["articles"].split(";"))


def test_articles_are_references_and_no_text():
    reference = re.compile(r"(?:[a-z0-9-]+:)?\d+(?:\.\w+)*|preamble-\d+|whole|none")
    for row in table():
        assert all(reference.fullmatch(part) for part in row["articles"].split(";") if part), row


def test_a_table_of_other_columns_is_refused(tmp_path):
    (tmp_path / "anchors.csv").write_text("party,articles\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"anchors\.csv"):
        load_anchors(tmp_path / "anchors.csv")


def test_statements_of_other_treaties_are_not_missed():
    anchors = Anchors({("V-2", "AUT", digest(["Words."])): ()})
    anchors.require_read("V-3", set(), "5-3.txt")
    with pytest.raises(SourceFormatError, match="AUT"):
        anchors.require_read("V-2", set(), "5-2.txt")


@pytest.mark.parametrize(
    ("instrument", "party", "expected"),
    [
        (
            "refugee-1951",
            "AGO",
            {"7", "8", "9", "13", "15", "17.1", "17.2", "18", "24", "26", WHOLE},
        ),  # also Verdragenbank
        ("statelessness-1954", "BWA", {"7.2", "12.1", "31"}),  # also WIPO Lex
        ("refugee-1951", "BWA", {"7", "12.1", "17", "26", "31", "32", "34"}),
        ("icrmw", "CHL", {"22.5", "48.2"}),
        ("icrmw", "DZA", {"92.1"}),
        ("icrmw", "ARG", {"92.1"}),
        ("icrmw", "UGA", {"18.3.d"}),
        ("icrmw", "NIC", {"42.3", WHOLE}),
        ("cedaw", "TTO", {"29.1"}),
        ("iccpr", "TTO", {"4.2", "10.2.b", "10.3", "12.2", "14.5", "14.6", "15.1", "21", "26"}),
        ("cat", "TUR", {"30.1"}),
        ("crc", "SAU", {WHOLE}),
        ("cedaw", "MRT", {WHOLE, "13.a", "16"}),
        ("icrmw", "SYR", {NONE}),
    ],
)
def test_a_reservation_is_anchored_to_what_it_names(instrument, party, expected):
    assert articles(instrument, party) == expected


def test_botswana_keeps_its_list_under_the_protocol_as_articles_of_the_convention():
    expected = {f"refugee-1951:{article}" for article in articles("refugee-1951", "BWA")}
    assert articles("refugee-1967", "BWA") == expected | {"4"}


def test_most_favourable_treatment_of_nationals_of_another_state_is_given_by_two_articles_of_the_convention():
    assert {"15", "17.1"} <= articles("refugee-1951", "PRT")


@pytest.mark.parametrize("instrument", ["icrmw", "iccpr", "crc", "cedaw", "cat"])
def test_no_statement_on_the_treaties_read_by_hand_is_without_an_anchor_but_withdrawn_ones_of_unknown_text(instrument):
    """The end notes on Tunisia (IV-9) and Czechoslovakia (IV-8) do not say which articles were reserved."""
    found = {(row.party, row.as_shown) for row in statements(instrument) if not row.articles}
    assert found <= {"cat": {("TUN", "withdrawn")}, "cedaw": {("CSK", "withdrawn")}}.get(instrument, set())


def test_a_withdrawn_reservation_is_on_record():
    """The copy of the declarations of 2015, 4-13.txt, still prints that of Sri Lanka on citizenship (article 29)."""
    found = {(row.date, row.articles) for row in statements("icrmw", "LKA") if row.as_shown == "withdrawn"}
    assert found == {("1996-03-11", "29")}


def test_what_the_record_of_the_refugee_treaties_does_not_print_has_no_anchor():
    """Cyprus confirms reservations of the United Kingdom, Malta its own under the Convention; the texts are missing."""
    found = {
        (r.instrument, r.party) for name in ("refugee-1951", "refugee-1967") for r in statements(name) if not r.articles
    }
    assert found == {("refugee-1951", "CYP"), ("refugee-1967", "MLT")}


def test_an_announcement_that_reservations_may_follow_concerns_no_provision():
    [announced] = statements("crc", "IRL")
    assert (announced.date, announced.articles) == ("1990-09-30", NONE)


def test_four_parties_apply_the_convention_to_events_in_europe_only():
    """As the Swiss list of declarations under article 1 B has them; Türkiye maintains its choice under the Protocol."""
    rows = read_csv(ActionRow, DATA / "transcribed" / "acts" / "refugees.csv")
    chosen = {row.party: row for row in rows if row.articles == "1.b.1.a"}
    assert chosen.keys() == {"COG", "MCO", "MDG", "TUR"}
    consents = read_csv(ActionRow, DATA / "participation" / "refugee-1951.csv")
    days = {row.party: row.date for row in consents if row.action in ("accession", "ratification", "succession")}
    assert all(row.date == days[party] for party, row in chosen.items())
    assert "refugee-1951:1.b" in articles("refugee-1967", "TUR")
