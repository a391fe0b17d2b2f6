"""The road to an instrument and what surrounds it, on the real graph, against what other sources print."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest

from iml_graph import reading, resources
from iml_graph.entry_into_force import effect_of_consent
from iml_graph.protection.advice import Adviser
from iml_graph.protection.clauses import read_final_clauses
from iml_graph.protection.comparison import By, compare, matrix
from iml_graph.protection.context import Shared, context, corridor, peers
from iml_graph.protection.groups import read_groups
from iml_graph.protection.road import Road, Waits, road
from iml_graph.store import Store
from iml_graph.terms import NextStep, Status

DATA = "2026-02-03"
"""Day to which the depositary's pages of chapter IV are complete."""

Way = Callable[..., Road]


@pytest.fixture(scope="module")
def adviser(graph: Store) -> Adviser:
    return Adviser(graph)


@pytest.fixture(scope="module")
def way(adviser: Adviser) -> Way:
    def run(code: str, instrument: str, on: str = DATA, deposit: str | None = None) -> Road:
        return road(adviser, code, instrument, on, deposit)

    return run


# A6: the step, and the clause that opens it


@pytest.mark.answers("A6")
@pytest.mark.parametrize(
    ("party", "instrument", "on", "step", "articles"),
    [
        # Convention on migrant workers, art. 86: Sierra Leone signed on 15 September 2000 (page IV-13).
        ("SLE", "icrmw", DATA, NextStep.RATIFY, {"86.1"}),
        ("ITA", "icrmw", DATA, NextStep.SIGN_OR_ACCEDE, {"86.1", "86.2"}),
        # Convention on the law of treaties, arts 81 to 83: signature closed on 30 April 1970.
        ("IND", "vclt", "1975-01-01", NextStep.ACCEDE, {"83"}),
        # Protocol of 1967, art. V: accession only. The United States acceded on 1 November 1968.
        ("USA", "refugee-1967", "1968-10-31", NextStep.ACCEDE, {"5"}),
    ],
)
def test_the_clause_that_opens_the_next_step(
    way: Way, party: str, instrument: str, on: str, step: NextStep, articles: set[str]
) -> None:
    found = way(party, instrument, on)
    assert found.step is step
    assert {cited.reference for opening in found.openings for cited in opening.provisions} == articles


@pytest.mark.answers("A6")
def test_a_protocol_waits_for_its_parent(way: Way) -> None:
    # Optional Protocol to the Covenant, art. 8: open to parties to the Covenant; Saudi Arabia is none (page IV-4).
    found = way("SAU", "iccpr-op1")
    assert found.step is NextStep.JOIN_PARENT_FIRST
    assert found.first == ("iccpr",)
    assert (found.effect.on, found.effect.waits, found.effect.for_) == (None, Waits.PARENT, ("iccpr",))


@pytest.mark.answers("A6")
def test_a_window_that_closed_is_said_to_be_closed(way: Way) -> None:
    found = way("IND", "vclt", "1975-01-01")
    assert {opening.closes for opening in found.closed} == {"1970-04-30"}


@pytest.mark.answers("A7")
def test_consents_are_deposited_with_whom_the_treaty_says(way: Way) -> None:
    # Convention on migrant workers, art. 93(1); Constitution of the ILO, art. 19(5)(d): the Director-General.
    assert way("SEN", "icrmw").formalities.depositaries == (
        ("un-secretary-general", "Secretary-General of the United Nations"),
    )
    found = way("SEN", "ilo-c143").formalities
    assert [key for key, _ in found.depositaries] == ["ilo-director-general"]
    assert found.addresses == ()  # unknown, and said so


# A8: when it would enter into force


@pytest.mark.answers("A8")
@pytest.mark.parametrize(
    ("instrument", "party", "deposited", "in_force"),
    [
        # Dates of entry into force that the depositary prints: depositary notifications on each of these deposits.
        ("icrmw", "BEN", "2018-07-06", "2018-11-01"),
        ("icrmw", "FJI", "2019-08-19", "2019-12-01"),
        ("icrmw", "GMB", "2018-09-28", "2019-01-01"),
        ("icrmw", "COG", "2017-03-31", "2017-07-01"),
        # NORMLEX, ratifications of C097: Congo, 26 October 2023; in force twelve months after.
        ("ilo-c097", "COG", "2023-10-26", "2024-10-26"),
        # Council of Europe, chart of Treaty 197: the Netherlands, 22 April 2010, in force 1 August 2010.
        ("cets-197", "NLD", "2010-04-22", "2010-08-01"),
    ],
)
def test_entry_into_force_if_deposited_on_a_day(
    way: Way, instrument: str, party: str, deposited: str, in_force: str
) -> None:
    found = way(party, instrument, deposited, deposited).effect
    assert (found.on, found.with_treaty, found.clause and found.clause.kind) == (in_force, False, "later")
    assert found.clause
    assert found.clause.provisions, "the rule stands in an article"


@pytest.mark.answers("A8")
def test_the_clauses_give_the_days_that_another_source_states(graph: Store) -> None:
    """HUGGO’s table of treaties states a day of entry into force for each party; it fed none of the clauses’ days."""
    checked = 0
    for name in ("icrmw", "cedaw", "cat", "crc", "crpd", "cped"):
        entry = read_final_clauses(graph, reading.read_instrument(graph, name, "en"), "en").entry
        with (resources.data() / "participation" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["source"] == "manytreaties-2025-10" and row["effect"]]
        own = [row for row in rows if row["action"] == "consent"]
        differing = [row["party"] for row in own if effect_of_consent(entry, row["date"]) != row["effect"]]
        checked += len(own)
        assert len(differing) <= len(own) // 10, (name, differing)  # successions relate back
    assert checked > 500


@pytest.mark.answers("A8")
def test_a_consent_that_counted_takes_effect_with_the_treaty(way: Way) -> None:
    # Page IV-13: the twentieth instrument, of Guatemala, on 14 March 2003; in force on 1 July 2003 (art. 87(1)).
    found = way("GTM", "icrmw", "2003-03-14", "2003-03-14").effect
    assert (found.on, found.with_treaty, found.clause and found.clause.provisions[0].reference) == (
        "2003-07-01",
        True,
        "87.1",
    )


@pytest.mark.answers("A8")
def test_a_treaty_not_in_force_waits_for_its_threshold(way: Way) -> None:
    # Protocol on free movement of persons, art. 31: fifteen instruments. African Union, list of 2023: four deposited
    # (Mali, Niger, Rwanda, São Tomé and Príncipe).
    found = way("MAR", "au-free-movement-2018").effect
    assert (found.on, found.waits, found.consents, found.threshold) == (None, Waits.THRESHOLD, 4, 15)


# A9: reservations


@pytest.mark.answers("A9")
def test_reservations_are_barred_to_the_articles_that_the_convention_names(way: Way) -> None:
    # 1951 Convention, art. 42(1): other than to articles 1, 3, 4, 16(1), 33, 36 to 46.
    (clause,) = way("SAU", "refugee-1951").reservations
    assert clause.rule == "allowed-except"
    assert [each.reference for each in clause.provisions] == ["42"]
    barred = {"1", "3", "4", "16.1", "33", *map(str, range(36, 47))}
    assert {each.reference for each in clause.articles} == barred


@pytest.mark.answers("A9")
@pytest.mark.parametrize(
    ("instrument", "rules"),
    [
        ("opcat", {"barred"}),  # art. 30
        ("rome-statute", {"barred"}),  # art. 120
        ("cedaw", {"allowed", "exclusion-allowed"}),  # arts 28(2), 29(2)
        ("icrmw", {"allowed", "exclusion-allowed", "exclusion-barred"}),  # arts 91(2), 92(2), 88
        ("iccpr", {"silent"}),
        ("ilo-c143", {"barred-by-practice", "exclusion-allowed"}),  # art. 16: Part I or Part II
        ("asean-actip", set()),  # not read: unknown
    ],
)
def test_what_the_text_says_of_reservations(way: Way, instrument: str, rules: set[str]) -> None:
    assert {clause.rule for clause in way("SEN", instrument).reservations} == rules


@pytest.mark.answers("A9", "A10")
def test_no_reservation_is_on_an_article_to_which_none_may_be_made(way: Way) -> None:
    """What the record has agrees with what the text says."""
    uses = {use.article.reference for use in way("SAU", "refugee-1951").uses if use.article}
    assert "24" in uses
    assert not uses & {"1", "3", "4", "16.1", "33", *map(str, range(36, 47))}


@pytest.mark.answers("A10")
def test_a_reservation_that_a_peer_withdrew_is_counted_as_withdrawn(way: Way) -> None:
    # Notification of 8 April 2011: Morocco withdraws its reservations to articles 9(2) and 16 of CEDAW.
    before, after = (
        {use.article.reference: use for use in way("TUN", "cedaw", on).uses if use.article}
        for on in ("2011-04-07", "2011-04-08")
    )
    assert "MAR" in before["9.2"].peers_made
    assert "MAR" in after["9.2"].peers_withdrawn
    assert "MAR" not in after["9.2"].made


@pytest.mark.answers("A10")
def test_the_peers_among_those_who_made_a_reservation_stand_first(way: Way) -> None:
    # Page IV-13, declarations and reservations: Algeria, Fiji and Morocco to article 92(1).
    found = {use.article.reference: use for use in way("TUN", "icrmw").uses if use.article}
    assert set(found["92.1"].made) == {"DZA", "FJI", "MAR"}
    assert set(found["92.1"].peers_made) == {"DZA", "MAR"}
    assert found["92.1"].made[-1] == "FJI"


# A11 to A13: declarations, procedures, reports


@pytest.mark.answers("A11", "A12")
def test_declarations_open_under_the_convention_on_migrant_workers(way: Way) -> None:
    # Page IV-13: Mexico under article 77 on 15 September 2008, not under 76. Ten are needed (76(2), 77(8)).
    mexico = {each.identifier: each for each in way("MEX", "icrmw").procedures}
    complaints, states = mexico["icrmw-individual-communications"], mexico["icrmw-inter-state-communications"]
    assert (complaints.accepted, states.accepted) == (True, False)
    assert (complaints.threshold, complaints.operative) == (10, False)
    senegal = {each.identifier: each for each in way("SEN", "icrmw").procedures}
    assert not senegal["icrmw-individual-communications"].accepted


@pytest.mark.answers("A11")
def test_a_protocol_that_opens_complaints_is_named_under_its_parent(way: Way) -> None:
    # OHCHR dashboard 2020: Senegal accepted the first Optional Protocol (1978), not that on economic rights.
    civil = {each.under: each.accepted for each in way("SEN", "iccpr").procedures}
    assert civil["iccpr-op1"]
    assert not {each.under: each.accepted for each in way("SEN", "icescr").procedures}["icescr-op"]


@pytest.mark.answers("A13")
@pytest.mark.parametrize(
    ("party", "instrument", "deposit", "first", "due"),
    [
        # Convention on migrant workers, art. 73(1)(a): within one year of entry into force for the State.
        ("SLE", "icrmw", "2026-02-03", "P1Y", "2027-06-01"),
        # Benin has been bound since 1 November 2018: OHCHR had the report due on 1 November 2019.
        ("BEN", "icrmw", "2026-02-03", "P1Y", "2019-11-01"),
        # Convention on enforced disappearance, art. 29(1): two years.
        ("ITA", "cped", "2026-02-03", "P2Y", "2017-11-07"),
    ],
)
def test_when_the_first_report_is_due(
    way: Way, party: str, instrument: str, deposit: str, first: str, due: str
) -> None:
    (report,) = way(party, instrument, DATA, deposit).reports
    assert (report.first, report.due) == (first, due)


# A14: peers


@pytest.mark.answers("A14")
def test_peers_of_an_economic_community_on_the_day(graph: Store) -> None:
    # Mali, Burkina Faso and Niger left ECOWAS on 29 January 2025; page IV-13 has all three as parties.
    before, after = (
        {each.standing.party.code for each in peers(graph, "SEN", "icrmw", on, "en", "ecowas").peers}
        for on in ("2025-01-28", "2025-01-30")
    )
    assert before - after == {"MLI", "BFA", "NER"}
    found = peers(graph, "SEN", "icrmw", DATA, "en", "ecowas")
    status = {each.standing.party.code: each.standing.status for each in found.peers}
    assert {code for code, own in status.items() if own is not Status.PARTY} == {"LBR", "SLE"}  # signed only
    assert status["LBR"] is Status.SIGNATORY


@pytest.mark.answers("A14")
def test_peers_of_an_income_group_are_those_of_the_bank_s_list(graph: Store) -> None:
    # CLASS_FY2026.xlsx of the World Bank, another file than the one read: 87 of high, 54 of upper middle, 50 of lower
    # middle, 25 of low income; it leaves Ethiopia unclassified, which the table of all years has in the low one.
    groups = {each.identifier: each for each in read_groups(graph, "en", DATA).groups if each.kind == "income"}
    assert {name: len(group.members) for name, group in groups.items()} == {
        "high": 87 - 1,  # without the Channel Islands
        "upper-middle": 54,
        "lower-middle": 50,
        "low": 25 + 1,
    }
    assert "SEN" in groups["lower-middle"].members
    later = {each.identifier: each for each in read_groups(graph, "en", "2026-11-29").groups}
    assert later["low"].known_until == "2026-07-01"


@pytest.mark.answers("A14")
def test_a_list_of_codes_is_a_group(graph: Store) -> None:
    found = peers(graph, "SEN", "icrmw", DATA, "en", "list:MLI,ITA")
    assert {each.standing.party.code: each.standing.status for each in found.peers} == {
        "MLI": Status.PARTY,
        "ITA": Status.ELIGIBLE_NO_ACTION,
    }


# A15: corridor


@pytest.mark.answers("A15")
def test_what_binds_both_ends_of_a_corridor(adviser: Adviser) -> None:
    # Avena (I.C.J. Reports 2004, p. 12): Mexico and the United States are both bound by article 36 of the Convention on
    # consular relations. The United States is no party to the Convention on migrant workers.
    on = DATA
    found = corridor(adviser.view("MEX", on), adviser.view("USA", on), ("consular-assistance",))
    (right,) = found.rights
    assert right.state is Shared.BOTH
    common = {basis.tag.article for basis in right.common}
    assert any(key.startswith("vccr/36") for key in common)
    assert not any(key.startswith("icrmw/") for key in common)
    assert any(basis.tag.article.startswith("icrmw/23") for basis in right.first.bases)


@pytest.mark.answers("A15")
def test_a_corridor_before_one_end_was_bound(adviser: Adviser) -> None:
    # Senegal acceded to the Convention on migrant workers on 9 June 1999; it took effect on 1 July 2003.
    before, after = (
        corridor(adviser.view("SEN", on), adviser.view("MAR", on), ("temporary-absence",)).rights[0]
        for on in ("2003-06-30", "2003-07-01")
    )
    assert before.state is not Shared.BOTH
    assert after.state is Shared.BOTH
    assert {basis.tag.article.partition("/")[0] for basis in after.common} == {"icrmw"}


# A18, A19


@pytest.mark.answers("A18")
def test_ratifying_the_newer_convention_denounces_the_older(way: Way) -> None:
    # C183, art. 18 (in the final provisions: ratification of a revising convention denounces); C103 was revised by it.
    # NORMLEX 2022: Spain is bound by C103, ratified on 17 August 1965, and has not ratified C183.
    found = {each.instrument: each for each in way("ESP", "ilo-c183", "2015-01-01").denounced}
    assert found["ilo-c103"].since == "1966-08-17"


@pytest.mark.answers("A19")
def test_areas_of_national_law_that_an_instrument_touches(way: Way) -> None:
    # ILO, C143, Parts I and II: migrations in abusive conditions, equality of opportunity and treatment.
    areas = [each.identifier for each in way("SEN", "ilo-c143").areas]
    assert areas[0] == "labour-law"
    assert {"immigration-law", "anti-discrimination-law", "social-security-law"} <= set(areas)
    assert {"nationality-law", "maritime-and-rescue-law"}.isdisjoint(areas)
    assert "nationality-law" in {each.identifier for each in way("SEN", "statelessness-1961").areas}


# A22, A25


@pytest.mark.answers("A22")
def test_what_a_state_can_build_on_without_ratifying(adviser: Adviser) -> None:
    # Roll-call 6140 of 19 December 2018 (A/73/PV.60): Morocco in favour of the Compact, the United States against.
    morocco, america = (context(adviser, code, "cped", DATA).support for code in ("MAR", "USA"))
    assert ("vote", "gcm", "2018-12-19") in {(each.kind, each.identifier, each.on) for each in morocco}
    assert "gcm" not in {each.identifier for each in america}


@pytest.mark.answers("A10", "A22")
def test_recommendations_of_the_review_that_urge_the_step(adviser: Adviser) -> None:
    # UPR Info, session 4: Algeria recommended the Convention on migrant workers to Senegal, which accepted.
    found = context(adviser, "SEN", "icrmw", DATA)
    assert [(each.session, each.by and each.by.identifier, each.response) for each in found.recommendations] == [
        (4, "DZA", "accepted")
    ]


@pytest.mark.answers("A20", "A21")
def test_objectives_and_targets_that_the_step_serves(adviser: Adviser) -> None:
    # Bast, Wessels and Farahat: objective 22 rests on articles 27 and 54. The SDG framework: 10.7 is migration.
    found = context(adviser, "ITA", "icrmw", DATA)
    portability = next(each for each in found.objectives if each.number == "22")
    assert {"icrmw/27", "icrmw/54"} <= set(portability.articles)
    assert "10.7" in {each.number for each in found.targets}


@pytest.mark.answers("A25")
def test_courses_that_fit_a_convention_not_joined(adviser: Adviser) -> None:
    # Page of the IOM on its courses: Sanremo, in English, French and Spanish.
    courses = {each.place: each for each in context(adviser, "ITA", "icrmw", DATA).courses}
    assert set(courses["Sanremo, Italy"].languages) == {"en", "fr", "es"}
    assert context(adviser, "SEN", "icrmw", DATA).courses == ()  # bound already


# side by side


@pytest.mark.answers("A1")
def test_three_states_side_by_side(adviser: Adviser) -> None:
    # Page IV-13: Mali since 2003, Côte d’Ivoire acceded on 26 September 2023; page IV-5: Senegal 1990.
    found = compare(adviser, ("SEN", "MLI", "CIV"), "2023-06-01", By.INSTRUMENT)
    lines = {line.identifier: line.cells for line in found.lines}
    assert lines["icrmw"] == {"SEN": "party", "MLI": "party", "CIV": "eligible-no-action"}
    assert set(lines["crc"].values()) == {"party"}


@pytest.mark.answers("A3", "A14")
def test_a_matrix_gives_what_each_view_gives(adviser: Adviser) -> None:
    members = read_groups(adviser.store, "en", DATA).find("gcc").members
    found = matrix(adviser, members, DATA, By.RIGHT)
    assert set(members) == {"ARE", "BHR", "KWT", "OMN", "QAT", "SAU"}  # Charter of the Council, art. 5
    for code in ("KWT", "OMN"):
        own = {each.right: each.cover.value for each in adviser.view(code, DATA).cover()}
        assert {line.identifier: line.cells[code] for line in found.lines} == own
