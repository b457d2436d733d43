"""A learner's own page: where they were, what else there is, what they can."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.services.skills import SkillLine
from digitutor_app.services.what_next import Suggestion, Suggestions
from digitutor_app.services.words import own_state_word
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Heading, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.two_pane import TwoPane

SHOWN_SKILLS = 5


class HomeScreen(QWidget):
    """Shows the next exercise, other choices and skills.

    Emits ``practiceRequested(Suggestion)``, ``languageRequested(code)`` and the bar's wishes.
    """

    practiceRequested = Signal(object)
    languageRequested = Signal(str)

    def __init__(
        self, look: Look, who: str, suggestions: Suggestions, skills: Sequence[SkillLine]
    ) -> None:
        super().__init__()
        self._look = look
        self._offers: list[Suggestion] = []
        self.bar = LearnerBar(look, in_exercise=False)
        top = LearnerTop(look, _("Omat harjoitukset"), who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, self.bar)
        left = Column(self._main_card(suggestions.main), *self._other_cards(suggestions.others))
        page.rows.add(TwoPane(look, left, self._skills(skills), shares=(5, 4), gap=36))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusProxy(self.go_on)

    def _main_card(self, offer: Suggestion) -> Card:
        look = self._look
        welcome = _("Tervetuloa takaisin. Olit tässä.") if offer.resumes else _("Seuraava tehtävä")
        self.go_on = MainButton(look, _("Jatka") if offer.resumes else _("Aloita"))
        self._offer(self.go_on, offer)
        other_mode = Mode.GUIDED if offer.mode is Mode.ALONE else Mode.ALONE
        other = PlainButton(
            look,
            _("Tee ohjatusti") if other_mode is Mode.GUIDED else _("Tee itse"),
        )
        changed = Suggestion(
            offer.exercise, other_mode, offer.data_set, offer.title, offer.module, offer.minutes
        )
        self._offer(other, changed)
        card = Card(look, Muted(look, welcome), Title(look, offer.title), padding=20)
        card.rows.add(Muted(look, _about(offer)))
        card.rows.add(Flow(self.go_on, other))
        return card

    def _other_cards(self, offers: Sequence[Suggestion]) -> list[QWidget]:
        if not offers:
            return []
        grid = CardGrid(self._look, columns=3, narrowest=180)
        for offer in offers:
            detail = _("{module} · {minutes} min").format(
                module=offer.module, minutes=offer.minutes
            )
            card = CardButton(self._look, offer.title, detail)
            self._offer(card, offer)
            grid.add(card)
        return [Heading(self._look, _("Tai valitse jokin näistä")), grid]

    def _skills(self, skills: Sequence[SkillLine]) -> Column:
        look = self._look
        if not skills:
            return Column(
                Heading(look, _("Omat taidot")),
                Muted(look, _("Tähän tulevat taidot, joita harjoittelet.")),
            )
        rows = RowList(look)
        best = sorted(skills, key=lambda line: -line.state)[:SHOWN_SKILLS]
        for line in best:
            rows.add(line.skill, own_state_word(line.state), SKILL_MARKS[line.state])
        can = any(line.state >= SkillState.GUIDED for line in skills)
        heading = _("Tämän osaat jo") if can else _("Näitä harjoittelet")
        return Column(Heading(look, heading), Card(look, rows))

    def _offer(self, button: MainButton | PlainButton | CardButton, offer: Suggestion) -> None:
        button.setProperty("offer", len(self._offers))
        self._offers.append(offer)
        button.clicked.connect(self._on_offer)

    def _on_offer(self) -> None:
        button = self.sender()
        if button is not None:
            self.practiceRequested.emit(self._offers[int(button.property("offer"))])


def _about(offer: Suggestion) -> str:
    about = _("{module} · noin {minutes} minuuttia").format(
        module=offer.module, minutes=offer.minutes
    )
    if offer.resumes:
        about += " · " + _("vaihe {number} / {of}").format(number=offer.number, of=offer.of)
    return about
