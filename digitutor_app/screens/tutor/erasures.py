"""Poistot: whose data will be erased and when, and which laptops have done it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.erasing_words import confirmed_words, due_line
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import TutorContext
from digitutor_app.services.erasing import Pending
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard, Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Label, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.spread import Spread


class ErasuresScreen(QWidget):
    """Shows who waits, with "Peru poisto", and how far the laptops are.

    ``trouble`` tells why somebody who is due is still here, "" where all is well. Emits
    ``againRequested``, ``givenBackRequested`` (the laptops that were given back) and
    ``backRequested``.
    """

    againRequested = Signal()
    givenBackRequested = Signal()
    backRequested = Signal()

    def __init__(
        self, look: Look, tutor: TutorContext, trouble: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tutor = tutor
        self._build()
        self._connect()
        self.say_trouble(trouble)
        self.refresh()

    def refresh(self) -> None:
        """Read anew who waits, and who has confirmed."""
        try:
            waiting = self._tutor.erasing.pending()
            confirmed = self._tutor.erasing.confirmed()
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._page.banner.clear()
        self._list.rows.clear()
        for pending in waiting:
            self._list.rows.add(self._card(pending))
        self._nobody.setVisible(not waiting)
        self._laptops.setVisible(confirmed.people > 0)
        self._confirmed.setText(confirmed_words(confirmed))

    def say_trouble(self, trouble: str) -> None:
        """Say why somebody who is due is still here; "" when all is well again."""
        self._why.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Poistot"), self._back))
        self._why = Body(look)
        self._again = PlainButton(look, _("Yritä uudelleen"))
        self._trouble = AttentionCard(look, self._why, self._again, padding=16)
        self._list = Column(gap=10)
        self._nobody = Body(
            look,
            _(
                "Kenenkään tietoja ei olla poistamassa.\n"
                "Tiedot voi poistaa henkilön sivulla: Poista henkilön tiedot."
            ),
        )
        self._confirmed = Label(look)
        self._given_back = SmallButton(look, _("Palautetut koneet"))
        self._laptops = Column(
            Heading(look, _("Koneet")), self._confirmed, Flow(self._given_back), gap=8
        )
        for part in (
            self._trouble,
            Heading(look, _("Odottavat poistot")),
            self._nobody,
            self._list,
            self._laptops,
        ):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._again.clicked.connect(self.againRequested)
        self._given_back.clicked.connect(self.givenBackRequested)

    def _card(self, pending: Pending) -> Card:
        look, person = self._look, pending.person
        who = person_word(person)
        words = Column(Strong(look, who), gap=0)
        if person.first_name and person.code:
            words.rows.add(Muted(look, person.code))
        words.rows.add(Body(look, due_line(pending)))
        undo = SmallButton(look, _("Peru poisto"))
        undo.setAccessibleName(_("Peru poisto: {who}").format(who=who))
        undo.setProperty("person", person.id)
        undo.clicked.connect(self._on_undo)
        return Card(look, Spread(look, words, undo), padding=14)

    def _on_undo(self) -> None:
        try:
            self._tutor.erasing.take_back(str(self.sender().property("person")))
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self.refresh()
        announce(self, _("Poisto on peruttu. Kaikki on tallessa."))
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
