"""The query library: one file a question under ``queries/<user>/<question>.rq``, with a header for people.

A header is made of comment lines that begin with ``#+``, so that a file stays a query that any SPARQL 1.1
engine runs as it is::

    #+ title.en: Which instruments bind a party on a date?
    #+ title.fr: …
    #+ title.es: …
    #+ param: party party
    #+ param: on date 2026-02-03
    #+ param: instrument instrument optional
    #+ answers: R3 W2

A parameter line gives a variable of the query, its type (``date instrument integer lang party word``), and then
nothing (it must be given), a default, or ``optional`` (the variable stays free if it is not given).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from iml_graph import namespaces, resources
from iml_graph.dates import parse_on
from iml_graph.errors import BadInputError, DataError, UnknownNameError
from iml_graph.labels import LANGUAGES
from iml_graph.store.base import Iri, Value, bind

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_ANSWERS = re.compile(r"[A-Z]\d+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query: the variable's name, its type, its default, and whether it may stay free."""

    name: str
    type: str
    default: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class QueryFile:
    """One question: ``id`` is ``user/question``, ``title`` by language, ``answers`` competency questions."""

    id: str
    title: Mapping[str, str]
    params: tuple[Parameter, ...]
    answers: tuple[str, ...]
    text: str

    def bind(self, **given: object) -> dict[str, Value]:
        """Read parameters as a user writes them, into bindings for ``Store.select``.

        Parties are given by code (``SEN``), instruments by identifier (``icrmw``), dates in ISO form.

        Raises:
            BadInputError: one is unknown, missing, or not of its type; says what is accepted.
        """
        names = [parameter.name for parameter in self.params]
        if unknown := sorted(given.keys() - set(names)):
            accepted = f"It takes {', '.join(names)}." if names else "It takes none."
            raise BadInputError(f"The query {self.id} has no parameter “{unknown[0]}”. {accepted}")
        read = {parameter.name: _value(self.id, parameter, given.get(parameter.name)) for parameter in self.params}
        return {name: value for name, value in read.items() if value is not None}

    def example(self) -> str:
        """Return the text with every parameter filled in, those that may stay free too: a query of modest cost."""
        values = {p.name: p.default or _EXAMPLES[p.type] for p in self.params}
        body = "".join(line for line in self.text.splitlines(keepends=True) if not line.startswith("#+"))
        return bind(body, self.bind(**values))


def query(identifier: str, folder: Path | None = None) -> QueryFile:
    """Load one query by its identifier, reading no other file.

    Raises:
        UnknownNameError: the library has no such query; carries the nearest identifiers.
        DataError: the header of the file is not as described above.
    """
    root = folder or resources.queries()
    path = root / f"{identifier}.rq"
    if not _ID.fullmatch(identifier) or not path.is_file():
        from difflib import get_close_matches

        known = [_identifier(each, root) for each in sorted(root.glob("*/*.rq"))]
        raise UnknownNameError("query", identifier, tuple(get_close_matches(identifier, known)))
    return _read(identifier, path.read_text(encoding="utf-8"))


def load_catalogue(folder: Path | None = None) -> dict[str, QueryFile]:
    """Load the whole library, by identifier, in the order of identifiers.

    Raises:
        DataError: the header of a file is not as described above.
    """
    root = folder or resources.queries()
    paths = {_identifier(path, root): path for path in root.glob("*/*.rq")}
    return {name: _read(name, paths[name].read_text(encoding="utf-8")) for name in sorted(paths)}


def _identifier(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()


def _read(identifier: str, text: str) -> QueryFile:
    header = [line[2:].partition(":") for line in text.splitlines() if line.startswith("#+")]
    entries = [(key.strip(), value.strip()) for key, _, value in header]
    title = {key[6:]: value for key, value in entries if key.startswith("title.")}
    params = tuple(_parameter(identifier, value) for key, value in entries if key == "param")
    answers = tuple(" ".join(value for key, value in entries if key == "answers").split())
    _check(identifier, {key for key, _ in entries}, title, answers)
    return QueryFile(identifier, title, params, answers, text)


def _check(identifier: str, keys: set[str], title: Mapping[str, str], answers: tuple[str, ...]) -> None:
    known = {"param", "answers", *(f"title.{language}" for language in LANGUAGES)}
    if unknown := sorted(keys - known):
        raise DataError(f"queries/{identifier}.rq: “{unknown[0]}” is no line of a header: {', '.join(sorted(known))}.")
    if missing := [language for language in LANGUAGES if not title.get(language)]:
        raise DataError(f"queries/{identifier}.rq: the header has no title.{missing[0]}.")
    if wrong := [answer for answer in answers if not _ANSWERS.fullmatch(answer)]:
        raise DataError(f"queries/{identifier}.rq: “{wrong[0]}” is not the number of a question, like R2.")


def _parameter(identifier: str, line: str) -> Parameter:
    name, kind, rest, *_ = [*line.split(maxsplit=2), "", "", ""]
    if kind not in _READERS:
        raise DataError(f"queries/{identifier}.rq: “{line}” is not “name type default”, type one of {_TYPES}.")
    if rest == "optional":
        return Parameter(name, kind, optional=True)
    return Parameter(name, kind, rest or None)


def _value(identifier: str, parameter: Parameter, given: object | None) -> Value | None:
    text = parameter.default if given is None or given == "" else str(given)
    if text is None and not parameter.optional:
        raise BadInputError(f"The query {identifier} needs the parameter “{parameter.name}” ({parameter.type}).")
    return None if text is None else _READERS[parameter.type](text)


def _party(text: str) -> Iri:
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise BadInputError(f"“{text}” is not the code of a party. Write three letters, like SEN.")
    return Iri(namespaces.party(text.upper()))


def _instrument(text: str) -> Iri:
    if not re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", text):
        raise BadInputError(f"“{text}” is not the identifier of an instrument, like icrmw or iccpr-op1.")
    return Iri(namespaces.instrument(text.lower()))


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise BadInputError(f"“{text}” is not a whole number.")
    return int(text)


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise BadInputError(f"“{text}” is not a language of this graph. Write {', '.join(LANGUAGES)}.")
    return text


def _word(text: str) -> str:
    """Read the short name of a thing of any other kind, such as an organization, a process or a region (``ecowas``)."""
    if not re.fullmatch(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*", text):
        raise BadInputError(f"“{text}” is not a short name of letters, digits, hyphens and points, like ecowas.")
    return text.lower()


_READERS: dict[str, Callable[[str], Value]] = {
    "date": parse_on,
    "instrument": _instrument,
    "integer": _integer,
    "lang": _language,
    "party": _party,
    "word": _word,
}
_TYPES = ", ".join(_READERS)
_EXAMPLES = {
    "date": "2026-02-03",
    "instrument": "icrmw",
    "integer": "10",
    "lang": "en",
    "party": "SEN",
    "word": "ecowas",
}
