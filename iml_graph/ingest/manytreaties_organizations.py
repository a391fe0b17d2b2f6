"""Read who signed and joined the founding treaties of regional organizations, hand coded by a research project.

Publisher: manytreaties 1.0.0 (J. Hollway and others, IHEID), tables HUGGO. Dates are day first or cut to what is
known. The mode of consent is not given, except for later members. Where a table has only the day from which the
treaty is in force for a State, often that of the treaty itself, the consent has an effect and no date. A State that
left on a day that is not known whole has its consent in brackets: it is no longer in effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iml_graph.dates import is_cut_date
from iml_graph.ingest.curation import load_left_out
from iml_graph.ingest.manytreaties import OWN_CODES, STILL_PARTY
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "manytreaties-memberships"

TRADE, ENVIRONMENT = "HUGGO_MEM_trade_additional_subset.csv", "HUGGO_MEM_env_reconciled_subset.csv"
FILES = (TRADE, ENVIRONMENT)

INSTRUMENTS = {
    (TRADE, "ANDNGC_1969A"): "cartagena-agreement-1969",
    (TRADE, "ARBMGU_1989O"): "amu-treaty-1989",
    (TRADE, "CMMESA_1993O"): "comesa-treaty-1993",
    (TRADE, "CRBBNC_2001O"): "caricom-revised-treaty-2001",
    (TRADE, "ECCCAS_1983O"): "eccas-treaty-1983",
    (TRADE, "ECCWAS_1975O"): "ecowas-treaty-1975",
    (TRADE, "ECCWAS_1993O"): "ecowas-revised-treaty-1993",
    (TRADE, "ECMCCA_2008O"): "cemac-treaty-2008",
    (TRADE, "ERSNEU_2014O"): "eaeu-treaty-2014",
    (TRADE, "ESACCM_2009O"): "eac-common-market-2009",
    (TRADE, "ESTAFC_1999O"): "eac-treaty-1999",
    (TRADE, "GLFCPC_2001O"): "gcc-economic-agreement-2001",
    (TRADE, "STHADC_1992O"): "sadc-treaty-1992",
    (ENVIRONMENT, "TREAEC_1991A"): "aec-treaty-1991",
}
"""Instrument id by file and by the project's identifier of the treaty; other treaties of the tables are not read."""

_FULL = len("1999-12-31")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The headings of one table."""

    signature: str
    consent: str
    in_force: str
    accession: str
    end: str


_COLUMNS = {
    TRADE: _Columns("StateSignature", "StateRatification", "StateForce", "Accession", "StateEnd"),
    ENVIRONMENT: _Columns("stateSignature", "stateRat", "stateForce", "Accession", "stateWithdrawal"),
}


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures, consents with their effect, accessions, and withdrawals by their effect.

    Raises:
        SourceFormatError: a file is missing or malformed.
    """
    left_out = load_left_out(SOURCE)
    for file, columns in _COLUMNS.items():
        for line in read_lines(folder / file, ("manyID", "stateID", "Title")):
            instrument = INSTRUMENTS.get((file, line.cells["manyID"]))
            if instrument and (instrument, line.cells["stateID"]) not in left_out:
                yield from _acts(line, names, instrument, columns)


def _acts(line: Line, names: Names, instrument: str, columns: _Columns) -> Iterator[ActionRow]:
    signed, consented, in_force, joined, ended = (
        _day(line, heading)
        for heading in (columns.signature, columns.consent, columns.in_force, columns.accession, columns.end)
    )
    left = ended not in ("", STILL_PARTY)
    effect = in_force if len(in_force) == _FULL else ""
    rest = {"effect": effect, "bracketed": "yes" if left and len(ended) < _FULL else ""}
    if signed and (consented or not joined):
        yield _row(line, names, instrument, "signature", signed)
    if joined and consented in ("", joined):
        yield _row(line, names, instrument, "accession", joined, **rest)
    elif consented or effect:
        yield _row(line, names, instrument, "consent", consented, **rest)
    if left:
        whole = len(ended) == _FULL
        yield _row(line, names, instrument, "withdrawal", "" if whole else ended, effect=ended if whole else "")


def _day(line: Line, heading: str) -> str:
    shown = line.cells[heading].strip()
    if shown in ("", "NA"):
        return ""
    return shown if is_cut_date(shown) else line.day_first(shown)


def _row(line: Line, names: Names, instrument: str, action: str, day: str, **rest: str) -> ActionRow:
    state = line.cells["stateID"]
    shown = day or rest.get("effect", "")
    return line.row(names, instrument, OWN_CODES.get(state, state), action, day, as_shown=shown, source=SOURCE, **rest)
