"""Pages painted for a printer come out as they were drawn; what is no printer is told."""

import io
import os
import subprocess
import sys

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from digitutor_app.app.painted_printing import PaintedPrinting, paint_pages, set_up
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.letterhead import Letterhead
from digitutor_app.printing.sheets.certificate import certificate_pdf, certificates_pdf
from digitutor_app.services.print_jobs import JobState, NoPrinterError, PrintOrder
from tests import cups
from tests.printing.sheets.test_certificate import FULL, PLAIN

PRINT_IT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from digitutor_app.app.painted_printing import PaintedPrinting
from digitutor_app.services.print_jobs import PrintOrder
application = QApplication([])
printing = PaintedPrinting()
assert printing.printers() == [sys.argv[2]], printing.printers()
printing.send(Path(sys.argv[1]).read_bytes(), PrintOrder(printer=sys.argv[2]))
"""


def picture(path):
    """How dark the first page is in each of 30 x 42 fields, 0 to 255."""
    document = QPdfDocument()
    document.load(str(path))
    page = QImage(QSize(900, 1260), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, page.size()))
    painter.end()
    document.close()
    smooth = Qt.TransformationMode.SmoothTransformation
    fields = page.scaled(30, 42, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return [255 - fields.pixelColor(x, y).lightness() for y in range(42) for x in range(30)]


def difference(one, other):
    """Of two pictures, the mean over all fields, against the darkness of the first one."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / sum(one)


@pytest.fixture
def painted(qapp, tmp_path):
    """Paints a PDF for a printer that writes into a file."""

    def paint(content):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        printer.setResolution(300)
        set_up(printer, PrintOrder(printer=""))
        painter = QPainter(printer)
        try:
            paint_pages(content, printer, painter)
        finally:
            painter.end()
        return tmp_path / "out.pdf"

    return paint


def test_what_is_painted_looks_like_what_was_drawn(painted, tmp_path):
    source = tmp_path / "source.pdf"
    source.write_bytes(certificate_pdf(PLAIN))
    out = painted(source.read_bytes())
    assert difference(picture(source), picture(out)) < 0.25
    source.write_bytes(certificate_pdf(FULL))
    assert difference(picture(source), picture(out)) > 0.5, "the ruler sees another page"


def test_every_page_is_painted(painted):
    out = painted(certificates_pdf([PLAIN, FULL, PLAIN], Letterhead()))
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) == 3


def test_what_is_no_document_is_our_mistake(painted):
    with pytest.raises(OurMistakeError):
        painted(b"hello")


def test_a_printer_that_is_gone(qapp):
    with pytest.raises(NoPrinterError):
        PaintedPrinting().send(certificate_pdf(PLAIN), PrintOrder(printer="Olematon"))


def test_the_names_are_those_of_the_system(qapp):
    assert PaintedPrinting().printers() == list(QPrinterInfo.availablePrinterNames())
    assert PaintedPrinting().state("Luokka 2") is JobState.DONE


def test_a_painted_page_arrives_at_a_real_queue(tmp_path):
    """In a process of its own: Qt asks for the print service once."""
    page = tmp_path / "page.pdf"
    page.write_bytes(certificate_pdf(PLAIN))
    for service in cups.running():
        environment = {**os.environ, "CUPS_SERVER": service.address}
        command = [sys.executable, "-c", PRINT_IT, str(page), cups.QUEUE]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        [arrived] = service.papers(1)
        assert len(PdfReader(io.BytesIO(arrived)).pages) == 1
