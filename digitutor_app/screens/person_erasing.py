"""That a person's data will be erased and when: on the person's page, and where papers are made."""

from PySide6.QtCore import Signal

from digitutor_app.i18n import _
from digitutor_app.screens.erasing_words import due_line, paper_line
from digitutor_app.services.erasing import Erasing, Pending
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Strong
from digitutor_app.ui_kit.look import Look


class ErasingPart(Column):
    """Shows the day and "Peru poisto"; nothing while nobody has asked.

    Emits ``takeBackRequested``.
    """

    takeBackRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._when = Strong(look)
        undo = SmallButton(look, _("Peru poisto"))
        undo.clicked.connect(self.takeBackRequested)
        words = Body(look, _("Siihen asti kaikki on tallessa, ja poiston voi perua."))
        self.rows.add(AttentionCard(look, self._when, words, undo, padding=16))

    def show_pending(self, pending: Pending | None) -> None:
        """Show this; None for nobody."""
        self.setVisible(pending is not None)
        if pending is not None:
            self._when.setText(due_line(pending))


class ErasingNote(AttentionCard):
    """Says before a certificate is made that it cannot be printed again later. Emits nothing."""

    def __init__(self, look: Look, erasing: Erasing) -> None:
        self._erasing = erasing
        self._words = Body(look)
        super().__init__(look, self._words, padding=14)
        self.hide()

    def look_at(self, person_id: str) -> None:
        """Show it for this person, if their data will be erased. Raises StoreError."""
        pending = self._erasing.waits_for(person_id)
        self._words.setText(paper_line(pending) if pending else "")
        self.setVisible(pending is not None)
