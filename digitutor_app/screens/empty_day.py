"""What Nyt says on a day without anybody: what to do first."""

from PySide6.QtCore import Signal

from digitutor_app.i18n import _
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading
from digitutor_app.ui_kit.look import Look


class EmptyDayCard(Card):
    """Shows how participants come here. Emits ``workshopRequested``."""

    workshopRequested = Signal()

    def __init__(self, look: Look) -> None:
        self._first = PlainButton(look, _("Kirjaa työpaja"))
        advice = _(
            "Kirjaa ensin työpaja: nimi, paikka ja päivä.\nTodistukset saavat tietonsa siitä."
        )
        self._advice = Column(Body(look, advice), self._first)
        how = _(
            "Paina Lukitse, kun työpaja alkaa. Aloitussivu avautuu.\n"
            "Osallistuja painaa Aloita. Sen jälkeen näet hänet tässä."
        )
        title = Heading(look, _("Tänään ei ole vielä osallistujia"))
        super().__init__(look, title, self._advice, Body(look, how))
        self._first.clicked.connect(self.workshopRequested)

    def advise(self, *, workshop: bool) -> None:
        """Whether a workshop should be written down first."""
        self._advice.setVisible(workshop)
