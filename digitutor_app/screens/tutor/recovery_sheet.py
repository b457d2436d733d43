"""The sheet of a new recovery key: printed, or saved as a PDF, before it is typed back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.dialogs.choose_file import ChooseFile, choose_pdf
from digitutor_app.dialogs.choose_printer import ChoosePrinter, choose_printer
from digitutor_app.i18n import _
from digitutor_app.screens.paper_page import PaperPage
from digitutor_app.services.context import Context
from digitutor_app.services.print_jobs import Printing
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill


class RecoverySheetScreen(QWidget):
    """Shows what the sheet is for, the two buttons and the sheet.

    Emits ``goOnRequested`` when the paper is there, and ``backRequested``.
    """

    goOnRequested = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        printing: Printing,
        recovery: NewRecovery,
        *,
        choose_file: ChooseFile = choose_pdf,
        choose_printer: ChoosePrinter = choose_printer,
    ) -> None:
        """``choose_file`` asks where to save, ``choose_printer`` where to print."""
        super().__init__()
        page = PaperPage(
            look,
            context.background,
            printing,
            (choose_file, choose_printer),
            (_("Palautusavain"), _("Palautusavaimen paperi")),
        )
        what = _(
            "Tällä paperilla avaat tutorin tiedot, jos salalause unohtuu.\n"
            "Tulosta paperi ja pidä se lukitussa paikassa."
        )
        without = _(
            "Puuttuuko tulostin? Tallenna PDF muistitikulle ja tulosta se muualla.\n"
            "Poista PDF tikulta, kun paperi on tulostettu."
        )
        then = _("Seuraavaksi kirjoitat paperista kaksi ryhmää.")
        go_on = PlainButton(look, _("Paperi on minulla"))
        for part in (
            Title(look, _("Tulosta palautusavain")),
            Body(look, what),
            Body(look, without),
        ):
            page.form.rows.add(part)
        page.below.rows.add(Body(look, then))
        page.below.rows.add(go_on)
        page.show_paper(partial(recovery.pdf, i18n.current()), "palautusavain.pdf")
        fill(self, page)
        go_on.clicked.connect(self.goOnRequested)
        page.backRequested.connect(self.backRequested)
