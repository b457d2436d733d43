"""Printing where no print service takes PDF itself (Windows): the pages are painted."""

from typing import TYPE_CHECKING

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.services.print_jobs import (
    JobState,
    NoPrinterError,
    PrinterRefusesError,
    PrintOrder,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter


class PaintedPrinting:
    """Paints each page at the printer's resolution. The system's own queue says what became of it,
    so a paper that was taken counts as printed."""

    def printers(self) -> list[str]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return list(QPrinterInfo.availablePrinterNames())

    def send(self, pdf: bytes, order: PrintOrder) -> str:
        """Paint a paper, page by page; raises NoPrinterError and PrinterRefusesError."""
        from PySide6.QtGui import QPainter
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(order.printer)
        if info.isNull():
            raise NoPrinterError(order.printer)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        set_up(printer, order)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterRefusesError("the printer takes no pages")
        try:
            paint_pages(pdf, printer, painter)
        finally:
            painter.end()
        if printer.printerState() == QPrinter.PrinterState.Error:
            raise PrinterRefusesError("the printer stopped")
        return order.printer

    def state(self, ticket: str) -> JobState:
        """What was painted to the end is the system's: it has come out as far as we can know."""
        return JobState.DONE if ticket else JobState.FAILED

    def cancel(self, ticket: str) -> None:
        """What was painted is no longer ours."""


def set_up(printer: "QPrinter", order: PrintOrder) -> None:
    """A4 from edge to edge: the sheets have their own margins."""
    from PySide6.QtGui import QPageSize

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName("Digitutor")
    printer.setCopyCount(order.copies)
    kinds = type(printer).DuplexMode
    printer.setDuplex(kinds.DuplexLongSide if order.two_sided else kinds.DuplexNone)


def paint_pages(pdf: bytes, printer: "QPrinter", painter: "QPainter") -> None:
    """Paint all pages of a PDF on the paper of a QPrinter; raises OurMistakeError for no PDF and
    PrinterRefusesError when the printer wants no further page."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
    from PySide6.QtPdf import QPdfDocument

    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise OurMistakeError(f"not a document: {document.error()}")
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    for number in range(document.pageCount()):
        if number and not printer.newPage():
            raise PrinterRefusesError("the printer wants no further page")
        place = QRect(0, 0, paper.width(), paper.height())
        painter.drawImage(place, document.render(number, place.size()))
    document.close()
