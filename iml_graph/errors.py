"""Errors that a person can act on: each says what is wrong and what to do about it."""

from __future__ import annotations


class ImlError(Exception):
    """Base of all errors that the command line and the browser show as a sentence.

    ``exit_code`` is what the command line exits with, ``http_status`` what the browser answers.
    """

    exit_code = 1
    http_status = 500


class BadInputError(ImlError):
    """The user asked for something that cannot be understood: a bad date, an unknown option value."""

    exit_code = 2
    http_status = 400


class UnknownNameError(BadInputError):
    """No party, instrument or other thing has this name; carries the nearest names there are."""

    http_status = 404

    def __init__(self, kind: str, name: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = f" Did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"No {kind} is called “{name}”.{hint}")
        self.kind, self.name, self.suggestions = kind, name, suggestions


class WrongKindError(UnknownNameError):
    """The name is that of another kind of thing: an organization where a party is asked for."""

    def __init__(self, kind: str, name: str, other: str) -> None:
        BadInputError.__init__(self, f"“{name}” is the name of {_with_article(other)}, not of {_with_article(kind)}.")
        self.kind, self.name, self.suggestions, self.other = kind, name, (), other


class AmbiguousNameError(BadInputError):
    """Several things have this name; carries the identifiers of all."""

    def __init__(self, kind: str, name: str, identifiers: tuple[str, ...]) -> None:
        super().__init__(f"“{name}” is the name of more than one {kind}. Write one of {', '.join(identifiers)}.")
        self.kind, self.name, self.identifiers = kind, name, identifiers


class SourceFormatError(ImlError):
    """A source file is not of the form that its reader expects: names the file and the place in it."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}, {place}: {problem}")
        self.file, self.place, self.problem = file, place, problem


class DataError(ImlError):
    """Committed data contradict themselves or lack something that the build needs."""


class MissingLibraryError(ImlError):
    """The system lacks a library that an answer needs: names the packages to install."""

    http_status = 501


class StoreError(ImlError):
    """The published graph is missing or cannot be read: says how to rebuild it."""

    http_status = 503


class QueryRefusedError(ImlError):
    """A visitor's query asks for what a public endpoint never does (an update, SERVICE, a foreign FROM)."""

    exit_code = 2
    http_status = 403


class QuerySyntaxError(BadInputError):
    """A query is not SPARQL: carries line and column, both counted from one."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {message}")
        self.line, self.column = line, column


class QueryTimeoutError(ImlError):
    """A query was stopped at its deadline."""

    http_status = 503


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
