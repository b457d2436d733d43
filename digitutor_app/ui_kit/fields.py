"""Fields to write in, each with its label, its help and its clear words of trouble."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent, QPalette, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.labels import Label, Muted, Strong
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.marks import Mark, MarkKind
from digitutor_app.ui_kit.writing_edge import WritingEdge

_PADDING: Final = 14


class _Frame(WritingEdge):
    """Around a line to write in."""

    def __init__(self, look: Look, edit: QLineEdit) -> None:
        super().__init__(look, edit)
        self._troubled = False
        edit.setFrame(False)
        # The whole frame is the line: pressed anywhere, it puts the caret there.
        edit.setTextMargins(_PADDING, 0, _PADDING, 0)
        edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.follow_look()

    def set_troubled(self, *, troubled: bool) -> None:
        self._troubled = troubled
        self.update()

    def edge(self) -> str:
        return "amber" if self._troubled else "border"

    def inks(self) -> QPalette:
        palette = self._look.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        return palette

    def sizeHint(self) -> QSize:
        return QSize(self._edit.sizeHint().width(), self._look.grown(52, Role.BODY))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


class TextField(QWidget):
    """Shows a label, a line to write in, a help line and, when needed, what is the trouble.

    Emits ``changed(text)`` while one writes and ``submitted`` on Enter.
    """

    changed = Signal(str)
    submitted = Signal()

    def __init__(
        self, look: Look, label: str, help_line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.label = Strong(look, label)
        self.edit = QLineEdit()
        self._help = Muted(look, help_line, small=True)
        self._trouble = Label(look, tone="amber_ink")
        self._trouble_row = QWidget()
        self._frame = _Frame(look, self.edit)
        self._build()
        self._name_parts(label, help_line)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self.submitted)
        look.changed.connect(self._frame.follow_look)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def set_words(self, label: str, help_line: str = "") -> None:
        """Change label and help, for example into another language."""
        self.label.setText(label)
        self._help.setText(help_line)
        self._name_parts(label, help_line)

    def show_trouble(self, sentence: str) -> None:
        """Say what is the trouble and what helps; stays until the text changes."""
        self._trouble.setText(sentence)
        self._trouble_row.show()
        self._frame.set_troubled(troubled=True)
        self.edit.setAccessibleDescription(sentence)

    def clear_trouble(self) -> None:
        self._trouble_row.hide()
        self._frame.set_troubled(troubled=False)
        self.edit.setAccessibleDescription(self._help.text())

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.label)
        self._line = QHBoxLayout()
        self._line.setSpacing(10)
        self._line.addWidget(self._frame, 1)
        rows.addLayout(self._line)
        rows.addWidget(self._help)
        trouble = QHBoxLayout(self._trouble_row)
        trouble.setContentsMargins(0, 0, 0, 0)
        trouble.setSpacing(10)
        mark = Mark(self._look, MarkKind.ATTENTION, _("Huomaa"), tone="amber", points=15)
        trouble.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self._trouble, 1)
        rows.addWidget(self._trouble_row)
        # Beside a higher field the spare height goes below, never between label and line.
        rows.addStretch(1)
        self._trouble_row.hide()
        self.label.setBuddy(self.edit)

    def _name_parts(self, label: str, help_line: str) -> None:
        self._help.setVisible(bool(help_line))
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(help_line)

    def _on_text_changed(self, text: str) -> None:
        self.clear_trouble()
        self.changed.emit(text)


class PassphraseField(TextField):
    """Shows a line for a secret, dots at first, and a button that shows the letters."""

    def __init__(
        self, look: Look, label: str, help_line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, label, help_line, parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.show_button = SmallButton(look, _("Näytä"))
        self.show_button.clicked.connect(self._on_show_pressed)
        self._word_button()
        self._line.addWidget(self.show_button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, label: str, help_line: str = "") -> None:
        super().set_words(label, help_line)
        self._word_button()

    def _on_show_pressed(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._word_button()

    def _word_button(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        verb = _("Näytä") if hidden else _("Piilota")
        self.show_button.set_text(verb)
        # Two lines for a secret on one page: which of them?
        self.show_button.setAccessibleName(f"{verb}: {self.label.text()}")
