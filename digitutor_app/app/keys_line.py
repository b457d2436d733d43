"""The ways about keys: the first set-up of a tutor's laptop, a forgotten passphrase, and the page
"Tutorit ja avaimet"."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.window import ShowPage
from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.tutor.keys import KeysScreen
from digitutor_app.screens.tutor.own_words import OwnWordsScreen
from digitutor_app.screens.tutor.recover import RecoverScreen, RecoverWhoScreen
from digitutor_app.screens.tutor.recovery_check import RecoveryCheckScreen
from digitutor_app.screens.tutor.recovery_sheet import RecoverySheetScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.context import Context
from digitutor_app.services.errors import RemovalFailedError
from digitutor_app.services.gate_rescue import GateDamagedError
from digitutor_app.services.idle_lock import IdleLock
from digitutor_app.services.print_jobs import Printing
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.look import Look

T = TypeVar("T")
#: The store that is open just now; None once it has been locked, when these pages are gone too.
Opened = Callable[[], "StoreWorker | None"]
Then = Callable[[], object]


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
        self._idle = idle
        self._look = look
        self._context = context
        self._gate = context.gate
        self._show_page = show
        self._printing = printing

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
            self._run(screen, job, self.opened.emit)

        self._print_recovery(choose, self.set_up)

    # A forgotten passphrase

    def recover(self) -> None:
        """Ask for the recovery key; then somebody gets new words."""
        screen = RecoverScreen(self._look)
        screen.typed.connect(self._on_recovery_typed)
        screen.backRequested.connect(self.backRequested)
        self._show_page(screen)

    def _on_recovery_typed(self, text: str) -> None:
        self._run(self.sender(), partial(self._gate.try_recovery, text), self._ask_who)

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
            screen.work()
            job = partial(self._gate.recover, secret, tutor_id, other_name, words)
            self._context.background.run(job, self.opened.emit, failed)

        def failed(error: Exception) -> None:
            if isinstance(error, GateDamagedError):
                self.damaged.emit(error)
            elif isValid(screen):
                screen.failed(error)

        screen.chosen.connect(chosen)
        screen.backRequested.connect(self.recover)
        self._show_page(screen)

    # Tutorit ja avaimet
    def show_keys(self, opened: Opened, back: Then, done: str = "") -> None:
        """The page about who can open; ``done`` says what has just been done."""
        if opened() is None:
            return  # locked meanwhile
        screen = KeysScreen(self._look, self._gate, self._idle, done)
        again = partial(self.show_keys, opened, back)
        screen.addRequested.connect(partial(self._add, opened, again))
        screen.wordsRequested.connect(partial(self._change, opened, again))
        screen.removeRequested.connect(partial(self._remove, opened, again))
        screen.recoveryRequested.connect(partial(self._renew, opened, again))
        screen.backRequested.connect(back)
        self._show_page(screen)

    def _add(self, opened: Opened, again: Callable[..., object]) -> None:
        def let_in(own: str) -> None:
            screen = WordsScreen(
                self._look,
                _("Uusi tutor"),
                _("Anna kone uudelle tutorille. Hän saa oman salalauseen."),
                _("Lisää tutor"),
                bar=_("Tutorit ja avaimet"),
                ask_name=_("Uuden tutorin nimi"),
            )

            def chosen(name: str, words: str) -> None:
                job = partial(self._gate.add_tutor, _worker(opened), own, name, words)
                said = _("{name} voi nyt avata tiedot salalauseellaan.").format(name=name)
                self._run(screen, job, _after(partial(again, said)))

            screen.chosen.connect(chosen)
            screen.backRequested.connect(again)
            self._show_page(screen)

        sentence = _("Uusi tutor näkee kaikki tutorin tiedot tällä koneella.")
        self._ask_own(_("Lisää tutor"), sentence, _("Jatka"), again, let_in)

    def _change(self, opened: Opened, again: Callable[..., object]) -> None:
        def change(own: str) -> None:
            screen = WordsScreen(
                self._look,
                _("Uusi salalause"),
                _("Vanha salalauseesi lakkaa toimimasta."),
                _("Ota käyttöön"),
                bar=_("Tutorit ja avaimet"),
            )

            def chosen(_name: str, words: str) -> None:
                job = partial(self._gate.change_words, _worker(opened), own, words)
                self._run(screen, job, _after(partial(again, _("Uusi salalause on käytössä."))))

            screen.chosen.connect(chosen)
            screen.backRequested.connect(again)
            self._show_page(screen)

        self._ask_own(_("Vaihda salalauseesi"), "", _("Jatka"), again, change)

    def _remove(self, opened: Opened, again: Callable[..., object], tutor_id: str) -> None:
        name = {tutor.id: tutor.name for tutor in self._gate.tutors()}.get(tutor_id, "")
        screen = OwnWordsScreen(
            self._look,
            _("Poistetaanko {name}?").format(name=name),
            _(
                "{name} ei sen jälkeen avaa tämän koneen tietoja. "
                "Ohjelma salaa tiedot uudella avaimella.\n"
                "Vanhat siirtotiedostot ja kopiot hän voi avata edelleen."
            ).format(name=name),
            _("Poista {name}").format(name=name),
        )

        def removed(worker: StoreWorker) -> None:
            self.reopened.emit(worker)
            again(_("{name} on poistettu. Tiedot on salattu uudella avaimella.").format(name=name))

        def failed(error: Exception) -> None:
            if isinstance(error, RemovalFailedError):
                self.closed.emit(error.cause)
            elif isValid(screen):
                screen.failed(error)

        def typed(own: str) -> None:
            screen.work()
            job = partial(self._gate.remove_tutor, _worker(opened), own, tutor_id)
            self._context.background.run(job, removed, failed)

        screen.typed.connect(typed)
        screen.backRequested.connect(again)
        self._show_page(screen)

    def _renew(self, opened: Opened, again: Callable[..., object]) -> None:
        def renew(own: str) -> None:
            def take(recovery: NewRecovery, screen: KeyForm) -> None:
                job = partial(self._gate.new_recovery, _worker(opened), own, recovery.secret)
                said = _("Uusi palautusavain on käytössä. Hävitä vanha paperi.")
                self._run(screen, job, _after(partial(again, said)))

            self._print_recovery(take, again)

        old = _("Vanha palautusavain lakkaa avaamasta tätä konetta.")
        self._ask_own(_("Tulosta uusi palautusavain"), old, _("Jatka"), again, renew)

    # Parts of several ways

    def _ask_own(
        self, title: str, sentence: str, verb: str, back: Then, go_on: Callable[[str], object]
    ) -> None:
        screen = OwnWordsScreen(self._look, title, sentence, verb)

        def typed(own: str) -> None:
            self._run(screen, partial(self._gate.confirm, own), _after(partial(go_on, own)))

        screen.typed.connect(typed)
        screen.backRequested.connect(back)
        self._show_page(screen)

    def _print_recovery(self, take: Callable[[NewRecovery, KeyForm], object], back: Then) -> None:
        """A new key on paper, then two groups typed back, then ``take``."""
        number = self._context.laptop.number
        laptop = _("Kone {number}").format(number=number) if number else ""
        self._show_sheet(NewRecovery(self._context.clock, laptop), take, back)

    def _show_sheet(
        self, recovery: NewRecovery, take: Callable[[NewRecovery, KeyForm], object], back: Then
    ) -> None:
        screen = RecoverySheetScreen(self._look, self._context, self._printing(), recovery)
        screen.goOnRequested.connect(partial(self._check, recovery, take, back))
        screen.backRequested.connect(back)
        self._show_page(screen)

    def _check(
        self, recovery: NewRecovery, take: Callable[[NewRecovery, KeyForm], object], back: Then
    ) -> None:
        screen = RecoveryCheckScreen(self._look, recovery, _("Ota käyttöön"))
        screen.checked.connect(partial(take, recovery, screen))
        screen.backRequested.connect(partial(self._show_sheet, recovery, take, back))
        self._show_page(screen)

    def _run(self, screen: object, job: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do a job for a page; who has left it meanwhile hears nothing of its failure."""
        assert isinstance(screen, KeyForm)
        screen.work()

        def failed(error: Exception) -> None:
            if isValid(screen):
                screen.failed(error)

        self._context.background.run(job, done, failed)


def _after(act: Then) -> Callable[[object], object]:
    """An act that needs nothing of what came before."""

    def done(_answer: object) -> object:
        return act()

    return done


def _worker(opened: Opened) -> StoreWorker:
    worker = opened()
    assert worker is not None  # else its page would be gone
    return worker
