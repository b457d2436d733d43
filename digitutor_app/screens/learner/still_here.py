"""«Oletko vielä Anna?»: after a long quiet time, before somebody else works in another's place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.picture import PictureView


class StillHereScreen(QWidget):
    """Asks for the person by first name, else by code with its picture, and shows nothing of the
    work. Emits ``stayed`` and ``otherRequested``. It has no time limit."""

    stayed = Signal()
    otherRequested = Signal()

    def __init__(self, look: Look, first_name: str, code: str) -> None:
        super().__init__()
        name = first_name or code
        if name:
            self._question = _("Oletko vielä {name}?").format(name=name)
        else:
            self._question = _("Oletko vielä siinä?")
        self.stay = MainButton(look, _("Kyllä, jatkan"))
        other = PlainButton(look, _("Joku muu"))
        self.stay.clicked.connect(self.stayed)
        other.clicked.connect(self.otherRequested)
        page = Page(look)
        page.rows.add_space()
        picture = code_picture("" if first_name else code)
        if picture is not None:
            meaning = _("Koodin kuva: {code}").format(code=code)
            page.rows.add(PictureView(look, picture, meaning, side=120))
        page.rows.add(Title(look, self._question))
        page.rows.add(Body(look, _("Työ on tallessa. Kiirettä ei ole.")))
        page.rows.add(Flow(self.stay, other))
        page.rows.add_space()
        fill(self, page)
        self.setFocusProxy(self.stay)

    def say(self) -> None:
        """Tell a screen reader."""
        announce(self, self._question)
