"""One visit: mark that the person has left, or mend the times."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.visits import TimesProblem
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time, long_date
from digitutor_app.screens import visit_words
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.visit_desk import Stay, VisitTimesError, read_time
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Label, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class VisitScreen(QWidget):
    """Shows whose visit it is and its times, which can be mended.

    Emits ``personRequested(person id)`` and ``backRequested``.
    """

    personRequested = Signal(str)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        person_id: str,
        visit_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._key = person_id, visit_id
        self._stay: Stay | None = None
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the visit anew and fill the fields with it."""
        try:
            self._stay = self._context.visit_desk.stay(*self._key)
        except StoreError as error:
            self._say_trouble(error)
            return
        self._page.banner.clear()
        self._show()

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Käynti"), self._back), margins=(28, 22, 28, 20))
        self._name = Title(look)
        self._open = SmallButton(look, _("Avaa tiedot"))
        self._now = Label(look, longest=100)
        self._left_now = PlainButton(look, _("Lähti juuri nyt"))
        self._left_then = PlainButton(look, "")
        self._leaving = Card(
            look,
            Heading(look, _("Merkitse lähteneeksi")),
            Body(look, _("Näitkö, kun osallistuja lähti?\nJos et, valitse viimeinen merkki.")),
            Flow(self._left_now, self._left_then),
        )
        self._arrived = TextField(look, _("Tuli, esimerkiksi 9.15"))
        self._left = TextField(look, _("Lähti, esimerkiksi 10.45"))
        self._save = MainButton(look, _("Tallenna ajat"))
        self._state = Muted(look)
        self._times = Card(
            look,
            Heading(look, _("Korjaa ajat")),
            CardGrid(look, self._arrived, self._left, columns=2, narrowest=230),
            Muted(look, _("Korjattu aika pyöristyy lähimpään neljännestuntiin."), small=True),
            Flow(self._save, self._state),
        )
        self._cards = CardGrid(look, self._leaving, self._times, columns=2, narrowest=420)
        for part in (Flow(self._name, self._open), self._now, self._cards):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._open.clicked.connect(self._on_open)
        self._left_now.clicked.connect(self._on_left_now)
        self._left_then.clicked.connect(self._on_left_then)
        self._save.clicked.connect(self._on_save)
        for field in (self._arrived, self._left):
            field.submitted.connect(self._on_save)
            field.changed.connect(self._on_changed)

    # Showing

    def _show(self) -> None:
        stay = self._stay
        for part in (self._open, self._leaving, self._times):
            part.setVisible(stay is not None)
        if stay is None:
            self._name.setText(_("Tätä käyntiä ei ole tällä koneella."))
            return
        visit = stay.visit
        self._name.setText(person_word(stay.person))
        day, span = long_date(visit.arrived.date()), visit_words.times(visit)
        self._now.setText(
            f"{day}, {span} · {visit_words.state(visit)} · {visit_words.extent(visit)}"
        )
        self._leaving.setVisible(visit.left is None)
        self._cards.rearrange()
        words = _("Lähti viimeisen merkin aikaan {time}")
        self._left_then.set_text(words.format(time=clock_time(visit.last_sign)))
        self._arrived.set_text(clock_time(visit.arrived))
        self._left.set_text("" if visit.left is None else clock_time(visit.left))
        help_line = _("Jätä tyhjäksi, jos hän on vielä täällä.") if visit.left is None else ""
        self._left.set_words(_("Lähti, esimerkiksi 10.45"), help_line)
        self._say("")

    def _say(self, sentence: str) -> None:
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _say_trouble(self, error: StoreError) -> None:
        title, sentence = opening_trouble(error)
        self._page.banner.say(f"{title}. {sentence}")

    # What happens

    def _on_open(self) -> None:
        if self._stay is not None:
            self.personRequested.emit(self._stay.person.id)

    def _on_left_now(self) -> None:
        self._close(seen=True)

    def _on_left_then(self) -> None:
        self._close(seen=False)

    def _close(self, *, seen: bool) -> None:
        if self._stay is None:
            return
        desk, visit = self._context.visit_desk, self._stay.visit
        try:
            ended = desk.leave_now(visit) if seen else desk.leave_at_last_sign(visit)
        except StoreError as error:
            self._say_trouble(error)
            return
        self.refresh()
        self._say(_("Merkitty lähteneeksi {time}.").format(time=clock_time(ended.end)))
        self._left.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _text: str) -> None:
        self._say("")

    def _on_save(self) -> None:
        if self._stay is None:
            return
        visit = self._stay.visit
        arrived = self._read(self._arrived, visit.arrived)
        if arrived is None:
            return
        left = None
        if visit.left is not None or self._left.text().strip():
            left = self._read(self._left, visit.left)
            if left is None:
                return
        try:
            mended = self._context.visit_desk.mend(visit, arrived, left)
        except VisitTimesError as error:
            arrival = error.problem is TimesProblem.OVERLAPS or left is None
            self._trouble(self._arrived if arrival else self._left, visit_words.problem(error))
            return
        except StoreError as error:
            self._say_trouble(error)
            return
        self.refresh()
        self._say(_("Tallennettu: {times}.").format(times=visit_words.times(mended)))

    def _read(self, field: TextField, before: datetime | None) -> datetime | None:
        """The moment that a field says on the day of the visit; None when it needs other words."""
        assert self._stay is not None
        typed = read_time(field.text())
        if typed is None:
            self._trouble(field, _("Kirjoita kellonaika näin: 9.15."))
            return None
        if before is not None and typed == time(before.hour, before.minute):
            return before
        day = self._stay.visit.arrived
        return day.replace(hour=typed.hour, minute=typed.minute, second=0, microsecond=0)

    def _trouble(self, field: TextField, sentence: str) -> None:
        field.show_trouble(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
