"""The way through "Tutorit ja avaimet": who can open the tutor's store, and with which words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.key_steps import KeySteps, Then
from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.tutor.keys import KeysScreen
from digitutor_app.screens.tutor.own_words import OwnWordsScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.errors import RemovalFailedError
from digitutor_app.services.idle_lock import IdleLock
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.store.worker import StoreWorker

#: The store that is open just now; None once it has been locked, when these pages are gone too.
Opened = Callable[[], "StoreWorker | None"]


class TutorsLine(QObject):
    """Connects the pages. Emits ``reopened(StoreWorker)`` when a removal has closed the worker
    before and opened another (it then belongs to whoever listens), ``closed(error)`` when it has
    closed it and could not go on.

    Words that were typed stay here only until the way ends.
    """

    reopened = Signal(object)
    closed = Signal(object)

    def __init__(self, steps: KeySteps, idle: IdleLock) -> None:
        super().__init__()
        self._steps = steps
        self._idle = idle

    def show(self, opened: Opened, back: Then, done: str = "") -> None:
        """The page about who can open; ``done`` says what has just been done."""
        if opened() is None:
            return  # locked meanwhile
        screen = KeysScreen(self._steps.look, self._steps.gate, self._idle, done)
        again = partial(self.show, opened, back)
        screen.addRequested.connect(partial(self._add, opened, again))
        screen.wordsRequested.connect(partial(self._change, opened, again))
        screen.removeRequested.connect(partial(self._remove, opened, again))
        screen.recoveryRequested.connect(partial(self._renew, opened, again))
        screen.backRequested.connect(back)
        self._steps.show(screen)

    def _add(self, opened: Opened, again: Callable[..., object]) -> None:
        def let_in(own: str) -> None:
            screen = WordsScreen(
                self._steps.look,
                _("Uusi tutor"),
                _("Anna kone uudelle tutorille. Hän saa oman salalauseen."),
                _("Lisää tutor"),
                bar=_("Tutorit ja avaimet"),
                ask_name=_("Uuden tutorin nimi"),
            )

            def chosen(name: str, words: str) -> None:
                job = partial(self._steps.gate.add_tutor, _worker(opened), own, name, words)
                said = _("{name} voi nyt avata tiedot salalauseellaan.").format(name=name)
                self._steps.run(screen, job, _after(partial(again, said)))

            screen.chosen.connect(chosen)
            screen.backRequested.connect(again)
            self._steps.show(screen)

        sentence = _("Uusi tutor näkee kaikki tutorin tiedot tällä koneella.")
        self._steps.ask_own(_("Lisää tutor"), sentence, _("Jatka"), again, let_in)

    def _change(self, opened: Opened, again: Callable[..., object]) -> None:
        def change(own: str) -> None:
            screen = WordsScreen(
                self._steps.look,
                _("Uusi salalause"),
                _("Vanha salalauseesi lakkaa toimimasta."),
                _("Ota käyttöön"),
                bar=_("Tutorit ja avaimet"),
            )

            def chosen(_name: str, words: str) -> None:
                job = partial(self._steps.gate.change_words, _worker(opened), own, words)
                self._steps.run(
                    screen, job, _after(partial(again, _("Uusi salalause on käytössä.")))
                )

            screen.chosen.connect(chosen)
            screen.backRequested.connect(again)
            self._steps.show(screen)

        self._steps.ask_own(_("Vaihda salalauseesi"), "", _("Jatka"), again, change)

    def _remove(self, opened: Opened, again: Callable[..., object], tutor_id: str) -> None:
        name = {tutor.id: tutor.name for tutor in self._steps.gate.tutors()}.get(tutor_id, "")
        screen = OwnWordsScreen(
            self._steps.look,
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

        def failed(error: Exception) -> bool:
            if isinstance(error, RemovalFailedError):
                self.closed.emit(error.cause)
            return isinstance(error, RemovalFailedError)

        def typed(own: str) -> None:
            job = partial(self._steps.gate.remove_tutor, _worker(opened), own, tutor_id)
            self._steps.run(screen, job, removed, failed)

        screen.typed.connect(typed)
        screen.backRequested.connect(again)
        self._steps.show(screen)

    def _renew(self, opened: Opened, again: Callable[..., object]) -> None:
        def renew(own: str) -> None:
            def take(recovery: NewRecovery, screen: KeyForm) -> None:
                job = partial(self._steps.gate.new_recovery, _worker(opened), own, recovery.secret)
                said = _("Uusi palautusavain on käytössä. Hävitä vanha paperi.")
                self._steps.run(screen, job, _after(partial(again, said)))

            self._steps.print_recovery(take, again)

        old = _("Vanha palautusavain lakkaa avaamasta tätä konetta.")
        self._steps.ask_own(_("Tulosta uusi palautusavain"), old, _("Jatka"), again, renew)


def _after(act: Then) -> Callable[[object], object]:
    """An act that needs nothing of what came before."""

    def done(_answer: object) -> object:
        return act()

    return done


def _worker(opened: Opened) -> StoreWorker:
    worker = opened()
    assert worker is not None  # else its page would be gone
    return worker
