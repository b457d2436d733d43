"""The running program: its window, and after the first picture the rest."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

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
    from digitutor_app.app.wipe_line import WipeLine


class Program(QObject):
    """Opens a data folder, shows the start page, and builds the rest behind it.

    A rehearsal has a folder of its own in the data folder (``folder``): the program works there as
    long as that one exists.

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
        self._wiping: WipeLine | None = None
        self._used = folder
        self._to_join: Path | None = None
        self._said = ""
        self._seen = False
        self._paint = FirstPaint(self.window)
        self._paint.painted.connect(self._on_painted)
        net.crashFinished.connect(self._on_crash)

    def open(self) -> None:
        """Show the start page, or a sentence about why this folder cannot be used."""
        used = self._used = self.folder.in_use
        for folder in (self.folder, used):
            if folder.half_wiped:
                self._wipe(folder)
                return
        try:
            # The data of people: for this user only.
            used.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = practice_key(used.practice_key, used.practice_store)
            if damage_noted(used.practice_store):
                raise StoreDamagedError(used.practice_store, "found by the check")
            self._first = FirstCards(used.practice_store, key, self.clock)
            self._key = key
        except (WorldError, OSError) as error:
            self._show_trouble(error)
            return
        screen = StartScreen(self.look)
        screen.show_people(self._first.cards or ())
        if used != self.folder:
            screen.show_rehearsal()
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
        if self._wiping is not None:
            self._wiping.close()
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
        used = self._used
        self.house = House(
            used,
            self.clock,
            self.window,
            first.into_store,
            self._net,
            content=self._content,
            places=self._places,
            mend=partial(mended, used.practice_store, self._key, self.clock),
            rehearsal=used != self.folder,
        )
        self.house.troubleRequested.connect(self._on_open_failed)
        queued = Qt.ConnectionType.QueuedConnection
        self.house.returnRequested.connect(self._on_return, queued)
        self.house.rehearsalRequested.connect(self._on_rehearsal, queued)
        self.house.endRehearsalRequested.connect(self._on_end_rehearsal, queued)
        self.house.take_over(screen)
        if self.house is not None:
            self._settle(self.house)

    def _settle(self, house: "House") -> None:
        if self.keeps_key:
            job = partial(keep_practice_key, self._used.practice_key, self._key)
            house.parts.background.run(job, _nothing, self._net.caught)
        if self._to_join is not None:
            root, self._to_join = self._to_join, None
            house.stick.join_at(root)

    # A rehearsal, and a laptop that goes back

    def _on_rehearsal(self, root: Path) -> None:
        """Work in a folder of its own, and join the rehearsal of the stick there."""
        if self.house is None:
            return
        self.close()
        rehearsal = self.folder.rehearsal
        try:
            rehearsal.path.mkdir(mode=0o700, exist_ok=True)
            self._to_join = root
        except OSError as error:
            self._show_trouble(error)
            return
        self.open()

    def _on_end_rehearsal(self) -> None:
        if self.house is None or self._used == self.folder:
            return
        self.close()
        self._said = _("Harjoituskierros päättyi. Ohjelma poisti sen tiedot tältä koneelta.")
        self._wipe(self._used)

    def _on_return(self) -> None:
        """Nothing of ours stays on the laptop; never on a tutor's machine."""
        if self.house is None or self.house.parts.context.gate.is_set:
            return
        self.close()
        self._said = _("Kone on palautettu. Digitutor poisti tietonsa siltä.")
        self._wipe(self.folder)

    def _wipe(self, folder: DataFolder) -> None:
        from digitutor_app.app.wipe_line import WipeLine

        self._first = None
        self._wiping = WipeLine(self.window, folder.path, self._net)
        self._wiping.wiped.connect(self._on_wiped, Qt.ConnectionType.QueuedConnection)
        self._wiping.begin()

    def _on_wiped(self) -> None:
        if self._wiping is not None:
            self._wiping.close()
        self._wiping = None
        self.window.banner.clear()
        self.open()
        if self._said:
            self.window.banner.say_done(self._said)
        self._said = ""

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

        key = practice_key(self._used.practice_key, self._used.practice_store)
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
