"""Wiping a data folder while the window says so; what does not go is tried again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.background import BackgroundWork
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.window import MainWindow
from digitutor_app.i18n import _
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.services.wiping import wipe


class WipeLine(QObject):
    """Emits ``wiped`` when nothing of ours is left in the folder. Its stores must be closed."""

    wiped = Signal()

    def __init__(self, window: MainWindow, folder: Path, net: CrashNet) -> None:
        super().__init__()
        self._window = window
        self._folder = folder
        self._net = net
        self._background = BackgroundWork(patience=None)

    def begin(self) -> None:
        """Say that it takes a moment, and wipe."""
        screen = TroubleScreen(
            self._window.look,
            _("Poistan tietoja koneelta"),
            _("Odota hetki. Älä sammuta konetta."),
        )
        self._window.show_page(screen)
        self._net.close_log()
        self._background.run(partial(wipe, self._folder), self._on_wiped, self._net.caught)

    def close(self) -> None:
        """Wait for what is being removed; the next start goes on."""
        self._background.close()

    def _on_wiped(self, refused: list[str]) -> None:
        if not refused:
            self.wiped.emit()
            return
        words = _(
            "Kone ei anna poistaa näitä: {names}. Salatut tiedot eivät enää aukea. "
            "Sulje muut ohjelmat ja yritä uudelleen."
        )
        screen = TroubleScreen(
            self._window.look,
            _("Kaikkea ei voitu vielä poistaa"),
            words.format(names=", ".join(refused)),
            verb=_("Yritä uudelleen"),
        )
        screen.goOnRequested.connect(self.begin)
        self._window.show_page(screen)
