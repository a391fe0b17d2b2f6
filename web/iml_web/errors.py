"""What a visitor reads when a page cannot be made: what is wrong, and what to do instead."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from iml_graph.errors import ImlError, UnknownNameError
from iml_web import language
from iml_web.formats import asked_format

bp = Blueprint("errors", __name__)


def _respond(status: int, message: str, suggestions: tuple[str, ...] = ()) -> Response:
    if _wants_json():
        body = {"error": HTTPStatus(status).phrase, "message": message, "suggestions": list(suggestions)}
        return _with_status(jsonify(body), status)
    page = render_template(
        "error.html", status=status, message=message, suggestions=suggestions, query=_asked_name()
    )
    return _with_status(make_response(page), status)


def _with_status(response: Response, status: int) -> Response:
    response.status_code = status
    return response


def _wants_json() -> bool:
    try:
        return asked_format() not in ("html", "md")
    except ImlError:
        return False


def _asked_name() -> str:
    return next(iter((request.view_args or {}).values()), "")


@bp.app_errorhandler(ImlError)
def explain(error: ImlError) -> Response:
    """Answer an error of our own with the status it carries."""
    suggestions = error.suggestions if isinstance(error, UnknownNameError) else ()
    return _respond(error.http_status, str(error), suggestions)


@bp.app_errorhandler(HTTPException)
def explain_http(error: HTTPException) -> Response:
    """Answer what the web framework refuses: no such address, method not allowed."""
    if error.response is not None or (error.code or 500) < HTTPStatus.BAD_REQUEST:
        return error.get_response()  # type: ignore[return-value]
    response = _respond(error.code or 500, language.translate("errors.http", reason=error.name))
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response
