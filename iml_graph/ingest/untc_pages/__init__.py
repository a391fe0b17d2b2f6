"""Read the depositary's status pages of chapter IV (human rights): who did what, and when.

The pages are those of the United Nations Treaty Collection, kept one file a treaty and named by the
depositary's number (``IV-13.html``). Facts leave this package, never the text of a statement.
"""

from iml_graph.ingest.untc_pages.header import PageHeader, read_header
from iml_graph.ingest.untc_pages.page import INSTRUMENTS, Page, open_page
from iml_graph.ingest.untc_pages.reader import SOURCE, read, read_page

__all__ = [
    "INSTRUMENTS",
    "SOURCE",
    "Page",
    "PageHeader",
    "open_page",
    "read",
    "read_header",
    "read_page",
]
