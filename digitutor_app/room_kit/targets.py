"""Targets: where the things stand that exercises name (``file:plan``, ``button:move``)."""

import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from digitutor_app.domain.errors import OurMistakeError

Area = Callable[[QWidget], QRect]

#: Several names of one thing for training wheels: the part before ":" and what it counts as.
_FOLDED = {"tree": "folder", "trail": "folder", "inside": "folder", "menu": "button"}


_CURRENT = "current_target"


def folded(name: str) -> str:
    """The name as training wheels compare it: ``tree:inbox`` counts as ``folder:inbox``."""
    prefix, colon, rest = name.partition(":")
    return _FOLDED.get(prefix, prefix) + colon + rest


@dataclass(frozen=True, slots=True)
class Spot:
    """One visible target. ``rect`` (what can be seen of it) and ``point`` (in it, and not covered)
    are on the screen; ``widget`` is the widget that is or holds it."""

    name: str
    widget: QWidget
    rect: QRect
    point: QPoint


@dataclass(slots=True)
class _Entry:
    name: str
    widget: "weakref.ref[QWidget]"
    area: Area | None

    def alive(self) -> QWidget | None:
        widget = self.widget()
        return widget if widget is not None and shiboken6.isValid(widget) else None


class Targets(QObject):
    """Names and the widgets that carry them, held weakly; a widget that dies is forgotten.

    ``changed`` tells, once the event loop comes round, that names came or went; ``pointed_changed``
    that guidance points at another one.
    """

    changed = Signal()
    pointed_changed = Signal()
    _stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []
        self._pointed = ""
        self._waiting = False
        self._stirred.connect(self._on_stirred, Qt.ConnectionType.QueuedConnection)

    # Registering

    def add(self, name: str, widget: QWidget) -> None:
        """The whole widget is this target. A widget may carry several names."""
        self._put(_Entry(name, weakref.ref(widget), None))

    def add_area(self, name: str, widget: QWidget, area: Area) -> None:
        """A part of the widget is this target: ``area(widget)`` gives it in the widget's own
        coordinates (an empty QRect: not shown now). For a scroll area give its viewport.

        ``area`` must not hold the widget: it is given it.
        """
        self._put(_Entry(name, weakref.ref(widget), area))

    def remove(self, name: str, widget: QWidget) -> None:
        """This widget no longer carries the name (nothing happens when it never did)."""
        self._drop(lambda entry: entry.name == name and entry.widget() is widget)

    def clear(self, widget: QWidget) -> None:
        """This widget carries no name any more; for a view that is about to name its items anew."""
        self._drop(lambda entry: entry.widget() is widget)

    def set_current(self, widget: QWidget, name: str) -> None:
        """Tell which of the things painted inside the widget has the keyboard ("": none)."""
        widget.setProperty(_CURRENT, name)

    def current(self, widget: QWidget) -> str:
        """The target inside the widget that has the keyboard when the widget has it, or ""."""
        return str(widget.property(_CURRENT) or "")

    def _put(self, entry: _Entry) -> None:
        self._entries = [
            e
            for e in self._entries
            if e.alive() is not None and not (e.name == entry.name and e.widget() is entry.widget())
        ]
        self._entries.append(entry)
        self._stir()

    def _drop(self, which: Callable[[_Entry], bool]) -> None:
        kept = [e for e in self._entries if e.alive() is not None and not which(e)]
        if len(kept) != len(self._entries):
            self._entries = kept
            self._stir()

    def _stir(self) -> None:
        if not self._waiting:
            self._waiting = True
            self._stirred.emit()

    def _on_stirred(self) -> None:
        self._waiting = False
        self.changed.emit()

    # Asking

    @property
    def pointed(self) -> str:
        """The target that guidance points at now, or ""."""
        return self._pointed

    def point_at(self, name: str) -> None:
        """Guidance points at this target from now on ("": at none)."""
        if name != self._pointed:
            self._pointed = name
            self.pointed_changed.emit()

    def names(self) -> frozenset[str]:
        """Every name that a living widget carries, shown or not."""
        return frozenset(e.name for e in self._entries if e.alive() is not None)

    def find(self, name: str) -> QRect:
        """What can be seen of the target, on the screen; the topmost when several carry the name.

        Raises OurMistakeError when nothing that can be seen carries it.
        """
        return self.spot(name).rect

    def spot(self, name: str) -> Spot:
        """Where a hand can reach the target; raises OurMistakeError like ``find``."""
        found = self.look(name)
        if found is None:
            known = "is hidden" if name in self.names() else "does not exist"
            raise OurMistakeError(f"the target {name!r} {known}")
        return found

    def look(self, name: str) -> Spot | None:
        """Like ``spot``, but None when the target cannot be seen now."""
        spots = [s for e in self._entries if e.name == name and (s := _spot(e)) is not None]
        return spots[-1] if spots else None

    def place(self, name: str) -> QRect:
        """Like ``find``, also while a menu or a question lies over it; empty when it is hidden."""
        seen = [
            _seen(widget, e.area) for e in self._entries if e.name == name and (widget := e.alive())
        ]
        return next((rect for rect in reversed(seen) if not rect.isEmpty()), QRect())

    def bring(self, name: str, within: QWidget | None = None) -> None:
        """Scroll what the target lies in, as a hand would, until it can be seen.

        Only what lies in ``within`` is scrolled (None: everything). Nothing happens when the
        target does not exist.
        """
        for entry in self._entries:
            widget = entry.alive() if entry.name == name else None
            if widget is not None:
                _scroll_to(widget, entry.area, within)

    def crowd(self, place: QRect, but: str) -> int:
        """How much a thing in this place of the screen would hide of the middles of others, px²."""
        spots = [_spot(e) for e in self._entries if not e.name.startswith(("inside:", but))]
        middles = [_middle(spot.rect) for spot in spots if spot is not None]
        hidden = [middle & place for middle in middles]
        return sum(part.width() * part.height() for part in hidden if not part.isEmpty())

    def at(self, point: QPoint, accepts: Callable[[str], bool], snap: int = 0) -> Spot | None:
        """The accepted target under a point of the screen, or the nearest within ``snap`` px."""
        best: Spot | None = None
        best_rank = (0, 0)
        for entry in self._entries:
            widget = entry.alive() if accepts(entry.name) else None
            rect = QRect() if widget is None else _seen(widget, entry.area)
            if widget is None or rect.isEmpty():
                continue
            distance = _distance(rect, point)
            covered = distance == 0 and not _reaches(widget, point)
            if distance > snap * snap or covered:
                continue
            rank = (distance, rect.width() * rect.height())
            spot = _spot(entry) if best is None or rank < best_rank else None
            if spot is not None:
                best, best_rank = spot, rank
        return best


def _spot(entry: _Entry) -> Spot | None:
    widget = entry.alive()
    rect = QRect() if widget is None else _seen(widget, entry.area)
    if widget is None or rect.isEmpty():
        return None
    for point in _tries(rect):
        if _reaches(widget, point):
            return Spot(entry.name, widget, rect, point)
    return None


def _seen(widget: QWidget, area: Area | None) -> QRect:
    """The part of it that is neither hidden nor cut off, on the screen."""
    if not widget.isVisible():
        return QRect()
    local = widget.rect() if area is None else area(widget)
    seen = local & widget.visibleRegion().boundingRect()
    return QRect(widget.mapToGlobal(seen.topLeft()), seen.size())


def _scroll_to(widget: QWidget, area: Area | None, within: QWidget | None) -> None:
    place = widget.rect() if area is None else area(widget)
    holder = widget.parentWidget()
    while holder is not None and holder is not within:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            middle, room = widget.mapTo(inside, place.center()), holder.viewport().size()
            across = min(place.width(), room.width()) // 2
            down = min(place.height(), room.height()) // 2
            holder.ensureVisible(middle.x(), middle.y(), across, down)
        holder = holder.parentWidget()


def _tries(rect: QRect) -> Iterator[QPoint]:
    """Points to press in a rectangle: the middle, and when that is covered, others inside it."""
    yield rect.center()
    across = (rect.width() // 4, rect.width() // 2, rect.width() * 3 // 4)
    down = (rect.height() // 4, rect.height() // 2, rect.height() * 3 // 4)
    yield from (rect.topLeft() + QPoint(x, y) for x in across for y in down)


def _middle(rect: QRect) -> QRect:
    across, down = rect.width() // 4, rect.height() // 4
    return rect.adjusted(across, down, -across, -down)


def _reaches(widget: QWidget, point: QPoint) -> bool:
    """Whether a press at this point of the screen would arrive at the widget or inside it."""
    window = widget.window()
    hit = window.childAt(window.mapFromGlobal(point))
    return hit is widget or (hit is not None and widget.isAncestorOf(hit))


def _distance(rect: QRect, point: QPoint) -> int:
    """The square of the way from the point to the rectangle; 0 inside."""
    across = max(rect.left() - point.x(), 0, point.x() - rect.right())
    down = max(rect.top() - point.y(), 0, point.y() - rect.bottom())
    return across * across + down * down
