"""Paperit: what can be printed for a whole group, and how the papers look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.services.words import tutor_pages
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage


class PapersScreen(QWidget):
    """Shows three cards. Emits ``certificatesRequested``, ``codeCardsRequested``,
    ``letterheadRequested``, ``pageRequested(key)`` for another page of the menu, ``lockRequested``.
    """

    certificatesRequested = Signal()
    codeCardsRequested = Signal()
    letterheadRequested = Signal()
    pageRequested = Signal(str)
    lockRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = SmallButton(look, _("Lukitse"))
        self._page = SidePage(look, TopBar(look, _("Paperit"), self._lock), tutor_pages(), "papers")
        self._certificates = CardButton(
            look, _("Todistukset"), _("Kaikille, jotka olivat työpajassa vähintään puoli tuntia")
        )
        self._cards = CardButton(look, _("Koodikortit"), _("Kymmenen korttia sivulla"))
        self._letterhead = CardButton(
            look, _("Papereiden ulkoasu"), _("Järjestäjät, logot, värit ja rahoittaja")
        )
        cards = CardGrid(look, self._certificates, self._cards, self._letterhead, columns=3)
        note = _("Yhden osallistujan todistus ja Omat digitaitoni -lehti ovat hänen sivullaan.")
        self._page.rows.add(cards)
        self._page.rows.add(Body(look, note), gap_before=14)
        fill(self, self._page)
        self._connect()

    def _connect(self) -> None:
        self._certificates.clicked.connect(self.certificatesRequested)
        self._cards.clicked.connect(self.codeCardsRequested)
        self._letterhead.clicked.connect(self.letterheadRequested)
        self._page.chosen.connect(self.pageRequested)
        self._lock.clicked.connect(self.lockRequested)
