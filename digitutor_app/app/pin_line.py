"""The way behind a practice laptop's PIN: what this laptop knows of its people, and no more."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.window import ShowPage
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from digitutor_app.screens.tutor.pin import PinChoiceScreen, PinScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.services.board_news import BoardNews
from digitutor_app.services.context import Context
from digitutor_app.services.words import pin_pages
from digitutor_app.services.workshops import Workshops
from digitutor_app.ui_kit.look import Look


class PinLine(QObject):
    """Connects the pages. Emits ``closeRequested`` (back to the start page), ``gateRequested`` (to
    the passphrase), ``laptopRequested`` (to the page of this laptop) and ``firstLaptopRequested``
    (the same, from where the PIN is chosen)."""

    closeRequested = Signal()
    gateRequested = Signal()
    laptopRequested = Signal()
    firstLaptopRequested = Signal()

    def __init__(self, look: Look, context: Context, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._show_page = show
        self._news = BoardNews()

    def ask(self) -> None:
        """Ask for the PIN."""
        screen = PinScreen(self._look, self._context)
        screen.opened.connect(self.show_now)
        screen.gateRequested.connect(self.gateRequested)
        screen.backRequested.connect(self.closeRequested)
        self._show_page(screen)

    def choose_first(self) -> None:
        """Let whoever is at a laptop that takes part in a workshop choose its PIN."""
        self.choose(self.show_now, self.closeRequested.emit, first=True)

    def choose(
        self, after: Callable[[], None], back: Callable[[], None], *, first: bool = False
    ) -> None:
        """Let somebody who has been let in choose the PIN; then go on with one of the two."""
        screen = PinChoiceScreen(self._look, self._context, first=first)
        screen.laptopRequested.connect(self.firstLaptopRequested)
        screen.chosen.connect(after)
        screen.backRequested.connect(back)
        self._show_page(screen)

    def show_now(self) -> None:
        """Who of today's people of this laptop needs help, and what they are doing."""
        kept = Workshops(self._context.worker).all()
        screen = NowScreen(
            self._look, self._context, None, self._news, kept=kept, pages=self._pages()
        )
        screen.personRequested.connect(partial(self._show_person, back=self.show_now))
        screen.pageRequested.connect(self._on_page)
        screen.visitsRequested.connect(self._show_visits)
        screen.lockRequested.connect(self.closeRequested)
        self._show_page(screen)

    def _show_people(self) -> None:
        screen = PeopleScreen(self._look, self._context, pages=self._pages())
        screen.personRequested.connect(partial(self._show_person, back=self._show_people))
        screen.pageRequested.connect(self._on_page)
        screen.lockRequested.connect(self.closeRequested)
        self._show_page(screen)

    def _pages(self) -> list[tuple[str, str]]:
        return pin_pages(rehearsal=self._context.rehearsal)

    def _on_page(self, key: str) -> None:
        if key == "gate":
            self.gateRequested.emit()
        elif key == "laptop":
            self.laptopRequested.emit()
        elif key == "pin":
            self.choose(self.show_now, self.show_now)
        elif key == "people":
            self._show_people()
        else:
            self.show_now()

    # Visits

    def _show_visits(self, day: date | None = None) -> None:
        screen = VisitsScreen(self._look, self._context, day, pages=self._pages())
        screen.visitRequested.connect(self._show_visit)
        screen.endDayRequested.connect(self._show_end_day)
        screen.pageRequested.connect(self._on_page)
        screen.backRequested.connect(self.show_now)
        self._show_page(screen)

    def _show_visit(self, person_id: str, visit_id: str) -> None:
        visits = self.sender()
        day = visits.day if isinstance(visits, VisitsScreen) else None
        back = partial(self._show_visits, day)
        screen = VisitScreen(self._look, self._context, person_id, visit_id)
        screen.personRequested.connect(partial(self._show_person, back=back))
        screen.backRequested.connect(back)
        self._show_page(screen)

    def _show_end_day(self) -> None:
        screen = EndDayScreen(self._look, self._context)
        screen.backRequested.connect(self._show_visits)
        self._show_page(screen)

    # A person

    def _show_person(self, person_id: str, *, back: Callable[[], None]) -> None:
        screen = PersonScreen(self._look, self._context, None, person_id)
        screen.moveRequested.connect(partial(self._show_move, back=back))
        screen.backRequested.connect(back)
        self._show_page(screen)

    def _show_move(self, person_id: str, attempt_id: str, *, back: Callable[[], None]) -> None:
        screen = MoveAttemptScreen(self._look, self._context, person_id, attempt_id)
        screen.backRequested.connect(partial(self._show_person, back=back))
        self._show_page(screen)
