import pytest

from iml_graph.ingest.cells import ANY_CONSENT, CONSENT, SIGNATURE, Cell, read_cell


def test_brackets_may_stand_apart_from_the_date_and_its_letter() -> None:
    assert read_cell("[ 3 Oct\t 1975 a ]", CONSENT) == Cell("1975-10-03", "accession", bracketed=True)


@pytest.mark.parametrize("shown", ["", "4 Oct", "31 Jun 2007", "[4 Oct 2007", "4 Oct 2007]", "4 Oct 2007 x"])
def test_what_is_no_date_with_a_known_letter_and_both_brackets_is_no_cell(shown: str) -> None:
    assert read_cell(shown, CONSENT) is None


def test_a_letter_has_the_meaning_of_its_column() -> None:
    read = [read_cell("23 Oct 2006 d", markers) for markers in (SIGNATURE, CONSENT)]
    assert [cell.action for cell in read if cell] == ["succession-to-signature", "succession"]


def test_definitive_signatures_are_consents_where_a_list_has_them_there() -> None:
    assert read_cell("4 Oct 2007 s", CONSENT) is None
    assert read_cell("4 Oct 2007 s", ANY_CONSENT) == Cell("2007-10-04", "definitive-signature", bracketed=False)
