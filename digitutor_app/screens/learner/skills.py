"""«Omat taitoni»: what the learner can, what is being practised, and what comes next."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.skills import SkillState
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.services.skills import SkillLine
from digitutor_app.services.words import own_state_word, state_meaning
from digitutor_app.ui_kit.bars import BottomBar
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.two_pane import TwoPane

_STATES = (SkillState.CAN, SkillState.ALONE, SkillState.GUIDED, SkillState.PRACTISED)


class SkillsScreen(QWidget):
    """Shows skills by module, the best first. ``coming`` are the skills that are next.

    Emits ``backRequested``, ``mapRequested`` and ``languageRequested(code)``.
    """

    backRequested = Signal()
    mapRequested = Signal()
    languageRequested = Signal(str)

    def __init__(
        self, look: Look, who: str, skills: Sequence[SkillLine], coming: Sequence[SkillLine] = ()
    ) -> None:
        super().__init__()
        self._look = look
        back = PlainButton(look, _("Takaisin"))
        back.clicked.connect(self.backRequested)
        to_map = PlainButton(look, _("Kaikki harjoitukset"))
        to_map.clicked.connect(self.mapRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        top = LearnerTop(look, _("Omat taitoni"), who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, BottomBar(look, (back, to_map)))
        page.rows.add(
            TwoPane(look, self._own(skills), self._beside(skills, coming), shares=(3, 2), gap=36)
        )
        fill(self, page)
        self.setFocusProxy(back)

    def _own(self, skills: Sequence[SkillLine]) -> Column:
        look = self._look
        if not skills:
            first = Body(look, _("Tee ensin yksi harjoitus. Sen taidot tulevat tähän."))
            return Column(Heading(look, _("Näin alat")), first)
        can = [line for line in skills if line.state >= SkillState.GUIDED]
        now = [line for line in skills if line.state < SkillState.GUIDED]
        parts: list[QWidget] = []
        for heading, lines in ((_("Tämän osaat jo"), can), (_("Näitä harjoittelet"), now)):
            if lines:
                parts += [Heading(look, heading), *self._by_module(lines)]
        return Column(*parts)

    def _by_module(self, lines: Sequence[SkillLine]) -> list[QWidget]:
        cards: list[QWidget] = []
        for module, group in groupby(lines, key=attrgetter("module")):
            rows = RowList(self._look)
            for line in sorted(group, key=_best_first):
                rows.add(line.skill, own_state_word(line.state), SKILL_MARKS[line.state])
            cards += [Muted(self._look, module), Card(self._look, rows, padding=16)]
        return cards

    def _beside(self, skills: Sequence[SkillLine], coming: Sequence[SkillLine]) -> Column:
        look = self._look
        parts: list[QWidget] = []
        if coming:
            rows = RowList(look)
            for line in coming:
                rows.add(line.skill)
            parts += [Heading(look, _("Seuraavaksi")), Card(look, rows, padding=16)]
        shown = {line.state for line in skills}
        if shown:
            legend = RowList(look)
            for state in (state for state in _STATES if state in shown):
                word = own_state_word(state)
                legend.add(word, "", SKILL_MARKS[state], detail=state_meaning(state))
            parts += [Heading(look, _("Mitä merkit kertovat")), Card(look, legend, padding=16)]
        return Column(*parts)


def _best_first(line: SkillLine) -> int:
    return -line.state
