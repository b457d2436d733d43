"""The edge around a place to write in, with the focus ring whenever one can write there."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.pressable import RING


class WritingEdge(QWidget):
    """Stands around ``edit``; who makes it lays the edit into it."""

    def __init__(self, look: Look, edit: QWidget) -> None:
        super().__init__()
        self._look = look
        self._edit = edit
        edit.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def follow_look(self) -> None:
        """Wear theme and text scale."""
        self._edit.setFont(self._look.font(Role.BODY))
        self._edit.setPalette(self.inks())
        self.updateGeometry()
        self.update()

    def inks(self) -> QPalette:
        """The colours in which one writes."""
        return self._look.palette()

    def edge(self) -> str:
        """The name of the edge's colour while nobody writes."""
        return "border"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        focus = self._edit.hasFocus()
        line = RING if focus else 2
        half = line / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus" if focus else self.edge()), line))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        painter.end()
