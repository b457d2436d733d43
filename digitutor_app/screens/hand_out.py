"""Tulosta and Tallenna PDF: the same two buttons under every paper, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from digitutor_app.dialogs.choose_file import ChooseFile, choose_pdf
from digitutor_app.dialogs.choose_printer import ChoosePrinter, choose_printer
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.paper_words import printing_trouble, saving_trouble
from digitutor_app.services.context import Background
from digitutor_app.services.paper import PaperNotSavedError, save_paper
from digitutor_app.services.print_jobs import (
    JobState,
    Paper,
    Printed,
    PrinterError,
    Printing,
    PrintJobFailedError,
    PrintOrder,
    keep_all,
    print_paper,
    state_of_all,
)
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look

#: The printer is asked so often and so many times before it is left alone, milliseconds.
_PAUSE: Final = 700
_QUESTIONS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Handful:
    """What is to be handed out: each paper for the printer, and all of them as one PDF."""

    papers: tuple[Paper, ...]
    file_name: str
    together: Callable[[], bytes]


#: Asked when a button is pressed; None when the page has something to be mended first.
Source = Callable[[], Handful | None]


class HandOut(Column):
    """Shows the two buttons, how far it is, Pysäytä while papers go out, and what came of it.

    Emits ``printed(count)`` when the printer has done all papers, ``saved(Path)``,
    ``refused(WorldError)`` when a paper cannot be drawn, ``troubled(StoreError)`` when a paper is
    out but not in the register, and ``ended`` whenever it is over, well or not.
    """

    printed = Signal(int)
    saved = Signal(object)
    refused = Signal(object)
    troubled = Signal(object)
    ended = Signal()

    def __init__(
        self,
        look: Look,
        background: Background,
        printing: Printing,
        source: Source,
        *,
        choose_file: ChooseFile = choose_pdf,
        choose_printer: ChoosePrinter = choose_printer,
    ) -> None:
        """The two ``choose_…`` ask a person."""
        self._background = background
        self._printing = printing
        self._source = source
        self._choose_file = choose_file
        self._choose_printer = choose_printer
        self._print = MainButton(look, _("Tulosta"))
        self._save = PlainButton(look, _("Tallenna PDF"))
        self._stop = PlainButton(look, _("Pysäytä"))
        self._state = Body(look)
        super().__init__(Flow(self._print, self._save, self._stop), self._state, gap=10)
        self._busy = self._stopped = self._sending = False
        self._left: list[Paper] = []
        self._tickets: list[str] = []
        self._count = self._asked = 0
        self._order: PrintOrder | None = None
        #: Who had the keyboard before the buttons were switched off, and who got it then.
        self._keyboard: tuple[QWidget | None, QWidget | None] = (None, None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask_printer)
        self._stop.hide()
        self._state.hide()
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._stop.clicked.connect(self._on_stop)

    def clear(self) -> None:
        """Say nothing of what was before: something else is to be handed out now."""
        if not self._busy:
            self._tell("")

    # Printing

    def _on_print(self) -> None:
        handful = None if self._busy else self._source()
        if handful is None:
            return
        self._left = list(handful.papers)
        self._tickets = []
        self._count = len(self._left)
        self._stopped = False
        self._set_busy(busy=True)
        self._background.run(self._printing.printers, self._on_printers, self._on_failed)

    def _on_printers(self, names: list[str]) -> None:
        if not isValid(self):
            return
        if not names:
            self._finish(printing_trouble(None))
            return
        self._order = self._choose_printer(self)
        if self._order is None:
            self._finish("")
            return
        self._stop.show()
        self._next()

    def _next(self) -> None:
        if self._stopped:
            return
        if not self._left:
            self._asked = 0
            self._ask_printer()
            return
        done = self._count - len(self._left)
        self._show(_("Tulostuu {number} / {count}").format(number=done + 1, count=self._count))
        assert self._order is not None
        job = partial(print_paper, self._printing, self._left.pop(0), self._order)
        self._sending = True
        self._background.run(job, self._on_printed, self._on_failed)

    def _on_printed(self, printed: Printed) -> None:
        if not isValid(self):
            return
        self._sending = False
        self._tickets.append(printed.ticket)
        if printed.trouble is not None:
            self.troubled.emit(printed.trouble)
        if self._stopped:
            self._take_back()
        else:
            self._next()

    def _ask_printer(self) -> None:
        self._asked += 1
        job = partial(state_of_all, self._printing, tuple(self._tickets))
        self._background.run(job, self._on_state, self._on_failed)

    def _on_state(self, state: JobState) -> None:
        if not isValid(self) or self._stopped or not self._busy:
            return
        if state is JobState.FAILED:
            self._finish(printing_trouble(PrintJobFailedError("a job ended early")))
        elif state is JobState.DONE:
            count = self._count
            self._finish(_came_out(count))
            self.printed.emit(count)
        elif self._asked >= _QUESTIONS:
            self._finish(
                _("Paperit odottavat tulostimessa. Tarkista, onko siinä paperia ja virta.")
            )
        else:
            self._show(_("Tulostin työskentelee."))
            self._timer.start()

    def _on_stop(self) -> None:
        self._stopped = True
        self._timer.stop()
        self._stop.hide()
        if not self._sending:
            self._take_back()

    def _take_back(self) -> None:
        """Take what waits in the printer back; the papers that were made stay in the register."""
        for ticket in self._tickets:
            self._background.run(partial(self._printing.cancel, ticket), _nothing, _nothing)
        count = len(self._tickets)
        words = ngettext(
            "Tulostus on pysäytetty. Tulostimeen ehti {count} paperi.",
            "Tulostus on pysäytetty. Tulostimeen ehti {count} paperia.",
            count,
        )
        self._finish(words.format(count=count))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        if not isValid(self) or not self._busy:
            return
        if isinstance(error, PrinterError):
            sentence = printing_trouble(error)
            if self._tickets and self._count > 1:
                sent = _("Tulostimeen ehti {number} / {count}.")
                sentence += " " + sent.format(number=len(self._tickets), count=self._count)
            self._finish(sentence)
        else:
            self._finish("")
            self.refused.emit(error)

    # Saving

    def _on_save(self) -> None:
        handful = None if self._busy else self._source()
        if handful is None:
            return
        path = self._choose_file(self, handful.file_name)
        if path is None:
            return
        self._set_busy(busy=True)
        self._show(_("Tallennetaan…"))
        done = partial(self._on_saved, path)
        self._background.run(partial(_save, path, handful), done, self._on_not_saved)

    def _on_saved(self, path: Path, trouble: StoreError | None) -> None:
        if not isValid(self):
            return
        self._finish(_("Tallennettu nimellä {file}.").format(file=path.name))
        if trouble is not None:
            self.troubled.emit(trouble)
        self.saved.emit(path)

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, PaperNotSavedError):
            if isValid(self):
                self._finish(saving_trouble(error))
        else:
            self._on_failed(error)

    # Words

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        had = self.window().focusWidget()
        self._print.setEnabled(not busy)
        self._save.setEnabled(not busy)
        if busy:
            self._keyboard = had, self.window().focusWidget()
        elif had is self._keyboard[1] and self._keyboard[0] in (self._print, self._save):
            # Qt had passed it on to whatever comes next on the page: nobody asked for that.
            self._keyboard[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, sentence: str) -> None:
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))

    def _tell(self, sentence: str) -> None:
        self._show(sentence)
        if sentence:
            announce(self, sentence)

    def _finish(self, sentence: str) -> None:
        self._set_busy(busy=False)
        self._sending = False
        self._left = []
        self._stop.hide()
        self._tell(sentence)
        self.ended.emit()


def _came_out(count: int) -> str:
    words = ngettext("Paperi on tulostettu.", "{count} paperia on tulostettu.", count)
    return words.format(count=count)


def _save(path: Path, handful: Handful) -> StoreError | None:
    save_paper(path, handful.together())
    return keep_all(handful.papers)


def _nothing(_result: object) -> None:
    """A paper that cannot be taken back comes out: that is no harm."""
