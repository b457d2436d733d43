"""Our own calm question: a sentence, and verbs on the buttons."""

from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.buttons import Button, MainButton, PlainButton
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading
from digitutor_app.ui_kit.look import Look

_WIDTH = 560


class MessageDialog(QDialog):
    """Shows a title, a sentence and one or two buttons; ends accepted when the verb is pressed.

    The harmless answer stands out, has the focus, and Esc means it.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: str,
        sentence: str,
        *,
        yes_verb: str,
        no_verb: str = "",
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        look.dress(self)
        # What loses something never looks like the thing to do next.
        self.yes: Button = PlainButton(look, yes_verb) if no_verb else MainButton(look, yes_verb)
        self.no = MainButton(look, no_verb) if no_verb else None
        buttons = [self.no, self.yes] if self.no else [self.yes]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(32, 28, 32, 28)
        rows.setSpacing(14)
        rows.addWidget(Heading(look, title))
        rows.addWidget(Body(look, sentence))
        rows.addSpacing(8)
        rows.addWidget(Flow(*buttons))
        self.yes.clicked.connect(self.accept)
        if self.no:
            self.no.clicked.connect(self.reject)
        buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_size()

    def _take_size(self) -> None:
        width = round(_WIDTH * self._look.scale)
        parent = self.parentWidget()
        if parent is not None:
            width = min(width, max(320, parent.window().width() - 80))
        self.resize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.end()


def ask(
    look: Look, parent: QWidget | None, title: str, sentence: str, *, yes_verb: str, no_verb: str
) -> bool:
    """Ask and wait; True only when ``yes_verb`` was pressed. Esc and closing mean ``no_verb``."""
    dialog = MessageDialog(look, parent, title, sentence, yes_verb=yes_verb, no_verb=no_verb)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def tell(look: Look, parent: QWidget | None, title: str, sentence: str) -> None:
    """Say something that must be read before going on."""
    dialog = MessageDialog(look, parent, title, sentence, yes_verb=_("Selvä"))
    dialog.exec()
    dialog.deleteLater()
