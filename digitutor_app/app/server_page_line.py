"""Tiedot ja koneet tells how the exchange with the organisation's server is, where there is one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.server_line import ServerLine
from digitutor_app.app.window import ShowPage
from digitutor_app.domain.clock import Clock
from digitutor_app.screens.tutor.data import DataScreen
from digitutor_app.ui_kit.look import Look

# Where no server is used, nothing of it is loaded.
if TYPE_CHECKING:
    from digitutor_app.screens.tutor.data_server import ServerScreen


class ServerPageLine(QObject):
    """Connects the card of the overview and the page behind it. Emits ``backRequested``."""

    backRequested = Signal()

    def __init__(self, look: Look, clock: Clock, show: ShowPage, server: ServerLine) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self._show_page = show
        self._server = server
        self._overview: DataScreen | None = None
        self._page: ServerScreen | None = None
        server.changed.connect(self._on_changed)

    @property
    def in_use(self) -> bool:
        """Whether there is anything to show."""
        return self._server.in_use

    def tell(self, overview: DataScreen) -> None:
        """Say on the overview how it is, from now on."""
        self._overview = overview
        self._on_changed()

    def show(self) -> None:
        """Show the page."""
        from digitutor_app.screens.tutor.data_server import ServerScreen

        page = self._page = ServerScreen(self._look)
        page.exchangeRequested.connect(self._on_asked)
        page.backRequested.connect(self.backRequested)
        self._show_page(page)
        self._on_changed()

    def _on_asked(self) -> None:
        if self._page is not None:
            self._page.say_working()
        self._server.now()

    def _on_changed(self) -> None:
        from digitutor_app.screens import server_words

        server, overview, page = self._server, self._overview, self._page
        if overview is not None and isValid(overview) and server.in_use:
            overview.show_server(server_words.short(server.at, server.trouble))
        if page is not None and isValid(page):
            today = self._clock.now().date()
            page.show_exchange(server.at, server.brought, server.trouble, today)
