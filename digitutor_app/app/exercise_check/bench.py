"""What a check stands on: the services of the program in a folder of their own, and a window."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.exercise_check import marked_language
from digitutor_app.app.exercise_check.case import Case
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.exercise_check.resting import delete_now
from digitutor_app.app.exercise_check.still_clock import StillClock
from digitutor_app.app.window import MainWindow
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.exercise import Exercise
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look

#: The window of a check, logical pixels and text scale: a usual laptop's.
USUAL = (1366, 728, 1.0)
Place = tuple[int, int, float]


class Bench:
    """Plays cases one after the other; ``close`` when done. Needs a QApplication.

    ``content`` is the folder with the modules; the invented language is written into it, so it
    must be a copy. ``pace`` is for plays that somebody watches.
    """

    def __init__(self, content: Path, *, pace: int = 0) -> None:
        load_fonts()
        self._folder = tempfile.TemporaryDirectory()
        folder = DataFolder(Path(self._folder.name) / "data")
        folder.path.mkdir()
        self.languages = Path(self._folder.name) / "languages"
        marked_language.write_interface(self.languages)
        marked_language.write_texts(content)
        self.clock = StillClock()
        self.pace = pace
        self.parts = compose(
            folder,
            self.clock,
            lambda: open_store(folder.practice_store, bytes(32), self.clock),
            content,
        )
        self.kinds = self.parts.rooms.vocabulary()
        self._window: MainWindow | None = None

    @property
    def catalogue(self) -> Catalogue:
        return self.parts.context.catalogue

    @property
    def window(self) -> MainWindow:
        """The window, shown and active so that keys arrive."""
        if self._window is None:
            self._window = MainWindow(Look())
            self._window.resize(*USUAL[:2])
            self._window.show()
        self._window.activateWindow()
        QApplication.processEvents()
        return self._window

    def play(
        self, case: Case, place: Place = USUAL, *, keyboard: bool = False, watched: bool = False
    ) -> Play:
        """Begin the case; ``place`` is width and height of the window and its text scale."""
        width, height, scale = place
        window = self.window
        window.look.set_scale(scale)
        if window.size().toTuple() != (width, height):
            window.resize(width, height)
        pace = self.pace if watched else 0
        play = Play(self.parts, self.kinds, window, case, self.clock, keyboard=keyboard, pace=pace)
        return play.begin()

    def exempt(self, exercise: Exercise, part: str) -> str:
        """Why a part of the contract cannot hold in the exercise's room; "" when it must."""
        for info in self.parts.rooms.infos:
            if info.id == exercise.room:
                return info.exempt.get(part, "")
        return ""

    def new_window(self) -> MainWindow:
        """The window of a program that was started again."""
        self.shut_window()
        return self.window

    def shut_window(self) -> None:
        """Close the window, with everything in it."""
        window, self._window = self._window, None
        if window is not None:
            window.show_page(QWidget())
            window.close()
            window.deleteLater()
            delete_now()

    def close(self) -> None:
        """Close the window and the store, and remove the folder."""
        self.shut_window()
        self.parts.background.close()
        self.parts.context.worker.close()
        self._folder.cleanup()
