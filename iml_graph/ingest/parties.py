"""Codes, labels and regions of parties from the published lists: the generated tables of ``data/parties``.

Which parties there are is curated (``parties.csv``), and so is what the lists lack or state wrongly
(``corrections.csv``). Everything else is taken over: codes and regions from the UN's M49 list, names from
the UN's list of members and from UNTERM, Wikidata items, and the dates of admission to the United Nations.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lxml import etree

from iml_graph import resources
from iml_graph.errors import SourceFormatError
from iml_graph.identifiers import NameIndex
from iml_graph.labels import LANGUAGES
from iml_graph.parties import EDITORIAL, load_aliases
from iml_graph.text_files import table_text

M49 = "unsd-m49-2024"
UNTERM = "country-codes"
MEMBERS = "un-member-names-2026"
ADMISSIONS = "un-members-dates"
EU = "eu-country-authority"

LABELS = tuple(f"{kind}_{lang}" for kind in ("short", "formal") for lang in LANGUAGES)
CODES = ("alpha2", "alpha3", "m49", "region", "subregion", "wikidata", "un_member_since")

_MARKS = re.compile(r"\s*\*+|\s*\((?:the|l['’]|las?|les?|los|el)\)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the |les? |las? |los |el |l['’])")
_UNTERM_LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}

Row = dict[str, str]
Fields = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Lists:
    """The published lists as read, each row by the ISO alpha-3 code where the list has codes."""

    m49: Mapping[str, Mapping[str, Row]]  # language -> code -> row
    unterm: Mapping[str, Row]
    members: tuple[Row, ...]
    admissions: tuple[Row, ...]
    eu: Mapping[str, Row]


def strip_article(name: str) -> str:
    """Take the article and the marks off a name as UNTERM prints it: ``Bahamas (las)``, ``le Tchad *``.

    An article with a capital letter is part of the name: ``El Salvador``.
    """
    return _ARTICLE.sub("", _MARKS.sub("", name).strip()).replace("’", "'")


def read_lists(sources: Path) -> Lists:
    """Read the five published lists from the folder that holds one folder for each source."""
    return Lists(
        m49={lang: _by(sources / M49 / f"UNSD-{lang}.csv", "ISO-alpha3 Code") for lang in LANGUAGES},
        unterm=_by(sources / UNTERM / "country-codes.csv", "ISO3166-1-Alpha-3"),
        members=tuple(_rows(sources / MEMBERS / "data_un_names.csv")),
        admissions=tuple(json.loads((sources / ADMISSIONS / "un_members.json").read_text("utf-8"))["countries"]),
        eu=_read_genericode(sources / EU / "country_20260617.gc"),
    )


def generate(sources: Path, folder: Path) -> dict[str, str]:
    """Make the generated tables anew.

    Args:
        sources: the folder that holds one folder for each source.
        folder: ``data/parties``, for the curated tables.

    Returns:
        The text of each table by its file name; nothing is written.

    Raises:
        SourceFormatError: a list is missing, or a date in it is malformed.
        UnknownNameError: a member of the United Nations is not among the parties.
    """
    lists = read_lists(sources)
    codes = sorted(row["code"] for row in _rows(folder / "parties.csv"))
    fields: Fields = {code: _codes_and_names(code, lists) for code in codes}
    index = _names_in(lists, codes, load_aliases(folder))
    _add_members(fields, lists, index)
    _correct(fields, _rows(folder / "corrections.csv"))
    return {
        "codes.csv": _table(fields, CODES),
        "labels.csv": _table(fields, LABELS),
        "regions.csv": _regions(lists),
    }


def write(sources: Path, folder: Path) -> None:
    """Make the generated tables anew, and write them once all are made; arguments as for ``generate``."""
    for name, text in generate(sources, folder).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def _codes_and_names(code: str, lists: Lists) -> Row:
    found: Row = {}
    _note(found, EU, {f"short_{lang}": lists.eu.get(code, {}).get(lang, "") for lang in LANGUAGES})
    if code in lists.m49["en"]:
        _note(found, M49, _from_m49(code, lists))
    if code in lists.unterm:
        _note(found, UNTERM, _from_unterm(lists.unterm[code]))
    return found


def _note(found: Row, source: str, values: Row) -> None:
    """Take over what the source states; a source noted later replaces one noted earlier."""
    for field, value in values.items():
        if value:
            found[field] = value
            found[f"{field}@"] = source


def _from_m49(code: str, lists: Lists) -> Row:
    row = lists.m49["en"][code]
    names = {f"short_{lang}": strip_article(lists.m49[lang][code]["Country or Area"]) for lang in LANGUAGES}
    return names | {
        "alpha2": row["ISO-alpha2 Code"],
        "alpha3": code,
        "m49": row["M49 Code"],
        "region": row["Region Code"],
        "subregion": row["Intermediate Region Code"] or row["Sub-region Code"],
    }


def _from_unterm(row: Row) -> Row:
    names = {"wikidata": row["wikidata_id"].rpartition("/")[2]}
    for lang, word in _UNTERM_LANGUAGES.items():
        for kind in ("Short", "Formal"):
            names[f"{kind.lower()}_{lang}"] = strip_article(row[f"UNTERM {word} {kind}"])
    return names


def _names_in(lists: Lists, codes: Iterable[str], aliases: Iterable[tuple[str, str]]) -> NameIndex:
    """Index the names that join the lists without codes to those with codes."""
    names: dict[str, list[str]] = {code: [] for code in codes}
    for code, known in names.items():
        known += [lists.m49[lang][code]["Country or Area"] for lang in LANGUAGES if code in lists.m49[lang]]
        known += filter(None, [strip_article(lists.unterm.get(code, {}).get("UNTERM English Short", ""))])
    for alias, code in aliases:
        names[code].append(alias)
    return NameIndex("member of the United Nations", names)


def _add_members(fields: Fields, lists: Lists, index: NameIndex) -> None:
    for row in lists.members:
        names = {f"short_{lang}": strip_article(row[f"un.name.{lang}"]) for lang in LANGUAGES}
        _note(fields[index.resolve(row["un.name.en"])], MEMBERS, names)
    for number, row in enumerate(lists.admissions):
        try:
            date = datetime.strptime(row["date"], "%d %B %Y").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError as error:
            raise SourceFormatError("un_members.json", f"countries[{number}]", str(error)) from error
        _note(fields[index.resolve(row["country"])], ADMISSIONS, {"un_member_since": date.isoformat()})


def _correct(fields: Fields, corrections: Iterable[Row]) -> None:
    for row in corrections:
        found, field = fields[row["code"]], row["field"]
        found[field], found[f"{field}@"] = row["value"], row["source"]


def _table(fields: Fields, columns: tuple[str, ...]) -> str:
    def row(code: str, found: Row) -> list[str]:
        used = {part for column in columns for part in found.get(f"{column}@", "").split(";") if part}
        return [code, *(found.get(column, "") for column in columns), ";".join(sorted(used)) or EDITORIAL]

    return table_text(("code", *columns, "source"), (row(code, found) for code, found in sorted(fields.items())))


def _regions(lists: Lists) -> str:
    def pairs(prefix: str, parent: Callable[[Row], str]) -> Iterable[tuple[str, ...]]:
        for code, row in lists.m49["en"].items():
            names = (lists.m49[lang][code][f"{prefix} Name"] for lang in LANGUAGES)
            if row[f"{prefix} Code"]:
                yield (row[f"{prefix} Code"], parent(row), *names, M49)

    lines = [
        *pairs("Region", lambda row: ""),
        *pairs("Sub-region", lambda row: row["Region Code"]),
        *pairs("Intermediate Region", lambda row: row["Sub-region Code"]),
    ]
    # The French list calls one region by two names; the one that most lines have is taken.
    found = {line[0]: line for line, _ in reversed(Counter(lines).most_common())}
    return table_text(("code", "parent", *(f"name_{lang}" for lang in LANGUAGES), "source"), sorted(found.values()))


def _rows(path: Path) -> list[Row]:
    if not path.is_file():
        raise SourceFormatError(path.name, "file", f"is missing from {path.parent}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _by(path: Path, column: str) -> dict[str, Row]:
    return {row[column]: row for row in _rows(path)}


def _read_genericode(path: Path) -> dict[str, Row]:
    """Read the labels of the EU's authority table, in the OASIS genericode form."""
    columns = {"eng_label": "en", "fra_label": "fr", "spa_label": "es", "code": "code"}
    found = {}
    for element in etree.parse(path).iter("Row"):
        values = {value.get("ColumnRef"): value.findtext("SimpleValue") or "" for value in element.iter("Value")}
        row = {key: values.get(column, "") for column, key in columns.items()}
        found[row["code"]] = row
    return found


if __name__ == "__main__":
    write(Path(sys.argv[1]), resources.data() / "parties")
