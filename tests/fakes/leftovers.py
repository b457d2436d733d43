"""What a test with widgets leaves behind: windows, timers, threads and animations."""

import gc
import weakref

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

# Qt keeps the last tool tip for the next one.
QT_KEEPS = frozenset({"QTipLabel"})
Runnable = QTimer | QThread | QAbstractAnimation
#: After so many tests the collector looks at everything once more.
OFTEN = 100


class Leftovers:
    """Made before a test; afterwards tells what was not there before."""

    def __init__(self) -> None:
        _aside.fill()
        # The objects themselves, not their ids: an id is given again to a new object.
        self._before = alive()

    def found(self) -> list[str]:
        """Descriptions of the new things alive, after all that was meant to be deleted is gone."""
        finish_deletions()
        if not self._new():
            return []
        # Reference cycles of Python are no leak: let the collector do its work first.
        gc.collect()
        finish_deletions()
        return sorted(describe(thing) for thing in self._new())

    def _new(self) -> list[QObject]:
        return [thing for thing in alive() if not any(thing is old for old in self._before)]


def alive() -> list[QObject]:
    return [*windows(), *running()]


def windows() -> list[QObject]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in QT_KEEPS
    ]


def running() -> list[QObject]:
    """The running timers, threads and animations that Python knows."""
    things = [*_aside.able(), *able_to_run()]
    return [thing for thing in things if shiboken6.isValid(thing) and is_running(thing)]


def able_to_run() -> list[Runnable]:
    """Those among all objects that are not set aside."""
    things = gc.get_objects()
    # Each class is asked once: there are far fewer of them than objects.
    kinds = {kind for kind in set(map(type, things)) if issubclass(kind, Runnable)}
    return [thing for thing in things if type(thing) in kinds]


class Aside:
    """What lived before a test, a million objects after some hundred tests.

    The collector need not go through them again for each test, nor need we: what can run among them
    is known.
    """

    def __init__(self) -> None:
        self._able: list[weakref.ref[Runnable]] = []
        self._filled = 0

    def fill(self) -> None:
        """Set aside everything that lives now."""
        if self._filled % OFTEN == 0:
            gc.unfreeze()
            self._able.clear()
        gc.collect()
        self._able += [weakref.ref(thing) for thing in able_to_run()]
        gc.freeze()
        self._filled += 1

    def able(self) -> list[Runnable]:
        """What can run among the things set aside."""
        return [thing for known in self._able if (thing := known()) is not None]


_aside = Aside()


def is_running(thing: Runnable) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QThread):
        return thing.isRunning() and thing is not QThread.currentThread()
    return thing.state() == QAbstractAnimation.State.Running


def finish_deletions() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def describe(thing: QObject) -> str:
    name = thing.objectName()
    if not name and isinstance(thing, QWidget):
        name = thing.accessibleName() or thing.windowTitle()
    return f"{type(thing).__name__} {name!r}"
