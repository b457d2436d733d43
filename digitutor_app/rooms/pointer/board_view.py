"""The ground of a board: hears the pointer for everything that stands on it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QCursor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.observation import Observation
from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.room_kit.interruption import Interruption
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.spoken import speak_as
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.hand_path import HandPath
from digitutor_app.rooms.pointer.layout import Place, free_place
from digitutor_app.rooms.pointer.pressing import Pressing
from digitutor_app.rooms.pointer.state import FLOOR, SLIDE_PX, PointerState
from digitutor_app.rooms.pointer.thing import ThingView

#: How often a board looks what time has made of a hand that rests, milliseconds.
LOOK_MS: Final = 100
#: The outermost part of the board, logical pixels, and how long a pointer is stuck there, seconds.
EDGE: Final = 8
STUCK: Final = 3.0
_MARGIN: Final = 12
_GESTURES: Final = {
    Qt.NativeGestureType.ZoomNativeGesture: "zoom",
    Qt.NativeGestureType.SmartZoomNativeGesture: "zoom",
    Qt.NativeGestureType.RotateNativeGesture: "zoom",
    Qt.NativeGestureType.SwipeNativeGesture: "fingers",
}


class BoardView(QWidget):
    """Shows one board. Emits ``observed`` with an Observation after the state has changed.

    Things are widgets for the keyboard and for screen readers; the pointer is heard here alone, so
    that a hand may slip from one to the other.
    """

    observed = Signal(object)
    prefix = "item"

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__()
        self.desk = desk
        self.state = state
        self.board = board
        self.names = state.names
        self.things: dict[str, ThingView] = {}
        self.pressing = Pressing(desk.touch)
        self._path = HandPath()
        self._told = 0.0
        self._edge_since: float | None = None
        self._away = False
        self._by_hand = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.Grouping)
        self.setMinimumSize(240, 150)
        Interruption(self).happened.connect(self._on_interrupted)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_again)
        desk.touch.watch(self.look_again)
        desk.targets.add_area(FLOOR, self, _floor)
        desk.targets.add_area("edge", self, _edge)
        desk.targets.add("ground", self)
        desk.targets.set_current(self, "ground")

    # For the kinds of boards

    @property
    def colours(self) -> DeskColours:
        return desk_colours(self.desk.look.theme)

    @property
    def area(self) -> Place:
        """Where things may stand."""
        inner = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        return Place(inner.x(), inner.y(), max(inner.width(), 1), max(inner.height(), 1))

    def add(self, view: ThingView) -> None:
        """Put a thing on the board."""
        self.things[view.thing_id] = view
        self.desk.targets.add_area(view.target, self, _Picture(view.thing_id))
        view.acted.connect(self.on_acted)
        view.show()

    def name(self, thing_id: str) -> str:
        """Its words in the running data set."""
        return self.names.get(thing_id, thing_id)

    def thing_at(self, point: QPoint) -> str:
        """The id of what lies under a point of the board, or "" for the floor."""
        for view in reversed(self.things.values()):
            if view.picture.contains(point):
                return view.thing_id
        return ""

    def target_at(self, point: QPoint) -> str:
        """The target under a point."""
        view = self.things.get(self.thing_at(point))
        return FLOOR if view is None else view.target

    def show_state(self) -> None:
        """Show what the rows say."""
        over = self.state.rows.hand().over
        for view in self.things.values():
            view.set_near(view.thing_id == over)

    def arrange(self) -> None:
        """Put everything in its place."""

    def set_words(self) -> None:
        """Show every word anew."""

    def clicked(self, target: str, by: str) -> None:
        """A target was clicked with the main button."""
        self.tell(Observation("click", target, {"by": by}))

    def on_acted(self, thing_id: str) -> None:
        """Enter or Space on a thing."""
        self.clicked(self.things[thing_id].target, "keys")

    def on_press(self, event: QMouseEvent) -> None:
        """A button went down."""

    def on_drag(self, event: QMouseEvent) -> None:
        """A pressed pointer has gone further than a click."""

    def on_move(self, event: QMouseEvent) -> None:
        """The pointer is somewhere else."""
        point = event.position().toPoint()
        over = self.thing_at(point)
        self.tell(self.state.point(over, self.target_at(point)))

    def interrupted(self) -> None:
        """The pointer was lost in the middle of a press: what it held lies where it lay."""

    def on_time(self, now: float) -> None:
        """Time has passed; ``now`` is in seconds of the hand."""

    def tell(self, observation: Observation | None) -> None:
        if observation is not None:
            self.observed.emit(observation)

    def _on_interrupted(self) -> None:
        self.pressing.forget()
        self.interrupted()

    # Time

    def look_again(self) -> None:
        """Look what time has made of a hand that rests."""
        if self.isVisible():
            now = self.desk.touch.seconds()
            self._look_at_edge(now)
            self.on_time(now)

    def _look_at_edge(self, now: float) -> None:
        if self._away and self._edge_since is None and _at_screen_edge():
            self._edge_since = now
        elif self._away and self._edge_since is not None and not _at_screen_edge():
            self._edge_since = None
        if self._edge_since is not None and 0 <= self._edge_since <= now - STUCK:
            self._edge_since = float("inf")
            where = "screen" if self._away else "board"
            self.tell(Observation("edge", FLOOR, {"where": where, "by": "pointer"}))

    def _follow(self, point: QPoint) -> None:
        self._away = False
        inner = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        now = self.desk.touch.seconds()
        self._edge_since = None if inner.contains(point) else now
        sign = self._path.go(round(now * 1000), point.x(), point.y())
        if sign is not None:
            self.tell(Observation(sign.value, FLOOR, {"by": "pointer"}))
        while self._path.far >= self._told + SLIDE_PX:
            self._told += SLIDE_PX
            self.tell(self.state.slide())

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressing.press(event, self.target_at(event.position().toPoint()))
        self.on_press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_hand = event.spontaneous()
        self._follow(event.position().toPoint())
        if self.pressing.move(event):
            self.on_drag(event)
        self.on_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target = self.pressing.target
        done = self.pressing.release(event, self.target_at(event.position().toPoint()))
        if done is None:
            return
        if done.verb == "click":
            self.clicked(target, "pointer")
        else:
            self.tell(Observation(done.verb, target, done.details))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        canceled = event.key() == Qt.Key.Key_Escape and self.state.cancel("keys")
        if not canceled:
            event.ignore()
            return
        self.pressing.forget()
        self.tell(canceled)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() in _GESTURES:
            name = _GESTURES[event.gestureType()]
            self.tell(Observation("gesture", FLOOR, {"name": name, "by": "pointer"}))
            return True
        # A playing hand does not leave when the system's pointer does.
        if event.type() == QEvent.Type.Leave and self._by_hand:
            self._path.lose()
            self._away, self._edge_since = True, None
            if not self.pressing.down:
                self.tell(self.state.point("", FLOOR))
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(LOOK_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._edge_since = None  # nobody stands at the edge of what is not to be seen
        self.pressing.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.window))
        painter.end()


class _Picture:
    """Gives the place of one thing without holding the board."""

    def __init__(self, thing_id: str) -> None:
        self._thing_id = thing_id

    def __call__(self, view: QWidget) -> QRect:
        things = view.things if isinstance(view, BoardView) else {}
        return things[self._thing_id].picture if self._thing_id in things else QRect()


def _floor(view: QWidget) -> QRect:
    if not isinstance(view, BoardView):
        return QRect()
    free = free_place([thing.place for thing in view.things.values()], view.area)
    return QRect(free.x, free.y, free.width, free.height)


def _edge(view: QWidget) -> QRect:
    return QRect(0, view.height() // 2 - 12, EDGE, 24)


def _at_screen_edge() -> bool:
    """Whether the system's pointer stands at the rim of its screen."""
    here = QCursor.pos()
    screen = QGuiApplication.screenAt(here)
    return screen is None or not screen.geometry().adjusted(2, 2, -2, -2).contains(here)
