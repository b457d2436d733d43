"""What has just been done, with "Peru" beside it."""

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.spread import Spread


class DoneCard(Column):
    """Hidden until something is said. Emits ``undoRequested``."""

    undoRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, read it aloud where somebody listens, and put the keyboard on Peru."""
        self.rows.clear()
        undo = SmallButton(self._look, _("Peru"))
        undo.clicked.connect(self.undoRequested)
        line = Spread(self._look, Body(self._look, sentence), undo)
        self.rows.add(SoftCard(self._look, line, padding=14))
        self.show()
        undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)
