"""Read the participation tables of the Council of Europe's treaties as scraped in April 2012.

Publisher: Treaty Office of the Council of Europe (depositary); retrieved from GitHub ``smari/DiRiWa``. Treaties have
titles only. The table gives the entry into force for each State. One column holds ratifications, acceptances and
approvals, which it does not tell apart; all are read as ratifications. Where a State has denounced a
treaty, the scrape put the day of the denunciation under "Reservations" and its effect under "Denunciation".
A State that ceased to be a party and came back (Greece, 1970 to 1974) has its last consent only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph import resources
from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines
from iml_graph.parties import load_parties

SOURCE = "coe-diriwa-2012-04"

FOLDER = "untc-diriwa-2012-04"
"""The folder that holds the table beside the one of the United Nations."""

FILES = ("coe_conventions.csv",)

_ECHR = "Convention for the Protection of Human Rights and Fundamental Freedoms"
_CHARTER = "European Social Charter"
_NATIONALITY = (
    "Convention on the Reduction of Cases of Multiple Nationality and on Military Obligations in Cases of "
    "Multiple Nationality"
)

INSTRUMENTS = {
    _ECHR: "echr",
    f"Protocol to the {_ECHR}": "echr-p1",
    f"Protocol No. 4 to the {_ECHR}, securing certain rights and freedoms other than those already included in the "
    "Convention and in the first Protocol thereto": "echr-p4",
    f"Protocol No. 6 to the {_ECHR} concerning the Abolition of the Death Penalty": "echr-p6",
    f"Protocol No. 7 to the {_ECHR}": "echr-p7",
    f"Protocol No. 11 to the {_ECHR}, restructuring the control machinery established thereby": "echr-p11",
    f"Protocol No. 12 to the {_ECHR}": "echr-p12",
    f"Protocol No. 13 to the {_ECHR}, concerning the abolition of the death penalty in all circumstances": "echr-p13",
    f"Protocol No. 14 to the {_ECHR}, amending the control system of the Convention": "echr-p14",
    _CHARTER: "esc-1961",
    f"Additional Protocol to the {_CHARTER}": "cets-128",
    f"Protocol amending the {_CHARTER}": "cets-142",
    f"Additional Protocol to the {_CHARTER} Providing for a System of Collective Complaints": "cets-158",
    f"{_CHARTER} (revised)": "esc-revised",
    "European Convention on Social and Medical Assistance": "cets-014",
    "European Convention on Establishment": "cets-019",
    "European Agreement on Regulations governing the Movement of Persons between Member States of the Council of "
    "Europe": "cets-025",
    _NATIONALITY: "cets-043",
    "European Convention on Social Security": "cets-078",
    "European Convention on the Legal Status of Migrant Workers": "cets-093",
    "European Agreement on Transfer of Responsibility for Refugees": "cets-107",
    "European Convention for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment": "cets-126",
    "Convention on the Participation of Foreigners in Public Life at Local Level": "cets-144",
    "European Convention on Nationality": "cets-166",
    "Council of Europe Convention on Action against Trafficking in Human Beings": "cets-197",
    "Council of Europe Convention on the avoidance of statelessness in relation to State succession": "cets-200",
    "Council of Europe Convention on the Protection of Children against Sexual Exploitation and Sexual Abuse": (
        "cets-201"
    ),
    "Council of Europe Convention on preventing and combating violence against women and domestic violence": "cets-210",
}
"""Instrument id by the title as printed."""

_COLUMNS = ("Country", "treaty", "Signature", "Ratification", "Entry", "Denunciation", "Reservations")

_CONSENTS = {"": "ratification", "a": "accession", "s": "definitive-signature", "su": "succession"}
"""Action by the letters after the date; ``s`` is a signature without reservation as to ratification."""


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures, consents with their entry into force, and denunciations with their effect.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    parties = load_parties(resources.data() / "parties")
    for line in read_lines(folder / FILES[0], _COLUMNS):
        if instrument := INSTRUMENTS.get(line.cells["treaty"]):
            party = parties.get(line.party(names, line.cells["Country"]))
            began = party.existed_from if party else ""
            acts = (_signature(line, began), _consent(line, began), _denunciation(line))
            yield from (_row(line, names, instrument, act) for act in acts if act)


_Act = tuple[str, str, str, str]
"""Action, day, effect (ISO, or empty) and what the table shows."""


def _signature(line: Line, began: str) -> _Act | None:
    """Return the signature, not a predecessor's; one that is also the consent (``s``) stands in the other column too.

    ``began`` is the ISO day on which the State came into existence, empty where none is recorded.
    """
    day, letters = _date(line, "Signature")
    if not day or letters == "s" or day < began:
        return None
    return "signature", day, "", line.cells["Signature"]


def _consent(line: Line, began: str) -> _Act | None:
    """Return the consent; a predecessor's makes its successor a party on the day of entry into force shown."""
    day, letters = _date(line, "Ratification")
    effect, _ = _date(line, "Entry")
    if not day:
        return None
    if letters not in _CONSENTS:
        raise SourceFormatError(line.file, line.place, f"“{letters}” marks no known kind of consent")
    shown = f"{line.cells['Ratification']}; {line.cells['Entry']}".removesuffix("; ")
    if day < began:
        return "succession", "", effect, shown
    return _CONSENTS[letters], day, effect, shown


def _denunciation(line: Line) -> _Act | None:
    effect, _ = _date(line, "Denunciation")
    if not effect:
        return None
    day, _ = _date(line, "Reservations")
    return "denunciation", day, effect, f"{line.cells['Reservations']}; {line.cells['Denunciation']}"


def _row(line: Line, names: Names, instrument: str, act: _Act) -> ActionRow:
    action, day, effect, shown = act
    return line.row(names, instrument, line.cells["Country"], action, day, effect=effect, as_shown=shown, source=SOURCE)


def _date(line: Line, column: str) -> tuple[str, str]:
    """Return the ISO date of a cell and the letters after it; empty texts for an empty cell or a flag (``X``)."""
    shown = line.cells[column].strip()
    if shown in {"", "X"}:
        return "", ""
    day, _, letters = shown.partition(" ")
    return line.day_first(day), letters
