"""The link with this laptop's number, behind which the number can be changed."""

from PySide6.QtGui import Qt

from digitutor_app.dialogs.laptop_number import LaptopNumberDialog
from digitutor_app.i18n import _
from digitutor_app.services.errors import NotALaptopNumberError
from digitutor_app.services.laptop import LARGEST, Laptop
from digitutor_app.ui_kit.buttons import LinkButton
from digitutor_app.ui_kit.look import Look


class LaptopLink(LinkButton):
    """Shows the number, or that there is none. Fulfils its own wish: it asks for another."""

    def __init__(self, look: Look, laptop: Laptop) -> None:
        super().__init__(look, "")
        self._laptop = laptop
        self.clicked.connect(self._on_clicked)

    def refresh(self) -> None:
        """Read the number anew."""
        number = self._laptop.number
        known = _("Kone {number}. Vaihda numero.").format(number=number)
        self.set_text(known if number else _("Anna koneelle numero"))

    def _on_clicked(self) -> None:
        dialog = LaptopNumberDialog(self.look, self.window(), self._laptop.number)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.typed.connect(self._on_typed)
        dialog.open()

    def _on_typed(self, typed: str) -> None:
        dialog = self.sender()
        if not isinstance(dialog, LaptopNumberDialog):
            return
        try:
            self._laptop.give(typed)
        except NotALaptopNumberError:
            dialog.say_not_a_number(LARGEST)
            return
        dialog.accept()
        self.refresh()
