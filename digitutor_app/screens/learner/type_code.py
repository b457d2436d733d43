"""Typing one's code, from this laptop or from any other."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class TypeCodeScreen(QWidget):
    """Shows one field, with the words that were written there before. Emits ``typed(text)`` and
    ``backRequested``."""

    typed = Signal(str)
    backRequested = Signal()

    def __init__(self, look: Look, written: str = "") -> None:
        super().__init__()
        self.field = TextField(
            look, _("Koodi"), _("Koodissa on kaksi sanaa ja luku. Voit kirjoittaa sen väljästi.")
        )
        self.field.set_text(written)
        go_on = MainButton(look, _("Jatka"))
        back = PlainButton(look, _("Takaisin"))
        page = Page(look, LearnerTop(look, _("Digitaitojen perusteet")))
        page.rows.add(Title(look, _("Kirjoita koodisi")))
        page.rows.add(Muted(look, _("Koodi on kortissasi, esimerkiksi sininen-kettu-27.")))
        page.rows.add(self.field)
        page.rows.add(Flow(go_on, back))
        fill(self, page)
        go_on.clicked.connect(self._on_go_on)
        self.field.submitted.connect(self._on_go_on)
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        self.setFocusProxy(self.field.edit)

    def say_not_a_code(self) -> None:
        """What was typed cannot be a code; it stays in the field."""
        self.field.show_trouble(
            _("Tästä ei löytynyt koodia. Tarkista sanat ja luku, tai kutsu tutor.")
        )

    def _on_go_on(self) -> None:
        self.typed.emit(self.field.text())
