"""The show of a whole exercise (Katso): step after step, slowly, with pause and repeat."""

from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Step, StepKind
from digitutor_app.domain.observation import Observation
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.player import Player
from digitutor_app.services.watching import Watching

#: How long a step takes at the least, milliseconds (domain/2, 2.0: 8 s per step).
STEP_MS: Final = 8000
#: So much of it is for reading the instruction before anything moves,
READ_MS: Final = 3000
#: and so much for seeing what has come of it.
SEE_MS: Final = 1500
#: One movement of the pointer.
PACE_MS: Final = 900
SLOWER: Final = 2
_PATIENCE: Final = 10


class Show(QObject):
    """Plays on a desktop and lets the watching know.

    Emits ``begun`` when a step begins, ``acting`` when hands begin to move, ``ended`` behind the
    last step and ``failed`` when one could not be played. ``step_ms`` 0 makes no pauses (tests).
    """

    begun = Signal()
    acting = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, desktop: Desktop, watching: Watching, step_ms: int = STEP_MS) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._watching = watching
        self._step_ms = step_ms
        self._slow = False
        self._paused = False
        self._before: dict[str, Any] = {}
        self._left = 0
        self._step: Step | None = None
        self._shown = False
        self._shown_for = 0
        self._spent = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._player: Player | None = None
        desktop.observed.connect(self._on_observed)

    @property
    def paused(self) -> bool:
        return self._paused

    @property
    def slow(self) -> bool:
        return self._slow

    def begin(self) -> None:
        """Show the step at which the watching stands."""
        self._before = self._watching.computer.to_plain()
        self._step = self._watching.run.step
        self._shown = False
        self._shown_for = 0
        self._spent.start()
        self.begun.emit()
        self._wait(READ_MS)

    def pause(self) -> None:
        """Stand still, also in mid-movement."""
        if self._paused:
            return
        self._paused = True
        self._left = self._timer.remainingTime() if self._timer.isActive() else -1
        self._timer.stop()
        if self._player is not None:
            self._player.pause()

    def go_on(self) -> None:
        """Go on after a pause."""
        if not self._paused:
            return
        self._paused = False
        if self._player is not None:
            self._player.play_on()
        elif self._left >= 0:
            self._timer.start(self._left)

    def again(self) -> None:
        """Show this step once more from its beginning."""
        self.stop()
        self._watching.computer.load(self._before)
        self._paused = False
        self.begin()

    def set_slow(self, slow: bool) -> None:
        """Half the speed, or the usual one."""
        self._slow = slow

    def stop(self) -> None:
        """Let go of everything; nothing is emitted."""
        self._timer.stop()
        self._let_player_go()

    # Inside

    @property
    def _factor(self) -> int:
        return SLOWER if self._slow else 1

    @property
    def _pace(self) -> int:
        return PACE_MS * self._factor if self._step_ms else 0

    def _wait(self, milliseconds: int) -> None:
        self._timer.start(milliseconds * self._factor if self._step_ms else 0)

    def _on_timeout(self) -> None:
        if not self._desktop.isActiveWindow():
            # The keyboard is elsewhere: what is typed now would not arrive.
            self._timer.start(SEE_MS // _PATIENCE)
            return
        if self._shown:
            self._next()
            return
        self._shown = True
        if self._step is None or self._step.kind is not StepKind.DO:
            self._see()
            return
        self.acting.emit()
        self._player = Player(self._desktop, self._pace)
        self._player.played.connect(self._on_played)
        self._player.failed.connect(self._on_failed)
        try:
            self._player.play(self._watching.run.actions_left())
        except OurMistakeError:
            self._on_failed()

    def _on_played(self) -> None:
        self._let_player_go()
        self._see()

    def _let_player_go(self) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.stop()
            player.deleteLater()

    def _see(self) -> None:
        """Leave the result on the screen, at least until the step has had its time."""
        spent = self._spent.elapsed() // self._factor
        self._wait(max(SEE_MS, self._step_ms - spent))

    def _next(self) -> None:
        step, run = self._step, self._watching.run
        if step is not None and step.kind is not StepKind.DO:
            self._watching.answer()
        if run.done:
            self.ended.emit()
        elif run.step is step and self._shown_for < _PATIENCE:
            # A room may need a moment to see what was done (a search while one types).
            self._shown_for += 1
            self._timer.start(SEE_MS // _PATIENCE)
        elif run.step is step:
            self._on_failed()
        else:
            self.begin()

    def _on_observed(self, observation: Observation) -> None:
        self._watching.observe(observation)

    def _on_failed(self, _error: object = None) -> None:
        self.stop()
        self.failed.emit()
