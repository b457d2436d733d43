"""The code: after the first success, with its picture, an optional first name and the notice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.picture import PictureView
from digitutor_app.ui_kit.two_pane import TwoPane

LONGEST_NAME = 30


class CodeScreen(QWidget):
    """Shows the offered code. Emits ``taken(first name)`` and ``skipped``."""

    taken = Signal(str)
    skipped = Signal()
    languageRequested = Signal(str)

    def __init__(self, look: Look, code: str) -> None:
        super().__init__()
        self.name = TextField(look, _("Etunimi tai kutsumanimi"), _("Voit jättää tämän tyhjäksi."))
        self.name.edit.setMaxLength(LONGEST_NAME)
        take = MainButton(look, _("Ota koodi käyttöön"))
        skip = PlainButton(look, _("Ohita"))
        top = LearnerTop(look, _("Digitaitojen perusteet"))
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top)
        page.rows.add(Title(look, _("Tämä on sinun koodisi")))
        page.rows.add(Body(look, _("Koodilla jatkat tästä seuraavalla kerralla.")))
        page.rows.add(TwoPane(look, self._card(look, code), Column(self.name), gap=28))
        notice = _("Ohjelma tallentaa koodisi, antamasi etunimen ja harjoitukset tälle koneelle.")
        erase = _("Voit pyytää poistamaan tiedot koska tahansa.")
        page.rows.add(Column(Muted(look, notice), Muted(look, erase), gap=0))
        page.rows.add(Flow(take, skip))
        fill(self, page)
        take.clicked.connect(self._on_take)
        self.name.submitted.connect(self._on_take)
        skip.clicked.connect(self.skipped)
        self.setFocusProxy(self.name.edit)

    def _card(self, look: Look, code: str) -> AccentCard:
        card = AccentCard(look)
        picture = code_picture(code)
        if picture is not None:
            meaning = _("Koodin kuva: {code}").format(code=code)
            card.rows.add(PictureView(look, picture, meaning, side=96))
        card.rows.add(Title(look, code))
        return card

    def _on_take(self) -> None:
        self.taken.emit(self.name.text())
