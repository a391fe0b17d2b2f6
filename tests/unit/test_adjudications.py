from collections import defaultdict

import pytest

from iml_graph import resources
from iml_graph.adjudications import COLUMNS, load_adjudications
from iml_graph.build.inputs import rows_of
from iml_graph.crosscheck import class_of
from iml_graph.errors import DataError
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import ActionRow

ROW = "icerd,IRQ,consent,1970-02-13,ratification,a,1970-01-14,b,why,pourquoi,por qué,2026-11-22"


def load(tmp_path, *rows, columns=COLUMNS):
    path = tmp_path / "adjudications.csv"
    path.write_text("\n".join((",".join(columns), *rows)) + "\n", encoding="utf-8")
    return load_adjudications(path)


def test_a_row_names_what_it_rejects(tmp_path):
    [found] = load(tmp_path, ROW)
    assert found.rejects == ("icerd", "IRQ", "consent", "1970-01-14", "b")
    assert (found.adopted_date, found.reason_es) == ("1970-02-13", "por qué")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("consent", "ratification", "line 2: “ratification” is not one of"),
        ("1970-01-14", "1970-02-13", "the adopted date is the rejected one"),
        ("pourquoi", "", "a reason is missing"),
    ],
)
def test_a_row_that_decides_nothing_is_refused(tmp_path, old, new, problem):
    with pytest.raises(DataError, match=problem):
        load(tmp_path, ROW.replace(old, new, 1))


def test_one_statement_is_rejected_once(tmp_path):
    with pytest.raises(DataError, match="rejected twice"):
        load(tmp_path, ROW, ROW.replace("why", "for another reason"))


def test_another_header_is_refused(tmp_path):
    with pytest.raises(DataError, match="the columns are not"):
        load(tmp_path, columns=("a", "b"))


@pytest.fixture(scope="module")
def statements():
    found = defaultdict(set)
    for row in rows_of(ActionRow, resources.data()):
        found[row.instrument, row.party, class_of(row), row.date, row.source].add(row.action)
    for row in rows_of(MembershipRow, resources.data()):
        found[row.organization, row.party, row.event, row.date, row.source].add(row.event)
    return found


@pytest.fixture(scope="module")
def committed():
    return load_adjudications(resources.data() / "adjudications.csv")


def test_every_committed_adjudication_adopts_and_rejects_what_sources_state(committed, statements):
    for found in committed:
        adopted = (found.subject, found.party, found.action_class, found.adopted_date, found.adopted_source)
        assert found.adopted_action in statements[adopted]
        assert found.rejects in statements


def test_the_three_older_copies_of_iraqs_ratification_are_rejected(committed):
    rejected = {a.rejected_source for a in committed if (a.subject, a.party) == ("icerd", "IRQ")}
    assert rejected == {"untc-zmjones-2015-03", "untc-diriwa-2012-04", "ohchr-dashboard-2020-09"}
