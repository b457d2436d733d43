"""The demonstration of a step (hint 3): the program shows it and puts everything back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.hands_off import HandsOff
from digitutor_app.room_kit.player import Player
from digitutor_app.room_kit.touch import Grip


class Demonstration(QObject):
    """Plays on a desktop while real hands cannot reach it.

    Emits ``stopped`` when everything stands again as before, ``failed`` after that when the
    actions could not be played. ``pace`` is the time of one movement, milliseconds; with 0 all of
    it happens inside ``show``.
    """

    stopped = Signal()
    failed = Signal()

    def __init__(self, desktop: Desktop, pace: int) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._pace = pace
        self._player: Player | None = None
        self._before: dict[str, Any] = {}
        self._grip: Grip | None = None
        self._hands_off = HandsOff(desktop)
        self._put_back = QTimer(self)
        self._put_back.setSingleShot(True)
        self._put_back.timeout.connect(self.stop)

    @property
    def running(self) -> bool:
        return self._player is not None

    def show(self, actions: Sequence[Action], *, by_keys: bool = False) -> None:
        """Play the actions; ``by_keys``: with the keyboard alone."""
        self.stop()
        self._before = self._desktop.computer.to_plain()
        self._grip = self._desktop.touch.grip
        self._player = Player(self._desktop, self._pace, keyboard=by_keys)
        self._player.played.connect(self._on_played)
        self._player.failed.connect(self._on_failed)
        self._hands_off.set_on(on=True)
        try:
            self._player.play(actions)
        except OurMistakeError:
            self._on_failed()

    def stop(self) -> None:
        """Put everything back at once; nothing happens when none is running."""
        player = self._player
        if player is None:
            return
        self._put_back.stop()
        player.stop()
        if self._grip is None:
            player.let_go()
        self._desktop.touch.grip = self._grip
        # Only now: what a hand does that lets go is not the learner's either.
        self._player = None
        self._hands_off.set_on(on=False)
        player.deleteLater()
        self._desktop.computer.load(self._before)
        self.stopped.emit()

    def _on_played(self) -> None:
        """Leave the result on the screen for a moment."""
        if self._pace:
            self._put_back.start(2 * self._pace)
        else:
            self.stop()

    def _on_failed(self) -> None:
        self.stop()
        self.failed.emit()
