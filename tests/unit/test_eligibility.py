"""Who may join an instrument, by which acts, and which legal step comes next."""

from __future__ import annotations

import pytest

from iml_graph.eligibility import Eligibility, classes_of, eligibility, exists, next_step
from iml_graph.records import Instrument, Members, Membership, Party, Way
from iml_graph.status import party_profile
from iml_graph.store import Store
from iml_graph.terms import NextStep, Status

ON = "2020-01-01"


def party(code: str = "AAA", kind: str = "State", **more: str | None) -> Party:
    given = {"exists_from": None, "exists_until": None, "un_member": "1950-01-01", **more}
    return Party(code, code, kind, None, region=None, territory_of=None, **given)  # type: ignore[arg-type]


def instrument(*ways: Way, parents: tuple[str, ...] = ()) -> Instrument:
    return Instrument("t", "T", None, None, None, None, None, "1980-01-01", "1985-01-01", None, ways, parents)


def way(open_to: str, mode: str, *gates: str, opens: str | None = None, closes: str | None = None) -> Way:
    return Way(open_to, mode, opens, closes, gates)


STATE, OUTSIDE_UN = party(), party(un_member=None)
ORGANIZATION = party("EUE", "RegionalIntegrationOrganization", un_member=None)
TERRITORY, OTHER = party("TTT", "Territory", un_member=None), party("XKX", "OtherParticipant", un_member=None)


@pytest.mark.parametrize(
    ("actor", "classes"),
    [
        (STATE, {"all-states", "un-members", "un-members-and-agencies"}),
        (OUTSIDE_UN, {"all-states"}),
        (party("COK", un_member=None), {"all-states", "self-governing-associated-states"}),
        (party(un_member="2020-01-02"), {"all-states"}),
        (party(exists_until=ON), set()),
        (party(exists_from="2020-01-02"), set()),
        (ORGANIZATION, {"regional-integration-organizations", "international-organizations"}),
        (TERRITORY, set()),
        (OTHER, set()),
    ],
    ids=["member", "no member", "associated", "member later", "ended", "not begun", "REIO", "territory", "other"],
)
def test_classes_of_an_actor(actor: Party, classes: set[str]) -> None:
    assert classes_of(actor, ON) == classes


@pytest.mark.parametrize(
    ("day", "there"), [("1992-12-31", False), ("1993-01-01", True), ("2005-12-31", True), ("2006-01-01", False)]
)
def test_existence_is_half_open(day: str, there: bool) -> None:
    assert exists(party(exists_from="1993-01-01", exists_until="2006-01-01"), day) is there


@pytest.mark.parametrize(
    ("open_to", "actor", "eligible"),
    [
        ("all-states", STATE, True),
        ("all-states", OUTSIDE_UN, True),
        ("all-states", ORGANIZATION, False),
        ("all-states", TERRITORY, False),
        ("all-states", OTHER, None),
        ("un-members", STATE, True),
        ("un-members", OUTSIDE_UN, False),
        ("un-members-and-agencies", OUTSIDE_UN, None),
        ("invited-states", STATE, False),
        ("regional-integration-organizations", STATE, False),
        ("regional-integration-organizations", ORGANIZATION, True),
        ("self-governing-associated-states", STATE, False),
        ("self-governing-associated-states", party("NIU", un_member=None), True),
    ],
)
def test_whether_an_actor_may_join(open_to: str, actor: Party, eligible: bool | None) -> None:
    found = eligibility(actor, instrument(way(open_to, "accession")), ON, {})
    assert found.eligible is eligible
    assert found.modes == ({"accession"} if eligible else set())


MEMBERSHIP = Membership("1990-01-01", "2019-01-01", None, None, "admission")
LISTED = Membership("2020-06-01", None, None, None, "listed")


@pytest.mark.parametrize(
    ("spans", "complete", "eligible", "certain"),
    [
        ((Membership("1990-01-01", None, None, None, "admission"),), None, True, True),
        ((MEMBERSHIP,), "2020-12-31", False, True),
        ((MEMBERSHIP,), "2019-12-31", False, False),  # the day asked about is later
        ((MEMBERSHIP,), None, None, True),
        ((LISTED,), "2020-12-31", None, True),  # since when is not said
        ((Membership("2020-12-31", None, "2020-01-01", None, "admission"),), "2020-12-31", None, True),
        ((), "2020-12-31", False, True),
        ((), None, None, True),
    ],
    ids=["member", "left", "after the last list", "no list", "listed later", "in that year", "never", "nothing known"],
)
def test_a_way_for_members_of_an_organization(
    spans: tuple[Membership, ...], complete: str | None, eligible: bool | None, certain: bool
) -> None:
    members = Members({("AAA", "o"): spans}, {"o": complete} if complete else {})
    members_only = Way("members-of-organization", "ratification", None, None, organizations=("o",))
    found = eligibility(STATE, instrument(members_only), ON, {}, members)
    assert (found.eligible, found.certain, found.advised) == (eligible, certain, eligible is not None)


def test_membership_in_one_of_several_organizations_is_enough() -> None:
    members = Members({("AAA", "p"): (Membership("1990-01-01", None, None, None, "admission"),)})
    either = Way("members-of-organization", "accession", None, None, organizations=("o", "p"))
    assert eligibility(STATE, instrument(either), ON, {}, members).eligible is True


def test_a_member_of_an_agency_may_join_what_is_open_to_agencies() -> None:
    members = Members({("AAA", "who"): (Membership("1990-01-01", None, None, None, "admission"),)})
    agencies = instrument(way("un-members-and-agencies", "accession"))
    assert eligibility(OUTSIDE_UN, agencies, ON, {}, members).eligible is True


def test_a_clause_may_name_states() -> None:
    named = instrument(Way("named-states", "accession", None, None, named=("AAA",)))
    assert [eligibility(actor, named, ON, {}).eligible for actor in (STATE, party("BBB"))] == [True, False]


def test_whom_a_clause_allows_to_be_invited_is_never_refused() -> None:
    invited = instrument(way("invited-states", "accession"))
    assert eligibility(STATE, invited, ON, {}) == Eligibility(False, by_invitation=True)
    assert eligibility(ORGANIZATION, invited, ON, {}) == Eligibility(False)


def test_a_protocol_is_closed_to_whom_its_parent_is_closed() -> None:
    protocol = instrument(way("parties-to-parent", "accession", "parent"))
    assert eligibility(STATE, protocol, ON, {"parent": Status.NOT_ELIGIBLE}) == Eligibility(False)
    bound_first = instrument(way("all-states", "accession"), parents=("parent",))
    assert eligibility(STATE, bound_first, ON, {"parent": Status.NOT_ELIGIBLE}).eligible is False


def test_an_instrument_without_clauses_leaves_it_open() -> None:
    assert eligibility(STATE, instrument(), ON, {}) == Eligibility(None)


def test_states_ratify_and_organizations_confirm_formally() -> None:
    both = ("all-states", "regional-integration-organizations")
    ways = [way(open_to, mode) for open_to in both for mode in ("ratification", "formal-confirmation", "accession")]
    assert eligibility(STATE, instrument(*ways), ON, {}).modes == {"ratification", "accession"}
    assert eligibility(ORGANIZATION, instrument(*ways), ON, {}).modes == {"formal-confirmation", "accession"}


@pytest.mark.parametrize(
    ("day", "modes"),
    [
        ("1979-12-31", set()),
        ("1980-01-01", {"signature"}),
        ("1981-12-31", {"signature"}),
        ("1982-01-01", set()),
    ],
)
def test_both_days_of_a_window_belong_to_it(day: str, modes: set[str]) -> None:
    window = way("all-states", "signature", opens="1980-01-01", closes="1981-12-31")
    assert eligibility(STATE, instrument(window), day, {}).modes == modes


@pytest.mark.parametrize(
    ("open_to", "standing", "modes", "missing"),
    [
        ("parties-to-parent", {}, set(), ("parent",)),
        ("parties-to-parent", {"parent": Status.SIGNATORY}, set(), ("parent",)),
        ("parties-to-parent", {"parent": Status.FORMER_PARTY}, set(), ("parent",)),
        ("parties-to-parent", {"parent": Status.PARTY}, {"accession"}, ()),
        ("parties-to-parent", {"parent": Status.PARTY_NOT_IN_FORCE}, {"accession"}, ()),
        ("parties-or-signatories-to-parent", {}, set(), ("parent",)),
        ("parties-or-signatories-to-parent", {"parent": Status.SIGNATORY}, {"accession"}, ()),
        ("signatories-to-parent", {"parent": Status.SIGNATORY}, {"accession"}, ()),
    ],
)
def test_a_protocol_waits_for_its_parent(
    open_to: str, standing: dict[str, Status], modes: set[str], missing: tuple[str, ...]
) -> None:
    found = eligibility(STATE, instrument(way(open_to, "accession", "parent")), ON, standing)
    assert (found.eligible, found.modes, found.missing) == (True, modes, missing)


def test_whether_it_may_join_is_not_known_where_its_standing_towards_the_parent_is_not() -> None:
    protocol = instrument(way("parties-to-parent", "accession", "parent"))
    assert eligibility(STATE, protocol, ON, {"parent": Status.UNKNOWN}) == Eligibility(None)


def test_a_member_of_an_agency_need_not_join_the_parent() -> None:
    ways = [way("parties-to-parent", "accession", "parent"), way("un-members-and-agencies", "accession")]
    assert eligibility(OUTSIDE_UN, instrument(*ways), ON, {}) == Eligibility(None)  # Refugee Protocol, art. V


def test_a_signatory_to_the_parent_may_sign_but_must_first_be_party_to_be_bound() -> None:
    opcat = instrument(way("parties-or-signatories-to-parent", "signature", "cat"), parents=("cat",))
    found = eligibility(STATE, opcat, ON, {"cat": Status.SIGNATORY})
    assert (found.modes, found.missing) == ({"signature"}, ("cat",))


def test_any_one_of_several_parents_suffices() -> None:
    opic = instrument(way("parties-to-parent", "accession", "crc", "crc-opac", "crc-opsc"))
    assert eligibility(STATE, opic, ON, {"crc-opsc": Status.PARTY}).modes == {"accession"}
    assert eligibility(STATE, opic, ON, {}).missing == ("crc", "crc-opac", "crc-opsc")


def test_a_protocol_is_closed_to_what_is_no_state() -> None:
    protocol = instrument(way("parties-to-parent", "accession", "parent"))
    assert eligibility(TERRITORY, protocol, ON, {}).eligible is False
    assert eligibility(party(exists_until=ON), protocol, ON, {}).eligible is False


def able(*modes: str, missing: tuple[str, ...] = ()) -> Eligibility:
    return Eligibility(True, frozenset(modes), missing)


@pytest.mark.parametrize(
    ("status", "can", "step"),
    [
        (Status.SIGNATORY, able("signature", "ratification", "accession"), NextStep.RATIFY),
        (Status.SIGNATORY, able("formal-confirmation", "accession"), NextStep.CONFIRM_FORMALLY),
        (Status.SIGNATORY, able("acceptance"), NextStep.ACCEPT_OR_APPROVE),
        (Status.SIGNATORY, able("approval"), NextStep.ACCEPT_OR_APPROVE),
        (Status.SIGNATORY, able("consent"), NextStep.CHECK_DEPOSITARY),
        (Status.SIGNATORY, able("signature"), NextStep.NONE_OPEN),
        (Status.SIGNATORY, able("ratification", missing=("parent",)), NextStep.JOIN_PARENT_FIRST),
        (Status.ELIGIBLE_NO_ACTION, able("signature", "ratification", "accession"), NextStep.SIGN_OR_ACCEDE),
        (Status.ELIGIBLE_NO_ACTION, able("signature", "ratification"), NextStep.SIGN_AND_RATIFY),
        (Status.ELIGIBLE_NO_ACTION, able("ratification", "accession"), NextStep.ACCEDE),
        (Status.ELIGIBLE_NO_ACTION, able("ratification"), NextStep.NONE_OPEN),
        (Status.ELIGIBLE_NO_ACTION, able("accession", missing=("parent",)), NextStep.JOIN_PARENT_FIRST),
        (Status.FORMER_PARTY, able("signature", "accession"), NextStep.ACCEDE_AGAIN),
        (Status.FORMER_PARTY, able("accession", missing=("parent",)), NextStep.JOIN_PARENT_FIRST),
        (Status.ELIGIBLE_NO_ACTION, able("definitive-signature"), NextStep.SIGN),
        (Status.ELIGIBLE_NO_ACTION, Eligibility(True, frozenset({"ratification"}), direct=True), NextStep.RATIFY),
        (Status.BY_INVITATION, Eligibility(False, by_invitation=True), NextStep.SEEK_INVITATION),
        (Status.SIGNATORY, Eligibility(False, by_invitation=True), NextStep.RATIFY),
        (Status.UNKNOWN, Eligibility(False, by_invitation=True), NextStep.CHECK_DEPOSITARY),
        (Status.PARTY_NOT_IN_FORCE, able("accession"), NextStep.AWAIT_ENTRY_INTO_FORCE),
        (Status.PARTY_NOT_IN_FORCE, Eligibility(None), NextStep.AWAIT_ENTRY_INTO_FORCE),
        (Status.UNKNOWN, Eligibility(None), NextStep.CHECK_DEPOSITARY),
        (Status.UNKNOWN, able("accession"), NextStep.CHECK_DEPOSITARY),
        (
            Status.ELIGIBLE_NO_ACTION,
            able("signature", "formal-confirmation", "accession"),
            NextStep.SIGN_CONFIRM_OR_ACCEDE,
        ),
        (Status.SIGNATORY, Eligibility(None), NextStep.RATIFY),
        (Status.SIGNATORY, Eligibility(False), NextStep.NONE_OPEN),
    ],
)
def test_next_step(status: Status, can: Eligibility, step: NextStep) -> None:
    assert next_step(status, can) is step


@pytest.fixture(scope="module")
def eligible(graph: Store) -> dict[tuple[str, str], Eligibility]:
    codes = ("USA", "XKX", "TWN", "EUE", "VAT")
    profiles = [party_profile(graph, code, "2026-02-03", "en") for code in codes]
    return {(p.party.code, s.instrument.identifier): s.can for p in profiles for s in p.standings}


@pytest.mark.parametrize("code", ["XKX", "TWN"])
def test_of_actors_of_disputed_statehood_nothing_is_said(
    eligible: dict[tuple[str, str], Eligibility], code: str
) -> None:
    assert {can.eligible for (actor, _), can in eligible.items() if actor == code} == {None}


@pytest.mark.parametrize(
    ("code", "identifier", "may"),
    [
        ("EUE", "crpd", True),  # art. 44
        ("EUE", "untoc", True),  # art. 36(2)
        ("EUE", "icrmw", False),  # art. 86: States
        ("EUE", "crc", False),  # arts 46 and 48: States
        ("VAT", "crc", True),
        ("VAT", "iccpr", None),  # art. 48: members of the UN, of an agency, or invited
        ("VAT", "cped", False),  # art. 38: States Members of the United Nations
        ("USA", "crc-opac", True),
    ],
)
def test_the_final_clauses_say_who_may_join(
    eligible: dict[tuple[str, str], Eligibility], code: str, identifier: str, may: bool | None
) -> None:
    assert eligible[code, identifier].eligible is may


@pytest.mark.parametrize(
    ("identifier", "missing"),
    [
        ("cedaw-op", ("cedaw",)),  # the United States has signed the CEDAW and not ratified it
        ("icescr-op", ("icescr",)),
        ("opcat", ()),  # it is a party to the CAT
        ("iccpr-op1", ()),
        ("crc-opsc", ()),  # open to signatories of the CRC too, art. 13
    ],
)
def test_what_the_united_states_must_join_first(
    eligible: dict[tuple[str, str], Eligibility], identifier: str, missing: tuple[str, ...]
) -> None:
    assert eligible["USA", identifier].missing == missing
