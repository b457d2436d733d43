"""The way back from a damaged store: what happened, one button, and a moment to wait."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.background import BackgroundWork
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.clock import Clock
from digitutor_app.i18n import _
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.screens.trouble_words import damage_words, rescued_words
from digitutor_app.store.backup_files import Backup
from digitutor_app.store.backups import newest_good
from digitutor_app.store.errors import StoreDamagedError, StoreError
from digitutor_app.store.restoring import Rescue, rescue


class RescueLine(QObject):
    """Offers the newest sound backup. Emits ``rescued(sentence)`` when a sound store is in its
    place, ``failed(error)`` when it could not be made, ``otherFolderRequested`` and
    ``againRequested``."""

    rescued = Signal(str)
    failed = Signal(object)
    otherFolderRequested = Signal()
    againRequested = Signal()

    def __init__(
        self,
        window: MainWindow,
        error: StoreDamagedError,
        key: bytes,
        clock: Clock,
        net: CrashNet,
    ) -> None:
        super().__init__()
        self._window = window
        self._error = error
        self._key = key
        self._clock = clock
        self._net = net
        self._work = BackgroundWork(patience=None)

    def show(self) -> None:
        """Say what happened and what can be done."""
        backup = newest_good(self._error.path, self._key)
        title, sentence = damage_words(self._error, self._local(backup))
        screen = TroubleScreen(
            self._window.look,
            title,
            sentence,
            verb=_("Palauta tiedot"),
            other_verb=_("Yritä uudelleen"),
            third_verb=_("Valitse toinen kansio"),
        )
        screen.goOnRequested.connect(self._on_rescue)
        screen.otherRequested.connect(self.againRequested)
        screen.thirdRequested.connect(self.otherFolderRequested)
        self._window.show_page(screen)

    def close(self) -> None:
        """Wait for a rescue that goes on."""
        self._work.close()

    def _on_rescue(self) -> None:
        wait = _("Ohjelma palauttaa tietoja"), _("Odota hetki. Pidä ohjelma auki.")
        self._window.show_page(TroubleScreen(self._window.look, *wait))
        self._work.run(self._rescue, self._on_rescued, self._on_failed)

    def _rescue(self) -> Rescue:
        return rescue(self._error.path, self._key, self._clock)

    def _on_rescued(self, done: Rescue) -> None:
        self.rescued.emit(rescued_words(self._local(done.backup), whole=done.whole))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StoreError):
            self.failed.emit(error)
        else:
            self._net.caught(error)

    def _local(self, backup: Backup | None) -> datetime | None:
        return None if backup is None else backup.made.astimezone(self._clock.now().tzinfo)
