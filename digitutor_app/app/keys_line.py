"""The ways to keys from outside the store: the first set-up of a tutor's laptop, and a forgotten
passphrase; from inside it is a way of its own ("Tutorit ja avaimet")."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.key_steps import KeySteps, Then
from digitutor_app.app.tutors_line import Opened, TutorsLine
from digitutor_app.app.window import ShowPage
from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.tutor.recover import RecoverScreen, RecoverWhoScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.context import Context
from digitutor_app.services.gate_rescue import GateDamagedError
from digitutor_app.services.idle_lock import IdleLock
from digitutor_app.services.print_jobs import Printing
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.ui_kit.look import Look


class KeysLine(QObject):
    """Connects the pages. Emits ``opened(StoreWorker)``, ``reopened(StoreWorker)`` when a removal
    has closed the worker before and opened another (either then belongs to whoever listens),
    ``closed(error)`` when it has closed it and could not go on, ``damaged(error)`` where new words
    were given for a store that does not read, ``pinRequested``, ``laptopRequested``,
    ``backRequested``.

    Words that were typed stay here only until the way ends.
    """

    opened = Signal(object)
    reopened = Signal(object)
    closed = Signal(object)
    damaged = Signal(object)
    pinRequested = Signal()
    laptopRequested = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        idle: IdleLock,
        show: ShowPage,
        printing: Callable[[], Printing],
    ) -> None:
        super().__init__()
        self._steps = KeySteps(look, context, show, printing)
        self._look = look
        self._gate = context.gate
        self._show_page = show
        self._tutors = TutorsLine(self._steps, idle)
        self._tutors.reopened.connect(self.reopened)
        self._tutors.closed.connect(self.closed)

    # The first time

    def set_up(self) -> None:
        """Make this a tutor's laptop: name, words, recovery key; only then anything is written."""
        screen = WordsScreen(
            self._look,
            _("Tee tästä tutorin kone"),
            _("Salalause suojaa työpajoja, muistiinpanoja ja nimiä."),
            _("Jatka"),
            bar=_("Tutorille"),
            ask_name=_("Nimesi"),
            first=True,
        )
        screen.chosen.connect(self._on_first_words)
        screen.pinRequested.connect(self.pinRequested)
        screen.laptopRequested.connect(self.laptopRequested)
        screen.backRequested.connect(self.backRequested)
        self._show_page(screen)

    def _on_first_words(self, name: str, words: str) -> None:
        def choose(recovery: NewRecovery, screen: KeyForm) -> None:
            job = partial(self._gate.choose, words, name, recovery.secret)
            self._steps.run(screen, job, self.opened.emit)

        self._steps.print_recovery(choose, self.set_up)

    # A forgotten passphrase

    def recover(self) -> None:
        """Ask for the recovery key; then somebody gets new words."""
        screen = RecoverScreen(self._look)
        screen.typed.connect(partial(self._try_recovery, screen))
        screen.backRequested.connect(self.backRequested)
        self._show_page(screen)

    def _try_recovery(self, screen: RecoverScreen, text: str) -> None:
        self._steps.run(screen, partial(self._gate.try_recovery, text), self._ask_who)

    def _ask_who(self, secret: str) -> None:
        screen = RecoverWhoScreen(self._look, self._gate.tutors())
        screen.chosen.connect(partial(self._on_who, secret))
        screen.backRequested.connect(self.recover)
        self._show_page(screen)

    def _on_who(self, secret: str, tutor_id: str) -> None:
        name = {tutor.id: tutor.name for tutor in self._gate.tutors()}.get(tutor_id, "")
        screen = WordsScreen(
            self._look,
            _("Uusi salalause: {name}").format(name=name) if name else _("Uusi salalause"),
            _("Vanha salalause lakkaa toimimasta.") if name else "",
            _("Ota käyttöön ja avaa"),
            bar=_("Tutorille"),
            ask_name="" if name else _("Nimesi"),
        )

        def chosen(other_name: str, words: str) -> None:
            job = partial(self._gate.recover, secret, tutor_id, other_name, words)
            self._steps.run(screen, job, self.opened.emit, damaged)

        def damaged(error: Exception) -> bool:
            if isinstance(error, GateDamagedError):
                self.damaged.emit(error)
            return isinstance(error, GateDamagedError)

        screen.chosen.connect(chosen)
        screen.backRequested.connect(self.recover)
        self._show_page(screen)

    def show_keys(self, opened: Opened, back: Then) -> None:
        """The page about who can open."""
        self._tutors.show(opened, back)
