"""A page for when something outside went wrong: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page


class TroubleScreen(QWidget):
    """Shows a title, sentences and up to two verbs. Emits ``goOnRequested`` (the main verb) and
    ``otherRequested``."""

    goOnRequested = Signal()
    otherRequested = Signal()

    def __init__(
        self, look: Look, title: str, sentence: str, *, verb: str, other_verb: str = ""
    ) -> None:
        super().__init__()
        page = Page(look)
        page.rows.add_space()
        go_on = MainButton(look, verb)
        go_on.clicked.connect(self.goOnRequested)
        buttons: list[QWidget] = [go_on]
        if other_verb:
            other = PlainButton(look, other_verb)
            other.clicked.connect(self.otherRequested)
            buttons.append(other)
        card = AttentionCard(look, Title(look, title), Body(look, sentence))
        card.rows.add(Flow(*buttons))
        page.rows.add(card)
        page.rows.add_space()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusProxy(go_on)
