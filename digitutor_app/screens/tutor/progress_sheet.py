"""One person's progress sheet "Omat digitaitoni": seen, printed, saved."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.dialogs.choose_file import ChooseFile, choose_pdf
from digitutor_app.dialogs.choose_printer import ChoosePrinter, choose_printer
from digitutor_app.i18n import _
from digitutor_app.screens.code_png import code_png
from digitutor_app.screens.paper_page import PaperPage
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill


class ProgressSheetScreen(QWidget):
    """Shows the sheet as it will be printed.

    Emits ``saved(Path)``, ``printed``, ``previewChanged`` and ``backRequested``.
    """

    saved = Signal(object)
    printed = Signal()
    previewChanged = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        person_id: str,
        *,
        choose_file: ChooseFile = choose_pdf,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        """``choose_file`` asks where to save, ``choose_printer`` where to print."""
        super().__init__(parent)
        self._context = context
        self._tutor = tutor
        self._person_id = person_id
        self._page = PaperPage(
            look,
            context.background,
            tutor.printing,
            (choose_file, choose_printer),
            (_("Omat digitaitoni"), _("Omat digitaitoni -lehti")),
        )
        self._page.form.rows.add(
            Body(
                look,
                _(
                    "Lehti on osallistujalle kotiin.\n"
                    "Siinä ovat koodi ja taidot, joita hän on harjoitellut.\n"
                    "Nimen hän kirjoittaa itse käsin."
                ),
            )
        )
        fill(self, self._page)
        self._page.saved.connect(self.saved)
        self._page.printed.connect(self.printed)
        self._page.previewChanged.connect(self.previewChanged)
        self._page.backRequested.connect(self.backRequested)
        self.refresh()

    def refresh(self) -> None:
        """Read what the person has practised anew."""
        language = i18n.current()
        try:
            record = self._context.records.of_person(self._person_id, language)
            code = record.person.code if record else ""
            sheets = self._tutor.progress_sheets
            content = sheets.draft(self._person_id, language, code_png(code))
        except (StoreError, ContentError) as error:
            title, sentence = opening_trouble(error)
            self._page.page.banner.say(f"{title}. {sentence}")
            self._page.show_paper(None, "")
            return
        if record is not None:
            self._page.top.set_title(_("Omat digitaitoni"), person_word(record.person))
        name = f"digitaidot_{code or 'osallistuja'}.pdf"
        self._page.show_paper(partial(sheets.pdf, content), name)
