"""The page of Katso: the program does an exercise, slowly, and the learner watches."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from digitutor_app.domain.clock import Clock
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.hands_off import HandsOff
from digitutor_app.room_kit.room import Room
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.practice_page import PracticePage
from digitutor_app.screens.show import STEP_MS, Show
from digitutor_app.screens.watch_card import WatchCard
from digitutor_app.services.watching import Watching
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill

#: Keys with which somebody without a mouse leaves the film for the buttons beside it.
_WAYS_OUT: Final = ("Tab", "Shift+Tab", "F6", "Shift+F6", "Ctrl+Tab", "Space", "Enter")


class WatchScreen(QWidget):
    """Shows one watching. Emits ``tryRequested`` (the learner wants to do it), ``renewRequested``
    (see it from the beginning), ``backRequested``, ``languageRequested`` and the wishes of its
    ``bar``.

    ``step_ms`` is how long a step takes at the least, milliseconds; with 0 there are no pauses.
    """

    tryRequested = Signal()
    renewRequested = Signal()
    backRequested = Signal()
    languageRequested = Signal(str)

    def __init__(
        self,
        look: Look,
        clock: Clock,
        watching: Watching,
        rooms: Callable[[str], type[Room]],
        who: str = "",
        *,
        step_ms: int = STEP_MS,
    ) -> None:
        super().__init__()
        self.watching = watching
        self.card = WatchCard(look)
        self.bar = LearnerBar(look, in_exercise=False)
        self.desktop = Desktop(
            watching.computer, rooms, look, clock, programs=(watching.exercise.room,)
        )
        self.frame = PracticeFrame(look, self.desktop)
        self.show_ = Show(self.desktop, watching, step_ms)
        self._hands_off = HandsOff(self.desktop)
        self._begun = False
        self._had_keyboard: QWidget | None = None
        top = LearnerTop(look, watching.text.title, who)
        top.languageRequested.connect(self.languageRequested)
        self._page = PracticePage(look, top, self.frame, self.card, self.bar)
        fill(self, self._page)
        self.setFocusProxy(self.card.main)
        self._connect()
        self._on_step()

    def _connect(self) -> None:
        self.show_.begun.connect(self._on_step)
        self.show_.acting.connect(self._page.show_frame)
        self.show_.ended.connect(self._on_end)
        self.show_.failed.connect(self._on_failed)
        self.card.pauseRequested.connect(self.show_.pause)
        self.card.goOnRequested.connect(self._on_go_on)
        self._hands_off.held.connect(self._on_key_held)
        self.card.againRequested.connect(self.show_.again)
        self.card.slowRequested.connect(self.show_.set_slow)
        self.card.tryRequested.connect(self.tryRequested)
        self.card.restartRequested.connect(self.renewRequested)
        self.card.backRequested.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        for leaving in (
            self.backRequested,
            self.tryRequested,
            self.renewRequested,
            self.bar.skillsRequested,
            self.bar.callRequested,
            self.bar.pauseRequested,
            self.bar.leaveRequested,
        ):
            leaving.connect(self.watching.end)

    def _on_step(self) -> None:
        self.card.show_step(self.watching.run.guidance(), self.watching.text)
        self.desktop.set_guidance()
        self._page.show_card()

    def _on_key_held(self, key: str) -> None:
        """The keyboard is in the film: any way out of it pauses, and Esc goes back as always."""
        if key == "Esc":
            self.backRequested.emit()
        elif key in _WAYS_OUT and not self.card.paused:
            self._had_keyboard = QApplication.focusWidget()
            self.card.main.click()
            self.card.main.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_go_on(self) -> None:
        """What was being played on gets the keyboard back: the film types there."""
        had, self._had_keyboard = self._had_keyboard, None
        if had is not None and isValid(had):
            had.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_.go_on()

    def _on_end(self) -> None:
        self.watching.end()
        self._page.show_card()
        self.card.show_end(len(self.watching.exercise.steps))

    def _on_failed(self) -> None:
        self.card.show_failure()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hands_off.set_on(on=True)
        if not self._begun:
            self._begun = True
            self.desktop.begin()
            self.watching.run.begin_here()
            self.show_.begin()
        elif not self.card.paused:
            self.show_.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page lies over this one, or takes its place."""
        self.show_.pause()
        self._hands_off.set_on(on=False)
        super().hideEvent(event)
