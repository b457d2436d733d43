"""Somebody who walks through the running program on an invented workshop, and presses buttons."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from digitutor_app import i18n
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.story_clock import StoryClock
from digitutor_app.app.demo.workshop import STORY_ENDS
from digitutor_app.app.exercise_check.resting import delete_now
from digitutor_app.app.exercise_check.seen_words import spoken_name
from digitutor_app.app.house import House
from digitutor_app.app.program import Program
from digitutor_app.app.shots.view import View
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.ui_kit.theme import THEMES

#: How long to wait for what another thread does, before it is our mistake; milliseconds.
_PATIENCE_MS = 60_000
#: How often to look whether it is done, when nothing else happens.
_LOOK_MS = 5


class Visitor:
    """Opens a demo folder in one view; ``close`` when done. The clock stands still, and no stick is
    in its place but ``sticks``.

    The folder is changed by what the visitor does: give a copy.
    """

    def __init__(self, folder: Path, view: View) -> None:
        self.view = view
        i18n.use(view.language)
        self.clock = StoryClock(STORY_ENDS)
        self.sticks: list[Path] = []
        self.program = Program(DataFolder(folder), self.clock, CrashNet(), places=self._places)
        look = self.program.look
        look.own_theme = THEMES[view.theme]
        look.set_theme(THEMES[view.theme])
        self.window = self.program.window
        self.window.resize(*view.size)
        self.program.open()
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.program.house is not None)
        self.wait(self.house.parts.context.worker.opened.done)
        self.enlarge()

    @property
    def house(self) -> House:
        house = self.program.house
        if house is None:
            raise OurMistakeError("the program is not furnished yet")
        return house

    @property
    def page(self) -> QWidget:
        """What the window shows."""
        if self.window.page is None:
            raise OurMistakeError("the window is empty")
        return self.window.page

    def _places(self) -> list[Path]:
        return list(self.sticks)

    def close(self) -> None:
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        delete_now()
        i18n.use(i18n.MASTER)

    def enlarge(self) -> None:
        """The text of the view: a person who sits down brings their own size."""
        self.window.look.set_scale(self.view.scale)
        self.settle()

    def settle(self) -> None:
        """Let all layouts come to rest, and what has gone be gone."""
        delete_now()
        if QApplication.activeWindow() is None:
            # A window that went took the keyboard with it.
            self.window.activateWindow()
        for _round in range(4):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Until it is so; raises OurMistakeError when it never is."""
        given_up: list[bool] = []
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: given_up.append(True))
        timer.start(_PATIENCE_MS)
        # With a time of its own processEvents would not wait at all, and take what the other needs.
        look = QTimer()
        look.start(_LOOK_MS)
        while not until():
            if given_up:
                raise OurMistakeError("it did not happen")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        look.stop()
        timer.stop()
        self.settle()

    # Hands

    def find(self, name: str, where: QWidget | None = None) -> QAbstractButton:
        """The first visible button whose name begins so; raises OurMistakeError."""
        page = where or self.window
        seen = [w for w in page.findChildren(QAbstractButton) if w.isVisibleTo(page)]
        for button in seen:
            if spoken_name(button).startswith(name):
                return button
        names = sorted(spoken_name(button) for button in seen)
        raise OurMistakeError(f"no button {name!r}; there are {names}")

    def sees(self, name: str) -> bool:
        """Whether such a button is there."""
        try:
            self.find(name)
        except OurMistakeError:
            return False
        return True

    def press(self, name: str) -> None:
        """Press it; what it begins on another thread may not have ended."""
        self.find(name).click()
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Write into the line with this label."""
        for field in self.window.findChildren(QLineEdit):
            if field.isVisibleTo(self.window) and spoken_name(field).startswith(name):
                field.setText(text)
                self.settle()
                return
        raise OurMistakeError(f"no line to write in is called {name!r}")
