"""A person's attempts for the tutor, the newest first; long lists fold."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.person_words import told, went, when
from digitutor_app.services.records import AttemptLine
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Label
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.unfolding import UnfoldingRow

#: So many are shown at first, and so many more at each wish.
_FIRST: Final = 6
_MORE: Final = 20


class AttemptsPart(Column):
    """Shows attempts in words; a pressed one tells more and can be moved to somebody else.

    Emits ``moveRequested(attempt id)``. With ``moves`` false nothing can be moved.
    """

    moveRequested = Signal(str)

    def __init__(self, look: Look, *, moves: bool = True) -> None:
        super().__init__(gap=4)
        self._look = look
        self._moves = moves
        self._attempts: dict[str, AttemptLine] = {}
        self._lines: dict[str, UnfoldingRow] = {}
        self._shown = _FIRST
        self._list = Column(gap=0)
        self._further = SmallButton(look, "")
        self._further.clicked.connect(self._on_further)
        self._none = Body(look, _("Yhtään harjoitusta ei ole vielä tehty loppuun."))
        for part in (Heading(look, _("Harjoitukset")), self._none, self._list, self._further):
            self.rows.add(part)

    def show_attempts(self, attempts: Sequence[AttemptLine], now: datetime) -> None:
        """Show these; what was open stays open."""
        opened = [key for key, line in self._lines.items() if line.is_open]
        self._attempts = {line.attempt.id: line for line in attempts}
        self._now = now
        self._list.rows.clear()
        self._lines.clear()
        self._none.setVisible(not attempts)
        self._add_lines()
        for key in opened:
            if key in self._lines:
                self._lines[key].unfold()

    def _add_lines(self) -> None:
        """Those that are to be seen and are not there yet."""
        for line in list(self._attempts.values())[len(self._lines) : self._shown]:
            self._list.rows.add(self._line(line))
        hidden = len(self._attempts) - len(self._lines)
        self._further.setVisible(hidden > 0)
        self._further.set_text(
            ngettext("Näytä {count} aiempi", "Näytä aiempia ({count})", hidden).format(count=hidden)
        )

    def _line(self, line: AttemptLine) -> UnfoldingRow:
        row = UnfoldingRow(
            self._look,
            line.attempt.id,
            line.title,
            when(line.ended, self._now),
            detail=went(line),
            line_above=bool(self._lines),
        )
        row.unfolded.connect(self._on_unfolded)
        self._lines[line.attempt.id] = row
        return row

    def _on_unfolded(self, key: str) -> None:
        line, inside = self._attempts[key], self._lines[key].inside.rows
        for sentence in told(line):
            inside.add(Label(self._look, sentence, Role.DETAIL))
        if not self._moves:
            return
        move = SmallButton(self._look, _("Siirrä toiselle osallistujalle"))
        move.setProperty("attempt", key)
        move.setAccessibleName(f"{move.text()}: {line.title}")
        move.clicked.connect(self._on_move)
        inside.add(move)

    def _on_move(self) -> None:
        self.moveRequested.emit(str(self.sender().property("attempt")))

    def _on_further(self) -> None:
        first_new = len(self._lines)
        self._shown += _MORE
        self._add_lines()
        rows = list(self._lines.values())
        rows[first_new].head.setFocus(Qt.FocusReason.OtherFocusReason)
