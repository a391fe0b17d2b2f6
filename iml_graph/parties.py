"""The committed tables of parties under ``data/parties``, read into plain records.

The columns are documented in the README beside the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iml_graph.errors import DataError
from iml_graph.labels import LANGUAGES
from iml_graph.text_files import read_rows

KINDS = ("State", "Territory", "RegionalIntegrationOrganization", "OtherParticipant")
EDITORIAL = "editorial"  # in place of a source: what we state ourselves


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that a party bore for a time.

    ``valid_from`` and ``valid_until`` are ISO days, or empty where no source states them; the interval is
    half-open. ``source`` is an identifier of the register, or ``editorial``.
    """

    labels: dict[str, str]
    valid_from: str
    valid_until: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """One actor that takes part in instruments, or a territory to which they are extended.

    Dates are ISO days or empty where not recorded; ``[existed_from, existed_until)`` is half-open, and a
    succession takes effect at its beginning. ``labels`` and ``formal`` are keyed by language (``en``, ``fr``,
    ``es``). Codes are empty where there is none. ``sources`` are identifiers of the register; where there is
    none, all is editorial.
    """

    code: str
    kind: str
    alpha2: str
    alpha3: str
    m49: str
    wikidata: str
    region: str
    subregion: str
    existed_from: str
    existed_until: str
    existence_confidence: str
    predecessors: tuple[str, ...]
    territory_of: str
    un_member_since: str
    labels: dict[str, str]
    formal: dict[str, str]
    dated_names: tuple[DatedName, ...]
    sources: tuple[str, ...]

    def names(self) -> Iterator[str]:
        """All names of the party, the English label first; codes included."""
        yield from self.labels.values()
        yield from self.formal.values()
        yield from filter(None, (self.alpha2, self.alpha3))
        for dated in self.dated_names:
            yield from dated.labels.values()


def load_parties(folder: Path) -> dict[str, PartyRecord]:
    """Read all parties, sorted by code.

    Raises:
        DataError: a table lacks a party that another has, or names a kind or a party that does not exist.
    """
    codes = {row["code"]: row for row in _read(folder / "codes.csv")}
    labels = {row["code"]: row for row in _read(folder / "labels.csv")}
    dated: dict[str, list[DatedName]] = {}
    for row in _read(folder / "names.csv"):
        dated.setdefault(row["code"], []).append(_dated_name(row))
    records = {}
    for row in sorted(_read(folder / "parties.csv"), key=lambda row: row["code"]):
        code = row["code"]
        if code not in codes or code not in labels:
            raise DataError(f"parties.csv: {code} is not in codes.csv and labels.csv. Make these anew.")
        records[code] = _record(row, codes[code], labels[code], tuple(dated.pop(code, ())))
    _check(records, dated)
    return records


def load_aliases(folder: Path) -> list[tuple[str, str]]:
    """Read the further names of parties as pairs of alias and code."""
    return [(row["alias"], row["code"]) for row in _read(folder / "aliases.csv")]


def _read(path: Path) -> list[dict[str, str]]:
    return list(read_rows(path))


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(";")))


def _by_language(row: dict[str, str], prefix: str) -> dict[str, str]:
    """Read a name in the languages that have it; French takes the curved apostrophe, which the lists lack."""
    names = {lang: row[f"{prefix}_{lang}"] for lang in LANGUAGES if row[f"{prefix}_{lang}"]}
    return {lang: name.replace("'", "’") if lang == "fr" else name for lang, name in names.items()}


def _dated_name(row: dict[str, str]) -> DatedName:
    return DatedName(
        labels=_by_language(row, "name"),
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        confidence=row["confidence"],
        source=row["source"],
    )


def _record(
    row: dict[str, str], codes: dict[str, str], labels: dict[str, str], dated: tuple[DatedName, ...]
) -> PartyRecord:
    sources = {source for table in (row, codes, labels) for source in _split(table["source"])} - {EDITORIAL}
    return PartyRecord(
        code=row["code"],
        kind=row["kind"],
        alpha2=codes["alpha2"],
        alpha3=codes["alpha3"],
        m49=codes["m49"],
        wikidata=codes["wikidata"],
        region=codes["region"],
        subregion=codes["subregion"],
        existed_from=row["existed_from"],
        existed_until=row["existed_until"],
        existence_confidence=row["confidence"],
        predecessors=_split(row["predecessors"]),
        territory_of=row["territory_of"],
        un_member_since=codes["un_member_since"],
        labels=_by_language(labels, "short"),
        formal=_by_language(labels, "formal"),
        dated_names=dated,
        sources=tuple(sorted(sources)),
    )


def _check(records: dict[str, PartyRecord], unplaced: dict[str, list[DatedName]]) -> None:
    for code, record in records.items():
        if record.kind not in KINDS:
            raise DataError(f"parties.csv: {code} is of the kind “{record.kind}”, which is none of {', '.join(KINDS)}.")
        for other in (*record.predecessors, *_split(record.territory_of)):
            if other not in records:
                raise DataError(f"parties.csv: {code} refers to {other}, which has no row.")
    if unplaced:
        raise DataError(f"names.csv: no row in parties.csv for {', '.join(sorted(unplaced))}.")
