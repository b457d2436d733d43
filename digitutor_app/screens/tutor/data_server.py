"""Palvelin: when the machine last exchanged with the organisation's server, and what came."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal

from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.screens import server_words
from digitutor_app.screens.data_page import DataPage
from digitutor_app.services.server_exchange import Brought
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.two_pane import TwoPane


class ServerScreen(DataPage):
    """Shows how the exchange is. Emits ``exchangeRequested`` and ``backRequested``."""

    exchangeRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Palvelin"))
        what = _(
            "Tutorien koneet vaihtavat tietoja järjestön palvelimen kautta. "
            "Tämä kone vaihtaa itse viiden minuutin välein.\n"
            "Jos verkkoa ei ole, jatka työtä. Tiedot vaihtuvat, kun verkko palaa."
        )
        self._last = Strong(look)
        self._trouble = Column(gap=8)
        self._button = PlainButton(look, _("Vaihda nyt"))
        self._came = Column(gap=8)
        self._button.clicked.connect(self.exchangeRequested)
        left = Column(
            Heading(look, _("Järjestön palvelin")),
            Body(look, what),
            self._last,
            self._trouble,
            Flow(self._button),
            gap=12,
        )
        right = Column(Heading(look, _("Mitä viime vaihto teki")), self._came, gap=12)
        self.parts.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))

    def show_exchange(
        self,
        at: datetime | None,
        brought: Brought | None,
        trouble: WorldError | None,
        today: date,
    ) -> None:
        """Show when it succeeded the last time, what that did, and why the last one did not."""
        asked = self.working
        self.ready()
        self._last.setText(server_words.last(at, today))
        why = [] if trouble is None else server_words.trouble_words(trouble)
        self._put_in(self._trouble, why[:1], why[1:])
        self._trouble.setVisible(trouble is not None)
        said = [_("Ei vielä mitään.")] if brought is None else server_words.told(brought)
        self._put_in(self._came, said, [])
        if asked:
            announce(self, " ".join(why[:1] or said))
            self._give_keyboard()

    def say_working(self) -> None:
        """Somebody has asked for an exchange, and it goes on."""
        self.work(_("Vaihdan tietoja palvelimen kanssa…"))

    def _put_in(self, column: Column, loud: Sequence[str], soft: Sequence[str]) -> None:
        column.rows.clear()
        for words in loud:
            column.rows.add(Body(self.look, words))
        for words in soft:
            if words:
                column.rows.add(Muted(self.look, words))
