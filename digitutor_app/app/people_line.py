"""The ways around joined people and people who will be erased, while the tutor's store is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.due_erasures import DueErasures
from digitutor_app.app.window import ShowPage
from digitutor_app.screens.erasing_words import erasing_trouble
from digitutor_app.screens.tutor.erase import EraseScreen
from digitutor_app.screens.tutor.erasures import ErasuresScreen
from digitutor_app.screens.tutor.given_back import GivenBackScreen
from digitutor_app.screens.tutor.joined_people import JoinedPeopleScreen
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.ui_kit.look import Look

Act = Callable[[], object]


class PeopleLine(QObject):
    """Connects the pages "Yhdistetyt henkilöt", "Poista henkilön tiedot" and "Poistot", and sees to
    it that whoever is due is forgotten.

    Emits ``troubleChanged(sentence)`` when that does not work, and with "" when it does again.
    """

    troubleChanged = Signal(str)

    def __init__(self, look: Look, context: Context, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._show = show
        self._due: DueErasures | None = None
        self._trouble = ""
        self._page: ErasuresScreen | None = None

    def follow(self, tutor: TutorContext | None) -> None:
        """The tutor's store has opened (again), or has closed: None."""
        if self._due is not None:
            self._due.close()
            self._due.deleteLater()
            self._due = None
            self._set_trouble("")
        if tutor is not None:
            self._due = DueErasures(tutor.erasing, self._context.background, self)
            self._due.done.connect(self._on_done)
            self._due.failed.connect(self._on_failed)
            self._due.look()

    def show_joined(self, tutor: TutorContext, back: Act) -> None:
        """Everybody who was joined."""
        screen = JoinedPeopleScreen(self._look, tutor)
        screen.backRequested.connect(back)
        self._show(screen)

    def show_erase(self, tutor: TutorContext, person_id: str, back: Act) -> None:
        """What erasing this person means; ``back`` to the person, also when it was asked for."""
        screen = EraseScreen(self._look, self._context, tutor, person_id)
        screen.asked.connect(back)
        screen.backRequested.connect(back)
        self._show(screen)

    def show_erasures(self, tutor: TutorContext, back: Act) -> None:
        """Who waits, and which laptops have confirmed."""
        screen = ErasuresScreen(self._look, tutor, self._trouble)
        screen.againRequested.connect(self._on_again)
        screen.givenBackRequested.connect(partial(self._show_given_back, tutor, back))
        screen.backRequested.connect(back)
        self._page = screen
        self._show(screen)

    def _show_given_back(self, tutor: TutorContext, back: Act) -> None:
        screen = GivenBackScreen(self._look, tutor, self._context.clock)
        screen.backRequested.connect(partial(self.show_erasures, tutor, back))
        self._show(screen)

    def _on_again(self) -> None:
        if self._due is not None:
            self._due.look()

    def _on_done(self, count: int) -> None:
        self._set_trouble("")
        if count and self._page is not None and isValid(self._page):
            self._page.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._set_trouble(erasing_trouble(error))

    def _set_trouble(self, sentence: str) -> None:
        if sentence == self._trouble:
            return
        self._trouble = sentence
        if self._page is not None and isValid(self._page):
            self._page.say_trouble(sentence)
        self.troubleChanged.emit(sentence)
