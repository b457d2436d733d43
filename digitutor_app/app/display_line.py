"""The settings of whoever sits here: applied when they come, kept when they change, gone when
they leave."""

import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from digitutor_app.app.sitting import Sitting
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.display import USUAL
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.screens.learner.display import DisplayScreen


class DisplayLine(QObject):
    """Lets the look of the window follow the person. Every page with a learner's top leads to the
    page of settings, which lies over it: whatever was begun there waits as it is."""

    def __init__(self, window: MainWindow, sitting: Sitting) -> None:
        super().__init__()
        self._window = window
        self._sitting = sitting
        self._here = False
        self._heard: weakref.WeakSet[LearnerTop] = weakref.WeakSet()
        window.look.changed.connect(self._on_look_changed)

    def show_page(self, page: QWidget) -> None:
        """Show a page of the learner's way."""
        self.listen(page)
        self._window.show_page(page)

    def listen(self, page: QWidget) -> None:
        """Open the settings when the page's top asks for them."""
        for top in page.findChildren(LearnerTop):
            if top not in self._heard:
                self._heard.add(top)
                top.displayRequested.connect(self._on_wished)

    def sit_down(self) -> None:
        """Somebody has sat down: the screen follows their settings.

        Who has none yet keeps what was chosen on the start page, before anybody was known.
        """
        self._here = True
        saved = self._sitting.person.display
        if saved == USUAL:
            self._sitting.show(self._window.look.display)
        else:
            self._window.look.show(saved)

    def stand_up(self) -> None:
        """Nobody is here any more: the machine's own look, for whoever comes next."""
        self._here = False
        self._window.look.show(USUAL)

    def _on_wished(self) -> None:
        screen = DisplayScreen(self._window.look)
        screen.finished.connect(self._window.uncover)
        self._window.lay_over(screen)

    def _on_look_changed(self) -> None:
        if self._here:
            self._sitting.show(self._window.look.display)
