"""The tutor's way through the pages: the gate, "Nyt", participants, a person, workshops, papers."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.compose import compose_tutor, way_to_paper
from digitutor_app.app.keys_line import KeysLine
from digitutor_app.app.pin_line import PinLine
from digitutor_app.app.window import ShowPage
from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.gate_news import GateNewsScreen
from digitutor_app.screens.tutor.letterhead import LetterheadScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.papers import PapersScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.services.board_news import BoardNews
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.gate_wait import FREE
from digitutor_app.services.print_jobs import Printing
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.look import Look


class TutorLine(QObject):
    """Connects the tutor's pages. Emits ``closeRequested``: back to the start page.

    The tutor's store is open from the gate until somebody locks or the program closes.
    """

    closeRequested = Signal()

    def __init__(
        self, look: Look, context: Context, show: ShowPage, printing: Printing | None = None
    ) -> None:
        """``printing`` stands in for the way to paper of this machine."""
        super().__init__()
        self._look = look
        self._context = context
        self._show_page = show
        self._printing = printing
        self._tutor: TutorContext | None = None
        self._wanted: Callable[[], object] | None = None
        self._keys = KeysLine(look, context, show, self._way_to_paper)
        self._keys.opened.connect(self._on_opened)
        self._keys.reopened.connect(self._on_reopened)
        self._keys.closed.connect(self._on_closed)
        self._keys.pinRequested.connect(self._on_pin)
        self._keys.backRequested.connect(self._on_keys_left)
        self._pin = PinLine(look, context, show)
        self._pin.closeRequested.connect(self.closeRequested)
        self._pin.gateRequested.connect(self._ask_passphrase)
        self._news = BoardNews()

    def show_gate(self) -> None:
        """Ask for the laptop's PIN where one has been chosen, else for the passphrase."""
        self.close()
        if self._context.pin.is_set:
            self._pin.ask()
        else:
            self._ask_passphrase()

    def close(self) -> None:
        """Close the tutor's store; what was shown from it must not stay on the screen."""
        if self._tutor is not None:
            self._tutor.worker.close()
            self._tutor = None

    def _ask_passphrase(self) -> None:
        """Ask for the passphrase, or for a new one at the first time."""
        if not self._context.gate.is_set:
            self._keys.set_up()
        else:
            self._show_gate("")

    def _show_gate(self, why: str) -> GateScreen:
        screen = GateScreen(self._look, self._context, why)
        screen.opened.connect(self._on_opened)
        screen.pinChangeRequested.connect(self._on_opened_for_pin)
        screen.recoverRequested.connect(self._keys.recover)
        screen.backRequested.connect(self._on_gate_left)
        self._show_page(screen)
        return screen

    def _on_opened(self, worker: StoreWorker) -> None:
        self._on_reopened(worker)
        tries = self._context.gate.tries_before
        if tries.count <= FREE:
            self._go_on()
            return
        screen = GateNewsScreen(self._look, tries)
        screen.backRequested.connect(self._go_on)
        self._show_page(screen)

    def _on_reopened(self, worker: StoreWorker) -> None:
        self._tutor = compose_tutor(self._context, worker, self._printing)

    def _go_on(self) -> None:
        """To where somebody wanted to go when the words were asked for."""
        wanted, self._wanted = self._wanted, None
        (wanted or self._show_now)()

    def _on_opened_for_pin(self, worker: StoreWorker) -> None:
        self._on_reopened(worker)
        self._pin.choose(self._show_now, self._show_now)

    def _on_closed(self, error: Exception) -> None:
        self._tutor = None
        self._show_gate("").say_trouble(error)

    def _on_gate_left(self) -> None:
        self._wanted = None
        self.closeRequested.emit()

    def _on_pin(self) -> None:
        self._pin.choose(self._pin.show_people, self.show_gate)

    def _on_lock(self) -> None:
        self.closeRequested.emit()
        self.close()

    def _on_keys_left(self) -> None:
        if self._context.gate.is_set:
            self._ask_passphrase()
        else:
            self.closeRequested.emit()

    def _way_to_paper(self) -> Printing:
        if self._printing is None:
            self._printing = way_to_paper()
        return self._printing

    def _worker(self) -> StoreWorker:
        return self._open.worker

    # Pages

    def _show_keys(self) -> None:
        self._keys.show_keys(self._worker, self._show_now)

    def _show_now(self) -> None:
        screen = NowScreen(self._look, self._context, self._open, self._news)
        screen.personRequested.connect(partial(self._show_person, back="now"))
        screen.pageRequested.connect(self._on_page)
        screen.workshopRequested.connect(self._show_workshops)
        screen.visitsRequested.connect(self._show_visits)
        screen.lockRequested.connect(self._on_lock)
        self._show_page(screen)

    def _show_visits(self, day: date | None = None) -> None:
        screen = VisitsScreen(self._look, self._context, day)
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
        screen = PeopleScreen(self._look, self._context)
        screen.personRequested.connect(partial(self._show_person, back="people"))
        screen.pageRequested.connect(self._on_page)
        screen.lockRequested.connect(self._on_lock)
        self._show_page(screen)

    def _show_workshops(self) -> None:
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
            "keys": self._show_keys,
        }
        pages[key]()

    def _show_person(self, person_id: str, *, back: str) -> None:
        screen = PersonScreen(self._look, self._context, self._open, person_id)
        screen.certificateRequested.connect(partial(self._show_certificate, back=back))
        screen.sheetRequested.connect(partial(self._show_sheet, back=back))
        screen.moveRequested.connect(partial(self._show_move, back=back))
        screen.backRequested.connect(partial(self._on_page, back))
        self._show_page(screen)

    def _show_move(self, person_id: str, attempt_id: str, *, back: str) -> None:
        screen = MoveAttemptScreen(self._look, self._context, person_id, attempt_id)
        screen.backRequested.connect(partial(self._show_person, back=back))
        self._show_page(screen)

    def _show_sheet(self, person_id: str, *, back: str) -> None:
        screen = ProgressSheetScreen(self._look, self._context, self._open, person_id)
        screen.backRequested.connect(partial(self._show_person, person_id, back=back))
        self._show_page(screen)

    def _show_papers(self) -> None:
        screen = PapersScreen(self._look)
        screen.certificatesRequested.connect(self._show_certificates)
        screen.codeCardsRequested.connect(self._show_code_cards)
        screen.letterheadRequested.connect(self._show_letterhead)
        screen.pageRequested.connect(self._on_page)
        screen.lockRequested.connect(self._on_lock)
        self._show_page(screen)

    def _show_certificates(self) -> None:
        screen = CertificatesScreen(self._look, self._context, self._open)
        screen.workshopRequested.connect(self._show_workshops)
        screen.backRequested.connect(self._show_papers)
        self._show_page(screen)

    def _show_code_cards(self) -> None:
        screen = CodeCardsScreen(self._look, self._context, self._open)
        screen.backRequested.connect(self._show_papers)
        self._show_page(screen)

    def _show_letterhead(self) -> None:
        screen = LetterheadScreen(self._look, self._context, self._open)
        screen.backRequested.connect(self._show_papers)
        self._show_page(screen)

    def _show_certificate(self, person_id: str, *, back: str) -> None:
        screen = CertificateScreen(self._look, self._context, self._open, person_id)
        screen.workshopRequested.connect(self._show_workshops)
        screen.backRequested.connect(partial(self._show_person, person_id, back=back))
        self._show_page(screen)

    @property
    def _open(self) -> TutorContext:
        assert self._tutor is not None
        return self._tutor
