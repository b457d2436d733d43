"""The way behind a practice laptop's PIN: what this laptop knows of its people, and no more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.window import ShowPage
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from digitutor_app.screens.tutor.pin import PinChoiceScreen, PinScreen
from digitutor_app.services.context import Context
from digitutor_app.services.words import pin_pages
from digitutor_app.ui_kit.look import Look


class PinLine(QObject):
    """Connects the pages. Emits ``closeRequested`` (back to the start page) and ``gateRequested``
    (to the passphrase)."""

    closeRequested = Signal()
    gateRequested = Signal()

    def __init__(self, look: Look, context: Context, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._show_page = show

    def ask(self) -> None:
        """Ask for the PIN."""
        screen = PinScreen(self._look, self._context)
        screen.opened.connect(self.show_people)
        screen.gateRequested.connect(self.gateRequested)
        screen.backRequested.connect(self.closeRequested)
        self._show_page(screen)

    def choose(self, after: Callable[[], None], back: Callable[[], None]) -> None:
        """Let somebody who has been let in choose the PIN; then go on with one of the two."""
        screen = PinChoiceScreen(self._look, self._context)
        screen.chosen.connect(after)
        screen.backRequested.connect(back)
        self._show_page(screen)

    def show_people(self) -> None:
        """Everybody who has a code on this laptop."""
        screen = PeopleScreen(self._look, self._context, pages=pin_pages())
        screen.personRequested.connect(self._show_person)
        screen.pageRequested.connect(self._on_page)
        screen.lockRequested.connect(self.closeRequested)
        self._show_page(screen)

    def _on_page(self, key: str) -> None:
        if key == "gate":
            self.gateRequested.emit()
        else:
            self.choose(self.show_people, self.show_people)

    def _show_person(self, person_id: str) -> None:
        screen = PersonScreen(self._look, self._context, None, person_id)
        screen.moveRequested.connect(self._show_move)
        screen.backRequested.connect(self.show_people)
        self._show_page(screen)

    def _show_move(self, person_id: str, attempt_id: str) -> None:
        screen = MoveAttemptScreen(self._look, self._context, person_id, attempt_id)
        screen.backRequested.connect(self._show_person)
        self._show_page(screen)
