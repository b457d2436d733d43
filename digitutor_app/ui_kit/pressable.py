"""What all that can be pressed shares: keyboard, drift, doubled presses, focus ring."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    Qt,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from digitutor_app.ui_kit.look import Look

#: Width of the focus ring, logical pixels (domain/7-accessibility, "Keyboard").
RING: Final = 3
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """A button without a shape of its own; emits ``clicked`` (Qt's).

    A press may drift 12 px, a second press of the same place within 250 ms is ignored (more where
    the look is calm), the right button does nothing, Enter presses like Space does, and a key held
    down presses once.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._pressed_at: QPoint | None = None
        self._ring_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)
        look.changed.connect(self.on_look_changed)

    def set_text(self, text: str) -> None:
        """Change the words; "&" is shown as it is and makes no shortcut."""
        self.setText(text)
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def paint_ground(
        self, painter: QPainter, ground: QColor, edge: QColor, *, line: float, corner: float
    ) -> None:
        """Paint the shape: its ground, its edge, and the focus ring in place of the edge."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(self.rect())
        if self._ring_shown and self.hasFocus():
            half = RING / 2
            painter.setPen(QPen(self.look.colour("focus"), RING))
            painter.setBrush(self.look.colour("card"))
            painter.drawRoundedRect(outer.adjusted(half, half, -half, -half), corner, corner)
            gap = RING + 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            inner = corner - 4
            painter.drawRoundedRect(outer.adjusted(gap, gap, -gap, -gap), inner, inner)
            return
        half = line / 2
        painter.setPen(QPen(edge, line) if line else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(outer.adjusted(half, half, -half, -half), corner, corner)

    def hitButton(self, pos: QPoint) -> bool:
        if self.rect().contains(pos):
            return True
        start = self._pressed_at
        if start is None:
            return False
        return QPoint.dotProduct(pos - start, pos - start) <= self.look.presses.patience.slack**2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        if not self.look.presses.allows(event.timestamp(), event.globalPosition().toPoint()):
            event.accept()
            return
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        self.look.presses.ended(event.timestamp(), event.globalPosition().toPoint())
        super().mouseReleaseEvent(event)
        self._pressed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(shown=True)
        if event.key() not in (*_ENTER, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        elif event.isAutoRepeat() or not self.look.presses.allows(event.timestamp()):
            event.accept()
        elif event.key() in _ENTER:
            self.look.presses.ended(event.timestamp())
            self.click()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.isDown() and not event.isAutoRepeat():
            self.look.presses.ended(event.timestamp())
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A window that comes to the front shows the ring only if it was shown before.
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._show_ring(shown=event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def _show_ring(self, *, shown: bool) -> None:
        self._ring_shown = shown
        self.update()
