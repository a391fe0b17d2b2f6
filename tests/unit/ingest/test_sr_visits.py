import pytest

from iml_graph.ingest import sr_visits

HEADING = "place,iso3,start,end,mandate_holder,report_symbol,note,source_url\n"


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        return list(sr_visits.read(write(sr_visits.FILES[0], f"{HEADING}{line}\n"), codes))

    return _rows


def test_a_visit_keeps_its_days_and_report_and_no_name(rows):
    [row] = rows("Albania,ALB,2011-12-05,2011-12-13,A Person,A/HRC/20/24/Add.1,visit,https://example.org")
    assert (row.body, row.party, row.start, row.end, row.report) == (
        *("special-rapporteur-migrants", "ALB", "2011-12-05", "2011-12-13"),
        "A/HRC/20/24/Add.1",
    )
    assert "A Person" not in repr(row)


def test_a_visit_to_a_border_is_of_neither_state_alone(rows):
    assert rows("Albania and Austria border,,2002,,,,border visit,https://example.org") == []
