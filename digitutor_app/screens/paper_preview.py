"""The picture of a paper that is being made, drawn anew while somebody types."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.services.context import Background
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.fold import Fold
from digitutor_app.ui_kit.labels import Body, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.paper_view import PaperView

Draw = Callable[[], bytes]
#: The page is drawn when nothing has changed for so long, milliseconds.
PAUSE: Final = 300


class PaperPreview(Column):
    """Shows the page, buttons to turn when there are more, and the words when somebody asks.

    Emits ``drawn`` when the page shows what was asked for last, ``refused(WorldError)`` when it
    cannot be drawn; then the sheet is empty.
    """

    drawn = Signal()
    refused = Signal(object)

    def __init__(self, look: Look, background: Background, name: str) -> None:
        self._background = background
        self._paper = PaperView(look, name)
        self._words = Body(look)
        fold = Fold(
            look, self._words, open_verb=_("Lue sivu tekstinä"), close_verb=_("Piilota teksti")
        )
        self._before = SmallButton(look, _("Edellinen sivu"))
        self._after = SmallButton(look, _("Seuraava sivu"))
        self._where = Muted(look)
        self._turning = Flow(self._before, self._after, self._where)
        self._turning.hide()
        super().__init__(self._paper, self._turning, fold, gap=8)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._wanted: Draw | None = None
        self._working = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)

    def ask(self, draw: Draw) -> None:
        """Show what ``draw`` gives, soon; it runs beside the screen's thread."""
        self._wanted = draw
        self._pause.start()

    def text(self) -> str:
        """The words of the page that is shown."""
        return self._paper.text()

    def set_tallest(self, height: int) -> None:
        """Let the page be no higher than this, logical pixels; 0 for as wide as the place."""
        self._paper.set_tallest(height)

    def _draw(self) -> None:
        draw, self._wanted = self._wanted, None
        if draw is None or self._working:
            self._wanted = draw
            return
        self._working = True
        self._background.run(draw, self._on_drawn, self._on_refused)

    def _on_drawn(self, content: bytes) -> None:
        if not isValid(self):
            return
        self._working = False
        if self._wanted is not None:
            self._draw()
            return
        self._paper.show_pdf(content)
        self._show_place()
        self.drawn.emit()

    def _on_before(self) -> None:
        self._paper.turn_to(self._paper.number - 1)
        self._show_place()

    def _on_after(self) -> None:
        self._paper.turn_to(self._paper.number + 1)
        self._show_place()

    def _show_place(self) -> None:
        """Say which page it is; the words below are those of this page."""
        number, pages = self._paper.number, self._paper.pages
        self._turning.setVisible(pages > 1)
        self._before.setEnabled(number > 0)
        self._after.setEnabled(number + 1 < pages)
        self._where.setText(_("Sivu {number} / {count}").format(number=number + 1, count=pages))
        self._words.setText(self._paper.text())

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        if not isValid(self):
            return
        self._working = False
        if self._wanted is not None:
            self._draw()
            return
        self._paper.clear()
        self._turning.hide()
        self._words.setText("")
        self.refused.emit(error)
