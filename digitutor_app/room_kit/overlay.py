"""What lies over everything inside the practice frame and lets every press through: the outline
("this one") with its arrow, the place where a drag would fall, what is carried, the corners."""

import math
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.drag import Drags
from digitutor_app.room_kit.targets import Targets
from digitutor_app.ui_kit.look import Look

#: How round the frame is inside, logical pixels.
INNER_CORNER: Final = 6.0
_ARROW: Final = 54.0
#: The outline lies between so far inside and so far outside its target, logical pixels.
_RING: Final = 10
#: What is carried hangs so far from the pointer.
_CARRIED: Final = QPoint(6, 6)
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
        self._dragged = QRegion()
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        targets.changed.connect(self.follow)
        drags.changed.connect(self._on_drag_changed)

    @property
    def outline(self) -> QRect | None:
        """The outlined place in the overlay's own coordinates; None when nothing is outlined."""
        return self._place

    def come_on_top(self) -> None:
        """Lie above all other widgets. Qt would paint everything anew also where nothing but a
        timer or a room came after it among the desktop's children."""
        parent = self.parentWidget()
        others = [] if parent is None else parent.children()
        if [other for other in others if isinstance(other, QWidget)][-1:] != [self]:
            self.raise_()

    def set_guidance(self, name: str, *, arrow: bool) -> None:
        """Outline this target from now on ("": none), with or without the arrow."""
        before = self._marked()
        self._name, self._arrow = name, arrow
        self._targets.point_at(name)
        self._place = self._look_for_it()
        if arrow:
            self._side = self._choose_side()
        self._paint_anew(before, self._marked())

    def follow(self) -> None:
        """Look again where the target stands."""
        place = self._look_for_it()
        if place != self._place:
            before, self._place = self._marked(), place
            if self._arrow:
                self._side = self._choose_side()
            self._paint_anew(before, self._marked())

    def _look_for_it(self) -> QRect | None:
        spot = self._targets.look(self._name) if self._name else None
        self._watch(None if spot is None else spot.widget)
        if spot is None:
            return None
        return QRect(self.mapFromGlobal(spot.rect.topLeft()), spot.rect.size())

    def _paint_anew(self, before: QRegion, after: QRegion) -> None:
        """What lies below is painted with every part of the overlay: only what changed is."""
        if before != after:
            self.update(before.united(after))

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
        before, self._dragged = self._dragged, self._drag_marks()
        self._paint_anew(before, self._dragged)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.follow()
        return False

    # Painting

    def _marked(self) -> QRegion:
        """Where outline and arrow are painted now."""
        if self._place is None:
            return QRegion()
        inside = self._place.adjusted(_RING, _RING, -_RING, -_RING)
        marked = QRegion(self._place.adjusted(-_RING, -_RING, _RING, _RING)).subtracted(inside)
        if self._arrow:
            flown = self._arrow_way(self._outlined()).mapRect(QRectF(-1, -0.4, 1, 0.8))
            marked += flown.toAlignedRect().adjusted(-4, -4, 4, 4)
        return marked

    def _drag_marks(self) -> QRegion:
        """Where the place for a drop and what is carried are painted now."""
        marks, over, cargo = QRegion(), self._drags.highlight, self._drags.cargo
        if cargo is None:
            return marks
        if over is not None:
            marks += QRect(self.mapFromGlobal(over.topLeft()), over.size())
        here = self.mapFromGlobal(self._drags.point) + _CARRIED
        return marks.united(QRect(here, cargo.picture.deviceIndependentSize().toSize()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place is not None:
            self._paint_outline(painter)
        if self._drags.cargo is not None:
            self._paint_drag(painter)
        self._paint_corners(painter)
        painter.end()

    def _outlined(self) -> QRectF:
        """The middle of the outline's line, kept inside the frame."""
        place = QRectF() if self._place is None else QRectF(self._place)
        return place.adjusted(-5, -5, 5, 5) & QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def _paint_outline(self, painter: QPainter) -> None:
        dark = self._look.colour("amber_ink" if not self._look.theme.dark else "paper")
        around = self._outlined()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(dark, 7))
        painter.drawRoundedRect(around, 8, 8)
        painter.setPen(QPen(QColor(desk_colours(self._look.theme).target), 4))
        painter.drawRoundedRect(around, 8, 8)
        if self._arrow:
            self._paint_arrow(painter, around, dark)

    def _paint_arrow(self, painter: QPainter, around: QRectF, dark: QColor) -> None:
        """A thick arrow whose tip touches the outline."""
        painter.save()
        painter.setTransform(self._arrow_way(around), combine=True)
        points = ((0, 0), (-0.45, -0.38), (-0.45, -0.15), (-1, -0.15))
        lower = [(x, -y) for x, y in reversed(points[1:])]
        painter.setPen(QPen(dark, 2.5 / self._arrow_size()))
        painter.setBrush(QColor(desk_colours(self._look.theme).target))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in (*points, *lower)]))
        painter.restore()

    def _arrow_way(self, around: QRectF) -> QTransform:
        """From an arrow of length 1 that ends in (0, 0) to where it is painted."""
        size, tip = self._arrow_size(), _tip(around, self._side)
        return QTransform.fromTranslate(tip.x(), tip.y()).rotate(self._side).scale(size, size)

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
            painter.drawPixmap(here + _CARRIED, cargo.picture)

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
