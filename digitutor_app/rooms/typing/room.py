"""The room ``typing``: connects its window with the state."""

import weakref

import shiboken6
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.pictures import Picture
from digitutor_app.room_kit.room import Desk, Room
from digitutor_app.rooms.typing.page import TypingPage
from digitutor_app.rooms.typing.rows import PROGRAM
from digitutor_app.rooms.typing.typist import Typist


class TypingRoom(Room):
    """The program ``typing``: one window with the fields of the exercise."""

    def __init__(self, computer: Computer, desk: Desk) -> None:
        super().__init__(computer, desk)
        self._typist = Typist(computer, desk)
        self._typist.setParent(self)
        self._typist.observed.connect(self.observed)
        self._page: weakref.ref[TypingPage] | None = None
        desk.targets.pointed_changed.connect(self._on_pointed)
        desk.look.changed.connect(self._on_look_changed)

    def content(self, window: Window) -> QWidget:  # noqa: ARG002 - it has one window only
        page = TypingPage(self._typist)
        self._page = weakref.ref(page)
        return page

    def title(self, window: Window) -> str:  # noqa: ARG002 - and one title
        return _("Kirjoittaminen")

    def icon(self, window: Window) -> Picture:  # noqa: ARG002 - and one picture
        return Picture.TEXT

    def refresh(self, keys: frozenset[str]) -> None:
        if f"window:{PROGRAM}" in keys and self.computer.windows.get(PROGRAM) is None:
            self._typist.state.close()
        page = self._shown()
        if page is not None and any(key.startswith(PROGRAM) for key in keys):
            page.show_written()

    def set_words(self) -> None:
        page = self._shown()
        if page is not None:
            page.set_words()

    def _shown(self) -> TypingPage | None:
        page = None if self._page is None else self._page()
        return page if page is not None and shiboken6.isValid(page) else None

    def _on_pointed(self) -> None:
        page = self._shown()
        if page is not None:
            page.show_next()
            page.arrange()

    def _on_look_changed(self) -> None:
        page = self._shown()
        if page is not None:
            page.show_written()
