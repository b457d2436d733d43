"""Katso: the page on which the program does an exercise, and what follows it."""

from PySide6.QtCore import QObject, Signal

from digitutor_app import i18n
from digitutor_app.app.bar_line import BarLine
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.app.window import ShowPage
from digitutor_app.domain.attempts import Mode
from digitutor_app.screens.learner.watch import WatchScreen
from digitutor_app.services.context import Context
from digitutor_app.services.watching import Watched
from digitutor_app.services.what_next import Suggestion
from digitutor_app.ui_kit.look import Look


class WatchLine(QObject):
    """Shows what is watched. Emits ``tryRequested`` with a Suggestion (the same, with guidance)
    and ``backRequested``."""

    tryRequested = Signal(object)
    backRequested = Signal()

    def __init__(
        self, look: Look, context: Context, rooms: RoomsFound, bar: BarLine, show: ShowPage
    ) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._rooms = rooms
        self._bar = bar
        self._show_page = show
        self._offer: Suggestion | None = None

    def watch(self, offer: Suggestion) -> None:
        """Show the exercise of this offer from the beginning."""
        self._offer = offer
        self._begin()

    def _begin(self) -> None:
        offer, sitting = self._offer, self._bar.sitting
        if offer is None:
            return
        person = sitting.person
        watched = Watched(person.id, offer.exercise, offer.data_set, person.display.left_handed)
        watching = self._context.watchings.begin(watched, i18n.current())
        screen = WatchScreen(
            self._look,
            self._context.clock,
            watching,
            self._rooms.room_class,
            sitting.who,
        )
        screen.tryRequested.connect(self._on_try)
        screen.backRequested.connect(self.backRequested)
        screen.renewRequested.connect(self._begin)
        screen.languageRequested.connect(self._on_language)
        self._bar.connect_bar(screen.bar, self._begin)
        self._show_page(screen)

    def _on_try(self) -> None:
        if self._offer is not None:
            self.tryRequested.emit(self._context.what_next.in_mode(self._offer, Mode.GUIDED))

    def _on_language(self, language: str) -> None:
        self._bar.sitting.speak(language)
        self._begin()
