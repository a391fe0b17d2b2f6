import pytest

from iml_graph.build.spans import intersect, subtract, unite

OPEN = ("2009-01-13", None)


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        (("", None), []),
        (("2000-01-01", None), []),
        (("", "2018-05-23"), [("2018-05-23", None)]),
        (("2018-05-23", None), [("2009-01-13", "2018-05-23")]),
        (("2010-01-01", "2011-01-01"), [("2009-01-13", "2010-01-01"), ("2011-01-01", None)]),
        (("1990-01-01", "2009-01-13"), [OPEN]),
    ],
)
def test_what_is_cut_out_is_gone_even_where_it_has_no_first_day(cut, left):
    assert subtract([OPEN], [cut]) == left


def test_spans_that_touch_are_one():
    assert unite([("2000-01-01", "2001-01-01"), ("2001-01-01", None)]) == [("2000-01-01", None)]


def test_the_days_of_both_are_those_of_the_later_start_and_the_earlier_end():
    assert intersect([("2000-01-01", "2020-02-01")], [OPEN]) == [("2009-01-13", "2020-02-01")]
