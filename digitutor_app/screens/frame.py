"""What every learner's page has around it: the bar above with name and language, the bar below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.i18n import _
from digitutor_app.ui_kit.bars import BottomBar, TopBar
from digitutor_app.ui_kit.buttons import BarButton, HintButton, PlainButton
from digitutor_app.ui_kit.labels import Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind

if TYPE_CHECKING:
    from digitutor_app.ui_kit.choices import Choices


class LearnerTop(TopBar):
    """Shows the page's name, who is here, the languages that are ready, and the way to a screen
    that suits the person.

    Emits ``languageRequested`` with a language code, and ``displayRequested``.
    """

    languageRequested = Signal(str)
    displayRequested = Signal()

    def __init__(self, look: Look, title: str, who: str = "") -> None:
        right: list[QWidget] = [Muted(look, who)] if who else []
        ready = i18n.available()
        self.languages: Choices | None = None
        if len(ready) > 1:
            self.languages = _language_switch(look, ready)
            right.append(self.languages)
        self.display = BarButton(look, _("Teksti ja väri"), mark=MarkKind.LETTERS)
        right.append(self.display)
        super().__init__(look, title, *right)
        self.display.clicked.connect(self.displayRequested)
        if self.languages is not None:
            self.languages.chosen.connect(self.languageRequested)


def _language_switch(look: Look, ready: tuple[str, ...]) -> "Choices":
    from digitutor_app.ui_kit.choices import Choices, ChoiceShape

    named = [(code, i18n.own_name(code)) for code in ready]
    return Choices(look, named, i18n.current(), ChoiceShape.TAB)


class LearnerBar(BottomBar):
    """The same buttons in the same order on every learner's page.

    In an exercise: Vihje, Peru, Alusta tehtävä; elsewhere Omat taitoni. Always Kutsu tutor, Tauko,
    Lähden nyt. Each emits its wish.
    """

    hintRequested = Signal()
    undoRequested = Signal()
    restartRequested = Signal()
    skillsRequested = Signal()
    callRequested = Signal()
    pauseRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, look: Look, *, in_exercise: bool) -> None:
        self.hint = HintButton(look, _("Vihje"))
        self.undo = PlainButton(look, _("Peru"))
        self.restart = PlainButton(look, _("Alusta tehtävä"))
        self.skills = PlainButton(look, _("Omat taitoni"))
        self.call = PlainButton(look, _("Kutsu tutor"))
        self.pause = PlainButton(look, _("Tauko"))
        self.leave = PlainButton(look, _("Lähden nyt"))
        left = (self.hint, self.undo, self.restart) if in_exercise else (self.skills,)
        super().__init__(look, left, (self.call, self.pause, self.leave))
        for unused in (self.skills,) if in_exercise else (self.hint, self.undo, self.restart):
            unused.deleteLater()
        if in_exercise:
            # A press on them leaves the keyboard where it is: in the field that is written in.
            for button in (self.hint, self.undo):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.hint.clicked.connect(self.hintRequested)
            self.undo.clicked.connect(self.undoRequested)
            self.restart.clicked.connect(self.restartRequested)
        else:
            self.skills.clicked.connect(self.skillsRequested)
        self.call.clicked.connect(self.callRequested)
        self.pause.clicked.connect(self.pauseRequested)
        self.leave.clicked.connect(self.leaveRequested)
