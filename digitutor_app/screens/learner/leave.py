"""The page after «Lähden nyt»: how long the visit was, the code to take along, and thanks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.ui_kit.buttons import MainButton
from digitutor_app.ui_kit.card import AccentCard
from digitutor_app.ui_kit.labels import Body, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.picture import PictureView


class LeaveScreen(QWidget):
    """Shows ``minutes`` of the visit, the code ("" for none) and where the person goes on.

    Emits ``closed`` when the laptop is free for the next person.
    """

    closed = Signal()

    def __init__(self, look: Look, minutes: int, code: str, going_on: str) -> None:
        super().__init__()
        page = Page(look)
        page.rows.add_space()
        page.rows.add(Title(look, _("Kiitos käynnistä")))
        page.rows.add(Body(look, _("Olit mukana {minutes} min.").format(minutes=minutes)))
        if going_on:
            page.rows.add(Body(look, _("Jatkat kohdasta: {title}").format(title=going_on)))
        if code:
            page.rows.add(self._card(look, code))
        ready = MainButton(look, _("Valmis"))
        ready.clicked.connect(self.closed)
        page.rows.add(ready)
        page.rows.add_space()
        fill(self, page)
        self.setFocusProxy(ready)

    def _card(self, look: Look, code: str) -> AccentCard:
        card = AccentCard(look)
        picture = code_picture(code)
        if picture is not None:
            meaning = _("Koodin kuva: {code}").format(code=code)
            card.rows.add(PictureView(look, picture, meaning, side=72))
        card.rows.add(Title(look, code))
        card.rows.add(Muted(look, _("Koodilla jatkat seuraavalla kerralla. Kirjoita se muistiin.")))
        return card
