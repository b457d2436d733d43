"""The way of a typed code: to the person's own page, or to «Missä olit?» where it is new here."""

from PySide6.QtCore import QObject, Signal

from digitutor_app import i18n
from digitutor_app.app.display_line import DisplayLine
from digitutor_app.app.window import ShowPage
from digitutor_app.domain.codes import read_code
from digitutor_app.domain.display import USUAL, Display
from digitutor_app.screens.learner.type_code import TypeCodeScreen
from digitutor_app.screens.learner.where import WhereScreen
from digitutor_app.services.context import Context
from digitutor_app.services.workshop_here import participant
from digitutor_app.store.store import Store
from digitutor_app.ui_kit.look import Look


class CodeLine(QObject):
    """Emits ``homeRequested`` or ``mapRequested`` once somebody has sat down with a code, and
    ``backRequested`` when the way is left.

    A code that is new here may be mistyped: nobody sits down with it, and nothing is written, until
    it is chosen where to go on.
    """

    homeRequested = Signal()
    mapRequested = Signal()
    backRequested = Signal()

    def __init__(self, look: Look, context: Context, display: DisplayLine, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._display = display
        self._show_page = show
        self._typed = self._code = ""
        self._before = self._theirs = USUAL

    def begin(self) -> None:
        """Ask for the code."""
        self._ask("")

    def _ask(self, typed: str) -> None:
        screen = TypeCodeScreen(self._look, typed)
        screen.typed.connect(self._on_typed)
        screen.backRequested.connect(self.backRequested)
        self._show_page(screen)

    def _on_typed(self, text: str) -> None:
        screen = self.sender()
        code = read_code(text)
        if code is None:
            if isinstance(screen, TypeCodeScreen):
                screen.say_not_a_code()
            return
        self._typed, self._code = text, code
        if self._context.worker.ask(lambda store: bool(store.people.by_code(code))):
            self._sit_down()
            self.homeRequested.emit()
            return
        self._look_ahead()
        where = WhereScreen(self._look, code)
        where.mapRequested.connect(self._on_map)
        where.homeRequested.connect(self._on_home)
        where.backRequested.connect(self._on_back)
        self._show_page(where)

    def _look_ahead(self) -> None:
        """Whom the workshop knows sees the page as they wished."""

        def wished(store: Store) -> Display:
            invited = participant(store, self._code)
            return Display.from_plain(invited.display) if invited else USUAL

        self._before, self._theirs = self._look.display, self._context.worker.ask(wished)
        if self._theirs != USUAL:
            self._look.show(self._theirs)

    def _on_map(self) -> None:
        self._sit_down()
        self.mapRequested.emit()

    def _on_home(self) -> None:
        self._sit_down()
        self.homeRequested.emit()

    def _on_back(self) -> None:
        """The code again, to be mended; what was changed on the page meanwhile stays."""
        if self._theirs not in (USUAL, self._before) and self._look.display == self._theirs:
            self._look.show(self._before)
        self._ask(self._typed)

    def _sit_down(self) -> None:
        chosen = self._look.display
        _seat, known = self._context.reception.come_with_code(self._code, i18n.current())
        self._display.sit_down()
        if not known:
            self._look.show(chosen)
