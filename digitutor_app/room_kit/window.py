"""One window of the practice computer: its frame, its title bar, and the room's content inside."""

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.windows import Shape
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.interruption import Interruption
from digitutor_app.room_kit.pictures import Picture
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.title_bar import CORNER, TitleBar
from digitutor_app.ui_kit.look import Role

#: The invisible edge around a window where it is taken hold of to change its size, pixels.
GRIP = 8
_STEP = 24
_CURSORS = {
    (0, 0): Qt.CursorShape.ArrowCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
}


class PracticeWindow(QWidget):
    """Shows one window. It changes nothing itself; wishes go up.

    Emits ``raise_requested``, ``place_requested`` (the frame's new rectangle on the desktop, and
    "pointer" or "keys"), and ``minimise_requested``, ``maximise_requested``, ``close_requested``
    with "pointer" or "keys". While it is dragged it already shows the new place.
    """

    raise_requested = Signal()
    place_requested = Signal(QRect, str)
    minimise_requested = Signal(str)
    maximise_requested = Signal(str)
    close_requested = Signal(str)

    def __init__(self, desk: Desk, window_id: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.window_id = window_id
        self._desk = desk
        self._shape = Shape.NORMAL
        self._on_top = False
        self._start: QRect | None = None
        self._edges = QPoint()
        self._pressed = QPoint()
        self.bar = TitleBar(desk, window_id, self)
        self.content = content
        content.setParent(self)
        # On a ground of its own: what lies below it need not be painted with it.
        content.setAutoFillBackground(True)
        content.show()
        self.setMouseTracking(True)
        # What lies inside must not inherit the arrows of the edges.
        for inner in (self.bar, content):
            inner.setCursor(Qt.CursorShape.ArrowCursor)
        self._connect()

    def _connect(self) -> None:
        Interruption(self).happened.connect(self._on_interrupted)
        bar = self.bar
        bar.touched.connect(self.raise_requested)
        bar.dragged.connect(self._on_dragged)
        bar.dropped.connect(self._on_dropped)
        bar.taken_back.connect(self._on_taken_back)
        bar.stepped.connect(self._on_stepped)
        bar.doubled.connect(self._on_doubled)
        bar.minimise.acted.connect(self.minimise_requested)
        bar.maximise.acted.connect(self.maximise_requested)
        bar.close_button.acted.connect(self.close_requested)

    def show_state(self, title: str, picture: Picture, shape: Shape, *, on_top: bool) -> None:
        before = self._shape, self._on_top
        self._shape, self._on_top = shape, on_top
        self.setAccessibleName(title)
        self.bar.show_state(title, picture, shape, on_top=on_top)
        if before != (shape, on_top):
            # The edge alone looks otherwise.
            self.update(QRegion(self.rect()).subtracted(self._inside().toRect()))

    def put(self, frame: QRect) -> None:
        """Show the frame (without the invisible edge) in this place of the desktop."""
        self.setGeometry(frame.marginsAdded(self._margins()))
        self._arrange()

    def frame(self) -> QRect:
        """The visible frame, on the desktop."""
        return self.geometry().marginsRemoved(self._margins())

    def least(self) -> QSize:
        """The smallest frame in which it can be used."""
        scale = self._desk.look.scale
        own = self.content.minimumSizeHint().expandedTo(QSize(0, 0))
        bar = self._desk.look.grown(42, Role.DETAIL)
        return QSize(round(320 * scale), round(220 * scale)).expandedTo(own + QSize(2, bar + 2))

    def _margins(self) -> QMargins:
        edge = 0 if self._shape is Shape.MAXIMISED else GRIP
        return QMargins(edge, edge, edge, edge)

    def _arrange(self) -> None:
        inner = self.rect().marginsRemoved(self._margins())
        if self._shape is not Shape.MAXIMISED:
            inner.adjust(1, 1, -1, -1)
        bar = self._desk.look.grown(42, Role.DETAIL)
        self.bar.setGeometry(inner.left(), inner.top(), inner.width(), bar)
        self.content.setGeometry(inner.adjusted(0, bar, 0, 0))

    # Moving and sizing

    def _begin(self) -> QRect:
        if self._start is None:
            self._start = self.frame()
        return self._start

    def _on_dragged(self, way: QPoint) -> None:
        if self._shape is not Shape.MAXIMISED:
            self.put(self._kept_inside(self._begin().translated(way)))

    def _on_dropped(self, _way: QPoint) -> None:
        start, self._start = self._start, None
        if start is not None and start != self.frame():
            self.place_requested.emit(self.frame(), "pointer")

    def _on_taken_back(self) -> None:
        start, self._start = self._start, None
        if start is not None:
            self.put(start)

    def _on_interrupted(self) -> None:
        """An edge was held, and the pointer is lost: the window has its size from before."""
        if self._edges:
            self._edges = QPoint()
            self._on_taken_back()

    def _on_stepped(self, way: QPoint, size: bool) -> None:
        if self._shape is Shape.MAXIMISED:
            return
        frame = self.frame()
        step = way * _STEP
        changed = self._sized(frame, QPoint(1, 1), step) if size else frame.translated(step)
        changed = self._kept_inside(changed)
        if changed != frame:
            self.place_requested.emit(changed, "keys")

    def _on_doubled(self) -> None:
        self.bar.maximise.act("pointer")

    def _sized(self, frame: QRect, edges: QPoint, way: QPoint) -> QRect:
        least = self.least()
        left, top, right, bottom = frame.left(), frame.top(), frame.right(), frame.bottom()
        if edges.x() < 0:
            left = min(left + way.x(), right - least.width() + 1)
        elif edges.x() > 0:
            right = max(right + way.x(), left + least.width() - 1)
        if edges.y() < 0:
            top = min(top + way.y(), bottom - least.height() + 1)
        elif edges.y() > 0:
            bottom = max(bottom + way.y(), top + least.height() - 1)
        return QRect(QPoint(left, top), QPoint(right, bottom))

    def _kept_inside(self, frame: QRect) -> QRect:
        """The title bar always stays where a hand can reach it."""
        parent = self.parentWidget()
        area = parent.rect() if parent is not None else frame
        bar = self.bar.height()
        left = min(max(frame.left(), 120 - frame.width()), area.width() - 120)
        top = min(max(frame.top(), 0), area.height() - 2 * bar)
        return QRect(QPoint(left, top), frame.size())

    def _edges_at(self, point: QPoint) -> QPoint:
        """-1, 0 or 1 across and down: which edge or corner lies here."""
        if self._shape is Shape.MAXIMISED:
            return QPoint()
        reach = 2 * GRIP
        inner = self.rect().marginsRemoved(self._margins())
        if inner.adjusted(1, 1, -1, -1).contains(point):
            return QPoint()
        across = (point.x() > self.width() - reach) - (point.x() < reach)
        down = (point.y() > self.height() - reach) - (point.y() < reach)
        return QPoint(int(across), int(down))

    def _inside(self) -> QRectF:
        """The part in which no edge is painted."""
        frame = QRectF(self.rect().marginsRemoved(self._margins()))
        return frame.adjusted(2, CORNER + 2, -2, -2)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        painter = QPainter(self)
        frame = QRectF(self.rect().marginsRemoved(self._margins()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        within = self._inside()
        if self._shape is Shape.MAXIMISED:
            painter.fillRect(frame, QColor(colours.window))
        elif within.contains(QRectF(event.rect())):
            painter.fillRect(event.rect(), QColor(colours.window))
        else:
            painter.setPen(QPen(QColor(colours.edge if self._on_top else colours.edge_back), 1))
            painter.setBrush(QColor(colours.window))
            painter.drawPath(_outline(frame.adjusted(0.5, 0.5, -0.5, -0.5)))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.raise_requested.emit()
        self._edges = self._edges_at(event.position().toPoint())
        self._pressed = event.globalPosition().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._edges and self._desk.may(f"title:{self.window_id}"):
            self._begin()
            self.bar.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            self._edges = QPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            edges = self._edges_at(event.position().toPoint())
            key = (abs(edges.x()), edges.y() * edges.x() if edges.x() else abs(edges.y()))
            self.setCursor(_CURSORS[key])
            return
        way = event.globalPosition().toPoint() - self._pressed
        self.put(self._sized(self._begin(), self._edges, way))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._edges:
            self._on_interrupted()
        else:
            event.ignore()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._edges:
            self._edges = QPoint()
            self._on_dropped(QPoint())


def _outline(frame: QRectF) -> QPainterPath:
    """A rectangle that is round at the top."""
    side = 2 * CORNER
    path = QPainterPath(frame.bottomLeft())
    path.arcTo(QRectF(frame.left(), frame.top(), side, side), 180, -90)
    path.arcTo(QRectF(frame.right() - side, frame.top(), side, side), 90, -90)
    path.lineTo(frame.bottomRight())
    path.closeSubpath()
    return path
