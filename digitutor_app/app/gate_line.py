"""The tutor's store in the program: how it is opened, and how it closes again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.app.compose import compose_tutor, way_to_paper
from digitutor_app.app.daily_backups import DailyBackups
from digitutor_app.app.keys_line import KeysLine
from digitutor_app.app.locking import Locking
from digitutor_app.app.pin_line import PinLine
from digitutor_app.app.window import ShowPage
from digitutor_app.i18n import _
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.gate_news import GateNewsScreen
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.gate_rescue import GateDamagedError
from digitutor_app.services.gate_wait import FREE
from digitutor_app.services.idle_lock import IdleLock
from digitutor_app.services.print_jobs import Printing
from digitutor_app.services.workshop_here import workshop_here
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.look import Look

Act = Callable[[], object]


class GateLine(QObject):
    """Connects PIN, gate, and the pages about keys. ``tutor`` is what there is while the store is
    open, else None.

    Emits ``opened`` when nothing else was wanted than to open, ``lockRequested`` when the store has
    to close by itself, ``closeRequested``: back to the start page, and ``laptopRequested(back)`` to
    the page of this laptop. ``tutorChanged`` tells that ``tutor`` is another one now, or none.
    """

    opened = Signal()
    lockRequested = Signal()
    closeRequested = Signal()
    laptopRequested = Signal(object)
    tutorChanged = Signal()

    def __init__(
        self, look: Look, context: Context, show: ShowPage, printing: Printing | None
    ) -> None:
        super().__init__()
        self.tutor: TutorContext | None = None
        self._look = look
        self._context = context
        self._show_page = show
        self._shown: QWidget | None = None
        self._printing = printing
        self._wanted: Act | None = None
        self._left: Act = self.closeRequested.emit
        self._backups: DailyBackups | None = None
        self.tutorChanged.connect(self._on_changed)
        idle = IdleLock(context.worker, context.clock)
        self._locking = Locking(idle, self.lockRequested.emit)
        self._keys = KeysLine(look, context, idle, self._show, self._way_to_paper)
        self._keys.opened.connect(self._on_opened)
        self._keys.reopened.connect(self._on_reopened)
        self._keys.closed.connect(self._on_closed)
        self._keys.damaged.connect(self._on_damaged)
        self._keys.pinRequested.connect(self._on_pin)
        self._keys.laptopRequested.connect(partial(self.laptopRequested.emit, self.ask))
        self._keys.backRequested.connect(self._on_keys_left)
        self._pin = PinLine(look, context, show)
        self._pin.closeRequested.connect(self.closeRequested)
        self._pin.gateRequested.connect(self.ask)
        self._pin.laptopRequested.connect(partial(self.laptopRequested.emit, self._pin.show_now))
        self._pin.firstLaptopRequested.connect(partial(self.laptopRequested.emit, self.ask))

    def begin(self) -> None:
        """Ask for the laptop's PIN where one has been chosen, else for the passphrase."""
        self.close()
        self._wanted, self._left = None, self.closeRequested.emit
        if self._context.pin.is_set:
            self._pin.ask()
        else:
            self.ask()

    def with_store(self, act: Act, left: Act) -> None:
        """Do what needs the store: at once, or after the words; ``left`` when somebody turns back
        at the gate."""
        if self.tutor is not None:
            act()
            return
        self._wanted, self._left = act, left
        self._show_gate(_("Tiedot on lukittu. Salalause avaa ne, ja jatkat tästä."))

    def show_locked(self) -> None:
        """The gate, after the store has closed by itself."""
        self._wanted, self._left = None, self.closeRequested.emit
        self._show_gate(_("Tiedot lukittuivat. Kaikki tallennettu on tallessa."))

    def show_keys(self, back: Act) -> None:
        """The page about who can open."""
        self._keys.show_keys(self._worker, back)

    def close(self) -> None:
        """Close the store; what was shown from it must not stay on the screen."""
        self._locking.close()
        if self.tutor is not None:
            tutor, self.tutor = self.tutor, None
            self.tutorChanged.emit()
            tutor.worker.close()

    def ask(self) -> None:
        """Ask for the passphrase, or for a new one at the first time; during a rehearsal no tutor's
        machine is made, nor of a laptop that takes part in a workshop: it would deliver no more."""
        if self._context.gate.is_set:
            self._show_gate("")
        elif self._context.rehearsal:
            self.laptopRequested.emit(self.closeRequested.emit)
        elif self._context.worker.ask(workshop_here) is not None:
            self._pin.choose_first()
        else:
            self._keys.set_up()

    def _show(self, page: QWidget) -> None:
        self._shown = page
        self._show_page(page)

    def _show_gate(self, why: str) -> GateScreen:
        screen = GateScreen(self._look, self._context, why)
        screen.opened.connect(self._on_opened)
        screen.pinChangeRequested.connect(self._on_opened_for_pin)
        screen.recoverRequested.connect(self._keys.recover)
        screen.backRequested.connect(self._on_gate_left)
        self._show(screen)
        return screen

    def _on_opened(self, worker: StoreWorker) -> None:
        self._take(worker)
        tries = self._context.gate.tries_before
        if tries.count <= FREE:
            self._go_on()
            return
        screen = GateNewsScreen(self._look, tries)
        screen.backRequested.connect(self._go_on)
        self._show(screen)

    def _take(self, worker: StoreWorker) -> None:
        self.tutor = compose_tutor(self._context, worker, self._printing)
        self.tutorChanged.emit()
        if self._shown is not None:
            self._locking.watch(self._shown.window())

    def _on_changed(self) -> None:
        """The store gets its copy every day for as long as it is open."""
        if self._backups is not None:
            self._backups.close()
            self._backups.deleteLater()
            self._backups = None
        if self.tutor is not None:
            self._backups = DailyBackups(self.tutor.backing_up, parent=self)

    def _go_on(self) -> None:
        """To where somebody wanted to go when the words were asked for."""
        wanted, self._wanted = self._wanted, None
        (wanted or self.opened.emit)()

    def _on_opened_for_pin(self, worker: StoreWorker) -> None:
        self._take(worker)
        self._pin.choose(self.opened.emit, self.opened.emit)

    def _on_reopened(self, worker: StoreWorker) -> None:
        if self.tutor is None:
            worker.close()  # locked while somebody was being removed
        else:
            self.tutor = compose_tutor(self._context, worker, self._printing)
            self.tutorChanged.emit()

    def _on_closed(self, error: Exception) -> None:
        self.tutor = None
        self.tutorChanged.emit()
        self._locking.close()
        self._show_gate("").say_trouble(error)

    def _on_damaged(self, error: GateDamagedError) -> None:
        why = _("Uusi salalause on käytössä. Kirjoita se ja paina Palauta tiedot.")
        self._show_gate(why).say_damaged(error)

    def _on_gate_left(self) -> None:
        self._wanted = None
        self._left()

    def _on_pin(self) -> None:
        self._pin.choose(self._pin.show_now, self.begin)

    def _on_keys_left(self) -> None:
        if self._context.gate.is_set:
            self.ask()
        else:
            self.closeRequested.emit()

    def _way_to_paper(self) -> Printing:
        if self._printing is None:
            self._printing = way_to_paper()
        return self._printing

    def _worker(self) -> StoreWorker | None:
        return None if self.tutor is None else self.tutor.worker
