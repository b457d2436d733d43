"""The card that says why something cannot be done yet, and where to go."""

from PySide6.QtCore import Signal

from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.labels import Body, Strong
from digitutor_app.ui_kit.look import Look


class NotYetCard(AttentionCard):
    """Shows a title, sentences and one verb; emits ``goRequested`` when the verb is pressed."""

    goRequested = Signal()

    def __init__(self, look: Look, verb: str) -> None:
        self._title = Strong(look)
        self._sentences = Body(look)
        button = PlainButton(look, verb)
        super().__init__(look, self._title, self._sentences, button)
        button.clicked.connect(self.goRequested)

    def say(self, title: str, sentences: str) -> None:
        self._title.setText(title)
        self._sentences.setText(sentences)
