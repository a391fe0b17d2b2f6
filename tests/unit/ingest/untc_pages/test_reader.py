from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.anchors import NO_ANCHORS
from iml_graph.ingest.names import Names, UnknownNamesError
from iml_graph.ingest.untc_pages import INSTRUMENTS, SOURCE, Page, read
from iml_graph.ingest.untc_pages.curated_notes import CuratedNotes
from iml_graph.ingest.untc_pages.reader import read_page

MakePage = Callable[..., Page]
LINE = "<tr><td>{}</td><td> </td><td>4 Oct 2007 a</td></tr>"
NO_CURATION = CuratedNotes({})


def test_all_pages_are_read_with_their_instrument_and_source(make_page: MakePage, tmp_path: Path, names: Names) -> None:
    for number in INSTRUMENTS:
        make_page(number, grid=(LINE.format("Austria"),))
    rows = list(read(tmp_path, names, NO_CURATION, NO_ANCHORS))
    assert {row.instrument for row in rows} == set(INSTRUMENTS.values())
    assert {(row.source, row.party) for row in rows} == {(SOURCE, "AUT")}


def test_a_missing_page_is_named(make_page: MakePage, tmp_path: Path, names: Names) -> None:
    for number in INSTRUMENTS.keys() - {"IV-13"}:
        make_page(number)
    with pytest.raises(SourceFormatError, match=r"IV-13\.html"):
        next(read(tmp_path, names, NO_CURATION, NO_ANCHORS))


def test_every_unknown_name_is_listed_with_its_place(make_page: MakePage, tmp_path: Path, names: Names) -> None:
    for number in INSTRUMENTS:
        make_page(number, grid=(LINE.format("Austria"),))
    make_page("IV-2", grid=(LINE.format("Atlantis"),))
    make_page("IV-16", grid=(LINE.format("Lemuria"), LINE.format("Chile")))
    list(read(tmp_path, names, NO_CURATION, NO_ANCHORS))
    with pytest.raises(UnknownNamesError) as error:
        names.raise_unknown()
    assert [str(name) for name in error.value.unknown] == [
        "IV-2.html, tblgrid Atlantis: Atlantis",
        "IV-16.html, tblgrid Lemuria: Lemuria",
    ]
    assert "Lemuria" in str(error.value)


def test_a_short_word_of_prose_is_never_a_code(names: Names) -> None:
    assert names.known("AUT") is None
    assert names.known("Austria") == "AUT"


def test_a_withdrawal_told_at_the_statement_and_in_a_note_is_the_notes(make_page: MakePage, names: Names) -> None:
    withdrawal = "On 3 March 2015, the Government of Austria decided to withdraw the reservation to article 2."
    statement = (
        '<table id="@dgDec"><tr><td><div id="@dgDec_ctl02_divParticipant">Austria</div>'
        f'<div id="@dgDec_ctl02_divText"><p>Austria</p>{withdrawal}<br/></div></td></tr></table>'
    )
    note = (
        '<table id="@dgNotesAll"><tr><td><div id="@dgNotesAll_ctl02_divNotesAll"><a>1</a>'
        f"{withdrawal}<br/></div></td></tr></table>"
    )
    page = make_page("IV-4", grid=(LINE.format("Austria"),), sections=(statement, note))
    places = [row.locator for row in read_page(page, names, NO_CURATION) if row.action == "reservation-withdrawal"]
    assert places == ["IV-4.html end note 1"]
