"""A calm strip above a page that says what has happened; never in the way."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import Mark, MarkKind


class Banner(QWidget):
    """Shows one sentence until it is closed or cleared; hidden at first. Emits ``closed``.

    ``good`` tells that the sentence is good news: something is done, nothing waits.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentence: Label | None = None
        self.good = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is being said, "" while the strip is hidden."""
        return "" if self.isHidden() or self._sentence is None else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show this sentence and tell it to screen readers; a sentence already shown stays."""
        self._say(sentence, good=False)

    def say_done(self, sentence: str) -> None:
        """The same with a tick: good news."""
        self._say(sentence, good=True)

    def _say(self, sentence: str, *, good: bool) -> None:
        if sentence == self.sentence:
            return
        if self._sentence is None:
            self._sentence = self._build()
        self.good = good
        self._tick.setVisible(good)
        self._attention.setVisible(not good)
        self._sentence.setText(sentence)
        self.close_button.set_text(_("Sulje"))
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        announce(self, sentence)

    def _build(self) -> Label:
        """Most pages never have anything to say here."""
        look, sentence = self._look, Label(self._look, longest=120)
        self.close_button = SmallButton(look, _("Sulje"))
        self.close_button.clicked.connect(self._on_close_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 8)
        row.setSpacing(14)
        self._attention = Mark(look, MarkKind.ATTENTION, _("Huomaa"), tone="amber", points=16)
        self._tick = Mark(look, MarkKind.TICK, _("Valmis"), points=16)
        row.addWidget(self._attention)
        row.addWidget(self._tick)
        row.addWidget(sentence, 1)
        row.addWidget(self.close_button)
        sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return sentence

    def clear(self) -> None:
        """Take the strip away: the trouble has passed."""
        self.hide()

    def _on_close_pressed(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, line = ("soft_accent", "accent") if self.good else ("pale_amber", "amber")
        painter.fillRect(self.rect(), self._look.colour(ground))
        painter.fillRect(0, self.height() - 2, self.width(), 2, self._look.colour(line))
        painter.end()
