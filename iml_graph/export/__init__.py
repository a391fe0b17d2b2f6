"""Answers as plain objects for JSON, and as flat rows for tables and CSV: the same from CLI and browser."""

from iml_graph.export.coverage import (
    BRANCH_COLUMNS,
    COVERAGE_COLUMNS,
    STATEMENT_COLUMNS,
    SUPPORT_COLUMNS,
    branch_rows,
    coverage_document,
    coverage_object,
    coverage_rows,
    statement_rows,
    support_rows,
)
from iml_graph.export.forms import (
    Object,
    Table,
    to_csv,
    to_json,
)
from iml_graph.export.objects import (
    entry_object,
    gaps_object,
    instrument_object,
    party_object,
    standing_object,
)
from iml_graph.export.rows import (
    ENTRY_COLUMNS,
    GAP_COLUMNS,
    PARTY_COLUMNS,
    STANDING_COLUMNS,
    entry_rows,
    gap_rows,
    instrument_rows,
    party_rows,
)

__all__ = [
    "BRANCH_COLUMNS",
    "COVERAGE_COLUMNS",
    "ENTRY_COLUMNS",
    "GAP_COLUMNS",
    "PARTY_COLUMNS",
    "STANDING_COLUMNS",
    "STATEMENT_COLUMNS",
    "SUPPORT_COLUMNS",
    "Object",
    "Table",
    "branch_rows",
    "coverage_document",
    "coverage_object",
    "coverage_rows",
    "entry_object",
    "entry_rows",
    "gap_rows",
    "gaps_object",
    "instrument_object",
    "instrument_rows",
    "party_object",
    "party_rows",
    "standing_object",
    "statement_rows",
    "support_rows",
    "to_csv",
    "to_json",
]
