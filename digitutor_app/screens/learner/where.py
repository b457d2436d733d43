"""«Missä olit?»: a code from another laptop is welcome; the tutor chooses where to go on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class WhereScreen(QWidget):
    """Emits ``mapRequested`` (the exercise is chosen there), ``homeRequested``, and
    ``backRequested`` where the code was another."""

    mapRequested = Signal()
    homeRequested = Signal()
    backRequested = Signal()

    def __init__(self, look: Look, code: str) -> None:
        super().__init__()
        page = Page(look, LearnerTop(look, _("Digitaitojen perusteet"), code))
        self.map = MainButton(look, _("Valitse kartalta"))
        home = PlainButton(look, _("En tiedä. Valitse puolestani."))
        self.map.clicked.connect(self.mapRequested)
        home.clicked.connect(self.homeRequested)
        back = PlainButton(look, _("Takaisin"))
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        card = AccentCard(
            look,
            Title(look, _("Missä olit?")),
            Body(look, _("Koodi on uusi tällä koneella. Se ei haittaa.")),
            Body(look, _("Aiemmat harjoitukset yhdistyvät koodiin myöhemmin.")),
            Body(look, _("Valitse tutorin kanssa, mistä jatkat.")),
        )
        card.rows.add(Flow(self.map, home, back))
        page.rows.add(card)
        fill(self, page)
        self.setFocusProxy(self.map)
