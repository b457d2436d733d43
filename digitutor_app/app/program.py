"""The running program: its window, and after the first picture the rest."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.first_paint import FirstPaint
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.store.damage import damage_noted
from digitutor_app.store.errors import StoreDamagedError
from digitutor_app.store.first_cards import FirstCards
from digitutor_app.trust.practice_key import keep_practice_key, practice_key
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look, theme_of_system

if TYPE_CHECKING:
    from digitutor_app.app.house import House
    from digitutor_app.app.rescue_line import RescueLine


class Program(QObject):
    """Opens a data folder, shows the start page, and builds the rest behind it.

    ``content`` stands in for the exercises that come with the program; ``clock_of`` tells which
    clock another data folder has (otherwise it is the same), ``places`` where sticks may be.
    """

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        net: CrashNet,
        content: Path | None = None,
        *,
        clock_of: Callable[[DataFolder], Clock] | None = None,
        places: Callable[[], list[Path]] | None = None,
    ) -> None:
        super().__init__()
        load_fonts()
        self.folder = folder
        self.clock = clock
        self.look = Look(theme_of_system())
        self.window = MainWindow(self.look)
        self.house: House | None = None
        #: Whether the practice key is kept in the system's keyring too.
        self.keeps_key = False
        self._key = b""
        self._net = net
        self._content = content
        self._clock_of = clock_of
        self._places = places
        self._first: FirstCards | None = None
        self._rescue: RescueLine | None = None
        self._seen = False
        self._paint = FirstPaint(self.window)
        self._paint.painted.connect(self._on_painted)
        net.crashFinished.connect(self._on_crash)

    def open(self) -> None:
        """Show the start page, or a sentence about why this folder cannot be used."""
        try:
            # The data of people: for this user only.
            self.folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = practice_key(self.folder.practice_key, self.folder.practice_store)
            if damage_noted(self.folder.practice_store):
                raise StoreDamagedError(self.folder.practice_store, "found by the check")
            self._first = FirstCards(self.folder.practice_store, key, self.clock)
            self._key = key
        except (WorldError, OSError) as error:
            self._show_trouble(error)
            return
        screen = StartScreen(self.look)
        screen.show_people(self._first.cards or ())
        self.window.show_page(screen)
        # What the start page does not need is imported once it has been painted.
        if self._seen:
            QTimer.singleShot(0, self._furnish)
        else:
            self._paint.painted.connect(self._furnish)

    def close(self) -> None:
        """Save, and let go of the stores."""
        self._paint.stop()
        if self._rescue is not None:
            self._rescue.close()
        if self.house is not None:
            self.house.close()
            self.house = None
        elif self._first is not None:
            self._first.close()

    def _on_painted(self) -> None:
        self._seen = True

    def _furnish(self) -> None:
        from digitutor_app.app.house import House
        from digitutor_app.store.restoring import mended

        first, screen = self._first, self.window.page
        if first is None or not isinstance(screen, StartScreen):
            return
        self.house = House(
            self.folder,
            self.clock,
            self.window,
            first.into_store,
            self._net,
            content=self._content,
            places=self._places,
            mend=partial(mended, self.folder.practice_store, self._key, self.clock),
        )
        self.house.troubleRequested.connect(self._on_open_failed)
        self.house.take_over(screen)
        if self.keeps_key:
            job = partial(keep_practice_key, self.folder.practice_key, self._key)
            self.house.parts.background.run(job, _nothing, self._net.caught)

    def _on_open_failed(self, error: Exception) -> None:
        self.close()
        self._show_trouble(error)

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, StoreDamagedError):
            self._offer_rescue(error)
            return
        from digitutor_app.screens.trouble import TroubleScreen
        from digitutor_app.screens.trouble_words import opening_trouble

        title, sentence = opening_trouble(error)
        screen = TroubleScreen(
            self.look,
            title,
            sentence,
            verb=_("Valitse toinen kansio"),
            other_verb=_("Yritä uudelleen"),
        )
        screen.goOnRequested.connect(self._on_other_folder)
        screen.otherRequested.connect(self.open)
        self.window.show_page(screen)

    def _offer_rescue(self, error: StoreDamagedError) -> None:
        from digitutor_app.app.rescue_line import RescueLine

        key = practice_key(self.folder.practice_key, self.folder.practice_store)
        self._rescue = RescueLine(self.window, error, key, self.clock, self._net)
        self._rescue.otherFolderRequested.connect(self._on_other_folder)
        self._rescue.againRequested.connect(self.open)
        self._rescue.failed.connect(self._show_trouble)
        self._rescue.rescued.connect(self._on_rescued)
        self._rescue.show()

    def _on_rescued(self, sentence: str) -> None:
        self.open()
        self.window.banner.say(sentence)

    def _on_other_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self.window, _("Valitse kansio tiedoille"))
        if chosen:
            self.folder = DataFolder(Path(chosen))
            if self._clock_of is not None:
                self.clock = self._clock_of(self.folder)
            self.open()

    def _on_crash(self) -> None:
        from digitutor_app.screens.trouble import TroubleScreen

        screen = TroubleScreen(
            self.look,
            _("Ohjelmassa tapahtui jotain odottamatonta"),
            _("Tekemäsi vaiheet ovat tallessa. Paina Jatka. Jos tämä toistuu, kutsu tutor."),
            verb=_("Jatka"),
        )
        screen.goOnRequested.connect(self._on_after_crash)
        self.window.show_page(screen)

    def _on_after_crash(self) -> None:
        if self.house is not None:
            self.house.learner.show_start()
        else:
            self.open()


def _nothing(_kept: bool) -> None:
    """Without a keyring the file alone has the key."""
