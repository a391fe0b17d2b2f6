"""Consultation processes, training, networks and bodies of the United Nations: all that the pages of the IOM name."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import read_csv, read_folder
from iml_graph.sources import load_sources

SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
LANGUAGES = {"en", "fr", "es"}
OWN = (
    "processes/processes",
    "processes/meetings",
    "iom/partners",
    "iom/unit",
    "iom/training",
    "iom/network",
    "iom/figures",
    "monitoring/un-human-rights-machinery",
)

# Written from the five pages of the IOM by hand: what each of them names.
LINES_OF_WORK = {
    "dissemination",
    "project-development",
    "rights-based-approach",
    "capacity-building",
    "legislative-review",
    "ratification-advice",
    "advocacy",
    "monitoring-treaty-bodies",
    "monitoring-human-rights-council",
    "special-procedures",
    "regional-courts",
    "research-publications",
    "information-notes",
    "events",
    "consultation-processes",
    "local-authorities",
}
COURSES = {  # place (English), length, who offers it
    "sanremo": ("Sanremo, Italy", None, {"unit/iom-iml", "organization/iihl"}),
    "sanremo-online": ("Online", None, {"unit/iom-iml", "organization/iihl"}),
    "geneva": ("Geneva, Switzerland", "P4D", {"unit/iom-iml"}),
    "moshi": ("Moshi, United Republic of Tanzania", "P5D", {"unit/iom-iml", "organization/acbc"}),
    "on-demand": ("Any State or region that asks", None, {"unit/iom-iml"}),
    "emm2-international-migration-law": ("Online", "PT50M", {"organization/iom"}),
    "turin-local-governance": ("Turin, Italy", "P5D", {"organization/iom", "organization/itc-ilo"}),
    "turin-mainstreaming": ("Turin, Italy", "P5D", {"organization/iom", "organization/itc-ilo"}),
}
TURIN_MODULES = ("migration-and-development", "partnerships", "empowerment", "jobs", "integration")
FIGURES = {  # value, qualifier, first and last year or day
    "iml-activities": (296, "more-than", "2005", "2024"),
    "iml-participants": (11300, "more-than", "2005", "2024"),
    "iml-origins": (150, "about", "2005", "2024"),
    "iom-member-states": (175, "exactly", None, None),
    "iom-presence": (171, "exactly", None, None),
    "turin-local-governance-participants": (30, "more-than", "2017-11-20", "2017-11-25"),
    "grcp-3-participants": (90, "exactly", "2011-10-25", "2011-10-27"),
    "grcp-3-states": (17, "exactly", "2011-10-25", "2011-10-27"),
}
SERVED = {  # what the pages themselves link a line of work to
    "rights-based-approach": {"vocabulary/migof-principles/principle-1", "id/instrument/migof"},
    "dissemination": {"id/instrument/gcm", "id/instrument/iom-constitution", "id/instrument/iom-res-1150"},
}
PARTNERS = {  # bodies that the pages say the Unit works with
    "monitoring-treaty-bodies": {"body/cmw", "body/hrc", "body/cat"},
    "monitoring-human-rights-council": {"body/un-human-rights-council"},
    "special-procedures": {"body/special-rapporteur-migrants"},
    "regional-courts": {"body/ecthr", "body/iacthr", "body/un-human-rights-council"},
}

# First and last day of meetings, read on another page than the first source of the entry.
DAYS_ELSEWHERE = {
    "grcp-2": ("2009-06-04", "2009-06-05"),  # igc-2009-overview, cover
    "grcp-3": ("2011-10-25", "2011-10-26"),  # iom-grcp-2011-report
    "grcp-4": ("2013-05-22", "2013-05-23"),  # doczz.fr/doc/224142, caption
    "grcp-6": ("2016-10-13", "2016-10-13"),  # iom.kz, news 216
    "grcp-7": ("2017-10-10", "2017-10-11"),  # fdocuments.es, report of the meeting in Spanish
    "grcp-8": ("2019-04-05", "2019-04-05"),  # iom.int/news/iom-hosts-global-meeting-inter-state-consultation-mechanisms
    "gfmd-3": ("2009-11-04", "2009-11-05"),  # europafrica.net, 5 November 2009
    "gfmd-9": ("2016-12-10", "2016-12-12"),  # gfmd-2017-berlin
    "gfmd-14": ("2024-01-23", "2024-01-25"),  # diasporadigitalnews.com
    "gfmd-15": ("2025-09-02", "2025-09-04"),  # radiosantafe.com
    "pafom-5": ("2019-09-14", "2019-09-16"),  # pafom-obsmigration
    "imrf-2022": ("2022-05-17", "2022-05-20"),  # progress-declaration-2022-en, paragraph 1
    "gcm-review-ece-1": ("2020-11-12", "2020-11-13"),  # migrationnetwork.un.org, over 100 organizations participate
    "gcm-review-latin-america-1": ("2021-04-26", "2021-04-28"),  # publicservices.international
    "gcm-review-africa-1": ("2021-08-31", "2021-09-01"),  # au.int, node 40765
}

MANDATES = {  # the establishing act of each special procedure, read on another page than its own
    "special-rapporteur-migrants": "E/CN.4/RES/1999/44",  # sr-migrants-visits
    "special-rapporteur-trafficking": "E/CN.4/DEC/2004/110",  # ohchr statement of 3 March 2014
    "special-rapporteur-slavery": "A/HRC/RES/6/14",  # A/HRC/9/20, summary
    "special-rapporteur-racism": "E/CN.4/RES/1993/20",  # ohchr, page in Chinese
    "working-group-arbitrary-detention": "E/CN.4/RES/1991/42",  # E/CN.4/1995/31, paragraph 1
    "working-group-enforced-disappearances": "E/CN.4/RES/20 (XXXVI)",  # ciwr.org, 27 October 2010
}

LISTED = {  # members on a list, as many as its page or another one counts
    ("khartoum", "khartoum-2024-kampala-post", "member"): 40,  # khartoum-2025-mena
    ("budapest", "overview-rcps-2015", "member"): 49,  # its own total
    ("five-plus-five", "five-plus-five-eu-neighbours", "member"): 10,  # iom.int/node/30037
    ("igc", "igc-2009-overview", "member"): 17,  # sem-igc-en
    ("prague", "prague-states-partners", "member"): 49,  # of 50
    ("bali", "iom-bali-fr", "member"): 11,  # of 45
}


@pytest.fixture(scope="module")
def own() -> Store:
    found = Store()
    for name in OWN:
        found.load(path=resources.data() / f"{name}.ttl", format=RdfFormat.TURTLE)
    return found


@pytest.fixture(scope="module")
def everything() -> Store:
    found = Store()
    for folder in ("instruments", "iom", "monitoring", "organizations", "processes", "soft-law"):
        for path in sorted((resources.data() / folder).glob("*.ttl")):
            found.load(path=path, format=RdfFormat.TURTLE)
    for path in sorted((resources.ontology() / "vocabularies").glob("*.ttl")):
        found.load(path=path, format=RdfFormat.TURTLE)
    return found


def node(name: str) -> NamedNode:
    return NamedNode(ns.ID + name)


def values(store: Store, subject: NamedNode, predicate: str) -> list[NamedNode | Literal]:
    return [quad.object for quad in store.quads_for_pattern(subject, NamedNode(predicate), None)]


def names(store: Store, subject: NamedNode, predicate: str) -> set[str]:
    return {value.value.removeprefix(ns.ID) for value in values(store, subject, predicate)}


def of_class(store: Store, iri: str) -> list[NamedNode]:
    return [quad.subject for quad in store.quads_for_pattern(None, NamedNode(ns.RDF + "type"), NamedNode(iri))]


def english(store: Store, subject: NamedNode, predicate: str) -> str:
    [found] = [value.value for value in values(store, subject, predicate) if value.language == "en"]
    return str(found)


def one(store: Store, subject: NamedNode, predicate: str) -> str | None:
    found = values(store, subject, predicate)
    return found[0].value if found else None


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def test_each_line_of_work_of_the_pages_is_there(own: Store) -> None:
    found = {work.value.rpartition("/")[2] for work in of_class(own, ns.IML + "LineOfWork")}
    assert found == LINES_OF_WORK
    for work in of_class(own, ns.IML + "LineOfWork"):
        definitions = {value.language for value in values(own, work, ns.SKOS + "definition")}
        assert definitions == LANGUAGES, work


def test_the_unit_is_that_of_the_organization_since_2004(own: Store) -> None:
    unit = node("unit/iom-iml")
    assert names(own, unit, ORG + "unitOf") == {"organization/iom"}
    assert one(own, unit, ns.IML + "foundedOn") == "2004"
    carried = {work.value for work in of_class(own, ns.IML + "LineOfWork")}
    by_unit = {q.subject.value for q in own.quads_for_pattern(None, NamedNode(ns.IML + "carriedOutBy"), unit)}
    assert len(carried) - len(by_unit) == 2  # those of the Organization itself


@pytest.mark.parametrize("work", sorted(SERVED))
def test_a_line_of_work_serves_what_its_page_names(own: Store, work: str) -> None:
    served = {v.value for v in values(own, node(f"line-of-work/{work}"), ns.IML + "serves")}
    assert {ns.ID.removesuffix("id/") + each for each in SERVED[work]} <= served


@pytest.mark.parametrize("work", sorted(PARTNERS))
def test_a_line_of_work_names_the_bodies_of_its_page(own: Store, everything: Store, work: str) -> None:
    found = names(own, node(f"line-of-work/{work}"), ns.IML + "cooperatesWith")
    assert PARTNERS[work] <= found
    assert all(values(everything, node(each), ns.SKOS + "prefLabel") for each in found)


@pytest.mark.parametrize("course", sorted(COURSES))
def test_each_course_of_the_pages_is_there(own: Store, course: str) -> None:
    place, length, by = COURSES[course]
    found = node(f"course/{course}")
    assert english(own, found, ns.IML + "place") == place
    assert one(own, found, SCHEMA + "timeRequired") == length
    assert names(own, found, ns.IML + "offeredBy") == by
    assert {value.language for value in values(own, found, ns.IML + "audience")} == LANGUAGES


def test_the_sanremo_course_is_taught_in_three_languages(own: Store) -> None:
    assert names(own, node("course/sanremo"), SCHEMA + "inLanguage") == LANGUAGES


def test_the_toolbox_of_turin_has_its_five_modules_in_order(own: Store) -> None:
    for position, name in enumerate(TURIN_MODULES, 1):
        module = node(f"course-module/turin-{name}")
        assert names(own, module, ns.IML + "ofCourse") == {"course/turin-local-governance"}
        assert one(own, module, ns.IML + "position") == str(position)


def test_the_network_has_four_aims_in_order(own: Store) -> None:
    network = node("network/legal-experts-west-central-africa")
    aims = [q.subject for q in own.quads_for_pattern(None, NamedNode(ns.IML + "ofNetwork"), network)]
    assert sorted(one(own, aim, ns.IML + "position") or "" for aim in aims) == ["1", "2", "3", "4"]
    assert "organization/iom" in names(own, network, ns.IML + "carriedOutBy")
    assert {v.value[-3:] for v in values(own, network, ns.IML + "region")} == {"011", "017"}


@pytest.mark.parametrize("figure", sorted(FIGURES))
def test_each_figure_of_the_pages_is_there(own: Store, figure: str) -> None:
    found = node(f"figure/{figure}")
    qualifier = (one(own, found, ns.IML + "qualifier") or "").rpartition("/")[2]
    value, *rest = (
        one(own, found, ns.IML + "value"),
        one(own, found, ns.IML + "from"),
        one(own, found, ns.IML + "until"),
    )
    assert (int(value or ""), qualifier, *rest) == FIGURES[figure]


def test_each_node_has_a_label_in_three_languages(own: Store) -> None:
    kinds = ("ConsultationProcess", "Meeting", "LineOfWork", "CourseModule", "ExpertNetwork", "Aim", "ActivityFigure")
    classes = [ns.IML + kind for kind in (*kinds, "Procedure", "Court")]
    classes += [SCHEMA + "Course", ORG + "OrganizationalUnit", ORG + "Organization"]
    for each in [found for iri in classes for found in of_class(own, iri)]:
        labels = [value.language for value in values(own, each, ns.SKOS + "prefLabel")]
        assert Counter(labels) == Counter(LANGUAGES), each


def test_a_label_in_french_has_its_apostrophes(own: Store) -> None:
    for quad in own.quads_for_pattern(None, None, None):
        if isinstance(quad.object, Literal) and quad.object.language:
            assert "'" not in quad.object.value, quad.object


def test_what_is_served_exists(own: Store, everything: Store) -> None:
    for quad in own.quads_for_pattern(None, NamedNode(ns.IML + "serves"), None):
        assert values(everything, quad.object, ns.RDF + "type"), quad


def test_every_process_serves_something(own: Store) -> None:
    for process in of_class(own, ns.IML + "ConsultationProcess"):
        assert values(own, process, ns.IML + "serves"), process


@pytest.mark.parametrize("meeting", sorted(DAYS_ELSEWHERE))
def test_the_days_of_a_meeting_stand_on_a_second_page(own: Store, meeting: str) -> None:
    first, last = DAYS_ELSEWHERE[meeting]
    found = node(f"meeting/{meeting}")
    assert one(own, found, ns.IML + "from") == first
    assert day_before(one(own, found, ns.IML + "until") or "") == last


def test_a_meeting_ends_after_it_starts(own: Store) -> None:
    for meeting in of_class(own, ns.IML + "Meeting"):
        assert (one(own, meeting, ns.IML + "from") or "") < (one(own, meeting, ns.IML + "until") or "")
        assert values(own, meeting, ns.IML + "ofProcess"), meeting


def test_the_numbered_meetings_of_a_process_follow_one_another(own: Store) -> None:
    for process, number in (("grcp", 9), ("gfmd", 15), ("pafom", 5)):
        days = [one(own, node(f"meeting/{process}-{n}"), ns.IML + "from") or "" for n in range(1, number + 1)]
        assert days == sorted(days) and all(days), process


@pytest.mark.parametrize("mandate", sorted(MANDATES))
def test_a_special_procedure_rests_on_its_act(own: Store, mandate: str) -> None:
    body = node(f"body/{mandate}")
    assert MANDATES[mandate] in names(own, body, ns.IML + "establishingAct")
    procedures = [q.subject.value for q in own.quads_for_pattern(None, NamedNode(ns.IML + "operatedBy"), body)]
    assert {each.rpartition("-")[2] for each in procedures} >= {"visits", "communications"}


def test_the_visits_on_record_are_those_of_a_body_that_is_described(own: Store) -> None:
    bodies = {path.stem for path in (resources.data() / "visits").glob("*.csv")}
    assert bodies <= set(MANDATES)


def test_the_court_is_that_of_each_treaty_that_names_it(own: Store) -> None:
    court = node("body/icj")
    procedures = [q.subject for q in own.quads_for_pattern(None, NamedNode(ns.IML + "operatedBy"), court)]
    under = {each for found in procedures for each in names(own, found, ns.IML + "underInstrument")}
    named = {
        q.subject.value.removeprefix(ns.ID)
        for q in own.quads_for_pattern(None, NamedNode(ns.IML + "adjudicatedBy"), court)
    }
    assert under - named == {"instrument/icj-statute"}
    assert len(procedures) >= 20


RESERVED = {"icerd": "22", "cedaw": "29", "cat": "30", "icrmw": "92", "cped": "42"}
"""Treaties whose parties exclude the Court by reservations that name the article."""


@pytest.mark.parametrize("treaty", sorted(RESERVED))
def test_reservations_name_the_article_on_the_court(own: Store, treaty: str) -> None:
    [basis] = names(own, node(f"procedure/{treaty}-icj"), ns.IML + "legalBasis")
    article = basis.rpartition("/")[2].partition(".")[0]
    path = resources.data() / "participation" / f"{treaty}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        listed = [row["articles"] for row in csv.DictReader(lines) if row["articles"]]
    assert article == RESERVED[treaty]
    assert sum(re.search(rf"(^|;){article}(\.|;|$)", each) is not None for each in listed) >= 4


@pytest.mark.parametrize(("process", "source", "status"), sorted(LISTED))
def test_a_list_of_members_is_whole(process: str, source: str, status: str) -> None:
    rows = read_csv(MembershipRow, resources.data() / "transcribed" / "memberships" / "processes.csv")
    found = [row for row in rows if (row.organization, row.source, row.event) == (process, source, "listed")]
    parties = {row.party for row in found if row.status == status}
    assert len(parties) == LISTED[process, source, status]


def test_every_process_with_members_is_described(own: Store) -> None:
    folders = [resources.data() / "memberships", resources.data() / "transcribed" / "memberships"]
    rows = [row for folder in folders for row in read_folder(MembershipRow, folder)]
    described = {each.value.removeprefix(ns.ID + "process/") for each in of_class(own, ns.IML + "ConsultationProcess")}
    organizations = (resources.data() / "organizations" / "organizations.ttl").read_text(encoding="utf-8")
    known = described | set(re.findall(r"^<organization/([^>]+)>", organizations, re.MULTILINE))
    assert {row.organization for row in rows} <= known


def test_every_source_is_declared() -> None:
    declared = set(load_sources(resources.data() / "sources"))
    texts = [(resources.data() / f"{name}.ttl").read_text(encoding="utf-8") for name in OWN]
    assert {source for text in texts for source in re.findall(r"<source/([^>]+)>", text)} - declared == set()


PERSONAL = re.compile(r"@iom\.int|\+\d{2} ?\d{2}|\bTel\b|\b(Mr|Ms|Mrs|Mme|Dr|Prof|Amb)\.? [A-Z]")


def test_nobody_is_named_or_reached() -> None:
    texts = [(resources.data() / f"{name}.ttl").read_text(encoding="utf-8") for name in OWN]
    texts.append((resources.data() / "sources" / "pages-processes.toml").read_text(encoding="utf-8"))
    assert [found.group() for text in texts for found in PERSONAL.finditer(text)] == []
