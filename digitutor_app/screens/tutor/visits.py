"""Käynnit: who was here on a day, from when to when; mending a time; ending the day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import long_date, short_date
from digitutor_app.screens import visit_words
from digitutor_app.screens.board_words import fresh
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.visit_desk import Stay, VisitDay
from digitutor_app.services.words import told_apart, tutor_pages
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Heading, Label, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage

if TYPE_CHECKING:
    from digitutor_app.services.following import Heard

_DAY: Final = timedelta(days=1)


class VisitsScreen(QWidget):
    """Shows the visits of one day, today at first, with sums in words.

    Emits ``visitRequested(person id, visit id)``, ``endDayRequested``, ``pageRequested(key)`` and
    ``backRequested``.
    """

    visitRequested = Signal(str, str)
    endDayRequested = Signal()
    pageRequested = Signal(str)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        day: date | None = None,
        *,
        pages: Sequence[tuple[str, str]] = (),
        heard: "Callable[[], Iterable[Heard]] | None" = None,
    ) -> None:
        """``pages`` are those of the menu, (key, name); the tutor's own unless given. ``heard``
        tells how new what other laptops have sent is."""
        super().__init__()
        self._pages = pages or tutor_pages()
        self._look = look
        self._context = context
        self._heard = heard
        self.day = day or self._today
        self._stays: dict[str, Stay] = {}
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the facts anew."""
        desk = self._context.visit_desk
        try:
            day = desk.of_day(self.day)
            earlier = [s for s in desk.open_stays() if s.visit.arrived.date() < self._today]
            heard = self._heard() if self._heard else ()
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._stays = {stay.visit.id: stay for stay in day.stays}
        self._show(day, earlier)
        self._fresh.setText(fresh(heard))
        self._fresh.setVisible(bool(self._fresh.text()) and self.day == self._today)

    @property
    def _today(self) -> date:
        return self._context.clock.now().date()

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._end = SmallButton(look, _("Päätä päivä"))
        top = TopBar(look, _("Käynnit"), self._end, self._back)
        self._page = SidePage(look, top, self._pages, "now")
        self._title = Heading(look)
        self._before = SmallButton(look, _("Edellinen päivä"))
        self._after = SmallButton(look, _("Seuraava päivä"))
        self._days = Flow(self._title, self._before, self._after)
        self._sums = Label(look, longest=100)
        self._nobody = Label(look, longest=100)
        self._table = FactTable(
            look,
            (_("Osallistuja"), _("Aika"), _("Kesto"), _("Tilanne")),
            (31, 19, 17, 33),
        )
        self._how = Muted(
            look,
            _("Paina riviä, kun aika pitää korjata tai osallistuja on lähtenyt."),
            small=True,
            longest=100,
        )
        self._rule = Muted(
            look,
            _("Saman päivän käynnit ovat yksi käynti, vaikka osallistuja tulee kahdesti."),
            small=True,
            longest=100,
        )
        self._earlier = Label(look, longest=100)
        self._fresh = Muted(look, small=True, longest=100)
        for part in (
            *(self._days, self._sums, self._rule, self._earlier),
            *(self._nobody, self._how, self._table, self._fresh),
        ):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._end.clicked.connect(self.endDayRequested)
        self._table.picked.connect(self._on_picked)
        self._page.chosen.connect(self.pageRequested)

    # Showing

    def _show(self, day: VisitDay, earlier: list[Stay]) -> None:
        today = self.day == self._today
        self._title.setText(
            _("Tänään {day}").format(day=short_date(self.day)) if today else long_date(self.day)
        )
        self._after.setVisible(not today)
        self._days.rearrange()
        anybody = bool(day.stays)
        self._sums.setText(visit_words.day_sums(day) if anybody else "")
        who = told_apart(stay.person for stay in day.stays)
        self._table.show_rows([_row(stay, who[stay.person.id]) for stay in day.stays])
        for part in (self._sums, self._table, self._how):
            part.setVisible(anybody)
        self._rule.setVisible(len(day.stays) > day.counts.visits)
        self._nobody.setVisible(not anybody)
        self._nobody.setText(
            _("Tänään ei ole vielä käyntejä. Käynti alkaa, kun osallistuja painaa Aloita.")
            if today
            else _("Tänä päivänä ei ollut käyntejä tällä koneella.")
        )
        count = len(earlier)
        words = ngettext(
            "{count} aiemman päivän käynti on vielä auki. Päätä päivä, niin se päättyy.",
            "{count} aiempien päivien käyntiä on vielä auki. Päätä päivä, niin ne päättyvät.",
            count,
        )
        self._earlier.setText(words.format(count=count))
        self._earlier.setVisible(count > 0)

    # What happens

    def _on_before(self) -> None:
        self._go_to(self.day - _DAY)

    def _on_after(self) -> None:
        self._go_to(min(self.day + _DAY, self._today))

    def _go_to(self, day: date) -> None:
        self.day = day
        self.refresh()

    def _on_picked(self, visit_id: str) -> None:
        self.visitRequested.emit(self._stays[visit_id].visit.person_id, visit_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def _row(stay: Stay, who: str) -> FactRow:
    visit = stay.visit
    cells = (
        visit_words.name_and_arrival(stay, who),
        visit_words.times(visit),
        visit_words.extent(visit),
        visit_words.state(visit),
    )
    return FactRow(visit.id, cells)
