"""The viewer: heading and text of a document, as they are in the words of the exercise."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.room import Desk
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_WIDEST = 640
_SIDE = 24


class DocumentView(QScrollArea):
    """Shows one file: its first line as a heading, the rest below. Arrow keys scroll."""

    def __init__(self, computer: Computer, desk: Desk, node_id: str) -> None:
        super().__init__()
        self._computer = computer
        self._desk = desk
        self._node_id = node_id
        self._page = QWidget()
        self.heading = Label(desk.look, "", Role.HEADING, parent=self._page)
        self.text = Label(desk.look, "", Role.BODY, longest=76, parent=self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._page)
        self.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        desk.targets.add(f"document:{node_id}", self._page)
        desk.look.changed.connect(self.arrange)
        self.refresh()

    def refresh(self) -> None:
        """Show the file as it is now, in the running language."""
        node = self._computer.files.get(self._node_id)
        if node is None:
            heading, text = _("Tiedostoa ei enää ole."), ""
        else:
            heading, text = parted(self._computer.words.document(node))
            heading = heading or self._computer.words.name(node)
            text = text or _("Tämä tiedosto on tyhjä.")
        self.heading.setText(heading)
        self.text.setText(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.arrange()

    def needed_height(self, width: int) -> int:
        inner = self._inner(width)
        words = self.heading.heightForWidth(inner) + 12 + self.text.heightForWidth(inner)
        return words + 2 * _SIDE

    def arrange(self) -> None:
        width = self.viewport().width()
        inner = self._inner(width)
        left = _SIDE
        high = self.heading.heightForWidth(inner)
        self.heading.setGeometry(left, _SIDE, inner, high)
        self.text.setGeometry(left, _SIDE + high + 12, inner, self.text.heightForWidth(inner))
        self._page.resize(width, max(self.needed_height(width), self.viewport().height()))

    def sizeHint(self) -> QSize:
        """In a dialog, where it is not wider than the dialog's words."""
        width = self.width() if self.width() > 200 else round(470 * self._desk.look.scale)
        return QSize(width, self.needed_height(width))

    def _inner(self, width: int) -> int:
        return max(80, min(width - 2 * _SIDE, round(_WIDEST * self._desk.look.scale)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scrolls = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if Qt.Key(event.key()) in scrolls:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def parted(document: str) -> tuple[str, str]:
    """The heading (the first line) and the rest of a document's text."""
    heading, _line, text = document.strip().partition("\n")
    return heading.strip(), text.strip()
