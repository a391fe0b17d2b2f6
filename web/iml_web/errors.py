"""What a visitor reads when a page cannot be made: what is wrong, and what to do instead."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from iml_graph.errors import BadInputError, ImlError, UnknownNameError
from iml_web import language
from iml_web.formats import asked_format

bp = Blueprint("errors", __name__)


@bp.app_errorhandler(ImlError)
def explain(error: ImlError) -> Response:
    """Answer an error of our own with the status it carries."""
    if isinstance(error, UnknownNameError):
        return _respond(error.http_status, _unknown(error), error.suggestions, error.name)
    return _respond(error.http_status, str(error))


@bp.app_errorhandler(HTTPException)
def explain_http(error: HTTPException) -> Response:
    """Answer what the web framework refuses: no such address, method not allowed."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if error.response is not None or status < HTTPStatus.BAD_REQUEST:
        return make_response(error.get_response())
    with suppress(BadInputError):  # a bad ?lang= beside it: refused once, and then answered as the browser accepts
        language.lang()
    response = _respond(status, _refusal(status, error.name))
    if allowed := dict(error.get_headers()).get("Allow"):
        response.headers["Allow"] = allowed
    return response


def _unknown(error: UnknownNameError) -> str:
    key = f"errors.unknown_{error.kind}"
    return language.translate(key, name=error.name) if language.has_translation(key) else str(error)


def _refusal(status: int, reason: str) -> str:
    known = {HTTPStatus.NOT_FOUND: "errors.no_page", HTTPStatus.METHOD_NOT_ALLOWED: "errors.method"}
    if key := known.get(HTTPStatus(status)):
        return language.translate(key)
    return language.translate("errors.other", reason=reason)


def _respond(status: int, message: str, suggestions: tuple[str, ...] = (), name: str = "") -> Response:
    if _wants_data():
        phrase = HTTPStatus(status).phrase
        response = jsonify(error=phrase, message=message, suggestions=list(suggestions))
    else:
        links = [(each, _address(each, name)) for each in suggestions]
        response = make_response(render_template("error.html", status=status, message=message, suggestions=links))
    response.status_code = status
    return response


def _wants_data() -> bool:
    try:
        return asked_format() not in ("html", "md")
    except ImlError:
        return False


def _address(suggestion: str, unknown: str) -> str:
    """Return the address of the page asked for, with the suggested name in place of the unknown one.

    That is a part of the path, else a parameter or one of several that a parameter lists; the last part if none is.
    """
    asked = request.view_args or {}
    parts = [key for key, value in asked.items() if value == unknown]
    listed = [key for key, value in request.args.items() if not parts and unknown in value.split(",")]
    changed = dict.fromkeys(parts[-1:] or ([] if listed else list(asked)[-1:]), suggestion)
    for key in listed[:1]:
        changed[key] = ",".join(suggestion if each == unknown else each for each in request.args[key].split(","))
    return url_for(request.endpoint or "home.show", **{**request.args, **asked, **changed})
