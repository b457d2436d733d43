"""A field for a few sentences, with its label, its help and its clear words of trouble."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Label, Muted, Strong
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.pressable import RING
from digitutor_app.ui_kit.writing_edge import WritingEdge

_PADDING: Final = 12
_LINES: Final = 3


class _Edge(WritingEdge):
    """Around the lines to write in."""

    def __init__(self, look: Look, edit: QPlainTextEdit) -> None:
        super().__init__(look, edit)
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.setTabChangesFocus(True)
        edit.viewport().setAutoFillBackground(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(_PADDING, RING + 2, _PADDING, RING + 2)
        box.addWidget(edit)
        self.follow_look()

    def sizeHint(self) -> QSize:
        line = self._look.pixels(Role.BODY) * Role.BODY.leading
        return QSize(320, round(_LINES * line) + 2 * (RING + 8))


class AreaField(Column):
    """Shows a label, a help line, three lines to write in and, when needed, what is the trouble.

    Tab leads on from it. Emits ``changed(text)`` while one writes.
    """

    changed = Signal(str)

    def __init__(self, look: Look, label: str, help_line: str) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(help_line)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edge = _Edge(look, self.edit)
        self._trouble = Label(look, tone="amber_ink")
        super().__init__(
            Strong(look, label),
            Muted(look, help_line, small=True),
            self._edge,
            self._trouble,
            gap=6,
        )
        self._trouble.hide()
        self.edit.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._edge.follow_look)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        self.edit.setPlainText(text)

    def show_trouble(self, sentence: str) -> None:
        """Say what is the trouble and what helps; stays until the text changes."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self.edit.setAccessibleDescription(sentence)

    def _on_text_changed(self) -> None:
        self._trouble.hide()
        self.changed.emit(self.text())
