"""Acts of organizations bind members, but for opt-outs and opt-ins."""

from __future__ import annotations

from pathlib import Path

import pytest

from iml_graph.build.bindings import SecondaryAct, bind
from iml_graph.build.exceptions import COLUMNS, MemberException, load_exceptions
from iml_graph.build.memberships import Membership, MembershipEvent
from iml_graph.errors import DataError

ACT = SecondaryAct("act", "o", "2000-01-01", None)


def member(party: str, start: str, until: str | None = None, status: str = "member") -> Membership:
    began = MembershipEvent("o", party, "admission", start, status, ())
    return Membership("o", party, status, start, until, None, None, began, None)


def exception(kind: str, start: str = "", until: str = "", party: str = "AAA") -> MemberException:
    return MemberException("act", party, kind, start, until, "Protocol, art. 1", "s", "")


def bound(members: list[Membership], *exceptions: MemberException, act: SecondaryAct = ACT) -> list[tuple[str, ...]]:
    return [(each.party, each.start, each.until or "") for each in bind([act], members, exceptions)]


def test_a_member_is_bound_from_the_act_or_from_its_admission() -> None:
    assert bound([member("AAA", "1990-01-01"), member("BBB", "2004-05-01")]) == [
        ("AAA", "2000-01-01", ""),
        ("BBB", "2004-05-01", ""),
    ]


def test_who_leaves_and_what_is_repealed_bind_no_longer() -> None:
    assert bound([member("AAA", "1973-01-01", "2020-02-01")]) == [("AAA", "2000-01-01", "2020-02-01")]
    repealed = SecondaryAct("act", "o", "2000-01-01", "2010-01-01")
    assert bound([member("AAA", "1973-01-01")], act=repealed) == [("AAA", "2000-01-01", "2010-01-01")]


def test_an_opt_out_without_limit_leaves_nothing() -> None:
    assert bound([member("AAA", "1973-01-01")], exception("opt-out")) == []


def test_an_opt_in_ends_an_opt_out() -> None:
    found = bound([member("AAA", "1973-01-01")], exception("opt-out"), exception("opt-in", "2005-01-01"))
    assert found == [("AAA", "2005-01-01", "")]


def test_an_opt_in_reaches_whom_an_agreement_associates() -> None:
    (found,) = bind([ACT], [], [exception("opt-in", "2008-12-12", party="CHE")])
    assert (found.party, found.start, found.memberships) == ("CHE", "2008-12-12", ())
    assert [each.kind for each in found.exceptions] == ["opt-in"]


def test_associates_and_observers_are_not_bound() -> None:
    assert bound([member("AAA", "1990-01-01", status="observer")]) == []


def test_a_binding_names_the_membership_it_rests_on() -> None:
    (found,) = bind([ACT], [member("AAA", "1990-01-01")], [])
    assert [each.start for each in found.memberships] == ["1990-01-01"]


def written(folder: Path, row: str) -> Path:
    path = folder / "exceptions.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    return path


def test_exceptions_are_read(tmp_path: Path) -> None:
    (found,) = load_exceptions(written(tmp_path, "act,AAA,opt-out,,2000-01-01,art. 1,s,p. 1"))
    assert (found.start, found.until, found.basis) == ("", "2000-01-01", "art. 1")
    assert load_exceptions(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(("row", "problem"), [("act,AAA,out,,,b,s,", "“out”"), ("act,AAA,opt-in,2000,,b,s,", "“2000”")])
def test_a_wrong_exception_is_named(row: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=problem):
        load_exceptions(written(tmp_path, row))
