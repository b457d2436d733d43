"""The page after an exercise: what was done, said plainly, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page


class SuccessScreen(QWidget):
    """Shows what was done. Emits ``goOnRequested``, ``againRequested`` and the bar's wishes.

    ``again`` is the words on the button for another round ("" for no such button).
    """

    goOnRequested = Signal()
    againRequested = Signal()
    languageRequested = Signal(str)

    def __init__(self, look: Look, title: str, sentence: str, again: str, who: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        self.bar = LearnerBar(look, in_exercise=False)
        top = LearnerTop(look, title, who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, self.bar)
        self.go_on = MainButton(look, _("Jatka"))
        self.go_on.clicked.connect(self.goOnRequested)
        buttons: list[QWidget] = [self.go_on]
        if again:
            more = PlainButton(look, again)
            more.clicked.connect(self.againRequested)
            buttons.append(more)
        card = AccentCard(look, Title(look, _("Harjoitus on valmis")), Body(look, sentence))
        card.rows.add(Flow(*buttons))
        page.rows.add(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusProxy(self.go_on)

    def say(self) -> None:
        """Tell a screen reader."""
        announce(self, self._sentence)
