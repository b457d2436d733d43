"""The main window: a banner for news, and one page at a time."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.look import SCALES, Look

#: Shows a page in place of the one before.
ShowPage = Callable[[QWidget], None]
#: The smallest window that must work (decisions.md, "Interface").
SMALLEST = QSize(800, 520)


class MainWindow(QWidget):
    """Shows one page. Emits ``closeFinished`` when the window has closed.

    Ctrl and plus or minus change the text size.
    """

    closeFinished = Signal()

    #: Asked before the window closes; False keeps it open.
    may_close: Callable[[], bool] | None = None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.banner = Banner(look)
        self.page: QWidget | None = None
        self.setWindowTitle(_("Digitaitojen perusteet"))
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 728)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.banner)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        QShortcut(QKeySequence.StandardKey.ZoomIn, self, self._on_larger)
        QShortcut(QKeySequence("Ctrl+="), self, self._on_larger)
        QShortcut(QKeySequence.StandardKey.ZoomOut, self, self._on_smaller)

    def show_page(self, page: QWidget) -> None:
        """Put this page in place of the one before, which is deleted."""
        before, self.page = self.page, page
        if before is not None:
            # A second press on its way to the old page must not be heard any more.
            before.setEnabled(False)
            before.hide()
            self._parts.removeWidget(before)
            before.deleteLater()
        self._parts.addWidget(page, 1)
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closeFinished.emit()

    def _on_look_changed(self) -> None:
        self.look.dress(self)

    def _on_larger(self) -> None:
        self._step(1)

    def _on_smaller(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        nearest = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self.look.scale))
        self.look.set_scale(SCALES[max(0, min(nearest + by, len(SCALES) - 1))])
