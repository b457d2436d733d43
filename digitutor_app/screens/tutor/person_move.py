"""Moves one attempt to the person who made it: whose it is, what happens, and the way back."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.moving import Moved
from digitutor_app.services.records import AttemptLine, Record
from digitutor_app.services.words import mode_word, person_word
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card, SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill

_MARGINS: Final = (28, 22, 28, 20)
_WIDEST: Final = 820
#: So many people are shown at once; a few letters find the others.
_MOST: Final = 30


class MoveAttemptScreen(QWidget):
    """Shows the attempt, then everybody else, then what will happen, then the way back.

    Emits ``backRequested(person id)``: to the page of the person whose attempt it was.
    """

    backRequested = Signal(str)

    def __init__(
        self,
        look: Look,
        context: Context,
        person_id: str,
        attempt_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._person_id = person_id
        self._record: Record | None = None
        self._line: AttemptLine | None = None
        self._people: list[PersonOnStart] = []
        self._to: PersonOnStart | None = None
        self._moved: Moved | None = None
        self._build()
        self._connect()
        self._read(attempt_id)

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        page = Page(look, TopBar(look, _("Siirrä harjoitus"), self._back), margins=_MARGINS)
        self._page = page
        self._what, self._whose = Strong(look), Muted(look)
        self._build_choosing()
        self._sentence = Body(look)
        self._safe = Muted(look, _("Molempien taidot muuttuvat. Voit perua siirron."))
        self._go = MainButton(look, _("Siirrä"))
        self._other = PlainButton(look, _("Valitse toinen"))
        self._preview = SoftCard(look, self._sentence, self._safe, Flow(self._other, self._go))
        self._done_words = Strong(look)
        self._undo = PlainButton(look, _("Peru siirto"))
        self._ready = MainButton(look, _("Valmis"))
        self._done = SoftCard(look, self._done_words, Flow(self._undo, self._ready))
        self._attempt = Card(look, self._what, self._whose, padding=18)
        title = Title(look, _("Kenen harjoitus tämä on?"))
        for part in (title, self._attempt, self._choosing, self._preview, self._done):
            page.rows.add(part)
        fill(self, page)
        self._fit()

    def _build_choosing(self) -> None:
        look = self._look
        self._search = TextField(look, _("Etsi nimellä tai koodilla"))
        self._table = FactTable(look, (_("Osallistuja"), _("Koodi")), (1, 1))
        self._nobody = Body(look)
        self._more = Muted(look)
        self._choosing = Column(
            Heading(look, _("Valitse oikea osallistuja")),
            self._search,
            self._nobody,
            self._table,
            self._more,
        )

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._ready.clicked.connect(self._on_back)
        self._search.changed.connect(self._on_search)
        self._table.picked.connect(self._on_picked)
        self._go.clicked.connect(self._on_go)
        self._other.clicked.connect(self._on_other)
        self._undo.clicked.connect(self._on_undo)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        # The table takes the whole width: how high its rows are follows from it.
        for part in (self._attempt, self._search, self._preview, self._done):
            part.setMaximumWidth(round(_WIDEST * self._look.scale))

    # Showing

    def _read(self, attempt_id: str) -> None:
        try:
            self._record = self._context.records.of_person(self._person_id, i18n.current())
            self._people = sorted(self._context.moving.others(self._person_id), key=_order)
        except (StoreError, ContentError) as error:
            self._trouble(error)
        lines = self._record.attempts if self._record else ()
        self._line = next((each for each in lines if each.attempt.id == attempt_id), None)
        if self._line is None or self._record is None:
            self._what.setText(_("Tätä harjoitusta ei ole enää tässä."))
        else:
            self._what.setText(self._line.title)
            who = person_word(self._record.person)
            words = _("{when}, {mode}. Nyt osallistujalla {who}.")
            self._whose.setText(
                words.format(when=_when(self._line), mode=mode_word(self._line.mode), who=who)
            )
        self._show()

    def _show(self) -> None:
        """The part that is due: choosing, what will happen, or what has happened."""
        known = self._line is not None
        self._whose.setVisible(known)
        self._done.setVisible(self._moved is not None)
        self._preview.setVisible(known and self._moved is None and self._to is not None)
        self._choosing.setVisible(known and self._moved is None and self._to is None)
        self._show_people()

    def _show_people(self) -> None:
        wanted = self._search.text().casefold().split()
        found = [p for p in self._people if all(w in _letters(p) for w in wanted)]
        self._table.show_rows([_row(person) for person in found[:_MOST]])
        self._table.setVisible(bool(found))
        self._search.setVisible(bool(self._people))
        self._nobody.setVisible(not found)
        self._nobody.setText(
            _("Näillä kirjaimilla ei löydy ketään. Kirjoita vähemmän.")
            if self._people
            else _("Muilla ei ole vielä koodia tällä koneella.")
        )
        more = len(found) - _MOST
        self._more.setVisible(more > 0)
        words = _("Lisäksi {count}. Kirjoita yllä nimen alkua.")
        self._more.setText(words.format(count=more) if more > 0 else "")

    # What happens

    def _on_search(self, _text: str) -> None:
        self._show_people()

    def _on_picked(self, person_id: str) -> None:
        self._to = next(person for person in self._people if person.id == person_id)
        if self._line is None or self._record is None:
            return
        words = _("Harjoitus {title} siirtyy.\nNyt: {before}\nSiirron jälkeen: {after}")
        sentence = words.format(
            title=self._line.title, before=person_word(self._record.person), after=_name(self._to)
        )
        self._sentence.setText(sentence)
        self._show()
        announce(self, sentence)
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other(self) -> None:
        self._to = None
        self._show()
        self._search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go(self) -> None:
        if self._line is None or self._to is None:
            return
        try:
            self._moved = self._context.moving.move(self._line.attempt, self._to.id)
        except StoreError as error:
            self._trouble(error)
            return
        if self._moved is None:
            self._page.banner.say(_("Harjoitus on jo siirretty. Mitään ei muuttunut."))
            return
        self._say_done(_("Harjoitus on nyt osallistujalla {who}.").format(who=_name(self._to)))

    def _on_undo(self) -> None:
        if self._moved is None or self._record is None:
            return
        try:
            self._context.moving.take_back(self._moved)
        except StoreError as error:
            self._trouble(error)
            return
        who = person_word(self._record.person)
        self._undo.hide()
        self._say_done(_("Siirto on peruttu. Harjoitus on osallistujalla {who}.").format(who=who))

    def _say_done(self, sentence: str) -> None:
        self._done_words.setText(sentence)
        self._whose.setText("")
        self._show()
        self._whose.hide()
        announce(self, sentence)
        self._ready.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trouble(self, error: Exception) -> None:
        self._page.banner.say(". ".join(opening_trouble(error)))

    def _on_back(self) -> None:
        self.backRequested.emit(self._person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _when(line: AttemptLine) -> str:
    day, ended = short_date(line.ended.date()), clock_time(line.ended)
    return _("{day} klo {time}").format(day=day, time=ended)


def _name(person: PersonOnStart) -> str:
    if person.first_name:
        return _("{name} ({code})").format(name=person.first_name, code=person.code)
    return person.code


def _order(person: PersonOnStart) -> tuple[str, str]:
    return (person.first_name or person.code).casefold(), person.code


def _letters(person: PersonOnStart) -> str:
    return f"{person.first_name} {person.code}".casefold()


def _row(person: PersonOnStart) -> FactRow:
    return FactRow(person.id, (person.first_name or person.code, person.code))
