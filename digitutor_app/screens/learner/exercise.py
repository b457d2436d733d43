"""The page of an exercise: the practice computer in its frame, the guide card beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.outcome import Outcome
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.player import Player
from digitutor_app.room_kit.room import Room
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.guide_card import GuideCard
from digitutor_app.services.practice import Practice
from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.two_pane import TwoPane

TICK_MS = 1000


class ExerciseScreen(QWidget):
    """Shows one practice. Emits ``doneFinished`` when the exercise is done, ``renewRequested``
    when it has begun anew, ``languageRequested`` and the wishes of its ``bar`` (hint and undo are
    fulfilled here)."""

    doneFinished = Signal()
    renewRequested = Signal()
    languageRequested = Signal(str)

    def __init__(
        self,
        look: Look,
        clock: Clock,
        practice: Practice,
        rooms: Callable[[str], type[Room]],
        who: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self.practice = practice
        self._player: Player | None = None
        self._before_demonstration: dict[str, Any] | None = None
        self.guide = GuideCard(look)
        self.bar = LearnerBar(look, in_exercise=True)
        self.banner = Banner(look)
        self.desktop = Desktop(
            practice.computer, rooms, look, clock, programs=(practice.exercise.room,)
        )
        self.frame = PracticeFrame(look, self.desktop)
        self._timer = QTimer(self)
        self._build(who)
        self._connect()
        self._show()

    def _build(self, who: str) -> None:
        top = LearnerTop(self._look, self.practice.text.title, who)
        top.languageRequested.connect(self.languageRequested)
        self._panes = TwoPane(self._look, self.frame, self.guide, shares=(2, 1), second_above=True)
        middle = QVBoxLayout()
        middle.setContentsMargins(28, 20, 28, 20)
        middle.addWidget(self._panes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self.banner)
        whole.addLayout(middle, 1)
        whole.addWidget(self.bar)

    def _connect(self) -> None:
        self.desktop.observed.connect(self._on_observed)
        self.desktop.refused.connect(self._on_refused)
        self.guide.answered.connect(self._on_answered)
        self.bar.hintRequested.connect(self._on_hint)
        self.bar.undoRequested.connect(self._on_undo)
        self.bar.restartRequested.connect(self._on_restart)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._on_undo)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self._on_hint)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    # What a test or the main window may call

    def tick(self) -> None:
        """A second has passed: a mistake may have become certain, or help may be offered."""
        if self._player is None:
            self._took(self.practice.tick())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.practice.run.untouched:
            self.desktop.begin()
            self.practice.run.begin_here()

    # What happens

    def _on_observed(self, observation: Observation) -> None:
        if self._player is None:
            self._took(self.practice.observe(observation))

    def _on_refused(self, target: str) -> None:
        self._took(self.practice.run.refuse(target))

    def _on_answered(self, choice: str) -> None:
        self._took(self.practice.answer(choice))

    def _on_hint(self) -> None:
        if self._player is None:
            self._took(self.practice.run.ask_hint())

    def _on_undo(self) -> None:
        if self._player is None:
            self._took(self.practice.undo())

    def _on_restart(self) -> None:
        self._stop_demonstration()
        self.practice.restart()
        self.renewRequested.emit()

    def _took(self, outcome: Outcome) -> None:
        if outcome.done:
            self._timer.stop()
            self.doneFinished.emit()
            return
        self._show()
        if outcome.demonstrate:
            self._demonstrate()

    def _show(self) -> None:
        guidance = self.practice.run.guidance()
        self.guide.show_guidance(guidance, self.practice.text, self.practice.run.mode)
        self.desktop.set_guidance(guidance.outlined, guidance.arrow, guidance.live)

    # Demonstration (hint 3): the program shows the step and puts everything back

    def _demonstrate(self) -> None:
        actions = self.practice.run.actions_left()
        if not actions:
            return
        self._before_demonstration = self.practice.computer.to_plain()
        self._player = Player(self.desktop)
        self._player.played.connect(self._stop_demonstration)
        self.desktop.set_guidance("", arrow=False, live=None)
        self.guide.show_demonstration()
        self._player.play(actions)

    def _stop_demonstration(self) -> None:
        player, before = self._player, self._before_demonstration
        if player is None or before is None:
            return
        player.stop()
        player.deleteLater()
        self._before_demonstration = None
        self.practice.computer.load(before)
        self._player = None
        self._show()
