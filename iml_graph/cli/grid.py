"""Tables of text, drawn here: to import a library for it takes a quarter of the time of a whole answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_GAP = "  "


def simple(body: Sequence[Sequence[str]], headings: Sequence[str], widest: int | None = None) -> str:
    """Draw a table for a terminal: columns apart, a rule under the headings, long cells wrapped.

    Args:
        body: rows of cells.
        headings: of the columns.
        widest: number of characters of a line that is not to be passed; columns stay at least twelve wide.
    """
    lengths = [max(map(_length, column)) for column in zip(headings, *body, strict=True)]
    widths = _narrowed(lengths, widest) if widest else lengths
    lines = [_join(_padded(headings, widths)), _join("-" * width for width in widths)]
    for row in body:
        cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for place in range(max(map(len, cells))):
            lines.append(_join(_padded([cell[place] if place < len(cell) else "" for cell in cells], widths)))
    return "\n".join(lines)


def markdown(body: Sequence[Sequence[str]], headings: Sequence[str]) -> str:
    """Draw a table of Markdown, one line a row."""
    rows = [[_escaped(cell) for cell in row] for row in (headings, *body)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    first, *rest = (f"| {' | '.join(_padded(row, widths))} |" for row in rows)
    return "\n".join((first, f"|{'|'.join('-' * (width + 2) for width in widths)}|", *rest))


def _length(cell: str) -> int:
    return max(map(len, cell.split("\n")))


def _narrowed(lengths: Sequence[int], widest: int) -> list[int]:
    """Narrow the widest columns until the table fits."""
    widths = [*lengths]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > widest and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(cell: str, width: int) -> list[str]:
    if len(cell) <= width and "\n" not in cell:
        return [cell]
    from textwrap import wrap

    return [line for part in cell.split("\n") for line in wrap(part, width) or [""]]


def _padded(cells: Iterable[str], widths: Iterable[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]


def _join(cells: Iterable[str]) -> str:
    return _GAP.join(cells).rstrip()


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", "<br>")
