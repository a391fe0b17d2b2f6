"""How far provisions are tagged, and how far two codings agree, as objects and as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iml_graph.agreement import Agreement, Tags
from iml_graph.export.forms import Object, Table
from iml_graph.export.provisions import provision_rows, tag_rows
from iml_graph.labels import word
from iml_graph.provision_records import Named, Provision, Tag
from iml_graph.tagging import DUTY, GUARANTEE, Tagging

COUNT_COLUMNS = ("id", "instrument", "provisions", "untagged", "untagged_duties", "tags", "doubtful", "single")
UNTAGGED_COLUMNS = ("role", "id", "instrument", "reference", "provision", "heading")
LISTED_COLUMNS = (
    *("id", "instrument", "reference", "provision", "right", "holder", "modality"),
    *("confidence", "note", "authors"),
)
MEASURE_COLUMNS = ("field", "measure", "value", "same")
DIFFERING_COLUMNS = ("id", "reference", "first_coding", "second_coding")


def count_rows(tagging: Tagging) -> Table:
    """One row an instrument with its numbers."""
    return [
        {
            **_instrument(each.instrument),
            "provisions": str(each.provisions),
            "untagged": str(each.untagged or ""),
            "untagged_duties": str(each.untagged_duties or ""),
            "tags": str(each.tags or ""),
            "doubtful": str(each.doubtful or ""),
            "single": str(each.single or ""),
        }
        for each in tagging.counts
    ]


def untagged_rows(tagging: Tagging, lang: str) -> Table:
    """One row a provision without tags, guarantees before duties."""
    found: list[Provision] = [*tagging.untagged(GUARANTEE), *tagging.untagged(DUTY)]
    return provision_rows(found, (), lang)


def listed_rows(tags: Iterable[Tag], lang: str) -> Table:
    """One row a tag, in the order given."""
    return [row for tag in tags for row in tag_rows([tag], lang)]


def tagging_object(tagging: Tagging) -> Object:
    """The numbers of each instrument."""
    return {
        "release": tagging.release.release,
        "data_date": tagging.release.data_date,
        "instruments": [
            {
                "instrument": each.instrument.identifier,
                "provisions": each.provisions,
                "untagged": each.untagged,
                "untagged_duties": each.untagged_duties,
                "tags": each.tags,
                "doubtful": each.doubtful,
                "single": each.single,
            }
            for each in tagging.counts
        ],
    }


def listed_object(tagging: Tagging, rows: Table) -> Object:
    """Rows of a list with the release that they are of."""
    return {"release": tagging.release.release, "data_date": tagging.release.data_date, "rows": rows}


def _instrument(named: Named) -> dict[str, str]:
    return {"id": named.identifier, "instrument": named.label}


def measure_rows(agreement: Agreement, lang: str) -> Table:
    """One row a measure and field; ``value`` is empty where it is not defined."""
    return [
        {
            "field": word(f"{each.name}-{each.field}", lang),
            "measure": word(each.name, lang),
            "value": "" if each.value is None else f"{each.value:.2f}",
            "same": f"{each.same}/{agreement.items}",
        }
        for each in agreement.measures
    ]


def differing_rows(agreement: Agreement) -> Table:
    """One row a provision of which the two codings do not say quite the same."""
    return [
        {"id": item[0], "reference": item[1], "first_coding": _written(first), "second_coding": _written(second)}
        for item, first, second in agreement.differing
    ]


def _written(tags: Tags) -> str:
    return "; ".join(" ".join(tag) for tag in tags)


def agreement_object(agreement: Agreement) -> Object:
    """The measures and the provisions that differ."""
    return {
        "round": agreement.round,
        "provisions": agreement.items,
        "measures": [
            {"measure": each.name, "field": each.field, "value": each.value, "same": each.same}
            for each in agreement.measures
        ],
        "differing": [
            {"instrument": item[0], "reference": item[1], "first": list(first), "second": list(second)}
            for item, first, second in agreement.differing
        ],
    }
