"""The card of one person who needs help."""

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens import board_words
from digitutor_app.services.board import BoardDay, BoardLine
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import Mark, MarkKind


class HelpCard(AttentionCard):
    """Shows why, since when, where, what happened, what to ask, and whether a tutor is on the way.

    Emits ``goingRequested(going)`` and ``personRequested(person id)``. The card stays the same
    widget while its person needs help: what has the keyboard keeps it.
    """

    goingRequested = Signal(bool)
    personRequested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=16)
        self.facts: BoardLine | None = None
        self._name, self._reason = Strong(look), Body(look)
        self._where, self._happened, self._ask = Body(look), Muted(look, small=True), Body(look)
        self._going = SmallButton(look, "")
        self.open_button = SmallButton(look, "")
        self._build(look)
        self._going.clicked.connect(self._on_going)
        self.open_button.clicked.connect(self._on_open)

    def show_line(self, line: BoardLine, day: BoardDay) -> None:
        """Show what is known now."""
        before, self.facts = self.facts, line
        name = day.names[line.person.id]
        coming = board_words.on_the_way(line, day.read_at)
        for label, words in (
            (self._name, name),
            (self._reason, board_words.reason(line)),
            (self._where, board_words.where(line)),
            (self._happened, board_words.what_happened(line)),
            (self._ask, board_words.question(line)),
            (self._coming, coming),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._on_way.setVisible(bool(coming))
        _word(self._going, _("En ole menossa") if coming else _("Olen menossa"), name)
        _word(self.open_button, _("Avaa tiedot"), name)
        self._head.rearrange()
        self._buttons.rearrange()
        self.setAccessibleName(f"{name}, {self._reason.text()}")
        if coming and before is not None and before.coming is None:
            announce(self, f"{name}: {coming}")

    def _build(self, look: Look) -> None:
        self.rows.setSpacing(2)
        self._head = Flow(self._name, self._reason, gap=8)
        self._coming = Strong(look)
        self._on_way = QWidget()
        beside = QHBoxLayout(self._on_way)
        beside.setContentsMargins(0, 4, 0, 0)
        beside.setSpacing(8)
        mark = Mark(look, MarkKind.ARROW_RIGHT, _("Tutor on tulossa"), tone="accent", points=12)
        beside.addWidget(mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self._coming, 1)
        self._buttons = Flow(self._going, self.open_button, gap=10)
        for part in (self._head, self._where, self._happened, self._ask, self._on_way):
            self.rows.add(part)
        self.rows.add_space()
        self.rows.add(self._buttons)

    def _on_going(self) -> None:
        if self.facts is not None:
            self.goingRequested.emit(self.facts.coming is None)

    def _on_open(self) -> None:
        if self.facts is not None:
            self.personRequested.emit(self.facts.person.id)


def _word(button: SmallButton, verb: str, name: str) -> None:
    """The verb on the button; a screen reader says for whom."""
    if button.text() != verb:
        button.set_text(verb)
    button.setAccessibleName(f"{verb}: {name}")
