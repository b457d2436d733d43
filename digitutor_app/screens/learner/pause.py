"""The page during a break: it hides what was on the screen and keeps everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.picture import PictureView


class PauseScreen(QWidget):
    """Shows that work is safe, and nothing of it. Emits wishes (``…Requested``)."""

    goOnRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, look: Look, code: str, who: str) -> None:
        super().__init__()
        self.go_on = MainButton(look, _("Jatka"))
        leave = PlainButton(look, _("Lähden nyt"))
        self.go_on.clicked.connect(self.goOnRequested)
        leave.clicked.connect(self.leaveRequested)
        page = Page(look)
        page.rows.add_space()
        picture = code_picture(code)
        if picture is not None:
            meaning = _("Koodin kuva: {code}").format(code=code)
            page.rows.add(PictureView(look, picture, meaning, side=120))
        page.rows.add(Title(look, _("Tauko")))
        rest = _("Työsi on tallessa. Voit jatkaa, kun haluat.")
        page.rows.add(Body(look, f"{who}. {rest}" if who else rest))
        page.rows.add(Flow(self.go_on, leave))
        page.rows.add_space()
        fill(self, page)
        self.setFocusProxy(self.go_on)
