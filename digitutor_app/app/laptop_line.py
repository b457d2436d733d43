"""The page "Tämä kone" and what is decided on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.share_line import ShareLine
from digitutor_app.app.window import ShowPage
from digitutor_app.dialogs.choose_folder import ChooseFolder, choose_folder
from digitutor_app.domain.errors import WorldError
from digitutor_app.screens.tutor.this_laptop import ThisLaptopScreen
from digitutor_app.services.context import Context
from digitutor_app.services.this_laptop import LaptopNow, ThisLaptop
from digitutor_app.ui_kit.look import Look


class LaptopLine(QObject):
    """Reads beside the screen what the page shows. Emits ``returnRequested`` when everything has
    been delivered and somebody wants the laptop wiped, and ``endRehearsalRequested``."""

    returnRequested = Signal()
    endRehearsalRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        show: ShowPage,
        share: ShareLine,
        choose: ChooseFolder = choose_folder,
    ) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._show_page = show
        self._share = share
        self._choose = choose
        self._laptop = ThisLaptop(context.worker, context.laptop, context.clock)
        self._folder: Path | None = None
        self._screen: ThisLaptopScreen | None = None
        share.changed.connect(self._show_folder)

    def show(self, back: Callable[[], object]) -> None:
        """Show the page; ``back`` is where it leads back to."""
        context = self._context
        screen = ThisLaptopScreen(self._look, context.laptop.number, rehearsal=context.rehearsal)
        screen.clearRequested.connect(self._on_clear)
        screen.returnRequested.connect(self._on_return)
        screen.endRehearsalRequested.connect(self.endRehearsalRequested)
        screen.folderRequested.connect(self._on_folder)
        screen.noFolderRequested.connect(self._on_no_folder)
        screen.refreshRequested.connect(self._read)
        screen.backRequested.connect(back)
        self._screen = screen
        self._show_page(screen)
        self._read()

    def _read(self) -> None:
        self._context.background.run(self._laptop.now, self._on_read, self._on_failed)

    def _on_read(self, now: LaptopNow) -> None:
        screen = self._shown()
        if screen is not None:
            self._folder = now.folder
            screen.show_now(now)
            self._show_folder()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, (WorldError, OSError)):
            raise error
        screen = self._shown()
        if screen is not None:
            screen.say_trouble(error)

    def _show_folder(self) -> None:
        screen, share = self._shown(), self._share
        if screen is not None:
            screen.show_folder(self._folder, share.written, share.trouble, silent=share.silent)

    def _on_folder(self) -> None:
        screen = self._shown()
        chosen = None if screen is None else self._choose(screen.window())
        if chosen is not None:
            self._use(chosen)

    def _on_no_folder(self) -> None:
        self._use(None)

    def _use(self, folder: Path | None) -> None:
        self._folder = folder
        self._share.choose(folder)

    def _on_clear(self) -> None:
        self._context.background.run(self._laptop.clear_away, self._on_cleared, self._on_failed)

    def _on_cleared(self, people: int) -> None:
        screen = self._shown()
        if screen is not None:
            screen.say_cleared(people)
        self._read()

    def _on_return(self) -> None:
        """Looked at once more: what is wiped never comes back."""
        self._context.background.run(self._laptop.waiting, self._on_waiting, self._on_failed)

    def _on_waiting(self, people: int) -> None:
        if people == 0 and not self._context.gate.is_set:
            self.returnRequested.emit()
        else:
            self._read()

    def _shown(self) -> ThisLaptopScreen | None:
        screen = self._screen
        return screen if screen is not None and isValid(screen) else None
