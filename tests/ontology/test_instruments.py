"""The entries of the treaties deposited with the United Nations: right by sources other than their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from iml_graph import namespaces as ns
from iml_graph.entry_into_force import Clause, treaty_entry_into_force

Ask = Callable[[str], list[tuple[str, ...]]]

INSTRUMENTS = frozenset(
    {
        "icerd",
        "icescr",
        "icescr-op",
        "iccpr",
        "iccpr-op1",
        "iccpr-op2",
        "cedaw",
        "cedaw-op",
        "cat",
        "opcat",
        "crc",
        "crc-opac",
        "crc-opsc",
        "crc-opic",
        "icrmw",
        "crpd",
        "crpd-op",
        "cped",
        "genocide",
        "refugee-1951",
        "refugee-1967",
        "statelessness-1954",
        "statelessness-1961",
        "untoc",
        "palermo-trafficking",
        "palermo-smuggling",
        "slavery-1926",
        "slavery-1926-amended",
        "slavery-protocol-1953",
        "slavery-1956",
        "traffic-1949",
        "vccr",
        "vclt",
        "unclos",
        "rome-statute",
    }
)

# Place and date that the depositary prints after the title: index of all chapters, scrape of 2015
# (untc-zmjones-2015-03). It is the day of adoption or, for some, the day of opening for signature.
PRINTED_AFTER_TITLE = {
    "III-6": "1963-04-24",
    "IV-1": "1948-12-09",
    "IV-2": "1966-03-07",
    "IV-3": "1966-12-16",
    "IV-3-a": "2008-12-10",
    "IV-4": "1966-12-16",
    "IV-5": "1966-12-16",
    "IV-8": "1979-12-18",
    "IV-8-b": "1999-10-06",
    "IV-9": "1984-12-10",
    "IV-9-b": "2002-12-18",
    "IV-11": "1989-11-20",
    "IV-11-b": "2000-05-25",
    "IV-11-c": "2000-05-25",
    "IV-11-d": "2011-12-19",
    "IV-12": "1989-12-15",
    "IV-13": "1990-12-18",
    "IV-15": "2006-12-13",
    "IV-15-a": "2006-12-13",
    "IV-16": "2006-12-20",
    "V-2": "1951-07-28",
    "V-3": "1954-09-28",
    "V-4": "1961-08-30",
    "V-5": "1967-01-31",
    "VII-11-a": "1950-03-21",
    "XVIII-1": "1953-12-07",
    "XVIII-2": "1953-12-07",
    "XVIII-3": "1926-09-25",
    "XVIII-4": "1956-09-07",
    "XVIII-10": "1998-07-17",
    "XVIII-12": "2000-11-15",
    "XVIII-12-a": "2000-11-15",
    "XVIII-12-b": "2000-11-15",
    "XXI-6": "1982-12-10",
    "XXIII-1": "1969-05-23",
}

# Entry into force of the treaty: column Force of manytreaties-2025-10; register of the United Kingdom
# (uk-treaties-2022); IEADB for XXI-6; status XML of the depositary of April 2026 for IV-15.
IN_FORCE_ELSEWHERE = {
    "IV-1": "1951-01-12",
    "IV-2": "1969-01-04",
    "IV-3": "1976-01-03",
    "IV-4": "1976-03-23",
    "IV-5": "1976-03-23",
    "IV-8": "1981-09-03",
    "IV-9": "1987-06-26",
    "IV-11": "1990-09-02",
    "IV-12": "1991-07-11",
    "IV-13": "2003-07-01",
    "IV-15": "2008-05-03",
    "V-2": "1954-04-22",
    "V-3": "1960-06-06",
    "V-4": "1975-12-13",
    "V-5": "1967-10-04",
    "III-6": "1967-03-19",
    "XVIII-1": "1953-12-07",
    "XVIII-2": "1955-07-07",
    "XVIII-3": "1927-03-09",
    "XVIII-4": "1957-04-30",
    "XVIII-10": "2002-07-01",
    "XXI-6": "1994-11-16",
}

# Day of the deposit that met the threshold, counted in the depositary's lists with the former states of the
# end notes (Czechoslovakia, German Democratic Republic, Yugoslavia), which the lists of today leave out.
DEPOSIT_THAT_MET_THE_THRESHOLD = {
    "icerd": "1968-12-05",
    "icescr": "1975-10-03",
    "icescr-op": "2013-02-05",
    "iccpr": "1975-12-23",
    "iccpr-op2": "1991-04-11",
    "cedaw": "1981-08-04",
    "cedaw-op": "2000-09-22",
    "cat": "1987-05-27",
    "opcat": "2006-05-23",
    "crc": "1990-08-03",
    "crc-opac": "2001-11-12",
    "crc-opsc": "2001-10-18",
    "crc-opic": "2014-01-14",
    "icrmw": "2003-03-14",
    "crpd": "2008-04-03",
    "cped": "2010-11-23",
    "genocide": "1950-10-14",
    "refugee-1951": "1954-01-22",
    "refugee-1967": "1967-10-04",
    "statelessness-1954": "1960-03-08",
    "statelessness-1961": "1973-12-13",
    "untoc": "2003-07-01",
    "palermo-trafficking": "2003-09-26",
    "palermo-smuggling": "2003-10-30",
    "slavery-1926-amended": "1955-07-07",
    "slavery-protocol-1953": "1953-12-07",
    "slavery-1956": "1957-04-30",
    "vccr": "1967-02-17",
    "vclt": "1979-12-28",
    "unclos": "1993-11-16",
    "rome-statute": "2002-04-11",
}


def pairs(ask: Ask, predicate: str) -> dict[str, set[str]]:
    """Collect the values of a property of the instruments, by identifier."""
    found: dict[str, set[str]] = {identifier: set() for identifier in INSTRUMENTS}
    for identifier, value in ask(f"SELECT ?id ?v WHERE {{ ?i dct:identifier ?id ; {predicate} ?v }}"):
        if identifier in INSTRUMENTS:
            found[identifier].add(value)
    return found


def test_every_one_of_them_has_an_entry(ask: Ask) -> None:
    rows = ask("SELECT ?id WHERE { ?i dct:identifier ?id }")
    found = Counter(identifier for (identifier,) in rows)
    assert {identifier: found[identifier] for identifier in INSTRUMENTS} == dict.fromkeys(INSTRUMENTS, 1)


@pytest.mark.parametrize(
    "predicate",
    [
        "eli:type_document",
        "iml:branch",
        "iml:adoptedOn",
        "iml:enteredIntoForceOn",
        "iml:depositary",
        "iml:mtdsgNumber",
        "iml:participationClause",
        "iml:laterEntryIntoForce",
        "rdfs:seeAlso",
    ],
)
def test_no_entry_lacks(ask: Ask, predicate: str) -> None:
    assert [identifier for identifier, values in pairs(ask, predicate).items() if not values] == []


def test_only_the_1926_convention_has_no_clause_on_first_entry_into_force(ask: Ask) -> None:
    without = {i for i, values in pairs(ask, "iml:initialEntryIntoForce").items() if not values}
    assert without == {"slavery-1926"}  # art. 12: in force for each state from its own deposit


def test_date_after_the_title_is_that_of_adoption_or_opening(ask: Ask) -> None:
    rows = ask(
        """SELECT ?no ?adopted ?opened WHERE { ?i iml:mtdsgNumber ?no ; iml:adoptedOn ?adopted
             OPTIONAL { ?i iml:openedForSignatureOn ?opened } }""",
    )
    dates = {row[0]: row[1:] for row in rows}
    assert [no for no, printed in PRINTED_AFTER_TITLE.items() if printed not in dates[no]] == []


def test_entry_into_force_agrees_with_independent_sources(ask: Ask) -> None:
    found = ask("SELECT ?no ?on WHERE { ?i iml:mtdsgNumber ?no ; iml:enteredIntoForceOn ?on }")
    rows = {row[0]: row[1] for row in found}
    assert {number: rows[number] for number in IN_FORCE_ELSEWHERE} == IN_FORCE_ELSEWHERE


@pytest.mark.parametrize(("identifier", "deposit"), DEPOSIT_THAT_MET_THE_THRESHOLD.items())
def test_clause_gives_the_date_of_entry_into_force(ask: Ask, identifier: str, deposit: str) -> None:
    [(threshold, delay, rule, on)] = ask(
        f"""SELECT ?threshold ?delay ?rule ?on WHERE {{
              ?i dct:identifier "{identifier}" ; iml:enteredIntoForceOn ?on ; iml:initialEntryIntoForce ?c .
              ?c iml:threshold ?threshold ; iml:delay ?delay ; iml:delayRule ?rule }}""",
    )
    clause = Clause(delay, rule.rpartition("/")[2], int(threshold))
    deposits = ["1900-01-01"] * (int(threshold) - 1) + [deposit, "2999-01-01"]
    assert treaty_entry_into_force(clause, deposits) == on


def test_protocol_on_a_condition_enters_into_force_not_before_its_parent(ask: Ask) -> None:
    rows = ask(
        """SELECT ?id ?on ?earliest WHERE {
             ?i dct:identifier ?id ; iml:enteredIntoForceOn ?on ; iml:initialEntryIntoForce ?c .
             ?c iml:notBeforeEntryIntoForceOf/iml:enteredIntoForceOn ?earliest }""",
    )
    found = {row[0] for row in rows}
    assert found & INSTRUMENTS == {"iccpr-op1", "crpd-op", "palermo-trafficking", "palermo-smuggling"}
    assert all(earliest <= on for _, on, earliest in rows)


def test_protocol_of_1967_takes_in_articles_2_to_34(ask: Ask) -> None:
    taken = pairs(ask, "iml:incorporatesProvision")["refugee-1967"]
    assert taken == {ns.provision("refugee-1951", str(number)) for number in range(2, 35)}


def test_optional_protocols_of_the_child_do_not_require_to_be_party_to_the_convention(ask: Ask) -> None:
    required = pairs(ask, "iml:requiresPartyTo")
    assert {i for i, parents in required.items() if parents} == {
        *("icescr-op", "iccpr-op1", "iccpr-op2", "cedaw-op", "opcat", "crpd-op"),
        *("palermo-trafficking", "palermo-smuggling", "slavery-protocol-1953"),
    }


def test_declarations_needed_before_a_procedure_operates(ask: Ask) -> None:
    rows = ask("SELECT ?p ?n WHERE { ?p iml:declarationThreshold ?n ; iml:thresholdProvision ?where }")
    found = {p.rpartition("/")[2]: int(n) for p, n in rows}
    assert {name: number for name, number in found.items() if not name.startswith("gc-")} == {
        "icerd-individual-communications": 10,
        "iccpr-inter-state-communications": 10,
        "cat-inter-state-communications": 5,
        "cat-individual-communications": 5,
        "icrmw-inter-state-communications": 10,
        "icrmw-individual-communications": 10,
    }
