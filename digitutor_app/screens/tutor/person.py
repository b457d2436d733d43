"""One person's page for the tutor: skills and where they come from, notes, attempts, visits."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.notes import Note
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import hours, listed, short_date
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.person_attempts import AttemptsPart
from digitutor_app.screens.person_erasing import ErasingPart
from digitutor_app.screens.person_joined import JoinedPart
from digitutor_app.screens.person_notes import NotesPart
from digitutor_app.screens.person_skills import SkillsPart
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.records import Record
from digitutor_app.services.words import mode_word, person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.picture import PictureView
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.two_pane import TwoPane

_MARGINS: Final = (28, 22, 28, 20)
_MOST_NEXT: Final = 3


class PersonScreen(QWidget):
    """Shows picture and name, what next, skills, notes, attempts, days and hours.

    Without ``tutor`` (behind a laptop's PIN) it holds only what this laptop knows: no notes and no
    papers, nor whom the person was joined with. Emits ``certificateRequested(person id)``,
    ``sheetRequested(person id)``, ``eraseRequested(person id)``,
    ``moveRequested(person id, attempt id)`` and ``backRequested``.
    """

    certificateRequested = Signal(str)
    sheetRequested = Signal(str)
    eraseRequested = Signal(str)
    moveRequested = Signal(str, str)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext | None,
        person_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._observations = tutor.observations if tutor else context.observations
        self._person_id = person_id
        self._reminded = False
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the record anew; what is being written or looked at stays."""
        try:
            record = self._context.records.of_person(self._person_id, i18n.current())
            seen = self._observations.of_person(self._person_id)
            notes = self._tutor.notes.about(self._person_id) if self._tutor else []
            joined = self._tutor.same_person.of_person(self._person_id) if self._tutor else []
            pending = self._tutor.erasing.waits_for(self._person_id) if self._tutor else None
        except (StoreError, ContentError) as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._who.rows.clear()
        self._next.rows.clear()
        known: list[QWidget] = [self._next, self._skills, self._attempts]
        private: list[QWidget] = [self._papers, self._notes]
        for part in known:
            part.setVisible(record is not None)
        for part in private:
            part.setVisible(record is not None and self._tutor is not None)
        if record is None:
            self._who.rows.add(Body(self._look, _("Tätä osallistujaa ei ole tällä koneella.")))
            return
        self._person_id = record.person.id
        if self._joined is not None:
            self._joined.show_joined(joined)
        self._erasing.show_pending(pending)
        self._erase.setVisible(self._tutor is not None and pending is None)
        self._show_who(record)
        self._show_next(record)
        self._skills.show_skills(record.skills, seen)
        self._attempts.show_attempts(record.attempts, self._context.clock.now())
        self._notes.show_notes(notes)

    def keep_note(self) -> None:
        """Save what is being written before the store closes."""
        self._notes.keep()

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._certificate = MainButton(look, _("Tee todistus"))
        self._page = Page(look, TopBar(look, _("Osallistuja"), self._back), margins=_MARGINS)
        self._who = Column(gap=10)
        self._next = Column(gap=4)
        self._skills = SkillsPart(look, confirms=self._tutor is not None)
        self._attempts = AttemptsPart(look)
        self._notes = NotesPart(look)
        self._sheet = PlainButton(look, _("Omat digitaitoni -lehti"))
        self._papers = Flow(self._certificate, self._sheet)
        self._erasing = ErasingPart(look)
        self._erase = LinkButton(look, _("Poista henkilön tiedot"))
        self._joined: JoinedPart | None = None
        left = Column(self._erasing, self._who, self._papers, self._skills, self._erase, gap=18)
        if self._tutor is not None:
            self._joined = JoinedPart(look, self._tutor.same_person)
            left.rows.insertWidget(2, self._joined)
        for part in (self._erasing, self._erase):
            part.hide()
        right = Column(self._next, self._notes, self._attempts, gap=24)
        self._page.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=44))
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._certificate.clicked.connect(self._on_certificate)
        self._sheet.clicked.connect(self._on_sheet)
        self._erase.clicked.connect(self._on_erase)
        self._erasing.takeBackRequested.connect(self._on_keep)
        if self._joined is not None:
            self._joined.changed.connect(self.refresh)
            self._joined.troubled.connect(self._page.banner.say)
        self._skills.markRequested.connect(self._on_mark)
        self._skills.confirmRequested.connect(self._on_confirm)
        self._skills.withdrawRequested.connect(self._on_withdraw)
        self._attempts.moveRequested.connect(self._on_move)
        self._notes.saveRequested.connect(self._on_note)
        self._notes.deleteRequested.connect(self._on_delete_note)
        self._notes.bringBackRequested.connect(self._on_bring_back)

    # Showing

    def _show_who(self, record: Record) -> None:
        look, person = self._look, record.person
        names = Column(Title(look, person_word(person)), gap=0)
        if person.first_name and person.code:
            names.rows.add(Muted(look, person.code))
        picture = code_picture(person.code)
        parts: list[QWidget] = [names]
        if picture is not None:
            parts.insert(0, PictureView(look, picture, person.code, side=64))
        self._who.rows.add(Flow(*parts, gap=18))
        self._who.rows.add(Body(look, _visits(record)))
        if self._tutor is None:
            self._who.rows.add(Muted(look, _("Näet sen, mitä tällä koneella on."), small=True))

    def _show_next(self, record: Record) -> None:
        look, language = self._look, i18n.current()
        try:
            done = [line.attempt for line in reversed(record.attempts)]
            found = self._context.what_next.for_person(record.person.id, language, done)
        except (NothingToPractiseError, ContentError):
            self._next.hide()
            return
        self._next.rows.add(Heading(look, _("Seuraavaksi sopii")))
        rows = RowList(look)
        for each in (found.main, *found.others)[:_MOST_NEXT]:
            word = _("jatkaa kesken jäänyttä") if each.resumes else mode_word(each.mode)
            rows.add(each.title, word)
        self._next.rows.add(rows)

    # What happens

    def _on_mark(self, skill: str) -> None:
        self._do(partial(self._observations.mark, self._person_id, skill), _("Merkitty nähdyksi."))

    def _on_confirm(self, skill: str) -> None:
        self._do(partial(self._observations.confirm, self._person_id, skill), _("Vahvistettu."))

    def _on_withdraw(self, skill: str) -> None:
        act = partial(self._observations.withdraw, self._person_id, skill)
        self._do(act, _("Merkintä on peruttu."))

    def _on_note(self, note: Note | None, text: str) -> None:
        if self._tutor is None:
            return
        notes = self._tutor.notes
        if note is None:
            act: Callable[[], Any] = partial(notes.write, self._person_id, text)
        else:
            act = partial(notes.change, note, text)
        if self._do(act, ""):
            self._notes.saved()

    def _on_delete_note(self, note: Note) -> None:
        if self._tutor is not None:
            self._do(partial(self._tutor.notes.delete, note), _("Muistiinpano on poistettu."))

    def _on_bring_back(self, note: Note) -> None:
        if self._tutor is not None:
            self._do(partial(self._tutor.notes.bring_back, note), _("Muistiinpano on tässä."))

    def _do(self, act: Callable[[], Any], said: str) -> bool:
        """Save, show it and say it; where saving does not work, say that and change nothing."""
        try:
            act()
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return False
        self.refresh()
        if said:
            announce(self, said)
        return True

    def _on_move(self, attempt_id: str) -> None:
        self.moveRequested.emit(self._person_id, attempt_id)

    def _on_certificate(self) -> None:
        self.certificateRequested.emit(self._person_id)

    def _on_sheet(self) -> None:
        self.sheetRequested.emit(self._person_id)

    def _on_erase(self) -> None:
        self.eraseRequested.emit(self._person_id)

    def _on_keep(self) -> None:
        if self._tutor is not None:
            act = partial(self._tutor.erasing.take_back, self._person_id)
            if self._do(act, _("Poisto on peruttu. Kaikki on tallessa.")):
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        """What was written and not saved is not lost without a word."""
        if self._notes.unsaved and not self._reminded:
            self._reminded = True
            self._notes.remind()
        else:
            self.backRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _visits(record: Record) -> str:
    if not record.days:
        return _("Ei käyntejä tällä koneella.")
    days = listed([short_date(day) for day in record.days])
    if not record.quarter_hours:
        return _("Paikalla {days}, yhteensä alle 15 minuuttia.").format(days=days)
    return _("Paikalla {days}, yhteensä {hours}.").format(
        days=days, hours=hours(record.quarter_hours)
    )
