"""The briefing as Markdown (GitHub’s, with tables); a figure becomes its caption and what it shows in words."""

from __future__ import annotations

from collections.abc import Iterator

from iml_graph.brief.document import Block, Cell, Document, Figure, Items, Paragraph, Table


def render(document: Document) -> str:
    """Write the text."""
    lines = [f"# {_plain(document.title)}", f"**{_plain(document.subtitle)}**", f"*{_plain(document.origin)}*"]
    for depth, section in document.walk():
        lines.append(f"{'#' * (depth + 1)} {_plain(section.title)}")
        for block in section.blocks:
            lines += _block(block)
    return "\n\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _plain(block.text)
    elif isinstance(block, Items):
        marks = (f"{place}." if block.numbered else "-" for place in range(1, len(block.items) + 1))
        yield "\n".join(
            f"{mark} {f'**{_plain(item.lead)}** ' if item.lead else ''}{_plain(item.text)}"
            for mark, item in zip(marks, block.items, strict=True)
        )
    elif isinstance(block, Table):
        yield f"**{_plain(block.caption)}**"
        yield "\n".join(_table(block))
    elif isinstance(block, Figure):
        yield f"**{_plain(block.caption)}**"
        yield _plain(block.alternative)


def _table(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(_plain(column.title) for column in table.columns) + " |"
    yield "|" + "|".join("---:" if column.numeric else "---" for column in table.columns) + "|"
    for group in table.groups:
        if group.title:
            yield f"| **{_plain(group.title)}** |" + " |" * (len(table.columns) - 1)
        for row in group.rows:
            yield "| " + " | ".join(map(_cell, row)) + " |"


def _cell(cell: Cell) -> str:
    return f"[{_plain(cell.text)}]({cell.address})" if cell.address else _plain(cell.text)


def _plain(text: str) -> str:
    """Keep signs that Markdown would read as its own."""
    for sign in "\\|*_[]<>":
        text = text.replace(sign, "\\" + sign)
    return text
