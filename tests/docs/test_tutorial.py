"""The tutorial runs from top to bottom, and shows what other sources say."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import nbformat
import pytest

from iml_graph import resources
from iml_graph.identifiers import PartyNames

CHECKOUT = Path(__file__).parents[2]
TUTORIAL = CHECKOUT / "docs" / "tutorial.ipynb"
EXPECTED = CHECKOUT / "tests" / "queries" / "expected"

Names = dict[str, Any]


@pytest.fixture(scope="module")
def notebook() -> Any:
    read = nbformat.read(TUTORIAL, as_version=4)
    nbformat.validate(read)
    return read


@pytest.fixture(scope="module")
def shown(notebook: Any, published: Path) -> Names:
    """What the cells leave, run in their order in one namespace as a kernel would."""
    names: Names = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IML_HOME", str(published.parent))
        patch.delenv("IML_STORE", raising=False)
        for number, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                exec(compile(cell.source, f"{TUTORIAL.name}, cell {number}", "exec"), names)  # noqa: S102
    return names


def test_no_output_is_kept(notebook: Any) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert not [cell for cell in code if cell.outputs or cell.execution_count is not None]


def test_links_of_the_tutorial_resolve(notebook: Any) -> None:
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert all((TUTORIAL.parent / target).exists() for target in targets)


def test_the_state_is_bound_as_the_dashboard_says(shown: Names) -> None:
    # OHCHR ratification dashboard, 16 September 2020, of Senegal.
    with (EXPECTED / "senegal-2020.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    consented = {row["instrument"] for row in rows if row["consented"]}
    assert consented <= set(shown["bound"])
    # Signed by then and not ratified.
    assert {each.standing.instrument.identifier for each in shown["gaps"] if each.standing.signed} >= {
        row["instrument"] for row in rows if row["signed"] and not row["consented"]
    }
    assert shown["bound"]["icrmw"] == "2003-07-01"  # when it entered into force for its first parties, article 87(1)


def test_every_right_has_one_class(shown: Names) -> None:
    rights = [each.right for each in shown["covers"]]
    assert len(rights) == len(set(rights))
    assert set(shown["everyone"]["SEN"]) == set(rights)
    assert {each.right: each.cover for each in shown["covers"]} == dict(shown["everyone"]["SEN"])


def test_the_protocol_takes_in_the_convention_for_who_never_joined_it(shown: Names) -> None:
    # UNHCR on the Protocol: the United States, no party to the Convention, must apply its provisions.
    assert shown["refuge"].cover.value == "indirect"
    assert {(basis.tag.article, basis.through) for basis in shown["refuge"].bases} == {
        ("refugee-1951/31.1", "refugee-1967")
    }
    assert shown["refugees"].share < 0.05


def test_a_right_is_covered_from_the_day_of_effect(shown: Names) -> None:
    # OHCHR dashboard: accession on 9 June 1999; article 87 of the convention gives 1 July 2003.
    assert shown["absences"] == {"2003-06-30": "none", "2003-07-01": "full"}
    assert ("icrmw", "38.1") in {
        (row["instrument"].rpartition("/")[2], row["reference"]) for row in shown["provisions"]
    }


def test_a_share_is_of_a_whole(shown: Names) -> None:
    assert 0 < shown["by_default"] < 1
    assert 0 < shown["by_equal"] < 1
    # CYIL 10 (2019), p. 225: life, slavery and trial are everyone’s by the Covenant, so they are not new.
    new = {each.article.reference: each.new for each in shown["added"]}
    assert new["9"] == new["11.1"] == new["18.1"] == 0


def test_the_fewest_are_open_and_change_something(shown: Names) -> None:
    candidates = {each.identifier for each in shown["ranked"]}
    assert set(shown["fewest"].instruments) <= candidates
    assert "icrmw" in candidates  # OHCHR dashboard: Germany has neither signed nor ratified it
    assert not {"iccpr", "icescr", "cat", "crc"} & candidates
    assert shown["changed"]


def test_who_is_bound_is_as_a_copy_of_the_day_lists(shown: Names) -> None:
    # Treaty Collection, copy of April 2012.
    names = PartyNames.load(resources.data() / "parties")
    with (EXPECTED / "icrmw-2012.csv").open(encoding="utf-8", newline="") as file:
        listed = {names.resolve(row["participant"]) for row in csv.DictReader(file)}
    assert set(shown["parties"]) == listed
