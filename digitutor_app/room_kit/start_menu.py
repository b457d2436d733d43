"""The menu above the button Käynnistä, kept as its row says."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.book import Book
from digitutor_app.room_kit.menu import MenuItem, PracticeMenu
from digitutor_app.room_kit.room import Desk

_ROW = "desktop:start_menu"
_COMMAND = "start_"


class StartMenu(QObject):
    """Shows the programs while its row is there. Emits ``chosen`` with a program and "pointer" or
    "keys".

    ``title`` gives the words of a program; the menu ends just above ``button``.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        book: Book,
        programs: Sequence[str],
        title: Callable[[str], str],
        button: QWidget,
    ) -> None:
        super().__init__(button)
        self._desk = desk
        self._book = book
        self._programs = tuple(programs)
        self._title = title
        self._button = button
        self._shown = False

    def open(self, _by: str = "") -> None:
        self._book.write(_ROW, {"open": True})

    def refresh(self, *, anew: bool = False) -> None:
        """Show what the row says; ``anew``: in other words."""
        wanted = self._book.row(_ROW) is not None
        if wanted == self._shown and not (anew and wanted):
            return
        self._shown = wanted
        self._desk.set_layer(self, self._made() if wanted else None)

    def _made(self) -> PracticeMenu:
        items = tuple(MenuItem(_COMMAND + name, self._title(name)) for name in self._programs)
        menu = PracticeMenu(self._desk, items, self._corner, _("Käynnistä"), above=True)
        menu.chosen.connect(self._on_chosen)
        menu.dismissed.connect(self._on_dismissed)
        return menu

    def _corner(self) -> QPoint:
        return self._button.mapToGlobal(QPoint(0, -8))

    def _on_chosen(self, command: str, by: str) -> None:
        self._book.erase(_ROW)
        self.chosen.emit(command.removeprefix(_COMMAND), by)

    def _on_dismissed(self) -> None:
        self._book.erase(_ROW)
