"""The way through "Paperit": certificates of a group, cards with codes, and the letterhead."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.window import ShowPage
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.letterhead import LetterheadScreen
from digitutor_app.screens.tutor.papers import PapersScreen
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.ui_kit.look import Look


class PapersLine(QObject):
    """Connects the pages; ``opened`` gives what there is while the tutor's store is open, which it
    is while they are shown.

    Emits ``pageRequested(key)`` for another page of the menu, ``lockRequested`` and
    ``workshopRequested``.
    """

    pageRequested = Signal(str)
    lockRequested = Signal()
    workshopRequested = Signal()

    def __init__(
        self, look: Look, context: Context, opened: Callable[[], TutorContext], show: ShowPage
    ) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._opened = opened
        self._show_page = show

    def show(self) -> None:
        """Which papers there are."""
        screen = PapersScreen(self._look)
        screen.certificatesRequested.connect(self._show_certificates)
        screen.codeCardsRequested.connect(self._show_code_cards)
        screen.letterheadRequested.connect(self._show_letterhead)
        screen.pageRequested.connect(self.pageRequested)
        screen.lockRequested.connect(self.lockRequested)
        self._show_page(screen)

    def _show_certificates(self) -> None:
        screen = CertificatesScreen(self._look, self._context, self._opened())
        screen.workshopRequested.connect(self.workshopRequested)
        screen.backRequested.connect(self.show)
        self._show_page(screen)

    def _show_code_cards(self) -> None:
        screen = CodeCardsScreen(self._look, self._context, self._opened())
        screen.backRequested.connect(self.show)
        self._show_page(screen)

    def _show_letterhead(self) -> None:
        screen = LetterheadScreen(self._look, self._context, self._opened())
        screen.backRequested.connect(self.show)
        self._show_page(screen)
