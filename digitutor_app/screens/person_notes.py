"""Notes about a person's skills, on the tutor's own page: written, changed, deleted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from digitutor_app.domain.notes import LONGEST, Note
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import short_date
from digitutor_app.services.notes import without_private_data
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.area_field import AreaField
from digitutor_app.ui_kit.buttons import Button, PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card, SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look

#: So much of a note tells a listener which one a button belongs to, characters.
_HEARD: Final = 30


class NotesPart(Column):
    """Shows the notes, the newest first, and a form that opens when somebody wants to write.

    Emits ``saveRequested(note or None, text)``, ``deleteRequested(note)`` and
    ``bringBackRequested(note)``.
    """

    saveRequested = Signal(object, str)
    deleteRequested = Signal(object)
    bringBackRequested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(gap=10)
        self._look = look
        self._notes: dict[str, Note] = {}
        self._edited: Note | None = None
        self._deleted: Note | None = None
        self._build()

    def _build(self) -> None:
        look = self._look
        self._write = SmallButton(look, _("Kirjoita muistiinpano"))
        self._field = AreaField(
            look, _("Mikä auttoi? Mitä harjoitellaan?"), _("Ei nimiä eikä terveystietoja.")
        )
        self._save = PlainButton(look, _("Tallenna muistiinpano"))
        self._cancel = SmallButton(look, _("Älä tallenna"))
        self._form = Card(look, self._field, Flow(self._save, self._cancel), padding=16)
        undo = SmallButton(look, _("Peru poisto"))
        self._gone = SoftCard(look, Body(look, _("Muistiinpano on poistettu.")), undo, padding=16)
        self._list = Column(gap=10)
        for part in (
            Heading(look, _("Muistiinpanot taidoista")),
            Muted(look, _("Kirjoita taidoista, ei ihmisestä."), small=True),
            self._write,
            self._form,
            self._gone,
            self._list,
        ):
            self.rows.add(part)
        self._form.hide()
        self._gone.hide()
        self._write.clicked.connect(self._on_write)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._close_form)
        self._field.changed.connect(self._on_changed)
        undo.clicked.connect(self._on_undo)

    @property
    def unsaved(self) -> bool:
        """Whether something stands in the form that has not been saved."""
        before = self._edited.text if self._edited else ""
        return not self._form.isHidden() and self._field.text().strip() not in ("", before)

    def keep(self) -> None:
        """Ask to save what stands in the form, if anything does."""
        if self.unsaved:
            self.saveRequested.emit(self._edited, self._field.text())

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these; what is being written stays."""
        self._notes = {note.id: note for note in notes}
        self._list.rows.clear()
        for note in notes:
            self._list.rows.add(self._card(note))

    def saved(self) -> None:
        """The text of the form stands in the store."""
        announce(self, _("Muistiinpano on tallessa."))
        self._close_form()

    def remind(self) -> None:
        """Say that the text of the form has not been saved."""
        self._field.show_trouble(
            _("Tätä ei ole vielä tallennettu. Tallenna se, tai paina Takaisin uudestaan.")
        )
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, note: Note) -> Card:
        look = self._look
        change, delete = SmallButton(look, _("Muuta")), SmallButton(look, _("Poista"))
        change.clicked.connect(self._on_change)
        delete.clicked.connect(self._on_delete)
        buttons: list[Button] = [change, delete]
        for button in buttons:
            button.setProperty("note", note.id)
            button.setAccessibleName(f"{button.text()}: {note.text[:_HEARD]}")
        day = Muted(look, short_date(note.day), small=True)
        return Card(look, day, Body(look, note.text), Flow(*buttons), padding=16)

    def _open_form(self, note: Note | None) -> None:
        self._edited = note
        self._gone.hide()
        self._field.set_text(note.text if note else "")
        self._save.set_text(_("Tallenna muutos") if note else _("Tallenna muistiinpano"))
        self._write.hide()
        self._form.show()
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self._edited = None
        self._field.set_text("")
        self._form.hide()
        self._write.show()
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_write(self) -> None:
        self._open_form(None)

    def _on_changed(self, text: str) -> None:
        """Real personal data goes at once, as everywhere in the program (domain/5, 5.10)."""
        clean = without_private_data(text)[:LONGEST]
        if clean == text:
            return
        self._field.set_text(clean)
        self._field.edit.moveCursor(self._field.edit.textCursor().MoveOperation.End)
        if len(text) <= LONGEST:
            self._field.show_trouble(
                _(
                    "Henkilötunnus, tilinumero tai kortin numero ei kuulu tänne. "
                    "Kenttä on nyt tyhjä."
                )
            )
        else:
            self._field.show_trouble(_("Muistiinpano on täynnä. Lyhennä sitä."))

    def _on_save(self) -> None:
        if not self._field.text().strip():
            self._field.show_trouble(_("Kirjoita ensin, mikä auttoi tai mitä harjoitellaan."))
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.saveRequested.emit(self._edited, self._field.text())

    def _on_change(self) -> None:
        self._open_form(self._pressed())

    def _on_delete(self) -> None:
        note = self._pressed()
        if self._edited == note:
            self._close_form()
        self._deleted = note
        self._gone.show()
        self.deleteRequested.emit(note)
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        if self._deleted is not None:
            self._gone.hide()
            self.bringBackRequested.emit(self._deleted)
            self._deleted = None

    def _pressed(self) -> Note:
        return self._notes[str(self.sender().property("note"))]
