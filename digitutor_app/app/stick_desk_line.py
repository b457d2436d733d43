"""Valmistele tikku: sticks are looked for, one is written."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from digitutor_app.app.stick_watch import LOOK_MS
from digitutor_app.app.watchers import Watchers
from digitutor_app.app.window import ShowPage
from digitutor_app.dialogs.choose_folder import ChooseFolder, choose_place
from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.program import put_program
from digitutor_app.i18n import _
from digitutor_app.screens.tutor.data_stick import PrepareStickScreen, StickSeen
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.ui_kit.look import Look


class StickDeskLine(QObject):
    """Connects the page. Emits ``pageRequested(key)`` and ``backRequested``.

    ``program`` is the folder of the packaged program, None where it runs otherwise; ``choose`` asks
    for a folder.
    """

    pageRequested = Signal(str)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        show: ShowPage,
        watchers: Watchers,
    ) -> None:
        super().__init__()
        self._places = watchers.sticks
        self.program = packaged()
        self.choose: ChooseFolder = choose_place
        self._look = look
        self._context = context
        self._tutor = tutor
        self._show_page = show
        self._collect = watchers.collect
        self._screen: PrepareStickScreen | None = None
        self._chosen: Path | None = None
        self._seen: list[StickSeen] | None = None
        self._looking = False

    def show(self) -> None:
        """Show the page; it looks for sticks until it is left."""
        today = self._context.clock.now().date()
        workshops = sorted(self._tutor.workshops.all(), key=partial(_offered, today))
        screen = PrepareStickScreen(self._look, workshops)
        screen.prepareRequested.connect(self._on_prepare)
        screen.folderRequested.connect(self._on_folder)
        screen.workshopsRequested.connect(partial(self.pageRequested.emit, "workshops"))
        screen.backRequested.connect(self.backRequested)
        self._screen, self._chosen, self._seen = screen, None, None
        self._show_page(screen)
        timer = QTimer(screen)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)
        self.look()

    def look(self) -> None:
        """Look for sticks once."""
        if self._shown() is not None and not self._looking:
            self._looking = True
            chosen, desk, places = self._chosen, self._tutor.stick_desk, self._places

            def job() -> list[StickSeen]:
                roots = places()
                if chosen is not None and chosen not in roots:
                    roots = [*roots, chosen]
                return [StickSeen(root, desk.workshop_on(Stick(root))) for root in roots]

            self._context.background.run(job, self._on_looked, self._on_not_looked)

    def _on_looked(self, seen: list[StickSeen]) -> None:
        self._looking = False
        screen = self._shown()
        if screen is not None and not screen.working and seen != self._seen:
            self._seen = seen
            screen.show_sticks(seen, self._chosen or screen.root)

    def _on_not_looked(self, _error: Exception) -> None:
        self._on_looked([])

    def _on_folder(self) -> None:
        screen = self._shown()
        chosen = None if screen is None else self.choose(screen.window())
        if chosen is not None:
            self._chosen, self._seen = chosen, None
            self.look()

    def _on_prepare(self, root: Path, workshop: Workshop, rehearsal: bool) -> None:
        screen, tutor, program = self._shown(), self._tutor, self.program
        if screen is None:
            return
        self._collect.leave_alone(root)
        organiser = ", ".join(workshop.organisers or tutor.letterheads.get().organisers)

        def job() -> None:
            stick = Stick(root)
            tutor.stick_desk.prepare(stick, workshop, organiser[:200], rehearsal=rehearsal)
            if program is not None:
                put_program(stick, program)

        words = _("Kirjoitan tikulle. Älä ota tikkua vielä irti.")
        screen.run(self._context.background, job, self._on_done, words)

    def _on_done(self, _nothing: object) -> None:
        screen = self._shown()
        if screen is None:
            return
        if self.program is None:
            screen.say_done(
                _("Ohjelmaa ei kopioitu tikulle. Digitutorin pitää olla valmiina koneilla.")
            )
        else:
            screen.say_done(_("Myös ohjelma on tikulla. Sen voi käynnistää tikulta."))

    def _shown(self) -> PrepareStickScreen | None:
        screen = self._screen
        return screen if screen is not None and isValid(screen) else None


def packaged() -> Path | None:
    """The folder of the program where it runs packaged, else None."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def _offered(today: date, workshop: Workshop) -> tuple[bool, int]:
    """Today's first, then the next ones, then those that are over, the last of them first."""
    days = (workshop.day - today).days
    return days < 0, abs(days)
