"""The tutor's way through the pages: the gate, "Nyt", participants, a person, workshops, papers."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from digitutor_app.app.gate_line import GateLine
from digitutor_app.app.papers_line import PapersLine
from digitutor_app.app.people_line import PeopleLine
from digitutor_app.app.window import ShowPage
from digitutor_app.domain.workshops import Workshop
from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.services.board_news import BoardNews
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.print_jobs import Printing
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.look import Look

if TYPE_CHECKING:
    from digitutor_app.app.data_line import DataLine
    from digitutor_app.app.watchers import Watchers
    from digitutor_app.services.following import Heard


class TutorLine(QObject):
    """Connects the tutor's pages. Emits ``closeRequested``: back to the start page,
    ``laptopRequested(back)``: to the page of this laptop, and ``troubleChanged(sentence)`` about
    people whose data could not be erased yet ("": all is well).

    The tutor's store is open from the gate until somebody locks or the program closes.
    """

    closeRequested = Signal()
    laptopRequested = Signal(object)
    troubleChanged = Signal(str)

    def __init__(
        self, look: Look, context: Context, show: ShowPage, printing: Printing | None = None
    ) -> None:
        """``printing`` stands in for the way to paper of this machine."""
        super().__init__()
        #: What goes on by itself, for the page that tells of it.
        self.watchers: Watchers | None = None
        self.data: DataLine | None = None
        self._look = look
        self._context = context
        self._show = show
        self._shown: QWidget | None = None
        self._kept: list[Workshop] = []
        self._news = BoardNews()
        self._gate = GateLine(look, context, self._show_page, printing)
        self._gate.opened.connect(self._show_now)
        self._gate.lockRequested.connect(self.lock)
        self._gate.closeRequested.connect(self.closeRequested)
        self._gate.laptopRequested.connect(self.laptopRequested)
        self._people = PeopleLine(look, context, self._show_page)
        self._people.troubleChanged.connect(self.troubleChanged)
        self._gate.tutorChanged.connect(self._on_tutor_changed)
        self._papers = PapersLine(look, context, self._opened, self._show_page)
        self._papers.pageRequested.connect(self._on_page)
        self._papers.lockRequested.connect(self._on_lock)
        self._papers.workshopRequested.connect(self._show_workshops)

    @property
    def tutor(self) -> TutorContext | None:
        """What there is while the store is open."""
        return self._gate.tutor

    def show_gate(self) -> None:
        """Ask for the laptop's PIN where one has been chosen, else for the passphrase."""
        self._gate.begin()

    def close(self) -> None:
        """Close the tutor's store; what was shown from it must not stay on the screen."""
        self._gate.close()

    def lock(self) -> None:
        """Close the store by itself: a note that is being written is saved, pages that need the
        store make way, and what a workshop needs stays open while there is one."""
        if self._gate.tutor is None:
            return
        page = self._shown
        if isinstance(page, PersonScreen) and isValid(page):
            page.keep_note()
        self._kept = self._workshops_of_today()
        goes_on = bool(self._kept) or self._somebody_is_here()
        self._gate.close()
        if not goes_on:
            self._gate.show_locked()
        elif not isinstance(page, (VisitsScreen, VisitScreen, EndDayScreen)):
            self._show_now()

    def _on_tutor_changed(self) -> None:
        self._people.follow(self._gate.tutor)

    def _show_page(self, page: QWidget) -> None:
        self._shown = page
        self._show(page)

    def _on_lock(self) -> None:
        self.closeRequested.emit()
        self.close()

    def _with_store(self, act: Callable[[], object]) -> bool:
        """Whether the store is open; else the words are asked for, and then comes the act."""
        if self._gate.tutor is not None:
            return True
        self._gate.with_store(act, self._show_now)
        return False

    def _heard(self) -> "Iterable[Heard]":
        """The laptops that were heard of today; none while the store is locked."""
        return () if self.tutor is None else self.tutor.following.heard().values()

    def _workshops_of_today(self) -> list[Workshop]:
        today = self._context.clock.now().date()
        try:
            return [w for w in self._open.workshops.all() if w.day == today]
        except StoreError:
            return []

    def _somebody_is_here(self) -> bool:
        try:
            return bool(self._context.worker.ask(lambda store: store.visits.open_visits()))
        except StoreError:
            return False

    # Pages

    def _show_data(self) -> None:
        if not self._with_store(self._show_data) or self.watchers is None:
            return
        from digitutor_app.app.data_line import DataLine

        self.data = DataLine(self._look, self._context, self._open, self._show_page, self.watchers)
        self.data.pageRequested.connect(self._on_page)
        self.data.erasuresRequested.connect(self._show_data_erasures)
        self.data.keysRequested.connect(partial(self._show_keys, self._show_data))
        self.data.lockRequested.connect(self._on_lock)
        self.data.show()

    def _show_data_erasures(self) -> None:
        if self._with_store(self._show_data_erasures):
            self._people.show_erasures(self._open, self._show_data)

    def _show_keys(self, back: Callable[[], object] | None = None) -> None:
        if self._with_store(partial(self._show_keys, back)):
            self._gate.show_keys(back or self._show_now)

    def _unlock(self) -> None:
        if self._with_store(self._show_now):
            self._show_now()

    def _show_now(self) -> None:
        screen = NowScreen(self._look, self._context, self._gate.tutor, self._news, kept=self._kept)
        screen.personRequested.connect(partial(self._show_person, back="now"))
        screen.pageRequested.connect(self._on_page)
        screen.workshopRequested.connect(self._show_workshops)
        screen.visitsRequested.connect(self._show_visits)
        screen.lockRequested.connect(self._on_lock)
        self._show_page(screen)

    def _show_visits(self, day: date | None = None) -> None:
        screen = VisitsScreen(self._look, self._context, day, heard=self._heard)
        screen.visitRequested.connect(self._show_visit)
        screen.endDayRequested.connect(self._show_end_day)
        screen.pageRequested.connect(self._on_page)
        screen.backRequested.connect(self._show_now)
        self._show_page(screen)

    def _show_visit(self, person_id: str, visit_id: str) -> None:
        visits = self.sender()
        day = visits.day if isinstance(visits, VisitsScreen) else None
        screen = VisitScreen(self._look, self._context, person_id, visit_id)
        screen.personRequested.connect(partial(self._show_person, back="now"))
        screen.backRequested.connect(partial(self._show_visits, day))
        self._show_page(screen)

    def _show_end_day(self) -> None:
        screen = EndDayScreen(self._look, self._context)
        screen.backRequested.connect(self._show_visits)
        self._show_page(screen)

    def _show_people(self) -> None:
        if not self._with_store(self._show_people):
            return
        screen = PeopleScreen(self._look, self._context, tutor=self._open)
        screen.joinedRequested.connect(self._show_joined)
        screen.erasuresRequested.connect(self._show_erasures)
        screen.personRequested.connect(partial(self._show_person, back="people"))
        screen.pageRequested.connect(self._on_page)
        screen.lockRequested.connect(self._on_lock)
        self._show_page(screen)

    def _show_joined(self) -> None:
        if self._with_store(self._show_joined):
            self._people.show_joined(self._open, self._show_people)

    def _show_erasures(self) -> None:
        if self._with_store(self._show_erasures):
            self._people.show_erasures(self._open, self._show_people)

    def _show_workshops(self) -> None:
        if not self._with_store(self._show_workshops):
            return
        screen = WorkshopScreen(self._look, self._context, self._open)
        screen.pageRequested.connect(self._on_page)
        screen.backRequested.connect(self._show_now)
        self._show_page(screen)

    def _on_page(self, key: str) -> None:
        pages = {
            "now": self._show_now,
            "people": self._show_people,
            "workshops": self._show_workshops,
            "papers": self._show_papers,
            "data": self._show_data,
            "keys": self._show_keys,
            "unlock": self._unlock,
        }
        pages[key]()

    def _show_person(self, person_id: str, *, back: str) -> None:
        if not self._with_store(partial(self._show_person, person_id, back=back)):
            return
        screen = PersonScreen(self._look, self._context, self._open, person_id)
        screen.certificateRequested.connect(partial(self._show_certificate, back=back))
        screen.sheetRequested.connect(partial(self._show_sheet, back=back))
        screen.eraseRequested.connect(partial(self._show_erase, back=back))
        screen.moveRequested.connect(partial(self._show_move, back=back))
        screen.backRequested.connect(partial(self._on_page, back))
        self._show_page(screen)

    def _show_erase(self, person_id: str, *, back: str) -> None:
        there = partial(self._show_person, person_id, back=back)
        self._people.show_erase(self._open, person_id, there)

    def _show_move(self, person_id: str, attempt_id: str, *, back: str) -> None:
        screen = MoveAttemptScreen(self._look, self._context, person_id, attempt_id)
        screen.backRequested.connect(partial(self._show_person, back=back))
        self._show_page(screen)

    def _show_sheet(self, person_id: str, *, back: str) -> None:
        screen = ProgressSheetScreen(self._look, self._context, self._open, person_id)
        screen.backRequested.connect(partial(self._show_person, person_id, back=back))
        self._show_page(screen)

    def _show_papers(self) -> None:
        if self._with_store(self._show_papers):
            self._papers.show()

    def _show_certificate(self, person_id: str, *, back: str) -> None:
        screen = CertificateScreen(self._look, self._context, self._open, person_id)
        screen.workshopRequested.connect(self._show_workshops)
        screen.backRequested.connect(partial(self._show_person, person_id, back=back))
        self._show_page(screen)

    @property
    def _open(self) -> TutorContext:
        return self._opened()

    def _opened(self) -> TutorContext:
        assert self._gate.tutor is not None
        return self._gate.tutor
