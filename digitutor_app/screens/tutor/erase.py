"""Poista henkilön tiedot: what goes, what stays, when, and the words that confirm it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.clock import minute
from digitutor_app.domain.people import Person
from digitutor_app.i18n import _
from digitutor_app.screens.erasing_words import due_line, what_goes, what_stays
from digitutor_app.screens.same_person_words import joined_word
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.erasing import GRACE, Pending
from digitutor_app.services.errors import NotConfirmedError
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.two_pane import TwoPane


class EraseScreen(QWidget):
    """Shows what would happen and a line in which the person's code confirms it.

    Emits ``asked`` when the seven days have begun, and ``backRequested``.
    """

    asked = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        person_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._person = Person(id=person_id)
        self._build()
        self._connect()
        self.refresh()
        self.setFocusProxy(self._field.edit)

    def refresh(self) -> None:
        """Read anew who it is; what was typed stays."""
        try:
            record = self._context.records.of_person(self._person.id, i18n.current())
            joined = self._tutor.same_person.of_person(self._person.id)
        except (StoreError, ContentError) as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._page.banner.clear()
        self._confirm.setVisible(record is not None)
        if record is None:
            self._title.setText(_("Tätä osallistujaa ei ole tällä koneella."))
            return
        self._person = record.person
        self._show([joined_word(each) for each in joined])

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Poista henkilön tiedot"), self._back))
        self._title, self._code = Title(look), Muted(look)
        self._goes, self._stays = Column(gap=6), Column(gap=6)
        self._when = Strong(look)
        left = Column(
            Column(self._title, self._code, gap=0),
            Heading(look, _("Nämä poistuvat")),
            self._goes,
            Heading(look, _("Nämä jäävät")),
            self._stays,
            gap=8,
        )
        self._field = TextField(look, "")
        self._erase = PlainButton(look, _("Poista tiedot"))
        self._keep = PlainButton(look, _("Älä poista"))
        later = Body(
            look,
            _(
                "Seitsemän päivän ajan kaikki on tallessa.\n"
                "Sinä aikana voit perua poiston henkilön sivulla.\n"
                "Sen jälkeen tietoja ei saa takaisin."
            ),
        )
        self._confirm = Card(
            look, self._when, later, self._field, Flow(self._erase, self._keep), padding=22
        )
        self._page.rows.add(TwoPane(look, left, Column(self._confirm), shares=(1, 1), gap=40))
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._keep.clicked.connect(self.backRequested)
        self._erase.clicked.connect(self._on_erase)
        self._field.submitted.connect(self._on_erase)

    def _show(self, joined: list[str]) -> None:
        person, now = self._person, minute(self._context.clock.now())
        self._title.setText(person_word(person))
        self._code.setText(person.code)
        self._code.setVisible(bool(person.first_name and person.code))
        for rows, lines in ((self._goes, what_goes(joined)), (self._stays, what_stays())):
            rows.rows.clear()
            for line in lines:
                rows.rows.add(Body(self._look, line))
        self._when.setText(due_line(Pending(person, now, now + GRACE)))
        words = self._tutor.erasing.what_to_type(person)
        self._field.set_words(_("Vahvista: kirjoita {words}").format(words=words))

    def _on_erase(self) -> None:
        try:
            self._tutor.erasing.ask(self._person, self._field.text())
        except NotConfirmedError:
            self._say_other_words()
            return
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self.asked.emit()

    def _say_other_words(self) -> None:
        words = self._tutor.erasing.what_to_type(self._person)
        sentence = _("Kirjoita näin: {words}. Mitään ei ole vielä poistettu.")
        self._field.show_trouble(sentence.format(words=words))
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence.format(words=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
