"""What provisions are to each other, as an object and as rows."""

from __future__ import annotations

from iml_graph.export.forms import Object, Table, to_markdown
from iml_graph.labels import sentence
from iml_graph.relations import KINDS, RelationTable, count

PAIR_COLUMNS = ("provision", "heading", "relation", "other", "other_provision", "differs", "confidence")
_COLUMN_OF = dict(
    zip(KINDS, ("equivalent_to", "narrower_than", "broader_than", "partly_covers", "conflicts_with"), strict=True)
)
RELATION_TABLE_COLUMNS = ("provision", "heading", *_COLUMN_OF.values())


def relation_table_object(table: RelationTable) -> Object:
    """All provisions with their counterparts."""
    return {
        "instrument": table.instrument.identifier,
        "release": table.release.release,
        "provisions": [
            {
                "provision": each.reference,
                "heading": each.heading,
                "relations": [
                    {
                        "relation": other.kind,
                        "instrument": other.instrument,
                        "provision": other.reference,
                        "differs": list(other.differs),
                        "confidence": other.confidence,
                    }
                    for other in each.counterparts
                ],
            }
            for each in table.provisions
        ],
    }


def pair_rows(table: RelationTable) -> Table:
    """One row for each pair of provisions, and one for a provision without a counterpart."""
    return [
        {
            "provision": each.reference,
            "heading": each.heading,
            "relation": other.kind if other else "",
            "other": other.instrument if other else "",
            "other_provision": other.reference if other else "",
            "differs": ";".join(other.differs) if other else "",
            "confidence": other.confidence if other else "",
        }
        for each in table.provisions
        for other in (each.counterparts or (None,))
    ]


def relation_table_rows(table: RelationTable) -> Table:
    """One row for each provision, its counterparts by relation."""
    return [
        {
            "provision": each.reference,
            "heading": each.heading,
            **{column: ", ".join(other.citation for other in each.of(kind)) for kind, column in _COLUMN_OF.items()},
        }
        for each in table.provisions
    ]


def relations_note(table: RelationTable, lang: str) -> str:
    """Say what the table shows, with the number of relations of each kind."""
    counts = {kind.replace("-", "_"): number for kind, number in count(table.provisions).items()}
    return sentence("relations_note", lang, **counts)


def relation_document(table: RelationTable, lang: str) -> str:
    """The whole table as a Markdown document."""
    body = to_markdown(relation_table_rows(table), RELATION_TABLE_COLUMNS, lang)
    return f"# {table.instrument.title}\n\n{relations_note(table, lang)}\n\n{body}\n"
