"""Watches for signs of life, and asks «Oletko vielä …?» over a learner's page."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from digitutor_app.app.window import MainWindow
from digitutor_app.domain.people import Person
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.still_here import StillHereScreen
from digitutor_app.services.presence import Presence

_LOOK_MS: Final = 15_000
LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_PAGES: Final = "digitutor_app.screens.learner."


class StillHere(QObject):
    """Asks when nothing has moved for ten minutes. Emits ``otherRequested(last act)``.

    It listens at the window of the system, through which every press, key and movement comes.
    ``person`` tells who sits here, None for nobody; ``save`` saves their work.
    """

    otherRequested = Signal(datetime)

    def __init__(
        self,
        window: MainWindow,
        presence: Presence,
        person: Callable[[], Person | None],
        save: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._presence = presence
        self._person = person
        self._save = save
        self._heard: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        self._listen()

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()
        # The system's window goes away with the program's, which may be closed already.
        if self._heard is not None and shiboken6.isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None

    def look(self) -> None:
        """Ask, when it is time to and the page may be covered."""
        self._listen()
        if self._presence.asking and not isinstance(self._window.page, StillHereScreen):
            self._presence.answer()  # another page took the place of the question
        person = self._person()
        if person is None or not _may_ask(self._window.page):
            self._presence.touch()
        elif self._presence.quiet():
            self._ask(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in LIFE:
            self._presence.touch()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        """The system's window is there once the program's window has been shown."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._heard:
            handle.installEventFilter(self)
            self._heard = handle

    def _ask(self, person: Person) -> None:
        self._presence.ask()
        self._save()
        screen = StillHereScreen(self._window.look, person.first_name, person.code)
        screen.stayed.connect(self._on_stayed)
        screen.otherRequested.connect(self._on_someone_else)
        self._window.lay_over(screen)
        screen.say()

    def _on_stayed(self) -> None:
        self._presence.answer()
        self._window.uncover()

    def _on_someone_else(self) -> None:
        self.otherRequested.emit(self._presence.answer())


def _may_ask(page: QWidget | None) -> bool:
    """Every page of a learner, but for the start page and a call, which waits."""
    mine = type(page).__module__.startswith(_PAGES)
    return mine and not isinstance(page, (StartScreen, CallScreen, StillHereScreen))
