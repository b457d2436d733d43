"""Nyt: who needs help and why, and where everybody of today is."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens import board_words
from digitutor_app.screens.empty_day import EmptyDayCard
from digitutor_app.screens.help_card import HelpCard
from digitutor_app.screens.laptop_link import LaptopLink
from digitutor_app.screens.left_out import LeftOutCard
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.board import BoardDay
from digitutor_app.services.board_news import BoardNews
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.words import tutor_pages
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import LinkButton, SmallButton
from digitutor_app.ui_kit.fact_table import FactTable
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage

#: How old the facts may get before the page reads them anew by itself, seconds.
REFRESH_SECONDS: Final = 15.0
_TICK_MS: Final = 1_000
_TABLE_LINE: Final = 100


class NowScreen(QWidget):
    """Shows the cards of those who need help, the table of today, and what was left out.

    It reads the facts anew by itself. Emits ``personRequested(person id)``, ``visitsRequested``,
    ``pageRequested(key)`` for another page of the menu (keys of ``services.words.tutor_pages``,
    "keys", or "unlock"), ``workshopRequested`` and ``lockRequested``. ``news`` remembers which
    cards have been shown. Without ``tutor`` the store is locked: ``kept`` are its workshops.
    ``pages`` are those of another menu than the tutor's own (behind a laptop's PIN).
    """

    personRequested = Signal(str)
    visitsRequested = Signal()
    pageRequested = Signal(str)
    workshopRequested = Signal()
    lockRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext | None,
        news: BoardNews | None = None,
        *,
        kept: Sequence[Workshop] = (),
        pages: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._kept = kept
        self._pages = pages or tutor_pages()
        self._by_pin = bool(pages)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._board_news = news or BoardNews()
        self._cards_of: dict[str, HelpCard] = {}
        self._shown_once = False
        self._read_at = context.clock.seconds()
        self._build()
        self._connect()
        self.refresh()
        self._look_for_left_out()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(_TICK_MS)

    def refresh(self) -> None:
        """Read the facts anew; scroll, keyboard and cards stay where they were."""
        self._read_at = self._context.clock.seconds()
        try:
            day = self._context.board.today(i18n.current())
            workshops = self._tutor.workshops.all() if self._tutor else self._kept
            heard = board_words.fresh(self._tutor.following.heard().values()) if self._tutor else ""
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._laptop.refresh()
        self._show_bar(day, workshops)
        self._show_help(day)
        self._show_news(day)
        own = self._context.laptop.number
        self._table.show_rows(board_words.rows(day, own))
        self._count.setText(board_words.count_word(day))
        others = any(line.visit.laptop not in ("", own) for line in day.lines)
        self._scope.setText(board_words.scope(own, heard, others=others))
        anybody = bool(day.lines)
        for part in (self._title, self._thresholds, self._today, self._table, self._scope):
            part.setVisible(anybody)
        self._today.rearrange()
        self._nobody.setVisible(anybody and not day.help)
        self._empty.setVisible(not anybody)
        self._empty.advise(workshop=not workshops and self._tutor is not None)
        if not anybody and not workshops:
            self._write_down.hide()
            self._top.rearrange()

    # Building

    def _build(self) -> None:
        self._build_bar()
        self._build_parts()
        self._empty = EmptyDayCard(self._look)
        self._title = Flow(Heading(self._look, _("Kuka tarvitsee apua")), self._waiting)
        heading = Heading(self._look, _("Tänään"))
        self._today = Flow(heading, self._count, self._visits)
        # Nothing is claimed before the facts have been read.
        parts: tuple[QWidget, ...] = (
            *(self._empty, self._title, self._nobody, self._cards, self._news),
            *(self._thresholds, self._today, self._table, self._scope),
        )
        for part in parts:
            self._page.rows.add(part, gap_before=14 if part is self._today else 0)
            part.hide()
        self._page.rows.add(self._laptop)
        self._page.rows.add(self._keys)
        fill(self, self._page)

    def _build_bar(self) -> None:
        look = self._look
        self._fresh = Muted(look, small=True)
        self._update = SmallButton(look, _("Päivitä"))
        self._write_down = SmallButton(look, _("Kirjaa työpaja"))
        self._lock = SmallButton(look, _("Lukitse"))
        self._unlock = SmallButton(look, _("Avaa salalauseella"))
        self._unlock.setVisible(self._tutor is None and not self._by_pin)
        buttons = (self._write_down, self._unlock, self._update, self._lock)
        self._top = TopBar(look, "", self._fresh, *buttons)
        self._page = SidePage(look, self._top, self._pages, "now")

    def _build_parts(self) -> None:
        look = self._look
        self._waiting = Muted(look)
        self._cards = CardGrid(look, columns=2, narrowest=340)
        # As high as its cards in the width they have, not in the least width they could have.
        policy = self._cards.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self._cards.setSizePolicy(policy)
        self._nobody = Body(look, _("Kukaan ei odota apua nyt."))
        self._news = Muted(look, small=True)
        self._thresholds = Muted(look, board_words.thresholds(), small=True, longest=_TABLE_LINE)
        self._count = Muted(look)
        self._visits = SmallButton(look, _("Käynnit"))
        self._table = FactTable(
            look,
            (_("Osallistuja"), _("Paikalla"), _("Nyt tekee"), _("Edellinen onnistuminen")),
            (31, 17, 31, 21),
        )
        self._scope = Muted(look, longest=_TABLE_LINE)
        self._laptop = LaptopLink(look, self._context.laptop)
        self._keys = LinkButton(look, _("Tutorit ja avaimet"))
        self._keys.setVisible(not self._by_pin)

    def _connect(self) -> None:
        self._update.clicked.connect(self.refresh)
        self._lock.clicked.connect(self.lockRequested)
        self._write_down.clicked.connect(self.workshopRequested)
        self._empty.workshopRequested.connect(self.workshopRequested)
        self._visits.clicked.connect(self.visitsRequested)
        self._table.picked.connect(self.personRequested)
        self._page.chosen.connect(self.pageRequested)
        self._keys.clicked.connect(self._on_keys)
        self._unlock.clicked.connect(self._on_unlock)

    # Showing

    def _show_bar(self, day: BoardDay, workshops: Sequence[Workshop]) -> None:
        date = day.read_at.date()
        today = next((w for w in workshops if w.day == date), None)
        if today is not None:
            where = [today.place] if today.place else []
            self._top.set_title(today.name, ", ".join([*where, short_date(today.day)]))
        elif self._by_pin:
            self._top.set_title(_("Tämä kone"), short_date(date))
        elif workshops:
            self._top.set_title(_("Tänään ei ole työpajaa"), short_date(date))
        elif self._tutor is None:
            self._top.set_title(_("Tänään"), short_date(date))
        else:
            self._top.set_title(_("Ei työpajaa vielä"), short_date(date))
        self._write_down.setVisible(today is None and self._tutor is not None)
        self._fresh.setText(_("Tiedot klo {time}").format(time=clock_time(day.read_at)))
        self._top.rearrange()

    def _show_help(self, day: BoardDay) -> None:
        """One card for each; cards of the same people stay as they are, in the order of today."""
        before, self._cards_of = self._cards_of, {}
        lost = next((card for card in before.values() if _has_keyboard(card)), None)
        for line in day.help:
            card = before.get(line.person.id) or self._new_card()
            card.show_line(line, day)
            self._cards_of[line.person.id] = card
        cards = list(self._cards_of.values())
        self._announce_new(before)
        if list(before.values()) != cards:
            self._cards.hold_just(cards)
        self._cards.setVisible(bool(cards))
        if lost is not None and all(lost is not card for card in cards):
            following = cards[0].open_button if cards else self._update
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waiting.setText(
            ngettext("{count} odottaa", "{count} odottaa", len(cards)).format(count=len(cards))
        )
        self._waiting.setVisible(bool(cards))
        self._title.rearrange()

    def _announce_new(self, before: Mapping[str, HelpCard]) -> None:
        """Tell a screen reader who has come to need help since the page was opened."""
        for person_id, card in self._cards_of.items():
            if self._shown_once and person_id not in before:
                announce(self, card.accessibleName())
        self._shown_once = True

    def _new_card(self) -> HelpCard:
        card = HelpCard(self._look)
        card.personRequested.connect(self.personRequested)
        card.goingRequested.connect(self._on_going)
        return card

    def _show_news(self, day: BoardDay) -> None:
        words = [board_words.news_word(news) for news in self._board_news.follow(day)]
        self._news.setText("\n".join(words))
        self._news.setVisible(bool(words))

    def _on_going(self, going: bool) -> None:
        card = self.sender()
        if not isinstance(card, HelpCard) or card.facts is None:
            return
        calls, line = self._context.calls, card.facts
        try:
            if going:
                calls.on_my_way(line.person.id, line.about)
            else:
                calls.take_back(line.person.id, line.about)
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self.refresh()

    def _on_keys(self) -> None:
        self.pageRequested.emit("keys")

    def _on_unlock(self) -> None:
        self.pageRequested.emit("unlock")

    def _on_tick(self) -> None:
        # A store that has closed is asked no more: another page is coming.
        if any(each is not None and each.worker.closed for each in (self._context, self._tutor)):
            self._timer.stop()
        elif self._context.clock.seconds() - self._read_at >= REFRESH_SECONDS:
            self.refresh()

    # What was left out

    def _look_for_left_out(self) -> None:
        catalogue, language = self._context.catalogue, i18n.current()

        def job() -> list[ContentError]:
            return catalogue.problems(language)

        self._context.background.run(job, self._on_left_out, self._on_no_exercises)

    def _on_left_out(self, problems: list[ContentError]) -> None:
        if problems and isValid(self):
            self._page.rows.add(LeftOutCard(self._look, problems))

    def _on_no_exercises(self, error: Exception) -> None:
        if not isinstance(error, ContentError):
            raise error
        self._on_left_out([error])


def _has_keyboard(widget: QWidget) -> bool:
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
