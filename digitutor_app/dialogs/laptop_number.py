"""Which number has this laptop on the table?"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading
from digitutor_app.ui_kit.look import Look

_WIDTH = 560


class LaptopNumberDialog(QDialog):
    """Shows the number and takes another. Emits ``typed(text)``; the owner closes it when the
    number is good, or calls ``say_not_a_number``."""

    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget, number: str) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(_("Koneen numero"))
        self.setAccessibleName(_("Koneen numero"))
        look.dress(self)
        self.field = TextField(look, _("Numero"), _("Jätä tyhjäksi, jos koneella ei ole numeroa."))
        self.field.set_text(number)
        save = MainButton(look, _("Tallenna"))
        back = PlainButton(look, _("Takaisin"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(32, 28, 32, 28)
        rows.setSpacing(14)
        rows.addWidget(Heading(look, _("Koneen numero")))
        rows.addWidget(Body(look, _("Numero näkyy aloitussivulla ja kun joku kutsuu tutorin.")))
        rows.addWidget(self.field)
        rows.addWidget(Flow(save, back))
        save.clicked.connect(self._on_save)
        self.field.submitted.connect(self._on_save)
        back.clicked.connect(self.reject)
        self._width = min(round(_WIDTH * look.scale), max(320, parent.window().width() - 80))
        self._take_size()
        self.field.edit.setFocus()

    def say_not_a_number(self, largest: int) -> None:
        """What was typed cannot be a laptop's number; it stays in the field."""
        self.field.show_trouble(_("Kirjoita luku 1–{largest}.").format(largest=largest))
        self._take_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("card"))
        painter.end()

    def _take_size(self) -> None:
        self.resize(self._width, self.heightForWidth(self._width))

    def _on_save(self) -> None:
        self.typed.emit(self.field.text())
