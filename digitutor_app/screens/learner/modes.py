"""One exercise of the map: in which of the four modes to do it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.attempts import Mode
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.services.exercise_map import MapEntry
from digitutor_app.services.words import exercise_state_word, level_word, mode_meaning, mode_word
from digitutor_app.ui_kit.bars import BottomBar
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class ModesScreen(QWidget):
    """Shows what the exercise is about, and its modes; one that is not open says when it opens.

    Emits ``practiceRequested(Suggestion)``, ``watchRequested(Suggestion)``, ``backRequested`` and
    ``languageRequested(code)``.
    """

    practiceRequested = Signal(object)
    watchRequested = Signal(object)
    backRequested = Signal()
    languageRequested = Signal(str)

    def __init__(self, look: Look, who: str, entry: MapEntry) -> None:
        super().__init__()
        self._look = look
        self._entry = entry
        back = PlainButton(look, _("Takaisin"))
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        top = LearnerTop(look, entry.title, who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, BottomBar(look, (back,)))
        about = _("{module} · {level} · noin {minutes} minuuttia · {done}").format(
            module=entry.module,
            level=level_word(entry.level),
            minutes=entry.minutes,
            done=exercise_state_word(entry.state),
        )
        page.rows.add(Muted(look, about))
        page.rows.add(Body(look, entry.goal))
        page.rows.add(Heading(look, _("Miten haluat tehdä sen?")))
        page.rows.add(CardGrid(look, *map(self._card, Mode), columns=2, narrowest=320))
        fill(self, page)
        self.setFocusProxy(back)

    def _card(self, mode: Mode) -> QWidget:
        if mode not in self._entry.offers:
            closed = _("Toisin avautuu, kun olet tehnyt tämän kerran itse.")
            words = Strong(self._look, mode_word(mode)), Muted(self._look, closed, small=True)
            card = Card(self._look, *words, padding=20)
            card.rows.setSpacing(0)
            return card
        button = CardButton(self._look, mode_word(mode), mode_meaning(mode))
        button.setProperty("mode", mode.value)
        button.clicked.connect(self._on_mode)
        return button

    def _on_mode(self) -> None:
        mode = Mode(str(self.sender().property("mode")))
        wish = self.watchRequested if mode is Mode.WATCH else self.practiceRequested
        wish.emit(self._entry.offers[mode])
