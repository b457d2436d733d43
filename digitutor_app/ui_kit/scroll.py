"""Lets a page scroll when it must, and only then."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind, paint_mark

_WIDTH: Final = 20


class _Bar(QScrollBar):
    """A scroll bar broad enough to hit, with a handle that stands out 3:1."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("hover"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("muted" if self.isSliderDown() else "border"))
        painter.drawRoundedRect(QRectF(handle).adjusted(4, 2, -4, -2), 6, 6)
        for part, kind in (
            (QStyle.SubControl.SC_ScrollBarSubLine, MarkKind.TRIANGLE),
            (QStyle.SubControl.SC_ScrollBarAddLine, MarkKind.TRIANGLE_DOWN),
        ):
            place = self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar, option, part, self
            )
            arrow = QRectF(0, 0, 9, 8)
            arrow.moveCenter(QRectF(place).center())
            paint_mark(painter, kind, arrow, self._look.colour("muted"))
        painter.end()


class PageScroll(QScrollArea):
    """Shows one child as wide as itself and scrolls up and down when it is higher.

    Whatever gets the keyboard focus inside is brought into sight. Emits nothing of its own.
    """

    def __init__(self, look: Look, child: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._child = child
        # A viewport of our own: asking Qt for its own makes PySide build every class of QtWidgets.
        place = QWidget()
        self.setViewport(place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(_Bar(look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(child)
        child.setAutoFillBackground(False)
        place.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def scrolls(self) -> bool:
        """Whether the child is higher than the place."""
        return self.verticalScrollBar().maximum() > 0

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._child.isAncestorOf(new):
            self.reveal(new)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that the whole widget is in sight, or its top when it is too high."""
        # What has grown just now counts, though its layout would come only later.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        place = QRect(widget.mapTo(self._child, QPoint(0, 0)), widget.size())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if place.top() < bar.value() or place.height() > room:
            bar.setValue(place.top() - 12)
        elif place.bottom() > bar.value() + room:
            bar.setValue(place.bottom() - room + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._child.minimumSizeHint().width() + _WIDTH, 120)
