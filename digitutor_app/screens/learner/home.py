"""A learner's own page: where they were, what else there is, what they can."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.skills import SkillState
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.services.skills import SkillLine
from digitutor_app.services.what_next import Suggestion, Suggestions
from digitutor_app.services.words import mode_word, own_state_word
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Heading, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane

SHOWN_SKILLS = 5
LOW_SKILLS = 3
#: A window lower than this is low, logical pixels.
LOW = 700


class HomeScreen(QWidget):
    """Shows the next exercise, other choices and skills.

    Emits ``practiceRequested(Suggestion)``, ``watchRequested(Suggestion)``, ``mapRequested``,
    ``languageRequested(code)`` and the bar's wishes.
    """

    practiceRequested = Signal(object)
    watchRequested = Signal(object)
    mapRequested = Signal()
    languageRequested = Signal(str)

    def __init__(
        self, look: Look, who: str, suggestions: Suggestions, skills: Sequence[SkillLine]
    ) -> None:
        super().__init__()
        self._look = look
        self._main = suggestions.main
        self._others = suggestions.others
        self._lines = skills
        self._cards: list[CardButton] = []
        self._skill_rows: RowList | None = None
        self.bar = LearnerBar(look, in_exercise=False)
        top = LearnerTop(look, _("Omat harjoitukset"), who)
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top, self.bar)
        self._left = Column(self._main_card())
        self._page = page
        self._choices = self._other_cards(self._others)
        self._low: bool | None = None
        page.rows.add(TwoPane(look, self._left, self._skills(skills), shares=(5, 4), gap=36))
        self._arrange()
        fill(self, page)
        self.setFocusProxy(self.go_on)

    def _main_card(self) -> Card:
        look, offer = self._look, self._main
        welcome = _("Tervetuloa takaisin. Olit tässä.") if offer.resumes else _("Seuraava tehtävä")
        self.go_on = MainButton(look, _("Jatka") if offer.resumes else _("Aloita"))
        self.go_on.clicked.connect(self._on_main)
        watch = PlainButton(look, _("Katso ensin"))
        watch.clicked.connect(self._on_watch)
        card = Card(look, Muted(look, welcome), Title(look, offer.title), padding=18)
        card.rows.setSpacing(8)
        card.rows.add(Muted(look, _about(offer)))
        card.rows.add(Flow(self.go_on, watch))
        return card

    def _arrange(self) -> None:
        """In a low window the other choices take its whole width, so that nothing scrolls."""
        low = self.window().height() < LOW and not self._look.stacks
        if low is not self._low:
            self._low = low
            (self._page.rows if low else self._left.rows).add(self._choices)
            self._grid.set_narrowest(310 if low else round(180 * self._look.scale))
            self._show_skills(LOW_SKILLS if low else SHOWN_SKILLS)
            for card, offer in zip(self._cards, self._others, strict=True):
                card.set_card(offer.title, _about_other(offer, short=low))

    def _other_cards(self, offers: Sequence[Suggestion]) -> Column:
        to_map = LinkButton(self._look, _("Katso kartta"))
        to_map.clicked.connect(self.mapRequested)
        words = _("Tai valitse jokin näistä") if offers else _("Kaikki harjoitukset")
        head = Spread(self._look, Heading(self._look, words), to_map)
        grid = self._grid = CardGrid(self._look, columns=3, narrowest=180)
        for number, offer in enumerate(offers):
            card = CardButton(self._look, offer.title, _about_other(offer, short=False))
            card.setProperty("offer", number)
            card.clicked.connect(self._on_other)
            self._cards.append(card)
            grid.add(card)
        return Column(head, grid, gap=4)

    def _skills(self, skills: Sequence[SkillLine]) -> Column:
        look = self._look
        if not skills:
            soon = Muted(look, _("Tähän tulevat taidot, joita harjoittelet."))
            return Column(Heading(look, _("Omat taidot")), soon)
        self._skill_rows = RowList(look)
        can = any(line.state >= SkillState.GUIDED for line in skills)
        heading = _("Tämän osaat jo") if can else _("Näitä harjoittelet")
        return Column(Heading(look, heading), Card(look, self._skill_rows, padding=10), gap=10)

    def _show_skills(self, most: int) -> None:
        if self._skill_rows is None:
            return
        self._skill_rows.clear()
        for line in sorted(self._lines, key=_best_first)[:most]:
            self._skill_rows.add(line.skill, own_state_word(line.state), SKILL_MARKS[line.state])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _on_main(self) -> None:
        self.practiceRequested.emit(self._main)

    def _on_watch(self) -> None:
        self.watchRequested.emit(self._main)

    def _on_other(self) -> None:
        card = self.sender()
        if card is not None:
            self.practiceRequested.emit(self._others[int(card.property("offer"))])


def _best_first(line: SkillLine) -> int:
    return -line.state


def _about_other(offer: Suggestion, *, short: bool) -> str:
    mode = mode_word(offer.mode)
    if short:
        return _("{module} · {mode}").format(module=offer.module, mode=mode)
    return _("{module} · {minutes} min · {mode}").format(
        module=offer.module, minutes=offer.minutes, mode=mode
    )


def _about(offer: Suggestion) -> str:
    mode = mode_word(offer.mode)
    if offer.resumes:
        return _("{module} · {mode} · vaihe {number} / {of}").format(
            module=offer.module, mode=mode, number=offer.number, of=offer.of
        )
    return _("{module} · noin {minutes} minuuttia · {mode}").format(
        module=offer.module, minutes=offer.minutes, mode=mode
    )
