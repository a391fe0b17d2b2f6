"""The briefing on a State as a file: one is written at a time, and the latest are kept."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, request

from iml_graph.brief import answers, content, docx, html, markdown, pdf, shapes, words
from iml_graph.brief.document import Document
from iml_graph.errors import BadInputError
from iml_graph.protection.asking import Asked as Question
from iml_web import adviser, language
from iml_web.recent import recent_file

bp = Blueprint("briefs", __name__)

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
_OWN_STYLE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
"""The briefing is complete in itself: its style stands in it, and it asks for nothing."""


@bp.get("/party/<code>/brief.<form>")
def show(code: str, form: str) -> Response:
    """Answer with the briefing on a State, as if it had joined what the address says."""
    if form not in MEDIA_TYPES:
        raise BadInputError(language.translate("errors.format", text=form, accepted=", ".join(MEDIA_TYPES)))
    if other := adviser.elsewhere(code):
        return other
    asked = adviser.ask(code)
    party = asked.view.party
    if party.kind != "State":
        raise BadInputError(words.say("only_states", asked.lang, label=party.label, code=party.code))
    key = (asked.lang, party.code, asked.view.on, asked.view.joined)
    written = recent_file(key, form, lambda: _draft(asked), lambda document: _write(document, form))
    response = make_response(written)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Language"] = asked.lang
    response.headers["Content-Security-Policy"] = _OWN_STYLE
    if form in ("pdf", "docx"):
        kind = "inline" if form == "pdf" and "download" not in request.args else "attachment"
        response.headers.set("Content-Disposition", kind, filename=f"{party.code}-{asked.view.on}.{form}")
    return response


def _draft(asked: Question) -> Document:
    found = answers.read(asked.view, asked.names)
    return content.write(found, asked.names, shapes.read_shapes(), asked.view.joined)


def _write(document: Document, form: str) -> bytes:
    if form == "pdf":
        return pdf.render(document)
    if form == "docx":
        return docx.render(document)
    return (markdown.render(document) if form == "md" else html.render(document)).encode()
