"""The build from end to end: the same data give the same bytes, and wrong data give a sentence and no release."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.pipeline import STEPS, build, digest
from iml_graph.errors import DataError
from iml_graph.store import Iri, Store

Edit = Callable[[str, str, str], None]


@pytest.fixture
def data(tiny: Path, tmp_path: Path) -> Path:
    """A copy of the invented data, to be spoilt."""
    return shutil.copytree(tiny, tmp_path / "tiny")


@pytest.fixture
def home(tiny_release: Path, tmp_path: Path) -> Path:
    """A home in which the invented graph has been published."""
    return shutil.copytree(tiny_release.parent, tmp_path / "home", symlinks=True)


@pytest.fixture
def edit(data: Path) -> Edit:
    def replace(file: str, old: str, new: str) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert old in text
        (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def graph(home: Path) -> bytes:
    return (home / "current" / "graph.nq").read_bytes()


BUILD = """
import sys
from pathlib import Path
from iml_graph import resources
from iml_graph.build.pipeline import build
print(build(resources.ontology(), Path(sys.argv[1]), Path(sys.argv[2])).sha256)
"""


def build_apart(data: Path, home: Path, **environment: str) -> str:
    """Build in a process and a folder of its own; returns the digest of the graph."""
    command = [sys.executable, "-c", BUILD, data, home]
    env = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(command, cwd=home, env=env, capture_output=True, text=True, check=True).stdout.strip()


def test_two_builds_give_the_same_bytes_whatever_the_seed_of_hashes_and_the_folder(tiny: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(tiny, tmp_path / "another place" / "tiny")
    homes = [tmp_path / name for name in ("one", "two")]
    for home in homes:
        home.mkdir()
    digests = [
        build_apart(tiny, homes[0], PYTHONHASHSEED="1", LC_ALL="C"),
        build_apart(elsewhere, homes[1], PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Pacific/Kiritimati"),
    ]
    assert digests[0] == digests[1]
    assert graph(homes[0]) == graph(homes[1])


def test_the_real_graph_is_sorted_without_repetition_and_of_the_size_it_says(published: Path) -> None:
    lines = (published / "graph.nq").read_bytes().splitlines()
    manifest = json.loads((published / "manifest.json").read_text())
    assert lines == sorted(set(lines))
    assert len(lines) == manifest["quads"]


def test_a_changed_input_changes_the_release(data: Path, edit: Edit) -> None:
    before = digest(data)
    (data / "README.md").write_text("no input\n")
    assert digest(data) == before
    edit("sources/registers.toml", "2020-12-31", "2020-12-30")
    assert digest(data) != before


def test_a_renamed_input_changes_the_release(data: Path) -> None:
    before = digest(data)
    (data / "participation" / "harbour.csv").rename(data / "participation" / "port.csv")
    assert digest(data) != before


def test_the_graph_says_which_release_it_is(tiny_release: Path, tiny_graph: Store) -> None:
    manifest = json.loads((tiny_release / "manifest.json").read_text())
    (row,) = tiny_graph.select(
        f"SELECT ?release ?date {{ <{ns.ID}dataset> <{ns.OWL}versionInfo> ?release ; <{ns.DCT}modified> ?date }}"
    )
    assert (row["release"], row["date"]) == (manifest["release"], manifest["data_date"])
    assert manifest["data_date"] == "2020-12-31"


def test_each_source_has_a_graph_of_its_own_beside_the_common_ones(tiny_graph: Store) -> None:
    rows = tiny_graph.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    names = {str(row["g"]).removeprefix(ns.GRAPH) for row in rows}
    assert names == {"ontology", "editorial", "derived", "tiny-list", "tiny-check"}


def test_progress_is_told_of_every_step_in_order(tiny: Path, tmp_path: Path) -> None:
    told: list[str] = []
    build(resources.ontology(), tiny, tmp_path, told.append)
    assert tuple(told) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_fails_at_any_step_leaves_the_last_release(step: str, home: Path, data: Path, edit: Edit) -> None:
    def fail(name: str) -> None:
        if name == step:
            raise OSError("no space left")

    before = (home / "current").resolve()
    edit("parties/labels.csv", "Ardenia", "Ardenland")
    with pytest.raises(OSError, match="no space left"):
        build(resources.ontology(), data, home, fail)
    assert (home / "current").resolve() == before
    assert b"Ardenland" not in graph(home)
    assert [path.name for path in (home / "releases").iterdir()] == [before.name]


def test_a_build_after_a_failed_one_is_published(home: Path, data: Path, edit: Edit) -> None:
    edit("parties/labels.csv", "Ardenia", "Ardenland")
    build(resources.ontology(), data, home)
    assert b"Ardenland" in graph(home)


SPOILT = {
    "Turtle": ("instruments/treaties.ttl", "a iml:Treaty ;", "a iml:Treaty", r"treaties\.ttl: .*line 1\d"),
    "columns": ("participation/tidal.csv", "party,action", "actor,action", r"tidal\.csv: the columns"),
    "TOML": ("sources/registers.toml", "[tiny-list]", "[tiny-list", r"registers\.toml"),
    "role": ("sources/registers.toml", '"primary"', '"best"', "best"),
    "kind of party": ("parties/parties.csv", "XXX,OtherParticipant", "XXX,Club", "“Club”"),
    "predecessor": ("parties/parties.csv", "high,FFF", "high,QQQ", "CCC refers to QQQ"),
    "reason": ("adjudications.csv", "The second list is a day late.", "", r"adjudications\.csv, line 2: a reason"),
    "duration": ("instruments/treaties.ttl", '"P30D"', '"30 days"', "“30 days” is not a duration"),
    "rule": (
        "participation/harbour.csv",
        "AAA,ratification,2019-01-01",
        "AAA,ratification,2017-01-01",
        "action-before-adoption",
    ),
    "source of a row": ("participation/harbour.csv", "tiny-list", "no-list", r"harbour\.csv: the source “no-list”"),
}


def test_a_graph_that_breaks_a_rule_is_refused_with_the_report(home: Path, data: Path, edit: Edit) -> None:
    edit("participation/harbour.csv", "2019-01-01", "2017-01-01")
    rules = len(list((resources.ontology() / "checks").glob("*.rq")))
    with pytest.raises(DataError, match=rf"not published(.|\n)*Checked {rules} rules\. Violations: 1"):
        build(resources.ontology(), data, home)


@pytest.mark.parametrize(("file", "old", "new", "message"), SPOILT.values(), ids=SPOILT)
def test_wrong_data_are_named_and_nothing_is_published(
    file: str, old: str, new: str, message: str, home: Path, data: Path, edit: Edit
) -> None:
    before = (home / "current").resolve()
    edit(file, old, new)
    with pytest.raises(DataError, match=message):
        build(resources.ontology(), data, home)
    assert (home / "current").resolve() == before
    assert [path.name for path in (home / "releases").iterdir()] == [before.name]


ACTS = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?effective ?basis { ?act iml:actor ?actor ; iml:onInstrument ?instrument ; iml:actionType ?type ;
  iml:effectiveOn ?effective ; iml:effectBasis ?basis } ORDER BY ?effective"""


@pytest.mark.parametrize(
    ("party", "action", "expected"),
    [
        ("AAA", "ratification", [("1985-06-01", "computed-from-clause")]),
        ("CCC", "succession", [("1993-01-01", "succession-rule")]),
        ("NNN", "denunciation", [("2000-05-05", "computed-from-clause")]),
        ("NNN", "accession", [("1990-01-31", "computed-from-clause"), ("2005-07-31", "computed-from-clause")]),
        ("OOO", "formal-confirmation", [("2010-03-03", "computed-from-clause")]),
    ],
)
def test_the_day_of_effect_is_computed(
    party: str, action: str, expected: list[tuple[str, str]], tiny_graph: Store
) -> None:
    rows = tiny_graph.select(
        ACTS,
        actor=Iri(ns.party(party)),
        instrument=Iri(ns.instrument("tidal")),
        type=Iri(ns.concept("action-types", action)),
    )
    assert [(row["effective"], str(row["basis"]).rpartition("/")[2]) for row in rows] == expected


SPANS = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?party ?from ?until { GRAPH <https://w3id.org/iml-graph/graph/derived> {
  ?span a iml:PartyInterval ; iml:actor ?actor ; iml:onInstrument ?instrument ; iml:from ?from
  OPTIONAL { ?span iml:until ?until } }
  ?actor iml:partyCode ?party } ORDER BY ?party ?from"""


def test_intervals_follow_from_the_acts(tiny_graph: Store) -> None:
    rows = tiny_graph.select(SPANS, instrument=Iri(ns.instrument("tidal")))
    assert [(row["party"], row["from"], row["until"]) for row in rows] == [
        ("AAA", "1985-06-01", None),
        ("BBB", "1985-06-01", None),
        ("CCC", "1993-01-01", None),
        ("FFF", "1986-03-03", "1993-01-01"),
        ("NNN", "1990-01-31", "2000-05-05"),
        ("NNN", "2005-07-31", None),
        ("OOO", "2010-03-03", None),
    ]


def test_a_consent_in_brackets_of_unknown_end_binds_nobody(tiny_graph: Store) -> None:
    assert tiny_graph.select(SPANS, instrument=Iri(ns.instrument("tidal-op"))) == []


MEMBERS = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?party ?status ?possibly ?from ?until { ?span a iml:MembershipInterval ; iml:ofOrganization ?organization ;
  iml:actor/iml:partyCode ?party ; iml:membershipStatus ?status ; iml:from ?from
  OPTIONAL { ?span iml:until ?until } OPTIONAL { ?span iml:possiblyFrom ?possibly } } ORDER BY ?party"""


def test_memberships_follow_from_admissions_and_lists(tiny_graph: Store) -> None:
    rows = tiny_graph.select(MEMBERS, organization=Iri(ns.organization("league")))
    found = [(r["party"], str(r["status"]).rpartition("/")[2], r["possibly"], r["from"], r["until"]) for r in rows]
    assert found == [
        ("AAA", "member", None, "1960-01-01", None),
        ("BBB", "member", "1975-01-01", "1975-12-31", None),
        ("CCC", "member", None, "1995-05-05", "2010-10-10"),
        ("NNN", "observer", None, "2012-04-01", None),
    ]


def test_another_year_of_admission_is_disputed(tiny_graph: Store) -> None:
    question = f"SELECT ?stated {{ ?record <{ns.IML}disputes> ?event ; <{ns.IML}statesDate> ?stated }}"
    event = Iri(f"{ns.ID}membership-event/league/BBB/admission/1975")
    assert [row["stated"] for row in tiny_graph.select(question, event=event)] == ["1976-03-01"]


BOUND = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?party ?from ?until { ?span a iml:MemberBindingInterval ; iml:onInstrument ?instrument ;
  iml:actor/iml:partyCode ?party ; iml:from ?from OPTIONAL { ?span iml:until ?until } } ORDER BY ?party"""


def test_an_act_binds_members_from_its_application_but_for_an_opt_out(tiny_graph: Store) -> None:
    rows = tiny_graph.select(BOUND, instrument=Iri(ns.instrument("regulation")))
    assert [(row["party"], row["from"], row["until"]) for row in rows] == [
        ("AAA", "1992-01-01", None),
        ("BBB", "2000-01-01", None),
        ("CCC", "1995-05-05", "2010-10-10"),
    ]


ENDED = """
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?kind ?from ?until ?by ?provision { ?span iml:onInstrument ?instrument ; iml:from ?from ; iml:until ?until ;
  a ?kind ; iml:endedBy ?by OPTIONAL { ?span iml:concernsProvision ?provision } } ORDER BY ?kind"""


def test_the_revised_convention_denounces_the_older_one_and_ends_its_exclusion(tiny_graph: Store) -> None:
    rows = tiny_graph.select(ENDED, instrument=Iri(ns.instrument("league-convention")))
    assert [(str(r["kind"]).rpartition("#")[2], r["from"], r["until"]) for r in rows] == [
        ("PartyInterval", "1983-01-01", "2003-01-01"),
        ("ScopeInterval", "1983-01-01", "2003-01-01"),
    ]
    assert {r["by"] for r in rows} == {f"{ns.ID}action/league-revised/AAA/ratification/2002-01-01"}
    assert rows[1]["provision"] == ns.provision("league-convention", "annex-2")


def test_votes_reviews_and_visits_are_written_with_their_records(tiny_graph: Store) -> None:
    kinds = ("Vote", "Recommendation", "CountryVisit", "Exception", "BilateralTreaty")
    for kind in kinds:
        question = f"ASK {{ ?fact a <{ns.IML}{kind}> ; <{ns.PROV}wasDerivedFrom>/<{ns.IML}fromSource> ?source }}"
        assert tiny_graph.ask(question), kind
    until = f"SELECT ?until {{ ?visit a <{ns.IML}CountryVisit> ; <{ns.IML}until> ?until }}"
    assert [row["until"] for row in tiny_graph.select(until)] == ["2003-04-10"]  # the day after the last
