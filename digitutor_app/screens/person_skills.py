"""A person's skills for the tutor: how well, where that comes from, seen on a real machine."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.screens.person_words import seen_line, source_line
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.services.observations import Seen
from digitutor_app.services.records import SkillRecord
from digitutor_app.services.words import skill_state_word
from digitutor_app.ui_kit.buttons import Button, PlainButton, SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Label, Strong
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.unfolding import UnfoldingRow


class SkillsPart(Column):
    """Shows skills by module; a pressed one tells its exercises and can be marked as seen.

    Emits ``markRequested(skill id)``, ``confirmRequested(skill id)`` and
    ``withdrawRequested(skill id)``. ``confirms``: who looks stands behind the tutor gate.
    """

    markRequested = Signal(str)
    confirmRequested = Signal(str)
    withdrawRequested = Signal(str)

    def __init__(self, look: Look, *, confirms: bool) -> None:
        super().__init__(gap=4)
        self._look = look
        self._confirms = confirms
        self._skills: dict[str, SkillRecord] = {}
        self._seen: Mapping[str, Seen] = {}
        self._lines: dict[str, UnfoldingRow] = {}

    def show_skills(self, skills: Sequence[SkillRecord], seen: Mapping[str, Seen]) -> None:
        """Show these; what was open stays open, and the row in hand keeps the keyboard."""
        look = self._look
        opened = [key for key, line in self._lines.items() if line.is_open]
        held = next((k for k, line in self._lines.items() if _holds_keyboard(line)), "")
        self.rows.clear()
        self._lines.clear()
        self._skills = {skill.id: skill for skill in skills}
        self._seen = seen
        self.rows.add(Heading(look, _("Taidot")))
        if not skills:
            self.rows.add(Body(look, _("Taidot tulevat tähän, kun harjoitus on alkanut.")))
        for module, of_module in groupby(skills, key=_module):
            self.rows.add(Strong(look, module), gap_before=6)
            self.rows.add(Column(*map(self._line, of_module), gap=0))
        for key in opened:
            if key in self._lines:
                self._lines[key].unfold()
        if held in self._lines:
            self._lines[held].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, skill: SkillRecord) -> UnfoldingRow:
        seen = self._seen.get(skill.id)
        line = UnfoldingRow(
            self._look,
            skill.id,
            skill.skill,
            skill_state_word(skill.state),
            SKILL_MARKS[skill.state],
            detail=seen_line(seen) if seen else "",
        )
        line.unfolded.connect(self._on_unfolded)
        self._lines[skill.id] = line
        return line

    def _on_unfolded(self, key: str) -> None:
        skill, inside = self._skills[key], self._lines[key].inside.rows
        for source in skill.sources:
            inside.add(Label(self._look, source_line(source), Role.DETAIL))
        inside.add(Flow(*self._verbs(key, skill.skill)))

    def _verbs(self, key: str, name: str) -> list[Button]:
        """What can be done about this skill; the name of each tells a listener which."""
        look, seen = self._look, self._seen.get(key)
        if seen is None:
            mark = PlainButton(look, _("Näytti oikealla koneella"))
            mark.clicked.connect(self._on_mark)
            buttons: list[Button] = [mark]
        else:
            withdraw = SmallButton(look, _("Peru merkintä"))
            withdraw.clicked.connect(self._on_withdraw)
            buttons = [withdraw]
            if self._confirms and not seen.confirmed:
                confirm = PlainButton(look, _("Vahvista"))
                confirm.clicked.connect(self._on_confirm)
                buttons.insert(0, confirm)
        for button in buttons:
            button.setProperty("skill", key)
            button.setAccessibleName(f"{button.text()}: {name}")
        return buttons

    def _on_mark(self) -> None:
        self.markRequested.emit(self._pressed())

    def _on_confirm(self) -> None:
        self.confirmRequested.emit(self._pressed())

    def _on_withdraw(self) -> None:
        self.withdrawRequested.emit(self._pressed())

    def _pressed(self) -> str:
        return str(self.sender().property("skill"))


def _module(skill: SkillRecord) -> str:
    return skill.module


def _holds_keyboard(line: UnfoldingRow) -> bool:
    focus = line.window().focusWidget()
    return focus is not None and line.isAncestorOf(focus)
