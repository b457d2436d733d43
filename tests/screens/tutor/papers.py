"""What the tests of paper pages share: answers to the dialogs, and the words of papers."""

import io

from pypdf import PdfReader

from digitutor_app.services.print_jobs import PrintOrder
from digitutor_app.ui_kit.paper_view import PaperView

ORDER = PrintOrder(printer="Luokka 2")


def the_printer(_parent):
    """Who is asked for a printer takes the one that is there."""
    return ORDER


def no_printer(_parent):
    """Who is asked for a printer does not want to print."""


def preview(screen):
    """The words of the page that is shown, as one line."""
    [paper] = screen.findChildren(PaperView)
    return " ".join(paper.accessibleDescription().split())


def words(pdf):
    """All words of a file, as one line."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def pages(pdf):
    return len(PdfReader(io.BytesIO(pdf)).pages)
