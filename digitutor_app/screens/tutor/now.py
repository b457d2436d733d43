"""Nyt: who needs help and why, and where everybody of today is."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens.laptop_link import LaptopLink
from digitutor_app.screens.left_out import LeftOutCard
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.board import BoardLine
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.place import Place
from digitutor_app.services.words import person_word, tutor_pages
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard, Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.side_page import SidePage

_HOUR: Final = timedelta(hours=1)


class HelpCard(AttentionCard):
    """Shows one person who needs help: why, since when, where, what is difficult, what to ask."""

    def __init__(self, look: Look, line: BoardLine, reason: str) -> None:
        super().__init__(look, padding=16)
        self.rows.setSpacing(2)
        name = person_word(line.person)
        self.button = SmallButton(look, _("Avaa tiedot"))
        self.button.setAccessibleName(_("Avaa tiedot: {name}").format(name=name))
        self.rows.add(Flow(Strong(look, name), Body(look, reason), gap=10))
        if line.place is None:
            self.rows.add(Body(look, _("Ei tehtävää kesken")))
        else:
            self._add_place(look, line.place)
        self.rows.add_space()
        self.rows.add(self.button)

    def _add_place(self, look: Look, place: Place) -> None:
        self.rows.add(Body(look, f"{place.title}, {_step(place)}"))
        if place.difficulty:
            self.rows.add(Muted(look, place.difficulty, small=True))
        if place.ask:
            self.rows.add(Body(look, _("Kysy: {question}").format(question=place.ask)))


class NowScreen(QWidget):
    """Shows the cards of those who need help, the table of today, and what was left out.

    Emits ``personRequested(person id)``, ``pageRequested(key)`` for another page of the menu
    (keys of ``services.words.tutor_pages``), ``workshopRequested`` and ``lockRequested``.
    """

    personRequested = Signal(str)
    pageRequested = Signal(str)
    workshopRequested = Signal()
    lockRequested = Signal()

    def __init__(
        self, look: Look, context: Context, tutor: TutorContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._build()
        self._connect()
        self.refresh()
        self._look_for_left_out()

    def refresh(self) -> None:
        """Read the facts anew; the keyboard stays where it was."""
        try:
            lines = self._context.board.lines(i18n.current())
            workshops = self._tutor.workshops.all()
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._laptop.refresh()
        self._show_bar(workshops)
        self._show_help([line for line in lines if line.needs_help])
        self._table.show_rows([self._row(line) for line in lines])
        for part in (self._title, self._table, self._scope):
            part.setVisible(bool(lines))
        self._nobody.setVisible(bool(lines) and not any(line.needs_help for line in lines))
        self._empty.setVisible(not lines)
        self._advice.setVisible(not workshops)
        if not lines and not workshops:
            self._write_down.hide()
            self._top.rearrange()

    # Building

    def _build(self) -> None:
        look = self._look
        self._fresh = Muted(look, small=True)
        self._update = SmallButton(look, _("Päivitä"))
        self._write_down = SmallButton(look, _("Kirjaa työpaja"))
        self._lock = SmallButton(look, _("Lukitse"))
        self._top = TopBar(look, "", self._fresh, self._write_down, self._update, self._lock)
        self._page = SidePage(look, self._top, tutor_pages(), "now")
        self._waiting = Muted(look)
        self._title = Flow(Heading(look, _("Kuka tarvitsee apua")), self._waiting)
        self._cards = CardGrid(look, columns=3, narrowest=320)
        self._nobody = Body(look, _("Kukaan ei odota apua nyt."))
        self._table = FactTable(
            look,
            (_("Osallistuja"), _("Nyt tekee"), "", _("Edellinen onnistuminen")),
            (31, 29, 13, 27),
        )
        self._scope = Muted(look, _("Näet tämän koneen tiedot. Muut koneet näet kiertämällä."))
        self._laptop = LaptopLink(look, self._context.laptop)
        self._empty = self._empty_card()
        for part in (self._empty, self._title, self._nobody, self._cards):
            self._page.rows.add(part)
        self._page.rows.add(self._table, gap_before=10)
        self._page.rows.add(self._scope)
        self._page.rows.add(self._laptop)
        # Nothing is claimed before the facts have been read.
        parts: tuple[QWidget, ...] = (
            *(self._empty, self._title, self._nobody),
            *(self._cards, self._table, self._scope),
        )
        for hidden in parts:
            hidden.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def _empty_card(self) -> Card:
        look = self._look
        self._first = PlainButton(look, _("Kirjaa työpaja"))
        self._advice = Column(
            Body(
                look,
                _(
                    "Kirjaa ensin työpaja: nimi, paikka ja päivä.\n"
                    "Todistukset saavat tietonsa siitä."
                ),
            ),
            self._first,
        )
        how = Body(
            look,
            _(
                "Paina Lukitse, kun työpaja alkaa. Aloitussivu avautuu.\n"
                "Osallistuja painaa Aloita. Sen jälkeen näet hänet tässä."
            ),
        )
        return Card(look, Heading(look, _("Tänään ei ole vielä osallistujia")), self._advice, how)

    def _connect(self) -> None:
        self._update.clicked.connect(self.refresh)
        self._lock.clicked.connect(self.lockRequested)
        self._write_down.clicked.connect(self.workshopRequested)
        self._first.clicked.connect(self.workshopRequested)
        self._table.picked.connect(self.personRequested)
        self._page.chosen.connect(self.pageRequested)

    # Showing

    def _show_bar(self, workshops: Sequence[Workshop]) -> None:
        now = self._context.clock.now()
        today = next((w for w in workshops if w.day == now.date()), None)
        if today is not None:
            where = [today.place] if today.place else []
            self._top.set_title(today.name, ", ".join([*where, short_date(today.day)]))
        elif workshops:
            self._top.set_title(_("Tänään ei ole työpajaa"), short_date(now.date()))
        else:
            self._top.set_title(_("Ei työpajaa vielä"), short_date(now.date()))
        self._write_down.setVisible(today is None)
        self._fresh.setText(_("Tiedot {time}").format(time=clock_time(now)))
        self._top.rearrange()

    def _show_help(self, lines: Sequence[BoardLine]) -> None:
        self._cards.clear()
        for line in lines:
            card = HelpCard(self._look, line, self._reason(line))
            card.button.setProperty("person", line.person.id)
            card.button.clicked.connect(self._on_card)
            self._cards.add(card)
        self._cards.setVisible(bool(lines))
        count = len(lines)
        self._waiting.setText(
            ngettext("{count} odottaa", "{count} odottaa", count).format(count=count)
        )
        self._waiting.setVisible(bool(lines))

    def _reason(self, line: BoardLine) -> str:
        reasons = []
        if line.called is not None:
            reasons.append(_("kutsui {time}").format(time=clock_time(line.called.called)))
        if line.errs and line.place is not None:
            count = line.place.mistakes
            words = ngettext("meni toisin {count} kerran", "meni toisin {count} kertaa", count)
            reasons.append(words.format(count=count))
        if line.standing:
            waited = self._context.clock.now() - line.since
            if waited < _HOUR:
                minutes = waited // timedelta(minutes=1)
                reasons.append(_("ei etene {minutes} min").format(minutes=minutes))
            else:
                reasons.append(_("eteni viimeksi {time}").format(time=clock_time(line.since)))
        return " · ".join(reasons)

    def _row(self, line: BoardLine) -> FactRow:
        if not line.here:
            does, step = _("Lähti {time}").format(time=clock_time(line.since)), ""
        elif line.place is None:
            does, step = _("Ei tehtävää kesken"), ""
        else:
            does, step = line.place.title, _step(line.place)
        return FactRow(line.person.id, (person_word(line.person), does, step, self._success(line)))

    def _success(self, line: BoardLine) -> str:
        if line.success_at is None:
            return ""
        today = line.success_at.date() == self._context.clock.now().date()
        when = clock_time(line.success_at) if today else short_date(line.success_at.date())
        return f"{when} {line.success}"

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

    def _on_card(self) -> None:
        button = self.sender()
        if button is not None:
            self.personRequested.emit(str(button.property("person")))


def _step(place: Place) -> str:
    return _("vaihe {number} / {of}").format(number=place.number, of=place.of)
