"""A page for when something outside went wrong: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class TroubleScreen(QWidget):
    """Shows a title, sentences and up to three verbs. Emits ``goOnRequested`` (the main verb),
    ``otherRequested`` and ``thirdRequested``. Without a verb it is a page to wait at."""

    goOnRequested = Signal()
    otherRequested = Signal()
    thirdRequested = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        sentence: str,
        *,
        verb: str = "",
        other_verb: str = "",
        third_verb: str = "",
    ) -> None:
        super().__init__()
        page = Page(look)
        page.rows.add_space()
        buttons: list[QWidget] = []
        if verb:
            go_on = MainButton(look, verb)
            go_on.clicked.connect(self.goOnRequested)
            buttons.append(go_on)
            self.setFocusProxy(go_on)
        for words, asked in ((other_verb, self.otherRequested), (third_verb, self.thirdRequested)):
            if words:
                button = PlainButton(look, words)
                button.clicked.connect(asked)
                buttons.append(button)
        card = AttentionCard(look, Title(look, title), Body(look, sentence))
        if buttons:
            card.rows.add(Flow(*buttons))
        page.rows.add(card)
        page.rows.add_space()
        fill(self, page)
