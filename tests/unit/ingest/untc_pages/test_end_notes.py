from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import DataError, SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages import Page
from iml_graph.ingest.untc_pages.curated_notes import COLUMNS, CuratedNotes, load_curated_notes
from iml_graph.ingest.untc_pages.end_notes import read_end_notes, read_notes
from iml_graph.resources import data

MakePage = Callable[..., Page]
NO_CURATION = CuratedNotes({})


def page_of(make_page: MakePage, *texts: str, number: str = "IV-4") -> Page:
    rows = "".join(
        f'<tr><td><div id="@dgNotesAll_ctl{n:02}_divNotesAll"><a>{n}</a><index></index>{text}<br/></div></td></tr>'
        for n, text in enumerate(texts, 1)
    )
    return make_page(number, sections=(f'<table id="@dgNotesAll">{rows}</table>',))


def read(make_page: MakePage, names: Names, *texts: str) -> list[ActionRow]:
    return list(read_end_notes(page_of(make_page, *texts), names, NO_CURATION))


def test_a_former_state_has_its_own_signature_and_ratification(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page, names, "The former Yugoslavia had signed and ratified it on 8 August 1967 and 2 June 1971, so."
    )
    assert [(row.party, row.action, row.date) for row in rows] == [
        ("YUG", "signature", "1967-08-08"),
        ("YUG", "ratification", "1971-06-02"),
    ]


def test_a_former_state_may_have_acceded(make_page: MakePage, names: Names) -> None:
    (row,) = read(make_page, names, "Czechoslovakia acceded to it on 12 March 1991. See note 1.")
    assert (row.party, row.action, row.date, row.locator) == ("CSK", "accession", "1991-03-12", "IV-4.html end note 1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 11 July 2014, the Government of Mexico told of the withdrawal of the reservation to article 22 (4).",
            ("MEX", "reservation-withdrawal", "2014-07-11", "22.4", ""),
        ),
        (
            "In a communication received on 6 July 2012, the Government of Chile decided to partially withdraw its "
            "declaration on article 9 (3). For the text, see article 2.",
            ("CHL", "declaration-withdrawal", "2012-07-06", "9.3", "partial"),
        ),
        (
            "The Government of Austria told, by a notification received on 9 December 2005, that it withdraws "
            "the reservation on article 7.",
            ("AUT", "reservation-withdrawal", "2005-12-09", "7", ""),
        ),
    ],
)
def test_a_withdrawal_has_party_kind_date_and_articles(
    make_page: MakePage, names: Names, text: str, expected: tuple[str, ...]
) -> None:
    (row,) = read(make_page, names, text)
    assert (row.party, row.action, row.date, row.articles, row.as_shown) == expected


def test_the_date_nearest_before_the_withdrawal_counts(make_page: MakePage, names: Names) -> None:
    (row,) = read(
        make_page,
        names,
        "On 12 March 1984, the Government of Czechoslovakia objected. Further, by a notification received on "
        "26 April 1991, the Government of Czechoslovakia decided to withdraw the reservation to article 22.",
    )
    assert row.date == "1991-04-26"


def test_articles_of_a_quoted_reservation_are_read_from_the_quotation(make_page: MakePage, names: Names) -> None:
    (row,) = read(
        make_page,
        names,
        "On 8 July 2021, the Government of Chile decided to withdraw the following reservation:<br/>"
        "“Its words on article 14. Article 3 too.”<br/>Subsequently, article 9 was amended.",
    )
    assert row.articles == "14"


def test_quoted_paragraphs_tell_of_no_withdrawal(make_page: MakePage, names: Names) -> None:
    quoted = "“On 8 July 2021, the Government of Chile decided to withdraw the reservation.”"
    assert read(make_page, names, f"With the following:<br/>{quoted}") == []


def test_dated_communications_of_states_answer_the_reservation_of_the_note(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "With regard to the reservation made by Pakistan upon ratification, communications were received:<br/>"
        "Austria (25 November 2005):<br/>“Words. This shall not preclude the entry into force.”<br/>"
        "Germany (1 May 2006)<br/>Words.",
    )
    assert [(r.party, r.action, r.date, r.responds_to, r.as_shown) for r in rows] == [
        ("AUT", "communication", "2005-11-25", "PAK", "does-not-preclude"),
        ("DEU", "communication", "2006-05-01", "PAK", ""),
    ]


@pytest.mark.parametrize(
    ("opening", "text", "action"),
    [
        ("communications were received on the dates indicated:", "Austria therefore objects to it.", "objection"),
        ("communications were received on the dates indicated:", "This objection is no obstacle.", "objection"),
        ("communications were received on the dates indicated:", "It voices its grave concern.", "communication"),
        ("communications were received on the dates indicated:", "Its law does not object to it.", "communication"),
        ("objections were received on the dates indicated:", "The declaration alters nothing.", "objection"),
    ],
)
def test_a_communication_is_an_objection_where_the_state_or_the_depositary_says_so(
    make_page: MakePage, names: Names, opening: str, text: str, action: str
) -> None:
    rows = read(
        make_page, names, f"Chile acceded with a reservation. Then {opening}<br/>Austria (6 May 1999):<br/>{text}"
    )
    assert [row.action for row in rows if row.party == "AUT"] == [action]


@pytest.mark.parametrize(
    ("opening", "text", "answered"),
    [
        ("In this regard, communications were received:", "It objects to the reservation made by Qatar.", "QAT"),
        ("A rule was told.<br/>No one accepts the reservation made by Qatar:", "It objects.", "QAT"),
        ("Objections were made to the signature of the above Convention by Democratic Kampuchea:", "", "KHM"),
    ],
)
def test_the_party_answered_is_sought_in_the_communication_and_in_the_whole_opening(
    make_page: MakePage, names: Names, opening: str, text: str, answered: str
) -> None:
    rows = read(make_page, names, f"{opening}<br/>Austria (6 May 1999):<br/>{text}")
    assert [row.responds_to for row in rows if row.party == "AUT"] == [answered]


def curated_row(sha256: str, **facts: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"mtdsg_no": "IV-4", "note_number": "1", "sha256": sha256} | facts


def test_what_is_withdrawn_of_each_kind_has_its_own_articles(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "On 17 April 2014, the Government of Chile told that it withdraws the declaration on article 15 (4) and the "
        "reservations to articles 9 (2) and 16.",
    )
    assert [(row.action, row.articles) for row in rows] == [
        ("declaration-withdrawal", "15.4"),
        ("reservation-withdrawal", "9.2;16"),
    ]


@pytest.mark.parametrize(
    ("opening", "answered"),
    [
        ("The Government of Chile acceded again with a reservation. Communications were received:", "CHL"),
        ("The German Democratic Republic had signed and ratified it on 7 April 1986 and 9 September 1987 with "
         "a reservation:", "DDR"),
        ("Communications on the signature by the Government of Chile were received:", ""),
    ],
)  # fmt: skip
def test_communications_answer_the_party_whose_reservation_the_note_tells(
    make_page: MakePage, names: Names, opening: str, answered: str
) -> None:
    rows = read(make_page, names, f"{opening}<br/>Austria (29 September 1988):<br/>Words.<br/>")
    assert [row.responds_to for row in rows if row.action == "communication"] == [answered]


def test_a_curated_note_is_told_by_the_table_alone(make_page: MakePage, names: Names) -> None:
    page = page_of(make_page, "On 11 July 2014, the Government of Mexico decided to withdraw the reservation.")
    (note,) = read_notes(page)
    row = curated_row(note.sha256, party="JAM", action="denunciation", date="1997-10-23")
    (told,) = read_end_notes(page, names, CuratedNotes({("IV-4", "1"): (row,)}))
    assert (told.party, told.action, told.date, told.instrument) == ("JAM", "denunciation", "1997-10-23", "iccpr")


def test_a_note_that_changed_since_it_was_curated_fails(make_page: MakePage, names: Names) -> None:
    page = page_of(make_page, "New words.")
    curated = CuratedNotes({("IV-4", "1"): (curated_row("0" * 64, party="JAM", action="denunciation"),)})
    with pytest.raises(SourceFormatError, match=r"IV-4\.html, IV-4\.html end note 1: the end note has changed"):
        list(read_end_notes(page, names, curated))


def test_a_note_without_number_names_file_and_element(make_page: MakePage, names: Names) -> None:
    page = make_page(
        sections=('<table id="@dgNotesAll"><tr><td><div id="@dgNotesAll_ctl02_divNotesAll">x</div></td></tr></table>',)
    )
    with pytest.raises(SourceFormatError, match=r"IV-5\.html, dgNotesAll row 1"):
        list(read_end_notes(page, names, NO_CURATION))


def test_a_curated_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "end-notes.csv"
    path.write_text("mtdsg_no,party\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"end-notes\.csv"):
        load_curated_notes(path)


def test_the_committed_table_tells_the_denunciations_of_the_first_optional_protocol() -> None:
    """The dates are those of end notes 1, 2, 3 and 6 of the depositary's page IV-5."""
    table = load_curated_notes(data() / "curation" / "end-notes.csv").table
    ends = {
        (row["party"], row["date"], row["effect"])
        for rows in table.values()
        for row in rows
        if row["action"] == "denunciation"
    }
    assert ends == {
        ("TTO", "1998-05-26", "1998-08-26"),
        ("TTO", "2000-03-27", "2000-06-27"),
        ("GUY", "1999-01-05", "1999-04-05"),
        ("JAM", "1997-10-23", ""),
        ("BLR", "2022-11-08", "2023-02-08"),
    }


def test_the_committed_table_gives_the_accessions_of_1987_to_democratic_yemen() -> None:
    table = load_curated_notes(data() / "curation" / "end-notes.csv").table
    actors = {row["party"] for rows in table.values() for row in rows if row["date"] == "1987-02-09"}
    assert actors == {"YMD"}
