"""A page about words and keys: a short form, one button that tells when it is working, and what
came in between."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.two_pane import TwoPane

#: The form is no wider than this at 100 %, alone and with something beside it; logical pixels.
_WIDEST: Final = 660
_WIDEST_TWO: Final = 1120


class KeyForm(QWidget):
    """Shows title, sentences, parts, and the button. Emits ``backRequested``.

    Whoever does the work calls ``work`` when it begins and ``failed`` when it did not succeed.
    """

    backRequested = Signal()

    def __init__(self, look: Look, bar: str, title: str, sentences: str, verb: str) -> None:
        super().__init__()
        self.look = look
        self.working = False
        self._verb = verb
        self._widest = _WIDEST
        self._back = SmallButton(look, _("Takaisin"))
        self.title = Title(look, title)
        self.sentences = Body(look, sentences)
        if not sentences:
            self.sentences.hide()
        self._trouble_title = Strong(look)
        self._trouble_words = Body(look)
        self._trouble = AttentionCard(look, self._trouble_title, self._trouble_words, padding=16)
        self._trouble.rows.setSpacing(2)
        self._trouble.hide()
        self.main = MainButton(look, verb)
        self._form = Column(self.title, self.sentences)
        page = Page(look, TopBar(look, bar, self._back))
        page.rows.add(self._form)
        fill(self, page)
        self._back.clicked.connect(self._on_back)
        self.main.clicked.connect(self._on_main)
        look.changed.connect(self._fit)
        self._fit()

    def fill(
        self, parts: Sequence[QWidget], below: Sequence[QWidget] = (), side: QWidget | None = None
    ) -> None:
        """Put the parts of the form in their places; ``below`` stand under the button.

        ``side`` is read first: it stands on the left, or above where there is no room.
        """
        form = self._form if side is None else Column()
        for part in (*parts, self._trouble, self.main, *below):
            form.rows.add(part)
        if side is not None:
            self._widest = _WIDEST_TWO
            self._form.rows.add(TwoPane(self.look, side, form, shares=(1, 1), gap=40))
            self._fit()

    def work(self) -> None:
        """Somebody is working for this page: nothing is pressed twice."""
        self.working = True
        self._trouble.hide()
        self.main.set_text(_("Odota hetki…"))
        announce(self, self.main.text())

    def failed(self, error: Exception) -> None:
        """Say what happened, what is safe and what to do; the button works again."""
        self.ready()
        title, sentence = opening_trouble(error)
        self.say(title, sentence)

    def ready(self) -> None:
        """The button works again."""
        self.working = False
        self.main.set_text(self._verb)

    def say(self, title: str, sentence: str) -> None:
        """Show something that must be seen, above the button."""
        self._trouble_title.setText(title)
        self._trouble_words.setText(sentence)
        self._trouble.setAccessibleName(f"{title}. {sentence}")
        self._trouble.show()
        announce(self, f"{title}. {sentence}")

    def drop_back(self) -> None:
        """There is nothing to go back to."""
        self._back.hide()

    def act(self) -> None:
        """The button was pressed, or Enter, while nothing is being worked at."""
        raise NotImplementedError

    def _on_main(self) -> None:
        if not self.working:
            self._trouble.hide()
            self.act()

    def _on_back(self) -> None:
        if not self.working:
            self.backRequested.emit()

    def _fit(self) -> None:
        self._form.setMaximumWidth(round(self._widest * self.look.scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)
