"""Read the first year of memberships that were still running in 2014, from the Correlates of War project.

Publisher: COW International Organizations 3.0 (Pevehouse, Nordstrom, McManus and Jamison 2020), through the package
igoR. Years only. Spells that ended are not read: their last year is now the last full year of membership, now the
year in which it ended, and some end because coding did. Nor are the first years that are those of an older or
younger body than the one that the graph means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "cow-igo-v3"

SPELLS, STATES = "cow_igo_v3_membership_spells.csv", "cow_states2016.csv"
FILES = (SPELLS, STATES)


@dataclass(frozen=True, slots=True)
class _Coded:
    """An organization of the graph, and the first year of the project that is one of it."""

    organization: str
    since: int


_ORGANIZATIONS: Mapping[str, _Coded] = {
    "ACCT": _Coded("oif", 1970),
    "ASEAN": _Coded("asean", 1967),
    "AU": _Coded("au", 2002),
    "COE": _Coded("coe", 1949),
    "COMSEC": _Coded("commonwealth", 1966),  # 1965 is the foundation of the Secretariat
    "ECOWAS": _Coded("ecowas", 1975),
    "GCC": _Coded("gcc", 1981),
    "HCPIL": _Coded("hcch", 1956),  # spells before the Statute are those of sessions attended
    "IGAD": _Coded("igad", 1986),
    "LOAS": _Coded("las", 1945),
    "OAS": _Coded("oas", 1949),  # older years are those of the Pan-American Union
    "OIC": _Coded("oic", 1969),
    "SAARC": _Coded("saarc", 1985),
    "SADC": _Coded("sadc", 1992),
    "SICA": _Coded("sica", 1991),
}
"""Organizations that are read, by the project's code.

Left out: CIS, COMESA, EAC and MERCOSUR name States that were never members (Botswana in the East African Community);
ECCAS ends in 2011; CEMAC counts from the signature of its treaty; CARICOM counts members from their independence only;
of EU, ILO, IOMIG and UN there is a list by day.
"""

_SERBIA = "345"
"""The project's code of Yugoslavia, which is that of Serbia in every spell that was still running in 2014."""

_NEW_FORMS = frozenset({("255", "1990"), ("679", "1990")})
"""Germany and Yemen in the year of their unification: the memberships are older."""

_STATE = ("ccode", "statenme")
_STATUSES = {"1": "member", "2": "associate", "3": "observer"}


def read(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield an admission for each spell that was still running when coding stopped.

    Raises:
        SourceFormatError: a file is missing or malformed, or a State has no name.
    """
    states = {line.cells["ccode"]: line.cells["statenme"] for line in read_lines(folder / STATES, _STATE)}
    states[_SERBIA] = "Serbia"
    columns = ("igo", "cow_ccode", "membership_code", "first_year", "last_year", "censored_at_2014")
    for line in read_lines(folder / SPELLS, columns):
        coded = _ORGANIZATIONS.get(line.cells["igo"])
        if coded and _counts(line, coded.since):
            yield _membership(line, coded.organization, states, names)


def _counts(line: Line, since: int) -> bool:
    """Tell whether a spell was still running in 2014, and its first year is that of an admission."""
    code, first = line.cells["cow_ccode"], line.cells["first_year"]
    return line.cells["censored_at_2014"] == "True" and int(first) >= since and (code, first) not in _NEW_FORMS


def _membership(line: Line, organization: str, states: Mapping[str, str], names: Names) -> MembershipRow:
    code, status = line.cells["cow_ccode"], line.cells["membership_code"]
    if code not in states or status not in _STATUSES:
        raise SourceFormatError(line.file, line.place, f"no State {code} or no status {status} is known")
    return MembershipRow(
        organization=organization,
        party=line.party(names, states[code]),
        event="admission",
        date=line.cells["first_year"],
        status=_STATUSES[status],
        participant=states[code],
        as_shown=f"{line.cells['first_year']}-{line.cells['last_year']}",
        source=SOURCE,
        locator=line.locator,
    )
