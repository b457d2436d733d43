"""The blue frame: whatever is inside it is practice."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.look import Look

#: Logical pixels (design/look.md, look-exercise.png).
LINE: Final = 4
CORNER: Final = 10.0


class PracticeFrame(QWidget):
    """Shows a desktop inside the blue line. Emits nothing."""

    def __init__(self, look: Look, desktop: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desktop = desktop
        desktop.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_words()
        look.changed.connect(self.update)

    def set_words(self) -> None:
        """Show the words of the running language."""
        self.setAccessibleName(_("Harjoituskone"))

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def sizeHint(self) -> QSize:
        return QSize(870, 580)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._desktop.setGeometry(self.rect().adjusted(LINE, LINE, -LINE, -LINE))
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("practice"), LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = LINE / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, CORNER - half, CORNER - half)
        painter.end()
