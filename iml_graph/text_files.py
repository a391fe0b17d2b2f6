"""Text and tables: read so that what is malformed is named with its file and line, written to the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from iml_graph.errors import DataError, SourceFormatError


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, line ends as they are, without a byte order mark.

    Raises:
        SourceFormatError: names the first line that is not UTF-8.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceFormatError(path.name, f"line {line}", "is not text in UTF-8") from None


def read_rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, str]]:
    """Yield the rows of a committed CSV file by heading.

    Args:
        path: the file.
        columns: the headings that it must have, in their order; any if not given.

    Raises:
        DataError: the headings are others.
        SourceFormatError: a line is not UTF-8, or has more or fewer cells than there are headings.
    """
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    if columns is not None and tuple(reader.fieldnames or ()) != tuple(columns):
        raise DataError(f"{path.name}: the columns are not {', '.join(columns)}.")
    for row in reader:
        if None in row or None in row.values():
            raise SourceFormatError(path.name, f"line {reader.line_num}", "has more or fewer cells than the heading")
        yield row


def table_text(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table as CSV text with LF line ends, the rows in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
