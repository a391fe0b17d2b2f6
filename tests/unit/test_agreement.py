"""Agreement of two codings: values that textbooks print, and rounds of invented files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from iml_graph.agreement import (
    cohen_kappa,
    krippendorff_alpha,
    latest_round,
    measure,
    read_coding,
    read_round,
)
from iml_graph.errors import DataError, ImlError

HEADER = "instrument,provision,right,holder,modality\n"


def test_kappa_of_the_textbook_table() -> None:
    # Fifty proposals: 20 yes of both, 5 and 10 mixed, 15 no of both; (0.7 - 0.5) / (1 - 0.5).
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_kappa_is_one_of_those_who_agree_and_none_where_nothing_could_differ() -> None:
    assert cohen_kappa([("a", "a"), ("b", "b")]) == pytest.approx(1.0)
    assert cohen_kappa([("a", "a"), ("a", "a")]) is None


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [
        ("0100000010", "1110010000", 0.095),  # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A
        ("aabbdcccedda", "babbbccceddd", 0.692),  # the same, B: nominal data, two observers
    ],
)
def test_alpha_of_sets_of_one_is_that_of_nominal_data(one: str, other: str, alpha: float) -> None:
    pairs = [(frozenset({left}), frozenset({right})) for left, right in zip(one, other, strict=True)]
    assert krippendorff_alpha(pairs) == pytest.approx(alpha, abs=0.0005)


def test_a_set_within_the_other_is_nearer_than_one_apart() -> None:
    a, b, both = frozenset({"a"}), frozenset({"b"}), frozenset({"a", "b"})
    near, far = krippendorff_alpha([(a, both), (b, b)]), krippendorff_alpha([(a, b), (b, b)])
    assert near is not None
    assert far is not None
    assert near > far
    assert krippendorff_alpha([(a, a), (both, both)]) == pytest.approx(1.0)
    assert krippendorff_alpha([(a, a), (a, a)]) is None


def coding(folder: Path, first: str, second: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "first.csv").write_text(HEADER + first, encoding="utf-8")
    (folder / "second.csv").write_text(HEADER + second, encoding="utf-8")
    return folder


FIRST = (
    "t,1,housing,women,fulfil\nt,2,education,women,respect\nt,2,housing,women,respect\nt,3,housing,refugees,fulfil\n"
)
SECOND = "t,1,housing,women,fulfil\nt,2,education,refugees,respect\nt,3,housing,refugees,protect\n"


def test_a_round_is_measured_by_field(tmp_path: Path) -> None:
    found = read_round(coding(tmp_path / "round-1", FIRST, SECOND))
    assert (found.round, found.items) == ("round-1", 3)
    told = {(each.name, each.field): each for each in found.measures}
    assert told["kappa", "right"].value == pytest.approx(1.0)
    assert told["kappa", "holder"].value == pytest.approx(0.4)  # (2/3 - 4/9) / (1 - 4/9)
    assert [each.same for each in found.measures] == [3, 2, 2, 2, 2]
    assert told["alpha", "right"].value is not None
    assert [item for item, _, _ in found.differing] == [("t", "2"), ("t", "3")]


def test_the_order_of_provisions_does_not_matter(tmp_path: Path) -> None:
    one = read_coding(coding(tmp_path / "round-1", FIRST, SECOND) / "first.csv")
    assert measure("r", one, dict(reversed(one.items()))).measures[0].same == 3


def test_the_latest_round_is_that_of_the_highest_number(tmp_path: Path) -> None:
    for name in ("round-2", "round-10", "round-9"):
        coding(tmp_path / "coding" / name, FIRST, SECOND)
    (tmp_path / "coding" / "round-11").mkdir()
    assert latest_round(tmp_path).name == "round-10"


def test_what_is_missing_or_malformed_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is no round"):
        latest_round(tmp_path)
    alone = coding(tmp_path / "alone", FIRST, SECOND.replace("t,3,", "t,4,"))
    with pytest.raises(DataError, match="only one of the two codings has t 3"):
        read_round(alone)
    with pytest.raises(DataError, match="empty"):
        read_round(coding(tmp_path / "empty", "", ""))
    with pytest.raises(DataError, match="do not stand together"):
        read_round(coding(tmp_path / "apart", FIRST + "t,1,housing,women,fulfil\n", SECOND))
    (alone / "second.csv").unlink()
    with pytest.raises(DataError, match=r"second\.csv is missing"):
        read_round(alone)


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(ImlError, match=r"pip install 'iml-graph\[agreement\]'"):
        cohen_kappa([("a", "b"), ("b", "b")])
