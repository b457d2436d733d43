"""«Kerro parille»: an invitation to say aloud what was done; it is in nobody's way."""

from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look


class TellPartnerCard(Card):
    """Shows what to tell of the task. Emits nothing, stores nothing.

    ``pair`` is the exercise's own thing to show or tell; "" shows the task once more and asks what
    can be told of any.

    «Kerroin» thanks, «Ohita» takes the card away.
    """

    def __init__(
        self, look: Look, goal: str, pair: str = "", parent: QWidget | None = None
    ) -> None:
        self._task = Muted(look, _("Tehtävä oli: {goal}").format(goal=goal))
        self._question = Body(look, pair or _("Miten aloitit? Mistä näit, että se onnistui?"))
        told = SmallButton(look, _("Kerroin"))
        skip = SmallButton(look, _("Ohita"))
        self._buttons = Flow(told, skip)
        self._task.setVisible(not pair)
        super().__init__(
            look,
            Heading(look, _("Kerro parille: mitä teit?")),
            self._task,
            self._question,
            padding=16,
            parent=parent,
        )
        self.rows.setSpacing(6)
        self.rows.add(self._buttons)
        told.clicked.connect(self._on_told)
        skip.clicked.connect(self.hide)

    def _on_told(self) -> None:
        self._task.hide()
        self._buttons.hide()
        self._question.setText(_("Kiitos. Kun kerrot asian, se jää paremmin mieleen."))
