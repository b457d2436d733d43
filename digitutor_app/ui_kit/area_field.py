"""A field for a few sentences, with its label, its help and its clear words of trouble."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Label, Muted, Strong
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.pressable import RING

_PADDING: Final = 12
_LINES: Final = 3


class _Edge(QWidget):
    """The edge around the lines to write in, with the focus ring whenever one can write."""

    def __init__(self, look: Look, edit: QPlainTextEdit) -> None:
        super().__init__()
        self._look = look
        self._edit = edit
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.setTabChangesFocus(True)
        edit.viewport().setAutoFillBackground(False)
        edit.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(_PADDING, RING + 2, _PADDING, RING + 2)
        box.addWidget(edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_look()

    def follow_look(self) -> None:
        self._edit.setFont(self._look.font(Role.BODY))
        self._edit.setPalette(self._look.palette())
        self.updateGeometry()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        line = self._look.pixels(Role.BODY) * Role.BODY.leading
        return QSize(320, round(_LINES * line) + 2 * (RING + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        focus = self._edit.hasFocus()
        line = RING if focus else 2
        half = line / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus" if focus else "border"), line))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        painter.end()


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
