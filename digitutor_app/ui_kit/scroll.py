"""Lets a page scroll when it must, and only then."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from digitutor_app.ui_kit.labels import Heading, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind, paint_mark

_WIDTH: Final = 20
#: Fusion's height of a scroll bar's buttons, and the least one of its handle; pixels at 96 dpi.
_END: Final = 14
_LEAST: Final = 26


class _Bar(QScrollBar):
    """A scroll bar broad enough to hit, with a handle that stands out 3:1."""

    def __init__(self, look: Look, scroller: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look
        self._scroller = scroller

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def parts(self) -> tuple[QRect, QRect, QRect]:
        """Where Qt's Fusion style takes presses: the upper button, the handle, the lower button.

        Reckoned here as that style reckons it. To ask it would build Qt's class of styles with its
        500 names, as long as much of the first picture takes.
        """
        high, scale = self.height(), self.fontMetrics().fontDpi() / 96
        end = min(int(_END * scale), high // 2)
        room, span = high - 2 * int(_END * scale), self.maximum() - self.minimum()
        length = room
        if span > 0:
            length = self.pageStep() * room // (span + self.pageStep())
            length = min(max(length, int(_LEAST * scale)), room)
        above = self.sliderPosition() - self.minimum()
        top = (2 * above * (room - length) + span) // (2 * span) if span > 0 < room - length else 0
        wide = self.width()
        return (
            QRect(0, 0, wide, end),
            QRect(0, int(_END * scale) + top, wide, length),
            QRect(0, high - end, wide, end),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        upper, handle, lower = self.parts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("hover"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._handle_token()))
        painter.drawRoundedRect(QRectF(handle).adjusted(4, 2, -4, -2), 6, 6)
        for place, kind in ((upper, MarkKind.TRIANGLE), (lower, MarkKind.TRIANGLE_DOWN)):
            arrow = QRectF(0, 0, 9, 8)
            arrow.moveCenter(QRectF(place).center())
            paint_mark(painter, kind, arrow, self._look.colour("muted"))
        painter.end()

    def _handle_token(self) -> str:
        if self._scroller.hasFocus():
            return "focus"
        return "muted" if self.isSliderDown() else "border"


class PageScroll(QScrollArea):
    """Shows one child as wide as itself and scrolls up and down when it is higher.

    Whatever gets the keyboard focus inside is brought into sight. While the keyboard is its own,
    arrows and Page Down scroll, and the handle has the colour of the focus. Emits nothing.
    """

    def __init__(self, look: Look, child: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._had_keyboard: QWidget | None = None
        # A viewport of our own: asking Qt for its own makes PySide build every class of QtWidgets.
        place = QWidget()
        self.setViewport(place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(_Bar(look, self))
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

    def open_at_top(self) -> None:
        """Show the beginning, as of a page that nobody has read yet.

        A button that stands below has no keyboard then: who presses Enter presses what they see.
        The keyboard scrolls, and Tab goes to the first thing of the page.
        """
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        focus = self.window().focusWidget()
        if focus is None or not self._child.isAncestorOf(focus):
            return
        self._had_keyboard = focus
        if self._place(focus).bottom() >= self.viewport().height():
            self.setAccessibleName(self._title())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._child.isAncestorOf(new):
            # A window that comes to the front stays where it was scrolled to.
            if old is not None or new is not self._had_keyboard:
                self.reveal(new)
            self._had_keyboard = new

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that the whole widget is in sight, or its top when it is too high."""
        self._lay_out()
        place = self._place(widget)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if place.top() < bar.value() or place.height() > room:
            bar.setValue(place.top() - 12)
        elif place.bottom() > bar.value() + room:
            bar.setValue(place.bottom() - room + 12)

    def _title(self) -> str:
        """What the page calls itself."""
        words = (*self._child.findChildren(Title), *self._child.findChildren(Heading))
        return next((w.text() for w in words if w.isVisible() and w.text()), "")

    def _lay_out(self) -> None:
        """What has grown just now counts, though its layout would come only later."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _place(self, widget: QWidget) -> QRect:
        """Where it is in the child, however far that has been scrolled."""
        return QRect(widget.mapTo(self._child, QPoint(0, 0)), widget.size())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.verticalScrollBar().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.verticalScrollBar().update()
        super().focusOutEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._child.minimumSizeHint().width() + _WIDTH, 120)
