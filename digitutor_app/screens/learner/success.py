"""The page after an exercise: what was done, said plainly, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.attempts import Mode
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.reading import read_button
from digitutor_app.screens.tell_partner import TellPartnerCard
from digitutor_app.services.achievement import Achievement
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard, SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.read_aloud import ReadAloud, visible_words
from digitutor_app.ui_kit.two_pane import TwoPane


class SuccessScreen(QWidget):
    """Shows what was done and which way, another way, and what to tell a partner.

    Emits ``goOnRequested``, ``againRequested(mode)`` and the bar's wishes.
    """

    goOnRequested = Signal()
    againRequested = Signal(object)
    languageRequested = Signal(str)

    def __init__(
        self, look: Look, done: Achievement, who: str = "", reader: ReadAloud | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._done = done
        self.bar = LearnerBar(look, in_exercise=False)
        top = LearnerTop(look, done.title, who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, self.bar)
        self.go_on = MainButton(look, _("Jatka"))
        self.go_on.clicked.connect(self.goOnRequested)
        self._below = self._more()
        self._card = self._main_card(reader)
        page.rows.add(self._card)
        page.rows.add(self._below)
        fill(self, page)
        self.setFocusProxy(self.go_on)

    def say(self) -> None:
        """Tell a screen reader."""
        announce(self, self._done.sentence)

    def _main_card(self, reader: ReadAloud | None) -> AccentCard:
        look, done = self._look, self._done
        title = Title(look, _("Harjoitus on valmis"))
        card = AccentCard(look, title, Body(look, done.sentence), padding=20)
        buttons: list[QWidget] = [self.go_on]
        verbs = {Mode.ALONE: _("Tee sama itse"), Mode.VARIATION: _("Tee sama toisin")}
        if done.again is not None:
            more = PlainButton(look, verbs[done.again])
            more.clicked.connect(self._on_again)
            buttons.append(more)
        if reader is not None:
            buttons.append(read_button(look, reader, self._words))
        card.rows.add(Flow(*buttons))
        return card

    def _more(self) -> QWidget:
        look, done = self._look, self._done
        tell = TellPartnerCard(look, done.goal, done.pair)
        if not done.used and not done.other:
            return tell
        know = SoftCard(look, padding=16)
        know.rows.setSpacing(6)
        if done.used:
            know.rows.add(Strong(look, _("Teit sen tällä tavalla")))
            know.rows.add(Body(look, done.used))
        if done.other:
            know.rows.add(Strong(look, _("Tiesitkö? Näin se onnistuu myös")))
            know.rows.add(Body(look, done.other))
        return TwoPane(look, Column(tell), Column(know), shares=(1, 1))

    def _words(self) -> str:
        return visible_words(self._card, self._below)

    def _on_again(self) -> None:
        self.againRequested.emit(self._done.again)
