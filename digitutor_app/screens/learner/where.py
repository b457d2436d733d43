"""«Missä olit?»: a code from another laptop is welcome; the tutor chooses where to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.services.what_next import Suggestion
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page


class WhereScreen(QWidget):
    """Shows every exercise. Emits ``chosen(Suggestion)`` and ``homeRequested``."""

    chosen = Signal(object)
    homeRequested = Signal()

    def __init__(self, look: Look, code: str, offers: Sequence[Suggestion]) -> None:
        super().__init__()
        self._offers = {offer.exercise: offer for offer in offers}
        page = Page(look, LearnerTop(look, _("Digitaitojen perusteet"), code))
        page.rows.add(Title(look, _("Missä olit?")))
        page.rows.add(
            Body(
                look,
                _(
                    "Koodi on uusi tällä koneella. Se ei haittaa. "
                    "Aiemmat harjoitukset yhdistyvät koodiin myöhemmin. "
                    "Valitse tutorin kanssa, mistä jatkat."
                ),
            )
        )
        grid = CardGrid(look, columns=3, narrowest=280)
        for offer in offers:
            detail = _("{module} · {minutes} min").format(
                module=offer.module, minutes=offer.minutes
            )
            card = CardButton(look, offer.title, detail)
            card.setProperty("exercise", offer.exercise)
            card.clicked.connect(self._on_card)
            grid.add(card)
        page.rows.add(grid)
        home = PlainButton(look, _("En tiedä. Valitse puolestani."))
        home.clicked.connect(self.homeRequested)
        page.rows.add(Flow(home))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, CardButton):
            self.chosen.emit(self._offers[str(card.property("exercise"))])
