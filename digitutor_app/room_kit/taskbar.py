"""The taskbar: Käynnistä, a button for each open window, the pretend time."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time
from digitutor_app.practice.pretend_clock import PretendClock
from digitutor_app.practice.windows import Shape, Window
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.room import Desk
from digitutor_app.ui_kit.look import Role

_GAP = 8
_SIDE = 12
_NARROWEST = 72


class TaskButton(DeskButton):
    """Shows one open window; the one on top is lighter and has a line below."""

    def __init__(self, desk: Desk, name: str, text: str, parent: QWidget) -> None:
        super().__init__(desk, name, text, parent)
        self.on_top = False

    def show_on_top(self, *, on_top: bool) -> None:
        if on_top != self.on_top:
            self.on_top = on_top
            self.update()

    def sizeHint(self) -> QSize:
        height = self.desk.look.grown(48, Role.DETAIL)
        return QSize(max(self.words_width() + 28, _NARROWEST), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 5.5, -0.5, -5.5)
        lit = self.on_top or self.near()
        painter.setPen(QColor(colours.task_ink) if self._outlined() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.task_top if lit else colours.task_plain))
        painter.drawRoundedRect(place, 5, 5)
        if self.on_top:
            line = QRectF(place.left() + 4, place.bottom() - 3, place.width() - 8, 3)
            painter.fillRect(line, QColor(colours.task_mark))
        painter.setPen(QColor(colours.task_ink))
        painter.setFont(self.desk.look.font(Role.DETAIL))
        inner = self.rect().adjusted(8, 0, -8, 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
        self.paint_ring(painter, 5, colours.task_ink)
        painter.end()

    def _outlined(self) -> bool:
        # In high contrast the ground alone does not show where the button ends.
        return self.colours.task_plain == self.colours.taskbar


class Taskbar(QWidget):
    """Emits ``start_pressed`` and ``task_pressed`` (window id), both with "pointer" or "keys"."""

    start_pressed = Signal(str)
    task_pressed = Signal(str, str)

    def __init__(self, desk: Desk, clock: PretendClock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self.start = TaskButton(desk, "start", "", self)
        self.start.acted.connect(self.start_pressed)
        self._tasks: dict[str, TaskButton] = {}
        self._time = ""
        self.set_words()

    def set_words(self) -> None:
        self.start.set_text(_("Käynnistä"))
        self.setAccessibleName(_("Tehtäväpalkki"))

    def show_windows(self, windows: list[tuple[Window, str]], top: str) -> None:
        """One button for each window and title, in this order; ``top`` is the id on top or ""."""
        wanted = [window.id for window, _title in windows]
        for gone in set(self._tasks) - set(wanted):
            button = self._tasks.pop(gone)
            button.hide()
            button.deleteLater()
        for window, title in windows:
            if window.id not in self._tasks:
                button = TaskButton(self._desk, f"task:{window.id}", "", self)
                button.acted.connect(self._on_task)
                self._tasks[window.id] = button
                button.show()
            button = self._tasks[window.id]
            button.show_on_top(on_top=window.id == top)
            button.set_text(title, _spoken(window, title, on_top=button.on_top))
        self._tasks = {name: self._tasks[name] for name in wanted}
        self.arrange(self.width())
        if (time := clock_time(self._clock.now)) != self._time:
            self._time = time
            self.update()

    def button(self, window_id: str) -> TaskButton | None:
        return self._tasks.get(window_id)

    def arrange(self, width: int) -> int:
        """Place everything in this width; returns the height that this takes (rows of 48 px)."""
        row = self.start.sizeHint().height()
        free = width - 2 * _SIDE - self._time_width() - _GAP
        left, top = _SIDE, 0
        end = _SIDE + free
        previous: QWidget | None = None
        for button in (self.start, *self._tasks.values()):
            wide = min(button.sizeHint().width(), free)
            if left > _SIDE and left + wide > end:
                left, top = _SIDE, top + row
            button.setGeometry(left, top, wide, row)
            left += wide + _GAP
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = button
        return top + row

    def _on_task(self, by: str) -> None:
        sender = self.sender()
        if isinstance(sender, TaskButton):
            self.task_pressed.emit(sender.name.removeprefix("task:"), by)

    def _time_width(self) -> int:
        return int(self._desk.look.advance(clock_time(self._clock.now), Role.DETAIL) + 4.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.taskbar))
        if colours.taskbar == colours.wallpaper:
            painter.fillRect(0, 0, self.width(), 1, QColor(colours.edge))
        painter.setPen(QColor(colours.task_ink))
        painter.setFont(self._desk.look.font(Role.DETAIL))
        row = self.start.height()
        place = QRect(0, self.height() - row, self.width() - _SIDE, row)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, right, clock_time(self._clock.now))
        painter.end()


def _spoken(window: Window, title: str, *, on_top: bool) -> str:
    if window.shape is Shape.MINIMISED:
        return _("{title}, ikkuna on pienennetty").format(title=title)
    if on_top:
        return _("{title}, ikkuna on päällimmäisenä").format(title=title)
    return _("{title}, ikkuna on auki").format(title=title)
