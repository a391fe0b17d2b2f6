"""Read the depositary's participation tables as scraped in April 2012, as a second copy of the same pages.

Publisher: United Nations Treaty Collection; retrieved from GitHub ``smari/DiRiWa``. Treaties have titles only. The 1949
Convention on the traffic in persons (VII-11-a) is left out: its Final Protocol stands under the same title, and
the two lists are mixed. The slavery treaties of 1953 have their consents in the column of signatures.
Square brackets are kept: an act that is no longer in effect. Some second lines of a cell were lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.cells import ANY_CONSENT, SIGNATURE, UNSTATED, Markers
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import read_lines

SOURCE = "untc-diriwa-2012-04"

FILES = ("un_treaties.csv",)

_WOMEN = "Convention on the Elimination of All Forms of Discrimination against Women"
_CHILD = "Convention on the Rights of the Child"
_DISABILITIES = "Convention on the Rights of Persons with Disabilities"
_TORTURE = "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
_CIVIL = "International Covenant on Civil and Political Rights"
_ECONOMIC = "International Covenant on Economic, Social and Cultural Rights"
_DIPLOMATIC = "Vienna Convention on Diplomatic Relations"
_CONSULAR = "Vienna Convention on Consular Relations"
_CRIME = "United Nations Convention against Transnational Organized Crime"

INSTRUMENTS = {
    _TORTURE: "cat",
    f"Optional Protocol to the {_TORTURE}": "opcat",
    _WOMEN: "cedaw",
    f"Optional Protocol to the {_WOMEN}": "cedaw-op",
    _DISABILITIES: "crpd",
    f"Optional Protocol to the {_DISABILITIES}": "crpd-op",
    _CHILD: "crc",
    f"Optional Protocol to the {_CHILD} on a communications procedure": "crc-opic",
    f"Optional Protocol to the {_CHILD} on the involvement of children in armed conflict": "crc-opac",
    f"Optional Protocol to the {_CHILD} on the sale of children, child prostitution and child pornography": "crc-opsc",
    _CIVIL: "iccpr",
    f"Optional Protocol to the {_CIVIL}": "iccpr-op1",
    f"Second Optional Protocol to the {_CIVIL}, aiming at the abolition of the death penalty": "iccpr-op2",
    _ECONOMIC: "icescr",
    f"Optional Protocol to the {_ECONOMIC}": "icescr-op",
    "Convention on the Prevention and Punishment of the Crime of Genocide": "genocide",
    "International Convention for the Protection of All Persons from Enforced Disappearance": "cped",
    "International Convention on the Elimination of All Forms of Racial Discrimination": "icerd",
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of their Families": (
        "icrmw"
    ),
    "Convention relating to the Status of Refugees": "refugee-1951",
    "Protocol relating to the Status of Refugees": "refugee-1967",
    "Convention relating to the status of Stateless Persons": "statelessness-1954",
    "Convention on the Reduction of Statelessness": "statelessness-1961",
    _CRIME: "untoc",
    "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, "
    f"supplementing the {_CRIME}": "palermo-trafficking",
    f"Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the {_CRIME}": "palermo-smuggling",
    "Rome Statute of the International Criminal Court": "rome-statute",
    "Slavery Convention": "slavery-1926",
    "Slavery Convention, signed at Geneva on 25 September 1926 and amended by the Protocol": "slavery-1926-amended",
    "Protocol amending the Slavery Convention signed at Geneva on 25 September 1926": "slavery-protocol-1953",
    "Supplementary Convention on the Abolition of Slavery, the Slave Trade, and Institutions and Practices "
    "Similar to Slavery": "slavery-1956",
    "United Nations Convention on the Law of the Sea": "unclos",
    _DIPLOMATIC: "vcdr",
    f"Optional Protocol to the {_DIPLOMATIC}, concerning Acquisition of Nationality": "vcdr-op-nationality",
    f"Optional Protocol to the {_DIPLOMATIC}, concerning the Compulsory Settlement of Disputes": "vcdr-op-disputes",
    _CONSULAR: "vccr",
    f"Optional Protocol to the {_CONSULAR} concerning Acquisition of Nationality": "vccr-op-nationality",
    f"Optional Protocol to the {_CONSULAR} concerning the Compulsory Settlement of Disputes": "vccr-op-disputes",
    "Convention on the Nationality of Married Women": "married-women-1957",
    "Convention on Consent to Marriage, Minimum Age for Marriage and Registration of Marriages": (
        "consent-to-marriage-1962"
    ),
    "Convention on the Recovery Abroad of Maintenance": "maintenance-1956",
    "Vienna Convention on the Law of Treaties": "vclt",
}
"""Instrument id by the title as printed, without place and date."""

_FIRST_COLUMN: dict[str, Markers] = {
    "slavery-1926-amended": UNSTATED,
    "slavery-protocol-1953": ANY_CONSENT,
}
"""What the letters mean in the column of signatures where it holds consents."""


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures and consents of the instruments known by title.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], ("Country", "Treaty", "Signature", "Ratification")):
        # Two no-break spaces part the title from the place and date of the treaty.
        title = line.cells["Treaty"].split("\xa0")[0].rstrip(" .")
        if instrument := INSTRUMENTS.get(title):
            columns = (("Signature", _FIRST_COLUMN.get(instrument, SIGNATURE)), ("Ratification", ANY_CONSENT))
            yield from line.acts(names, instrument, line.cells["Country"].strip(), columns, SOURCE)
