"""Workshops: a small form for one, and the list of those that have been written down."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import listed, long_date
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.paper import one_line
from digitutor_app.services.words import tutor_pages
from digitutor_app.services.workshops import read_day
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage

#: What the store keeps of one text, characters.
LONGEST: Final = 200
_ORGANISERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Texts:
    """The fields as they are typed; a draft stays until it is saved."""

    name: str
    place: str
    day: str
    organisers: tuple[str, ...]


class WorkshopScreen(QWidget):
    """Shows the form, empty or of one workshop, and below it all workshops with the newest first.

    Emits ``saved(Workshop)``, ``pageRequested(key)`` for another page of the menu and
    ``backRequested``. What was typed and not saved stays when another workshop is opened.
    """

    saved = Signal(object)
    pageRequested = Signal(str)
    backRequested = Signal()

    def __init__(
        self, look: Look, context: Context, tutor: TutorContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._all: list[Workshop] = []
        self._drafts: dict[str, _Texts] = {}
        self._open_id = ""
        self._build()
        self._connect()
        self._fill(self._fresh())
        self.refresh()
        self.setFocusProxy(self._name.edit)

    def refresh(self) -> None:
        """Read the list anew; the form stays as it is."""
        try:
            self._all = self._tutor.workshops.all()
        except StoreError as error:
            self._say_trouble(error)
            return
        self._table.show_rows([_row(workshop) for workshop in self._all])
        for part in (self._list_title, self._table, self._new):
            part.setVisible(bool(self._all))
        self._word_title()

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = SidePage(
            look, TopBar(look, _("Työpajat"), self._back), tutor_pages(), "workshops"
        )
        self._title = Heading(look)
        self._name = TextField(look, _("Työpajan nimi"))
        self._place = TextField(look, _("Paikka"))
        self._day = TextField(look, _("Päivä, esimerkiksi 24.11.2026"))
        self._organisers = [
            TextField(look, _("Järjestäjä {number}").format(number=number + 1))
            for number in range(_ORGANISERS)
        ]
        self._save = MainButton(look, _("Tallenna työpaja"))
        self._new = PlainButton(look, _("Uusi työpaja"))
        self._state = Muted(look)
        self._list_title = Heading(look, _("Kirjatut työpajat"))
        self._table = FactTable(
            look, (_("Nimi"), _("Päivä"), _("Paikka"), _("Järjestäjät")), (34, 14, 20, 32)
        )
        fields = CardGrid(look, self._name, self._place, self._day, columns=3, narrowest=230)
        organisers = CardGrid(look, *self._organisers, columns=3, narrowest=230)
        buttons = Flow(self._save, self._new, self._state)
        for part in (self._title, fields, organisers, buttons, self._list_title, self._table):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._page.chosen.connect(self.pageRequested)
        self._save.clicked.connect(self._on_save)
        self._new.clicked.connect(self._on_new)
        self._table.picked.connect(self._on_picked)
        self._day.edit.editingFinished.connect(self._on_day_finished)
        for field in self._fields():
            field.changed.connect(self._on_changed)
            field.submitted.connect(self._on_save)

    def _fields(self) -> list[TextField]:
        return [self._name, self._place, self._day, *self._organisers]

    # The form

    def _fresh(self) -> _Texts:
        day = long_date(self._context.clock.now().date())
        return _Texts(_("Digitaitojen perusteet"), "", day, ("",) * _ORGANISERS)

    def _typed(self) -> _Texts:
        name, place, day, *organisers = (field.text() for field in self._fields())
        return _Texts(name, place, day, tuple(organisers))

    def _kept(self) -> _Texts:
        """What the form showed before anybody typed."""
        opened = next((w for w in self._all if w.id == self._open_id), None)
        return _texts(opened) if opened else self._fresh()

    def _fill(self, texts: _Texts) -> None:
        name, place, day, organisers = astuple(texts)
        for field, text in zip(self._fields(), (name, place, day, *organisers), strict=True):
            field.set_text(text)
            field.edit.setCursorPosition(0)
            field.clear_trouble()
        self._word_title()

    def _open(self, workshop_id: str) -> None:
        self._drafts[self._open_id] = self._typed()
        self._open_id = workshop_id
        self._fill(self._drafts.get(workshop_id) or self._kept())
        self._word_state()
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.scroller.reveal(self._title)

    def _word_title(self) -> None:
        if self._open_id:
            title = _("Muuta työpajaa")
        else:
            title = _("Uusi työpaja") if self._all else _("Kirjaa ensimmäinen työpaja")
        self._title.setText(title)

    def _word_state(self) -> None:
        changed = self._typed() != self._kept()
        self._state.setText(_("Muutoksia ei ole vielä tallennettu.") if changed else "")
        self._state.setVisible(changed)

    def _checked(self) -> Workshop | None:
        """The workshop as typed; None when a field needs something, which it then says."""
        for field in self._fields():
            if len(one_line(field.text())) > LONGEST:
                words = _("Teksti on pitkä. Lyhennä se alle {count} merkkiin.")
                self._trouble(field, words.format(count=LONGEST))
                return None
        if not one_line(self._name.text()):
            self._trouble(self._name, _("Kirjoita työpajan nimi. Se tulee todistukseen."))
            return None
        day = read_day(self._day.text(), self._today())
        if day is None:
            self._trouble(self._day, _("Kirjoita päivä näin: 24.11.2026."))
            return None
        organisers = (one_line(field.text()) for field in self._organisers)
        return Workshop(
            id=self._open_id or new_id(),
            name=one_line(self._name.text()),
            place=one_line(self._place.text()),
            day=day,
            organisers=tuple(name for name in organisers if name),
        )

    def _trouble(self, field: TextField, sentence: str) -> None:
        field.show_trouble(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def _today(self) -> date:
        return self._context.clock.now().date()

    # What happens

    def _on_save(self) -> None:
        workshop = self._checked()
        if workshop is None:
            return
        try:
            self._tutor.workshops.put(workshop)
        except StoreError as error:
            self._say_trouble(error)
            return
        self._page.banner.clear()
        self._drafts.pop(self._open_id, None)
        self._open_id = workshop.id
        self.refresh()
        self._fill(_texts(workshop))
        self._state.setText(_("Työpaja on tallennettu."))
        self._state.show()
        announce(self, self._state.text())
        self.saved.emit(workshop)

    def _say_trouble(self, error: StoreError) -> None:
        title, sentence = opening_trouble(error)
        self._page.banner.say(f"{title}. {sentence}")

    def _on_new(self) -> None:
        self._open("")

    def _on_picked(self, workshop_id: str) -> None:
        self._open(workshop_id)

    def _on_changed(self, _text: str) -> None:
        self._word_state()

    def _on_day_finished(self) -> None:
        day = read_day(self._day.text(), self._today())
        if day is not None and self._day.text() != long_date(day):
            self._day.set_text(long_date(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def _texts(workshop: Workshop) -> _Texts:
    organisers = (*workshop.organisers, "", "", "")[:_ORGANISERS]
    return _Texts(workshop.name, workshop.place, long_date(workshop.day), organisers)


def _row(workshop: Workshop) -> FactRow:
    organisers: Sequence[str] = workshop.organisers
    cells = (workshop.name, long_date(workshop.day), workshop.place, listed(organisers))
    return FactRow(workshop.id, cells)
