"""The demonstration of a step (hint 3): the program shows it and puts everything back."""

from collections.abc import Sequence
from typing import Any, Final, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.player import Player

_BY_HAND: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
)


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
        self._app = cast(QApplication, QApplication.instance())
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
        self._player = Player(self._desktop, self._pace, keyboard=by_keys)
        self._player.played.connect(self._on_played)
        self._player.failed.connect(self._on_failed)
        self._app.installEventFilter(self)
        try:
            self._player.play(actions)
        except OurMistakeError:
            self._on_failed()

    def stop(self) -> None:
        """Put everything back at once; nothing happens when none is running."""
        player, self._player = self._player, None
        if player is None:
            return
        self._put_back.stop()
        self._app.removeEventFilter(self)
        player.stop()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Real hands are those whose events come from the system."""
        by_hand = event.type() in _BY_HAND and event.spontaneous()
        return by_hand and isinstance(watched, QWidget) and self._holds(watched)

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._desktop or self._desktop.isAncestorOf(widget)
