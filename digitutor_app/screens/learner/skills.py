"""«Omat taitoni»: everything the learner has tried, in words with drawn marks."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.services.skills import SkillLine
from digitutor_app.services.words import own_state_word
from digitutor_app.ui_kit.bars import BottomBar
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.labels import Body, Heading, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.rows import RowList


class SkillsScreen(QWidget):
    """Shows skills by module. Emits ``backRequested``."""

    backRequested = Signal()
    languageRequested = Signal(str)

    def __init__(self, look: Look, who: str, skills: Sequence[SkillLine]) -> None:
        super().__init__()
        back = PlainButton(look, _("Takaisin"))
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.backRequested.emit)
        top = LearnerTop(look, _("Omat harjoitukset"), who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, BottomBar(look, (back,)))
        page.rows.add(Title(look, _("Omat taitoni")))
        if not skills:
            page.rows.add(Body(look, _("Tee ensin yksi harjoitus. Sen taidot tulevat tähän.")))
        for module, lines in groupby(skills, key=attrgetter("module")):
            rows = RowList(look)
            for line in lines:
                rows.add(line.skill, own_state_word(line.state), SKILL_MARKS[line.state])
            page.rows.add(Heading(look, module))
            page.rows.add(Card(look, rows))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusProxy(back)
