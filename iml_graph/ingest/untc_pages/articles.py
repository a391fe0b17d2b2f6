"""Which articles of the page's own instrument a piece of prose names.

The forms read are those of the pages: ``article 14 (3)``, ``articles 2, 3 and 5 (e) (v)``, ``article 12,
paragraph 4``, ``paragraph 3 (d) of article 14``, ``Article (9), Paragraph (5)``. An article of something
else (a constitution, the Vienna Convention, the covenant to which a protocol belongs) is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ARTICLE_COUNTS = {
    "icerd": 25,
    "icescr": 31,
    "icescr-op": 22,
    "iccpr": 53,
    "iccpr-op1": 14,
    "iccpr-op2": 11,
    "cedaw": 30,
    "cedaw-op": 21,
    "cat": 33,
    "opcat": 37,
    "crc": 54,
    "crc-opac": 13,
    "crc-opsc": 17,
    "crc-opic": 24,
    "icrmw": 93,
    "crpd": 50,
    "crpd-op": 18,
    "cped": 45,
    "refugee-1951": 46,
    "statelessness-1954": 42,
    "statelessness-1961": 21,
}
"""How many articles each instrument has: a higher number is an article of something else."""

_PROTOCOLS = frozenset(name for name in ARTICLE_COUNTS if "-op" in name or name == "opcat")
_COVENANTS = {
    "iccpr": r"|said Convention|Convention (?:on|for|relating|concerning|No)|Covenant on Economic",
    "icescr": r"|said Convention|Convention (?:on|for|relating|concerning|No)|Covenant on Civil",
    **dict.fromkeys(_PROTOCOLS, r"|Convention|Covenant"),
}
"""What else an article may be of that is not the instrument itself; of a convention, any covenant."""

_PART = r"\(\s*(?:\d{1,2}|[a-z]{1,4})\s*\)"
_NUMBER = rf"\(?\d{{1,2}}\)?(?:\.\d{{1,2}})?(?:\s*{_PART})*(?!\w)"
_LEVEL = rf"(?:{_NUMBER}|(?:{_PART}|[a-h](?=\W))(?:\s*{_PART})*)"
_AND = r"\s*(?:,\s*and|,|;|and|or|to|&|-)\s*"
_LEVELS = rf"{_LEVEL}(?:{_AND}{_LEVEL})*"
_PARAGRAPH = r"(?:sub-?\s?)?para(?:graph)?s?\.?"
_GOES_ON = rf"(?:{_AND}{_LEVEL})*,?\s+of\s+(?:art|para)|\w|\s*{_PART}"
"""What may not follow the paragraphs of an article: else they belong to the article that comes next."""

_REFERENCE = re.compile(
    rf"(?:(?:{_PARAGRAPH}\s+(?P<inner>{_LEVELS})\s+of\s+)?{_PARAGRAPH}\s+(?P<before>{_LEVELS}),?\s+(?:of|in)\s+)?"
    rf"\b(?:articles?|arts?\.?)\s+(?P<numbers>{_NUMBER}(?:{_AND}(?:{_NUMBER}|{_PART}(?:\s*{_PART})*))*)"
    rf"(?P<after>(?:,?\s*(?:and\s+)?{_PARAGRAPH}\s+{_LEVELS}(?!{_GOES_ON}))*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"(?P<to>(?:\bto|-)\s*)?(?P<open>\()?\s*(?P<first>\d{{1,2}}|(?!to\b)[a-z]{{1,4}})\s*\)?(?P<parts>(?:\.\d{{1,2}}|\s*{_PART})*)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"({_PARAGRAPH})\s+({_LEVELS})", re.IGNORECASE)
_OF = re.compile(r"[,\s]+(?:of|to|in|under)\s+(?P<whole>[^,.;:]{0,60})", re.IGNORECASE)
_BASIS = re.compile(
    r"\b(?:in accordance with|in conformity with|in pursuance of|pursuant to|by virtue of|under the terms of"
    r"|considering|(?-i:As provided for in|Under))(?: the)?(?: provisions of)?(?: the)? $",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:of (?:that|this|(?:the )?said|the same) article|thereof)\b", re.IGNORECASE)
_NAMED = re.compile(r"\barticle \(?(\d{1,2})\b", re.IGNORECASE)
_FOREIGN = (
    r"Constitution|Code|Law|Laws|Act|Statute|Charter|Vienna|European|American|Geneva|Decree|Regulations?"
    r"|Ordinance|Labou?r|Agreement|Declaration|Rules|Proclamation|Order|Penal|Decision"
)

_MOST_PARAGRAPHS = 10
"""No article of these instruments has more paragraphs."""

Path = tuple[str, ...]


def find_articles(text: str, instrument: str) -> list[str]:
    """Return the articles of the instrument that the text names, as ``14.3.d``, each once and in order.

    Args:
        text: prose or a heading.
        instrument: id of the instrument whose articles are meant.
    """
    return _read(_REFERENCE.finditer(text), text, instrument)


def concerned_articles(text: str, instrument: str) -> list[str]:
    """Return the articles that a statement is about, without those it only rests on.

    “In accordance with article 92 (2), it is not bound by article 92 (1)” concerns 92 (1). Where a text
    names no others, those it rests on are returned.
    """
    text = _name_again(text)
    about = (found for found in _REFERENCE.finditer(text) if not _BASIS.search(text[: found.start()]))
    return _read(about, text, instrument) or find_articles(text, instrument)


def _name_again(text: str) -> str:
    """Put its number in place of “that article”, where the text named one before."""
    for found in reversed(list(_SAME.finditer(text))):
        before = re.search(rf"{_PARAGRAPH}\s+{_LEVELS}\s+$", text[: found.start()], re.IGNORECASE)
        named = _NAMED.findall(text[: found.start()])
        if before and named:
            text = f"{text[: found.start()]}of article {named[-1]}{text[found.end() :]}"
    return text


def _read(references: Iterable[re.Match[str]], text: str, instrument: str) -> list[str]:
    paths = [path for found in references for path in _read_reference(found, text, instrument)]
    return list(dict.fromkeys(".".join(path).lower() for path in paths))


def sort_articles(articles: Iterable[str]) -> str:
    """Join articles with ``;``, in the order of the instrument and each once."""
    return ";".join(sorted(set(articles), key=_sort_key))


def _sort_key(article: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in article.split(".")]


def _read_reference(found: re.Match[str], text: str, instrument: str) -> Iterator[Path]:
    if _is_foreign(text[found.end() :], instrument):
        return
    numbers = list(_expand(found["numbers"], ()))
    *others, last = numbers
    below = list(_read_below(found, last))
    for path in (*others, *(below or [last])):
        if path[0].isdigit() and 1 <= int(path[0]) <= ARTICLE_COUNTS[instrument]:
            yield path


def _read_below(found: re.Match[str], article: Path) -> Iterator[Path]:
    """Yield the paragraphs that stand before or after the article's number."""
    if found["before"]:
        paragraphs = list(_expand(found["before"], article))
        yield from _expand(found["inner"], paragraphs[-1]) if found["inner"] else paragraphs
    paths: list[Path] = []
    for word, levels in _AFTER.findall(found["after"]):
        if word.lower().startswith("sub") and paths:
            paths[-1:] = _expand(levels, paths[-1])
        else:
            paths.extend(_expand(levels, article))
    yield from paths


def _is_foreign(after: str, instrument: str) -> bool:
    """Tell whether what follows a reference makes it one to something else than the instrument."""
    of = _OF.match(after)
    if of is None:
        return False
    words = _FOREIGN + _COVENANTS.get(instrument, r"|Covenant")
    whole = re.split(r"\b(?:which|as|is|are|shall|and|with|Protocol)\b", of["whole"], maxsplit=1)[0]
    return re.search(rf"\b(?:{words})\b", whole) is not None


def _expand(levels: str, base: Path) -> Iterator[Path]:
    """Yield the paths of a list such as ``5 (e) (v), (vi) and 7`` below a base."""
    previous: Path = ()
    for item in _ITEM.finditer(re.sub(r"\b(?:and|or)\b", ",", levels)):
        path = _place(item, previous, base)
        if item["to"] and len(previous) == len(path) == 1 + len(base) and path[-1].isdigit():
            yield from ((*base, str(n)) for n in range(int(previous[-1]) + 1, int(path[-1])))
        previous = path
        yield path


def _place(item: re.Match[str], previous: Path, base: Path) -> Path:
    """Place one item of a list: below the base, or beside or below the item before it."""
    own = (item["first"], *re.findall(r"\w+", item["parts"]))
    if item["open"] and len(previous) > len(base) + 1:
        return (*previous[: max(len(base) + 1, len(previous) - len(own))], *own)
    if not base and previous and own[0].isdigit() and len(own) > 1 and int(own[0]) < int(previous[0]):
        return (previous[0], *own)  # articles ascend, so “16, 1 (d)” is a paragraph of 16
    if base and previous and own[0].isdigit() and int(own[0]) > _MOST_PARAGRAPHS:
        return own  # “paragraph 4, and 16” goes on to another article
    return (*base, *own)
