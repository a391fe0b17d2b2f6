"""The forms of an answer: objects for JSON, flat rows for tables and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from iml_graph.labels import word

Object = dict[str, object]
Table = list[dict[str, str]]


def to_json(answer: Object) -> str:
    """Write an object as JSON, accents kept."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def to_csv(rows: Iterable[Mapping[str, str]], columns: tuple[str, ...]) -> str:
    """Write rows as CSV (RFC 4180, but LF line ends); headings are the stable keys, in no language."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def to_markdown(rows: Iterable[Mapping[str, str]], columns: tuple[str, ...], lang: str) -> str:
    """Write a Markdown table without padding, so that a longer cell changes its own line only."""
    lines = [[word(column, lang) for column in columns], ["---"] * len(columns)]
    lines += [[row[column] for column in columns] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
