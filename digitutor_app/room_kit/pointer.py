"""The large drawn pointer of a demonstration."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

_SIDE: Final = 72
_TIP: Final = 16
_SHAPE: Final = (
    (0, 0),
    (0, 40),
    (9.5, 31),
    (16, 46),
    (22.5, 43),
    (16, 28.5),
    (29, 28.5),
)


class DrawnPointer(QWidget):
    """Shows a pointer three times the usual size, with a ring around its tip while it presses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._down = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(QSize(_SIDE, _SIDE))
        self.hide()
        # What lies on top of all is not disturbed, and not painted anew, while it is hidden.
        self.lower()

    def put(self, point: QPoint, *, down: bool) -> None:
        """Show its tip at this point of the parent."""
        self._down = down
        self.move(point - QPoint(_TIP, _TIP))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_TIP, _TIP)
        if self._down:
            painter.setPen(QPen(QColor("#5A3600"), 5))
            painter.drawEllipse(QPointF(0, 0), 12, 12)
            painter.setPen(QPen(QColor("#E8A33D"), 3))
            painter.drawEllipse(QPointF(0, 0), 12, 12)
        painter.setPen(QPen(QColor("#FFFFFF"), 3))
        painter.setBrush(QColor("#1B1B1B"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _SHAPE]))
        painter.end()
