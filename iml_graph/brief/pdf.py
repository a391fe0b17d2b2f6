"""The briefing as a PDF: A4, tagged for readers of screens (PDF/UA), set by WeasyPrint from the page of HTML."""

from __future__ import annotations

from iml_graph.brief import html
from iml_graph.brief.document import Document
from iml_graph.errors import MissingLibraryError

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz0b", "libharfbuzz-subset0", "fonts-liberation")
"""Packages of Debian and Ubuntu that WeasyPrint needs, and the letters that the style asks for."""


def render(document: Document) -> bytes:
    """Write the PDF.

    Raises:
        MissingLibraryError: the system has no Pango; names the packages to install.
    """
    try:
        from weasyprint import HTML  # slow to import, and it looks for Pango then
    except OSError as error:
        raise MissingLibraryError(
            f"A PDF needs the library Pango, which this system does not have ({error}). "
            f"Debian and Ubuntu: apt-get install {' '.join(PACKAGES)}"
        ) from error
    page = HTML(string=html.render(document), base_url="about:blank")
    written: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return written
