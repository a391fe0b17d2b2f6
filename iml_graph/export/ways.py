"""A way from one thing to another, as an object and as rows."""

from __future__ import annotations

from iml_graph.export.forms import Object, Table
from iml_graph.paths import Way

WAY_COLUMNS = ("step_number", "start", "link", "end", "relation")


def way_object(way: Way) -> Object:
    """The steps of a way."""
    return {
        "from": way.start,
        "to": way.end,
        "release": way.release.release,
        "data_date": way.release.data_date,
        "steps": [
            {"from": step.start, "is": step.kind, "to": step.end, "link": step.link, "backwards": step.backwards}
            for step in way.steps
        ],
    }


def way_rows(way: Way) -> Table:
    """One row a step; ``relation`` is the short name of the link, which ``link`` says in words."""
    return [
        {"step_number": str(number), "start": step.start, "link": step.kind, "end": step.end, "relation": step.link}
        for number, step in enumerate(way.steps, 1)
    ]
