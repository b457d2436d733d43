"""Which printer, and how many copies?"""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from digitutor_app.services.print_jobs import PrintOrder

#: Asks over this window; hands back the order, None when nobody wants to print.
ChoosePrinter = Callable[[QWidget], PrintOrder | None]


def choose_printer(parent: QWidget) -> PrintOrder | None:
    """Ask in the system's own print dialog."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    options = QAbstractPrintDialog.PrintDialogOption
    # A PDF has a button of its own, and all pages belong together.
    for option in (options.PrintToFile, options.PrintPageRange, options.PrintSelection):
        dialog.setOption(option, False)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted or not printer.printerName():
        return None
    return PrintOrder(
        printer=printer.printerName(),
        copies=max(1, printer.copyCount()),
        two_sided=printer.duplex() != QPrinter.DuplexMode.DuplexNone,
    )
