"""The offer on the start page to join the workshop whose stick is in the laptop."""

from PySide6.QtCore import Signal

from digitutor_app.i18n import _
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Label, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.spread import Spread


class Invitation(SoftCard):
    """Shows which workshop the stick is from; hidden at first. Emits ``joinRequested``."""

    joinRequested = Signal()

    def __init__(self, look: Look) -> None:
        self._title = Strong(look, _("Työpajan tikku on paikallaan"))
        self._event = Label(look, "", longest=100)
        join = PlainButton(look, _("Liity työpajaan"))
        words = Column(self._title, self._event, gap=2)
        super().__init__(look, Spread(look, words, join), padding=14)
        join.clicked.connect(self.joinRequested)
        self.hide()

    def show_event(self, event: str) -> None:
        """The workshop in a few words; a screen reader says it once."""
        appears = self.isHidden()
        self._event.setText(event)
        self.show()
        if appears:
            announce(self, f"{self._title.text()}. {event}")
