"""«Kaikki harjoitukset»: the map, one module at a time, with what was done in words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.services.exercise_map import MapEntry, MapModule
from digitutor_app.services.words import exercise_state_word, level_word
from digitutor_app.ui_kit.bars import BottomBar
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class MapScreen(QWidget):
    """Shows the exercises of one module. Emits ``chosen(MapEntry)``, ``moduleRequested(id)``,
    which is answered with ``show_module``, ``backRequested`` and ``languageRequested(code)``."""

    chosen = Signal(object)
    moduleRequested = Signal(str)
    backRequested = Signal()
    languageRequested = Signal(str)

    def __init__(self, look: Look, who: str, modules: Sequence[MapModule], current: str) -> None:
        super().__init__()
        self._look = look
        self._entries: Sequence[MapEntry] = ()
        back = PlainButton(look, _("Takaisin"))
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        top = LearnerTop(look, _("Kaikki harjoitukset"), who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, BottomBar(look, (back,)))
        named = [(module.id, module.name) for module in modules]
        tabs = Choices(look, named, current, ChoiceShape.TAB)
        tabs.chosen.connect(self.moduleRequested)
        self._grid = CardGrid(look, columns=4, narrowest=225)
        self._empty = Body(look, _("Tässä aiheessa ei ole nyt harjoituksia."))
        page.rows.add(tabs)
        page.rows.add(self._empty)
        page.rows.add(self._grid)
        fill(self, page)
        self.setFocusProxy(back)

    def show_module(self, entries: Sequence[MapEntry]) -> None:
        """Show these exercises instead of those before."""
        self._entries = entries
        self._grid.clear()
        for number, entry in enumerate(entries):
            detail = _("{level} · {minutes} min · {done}").format(
                level=level_word(entry.level),
                minutes=entry.minutes,
                done=exercise_state_word(entry.state),
            )
            card = CardButton(self._look, entry.title, detail)
            card.setProperty("entry", number)
            card.clicked.connect(self._on_card)
            self._grid.add(card)
        self._empty.setVisible(not entries)

    def _on_card(self) -> None:
        card = self.sender()
        if card is not None:
            self.chosen.emit(self._entries[int(card.property("entry"))])
