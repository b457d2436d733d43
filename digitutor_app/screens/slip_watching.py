"""Sees the common mistakes on the page of an exercise (domain/2, 2.1)."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.hands import Key, Press, Release
from digitutor_app.engine.outcome import Outcome
from digitutor_app.engine.slips import Slip
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.hand_watch import HandWatch
from digitutor_app.services.practice import Practice


class SlipWatching(QObject):
    """Tells the run what hands do on its desktop. Emits ``noticed`` with an Outcome, and
    ``elsewhere(True)`` while another program has the keyboard.

    ``listening`` says whether the hands are the learner's own (and not a demonstration's).
    """

    noticed = Signal(object)
    elsewhere = Signal(bool)

    def __init__(
        self,
        page: QWidget,
        desktop: Desktop,
        practice: Practice,
        listening: Callable[[], bool],
    ) -> None:
        super().__init__(desktop)
        self._practice = practice
        self._listening = listening
        self._away = False
        watch = HandWatch(desktop, self._wanted, page)
        watch.pressed.connect(self._on_pressed)
        watch.released.connect(self._on_released)
        watch.keyed.connect(self._on_keyed)
        watch.key_done.connect(self._on_key_done)
        app = cast(QApplication, QGuiApplication.instance())
        app.applicationStateChanged.connect(self._on_state)

    def outside(self) -> None:
        """A press fell beside the practice frame, on nothing (G5)."""
        if self._listening():
            self._tell(Slip.OUTSIDE)

    def _wanted(self) -> frozenset[str]:
        return frozenset(action.where for action in self._practice.run.expected()) - {""}

    def _on_pressed(self, press: Press) -> None:
        if self._listening():
            self._practice.run.hands.press(press)

    def _on_released(self, release: Release) -> None:
        if self._listening():
            self._tell(self._practice.run.hands.release(release))

    def _on_keyed(self, key: Key) -> None:
        if self._listening():
            self._practice.run.hands.key(key)

    def _on_key_done(self) -> None:
        if self._listening():
            self._tell(self._practice.run.hands.key_done())

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Another program has the keyboard: Alt+Tab, the Windows key (G14)."""
        away = state is not Qt.ApplicationState.ApplicationActive
        if away is self._away:
            return
        self._away = away
        self.elsewhere.emit(away)
        if away and self._listening():
            self._practice.notice(Slip.ELSEWHERE)

    def _tell(self, code: Slip | None) -> None:
        outcome = self._practice.notice(code)
        if outcome != Outcome():
            self.noticed.emit(outcome)
