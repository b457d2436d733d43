"""A page about one paper: on the left what it is and the buttons, on the right the paper itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.dialogs.choose_file import ChooseFile
from digitutor_app.dialogs.choose_printer import ChoosePrinter
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.screens.hand_out import Handful, HandOut
from digitutor_app.screens.paper_preview import PaperPreview
from digitutor_app.screens.paper_words import drawing_trouble
from digitutor_app.services.context import Background
from digitutor_app.services.print_jobs import Paper, Printing
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.two_pane import TwoPane

_MARGINS: Final = (28, 20, 28, 16)
#: What stands above and below the page picture, and the least height for it, logical pixels.
_AROUND_PAPER: Final = 168
_LOWEST_PAPER: Final = 340


class PaperPage(QWidget):
    """Shows a form (``form.rows``), the two buttons and the first page of the paper.

    Emits ``previewChanged`` when another page is shown, ``printed``, ``saved(Path)`` and
    ``backRequested``.
    """

    previewChanged = Signal()
    printed = Signal()
    saved = Signal(object)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        background: Background,
        printing: Printing,
        choosers: tuple[ChooseFile, ChoosePrinter],
        words: tuple[str, str],
    ) -> None:
        """``words`` are the title of the page and the name of the paper for screen readers."""
        super().__init__()
        self._look = look
        self._draw: Callable[[], bytes] | None = None
        self._file_name = ""
        self._back = SmallButton(look, _("Takaisin"))
        self.top = TopBar(look, words[0], self._back)
        self.page = Page(look, self.top, margins=_MARGINS)
        self.form = Column(gap=12)
        self.hand_out = HandOut(
            look,
            background,
            printing,
            self._handful,
            choose_file=choosers[0],
            choose_printer=choosers[1],
        )
        self._preview = PaperPreview(look, background, words[1])
        #: For what comes after the paper.
        self.below = Column(gap=12)
        left = Column(self.form, self.hand_out, self.below, gap=16)
        self.page.rows.add(TwoPane(look, left, self._preview, shares=(6, 5), gap=32))
        fill(self, self.page)
        self._connect()

    def show_paper(self, draw: Callable[[], bytes] | None, file_name: str) -> None:
        """Offer what ``draw`` makes; it runs beside the screen's thread. None: there is nothing."""
        self._draw, self._file_name = draw, file_name
        self.hand_out.setVisible(draw is not None)
        self._preview.setVisible(draw is not None)
        self.hand_out.clear()
        if draw is not None:
            self._preview.ask(draw)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._preview.drawn.connect(self.previewChanged)
        self._preview.refused.connect(self._say_refused)
        self.hand_out.refused.connect(self._say_refused)
        self.hand_out.saved.connect(self.saved)
        self.hand_out.printed.connect(self._on_printed)
        self._look.changed.connect(self._fit_paper)

    def _handful(self) -> Handful | None:
        if self._draw is None:
            return None
        return Handful(
            papers=(Paper(self._draw, _nothing_to_keep),),
            file_name=self._file_name,
            together=self._draw,
        )

    def _say_refused(self, error: WorldError) -> None:
        self.page.banner.say(drawing_trouble(error, ""))

    def _on_printed(self, _count: int) -> None:
        self.printed.emit()

    def _fit_paper(self) -> None:
        wide = self._look.stacks or self.width() < 1000
        tallest = max(_LOWEST_PAPER, self.height() - _AROUND_PAPER)
        self._preview.set_tallest(0 if wide else tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_paper()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def _nothing_to_keep() -> None:
    """This paper is drawn anew each time; no register knows of it."""
