"""Which printer, and how many copies?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from digitutor_app.dialogs.system_words import dress_as_parent, speak_our_language
from digitutor_app.services.print_jobs import PrintOrder

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

#: Asks over this window; hands back the order, None when nobody wants to print.
ChoosePrinter = Callable[[QWidget], PrintOrder | None]


def printer_dialog(parent: QWidget) -> "tuple[QPrintDialog, QPrinter]":
    """The system's own print dialog, and the printer that it sets."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    speak_our_language()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    options = QAbstractPrintDialog.PrintDialogOption
    # A PDF has a button of its own, and all pages belong together.
    for option in (options.PrintToFile, options.PrintPageRange, options.PrintSelection):
        dialog.setOption(option, False)
    dress_as_parent(dialog)
    return dialog, printer


def choose_printer(parent: QWidget) -> PrintOrder | None:
    """Ask, and wait for the answer."""
    dialog, printer = printer_dialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted or not printer.printerName():
        return None
    return PrintOrder(
        printer=printer.printerName(),
        copies=max(1, printer.copyCount()),
        two_sided=printer.duplex() != printer.DuplexMode.DuplexNone,
    )
