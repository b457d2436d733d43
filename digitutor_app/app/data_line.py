"""The way through "Tiedot ja koneet": the overview, and a page for each noun."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.exchange_line import ExchangeLine
from digitutor_app.app.server_page_line import ServerPageLine
from digitutor_app.app.stick_desk_line import StickDeskLine
from digitutor_app.app.watchers import Watchers
from digitutor_app.app.window import ShowPage
from digitutor_app.dialogs.choose_folder import ChooseFolder, choose_folder
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.tutor.data import DataScreen
from digitutor_app.screens.tutor.data_backups import BackupsScreen
from digitutor_app.screens.tutor.data_collected import CollectedScreen
from digitutor_app.screens.tutor.data_folder import FolderScreen
from digitutor_app.screens.tutor.data_laptops import LaptopsScreen
from digitutor_app.screens.tutor.data_this import ThisMachineScreen
from digitutor_app.screens.tutor.given_back import GivenBackScreen
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.data_overview import Copy, DataDesk, Overview
from digitutor_app.ui_kit.look import Look

T = TypeVar("T")
S = TypeVar("S", bound=DataPage)


class DataLine(QObject):
    """Connects the pages. Emits ``pageRequested(key)`` for another page of the menu,
    ``keysRequested`` and ``erasuresRequested`` (they lead back here), and ``lockRequested``.

    Made while the tutor's store is open; it is gone when its pages are. ``choose`` asks for the
    shared folder.
    """

    pageRequested = Signal(str)
    keysRequested = Signal()
    erasuresRequested = Signal()
    lockRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        show: ShowPage,
        watchers: Watchers,
    ) -> None:
        super().__init__()
        self.choose: ChooseFolder = choose_folder
        self._look = look
        self._context = context
        self._tutor = tutor
        self._show_page = show
        self._collect = watchers.collect
        self._follow = watchers.follow
        self._desk = DataDesk(context.worker, tutor.worker, tutor.following, context.clock)
        self.stick = StickDeskLine(look, context, tutor, show, watchers)
        self.exchange = ExchangeLine(look, context, tutor, show, watchers.collect)
        self.server = ServerPageLine(look, context.clock, show, watchers.server)
        self.server.backRequested.connect(self.show)
        self.stick.backRequested.connect(self.show)
        self.stick.pageRequested.connect(self.pageRequested)
        self.exchange.backRequested.connect(self.show)
        self._folder_page: FolderScreen | None = None
        watchers.follow.changed.connect(self._on_followed)

    def show(self) -> None:
        """The overview."""
        screen = DataScreen(self._look, server=self.server.in_use)
        screen.chosen.connect(self._on_chosen)
        screen.pageRequested.connect(self.pageRequested)
        screen.lockRequested.connect(self.lockRequested)
        self._show_page(screen)
        self.server.tell(screen)

        def failed(error: Exception) -> None:
            if not isinstance(error, (WorldError, OSError)) and isValid(screen):
                raise error
            if isValid(screen):
                screen.say_trouble(error)

        def done(now: Overview) -> None:
            if isValid(screen):
                screen.show_overview(now)

        self._context.background.run(self._desk.overview, done, failed)

    def _on_chosen(self, key: str) -> None:
        pages: dict[str, Callable[[], object]] = {
            "stick": self.stick.show,
            "laptops": self._show_laptops,
            "collected": self._show_collected,
            "import": self.exchange.show_import,
            "export": self.exchange.show_export,
            "folder": self._show_folder,
            "server": self.server.show,
            "backups": self._show_backups,
            "erasures": self.erasuresRequested.emit,
            "this": self._show_this,
            "keys": self.keysRequested.emit,
        }
        pages[key]()

    def _show_laptops(self) -> None:
        screen = self._open(LaptopsScreen(self._look))
        screen.givenBackRequested.connect(self._show_given_back)
        self._run(screen, self._desk.room, screen.show_room)

    def _show_given_back(self) -> None:
        screen = GivenBackScreen(self._look, self._tutor, self._context.clock)
        screen.backRequested.connect(self._show_laptops)
        self._show_page(screen)

    def _show_collected(self) -> None:
        screen = self._open(CollectedScreen(self._look))
        done, at = self._collect.last or (None, None)
        screen.show_round(done, at, self._collect.numbers)
        self._run(screen, self._desk.put_aside, screen.show_aside)

    def _show_this(self) -> None:
        context = self._context
        number = context.laptop.number
        name = _("Kone {number}").format(number=number) if number else _("Tutorin kone")
        screen = self._open(ThisMachineScreen(self._look, name))

        def job() -> tuple[object, ...]:
            words = " ".join(self._tutor.introducing.words)
            return self._desk.health(), words, self._desk.waiting()

        self._run(screen, job, partial(_spread, screen.show_facts))

    # Copies

    def _show_backups(self) -> None:
        screen = self._open(BackupsScreen(self._look))
        screen.copyRequested.connect(partial(self._copy, screen))
        screen.restoreRequested.connect(partial(self._restore, screen))
        self._run(screen, self._desk.copies, screen.show_copies)

    def _copy(self, screen: BackupsScreen) -> None:
        def job() -> list[Copy]:
            self._desk.copy_now()
            return self._desk.copies()

        def done(copies: list[Copy]) -> None:
            screen.show_copies(copies)
            screen.tell(_("Varmuuskopio on tehty"))

        self._run(screen, job, done, _("Kopioin tietoja…"))

    def _restore(self, screen: BackupsScreen, copy: Copy) -> None:
        job = partial(self._desk.restore, copy)
        self._run(screen, job, screen.say_restored, _("Palautan tietoja…"))

    # The shared folder

    def _show_folder(self) -> None:
        screen = self._open(FolderScreen(self._look))
        self._folder_page = screen
        screen.folderRequested.connect(self._on_folder)
        screen.noFolderRequested.connect(partial(self._use_folder, None))
        screen.switched.connect(self._on_switched)
        self._read_folder()

    def _on_folder(self) -> None:
        page = self._folder_page
        chosen = None if page is None or not isValid(page) else self.choose(page.window())
        if chosen is not None:
            self._use_folder(chosen)

    def _use_folder(self, folder: Path | None) -> None:
        self._tutor.following.choose(folder)
        self._read_folder()

    def _on_switched(self, on: bool) -> None:
        self._tutor.following.switch(on=on)
        self._read_folder()
        if on:
            self._follow.now()

    def _read_folder(self) -> None:
        page = self._folder_page
        if page is not None and isValid(page):
            following = self._tutor.following
            page.show_folder(following.folder, on=following.on)
            self._on_followed()

    def _on_followed(self) -> None:
        page, follow = self._folder_page, self._follow
        if page is None or not isValid(page):
            return
        heard = self._tutor.following.heard()
        numbers = {public: each.number for public, each in heard.items()}
        page.show_came(follow.came, follow.at, heard.values(), numbers)
        page.show_trouble(follow.trouble, silent=follow.silent)

    # What every page needs

    def _open(self, screen: S) -> S:
        screen.backRequested.connect(self.show)
        self._show_page(screen)
        return screen

    def _run(
        self,
        screen: DataPage,
        job: Callable[[], T],
        done: Callable[[T], object],
        words: str = "",
    ) -> None:
        screen.run(self._context.background, job, done, words)


def _spread(show: Callable[..., object], answer: tuple[object, ...]) -> None:
    show(*answer)
