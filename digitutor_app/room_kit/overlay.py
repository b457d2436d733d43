"""What lies over everything inside the practice frame and lets every press through: the outline
("this one") with its arrow, the place where a drag would fall, what is carried, the corners."""

import math
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.drag import Drags
from digitutor_app.room_kit.targets import Targets
from digitutor_app.ui_kit.look import Look

#: How round the frame is inside, logical pixels.
INNER_CORNER: Final = 6.0
_ARROW: Final = 54.0
_MOVES: Final = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Paint,
)


class Overlay(QWidget):
    """Follows its target by the target's own events; a target that is not there has no outline."""

    def __init__(self, look: Look, targets: Targets, drags: Drags, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._targets = targets
        self._drags = drags
        self._name = ""
        self._arrow = False
        self._side = 0
        self._place: QRect | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        targets.changed.connect(self.follow)
        drags.changed.connect(self._on_drag_changed)

    @property
    def outline(self) -> QRect | None:
        """The outlined place in the overlay's own coordinates; None when nothing is outlined."""
        return self._place

    def set_guidance(self, name: str, *, arrow: bool) -> None:
        """Outline this target from now on ("": none), with or without the arrow."""
        self._name, self._arrow = name, arrow
        self._targets.point_at(name)
        self._place = None
        self.follow()
        self.update()

    def follow(self) -> None:
        """Look again where the target stands."""
        spot = self._targets.look(self._name) if self._name else None
        self._watch(None if spot is None else spot.widget)
        place = None
        if spot is not None:
            place = QRect(self.mapFromGlobal(spot.rect.topLeft()), spot.rect.size())
        if place != self._place:
            self._place = place
            if self._arrow:
                self._side = self._choose_side()
            self.update()

    def _watch(self, widget: QWidget | None) -> None:
        chain: list[QWidget] = []
        while widget is not None and widget is not self.parentWidget():
            chain.append(widget)
            widget = widget.parentWidget()
        if chain == self._watched:
            return
        self._unwatch()
        for one in chain:
            one.installEventFilter(self)
        self._watched = chain

    def _unwatch(self) -> None:
        for one in self._watched:
            # A window that was closed may have taken its widgets along already.
            if shiboken6.isValid(one):
                one.removeEventFilter(self)
        self._watched = []

    def _on_drag_changed(self) -> None:
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.follow()
        return False

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place is not None:
            self._paint_outline(painter, QRectF(self._place))
        if self._drags.cargo is not None:
            self._paint_drag(painter)
        self._paint_corners(painter)
        painter.end()

    def _paint_outline(self, painter: QPainter, place: QRectF) -> None:
        dark = self._look.colour("amber_ink" if not self._look.theme.dark else "paper")
        around = place.adjusted(-5, -5, 5, 5)
        inner = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        around = around & inner
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(dark, 7))
        painter.drawRoundedRect(around, 8, 8)
        painter.setPen(QPen(QColor(desk_colours(self._look.theme).target), 4))
        painter.drawRoundedRect(around, 8, 8)
        if self._arrow:
            self._paint_arrow(painter, around, dark)

    def _paint_arrow(self, painter: QPainter, around: QRectF, dark: QColor) -> None:
        """A thick arrow whose tip touches the outline."""
        size = self._arrow_size()
        painter.save()
        painter.translate(_tip(around, self._side))
        painter.rotate(self._side)
        painter.scale(size, size)
        points = ((0, 0), (-0.45, -0.38), (-0.45, -0.15), (-1, -0.15))
        lower = [(x, -y) for x, y in reversed(points[1:])]
        painter.setPen(QPen(dark, 2.5 / size))
        painter.setBrush(QColor(desk_colours(self._look.theme).target))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in (*points, *lower)]))
        painter.restore()

    def _arrow_size(self) -> float:
        return _ARROW * math.sqrt(self._look.scale)

    def _choose_side(self) -> int:
        """The side with room where the arrow hides the least of other targets."""
        if self._place is None:
            return self._side
        size = self._arrow_size()
        around = QRectF(self._place)
        best, least = 0, 10**9
        for side in (270, 180, 0, 90):
            way = QPointF(math.cos(math.radians(side)), math.sin(math.radians(side)))
            middle = _tip(around, side) - way * (size / 2)
            place = QRectF(0, 0, size, size)
            place.moveCenter(middle)
            hidden = self._targets.crowd(
                QRect(self.mapToGlobal(place.topLeft().toPoint()), place.size().toSize()),
                self._name,
            )
            hidden += 100_000 * (not QRectF(self.rect()).contains(place))
            if hidden < least:
                best, least = side, hidden
        return best

    def _paint_drag(self, painter: QPainter) -> None:
        colours = desk_colours(self._look.theme)
        over, cargo = self._drags.highlight, self._drags.cargo
        if over is not None:
            place = QRectF(QRect(self.mapFromGlobal(over.topLeft()), over.size()))
            ground = QColor(colours.drop)
            ground.setAlpha(70)
            painter.setBrush(ground)
            painter.setPen(QPen(QColor(colours.selected_edge), 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 6, 6)
        if cargo is not None:
            here = self.mapFromGlobal(self._drags.point)
            painter.drawPixmap(here.x() + 6, here.y() + 6, cargo.picture)

    def _paint_corners(self, painter: QPainter) -> None:
        """The frame's colour where its round corners reach into the desktop."""
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        round_part = QPainterPath()
        round_part.addRoundedRect(QRectF(self.rect()), INNER_CORNER, INNER_CORNER)
        painter.fillPath(path.subtracted(round_part), self._look.colour("practice"))


def _tip(around: QRectF, side: int) -> QPointF:
    """Where the arrow ends that flies in this direction (degrees, clockwise from the right)."""
    return {
        0: QPointF(around.left() - 6, around.center().y()),
        180: QPointF(around.right() + 6, around.center().y()),
        90: QPointF(around.center().x(), around.top() - 6),
        270: QPointF(around.center().x(), around.bottom() + 6),
    }[side]
