"""Decisions between sources that state different days for one act or membership, ``data/adjudications.csv``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from iml_graph.errors import DataError
from iml_graph.text_files import read_rows

ACT_CLASSES = frozenset({"consent", "signature", "termination"})
MEMBERSHIP_CLASSES = frozenset({"admission", "withdrawal", "suspension", "suspension-lifted", "listed"})
ACTION_CLASSES = ACT_CLASSES | MEMBERSHIP_CLASSES


@dataclass(frozen=True, order=True, slots=True)
class Adjudication:
    """One statement that is rejected, in favour of which other, and why (ISO dates).

    ``subject`` is the identifier of an instrument or, of the classes of membership, of an organization or process.
    ``adopted_date`` with ``adopted_action`` is the act as ``adopted_source`` states it; ``rejected_date`` is what
    ``rejected_source`` says of the same act. The reasons are our own words.
    """

    subject: str
    party: str
    action_class: str
    adopted_date: str
    adopted_action: str
    adopted_source: str
    rejected_date: str
    rejected_source: str
    reason_en: str
    reason_fr: str
    reason_es: str
    decided_on: str

    @property
    def on_membership(self) -> bool:
        """Whether it decides on a membership, not on an act towards an instrument."""
        return self.action_class in MEMBERSHIP_CLASSES

    @property
    def rejects(self) -> tuple[str, str, str, str, str]:
        """What identifies the rejected statement: subject, party, class of act, date and source."""
        return (self.subject, self.party, self.action_class, self.rejected_date, self.rejected_source)


COLUMNS = tuple(field.name for field in fields(Adjudication))


def load_adjudications(path: Path) -> tuple[Adjudication, ...]:
    """Read all adjudications, in the order of the file.

    Raises:
        DataError: the header is not the expected one, a row contradicts itself, or rejects what another rejects.
    """
    found = tuple(Adjudication(**row) for row in read_rows(path, COLUMNS))
    for number, adjudication in enumerate(found, 2):
        if problem := _problem(adjudication):
            raise DataError(f"{path.name}, line {number}: {problem}.")
    if len({adjudication.rejects for adjudication in found}) != len(found):
        raise DataError(f"{path.name}: one statement is rejected twice.")
    return found


def _problem(adjudication: Adjudication) -> str:
    if adjudication.action_class not in ACTION_CLASSES:
        return f"“{adjudication.action_class}” is not one of {', '.join(sorted(ACTION_CLASSES))}"
    if adjudication.adopted_date == adjudication.rejected_date:
        return "the adopted date is the rejected one"
    if not all((adjudication.reason_en, adjudication.reason_fr, adjudication.reason_es)):
        return "a reason is missing in one of the three languages"
    return ""
