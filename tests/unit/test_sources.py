import pytest

from iml_graph import resources
from iml_graph.build.inputs import rows_of
from iml_graph.errors import DataError
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import ActionRow
from iml_graph.sources import load_sources, primary_coverage

ENTRY = """
[a-list]
title = "A list"
publisher = "Nobody"
retrieved_from = "nowhere"
licence = "none stated"
as_of = 2020-01-02
role = "primary"

[a-list.sha256]
"x.csv" = "00"

[[a-list.coverage]]
instruments = ["crc", "cat"]
complete_as_of = 2019-12-31
with = ["b-list"]
terminations_recorded = false
note = "With the other."

[[a-list.coverage]]
instruments = ["icrmw"]
partial = true
terminations_recorded = true
"""


def load(tmp_path, text):
    (tmp_path / "registers.toml").write_text(text, encoding="utf-8")
    return load_sources(tmp_path)


def test_an_entry_is_read_in_full(tmp_path):
    source = load(tmp_path, ENTRY)["a-list"]
    assert (source.as_of, source.role, source.sha256) == ("2020-01-02", "primary", {"x.csv": "00"})
    complete, partial = source.coverage
    assert (complete.instruments, complete.complete_as_of) == (("crc", "cat"), "2019-12-31")
    assert (complete.combined_with, complete.terminations_recorded) == (("b-list",), False)
    assert (partial.partial, partial.complete_as_of, partial.note) == (True, "", "")


def test_only_primary_sources_count_as_such_for_what_they_cover(tmp_path):
    check = ENTRY.replace("a-list", "c-list").replace('"primary"', '"check"')
    found = list(primary_coverage(load(tmp_path, ENTRY + check)))
    assert found == [("a-list", "crc"), ("a-list", "cat"), ("a-list", "icrmw")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('title = "A list"', "", "title"),
        ("as_of = 2020-01-02", 'as_of = "2020"', "2020"),
        ('role = "primary"', 'role = "best"', "best"),
        ('["icrmw"]', '["crc"]', "covered twice"),
        ("partial = true", "partial = false", "either partial or complete"),
        ("partial = true", "partial = true\ncomplete_as_of = 2020-01-01", "either partial or complete"),
        ("terminations_recorded = true", "", "terminations_recorded"),
        ("[a-list]", "[a-list", "registers.toml"),
    ],
)
def test_an_entry_of_the_wrong_form_is_refused(tmp_path, old, new, problem):
    with pytest.raises(DataError, match=problem):
        load(tmp_path, ENTRY.replace(old, new, 1))


def test_a_source_that_stands_in_two_files_is_refused(tmp_path):
    (tmp_path / "pages-a.toml").write_text(ENTRY, encoding="utf-8")
    with pytest.raises(DataError, match=r"pages-a\.toml, a-list: this source is registered twice"):
        load(tmp_path, ENTRY)


def test_the_registers_come_before_the_pages_in_the_order_of_trust(tmp_path):
    (tmp_path / "pages-a.toml").write_text(ENTRY.replace("a-list", "page"), encoding="utf-8")
    assert list(load(tmp_path, ENTRY)) == ["a-list", "page"]


@pytest.fixture(scope="module")
def register():
    return load_sources(resources.data() / "sources")


def test_the_chapter_iv_pages_are_complete_for_eighteen_treaties(register):
    [coverage] = register["untc-ch4-2026-02"].coverage
    assert (len(coverage.instruments), coverage.complete_as_of) == (18, "2026-02-03")
    assert coverage.terminations_recorded


@pytest.mark.parametrize(
    ("instrument", "day"),
    [
        ("untoc", "2026-09-11"),
        ("palermo-smuggling", "2024-06-14"),
        ("palermo-trafficking", "2025-04-10"),
        ("statelessness-1954", "2026-05-22"),
        ("refugee-1967", "2022-02-28"),
        ("vccr", "2022-02-08"),
        ("rome-statute", "2026-08-22"),
        ("genocide", "2015-03-14"),
    ],
)
def test_an_instrument_is_complete_up_to_the_latest_list(register, instrument, day):
    days = [c.complete_as_of for s in register.values() for c in s.coverage if instrument in c.instruments]
    assert max(days) == day


def test_the_slavery_convention_of_1926_is_never_complete(register):
    found = [c for s in register.values() for c in s.coverage if "slavery-1926" in c.instruments]
    assert [coverage.partial for coverage in found] == [True]


def test_lists_that_combine_are_registered(register):
    combined = {other for s in register.values() for c in s.coverage for other in c.combined_with}
    assert combined <= register.keys()


def test_everything_with_rows_is_covered(register):
    covered = {name for source in register.values() for c in source.coverage for name in c.subjects}
    data = resources.data()
    assert {row.instrument for row in rows_of(ActionRow, data)} <= covered
    assert {row.organization for row in rows_of(MembershipRow, data)} <= covered


def test_a_coverage_of_organizations_counts_like_one_of_instruments(tmp_path):
    text = ENTRY.replace('instruments = ["icrmw"]', 'organizations = ["ilo", "rcm"]')
    partial = load(tmp_path, text)["a-list"].coverage[1]
    assert (partial.instruments, partial.organizations, partial.subjects) == ((), ("ilo", "rcm"), ("ilo", "rcm"))
    assert ("a-list", "ilo") in primary_coverage(load(tmp_path, text))


def test_a_coverage_of_nothing_is_refused(tmp_path):
    with pytest.raises(DataError, match="neither instruments nor organizations"):
        load(tmp_path, ENTRY.replace('instruments = ["icrmw"]\n', ""))
